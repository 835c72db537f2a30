"""Signature blocks (签署页): whose they are, and what in them was left blank."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docint.extract.grids import Piece, Row, evidence, line_rows
from docint.extract.proof import STATED
from docint.kinds.cooperation_agreement.party import LABELS, Party, names_of
from docint.types.document import Document, Leaf
from docint.types.fact import Fact, Path, Value
from docint.values import dates
from docint.values.text import fold, tidy

_HAN = r"\u4e00-\u9fff"
_OPENS = re.compile(
    rf"^(?P<who>[{LABELS}]方|(?:牵头|参与|参加|成员|协作)单位[一二三四五六七八九十\d]?"
    rf"|单位)(?:\([^()]{{1,20}}\))?[/(（]?(?P<seal>\(?(?:盖章|公章|签章|单位盖章|签字盖章"
    rf"|盖公章)\)?)[:：]?(?P<rest>.*)$"
)
_NAMED = re.compile(r"^(?P<name>.{4,40}?)\(?(?:盖章|公章|单位公章)\)?[:：]?$")
_SIGNER = re.compile(
    r"^(?:法定代表人|法人代表|授权代表|委托代理人|负责人|代表|签字人|代表人)(?:(?:或|/|及"
    r"|、)?\(?(?:或|其)?(?:授权代表|委托代理人|授权代理人|授权代表人|负责人|授权委托人"
    r"|委托代表)\)?)?(?:\(?(?:签字|签名|签章|签字或盖章|签字/盖章|盖章"
    r"|签名或盖章)\)?)?[:：](?P<rest>.*)$"
)
_DATED = re.compile(
    r"^(?:签[订署字约]?)?(?:日期|时间)[:：]?(?P<rest>.*)$"
    r"|^(?P<bare>[\d_＿×xX\s〇○零一二三四五六七八九十]*年[\d_＿×xX一二三四五六七八九十\s]*月[\d_＿×xX一二三四五六七八九十\s]*日)$"
)
_BLANK = re.compile(r"[_＿×xX\s年月日/.\-—:：()（）*]*")

_PRINTED_BLANK = re.compile(r"[_＿×xX]{2}|年[_＿\s]*月[_＿\s]*日")


@dataclass(frozen=True, slots=True)
class _Part:
    leaf: Leaf
    piece: Piece
    text: str
    top: float
    kind: str
    """``opens``, ``signer`` or ``dated``."""
    rest: str


def _classified(row: Row, piece: Piece) -> _Part | None:
    text = piece.folded
    for kind, form in (("opens", _OPENS), ("signer", _SIGNER), ("dated", _DATED)):
        if match := form.match(text):
            rest = (
                match["rest"] if match["rest"] is not None else match.groupdict().get("bare") or ""
            )
            who = match["who"] if kind == "opens" else ""
            return _Part(row.leaf, piece, who or text, row.top, kind, rest)
    match = _NAMED.match(text)
    if match and re.search(r"盖章|公章", text):
        return _Part(row.leaf, piece, match["name"].rstrip("("), row.top, "opens", match["name"])
    return None


def _behind(part: _Part, rows: Sequence[Row]) -> str:
    """What stands on the same row right of a label that has nothing behind its colon."""
    for row in rows:
        if row.leaf is part.leaf and abs(row.top - part.top) < 1e-6:
            later = [p for p in row.pieces if p.left > part.piece.right - 1]
            if later and _classified(row, later[0]) is None:
                return later[0].folded
    return ""


def _owner(part: _Part, parties: Sequence[Party]) -> int | None:
    for n, party in enumerate(parties):
        known = names_of(party)
        if part.text in known or any(len(k) > 3 and k in fold(part.piece.text) for k in known):
            return n
    return None


def _mine(block: _Part, parts: Sequence[_Part], kind: str) -> _Part | None:
    """The signer's or date's line that stands under a block's first line."""
    later = [p for p in parts if p.leaf is block.leaf and p.kind == kind and p.top >= block.top]
    nexts = [
        p.top
        for p in parts
        if p.kind == "opens"
        and p.leaf is block.leaf
        and p.top > block.top + 1
        and abs(p.piece.left - block.piece.left) < 60
    ]
    limit = min(nexts, default=float("inf"))
    near = [p for p in later if p.top < limit]
    return min(
        near,
        key=lambda p: (
            abs(p.piece.left - block.piece.left) > 60,
            p.top,
            abs(p.piece.left - block.piece.left),
        ),
        default=None,
    )


def _fact(path: Path, value: Value, part: _Part, sure: float) -> Fact:
    proof = evidence(part.leaf, [part.piece])
    stated = proof.reader in STATED
    return Fact(path, value, (proof,), "signature-block", sure if stated else min(sure, 0.85))


def signing(document: Document, parties: Sequence[Party]) -> list[Fact]:
    """``("signatures", n, "party" | "name" | "signed" | "date")`` for each block of the last pages.

    ``signed`` is false only where print shows the place to be left blank (``____``, nothing behind
    the colon in a text layer); on a scan an unread signature is ink, so nothing is said.
    """
    rows = [row for leaf in document.leaves for row in line_rows(leaf)]
    parts = [p for row in rows for piece in row.pieces if (p := _classified(row, piece))]
    result: list[Fact] = []
    blocks = [p for p in parts if p.kind == "opens"]
    for n, block in enumerate(blocks):
        owner = _owner(block, parties)
        name = parties[owner].name if owner is not None else block.rest or block.text
        result.append(
            _fact(("signatures", n, "party"), tidy(name), block, 0.95 if owner is not None else 0.7)
        )
        if signer := _mine(block, parts, "signer"):
            text = signer.rest or _behind(signer, rows)
            result += _signed(n, signer, text)
        if dated := _mine(block, parts, "dated"):
            result += _dated(n, dated, dated.rest or _behind(dated, rows))
    return result


def _signed(n: int, signer: _Part, text: str) -> list[Fact]:
    text = re.sub(r"\((?:签名|签字|盖章|签章|签字或盖章)\)", "", text)
    if re.fullmatch(rf"[{_HAN}·]{{2,6}}", text):
        return [
            _fact(("signatures", n, "name"), text, signer, 0.9),
            _fact(("signatures", n, "signed"), True, signer, 0.9),
        ]
    if _left_blank(text, signer):
        return [_fact(("signatures", n, "signed"), False, signer, 0.8)]
    return []


def _left_blank(text: str, part: _Part) -> bool:
    """Whether print alone shows that nobody has written there: pens leave no text behind."""
    printed = _PRINTED_BLANK.search(text) is not None or part.leaf.page.origin == "docx"
    return printed and _BLANK.fullmatch(text) is not None


def _dated(n: int, dated: _Part, text: str) -> list[Fact]:
    try:
        value = dates.parse(text)
    except ValueError:
        if _left_blank(text, dated):
            return [_fact(("signatures", n, "date"), "", dated, 0.8)]
        return []
    return [_fact(("signatures", n, "date"), value, dated, 0.95)]
