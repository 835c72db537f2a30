"""Signing accountants (签字注册会计师): names, certificate numbers of twelve digits.

Signature blocks come in every shape: the name behind 中国注册会计师, in the cell beside it, under
it or over it; one word over several names; the certificate's number behind the name, below it, or
in brackets. So a page's rows are cut into tokens (mark, name, number), and names and numbers go to
the marks and names they stand nearest to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docint.extract.audits import is_letter
from docint.extract.flow import Span, reader_of
from docint.extract.grids import Piece, Row, evidence, page_rows
from docint.extract.proof import fact
from docint.types.document import Document, Leaf
from docint.types.fact import Fact
from docint.types.place import Box, Place
from docint.values.surnames import surnamed
from docint.values.text import fold, tidy

_CPA = r"(?:中国)?(?:执业|签字|经办)?注册会计师"
_NUMBER_LABEL = (
    rf"(?:{_CPA})?(?:执业|资格|注册|会员|全国)*(?:会计师|注师|CPA)?(?:资格)?证(?:书)?(?:编号|号码|号)"
    r"|注册(?:编号|证号|号码|号)|(?:会计师|注师)(?:编号|号)|(?:持?证书?|证书)?编号|(?:CPA)?(?:编号|证书编号|No[.:]?|№)"
)
_MARK = (
    rf"(?:(?:[\u4e00-\u9fff]{{2,6}}/){_CPA}|(?:签字|签名|签章|经办|主审|执业|承办|出具报告的?)?{_CPA}|签字会计师|经办会计师|签字合伙人"
    r"|(?:签字)?项目合伙人|主任会计师|副主任会计师|首席合伙人|(?:签字|执业|经办)?注师(?:签章|签名|签字|盖章)?|注会)"
)
_HINT = (
    r"[(](?:[^()]{0,6}(?:签|章|署|审|复核|合伙人|会计师|负责人|经办|姓名)[^()]{0,5}|[一二三四1-4])[)]"
    r"|[\u4e00-\u9fff]{2,20}会计师事务所(?:[(][^()]{2,8}[)]|有限(?:责任)?公司)?|签名并盖章|签名盖章|签字盖章|签字并盖章|签名|签字|盖章"
    r"|签章|姓名|20\d\d(?:年\d{1,2}月\d{1,2}日|[-./]\d{1,2}[-./]\d{1,2})"
)
_TOKEN = re.compile(
    rf"(?P<number>(?<!\d)\d{{12}}(?!\d))|(?P<label>{_NUMBER_LABEL})|(?P<mark>{_MARK})|(?P<hint>{_HINT})",
    re.IGNORECASE,
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_INDEX = re.compile(r"^(?:[(]?[一二三四五1-5①-⑤甲乙A-D][)]?[:、.]?)(?=.)")
_DRESS = " :：,，.。、/-—_;；()[]〔〕【】|*·~"
_SHAPE = re.compile(r"[\u3400-\u9fff]{2,4}(?:·[\u3400-\u9fff]{1,10})*")
_NO_NAME = re.compile(
    r"主审|复核|注册|会计|事务|合伙|中国|公司|证书|编号|签字|签名|签章|盖章|公章|日期|报告|主任|地址"
    r"|电话|传真|审计|责任|附件|附注|邮编|机构|单位|法人|代表|负责|项目|序号|金额|合计|姓名|备注|职务"
    r"|^(?:北京|上海|深圳|广州|天津|重庆|杭州|南京|武汉|成都|西安|苏州|厦门|青岛|合肥|长沙|安徽|江苏"
    r"|郑州|济南|沈阳|大连|宁波|福州|昆明|广东|广西|福建|河南|河北|湖南|湖北|贵阳|海口|温州|石家庄"
    r"|云南|山东|山西)$|[省市区县]$"
)
_REACH = 4.5
"""A name stands no further under its mark, a number from its name, in line heights."""


@dataclass(frozen=True, slots=True)
class _Token:
    """A mark, name or number of a signature block and where it stands."""

    kind: str
    piece: Piece
    row: int
    top: float
    height: float
    strong: bool = True
    """A name with a known surname."""
    alone: bool = True
    """Its piece holds no mark."""


@dataclass(frozen=True, slots=True)
class _Signer:
    """An accountant with the place of name and number."""

    leaf: Leaf
    name: _Token
    sure: float
    number: _Token | None = None


def _part(piece: Piece, text: str) -> Piece:
    """A token of a piece with its share of the piece's box, by the widths of its characters."""
    whole = piece.folded
    start = whole.find(text)
    if start < 0 or piece.box is None or text == whole:
        return Piece(text, piece.left, piece.right, piece.box, piece.confidence, piece.where)
    widths = [2 if ord(char) > 0x2E80 or char in "():" else 1 for char in whole]
    unit = piece.box.width / sum(widths)
    left = piece.box.x0 + unit * sum(widths[:start])
    right = left + unit * sum(widths[start : start + len(text)])
    box = Box(left, piece.box.top, right, piece.box.bottom)
    return Piece(text, left, right, box, piece.confidence, piece.where)


def _names(text: str, behind_mark: bool) -> list[str]:
    """The names that make up a text between tokens; empty if anything else stands there."""
    stripped = text.strip(_DRESS)
    if behind_mark and _INDEX.match(stripped) and not surnamed(stripped):
        stripped = _INDEX.sub("", stripped).strip(_DRESS)
    elif behind_mark and text[0] not in _DRESS and not surnamed(stripped):
        return []
    parts = [part for part in re.split(r"[、,，;；/|():\s]+", stripped) if part]
    if all(_SHAPE.fullmatch(part) and not _NO_NAME.search(part) for part in parts):
        return parts
    return []


def _cut(piece: Piece) -> Iterator[tuple[str, str]]:
    """Tokens of a piece from left to right; ``rest`` is what is none of them."""
    text, at, marked = piece.folded, 0, False
    for match in [*_TOKEN.finditer(text), None]:
        between = text[at : match.start() if match else len(text)]
        if between.strip(_DRESS):
            names = _names(between, marked)
            yield from (("name", name) for name in names)
            if not names:
                yield "rest", between.strip(_DRESS)
        if match:
            kind = str(match.lastgroup)
            marked = marked or kind == "mark"
            yield kind, match[0]
            at = match.end()


def _tokens(rows: Sequence[Row]) -> list[_Token]:
    """The tokens of pieces that hold nothing else; sentences hold none."""
    found = []
    for number, row in enumerate(rows):
        for piece in row.pieces:
            cut = list(_cut(piece))
            rest = sum(len(_HAN.findall(text)) for kind, text in cut if kind == "rest")
            if rest > 2 and not any(kind == "number" for kind, _ in cut):
                continue
            alone = not any(kind == "mark" for kind, _ in cut)
            for kind, text in cut:
                if kind in {"mark", "name", "number"} and (rest <= 2 or kind == "number"):
                    strong = kind != "name" or surnamed(text)
                    token = _Token(
                        kind, _part(piece, text), number, row.top, row.height, strong, alone
                    )
                    found.append(token)
    return found


def _column(mark: _Token, token: _Token) -> bool:
    """Whether a token stands in a mark's column."""
    size = max(mark.height, 1.0)
    left, right = mark.piece.left - 3 * size, max(mark.piece.right, mark.piece.left) + 5 * size
    return left <= token.piece.middle <= right


def _apart(a: _Token, b: _Token) -> float:
    """How many line heights the second token stands below the first."""
    return (b.top - a.top) / max(a.height, b.height, 1.0)


def _of_mark(mark: _Token, tokens: Sequence[_Token]) -> list[tuple[_Token, float]]:
    """The names a mark stands for, with how sure their place is."""
    here = tokens.index(mark)
    inline: list[tuple[_Token, float]] = []
    for token in tokens[here + 1 :]:
        if token.row != mark.row or token.kind == "mark":
            break
        if token.kind == "name" and (token.alone is False or not inline):
            inline.append((token, 1.0))
    if inline:
        return inline
    below: list[tuple[_Token, float]] = []
    for token in tokens[here + 1 :]:
        if token.row == mark.row or not _column(mark, token):
            continue
        last = below[-1][0] if below else mark
        if token.kind == "mark" or _apart(last, token) > _REACH:
            break
        if token.kind == "name" and token.strong and token.alone:
            below.append((token, 0.96))
    if below:
        return below
    above = [
        token
        for token in tokens[:here]
        if token.kind == "name" and token.strong and token.alone and _column(mark, token)
        and 0 < _apart(token, mark) <= 2.5
    ]  # fmt: skip
    return [(above[-1], 0.9)] if above else []


def _paired(tokens: Sequence[_Token]) -> Iterator[tuple[_Token, float]]:
    """Names that have a number of their own beside them in their piece or row."""
    for token in tokens:
        beside = [t for t in tokens if t.row == token.row and t.kind != "mark"]
        kinds = [t.kind for t in beside]
        if token.kind == "name" and token.strong and token.alone:
            behind = beside[beside.index(token) + 1 :][:1]
            if behind and behind[0].kind == "number" and kinds.count("name") <= 2:
                yield token, 0.95


def _wraps(
    name: _Token, number: _Token, names: Sequence[_Token], numbers: Sequence[_Token]
) -> bool:
    """Whether a number may be the wrapped end of a row: first of its row, behind the row's last."""
    last = all(n.piece.left <= name.piece.left for n in names if n.row == name.row)
    first = all(n.piece.left >= number.piece.left for n in numbers if n.row == number.row)
    return last and first and number.piece.left < name.piece.left


def _costs(names: Sequence[_Token], numbers: Sequence[_Token]) -> list[tuple[float, int, int]]:
    """How far every number stands from every name, nearest first."""
    costs = []
    for n, name in enumerate(names):
        for m, number in enumerate(numbers):
            down, size = _apart(name, number), max(name.height, 1.0)
            aside = number.piece.left - name.piece.left
            if name.row == number.row:
                cost = abs(aside) / (40 * size) + (5.0 if aside < -size else 0.0)
            elif -0.6 <= down <= _REACH:
                cost = 0.6 + abs(down) + abs(aside) / (6 * size)
                if number.row == name.row + 1 and _wraps(name, number, names, numbers):
                    cost = min(cost, 2.0 + abs(down))
            else:
                continue
            costs.append((cost, n, m))
    return sorted(costs)


def _signers(leaf: Leaf, rows: Sequence[Row]) -> list[_Signer]:
    """The accountants of one page."""
    tokens = _tokens(rows)
    marks = [token for token in tokens if token.kind == "mark"]
    if not marks and "注册会计师" not in leaf.page.text.replace(" ", ""):
        return []
    named: dict[str, tuple[_Token, float]] = {}
    for mark in marks:
        taken = {id(token) for token, _ in named.values()}
        for token, sure in _of_mark(mark, [t for t in tokens if id(t) not in taken]):
            named.setdefault(token.piece.folded, (token, sure if token.strong else sure * 0.88))
    for token, sure in _paired(tokens):
        named.setdefault(token.piece.folded, (token, sure))
    names = list(named.values())
    numbers = [token for token in tokens if token.kind == "number"]
    given: dict[int, int] = {}
    for cost, n, m in _costs([token for token, _ in names], numbers):
        if n not in given and m not in given.values() and cost < 5:
            given[n] = m
    # With a number for every mark, a name without one is ink of a small seal beside them.
    whole = 0 < len(marks) <= len(given)
    return [
        _Signer(leaf, token, sure, numbers[given[n]] if n in given else None)
        for n, (token, sure) in enumerate(names)
        if n in given or not whole or not token.alone
    ]


def _span(leaf: Leaf, piece: Piece, sure: float) -> Span:
    proof = evidence(leaf, [piece])
    place = Place(leaf.source, leaf.page.number, piece.box, proof.place.where)
    return Span(piece.text, place, reader_of(leaf), piece.confidence).by("label", sure)


def accountants(document: Document) -> list[Fact]:
    """``("cpas", n, "name")`` and ``("cpas", n, "certificate_number")`` of the signature block."""
    found: dict[str, _Signer] = {}
    for leaf in document.leaves:
        if "会计师" not in fold(leaf.page.text) or not is_letter(leaf):
            continue
        options = [_signers(leaf, page_rows(leaf, tables=cells)) for cells in (False, True)]
        for signer in max(options, key=lambda o: (len(o), sum(s.number is not None for s in o))):
            before = found.get(signer.name.piece.folded)
            if before is None or (before.number is None and signer.number is not None):
                found[signer.name.piece.folded] = signer
    result: list[Fact] = []
    for index, signer in enumerate(found.values()):
        name, leaf = signer.name.piece, signer.leaf
        span = _span(leaf, name, signer.sure)
        result.append(fact(("cpas", index, "name"), tidy(name.text), span))
        if signer.number:
            place = _span(leaf, signer.number.piece, 1.0)
            path = ("cpas", index, "certificate_number")
            result.append(fact(path, signer.number.piece.text, place))
    return result
