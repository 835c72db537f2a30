"""Pages cleared of the reader's slips that need no witness (识别形近字): 業 in simplified print.

What the reader gave stays in the reading; documents are told and read from the cleared page.
"""

from __future__ import annotations

from dataclasses import replace

from docint.types.document import Leaf
from docint.types.reading import Line, Page, Table
from docint.values.traditional import simple, strays


def cleared(leaf: Leaf) -> Leaf:
    """The leaf, its page without stray traditional characters if a reader recognised it."""
    page = leaf.page
    if page.origin != "ocr" or not strays(page.text):
        return leaf
    return replace(leaf, page=_simple(page))


def _simple(page: Page) -> Page:
    return replace(
        page,
        lines=tuple(_line(line) for line in page.lines),
        tables=tuple(_table(table) for table in page.tables),
        seals=tuple(replace(seal, text=simple(seal.text)) for seal in page.seals),
    )


def _line(line: Line) -> Line:
    words = tuple(replace(word, text=simple(word.text)) for word in line.words)
    return replace(line, text=simple(line.text), words=words)


def _table(table: Table) -> Table:
    cells = tuple(replace(cell, text=simple(cell.text)) for cell in table.cells)
    return replace(table, cells=cells)
