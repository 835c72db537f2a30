"""Forms drawn for tests: DOCX by python-docx, and pages with geometry by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx

from docint.contracts import Tools
from docint.formats.docx import format as word
from docint.kinds.application_form.assemble import plain
from docint.kinds.application_form.kind import find
from docint.types.document import Document, Leaf
from docint.types.fact import Facts, Path, Value
from docint.types.place import Box
from docint.types.reading import Cell, Line, Page, Table

Span = tuple[int, int, int, int]
"""Top, left, bottom, right cell of a merge, all inclusive."""


def grid(paper: Any, rows: Sequence[Sequence[str]], *merges: Span) -> Any:
    """A table with its texts; merged cells keep the text of their first cell only."""
    table = paper.add_table(len(rows), max(len(row) for row in rows))
    for top, left, bottom, right in merges:
        table.cell(top, left).merge(table.cell(bottom, right))
    done: list[Any] = []
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            cell = table.cell(number, column)
            if text and not any(cell._tc is one for one in done):
                done.append(cell._tc)
                cell.text = text
    return table


def saved(paper: Any) -> Document:
    """A DOCX as the reading stage hands it on."""
    buffer = BytesIO()
    paper.save(buffer)
    content = buffer.getvalue()
    source = hashlib.sha256(content).hexdigest()
    opened = word.open(content)
    pages = [sheet.printed() for sheet in opened.sheets]
    leaves = tuple(Leaf(source, "申请表.docx", page) for page in pages if page)
    return Document("d1", "application-form", 1.0, leaves)


def blank() -> Any:
    """An empty paper."""
    return docx.Document()


def facts_of(document: Document) -> Facts:
    """What the form declares."""
    return find(document, Tools())


def values(document: Document) -> dict[Path, Value]:
    """Values by path."""
    return dict(plain(facts_of(document)))


def page(
    lines: Sequence[tuple[str, float, float]],
    tables: Sequence[Table] = (),
    number: int = 1,
    origin: Any = "ocr",
    score: float = 0.995,
) -> Page:
    """A page of A4 with lines at (x, y), 12 points high."""
    placed = tuple(
        Line(
            text,
            Box(x, y, x + 12 * sum(0.5 if c.isascii() else 1 for c in text), y + 12),
            (),
            score,
        )
        for text, x, y in lines
    )
    return Page(number, 595, 842, origin, "rapidocr", placed, tuple(tables))


def ruled(
    rows: Sequence[Sequence[str]], top: float, edges: Sequence[float], score: float = 0.995
) -> tuple[Table, list[tuple[str, float, float]]]:
    """A ruled table and the lines printed in it; a text that repeats its neighbour is one cell."""
    cells: list[Cell] = []
    lines = []
    for number, row in enumerate(rows):
        column = 0
        while column < len(row):
            last = column
            while last + 1 < len(row) and row[last + 1] == "<":
                last += 1
            y = top + 24 * number
            box = Box(edges[column], y, edges[last + 1], y + 24)
            cells.append(
                Cell(number, column, row[column], box, 1, last - column + 1, confidence=score)
            )
            if row[column]:
                lines.append((row[column], edges[column] + 4, y + 6))
            column = last + 1
    around = Box(edges[0], top, edges[-1], top + 24 * len(rows))
    return Table(tuple(cells), around), lines


def scanned(*pages: Page) -> Document:
    """Pages as one document."""
    source = "0" * 64
    return Document(
        "d1", "application-form", 1.0, tuple(Leaf(source, "申请表.pdf", one) for one in pages)
    )
