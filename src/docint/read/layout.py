"""Pieces and ruling lines to lines in reading order and tables."""

from __future__ import annotations

from collections.abc import Sequence

from docint.read.columns import columns_of
from docint.read.grids import Grid, Slot, grids_of
from docint.read.lines import arrange, run_on, split
from docint.read.order import in_columns
from docint.read.rules import Rules
from docint.types.place import Box
from docint.types.reading import Cell, Line, Table


def laid_out(pieces: Sequence[Line], rules: Rules) -> tuple[tuple[Line, ...], tuple[Table, ...]]:
    """Lines in reading order, and the tables they stand in.

    Inside a ruled table the order is cell by cell; a line that runs across a wall is cut there.

    Args:
        pieces: lines with boxes and words, in any order.
        rules: the page's strokes, in points like the boxes.
    """
    free = list(pieces)
    blocks: list[tuple[Box, tuple[Line, ...]]] = []
    tables = []
    for grid in grids_of(rules):
        inside = [piece for piece in free if piece.box and grid.box.covers(*piece.box.middle)]
        if not inside:
            continue
        filled = _filled(grid, inside)
        if sum(bool(lines) for _, lines in filled) < 2:
            continue  # a frame around a page or a picture
        free = [piece for piece in free if not any(piece is other for other in inside)]
        tables.append(Table(tuple(_cell(slot, lines) for slot, lines in filled), grid.box))
        blocks.append((grid.box, tuple(line for _, lines in filled for line in lines)))
    outside = arrange(free)
    tables += columns_of(outside)
    tables.sort(key=lambda table: table.box.top if table.box else 0.0)
    return _woven(in_columns(outside), blocks), tuple(tables)


def _filled(grid: Grid, pieces: Sequence[Line]) -> list[tuple[Slot, tuple[Line, ...]]]:
    """Each slot with the lines inside it."""
    held: dict[int, list[Line]] = {}
    for piece in pieces:
        for part in split(piece, _walls(grid, piece)):
            number = _slot_of(grid, part)
            if number is not None:
                held.setdefault(number, []).append(part)
    return [(slot, arrange(held.get(n, ()))) for n, slot in enumerate(grid.slots)]


def _walls(grid: Grid, piece: Line) -> list[float]:
    """Upright borders of the slots at the height of a piece."""
    if piece.box is None:
        return []
    y = piece.box.middle[1]
    sides = {s.box.x0 for s in grid.slots if s.box.top <= y <= s.box.bottom}
    return sorted(sides | {grid.box.x1})


def _slot_of(grid: Grid, piece: Line) -> int | None:
    if piece.box is None:
        return None
    x, y = piece.box.middle
    for number, slot in enumerate(grid.slots):
        if slot.box.covers(x, y):
            return number
    near = (abs(s.box.middle[0] - x) + abs(s.box.middle[1] - y) for s in grid.slots)
    return min(enumerate(near), key=lambda pair: pair[1])[0]


def _cell(slot: Slot, lines: Sequence[Line]) -> Cell:
    return Cell(
        slot.row,
        slot.column,
        run_on(lines),
        slot.box,
        slot.row_span,
        slot.column_span,
        min((line.confidence for line in lines), default=1.0),
    )


def _woven(
    lines: Sequence[Line], blocks: Sequence[tuple[Box, tuple[Line, ...]]]
) -> tuple[Line, ...]:
    """Lines with each table's put where the table begins."""
    woven: list[Line] = []
    waiting = sorted(blocks, key=lambda block: block[0].top)
    for line in lines:
        while waiting and line.box and waiting[0][0].top < line.box.middle[1]:
            woven += waiting.pop(0)[1]
        woven.append(line)
    return tuple(woven + [line for _, block in waiting for line in block])
