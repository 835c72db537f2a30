"""Who does what, by marks in a table (任务矩阵): a row to each task, a column to each party.

The mark says all, and readers take a dot for a letter or see none: on scans the picture of the
cells tells, where exactly one cell of a row has ink in it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from docint.contracts import Tools
from docint.extract.celled import Field, Grid
from docint.extract.written import CONTRAST
from docint.kinds.cooperation_agreement.charges import RESEARCH, Share, Words
from docint.kinds.cooperation_agreement.tables import columns_of
from docint.types.place import Box, Place

if TYPE_CHECKING:
    from docint.contracts import Image

_MARK = re.compile(r"[√✓✔●○◯■☑▲★◆vV]")
_ANY = 2
"""Characters of a reader's guess at a mark at most."""
_MARGIN = 0.2
"""Share of a cell's sides that its rules may reach into."""
_INKED, _BARE = 0.012, 0.3
"""Share of ink in a marked cell at least; in another of its row, as a part of that."""


def marked(grid: Grid, words: Words, tools: Tools | None) -> Iterator[Share]:
    """The tasks that one column's mark gives to its party.

    Args:
        grid: a table; only one with a column to each party is a matrix.
        words: that name the parties.
        tools: to look at the cells of a scan with.
    """
    columns = {
        column: who[0]
        for column, head in columns_of(grid).items()
        if len(who := words.named(head.text)) == 1
    }
    for row in grid.rows if len(columns) > 1 else ():
        task, rest = row[0], row[1:]
        if task.column in columns or len(task.text) <= _ANY:
            continue
        if any(len(field.text) > _ANY for field in rest):
            continue  # its cells tell more than a mark does
        column = _seen(grid, task.row, columns, tools) or _read(rest, columns)
        if column is not None:
            yield Share(columns[column], task.runs, True, bool(RESEARCH.search(task.text)))


def _read(rest: Sequence[Field], columns: Collection[int]) -> int | None:
    """The only column that a mark was read in."""
    found = [f.column for f in rest if f.column in columns and _MARK.fullmatch(f.text)]
    return found[0] if len(found) == 1 else None


def _seen(grid: Grid, row: int, columns: Collection[int], tools: Tools | None) -> int | None:
    """The only column of a scan's row with ink in its cell."""
    leaf = grid.leaf
    if tools is None or tools.look is None or leaf is None or leaf.page.origin != "ocr":
        return None
    ink: dict[int, float] = {}
    for cell in grid.cells:
        if cell.row == row and cell.column in columns and cell.box is not None:
            image = tools.look(Place(leaf.source, leaf.page.number, _inner(cell.box)))
            ink[cell.column] = 0.0 if image is None else _share(image)
    best = max(ink, key=lambda column: ink[column], default=None)
    if best is None or len(ink) < len(columns) or ink[best] < _INKED:
        return None
    others = (share for column, share in ink.items() if column != best)
    return best if all(share <= _BARE * ink[best] for share in others) else None


def _inner(box: Box) -> Box:
    wide, high = _MARGIN * box.width, _MARGIN * box.height
    return Box(box.x0 + wide, box.top + high, box.x1 - wide, box.bottom - high)


def _share(image: Image) -> float:
    """Share of dark pixels."""
    paper = np.percentile(image.reshape(-1, 3), 75, axis=0)
    return float((np.maximum(paper - image, 0).max(axis=2) > CONTRAST).mean())
