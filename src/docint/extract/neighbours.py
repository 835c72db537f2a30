"""What stands around a value: whose a piece of the page is, and how far its lines run."""

from __future__ import annotations

from collections.abc import Sequence

from docint.extract.labels import Hit, by_row
from docint.extract.rows import Layout, Piece
from docint.types.place import Box


def starts_with_label(found: Sequence[Hit], piece: Piece) -> bool:
    """Whether a label begins a piece, or the number of its item does (``4 法定代表人``)."""
    return any(
        h.start <= piece.start < h.end
        or (
            0 < h.start - piece.start <= _ITEM
            and h.box.x0 - piece.box.x0 <= (h.start - piece.start + 1.5) * h.size
            and piece.text[: h.start - piece.start].rstrip(".、)☑□").isdigit()
        )
        for h in by_row(found).get(piece.row, [])
    )


_ITEM = 3
"""Characters of an item's number, at most."""


def to_margin(page: Layout, last: Box, size: float) -> bool:
    """Whether a line runs to the right edge of the print, so that a paragraph had to wrap."""
    margin = max(piece.box.x1 for piece in page.pieces if piece.box.x0 < last.x1)
    return last.x1 >= margin - 3.0 * size


def owned(page: Layout, found: Sequence[Hit], hit: Hit, piece: Piece) -> bool:
    """Whether another label of the same column, known or not, stands level with the piece."""
    level = (piece.box.top - 0.2 * piece.size, piece.box.bottom + 0.2 * piece.size)
    known = any(
        other.box != hit.box
        and hit.box.x0 <= other.box.x1 <= piece.box.x0 + 0.5 * piece.size
        and level[0] <= other.box.middle[1] <= level[1]
        for other in found
    )
    return known or any(
        other.size <= 1.5 * hit.size  # a watermark owns nothing
        and hit.box.x0 < other.box.x1 <= piece.box.x0
        and other.box.x0 < hit.box.x1
        and level[0] <= other.box.middle[1] <= level[1]
        and other.box.middle[1] > hit.box.bottom
        for other in page.pieces
    )
