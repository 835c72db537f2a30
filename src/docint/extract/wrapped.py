"""A unit's name that a narrow column broke off: put together with the line below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docint.extract.flow import Glyph, Span, line_glyphs, span_of
from docint.extract.rows import Piece, layout
from docint.extract.unit_names import ended, whole
from docint.types.document import Document, Leaf
from docint.types.fact import Fact
from docint.types.place import Box
from docint.values.text import fold, tidy

_TRIES = 3


def unbroken(made: Fact, document: Document) -> Fact:
    """The fact of a unit's name, completed where the print goes on below, else made doubtful.

    A name that ends with its form (有限公司, 大学 …) is left as it is.
    """
    value = fold(str(made.value))
    if ended(value):
        return made
    place = made.evidence[0].place
    leaf = next(
        (x for x in document.leaves if (x.source, x.page.number) == (place.source, place.page)),
        None,
    )
    span = _below(leaf, place.box, value) if leaf is not None and place.box is not None else None
    if span is None:
        return replace(made, confidence=min(made.confidence, 0.6))
    return replace(
        made,
        value=tidy(span.text),
        evidence=(span.evidence,),
        confidence=min(made.confidence, 0.95),
    )


def _below(leaf: Leaf, box: Box, value: str) -> Span | None:
    """The broken name and the lines under it that make it whole."""
    glyphs = [
        g
        for n in range(len(leaf.page.lines))
        for g in line_glyphs(leaf, n)
        if g.box and box.covers(*g.box.middle)
    ]
    first = _run(glyphs, value)
    if not first:
        return None
    pieces = layout(leaf).pieces
    left = _label_edge(pieces, first)
    for _ in range(_TRIES):
        following = _next(pieces, first, left)
        if following is None:
            return None
        first = [*first, *following.glyphs]
        text = "".join(g.char for g in first)
        if whole(text):
            return span_of(leaf, first)
        if len(text) > 50:
            return None
    return None


def _run(glyphs: Sequence[Glyph], value: str) -> list[Glyph]:
    at = "".join(g.char for g in glyphs).find(value)
    return list(glyphs[at : at + len(value)]) if at >= 0 else []


def _label_edge(pieces: Sequence[Piece], first: Sequence[Glyph]) -> float:
    """The left edge of the piece that holds the name: its label's."""
    box = first[0].box
    held = [p.box.x0 for p in pieces if box and p.box.covers(*box.middle)]
    return min(held, default=box.x0 if box else 0.0)


def _next(pieces: Sequence[Piece], first: Sequence[Glyph], left: float) -> Piece | None:
    """The piece right under the last line of a name, in its own column."""
    boxes = [g.box for g in first if g.box]
    bottom = max(b.bottom for b in boxes)
    size = max(b.height for b in boxes)
    right = max(b.x1 for b in boxes)
    under = [
        p
        for p in pieces
        if -0.3 * size <= p.box.top - bottom <= 1.6 * size
        and left - size <= p.box.x0 <= right
        and len(p.text) <= 24
    ]
    return min(under, key=lambda p: (round(p.box.top), p.box.x0), default=None)
