"""Where each party signs (签署栏): its name, the signer's line and the line for the date.

Blocks come one below the other, two abreast, in cells, with the name behind its label or below it,
and the signer's line below or to the right. Each line that is to be filled in belongs to the name
that stands last before it in its column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from docint.extract.grids import Piece, Row, line_rows
from docint.kinds.cooperation_agreement.party import LABEL, ROLE, Party, names_of
from docint.types.document import Document, Leaf
from docint.values.text import fold

_STAMP = r"(?:盖章|公章|签章|印章|单位章|专用章|用章)"
_STAMP_HERE = re.compile(rf"[/(]*[^()/:：]{{0,6}}{_STAMP}[^()/:：]{{0,6}}\)*")
_LABELLED = re.compile(
    rf"(?P<label>{LABEL}|{ROLE}|(?:单位|机构|企业|公司)?名称|单位)(?:\([^()]{{1,20}}\))?"
    r"(?P<colon>[:：]?)(?P<name>.*)"
)
_WHO = (
    "(?:法定|法人|授权|委托|签字|签约|单位|甲方|乙方|其)?(?:代表人?|代理人|委托人)|主?要?负责人"
    "|签字人|签署人|签[署字名]"
)
_SIGNER = re.compile(
    rf"(?:{_WHO})(?:(?:或|/|及|、)?\(?(?:或|其|/)*(?:{_WHO})\)?)*"
    r"(?P<here>\((?:[^()]*(?:签[字名署章]|盖章)[^()]*)\))?(?P<colon>[:：]?)(?P<rest>.*)"
)
_DATED = re.compile(
    r"(?:签[订署字约]?)?(?:日期|时间)[:：]?(?P<rest>.*)"
    r"|(?P<bare>[\d_＿×xX\s〇○零一二三四五六七八九十]*年[\d_＿×xX一二三四五六七八九十\s]*月[\d_＿×xX一二三四五六七八九十\s]*日?)"
)
_SENTENCE = re.compile("[,，。;；]")
COLUMN = 40.0
"""Points that a line may stand left of the name it belongs to."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One piece of print of a signature block."""

    leaf: Leaf
    piece: Piece
    top: float
    kind: str
    """``party``, ``stamp``, ``signer`` or ``dated``."""
    rest: str = ""
    """What stands behind the label in the same piece: a name, a date."""
    owner: int | None = None
    """Of a party's: which."""
    stamp: bool = False
    """Of a party's: whether it says that the seal goes here."""


@dataclass(slots=True)
class Block:
    """A party's place to sign."""

    head: Slot
    lines: dict[str, Slot] = field(default_factory=dict)
    """The first ``stamp``, ``signer`` and ``dated`` of it."""

    @property
    def whole(self) -> bool:
        """Whether it is a place to sign: covers and heads name parties and signers too."""
        stamp = self.head.stamp or "stamp" in self.lines
        return stamp or {"signer", "dated"} <= self.lines.keys()


def blocks(document: Document, parties: Sequence[Party]) -> list[Block]:
    """The signature blocks of an agreement in order, each party's last one."""
    found: list[Block] = []
    for leaf in document.leaves:
        rows = enumerate(line_rows(leaf))
        slots = [slot for order, row in rows for slot in _slots(row, order, parties)]
        here = _on_page(slots)
        # what is to be filled in may be hidden by a seal in one block, hardly in all
        if any(block.whole for block in here):
            found += [block for block in here if block.lines]
    owners = [block.head.owner for block in found]
    return [
        block
        for n, block in enumerate(found)
        if owners[n] is None or owners[n] not in owners[n + 1 :]
    ]


def _slots(row: Row, order: int, parties: Sequence[Party]) -> Iterator[Slot]:
    for piece in _spread(row.pieces):
        text = piece.folded
        top = row.top if piece.box else float(order)
        if match := _DATED.fullmatch(text):
            yield Slot(row.leaf, piece, top, "dated", match["rest"] or match["bare"] or "")
        elif (match := _SIGNER.fullmatch(text)) and (match["colon"] or match["here"]):
            yield Slot(row.leaf, piece, top, "signer", match["rest"])
        elif _SENTENCE.search(text):
            continue
        elif party := _party(row.leaf, piece, top, parties):
            yield party
        elif _STAMP_HERE.fullmatch(text.rstrip(":")):
            yield Slot(row.leaf, piece, top, "stamp")


def _spread(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Pieces with a label's lone first character (``代　表``) put back before its rest."""
    rest = list(pieces)
    while rest:
        piece = rest.pop(0)
        if len(piece.folded) == 1 and rest and _SIGNER.fullmatch(piece.folded + rest[0].folded):
            piece = piece.joined(rest.pop(0))
        yield piece


def _party(leaf: Leaf, piece: Piece, top: float, parties: Sequence[Party]) -> Slot | None:
    stamp = re.search(_STAMP, piece.folded) is not None
    bare = _STAMP_HERE.sub("", piece.folded)
    match = _LABELLED.fullmatch(bare)
    labelled = match is not None and bool(match["colon"] or stamp or not match["name"])
    name = (match["name"] if match and labelled else bare).strip(":：")
    words = [name, match["label"]] if match else [name]
    owner = next((n for word in words if (n := _named(word, parties)) is not None), None)
    if owner is None and not labelled and not (stamp and 4 <= len(name) <= 40):
        return None
    return Slot(leaf, piece, top, "party", name or bare.strip(":"), owner, stamp)


def _named(text: str, parties: Sequence[Party]) -> int | None:
    """Which party a text is the name or label of, a few characters more allowed."""
    for n, party in enumerate(parties):
        for known in names_of(party):
            more = len(text) - len(known)
            if text == known or (known in text and len(fold(known)) > 3 and more <= len(known)):
                return n
    return None


def _on_page(slots: Sequence[Slot]) -> list[Block]:
    heads = [slot for slot in slots if slot.kind == "party"]
    found = {id(head): Block(head) for head in heads}
    for slot in slots:
        head = None if slot.kind == "party" else _head(slot, heads)
        if head is not None:
            found[id(head)].lines.setdefault(slot.kind, slot)
    return list(found.values())


def _head(slot: Slot, heads: Sequence[Slot]) -> Slot | None:
    """The party last named above or beside a line; its name rather than its label alone."""
    before = [
        head
        for head in heads
        if head.top <= slot.top + 0.5 * _height(slot)
        and head.piece.left <= slot.piece.left + COLUMN
    ]
    last = max(before, key=lambda head: head.top, default=None)
    level = [head for head in before if last and head.top > last.top - 0.5 * _height(last)]
    return max(level, key=lambda head: head.piece.left, default=None)


def _height(slot: Slot) -> float:
    return slot.piece.box.height if slot.piece.box else 1.0
