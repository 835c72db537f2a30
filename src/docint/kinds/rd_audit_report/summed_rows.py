"""Ledgers whose heads were not read (faint, upright, cut off): totals that the sums prove.

``分布式引擎研发 │ 2023 │ 1,831.26 │ 1,565.33 │ … │ 4,614.15``: the last amount of every line is the
sum of those before it, so it is what the project, or all of them, cost in that year. What the
amounts before it were paid for nobody tells.
"""

from __future__ import annotations

import re
from decimal import Decimal

from docint.extract.grids import Piece, Row, page_rows
from docint.kinds.rd_audit_report.items import item
from docint.kinds.rd_audit_report.tables import Entry, Project
from docint.types.document import Leaf
from docint.values.text import fold

_YEAR = re.compile(r"(?P<y>20[0-4]\d)年?度?")
_AMOUNT = re.compile(r"\d{1,3}(?:,?\d{3})*\.\d{2,6}")
_NAME = re.compile(r"(?=.*[\u4e00-\u9fff]{4})[\u4e00-\u9fffA-Za-z0-9()、\-—·/]{4,60}")
_TOTAL = re.compile(r"(?:年度|本年|全年)?(?:合计|总计)")
_ROUNDING = Decimal("0.05")
_LEAST = 3
"""Amounts before a sum, and lines that prove its column, at least."""


def summed(leaf: Leaf) -> tuple[list[Entry], list[Project]]:
    """Totals of projects and of all of them by year; nothing where a line does not add up."""
    rows = page_rows(leaf, tables=False)
    unit = next((row.unit for row in rows if row.unit), None)
    entries: list[Entry] = []
    projects: list[Project] = []
    for row in rows:
        year, amounts = _parts(row)
        if year is None or len(amounts) <= _LEAST:
            continue
        values = [Decimal(fold(piece.text).replace(",", "")) for piece in amounts]
        if abs(sum(values[:-1]) - values[-1]) > _ROUNDING:
            return [], []
        key, name = _named(row)
        if name is not None:
            projects.append(Project(key or "", name.text, name, leaf))
        if name is not None or any(_TOTAL.fullmatch(piece.folded) for piece in row.pieces):
            entries.append(Entry(year, "合计", key, amounts[-1], leaf, unit, True))
    return (entries, projects) if len(entries) >= _LEAST else ([], [])


def _parts(row: Row) -> tuple[int | None, list[Piece]]:
    """A line's year, where it has just one, and its amounts from left to right."""
    years = [match["y"] for piece in row.pieces if (match := _YEAR.fullmatch(piece.folded))]
    amounts = [piece for piece in row.pieces if _AMOUNT.fullmatch(piece.folded)]
    return (int(years[0]) if len(years) == 1 else None), amounts


def _named(row: Row) -> tuple[str | None, Piece | None]:
    """The project that a line is about."""
    for piece in row.pieces:
        if _NAME.fullmatch(piece.folded) and not item(piece.text) and not _YEAR.match(piece.folded):
            return fold(piece.text), piece
    return None, None
