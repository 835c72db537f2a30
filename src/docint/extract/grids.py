"""Printed rows (行): what stands side by side on a page, from words or from table cells.

Statements and ledgers come ruled, unruled, and without geometry at all (DOCX). All of them become
rows of pieces with a left and a right edge: points where the page has geometry, column numbers
where it has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from docint.types.document import Leaf
from docint.types.place import Box, Evidence, Place
from docint.types.reading import Line, Table, Word
from docint.values import money
from docint.values.text import fold, is_han

# Pieces of one line part where the gap is wider than this share of the line's height.
_GAP = 0.9
# A gap inside a number (``1,234 .56``) is narrower than this; columns are further apart.
_DIGIT_GAP = 0.55
# Two boxes stand in one row if their middles differ by less than this share of their height.
_ROW = 0.55
_WHOLE = re.compile(r"[-(]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{2,6})\)?")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_DIGITAL = re.compile(r"[\d,.，．\-−–—()（）¥￥%]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell of a row, or a run of words with wide blanks on both sides."""

    text: str
    left: float
    right: float
    box: Box | None = None
    confidence: float = 1.0
    where: str = ""

    @property
    def folded(self) -> str:
        """NFKC without blanks."""
        return fold(self.text)

    @property
    def middle(self) -> float:
        """Halfway between the edges."""
        return (self.left + self.right) / 2

    def joined(self, other: Piece) -> Piece:
        """The two as one, the other standing behind."""
        both = self.box.joined(other.box) if self.box and other.box else self.box
        sure = min(self.confidence, other.confidence)
        return Piece(self.text + other.text, self.left, other.right, both, sure, self.where)


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces that stand side by side, left to right."""

    leaf: Leaf
    pieces: tuple[Piece, ...]
    top: float
    height: float
    celled: bool = False
    """True where the pieces are cells of a table."""

    @property
    def text(self) -> str:
        """All pieces folded, without blanks between them."""
        return "".join(piece.folded for piece in self.pieces)

    @property
    def unit(self) -> str | None:
        """The unit of money the row states, as a whole or in one of its pieces."""
        own = money.unit_of(self.text)
        return own or next((u for p in self.pieces if (u := money.unit_of(p.text))), None)

    @property
    def confidence(self) -> float:
        """Of the weakest piece."""
        return min((piece.confidence for piece in self.pieces), default=1.0)


def evidence(leaf: Leaf, pieces: Sequence[Piece]) -> Evidence:
    """The proof that pieces stand on a page: their text, and the box around them."""
    box: Box | None = None
    for piece in pieces:
        if piece.box is not None:
            box = piece.box if box is None else box.joined(piece.box)
    where = "" if box else next((p.where for p in pieces if p.where), "")
    return Evidence(
        Place(leaf.source, leaf.page.number, box, where),
        " ".join(piece.text for piece in pieces),
        leaf.page.reader or leaf.page.origin,
        min((piece.confidence for piece in pieces), default=1.0),
    )


# ---------------------------------------------------------------- pieces of lines


def _share(line: Line, start: int, end: int) -> Box | None:
    """The box of part of a line whose words are unknown: by its share of the characters."""
    if line.box is None:
        return None
    # A Chinese character is about twice as wide as a digit or a blank.
    widths = [2 if is_han(c) or ord(c) > 0x2E80 else 1 for c in line.text] or [1]
    unit = line.box.width / sum(widths)
    x0 = line.box.x0 + unit * sum(widths[:start])
    return Box(x0, line.box.top, x0 + unit * sum(widths[start:end]), line.box.bottom)


def _split_text(line: Line) -> list[Piece]:
    pieces = []
    for match in re.finditer(r"\S+(?:[ ]\S+)*", line.text.replace("\u3000", "  ")):
        box = _share(line, *match.span())
        left, right = (box.x0, box.x1) if box else (float(match.start()), float(match.end()))
        pieces.append(Piece(match.group(), left, right, box, line.confidence, line.where))
    return pieces


def _word_piece(words: Sequence[Word], line: Line) -> Piece:
    boxes = [word.box for word in words if word.box]
    box = boxes[0]
    for other in boxes[1:]:
        box = box.joined(other)
    text = words[0].text
    for before, word in pairwise(words):
        far = before.box and word.box and word.box.x0 - before.box.x1 > 0.25 * box.height
        text += (" " if far else "") + word.text
    confidence = min(line.confidence, *(word.confidence for word in words))
    return Piece(text.strip(), box.x0, box.x1, box, confidence, line.where)


def _parted(before: Word, word: Word) -> bool:
    if before.box is None or word.box is None:
        return False
    gap = word.box.x0 - before.box.x1
    height = max(before.box.height, word.box.height)
    digital = _DIGITAL.fullmatch(before.text.strip()) and _DIGITAL.fullmatch(word.text.strip())
    return gap > height * (_DIGIT_GAP if digital else _GAP)


def pieces_of(line: Line) -> list[Piece]:
    """A line's runs of words between wide gaps."""
    words = [word for word in line.words if word.text.strip() and word.box]
    if not words or len("".join(w.text for w in words)) < 0.8 * len("".join(line.text.split())):
        return _split_text(line)
    runs = [[words[0]]]
    for before, word in pairwise(words):
        if _parted(before, word):
            runs.append([word])
        else:
            runs[-1].append(word)
    return [_word_piece(part, line) for run in runs for part in _amounts_apart(run)]


def _tokens(run: Sequence[Word]) -> list[list[Word]]:
    """A run cut at its visible blanks."""
    tokens = [[run[0]]]
    for before, word in pairwise(run):
        far = before.box and word.box and word.box.x0 - before.box.x1 > 0.25 * word.box.height
        if far:
            tokens.append([word])
        else:
            tokens[-1].append(word)
    return tokens


def _said(words: Sequence[Word]) -> str:
    return fold("".join(word.text for word in words))


def _amounts_apart(run: Sequence[Word]) -> list[list[Word]]:
    """A run cut where a whole amount stands beside a label or another amount (a narrow gutter)."""
    tokens = _tokens(run)
    parts = [tokens[0]]
    for before, token in pairwise(tokens):
        one, two = _said(before), _said(token)
        amounts = bool(_WHOLE.fullmatch(one)), bool(_WHOLE.fullmatch(two))
        words = _HAN.search(one) or _HAN.search(two)
        if all(amounts) or (any(amounts) and words):
            parts.append(token)
        else:
            parts[-1] = [*parts[-1], *token]
    return parts


# ---------------------------------------------------------------- rows


def _middle(piece: Piece) -> float:
    return piece.box.middle[1] if piece.box else 0.0


def _height(piece: Piece) -> float:
    return piece.box.height if piece.box else 1.0


def _anchor(row: Sequence[Piece]) -> Piece:
    """The last piece of a row that shows its height; a dash does not."""
    tallest = max(_height(piece) for piece in row)
    return next(piece for piece in reversed(row) if _height(piece) >= 0.6 * tallest)


def _level(a: Piece, b: Piece) -> float | None:
    """How far two pieces are from one height; None if they stand in different rows."""
    apart = abs(_middle(a) - _middle(b))
    low, high = sorted((_height(a), _height(b)))
    # A dash or a comma is much lower than a figure and stands anywhere beside it.
    reach = _ROW * low if low > 0.45 * high else 0.6 * high
    return apart if apart < reach else None


def _chained(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Groups pieces into rows from left to right, so that a slight slope is followed."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.left, _middle(p))):
        best, distance = None, 1e9
        for row in rows:
            last = row[-1]
            overlap = last.right - piece.left
            if overlap > 0.3 * min(last.right - last.left, piece.right - piece.left):
                continue
            apart = _level(_anchor(row), piece)
            if apart is not None and apart < distance:
                best, distance = row, apart
        if best is None:
            rows.append([piece])
        else:
            best.append(piece)
    return rows


def together(before: Piece, piece: Piece) -> Piece:
    """Two pieces side by side as one."""
    box = before.box.joined(piece.box) if before.box and piece.box else before.box
    sure = min(before.confidence, piece.confidence)
    text = before.text + piece.text
    return Piece(text, before.left, piece.right, box, sure, before.where)


def _within(before: Piece, piece: Piece, heights: float) -> bool:
    """Whether the gap between two printed pieces is narrower than so many line heights."""
    if before.box is None or piece.box is None:
        return False
    return piece.left - before.right < heights * piece.box.height


def apart(piece: Piece) -> list[Piece]:
    """A piece cut at its printed blanks, the edges shared out by the widths of characters."""
    pieces = []
    widths = [2 if ord(char) > 0x2E80 else 1 for char in piece.text]
    unit = (piece.right - piece.left) / (sum(widths) or 1)
    for match in re.finditer(r"\S+", piece.text):
        left = piece.left + unit * sum(widths[: match.start()])
        right = left + unit * sum(widths[match.start() : match.end()])
        box = Box(left, piece.box.top, right, piece.box.bottom) if piece.box else None
        pieces.append(Piece(match[0], left, right, box, piece.confidence, piece.where))
    return pieces


def _letterspaced(pieces: Sequence[Piece]) -> list[Piece]:
    """Single characters set wide apart (``合    计``) put together as the word they are."""
    result: list[Piece] = []
    open_run = False
    for piece in pieces:
        single = bool(_HAN.fullmatch(piece.folded))
        before = result[-1] if result else None
        if before is not None and open_run and single and _within(before, piece, 7):
            result[-1] = together(before, piece)
            continue
        open_run = single
        result.append(piece)
    return result


def _row(leaf: Leaf, pieces: Sequence[Piece], *, celled: bool = False) -> Row:
    boxes = [piece.box for piece in pieces if piece.box]
    top = sum(box.middle[1] for box in boxes) / len(boxes) if boxes else 0.0
    height = max((box.height for box in boxes), default=1.0)
    ordered = sorted(pieces, key=lambda p: p.left)
    placed = ordered if celled else _letterspaced(ordered)
    return Row(leaf, tuple(placed), top, height, celled)


def line_rows(leaf: Leaf) -> list[Row]:
    """A page's rows from its lines alone, from top to bottom."""
    placed = [p for line in leaf.page.lines if line.box for p in pieces_of(line)]
    rows = [_row(leaf, group) for group in _chained(placed)]
    rows.sort(key=lambda row: row.top)
    # Lines without a box keep their order: each is a row of its own.
    rows += [_row(leaf, _split_text(line)) for line in leaf.page.lines if line.box is None]
    return [row for row in rows if row.pieces]


def table_rows(leaf: Leaf, table: Table) -> list[Row]:
    """A table's rows; a merged cell stands in its first row."""
    placed = all(cell.box for cell in table.cells)
    rows = []
    for number in range(table.rows):
        pieces = []
        for cell in table.row(number):
            left, right = float(cell.column), float(cell.column + cell.column_span)
            if placed and cell.box:
                left, right = cell.box.x0, cell.box.x1
            pieces.append(Piece(cell.text, left, right, cell.box, cell.confidence, cell.where))
        if any(piece.text.strip() for piece in pieces):
            full = [piece for piece in pieces if piece.text.strip()]
            rows.append(_row(leaf, full, celled=True))
    return rows


def _inside(row: Row, box: Box) -> bool:
    return any(piece.box is not None and box.covers(*piece.box.middle) for piece in row.pieces)


def _table_name(where: str) -> str:
    """``表1 第3行第2列`` → ``表1``; empty for a place outside tables."""
    head = where.split(" ", maxsplit=1)[0]
    return head if re.fullmatch(r"表\d+", head) else ""


def _unplaced_rows(leaf: Leaf) -> list[Row]:
    """Rows of a page without geometry: paragraphs and table rows in the order of its lines."""
    tables = {_table_name(t.cells[0].where): t for t in leaf.page.tables if t.cells}
    rows: list[Row] = []
    for line in leaf.page.lines:
        name = _table_name(line.where)
        if not name or (name not in tables and not leaf.page.tables):
            rows.append(_row(leaf, _split_text(line)))
        elif name in tables:
            rows += table_rows(leaf, tables.pop(name))
    for table in tables.values():
        rows += table_rows(leaf, table)
    return [row for row in rows if row.pieces]


def page_rows(leaf: Leaf, *, tables: bool) -> list[Row]:
    """A page's rows from top to bottom.

    Args:
        leaf: the page.
        tables: True takes tables by their cells and the rest by lines; False takes lines only.
    """
    if all(line.box is None for line in leaf.page.lines) and leaf.page.tables:
        return _unplaced_rows(leaf)
    rows = line_rows(leaf)
    if not tables or not leaf.page.tables:
        return rows
    for table in leaf.page.tables:
        cells = table_rows(leaf, table)
        if table.box is None or not cells:
            rows += cells
            continue
        rows = [row for row in rows if not _inside(row, table.box)]
        place = next((i for i, r in enumerate(rows) if r.top > table.box.top), len(rows))
        rows[place:place] = cells
    return rows
