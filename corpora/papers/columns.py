"""Further columns of a table, filled in with what nobody asks for: phones, remarks, parts of sums."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from corpora.blocks import Grid, Inline, Shown

Added = tuple[int, str, str]
"""A further column: where it stands, its head, what fills it.

``phone``, ``of:a|b`` (one of these), ``part 1`` or ``part 2`` of the row's amount or number.
"""


def added(grid: Grid, columns: tuple[Added, ...], random: Random) -> Grid:
    """A table with further columns."""
    heads, rows = list(grid.heads), [list(row) for row in grid.rows]
    for at, head, how in columns:
        heads.insert(at, head)
        for row in rows:
            row.insert(at, _fill(how, row, random))
    return Grid(tuple(heads), tuple(map(tuple, rows)), grid.group)


def _fill(how: str, row: list[Inline], random: Random) -> str:
    if how == "phone":
        return f"1{random.choice((35, 38, 59, 86))}{random.randrange(10**8):08d}"
    if how.startswith("of:"):
        return random.choice(how[3:].split("|"))
    return _part(row, first=how == "part 1")


def _part(row: list[Inline], *, first: bool) -> str:
    """The first three fifths of the row's amount or number as it is printed, or the rest."""
    text = next(
        cell.text
        for cell in row
        if isinstance(cell, Shown) and cell.path.endswith(("number", "amount"))
    )
    said, places = Decimal(text.replace(",", "")), len(text.partition(".")[2])
    early = (said * 3 / 5).quantize(Decimal(1).scaleb(-places))
    part = early if first else said - early
    return f"{part:,}" if places else str(part)
