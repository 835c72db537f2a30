"""Tables inside prose (条款中的表格): the cells of each row as stretches of a document's `Prose`.

Ruled tables and DOCX tables tell their cells. Where no rules are drawn, a row of column heads opens
a table: what stands below belongs to the head it stands under, and a cell's lines belong together
as long as they stand closer than the rows do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from docint.extract.abreast import Opens, abreast, mirrored
from docint.extract.clauses import Prose
from docint.extract.flow import Glyph
from docint.extract.headings import level
from docint.extract.rows import Piece, layout
from docint.types.document import Document, Leaf
from docint.types.place import Box
from docint.types.reading import Cell, Table

Runs = tuple[tuple[int, int], ...]
"""Stretches of a prose's text, in order."""
IsHead = Callable[[Sequence[str]], bool]
"""Whether texts side by side are the heads of columns somebody looks for."""


@dataclass(frozen=True, slots=True)
class Field:
    """One cell: its folded text and where in the prose it stands."""

    row: int
    column: int
    text: str
    runs: Runs


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; merged cells stand once, at their top left."""

    fields: tuple[Field, ...]
    leaf: Leaf | None = None
    """Its page, where rules draw its cells."""
    cells: tuple[Cell, ...] = ()
    """The drawn cells, empty ones too."""

    @property
    def rows(self) -> list[list[Field]]:
        """Filled cells by row, left to right."""
        numbers = sorted({field.row for field in self.fields})
        return [
            sorted((f for f in self.fields if f.row == n), key=lambda f: f.column) for n in numbers
        ]


def _key(leaf: Leaf) -> tuple[str, int]:
    return leaf.source, leaf.page.number


class _Index:
    """Where each printed character of a document stands in its prose."""

    def __init__(self, prose: Prose) -> None:
        self.at: dict[tuple[str, int, int, int], list[int]] = {}
        for n, (leaf, glyph) in enumerate(zip(prose.leaves, prose.glyphs, strict=True)):
            if leaf is not None and glyph is not None:
                self.at.setdefault((*_key(leaf), glyph.line, glyph.at), []).append(n)
        self.text = prose.text

    def field(self, leaf: Leaf, glyphs: Sequence[Glyph], row: int, column: int) -> Field | None:
        """The cell that these characters make; None for those left out of the prose."""
        spots = sorted(
            {n for g in glyphs for n in self.at.get((*_key(leaf), g.line, g.at), ()) if g.line >= 0}
        )
        runs = _runs(spots)
        text = "".join(self.text[a:b] for a, b in runs)
        return Field(row, column, text, runs) if text else None


def _runs(spots: Sequence[int]) -> Runs:
    runs: list[tuple[int, int]] = []
    for spot in spots:
        if runs and runs[-1][1] == spot:
            runs[-1] = (runs[-1][0], spot + 1)
        else:
            runs.append((spot, spot + 1))
    return tuple(runs)


def grids(
    document: Document, prose: Prose, is_head: IsHead, opens: Opens | None = None
) -> tuple[Grid, ...]:
    """All tables of a document in printed order.

    Args:
        document: its pages.
        prose: of the same document.
        is_head: for tables without rules: which rows of texts are the heads of one.
        opens: for lists in columns without heads: what their rows begin with.
    """
    index = _Index(prose)
    found = []
    for leaf in document.leaves:
        glyphs: dict[int, list[Glyph]] = {}
        for place, glyph in zip(prose.leaves, prose.glyphs, strict=True):
            if place is not None and glyph is not None and _key(place) == _key(leaf):
                glyphs.setdefault(glyph.line, []).append(glyph)
        found += [_ruled(leaf, table, index, glyphs) for table in leaf.page.tables]
        found += list(_unruled(leaf, index, is_head))
        found += list(_abreast(leaf, index, opens)) if opens else []
    return tuple(grid for grid in found if grid.fields)


def _ruled(leaf: Leaf, table: Table, index: _Index, glyphs: dict[int, list[Glyph]]) -> Grid:
    fields = []
    for cell in table.cells:
        inside = _inside(leaf, cell, glyphs)
        if made := index.field(leaf, inside, cell.row, cell.column):
            fields.append(made)
    return Grid(tuple(fields), leaf, table.cells)


def _inside(leaf: Leaf, cell: Cell, glyphs: dict[int, list[Glyph]]) -> list[Glyph]:
    if cell.box is None:
        return [
            glyph
            for number, line in enumerate(leaf.page.lines)
            if cell.where and line.where == cell.where
            for glyph in glyphs.get(number, ())
        ]
    return [
        glyph
        for row in glyphs.values()
        for glyph in row
        if glyph.box and cell.box.covers(*glyph.box.middle)
    ]


# ---------------------------------------------------------------- without rules


def _unruled(leaf: Leaf, index: _Index, is_head: IsHead) -> Iterator[Grid]:
    rows = _free_rows(leaf)
    for number, pieces in enumerate(rows):
        if len(pieces) >= 2 and is_head([piece.text for piece in pieces]):
            yield _under(leaf, index, pieces, rows[number + 1 :])


def _abreast(leaf: Leaf, index: _Index, opens: Opens) -> Iterator[Grid]:
    rows = _free_rows(leaf)
    for found in (*abreast(rows, opens), *mirrored(rows, opens)):
        yield _grid(leaf, index, found)


def _free_rows(leaf: Leaf) -> list[list[Piece]]:
    """The pieces of each printed row outside the ruled tables, left to right."""
    page = layout(leaf)
    boxes = [table.box for table in leaf.page.tables if table.box]
    rows: dict[int, list[Piece]] = {}
    for piece in () if page.grid else page.pieces:
        rows.setdefault(piece.row, []).append(piece)
    return [
        sorted(pieces, key=lambda piece: piece.box.x0)
        for pieces in rows.values()
        if not any(box.covers(*pieces[0].box.middle) for box in boxes)
    ]


def _under(
    leaf: Leaf, index: _Index, heads: Sequence[Piece], below: Sequence[Sequence[Piece]]
) -> Grid:
    """The table under a row of heads: rows until one that does not fit its columns."""
    columns = [(head.box.x0, head.box.x1) for head in heads]
    body: list[list[list[Piece]]] = []
    bottom = heads[0].box.bottom
    for pieces in below:
        if not _fits(pieces, columns) or pieces[0].box.top - bottom > 4.0 * pieces[0].size:
            break
        cells: list[list[Piece]] = [[] for _ in heads]
        if len(pieces) == len(heads):
            for n, piece in enumerate(pieces):
                cells[n].append(piece)
                columns[n] = (min(columns[n][0], piece.box.x0), max(columns[n][1], piece.box.x1))
        else:
            for piece in pieces:
                cells[_column(piece.box, columns)].append(piece)
        body.append(cells)
        bottom = max(piece.box.bottom for piece in pieces)
    return _grid(leaf, index, [[[piece] for piece in heads], *_rows(body)])


def _grid(leaf: Leaf, index: _Index, rows: Sequence[Sequence[Sequence[Piece]]]) -> Grid:
    fields = [
        index.field(leaf, [g for piece in cell for g in piece.glyphs], r, c)
        for r, row in enumerate(rows)
        for c, cell in enumerate(row)
    ]
    return Grid(tuple(field for field in fields if field))


def _fits(pieces: Sequence[Piece], columns: Sequence[tuple[float, float]]) -> bool:
    """Whether a row can belong to the table: no clause, nothing left of it, cells apart."""
    first = min(pieces, key=lambda piece: piece.box.x0)
    if len(pieces) > len(columns):
        return False
    if len(pieces) < len(columns) and level(first.text) is not None and len(first.text) > 4:
        return False
    alone = len(pieces) == 1 and len(columns) > 1
    over = alone and first.box.x0 < columns[0][1] and first.box.x1 > columns[1][0] + first.size
    stops = alone and first.text[-1:] in "。:" and first.box.x0 < columns[1][0] - first.size
    return first.box.x0 >= columns[0][0] - 3.0 * first.size and not over and not stops


def _column(box: Box, columns: Sequence[tuple[float, float]]) -> int:
    def off(n: int) -> float:
        left, right = columns[n]
        overlap = min(right, box.x1) - max(left, box.x0)
        return -overlap if overlap > 0 else min(abs(box.x0 - left), abs(box.x1 - right))

    return min(range(len(columns)), key=off)


def _rows(body: Sequence[Sequence[Sequence[Piece]]]) -> list[list[list[Piece]]]:
    """Lines put together to rows: a line without all cells belongs to the row it stands nearest."""
    full = [n for n, cells in enumerate(body) if all(cells)] or [
        n for n, cells in enumerate(body) if cells[0]
    ]
    result = {n: [list(cell) for cell in body[n]] for n in full}
    for n, cells in enumerate(body):
        if n in result or not full:
            continue
        home = min(full, key=lambda f: (_gap(body, n, f), abs(n - f)))
        for column, cell in enumerate(cells):
            result[home][column] += cell
    for row in result.values():
        for cell in row:
            cell.sort(key=lambda piece: (piece.box.top, piece.box.x0))
    return [result[n] for n in full]


def _gap(body: Sequence[Sequence[Sequence[Piece]]], a: int, b: int) -> float:
    """The widest blank between neighbouring lines from one to the other."""
    low, high = sorted((a, b))
    tops = [min(p.box.top for cell in body[n] for p in cell) for n in range(low, high + 1)]
    return max((round(y - x) for x, y in pairwise(tops)), default=0)
