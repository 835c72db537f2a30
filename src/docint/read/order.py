"""Reading order of pages set in two columns: the left one down, then the right one."""

from __future__ import annotations

from collections.abc import Sequence

from docint.types.place import Box
from docint.types.reading import Line

FEWEST = 4
"""Lines each column must have at least."""
WRAPPED = 3
"""Lines that follow each other at full width: a paragraph, which no column of labels has."""


def in_columns(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines row by row, but where a paragraph wraps in one of two columns, column by column.

    Rows of labels and values side by side, and of figures, stay rows.

    Args:
        lines: with boxes, row by row.
    """
    boxes = [line.box for line in lines if line.box]
    if len(boxes) < 2 * FEWEST:
        return tuple(lines)
    left, right = min(b.x0 for b in boxes), max(b.x1 for b in boxes)
    candidates = [left + (right - left) * share / 40 for share in range(12, 29)]
    bands = [(_band(lines, x), x) for x in candidates]
    (start, end), gutter = max(bands, key=lambda pair: pair[0][1] - pair[0][0])
    band = lines[start:end]
    sides = (
        [line for line in band if _box(line).x1 <= gutter],
        [line for line in band if _box(line).x0 >= gutter],
    )
    if min(map(len, sides)) < FEWEST or not any(_wraps(side) for side in sides):
        return tuple(lines)
    return (*lines[:start], *sides[0], *sides[1], *lines[end:])


def _band(lines: Sequence[Line], gutter: float) -> tuple[int, int]:
    """The longest stretch of lines that none crosses the gutter."""
    best = (0, 0)
    start = 0
    for number, line in enumerate([*lines, None]):
        if line is not None and not _box(line).x0 < gutter < _box(line).x1:
            continue
        if number - start > best[1] - best[0]:
            best = (start, number)
        start = number + 1
    return best


def _wraps(column: Sequence[Line]) -> bool:
    """Whether lines of one left and one right edge follow each other closely."""
    run: list[Box] = []
    for line in column:
        box = _box(line)
        if run and not (box.top - run[-1].bottom < box.height and _flush(run[0], box)):
            run = []
        if box.width > 8 * box.height:
            run.append(box)
        if len(run) >= WRAPPED:
            return True
    return False


def _flush(first: Box, box: Box) -> bool:
    size = min(first.height, box.height)
    return abs(first.x0 - box.x0) < size and abs(first.x1 - box.x1) < 1.2 * size


def _box(line: Line) -> Box:
    if line.box is None:
        raise ValueError("a line of a page has a box")
    return line.box
