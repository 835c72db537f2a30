"""What a page says, as cues are matched."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from docint.types.reading import Line, Page
from docint.values.text import fold


@lru_cache(maxsize=512)
def folded(page: Page) -> str:
    """All the page says, folded line by line; cells count where the lines do not repeat them."""
    text = joined(page.lines)
    cells = (fold(cell.text) for table in page.tables for cell in table.cells)
    return "\n".join([text, *(cell for cell in cells if cell and cell not in text)])


def joined(lines: Iterable[Line]) -> str:
    """Lines, each folded."""
    return "\n".join(fold(line.text) for line in lines)
