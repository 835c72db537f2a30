"""Statements with their items between the years (项目居中): set as if the items stood at the left.

Balance sheets in the manner of listed groups print last year's amounts left of the items and this
year's right of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docint.extract.columns import is_amount
from docint.extract.grids import Piece, Row
from docint.extract.periods import period

_COLUMNS = 3


def uncentred(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows; under heads with the label between two periods, the items go to the left."""
    bounds: tuple[float, float] | None = None
    for row in rows:
        if _centred(row):
            left, label, right = row.pieces
            bounds = (left.middle + label.middle) / 2, (label.middle + right.middle) / 2
        elif bounds and not _fits(row, bounds):
            bounds = None
        yield _moved(row, bounds) if bounds else row


def _centred(row: Row) -> bool:
    roles = [found.role if (found := period(piece.text)) else "" for piece in row.pieces]
    return roles == ["amount", "label", "amount"]


def _fits(row: Row, bounds: tuple[float, float]) -> bool:
    """Whether a row has words between the bounds at most, and amounts beside them."""
    words = [piece for piece in row.pieces if not is_amount(piece.text)]
    return len(row.pieces) <= _COLUMNS and all(_between(piece, bounds) for piece in words)


def _between(piece: Piece, bounds: tuple[float, float]) -> bool:
    return bounds[0] < piece.middle < bounds[1]


def _moved(row: Row, bounds: tuple[float, float]) -> Row:
    """The row with what stands in the middle moved to the left of all."""
    wide = bounds[1] - bounds[0]
    inner = [
        replace(piece, left=piece.left - 2 * wide, right=piece.right - 2 * wide)
        for piece in row.pieces
        if _between(piece, bounds)
    ]
    outer = [piece for piece in row.pieces if not _between(piece, bounds)]
    return replace(row, pieces=(*inner, *outer))
