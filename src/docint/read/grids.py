"""Ruling lines to grids of cells, merged cells included; no pixels, points only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docint.read.rules import Rules, Stroke
from docint.types.place import Box

TOUCH = 4.0
"""Points by which a stroke may miss the one it is meant to meet."""
SAME = 5.0
"""Points within which two strokes are one border (double rules)."""
COVERED = 0.6
"""Share of a cell's side that must be drawn to be a wall."""
MOST = 4000
"""Elementary cells of one grid; what has more is a drawing."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell's place in its grid and on the page."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table before its words are known."""

    slots: tuple[Slot, ...]
    box: Box


def grids_of(rules: Rules) -> list[Grid]:
    """All grids of two or more cells, from top to bottom."""
    grids = []
    for across, down in _groups(rules):
        grid = _grid(across, down)
        if grid is not None:
            grids.append(grid)
    return sorted(grids, key=lambda grid: grid.box.top)


def _groups(rules: Rules) -> list[tuple[list[Stroke], list[Stroke]]]:
    """Strokes that hang together, as (across, down)."""
    groups: list[tuple[list[Stroke], list[Stroke]]] = []
    for stroke in rules.down:
        met = [a for a in rules.across if _meet(a, stroke)]
        if len(met) < 2:
            continue  # a table's upright line begins and ends at level ones
        mine = [g for g in groups if any(a in g[0] for a in met)]
        merged: tuple[list[Stroke], list[Stroke]] = ([], [stroke])
        for group in mine:
            groups.remove(group)
            merged[0].extend(group[0])
            merged[1].extend(group[1])
        merged[0].extend(a for a in met if a not in merged[0])
        groups.append(merged)
    return groups


def _meet(across: Stroke, down: Stroke) -> bool:
    return (
        across.start - TOUCH <= down.at <= across.end + TOUCH
        and down.start - TOUCH <= across.at <= down.end + TOUCH
    )


def _grid(across: Sequence[Stroke], down: Sequence[Stroke]) -> Grid | None:
    rows = _borders(s.at for s in across)
    # tables open at the sides: their level lines reach beyond the outer upright ones
    ends = [min(s.start for s in across), max(s.end for s in across)]
    columns = _borders([s.at for s in down])
    if ends[0] < columns[0] - 4 * SAME:
        columns.insert(0, ends[0])
    if ends[1] > columns[-1] + 4 * SAME:
        columns.append(ends[1])
    cells = (len(rows) - 1) * (len(columns) - 1)
    if not 2 <= cells <= MOST:
        return None
    slots = _slots(rows, columns, across, down)
    if len(slots) < 2:
        return None
    return Grid(tuple(slots), Box(columns[0], rows[0], columns[-1], rows[-1]))


def _borders(values: Iterable[float]) -> list[float]:
    """Positions, those of double rules taken together."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= SAME:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def _slots(
    rows: Sequence[float],
    columns: Sequence[float],
    across: Sequence[Stroke],
    down: Sequence[Stroke],
) -> list[Slot]:
    """Cells, grown to the right and then down for as long as no wall stands in the way."""
    taken: set[tuple[int, int]] = set()
    slots = []
    for row in range(len(rows) - 1):
        for column in range(len(columns) - 1):
            if (row, column) in taken:
                continue
            wide = 1
            while (
                column + wide < len(columns) - 1
                and (row, column + wide) not in taken
                and not _drawn(down, columns[column + wide], rows[row], rows[row + 1])
            ):
                wide += 1
            tall = 1
            while row + tall < len(rows) - 1 and _goes_on(
                rows, columns, across, down, (row, column, tall, wide)
            ):
                tall += 1
            spots = ((r, c) for r in range(row, row + tall) for c in range(column, column + wide))
            taken.update(spots)
            box = Box(columns[column], rows[row], columns[column + wide], rows[row + tall])
            slots.append(Slot(row, column, tall, wide, box))
    return slots


def _goes_on(
    rows: Sequence[float],
    columns: Sequence[float],
    across: Sequence[Stroke],
    down: Sequence[Stroke],
    cell: tuple[int, int, int, int],
) -> bool:
    """Whether the cell reaches into the row below: no wall between, none inside."""
    row, column, tall, wide = cell
    border = rows[row + tall]
    if _drawn(across, border, columns[column], columns[column + wide]):
        return False
    if wide > 1 and any(
        _drawn(across, border, columns[c], columns[c + 1]) for c in range(column, column + wide)
    ):
        return False
    inside = columns[column + 1 : column + wide]
    return not any(_drawn(down, x, border, rows[row + tall + 1]) for x in inside)


def _drawn(strokes: Iterable[Stroke], at: float, start: float, end: float) -> bool:
    """Whether a border is drawn along most of a stretch."""
    covered = sum(
        max(0.0, min(s.end, end) - max(s.start, start)) for s in strokes if abs(s.at - at) <= SAME
    )
    return covered >= COVERED * (end - start)
