"""Pieces of text to lines in reading order: joined along a row, never across columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from docint.types.place import Box
from docint.types.reading import Line, Word

JOIN = 0.9
"""Pieces on one row are one line when the gap is below this many line heights."""
SPACE = 0.25
"""A gap above this many line heights is printed as a blank."""
SPREAD = 6.0
"""Line heights within which the characters of a spaced label (名　　称) belong together."""

SPACED = {
    "名称", "类型", "住所", "姓名", "性别", "民族", "出生", "住址", "地址",
    "职务", "职称", "专业", "级别", "编号", "日期", "单位", "电话",
}  # fmt: skip
"""Labels of two characters that forms print as wide as those of four or five."""


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
        row = next((r for r in reversed(rows[-6:]) if _fits(piece, r)), None)
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
    rows.sort(key=lambda row: sum(_box(p).middle[1] for p in row) / len(row))
    return [sorted(row, key=lambda p: _box(p).x0) for row in rows]


def _fits(piece: Line, row: Sequence[Line]) -> bool:
    """Whether the piece stands beside its nearest neighbour of the row."""
    box = _box(piece)
    if any(_over(box, _box(other)) for other in row):
        return False
    near = min((_box(p) for p in row), key=lambda b: abs(b.middle[0] - box.middle[0]))
    shared = min(near.bottom, box.bottom) - max(near.top, box.top)
    return shared > 0.5 * min(near.height, box.height)


def _over(a: Box, b: Box) -> bool:
    """Whether one stands above the other rather than beside it."""
    return min(a.x1, b.x1) - max(a.x0, b.x0) > 0.5 * min(a.width, b.width)


def _joined(row: Sequence[Line]) -> list[Line]:
    lines = [row[0]]
    for piece in row[1:]:
        if _adjoin(lines[-1], piece) or _one_label(lines[-1], piece):
            lines[-1] = join(lines[-1], piece)
        else:
            lines.append(piece)
    return lines


def _adjoin(left: Line, right: Line) -> bool:
    a, b = _box(left), _box(right)
    height = min(a.height, b.height)
    alike = max(a.height, b.height) < 1.8 * height
    return alike and -height < b.x0 - a.x1 < JOIN * height


def _one_label(left: Line, right: Line) -> bool:
    """Whether a lone character and the next begin a label printed with wide gaps."""
    if len(left.text) != 1 or left.text.isascii() or not left.text.isalpha():
        return False
    a, b = _box(left), _box(right)
    if not 0 < b.x0 - a.x1 < SPREAD * a.height or not right.text[0].isalpha():
        return False
    alone = len(right.text) == 1 or right.text[1] == " "
    return (alone and not right.text[0].isascii()) or left.text + right.text[0] in SPACED


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


def split(line: Line, walls: Sequence[float]) -> Iterator[Line]:
    """The parts of a line between upright walls.

    Args:
        line: with words.
        walls: x in points, ascending.
    """
    box = _box(line)
    inside = [x for x in walls if box.x0 < x < box.x1]
    if not inside or not line.words:
        yield line
        return
    parts: dict[int, list[Word]] = {}
    for word in line.words:
        middle = word.box.middle[0] if word.box else box.x0
        parts.setdefault(sum(x < middle for x in inside), []).append(word)
    if len(parts) == 1:
        yield line
        return
    for _, words in sorted(parts.items()):
        yield replace(line, text=spelt(words), box=_around(words), words=tuple(words))


def spelt(words: Sequence[Word]) -> str:
    """The words' text, with blanks where a gap shows one."""
    text = ""
    last: Box | None = None
    for word in words:
        if last and word.box and word.box.x0 - last.x1 > SPACE * word.box.height:
            text += " "
        text += word.text
        last = word.box or last
    return text


def run_on(lines: Sequence[Line]) -> str:
    """A cell's lines as one text: wrapped Chinese runs on, other words get a blank."""
    text = ""
    for line in lines:
        latin = text[-1:].isascii() and line.text[:1].isascii()
        both = text and latin and text[-1].isalnum() and line.text[0].isalpha()
        text += (" " if both else "") + line.text
    return text


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


def _around(words: Sequence[Word]) -> Box:
    boxes = [word.box for word in words if word.box]
    around = boxes[0]
    for box in boxes[1:]:
        around = around.joined(box)
    return around


def _box(line: Line) -> Box:
    if line.box is None:
        raise ValueError("a piece of a page has a box")
    return line.box
