from __future__ import annotations

from docint.read.grids import grids_of
from docint.read.rules import Rules, Stroke


def ruled(rows: list[float], columns: list[float]) -> tuple[list[Stroke], list[Stroke]]:
    across = [Stroke(y, columns[0], columns[-1]) for y in rows]
    down = [Stroke(x, rows[0], rows[-1]) for x in columns]
    return across, down


def test_a_plain_grid_has_all_its_cells() -> None:
    across, down = ruled([0, 20, 40], [0, 50, 100, 150])
    (grid,) = grids_of(Rules(tuple(across), tuple(down)))
    assert [(s.row, s.column) for s in grid.slots] == [(r, c) for r in (0, 1) for c in (0, 1, 2)]


def test_a_merged_cell_stands_once_with_its_spans() -> None:
    across, _ = ruled([0, 20, 40], [0, 50, 100])
    down = [Stroke(0, 0, 40), Stroke(50, 20, 40), Stroke(100, 0, 40)]
    (grid,) = grids_of(Rules(tuple(across), tuple(down)))
    assert [(s.row, s.column, s.row_span, s.column_span) for s in grid.slots] == [
        (0, 0, 1, 2),
        (1, 0, 1, 1),
        (1, 1, 1, 1),
    ]


def test_a_cell_that_spans_rows_is_one_cell() -> None:
    across = [Stroke(0, 0, 100), Stroke(20, 50, 100), Stroke(40, 0, 100)]
    down = [Stroke(x, 0, 40) for x in (0.0, 50.0, 100.0)]
    (grid,) = grids_of(Rules(tuple(across), tuple(down)))
    assert (grid.slots[0].row_span, len(grid.slots)) == (2, 3)


def test_a_table_open_at_its_sides_keeps_its_outer_columns() -> None:
    across = [Stroke(y, 0, 200) for y in (0.0, 20.0, 40.0)]
    down = [Stroke(x, 0, 40) for x in (80.0, 140.0)]
    (grid,) = grids_of(Rules(tuple(across), tuple(down)))
    assert max(s.column for s in grid.slots) == 2


def test_a_double_border_is_one_border() -> None:
    across, down = ruled([0, 3, 20, 40], [0, 50, 100])
    (grid,) = grids_of(Rules(tuple(across), tuple(down)))
    assert len(grid.slots) == 4


def test_a_page_frame_is_no_table() -> None:
    across, down = ruled([0, 800], [0, 500])
    assert grids_of(Rules(tuple(across), tuple(down))) == []


def test_underlines_are_no_table() -> None:
    assert grids_of(Rules((Stroke(10, 0, 100), Stroke(30, 0, 100)), ())) == []
