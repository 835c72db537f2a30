"""What a reader saw: pages with words, lines, tables, seals and codes, all with their places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from docint.types.place import Box

Origin = Literal["text", "ocr", "docx", "json", "none"]
"""How a page's words were had: text layer, OCR, DOCX or JSON markup, or not at all."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters inside a line; for Chinese OCR usually one character."""

    text: str
    box: Box | None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line, or a paragraph of a file without geometry."""

    text: str
    box: Box | None
    words: tuple[Word, ...] = ()
    """Together they spell ``text`` (blanks aside); empty where only the line is known."""
    confidence: float = 1.0
    where: str = ""
    """The place in words where there is no box (``第3段``)."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; a merged cell stands once, at its top left."""

    row: int
    """From 0."""
    column: int
    """From 0."""
    text: str
    box: Box | None = None
    row_span: int = 1
    column_span: int = 1
    confidence: float = 1.0
    where: str = ""
    """``表1 第3行第2列`` where there is no box."""


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells, ruled or recovered from alignment."""

    cells: tuple[Cell, ...]
    box: Box | None = None
    ruled: bool = True

    @property
    def rows(self) -> int:
        """Number of rows, spanned ones included."""
        return max((cell.row + cell.row_span for cell in self.cells), default=0)

    @property
    def columns(self) -> int:
        """Number of columns, spanned ones included."""
        return max((cell.column + cell.column_span for cell in self.cells), default=0)

    def row(self, number: int) -> tuple[Cell, ...]:
        """Cells that start in a row, left to right."""
        found = (cell for cell in self.cells if cell.row == number)
        return tuple(sorted(found, key=lambda cell: cell.column))


@dataclass(frozen=True, slots=True)
class Seal:
    """An ink seal (印章), its own text read apart from the page's."""

    text: str
    color: Literal["red", "blue", "grey"]
    shape: Literal["round", "oval", "rectangle"]
    box: Box
    confidence: float


@dataclass(frozen=True, slots=True)
class Code:
    """A decoded QR or bar code; its content is data and is never followed."""

    format: str
    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Page:
    """One upright page."""

    number: int
    """From 1 inside the file."""
    width: float
    """Points, after turning; 0 where the source has no geometry."""
    height: float
    origin: Origin
    reader: str = ""
    """Name of the OCR engine, or the origin."""
    lines: tuple[Line, ...] = ()
    """In reading order."""
    tables: tuple[Table, ...] = ()
    seals: tuple[Seal, ...] = ()
    codes: tuple[Code, ...] = ()
    turned: int = 0
    """Degrees clockwise the stored page was turned to stand upright: 0, 90, 180, 270."""
    skew: float = 0.0
    """Degrees the page was then rotated counter-clockwise to level its lines."""
    colored: bool = True
    """False for grey or bilevel pages, where a missing red seal proves nothing."""
    problem: str = ""
    """Why the page could not be read, as one Chinese sentence; empty when it could."""
    notes: tuple[str, ...] = ()
    """What a careful reader remarks, e.g. ``text-layer-garbled``, ``text-layer-conflict: …``."""

    @property
    def text(self) -> str:
        """All lines in reading order, one per row."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Traces:
    """What a file tells of its own history; raw material for forensic checks."""

    producer: str = ""
    creator: str = ""
    created: str = ""
    modified: str = ""
    revisions: int = 1
    """Number of times a PDF was saved incrementally."""
    signatures: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read from one source."""

    source: str
    """SHA-256 of the file."""
    format: str
    """Name of the format unit that opened it."""
    pages: tuple[Page, ...]
    traces: Traces = field(default_factory=Traces)
    data: Mapping[str, Any] | None = None
    """The parsed content of a structured file (``application.json``)."""

    def page(self, number: int) -> Page:
        """The page with this number (from 1).

        Raises:
            KeyError: the file has no such page.
        """
        for page in self.pages:
            if page.number == number:
                return page
        raise KeyError(f"page {number} of {self.source[:12]}")
