"""Values over their labels (值下注名): ``深圳市科学技术局`` over a small ``举办单位``.

Electronic certificates print what matters large and name it in small letters below. There every
label would take its neighbour's value, so a page is read so only where most of its labels stand
close under something and far from what follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docint.extract.flow import Span, span_of
from docint.extract.labels import Hit
from docint.extract.neighbours import starts_with_label
from docint.extract.rows import Layout, Piece

_FLUSH = 1.0
"""Sizes by which a caption may stand right or left of its value's edge."""
_CLOSE = 1.0
"""Sizes between a value and its caption at most …"""
_FARTHER = 0.6
"""… and more than that to what stands below, at least."""
_FEWEST = 3
"""Captions that prove a page captioned."""
_SURE = 0.93


def captioned(page: Layout, found: Sequence[Hit]) -> bool:
    """Whether most labels of a page stand under their values."""
    if page.grid:
        return False
    under, over = 0, 0
    for hit in found:
        own = alone(page, hit)
        if own is None:
            over += 1
            continue
        up, down = _next(page, found, own, -1), _next(page, found, own, 1)
        close = up is not None and _gap(up, own) <= _CLOSE * own.size
        if close and up and (down is None or _gap(own, down) > _gap(up, own) + _FARTHER * own.size):
            under += 1
        elif down is not None:
            over += 1
    return under >= _FEWEST and under > over


def above(page: Layout, found: Sequence[Hit], hit: Hit, block: bool) -> Iterator[Span]:
    """What stands over a caption: all its lines, then the nearest alone; surest first."""
    own = alone(page, hit)
    lines: list[Piece] = []
    last = own
    while last is not None:
        last = _next(page, found, last, -1)
        if last is None or _gap(last, lines[0] if lines else own or last) > _CLOSE * last.size:
            break
        lines.insert(0, last)
    for part in (lines, lines[-1:]) if block or len(lines) > 1 else (lines,):
        if part:
            glyphs = [glyph for piece in part for glyph in piece.glyphs]
            yield span_of(page.leaf, glyphs).by("above", hit.certainty * _SURE)


def alone(page: Layout, hit: Hit) -> Piece | None:
    """The piece that a label fills; None where more stands in it."""
    return next(
        (
            piece
            for piece in page.pieces
            if piece.row == hit.row
            and piece.start == hit.start
            and len(piece.glyphs) == hit.end - hit.start
        ),
        None,
    )


def _next(page: Layout, found: Sequence[Hit], piece: Piece, way: int) -> Piece | None:
    """The nearest piece over (-1) or under (1) another, flush with it; no label."""
    flush = [
        other
        for other in page.pieces
        if way * (other.box.middle[1] - piece.box.middle[1]) > 0.4 * piece.size
        and abs(other.box.x0 - piece.box.x0) <= _FLUSH * max(other.size, piece.size)
    ]
    nearest = min(
        flush, key=lambda other: abs(other.box.middle[1] - piece.box.middle[1]), default=None
    )
    return None if nearest is None or starts_with_label(found, nearest) else nearest


def _gap(upper: Piece, lower: Piece) -> float:
    return lower.box.top - upper.box.bottom
