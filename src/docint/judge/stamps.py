"""Which party of an agreement has stamped it (各方盖章): by the seal's own text, else by place.

A seal stands in its party's signature block; the block begins where the party is named for signing
and reaches to the next one. What cannot be told apart is nobody's missing seal.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.fuzz import ratio

from docint.judge.agreements import parties
from docint.judge.proof import stated, steps, text
from docint.types.case import Case
from docint.types.document import Document, Leaf
from docint.types.finding import Exhibit
from docint.types.place import Box
from docint.types.reading import Page, Seal
from docint.values.text import bare

ALIKE = 70.0
"""Per cent of characters that a seal's text shares with its party's name, read well or badly."""
SAME = 90.0
"""Per cent of characters that two readings of one party's name share."""


@dataclass(frozen=True, slots=True)
class Block:
    """A party's place to sign and stamp."""

    party: str
    exhibit: Exhibit
    page: tuple[str, int] | None
    """Hash of the file, and page; None where only the party is known."""
    box: Box


@dataclass(frozen=True, slots=True)
class Stamped:
    """Who has stamped, and how many seals are nobody's."""

    without: tuple[Block, ...]
    loose: int


def blocks(case: Case, document: Document) -> tuple[Block, ...]:
    """Signature blocks with their places, each party once.

    Where none were made out the parties stand for them: their seals are then told by their text.
    """
    signed = (
        stated(case, document, "signatures", step, "party")
        for step in steps(case.facts.get(document.id), "signatures")
    )
    named = (party.name for party in parties(case) if party.document.id == document.id)
    signing = _placed(signed)
    return signing if len(signing) > 1 else tuple(replace(b, page=None) for b in _placed(named))


def _placed(names: Iterable[Exhibit | None]) -> tuple[Block, ...]:
    """A block for each name with a place; names alike may be one name, read twice."""
    found: list[Block] = []
    for exhibit in names:
        place = exhibit.fact.evidence[0].place if exhibit else None
        if exhibit and place and place.box:
            block = Block(text(exhibit), exhibit, (place.source, place.page), place.box)
            if all(ratio(bare(block.party), bare(other.party)) < SAME for other in found):
                found.append(block)
    return tuple(found)


Marked = tuple[tuple[str, int], Seal]
"""A seal with its page: hash of the file, and number."""


def stamped(document: Document, asked: Sequence[Block]) -> Stamped:
    """Give each seal of the document to the block it belongs to.

    Args:
        document: the agreement.
        asked: its blocks.
    """
    without, rest = _by_name(document, asked)
    loose = 0
    for page, seal in rest:
        found = _nearest(page, seal, asked)
        if found is None or found not in without:
            loose += 1  # a second seal of a party, or one on the edge of all pages
        else:
            without.remove(found)
    return Stamped(tuple(without), loose)


def place_of(document: Document, leaf: Leaf, seal: Seal, asked: Sequence[Block]) -> Block | None:
    """Whose place to sign a seal stands in, of those that no seal names."""
    return _nearest((leaf.source, leaf.page.number), seal, _by_name(document, asked)[0])


def _by_name(document: Document, asked: Sequence[Block]) -> tuple[list[Block], list[Marked]]:
    """Blocks whose party no seal names, and seals that name no party."""
    without, rest = list(asked), []
    for leaf in document.leaves:
        for seal in leaf.page.seals:
            named = max(asked, key=lambda block: _likeness(seal, block), default=None)
            if named and _likeness(seal, named) >= ALIKE:
                without = [block for block in without if block is not named]
            else:
                rest.append(((leaf.source, leaf.page.number), seal))
    return without, rest


def _likeness(seal: Seal, block: Block) -> float:
    return ratio(bare(seal.text), bare(block.party))


def _nearest(page: tuple[str, int], seal: Seal, asked: Sequence[Block]) -> Block | None:
    """The block on the page whose first line lies least far from the seal's middle."""
    x, y = seal.box.middle
    here = [block for block in asked if block.page == page]
    return min(
        here,
        key=lambda b: abs(b.box.middle[1] - y) + max(b.box.x0 - x, x - b.box.x1, 0.0),
        default=None,
    )


SMALL = 28 / 210
"""Of an A4 page's width: a unit's seal measures 38 mm and more, an accountant's 20 to 25."""


def only_name_seals(document: Document) -> bool:
    """Whether persons' seals (人名章, rectangular or small) are the only ones: no unit has stamped.

    A large seal of any name leaves it open: on a stamped copy (复印件盖章) copied seals are grey.
    """
    seals = [(leaf.page, seal) for leaf in document.leaves for seal in leaf.page.seals]
    return bool(seals) and all(_personal(page, seal) for page, seal in seals)


def _personal(page: Page, seal: Seal) -> bool:
    """On a page across, which may be two pages side by side, sizes tell nothing."""
    upright = 0 < page.width < page.height
    small = upright and max(seal.box.width, seal.box.height) < SMALL * page.width
    return seal.shape == "rectangle" or small
