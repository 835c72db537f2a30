"""Signing accountants (签字注册会计师): names, certificate numbers of twelve digits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docint.extract.audits import is_letter
from docint.extract.flow import Span, reader_of
from docint.extract.grids import Piece, Row, evidence, line_rows
from docint.extract.proof import fact
from docint.types.document import Document, Leaf
from docint.types.fact import Fact
from docint.types.place import Place
from docint.values.text import fold, tidy

_HAN = r"\u4e00-\u9fff"
_MARK = re.compile(
    r"(?:中国)?(?:执业)?注册会计师(?:\((?:项目合伙人|签名|签字|签章|盖章|签名并盖章|签名盖章"
    r"|主任会计师)\)|项目合伙人)*:?"
    r"|(?:签字注册会计师|签名注册会计师|经办注册会计师|项目合伙人):?"
)
_NAME = re.compile(rf"[{_HAN}]{{2,4}}(?:·[{_HAN}]{{1,6}})?")
_CERTIFICATE = re.compile(r"(?<!\d)\d{12}(?!\d)")
_HINT = re.compile(
    r"\([^()]*\)?|签名并?盖章|签名|签字|盖章|签章|姓名|证书编号|证书号码?|编号|执业|:|\d+|_+"
    r"|中国|注册会计师|项目合伙人"
)
_NO_NAME = re.compile(
    r"注册|会计|事务所|合伙|中国|公司|证书|编号|签字|签名|签章|盖章|公章|日期|报告|主任|地址"
    r"|电话|传真|审计|责任|附件|附注|邮编|机构"
    r"|^(?:北京|上海|深圳|广州|天津|重庆|杭州|南京|武汉|成都|西安|苏州|厦门|青岛|合肥|长沙"
    r"|郑州|济南|沈阳|大连|宁波|福州|昆明)|[省市区县]$"
)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A printed 中国注册会计师 of a signature block, with the name behind it if there is one."""

    x: float
    y: float
    name: Piece | None


def _part(piece: Piece, text: str) -> Piece:
    return Piece(text, piece.left, piece.right, piece.box, piece.confidence, piece.where)


def _name_in(text: str) -> str | None:
    rest = _HINT.sub("", fold(text)).strip(":：,，.。、/-")
    return rest if _NAME.fullmatch(rest) and not _NO_NAME.search(rest) else None


def _marks(rows: Sequence[Row]) -> list[_Mark]:
    found = []
    for row in rows:
        for n, piece in enumerate(row.pieces):
            match = _MARK.match(piece.folded)
            if not match or len(_HINT.sub("", piece.folded)) > 8:
                continue
            rest = piece.folded[match.end() :]
            name = _name_in(rest)
            holder: Piece | None = _part(piece, name) if name else None
            if holder is None and not _name_in(rest) and n + 1 < len(row.pieces):
                behind = row.pieces[n + 1]
                after = _name_in(behind.text)
                holder = _part(behind, after) if after else None
            found.append(_Mark(piece.left, row.top, holder))
    return found


def _distance(row: Row, piece: Piece, mark: _Mark) -> float:
    down = row.top - mark.y
    if down < -0.6 * row.height:
        return 1e9
    return abs(down) / max(row.height, 1.0) + abs(piece.left - mark.x) / (6 * max(row.height, 1.0))


def _below(mark: _Mark, rows: Sequence[Row], taken: set[str]) -> Piece | None:
    """A name that stands on one of the lines under a mark without one."""
    best: tuple[float, Piece] | None = None
    for row in rows:
        for piece in row.pieces:
            name = _name_in(piece.text)
            if name is None or name in taken or _MARK.match(piece.folded):
                continue
            away = _distance(row, piece, mark)
            if away < 5 and (best is None or away < best[0]):
                best = away, _part(piece, name)
    return best[1] if best else None


def _span(leaf: Leaf, piece: Piece) -> Span:
    proof = evidence(leaf, [piece])
    place = Place(leaf.source, leaf.page.number, piece.box, proof.place.where)
    return Span(piece.text, place, reader_of(leaf), piece.confidence)


def _certificates(rows: Sequence[Row]) -> list[tuple[Row, Piece]]:
    return [
        (row, _part(piece, match[0]))
        for row in rows
        for piece in row.pieces
        for match in _CERTIFICATE.finditer(piece.folded)
    ]


def _page_facts(leaf: Leaf, start: int, known: set[str]) -> list[Fact]:
    rows = line_rows(leaf)
    marks = _marks(rows)
    numbers = _certificates(rows)
    result: list[Fact] = []
    named: list[tuple[_Mark, Piece]] = []
    for mark in marks:
        inline = {fold(m.name.text) for m in marks if m.name}
        name = mark.name or _below(mark, rows, inline | {fold(p.text) for _, p in named})
        if name is not None and fold(name.text) not in known:
            named.append((mark, name))
            known.add(fold(name.text))
    free = list(numbers)
    for index, (mark, name) in enumerate(named, start):
        result.append(fact(("cpas", index, "name"), tidy(name.text), _span(leaf, name)))
        near = sorted(free, key=lambda n: _distance(n[0], n[1], mark))
        if near and _distance(near[0][0], near[0][1], mark) < 5:
            free.remove(near[0])
            span = _span(leaf, near[0][1])
            result.append(fact(("cpas", index, "certificate_number"), near[0][1].text, span))
    return result


def accountants(document: Document) -> list[Fact]:
    """``("cpas", n, "name")`` and ``("cpas", n, "certificate_number")`` of the signature block."""
    result: list[Fact] = []
    known: set[str] = set()
    for leaf in document.leaves:
        if "注册会计师" in fold(leaf.page.text) and is_letter(leaf):
            start = len({f.path[1] for f in result})
            result += _page_facts(leaf, start, known)
    return result
