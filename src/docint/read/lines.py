"""Pieces of text to lines in reading order: joined along a row, never across columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from docint.types.place import Box
from docint.types.reading import Line, Word

JOIN = 0.9
"""Pieces on one row are one line when the gap is below this many line heights."""
SPACE = 0.25
"""A gap above this many line heights is printed as a blank."""


def arrange(pieces: Iterable[Line]) -> tuple[Line, ...]:
    """Join pieces along their rows and put the lines into reading order.

    Args:
        pieces: lines with boxes, in any order.
    """
    rows = into_rows([piece for piece in pieces if piece.box and piece.text.strip()])
    return tuple(line for row in rows for line in _joined(row))


def into_rows(pieces: Sequence[Line]) -> list[list[Line]]:
    """Rows from top to bottom, each from left to right."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda p: (_box(p).middle[1], _box(p).x0)):
        row = next((r for r in reversed(rows[-4:]) if _fits(piece, r)), None)
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
    rows.sort(key=lambda row: sum(_box(p).middle[1] for p in row) / len(row))
    return [sorted(row, key=lambda p: _box(p).x0) for row in rows]


def _fits(piece: Line, row: Sequence[Line]) -> bool:
    """Whether the piece stands beside its nearest neighbour of the row."""
    box = _box(piece)
    near = min((_box(p) for p in row), key=lambda b: abs(b.middle[0] - box.middle[0]))
    if min(near.x1, box.x1) - max(near.x0, box.x0) > 0.5 * min(near.width, box.width):
        return False
    shared = min(near.bottom, box.bottom) - max(near.top, box.top)
    return shared > 0.5 * min(near.height, box.height)


def _joined(row: Sequence[Line]) -> list[Line]:
    lines = [row[0]]
    for piece in row[1:]:
        if _adjoin(lines[-1], piece):
            lines[-1] = join(lines[-1], piece)
        else:
            lines.append(piece)
    return lines


def _adjoin(left: Line, right: Line) -> bool:
    a, b = _box(left), _box(right)
    height = min(a.height, b.height)
    alike = max(a.height, b.height) < 1.8 * height
    return alike and -height < b.x0 - a.x1 < JOIN * height


def join(left: Line, right: Line) -> Line:
    """Two neighbours as one line; a visible gap becomes a blank."""
    a, b = _box(left), _box(right)
    blank = " " if b.x0 - a.x1 > SPACE * min(a.height, b.height) else ""
    letters = len(left.text) + len(right.text)
    score = (left.confidence * len(left.text) + right.confidence * len(right.text)) / letters
    return replace(
        left,
        text=left.text + blank + right.text,
        box=a.joined(b),
        words=left.words + right.words,
        confidence=score,
    )


def words_of(spans: Iterable[tuple[str, Box]], confidence: float = 1.0) -> tuple[Word, ...]:
    """Characters with boxes as words: one for each Chinese character, one for a run of ASCII."""
    words: list[Word] = []
    open_run = False
    for text, box in spans:
        if not text.strip():
            open_run = False
            continue
        if open_run and text.isascii():
            last = words[-1]
            around = box if last.box is None else last.box.joined(box)
            words[-1] = Word(last.text + text, around, confidence)
        else:
            words.append(Word(text, box, confidence))
        open_run = text.isascii()
    return tuple(words)


def _box(line: Line) -> Box:
    if line.box is None:
        raise ValueError("a piece of a page has a box")
    return line.box
