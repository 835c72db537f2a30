"""Small pages drawn from text, for tests: blanks are the gaps of the print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from docint.types.document import Document, Leaf
from docint.types.place import Box
from docint.types.reading import Cell, Line, Page, Table, Word

SIZE, PITCH, LEFT, TOP = 12.0, 20.0, 40.0, 60.0
SOURCE = "0" * 64


def printed_page(
    text: str,
    number: int = 1,
    *,
    plain: bool = False,
    origin: Literal["text", "ocr"] = "text",
    score: float = 1.0,
) -> Page:
    """A page as a reader gives it: pieces between wide gaps, one word for each character.

    Args:
        text: the print; a character is as wide as it is, a blank half a Chinese one.
        number: of the page.
        plain: a DOCX page without geometry.
        origin: of a page with geometry.
        score: of every line.
    """
    rows = text.rstrip("\n").split("\n")
    if plain:
        lines = [Line(row.strip(), None, where=f"第{n}段") for n, row in enumerate(rows, 1)]
        return Page(number, 0, 0, "docx", "docx", tuple(line for line in lines if line.text))
    lines = [line for n, row in enumerate(rows) for line in _pieces(row, TOP + n * PITCH, score)]
    width = max((line.box.x1 for line in lines if line.box), default=0.0) + LEFT
    height = max(842.0, TOP * 2 + len(rows) * PITCH)
    reader = "rapidocr" if origin == "ocr" else "text"
    return Page(number, max(595.0, width), height, origin, reader, tuple(lines))


def _pieces(row: str, top: float, score: float) -> list[Line]:
    words: list[list[Word]] = [[]]
    x = LEFT
    for char in row:
        width = SIZE if ord(char) > 0x2E80 else SIZE / 2
        if char.isspace():
            if words[-1] and x - (words[-1][-1].box or Box(0, 0, 0, 0)).x1 >= SIZE / 2:
                words.append([])
        else:
            words[-1].append(Word(char, Box(x, top, x + width, top + SIZE), score))
        x += width
    return [_line(run, score) for run in words if run]


def _line(run: Sequence[Word], score: float) -> Line:
    boxes = [word.box for word in run if word.box]
    box = Box(boxes[0].x0, boxes[0].top, boxes[-1].x1, boxes[0].bottom)
    return Line("".join(word.text for word in run), box, tuple(run), score)


def ruled_page(
    head: str, rows: Sequence[Sequence[str]], edges: Sequence[float], foot: str = ""
) -> Page:
    """A scan with a ruled table between a head and a foot; a cell's lines stand one under another.

    Args:
        head: the print above, as for `printed_page`.
        rows: texts of the cells, left to right; fewer than columns: the last runs to the edge.
        edges: x of the columns' rules.
        foot: the print below.
    """
    lines = list(printed_page(head).lines)
    top = TOP + (head.count("\n") + 1) * PITCH
    cells: list[Cell] = []
    for number, row in enumerate(rows):
        high = PITCH * max(text.count("\n") + 1 for text in row)
        for column, text in enumerate(row):
            last = column == len(row) - 1
            right = edges[-1] if last else edges[column + 1]
            box = Box(edges[column], top, right, top + high)
            span = len(edges) - 1 - column if last else 1
            cells.append(Cell(number, column, text.replace("\n", ""), box, 1, span))
            x = edges[column] + 3 - LEFT
            for n, part in enumerate(text.split("\n")):
                lines += [_moved(line, x) for line in _pieces(part, top + 4 + n * PITCH, 1.0)]
        top += high
    for n, part in enumerate(foot.split("\n") if foot else ()):
        lines += _pieces(part, top + (n + 1) * PITCH, 1.0)
    table = Table(tuple(cells), Box(edges[0], cells[0].box.top, edges[-1], top))  # type: ignore[union-attr]
    return Page(1, edges[-1] + LEFT, 842, "ocr", "rapidocr", tuple(lines), (table,))


def _moved(line: Line, x: float) -> Line:
    """A line so far to the right."""

    def at(box: Box | None) -> Box | None:
        return box and Box(box.x0 + x, box.top, box.x1 + x, box.bottom)

    words = tuple(Word(word.text, at(word.box), word.confidence) for word in line.words)
    return Line(line.text, at(line.box), words, line.confidence)


def leaf_of(page: Page, file: str = "扫描件.pdf") -> Leaf:
    """The page in a file; every file name has a source of its own."""
    source = SOURCE if file == "扫描件.pdf" else file.encode().hex().ljust(64, "0")[:64]
    return Leaf(source, file, page)


def document_of(kind: str, *pages: Page) -> Document:
    """Pages known to be of a kind."""
    return Document("d1", kind, 1.0, tuple(leaf_of(page) for page in pages))
