"""Rows of a page: pieces of lines side by side, in units of the print's own size.

OCR splits a printed row where the gaps are wide (``名    称``) and a PDF joins what stands in two
columns; so lines are cut at wide gaps into pieces, and pieces of one height are put side by side.
A page without geometry is laid out on a grid of characters: one line one row, blanks are gaps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from statistics import median

from docint.extract.flow import Glyph, around, line_glyphs
from docint.types.document import Leaf
from docint.types.place import Box

LEAST = 0.1
"""No print is smaller; boxes without height must not divide by nothing."""
CUT = 1.0
"""A gap this many character sizes wide ends a piece."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of glyphs of one line without wide gaps."""

    glyphs: tuple[Glyph, ...]
    box: Box
    size: float
    """Height of its characters in points (or grid units)."""
    row: int = -1
    """Number of its row in the layout."""
    start: int = 0
    """Index of its first glyph in that row."""

    @property
    def text(self) -> str:
        """The folded characters."""
        return "".join(glyph.char for glyph in self.glyphs)


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces side by side, left to right, as one searchable run."""

    glyphs: tuple[Glyph, ...]
    gaps: tuple[float, ...]
    """Blank before each glyph in character sizes; infinite at the row's start."""
    text: str
    size: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A page as rows and pieces."""

    leaf: Leaf
    rows: tuple[Row, ...]
    pieces: tuple[Piece, ...]
    grid: bool
    """True where the geometry is only that of characters in lines (DOCX)."""


def box_of(glyph: Glyph) -> Box:
    """The glyph's box; a layout's glyphs always have one."""
    assert glyph.box is not None  # noqa: S101 - laid out above
    return glyph.box


def _on_grid(glyphs: Sequence[Glyph], text: str) -> list[Glyph]:
    """Glyphs of a line without geometry, placed by their index; a tab is four blanks wide."""
    xs, x = [], 0.0
    for char in text:
        xs.append(x)
        x += 4.0 if char == "\t" else 1.0
    return [
        Glyph(g.char, g.line, g.at, Box(xs[g.at], float(g.line), xs[g.at] + 1, g.line + 1.0))
        for g in glyphs
    ]


def _gap(left: Glyph, right: Glyph, size: float) -> float:
    return max(0.0, (box_of(right).x0 - box_of(left).x1) / (size or 1.0))


def _pieces_of(glyphs: Sequence[Glyph]) -> list[Piece]:
    if not glyphs:
        return []
    size = max(median(box_of(glyph).height for glyph in glyphs), LEAST)
    runs = [[glyphs[0]]]
    for left, right in pairwise(glyphs):
        if _gap(left, right, size) > CUT:
            runs.append([])
        runs[-1].append(right)
    pieces = []
    for run in runs:
        box = around([box_of(glyph) for glyph in run])
        assert box is not None  # noqa: S101 - a run holds at least one glyph
        pieces.append(Piece(tuple(run), box, size))
    return pieces


def _beside(piece: Piece, row: list[Piece]) -> bool:
    """Whether a piece stands on the row of the piece nearest to it (skew adds up, so: nearest)."""
    nearest = min(row, key=lambda other: abs(other.box.middle[0] - piece.box.middle[0]))
    off = abs(nearest.box.middle[1] - piece.box.middle[1])
    overlap = max(
        min(other.box.x1, piece.box.x1) - max(other.box.x0, piece.box.x0) for other in row
    )
    alike = max(nearest.size, piece.size) <= 2.0 * min(nearest.size, piece.size)
    level = off <= 0.5 * min(nearest.size, piece.size)
    return alike and level and overlap <= 0.5 * piece.size


def row_of(pieces: Sequence[Piece]) -> Row:
    """Pieces put side by side as one row."""
    placed = sorted(pieces, key=lambda piece: piece.box.x0)
    glyphs = tuple(glyph for piece in placed for glyph in piece.glyphs)
    size = median(piece.size for piece in placed)
    gaps = (float("inf"), *(_gap(left, right, size) for left, right in pairwise(glyphs)))
    return Row(
        glyphs,
        gaps,
        "".join(glyph.char for glyph in glyphs),
        size,
        min(piece.box.top for piece in placed),
        max(piece.box.bottom for piece in placed),
    )


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.box.middle[1]):
        # only the last few rows can be level with a piece further down
        home = next((row for row in reversed(rows[-8:]) if _beside(piece, row)), None)
        if home is None:
            rows.append([piece])
        else:
            home.append(piece)
    return rows


@lru_cache(maxsize=64)
def layout(leaf: Leaf) -> Layout:
    """The page's rows from top to bottom."""
    page = leaf.page
    grid = all(line.box is None for line in page.lines)
    pieces: list[Piece] = []
    for number, line in enumerate(page.lines):
        glyphs: Sequence[Glyph] = line_glyphs(leaf, number)
        if grid:
            glyphs = _on_grid(glyphs, line.text)
        pieces += _pieces_of([glyph for glyph in glyphs if glyph.box is not None])
    levels = sorted(_rows(pieces), key=lambda row: min(piece.box.top for piece in row))
    rows = tuple(row_of(level) for level in levels)
    placed = [spot for number, level in enumerate(levels) for spot in _placed(level, number)]
    return Layout(leaf, rows, tuple(placed), grid)


def _placed(level: Sequence[Piece], number: int) -> list[Piece]:
    """The pieces of a row, left to right, each told where it stands."""
    placed, start = [], 0
    for piece in sorted(level, key=lambda piece: piece.box.x0):
        placed.append(replace(piece, row=number, start=start))
        start += len(piece.glyphs)
    return placed


def strip_boxes(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Glyphs of a grid without their made-up boxes, for citing."""
    return [Glyph(glyph.char, glyph.line, glyph.at, None) for glyph in glyphs]
