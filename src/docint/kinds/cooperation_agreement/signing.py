"""What was filled in where the parties sign (签署页): names, dates, and what was left blank."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docint.contracts import Tools
from docint.extract.grids import Piece, evidence, pieces_of
from docint.extract.proof import STATED
from docint.extract.written import written
from docint.kinds.cooperation_agreement.blocks import Block, Slot, blocks
from docint.kinds.cooperation_agreement.party import Party
from docint.types.document import Document
from docint.types.fact import Fact, Path, Value
from docint.types.place import Box, Place
from docint.values import dates
from docint.values.text import fold, tidy

_HAN = r"\u4e00-\u9fff"
_BLANK = re.compile(r"[_＿×xX\s年月日/.\-—:：()（）*]*")
_UNDERLINED = re.compile(r"[_＿×xX]{2}")
_UNDATED = re.compile(r"年[_＿\s]*月[_＿\s]*日")
_SIGN_HERE = re.compile(r"\([^()]*(?:签[名字章]|盖章)[^()]*\)")
ROOM = 8.0
"""Heights of print right of a label in which a signature stands; half of that is too narrow."""


_UNDER = 4.0
"""Heights of print under a label in which a signature stands."""
_APART = 3.0
"""Heights of print between a signer's line and a date that is not its own."""


def signing(document: Document, parties: Sequence[Party], tools: Tools) -> list[Fact]:
    """``("signatures", n, "party" | "name" | "signed" | "date")`` for each signature block.

    ``signed`` is false where print shows the place to be left blank (``____``, nothing behind the
    colon in a DOCX). On a scan a signature may be ink that nobody can read: there the picture is
    looked at, and a blank counts only beside another party's writing and without a date.
    """
    found = blocks(document, parties)
    inked = [_inked(block, tools) for block in found]
    result: list[Fact] = []
    for n, block in enumerate(found):
        owner = block.head.owner
        name = block.head.rest if owner is None else parties[owner].name
        sure = 0.7 if owner is None else 0.95
        result.append(_fact(("signatures", n, "party"), tidy(name), block.head, sure))
        common = sum("dated" in each.lines for each in found) == 1 and _apart(block)
        blank = inked[n] is False and any(inked) and (common or _undated(block))
        if signer := block.lines.get("signer"):
            result += _signed(n, signer, blank=blank)
        if dated := block.lines.get("dated"):
            result += _dated(n, dated, blank=blank)
    return result


def _fact(path: Path, value: Value, slot: Slot, sure: float) -> Fact:
    proof = evidence(slot.leaf, [slot.piece])
    stated = proof.reader in STATED
    return Fact(path, value, (proof,), "signature-block", sure if stated else min(sure, 0.85))


def _filled(slot: Slot) -> str:
    """What stands behind a label: in the same piece, else right of it on the same row."""
    text = _SIGN_HERE.sub("", slot.rest)
    return text or next((piece.folded for piece in _beside(slot)), "")


def _beside(slot: Slot) -> Iterator[Piece]:
    """Print and read writing within a signature's room right of a label, left to right."""
    label = slot.piece.box
    if label is None:
        return
    pieces = [piece for line in slot.leaf.page.lines for piece in pieces_of(line)]
    for piece in sorted(pieces, key=lambda piece: piece.left):
        box = piece.box
        level = box and label.top - 0.5 * label.height < box.middle[1] < label.bottom
        if level and 0 < piece.middle - label.x1 < ROOM * label.height:
            yield piece


def _inked(block: Block, tools: Tools) -> bool | None:
    """Whether ink stands behind the signer's label on a scan; None if that cannot be told."""
    signer = block.lines.get("signer")
    if signer is None or signer.leaf.page.origin != "ocr" or signer.piece.box is None:
        return None
    if not _BLANK.fullmatch(_filled(signer)):
        return True
    if tools.look is None or signer.rest:
        return None  # what is printed behind the place hides where it is
    label = signer.piece.box
    right = min((piece.left for piece in _beside(signer)), default=label.x1 + ROOM * label.height)
    if right - label.x1 < ROOM / 2 * label.height:
        return None
    # the cut has a quarter more on every side: pens write higher than print, and lower
    place = Box(label.x1 + 0.6 * label.height, label.top, right - 0.6 * label.height, label.bottom)
    over = [seal for seal in signer.leaf.page.seals if seal.box.meets(place)]
    if any(seal.shape == "rectangle" for seal in over):
        return True  # a person's seal is as good as a signature
    image = tools.look(Place(signer.leaf.source, signer.leaf.page.number, place))
    if image is None:
        return None
    beside = written(image, image.shape[0] / 1.5, sealed=bool(over))
    return beside or _below(signer, label, tools)


def _below(signer: Slot, label: Box, tools: Tools) -> bool:
    """Whether somebody signed in the room under a signer's label."""
    high = label.height
    under = [
        line.box.top
        for line in signer.leaf.page.lines
        if line.box
        and label.bottom < line.box.top
        and line.box.x0 < label.x1
        and label.x0 < line.box.x1
        and not re.fullmatch(rf"[{_HAN}·]{{1,4}}", fold(line.text))  # may be the writing itself
    ]
    bottom = min([*under, label.bottom + _UNDER * high]) - 0.3 * high
    if bottom - label.bottom < high or tools.look is None:
        return False
    place = Box(label.x0, label.bottom + 0.3 * high, label.x0 + ROOM * high, bottom)
    image = tools.look(Place(signer.leaf.source, signer.leaf.page.number, place))
    rows = (bottom - label.bottom) / high
    return image is not None and written(image, image.shape[0] / 1.5 / rows, sealed=True)


def _signed(n: int, signer: Slot, *, blank: bool) -> Iterator[Fact]:
    text = _filled(signer)
    if re.fullmatch(rf"[{_HAN}·]{{2,6}}", text):
        yield _fact(("signatures", n, "name"), text, signer, 0.9)
        yield _fact(("signatures", n, "signed"), True, signer, 0.9)
    elif blank or _left_blank(text, signer):
        yield _fact(("signatures", n, "signed"), False, signer, 0.8)


def _left_blank(text: str, slot: Slot) -> bool:
    """Whether print alone shows that nobody has written there; of a scan, only its underlines."""
    stated = slot.leaf.page.origin != "ocr"
    printed = _UNDERLINED.search(text) or (stated and _UNDATED.search(text))
    return bool(printed or slot.leaf.page.origin == "docx") and _BLANK.fullmatch(text) is not None


def _apart(block: Block) -> bool:
    """Whether a date stands well below the signer's line: one for all the parties."""
    signer, dated = (block.lines.get(key) for key in ("signer", "dated"))
    if signer is None or dated is None or signer.piece.box is None or dated.piece.box is None:
        return False
    gap = dated.piece.box.top - signer.piece.box.bottom
    return dated.leaf is not signer.leaf or gap > _APART * signer.piece.box.height


def _undated(block: Block) -> bool:
    """Whether no date was read on the block's own line for it, if it has one."""
    dated = block.lines.get("dated")
    return dated is None or _BLANK.fullmatch(fold(_filled(dated))) is not None


def _dated(n: int, dated: Slot, *, blank: bool) -> Iterator[Fact]:
    text = _filled(dated)
    try:
        yield _fact(("signatures", n, "date"), dates.parse(text), dated, 0.95)
    except ValueError:
        if blank or _left_blank(text, dated):
            yield _fact(("signatures", n, "date"), "", dated, 0.8)
