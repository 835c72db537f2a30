"""Values in tables: the cell right of a label, under it, or behind it in the same cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docint.extract.flow import Glyph, Span, line_glyphs, reader_of, span_of
from docint.extract.labels import COMMON
from docint.types.document import Leaf
from docint.types.place import Place
from docint.types.reading import Cell, Table
from docint.values.text import fold

_DRESS = "*★:☆"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label's cell and the spans that may hold its value, surest first."""

    label: str
    spans: tuple[Span, ...]
    bracket: str = ""
    """What stands in brackets behind the label."""


def bare_label(text: str) -> str:
    """A cell's text as a label: folded, without stars and colons."""
    return fold(text).strip(_DRESS)


def cell_span(leaf: Leaf, cell: Cell) -> Span:
    """A whole cell as a span; its box is that of its words where the page's lines show them."""
    glyphs = _glyphs_in(leaf, cell)
    if glyphs and fold(cell.text) == "".join(glyph.char for glyph in glyphs):
        return span_of(leaf, glyphs).by("cell").cut(cell.text.strip())
    place = Place(leaf.source, leaf.page.number, cell.box, "" if cell.box else cell.where)
    return Span(cell.text.strip(), place, reader_of(leaf), cell.confidence, "cell")


def _glyphs_in(leaf: Leaf, cell: Cell) -> list[Glyph]:
    """Glyphs of the page whose middle lies in the cell."""
    if cell.box is None:
        return []
    inside = []
    for number, line in enumerate(leaf.page.lines):
        if line.box and line.box.top < cell.box.bottom and line.box.bottom > cell.box.top:
            inside += [
                g for g in line_glyphs(leaf, number) if g.box and cell.box.covers(*g.box.middle)
            ]
    return inside


def at(table: Table, row: int, column: int) -> Cell | None:
    """The cell that covers a position, merged cells included."""
    for cell in table.cells:
        if (
            cell.row <= row < cell.row + cell.row_span
            and cell.column <= column < cell.column + cell.column_span
        ):
            return cell
    return None


def _neighbour(table: Table, cell: Cell, labels: frozenset[str]) -> list[tuple[Cell, float]]:
    """The cell to the right, then the cell below, as far as they are no labels themselves."""
    right = at(table, cell.row, cell.column + cell.column_span)
    below = at(table, cell.row + cell.row_span, cell.column)
    beside = right is not None and bare_label(right.text) in labels
    head = _heads_columns(table, cell)
    found = []
    if right and right.text.strip() and not beside and not head:
        found.append((right, 1.0))
    if below and below.text.strip() and bare_label(below.text) not in labels:
        found.append((below, 0.95 if beside or head else 0.8))
    return found


def _heads_columns(table: Table, cell: Cell) -> bool:
    """Whether a cell stands in a table's head: a row of words over a row with figures."""
    row = [fold(c.text) for c in table.row(cell.row)]
    under = [fold(c.text) for c in table.row(cell.row + cell.row_span)]
    if len(row) < 3 or len(under) < 3 or len(row) != len(under):
        return False
    words = all(text and not re.search("[0-9:]", text) for text in row)
    return words and any(re.search("[0-9]", text) for text in under) and not _labels_first(under)


def _labels_first(row: Sequence[str]) -> bool:
    """Whether a row's first cell is a form's label rather than a record's first value."""
    return bool(re.fullmatch(r"[\u4e00-\u9fff]{2,8}", row[0])) and row[0] in COMMON


def _behind(leaf: Leaf, cell: Cell, label: str) -> Span | None:
    """``名称：某某公司`` in one cell."""
    folded = fold(cell.text).lstrip("*★☆")
    if not folded.startswith(label + ":") or len(folded) == len(label) + 1:
        return None
    span = cell_span(leaf, cell)
    colon = min(i for i in (cell.text.find("："), cell.text.find(":")) if i >= 0)
    glyphs = _glyphs_in(leaf, cell)
    after = glyphs[len(label) + 1 :]
    if after and "".join(glyph.char for glyph in glyphs) == folded:
        span = span_of(leaf, after)
    return span.by("cell").cut(cell.text[colon + 1 :].strip())


def _unbracketed(name: str, known: frozenset[str]) -> tuple[str, str]:
    """A cell's label without the unit of money in brackets behind it: ``开办资金(万元)``."""
    unit = _IN_UNIT.fullmatch(name)
    return (unit["label"], unit["unit"]) if unit and name not in known else (name, "")


_IN_UNIT = re.compile(r"(?P<label>.+)\((?P<unit>(?:单位:?)?(?:人民币)?[百千]?[万亿]?元)\)")


def labelled_cells(leaf: Leaf, labels: Sequence[str]) -> Iterator[Labelled]:
    """For every cell that is (or begins with) one of the labels, the places of its value."""
    known = frozenset((*labels, *COMMON))
    for table in leaf.page.tables:
        for cell in table.cells:
            name, bracket = _unbracketed(bare_label(cell.text), known)
            if name in labels:
                spans = [
                    cell_span(leaf, other).by("cell", sure)
                    for other, sure in _neighbour(table, cell, known)
                ]
                yield Labelled(name, tuple(spans), bracket)
                continue
            for label in labels:
                if span := _behind(leaf, cell, label):
                    yield Labelled(label, (span,))
                    break
