"""Tables without ruling lines: rows of figures that stand in columns (income statements)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from docint.read.lines import into_rows, run_on
from docint.types.place import Box
from docint.types.reading import Cell, Line, Table

FIGURE = re.compile(r"[(（\-－]?[¥￥]?\d[\d,，.．]*\d?\s*[%％)）]?|[-－—]{1,2}")
"""An amount, a percentage, or the dash that stands for none."""
ROWS = 3
"""Rows of figures that make a table."""
APART = 3.5
"""Line heights between rows above which a table ends."""
GUTTER = 0.7
"""Line heights of white between two columns."""


def columns_of(lines: Iterable[Line]) -> list[Table]:
    """Tables among lines that stand in no ruled one.

    Args:
        lines: with boxes; a line is one cell's text.
    """
    rows = into_rows([line for line in lines if line.box])
    return [table for block in _blocks(rows) if (table := _table(block)) is not None]


def _blocks(rows: Sequence[Sequence[Line]]) -> Iterator[list[list[Line]]]:
    """Stretches of rows that begin and end with figures, with up to two rows of heads above."""
    start = end = -1
    for number, row in enumerate([*rows, []]):
        if row and _has_figures(row) and (end < 0 or _near(rows[end], row)):
            start = number if start < 0 else start
            end = number
            continue
        if end >= 0 and (not row or number - end > 2 or not _near(rows[end], row)):
            if sum(_has_figures(r) for r in rows[start : end + 1]) >= ROWS:
                yield [list(r) for r in rows[_heads(rows, start) : end + 1]]
            start = end = number if row and _has_figures(row) else -1


def _has_figures(row: Sequence[Line]) -> bool:
    return len(row) > 1 and any(FIGURE.fullmatch(piece.text.strip()) for piece in row)


def _near(above: Sequence[Line], below: Sequence[Line]) -> bool:
    gap = min(_box(p).top for p in below) - max(_box(p).bottom for p in above)
    return gap < APART * min(_box(p).height for p in [*above, *below])


def _heads(rows: Sequence[Sequence[Line]], start: int) -> int:
    """The first of at most two rows above that hold several cells: the columns' heads."""
    first = start
    while (
        first > max(0, start - 2)
        and len(rows[first - 1]) > 1
        and _near(rows[first - 1], rows[first])
    ):
        first -= 1
    return first


def _table(rows: Sequence[Sequence[Line]]) -> Table | None:
    """Cells by the white gutters that run through all rows of figures."""
    gutters = _gutters([row for row in rows if _has_figures(row)])
    if not gutters:
        return None
    cells = []
    for number, row in enumerate(rows):
        for column, pieces in _by_column(row, gutters).items():
            around = _around(pieces)
            score = min(piece.confidence for piece in pieces)
            cells.append(Cell(number, column, run_on(pieces), around, confidence=score))
    return Table(tuple(cells), _around([piece for row in rows for piece in row]), ruled=False)


def _gutters(rows: Sequence[Sequence[Line]]) -> list[float]:
    """The middles of stretches that (almost) no row prints on, left to right."""
    height = sorted(_box(p).height for row in rows for p in row)[len(rows) // 2]
    edges = sorted(
        [(_box(p).x0, 1) for row in rows for p in row]
        + [(_box(p).x1, -1) for row in rows for p in row]
    )
    least = len(rows) // 12  # a long label may reach across
    gutters = []
    depth, opened = 0, None
    for x, change in edges:
        if depth > least >= depth + change:
            opened = x
        elif depth <= least < depth + change and opened is not None:
            if x - opened > GUTTER * height:
                gutters.append((x + opened) / 2)
            opened = None
        depth += change
    return gutters


def _by_column(row: Sequence[Line], gutters: Sequence[float]) -> dict[int, list[Line]]:
    """Pieces by column; one that spans several belongs to the first it fills."""
    columns: dict[int, list[Line]] = {}
    for piece in row:
        middle = _box(piece).middle[0]
        columns.setdefault(sum(g < middle for g in gutters), []).append(piece)
    return columns


def _around(pieces: Sequence[Line]) -> Box:
    around = _box(pieces[0])
    for piece in pieces[1:]:
        around = around.joined(_box(piece))
    return around


def _box(line: Line) -> Box:
    if line.box is None:
        raise ValueError("a piece of a page has a box")
    return line.box
