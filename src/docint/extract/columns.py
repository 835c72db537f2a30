"""Columns (栏): heads composed of one or more rows, and amounts put under them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, pstdev

from docint.extract.grids import Piece, Row, together
from docint.values.text import fold

# Digits, their separators and what OCR makes of them; a unit or a percent sign is no amount.
_AMOUNT = re.compile(
    r"[-−–—~(（\[]{0,2}[¥￥Y]?[-−–—]?[\dOoQlISBZ|][\dOoQlISBZ|,.，．。'’:;·]*[)）\]]?(?:元|万元)?"
)
_DATE = re.compile(r"(?:19|20)\d{2}[-./年](?:\d{1,2}(?:[-./月]\d{0,2}日?)?)?|(?:19|20)\d{2}年?度?")
_NIL = re.compile(r"[-−–—―_/\\＼·.~一无]{1,4}|不适用|N/?A|[-—][(（]?[-—]?[)）]?", re.IGNORECASE)
_WELL_FORMED = re.compile(r"[-−–—(]?[¥￥]?-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\)?")


def is_amount(text: str) -> bool:
    """Whether a piece of a row looks like a printed amount (a date or a nil dash does not)."""
    folded = fold(text)
    if not _AMOUNT.fullmatch(folded) or _DATE.fullmatch(folded):
        return False
    digits = sum(c.isdigit() for c in folded)
    return digits > 0 and 2 * digits >= sum(c.isalnum() for c in folded)


def is_nil(text: str) -> bool:
    """Whether a piece says that there is no amount: a dash, a stroke, 无, 不适用."""
    return bool(_NIL.fullmatch(fold(text)))


def well_formed(text: str) -> bool:
    """Whether an amount is printed as amounts should be: thousands by commas, one point."""
    return bool(_WELL_FORMED.fullmatch(fold(text)))


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a column, from its top row down."""

    text: str
    """Folded; the texts of several rows joined."""
    left: float
    right: float

    @property
    def middle(self) -> float:
        """Halfway between the edges."""
        return (self.left + self.right) / 2


def heads(rows: Sequence[Row], spans: Callable[[str], bool] | None = None) -> tuple[Head, ...]:
    """The columns that header rows name, left to right.

    Args:
        rows: consecutive header rows, top down.
        spans: whether a head of an upper row may reach beyond its own print over several columns
            (a period over 合并 and 母公司).
    """
    if not rows:
        return ()
    found = [Head(p.folded, p.left, p.right) for p in rows[-1].pieces]
    for row in reversed(rows[:-1]):
        found = _stacked(row.pieces, found, spans)
    return tuple(sorted(found, key=lambda head: head.left))


def _stacked(
    upper: Sequence[Piece], lower: list[Head], spans: Callable[[str], bool] | None
) -> list[Head]:
    reach = [p for p in upper if spans and spans(p.folded)]
    result, claimed = [], set()
    for piece in upper:
        under = [
            low
            for low in lower
            if piece.left <= low.middle <= piece.right or low.left <= piece.middle <= low.right
        ]
        if piece in reach and len(reach) < len(lower):
            near = [
                low
                for low in lower
                if min(reach, key=lambda p: abs(p.middle - low.middle)) is piece
                and not any(p.left <= low.middle <= p.right for p in upper if p not in reach)
            ]
            under = under if len(under) >= len(near) else near
        under = [low for low in under if low not in claimed]
        if not under:
            result.append(Head(piece.folded, piece.left, piece.right))
        for low in under:
            claimed.add(low)
            left, right = (
                (low.left, low.right)
                if len(under) > 1
                else (
                    min(low.left, piece.left),
                    max(low.right, piece.right),
                )
            )
            result.append(Head(piece.folded + low.text, left, right))
    return result + [low for low in lower if low not in claimed]


# ---------------------------------------------------------------- amounts under heads

_EDGES: tuple[Callable[[Piece], float], ...] = (
    lambda p: p.right,
    lambda p: p.left,
    lambda p: p.middle,
)


def _nearest(value: float, anchors: Mapping[int, float]) -> int:
    return min(anchors, key=lambda column: abs(anchors[column] - value))


def _anchors(
    pieces: Sequence[Piece], columns: Sequence[int]
) -> tuple[Callable[[Piece], float], dict[int, float]]:
    """The edge along which amounts are aligned, and where it stands in each column."""
    best: tuple[float, Callable[[Piece], float], dict[int, float]] | None = None
    for edge in _EDGES:
        groups: dict[int, list[float]] = {}
        for piece, column in zip(pieces, columns, strict=True):
            groups.setdefault(column, []).append(edge(piece))
        spread = sum(pstdev(g) * len(g) for g in groups.values()) / len(pieces)
        if best is None or spread < best[0] - 1e-6:
            best = (spread, edge, {c: median(g) for c, g in groups.items()})
    assert best is not None  # _EDGES is not empty  # noqa: S101
    return best[1], best[2]


def columns_of(pieces: Sequence[Piece], found: Sequence[Head]) -> list[int]:
    """For each amount, the index of the head it stands under.

    First by the nearest head, then by the edge along which the amounts of a column line up:
    heads are centred, amounts are not, and a short amount stands far from its head's middle.
    """
    if not pieces or not found:
        return []
    middles = {index: head.middle for index, head in enumerate(found)}
    columns = [_nearest(piece.middle, middles) for piece in pieces]
    for _ in range(2):
        edge, anchors = _anchors(pieces, columns)
        columns = [_nearest(edge(piece), anchors) for piece in pieces]
    return columns


def joined(pieces: Sequence[Piece]) -> list[Piece]:
    """A row's pieces with split amounts put together: ``12,345`` ``,678.90``; ``-`` ``1,200.00``.

    Two neighbours become one where the gap is narrow, the whole is a well-formed amount and one
    of the halves is not.
    """
    result: list[Piece] = []
    for piece in pieces:
        before = result[-1] if result else None
        if before is not None and _one_amount(before, piece):
            result[-1] = together(before, piece)
        else:
            result.append(piece)
    return result


def _one_amount(before: Piece, piece: Piece) -> bool:
    if before.box is None or piece.box is None:
        return False
    height = max(before.box.height, piece.box.height)
    if not -0.5 * height < piece.left - before.right < 1.5 * height:
        return False
    a, b = before.folded, piece.folded
    whole = a + b
    if not is_amount(whole) or not well_formed(whole) or "." not in whole:
        return False
    sign = bool(re.fullmatch(r"[-−–—(]", a)) and piece.left - before.right < 0.6 * height
    # 6 beside 6,697,802.68 is a line number: two whole amounts are never one
    return sign or (is_amount(a) and not (well_formed(a) and well_formed(b)))
