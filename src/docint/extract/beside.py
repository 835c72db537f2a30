"""The value that belongs to a label: right of it, wrapped below, or under it.

Every way yields a candidate; whether it is a value the parser decides. The surest comes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from docint.extract.flow import Glyph, Span, around, span_of
from docint.extract.labels import Hit, by_row, is_gloss, looks_like_label
from docint.extract.neighbours import owned, starts_with_label, to_margin
from docint.extract.rows import LEAST, Layout, Piece, box_of, strip_boxes
from docint.types.place import Box

END = 4.0
"""A gap this many sizes wide ends a value: another column begins."""
NEAR = 2.0
"""In names a gap this many sizes wide may part two columns."""
FAR = 8.0
"""A value further than this from its label is doubtful."""
CELL = 0.8
"""Under a column's head narrower gaps part the cells."""
BELOW = 3.4
"""A value under its label is no further down than this; a second row of heads may part them."""
_DRESS = "_:- —~"
_OPEN = "至到~～"
"""A line that ends with one of these has its other end in the next."""


def candidates(
    page: Layout, found: Sequence[Hit], hit: Hit, block: bool, close: bool = False
) -> Iterator[Span]:
    """Spans that may hold the value of a label, surest first.

    Args:
        page: the page as rows.
        found: all labels of the page.
        hit: the label.
        block: whether the value may run over many lines.
        close: whether a gap of two characters may already end the value (names, not dates).
    """
    right, below = _right(page, found, hit), _below(page, found, hit)
    if below and heads_columns(page, found, hit):
        yield _span(page, below, "below", hit.certainty * 0.95)
        return
    if right:
        yield from _beside(page, found, hit, right, block, close)
    if below:
        whole = [*below, *_lines_under(page, found, hit, below)] if block else below
        yield _span(page, whole, "below", hit.certainty * (0.8 if right else 0.9))


def _beside(
    page: Layout, found: Sequence[Hit], hit: Hit, right: list[Glyph], block: bool, close: bool
) -> Iterator[Span]:
    """The value right of its label: to the next wide gap, with its wrapped lines, or less."""
    gap = (box_of(right[0]).x0 - hit.box.x1) / hit.size
    certainty = hit.certainty * (1.0 if gap <= FAR or page.grid else 0.85)
    near = _until_gap(right, hit.size, NEAR) if close else right
    if len(near) < len(right):
        yield _span(page, near, "label", certainty * 0.92)
        certainty *= 0.9
    wrapped = _wrapped(page, found, hit, right, block)
    if _left_over(page, found, hit, [*right, *wrapped], block):
        certainty *= 0.9  # an unlabelled line follows that may or may not belong to it
    if wrapped:
        yield _span(page, [*right, *wrapped], "label", certainty)
    yield _span(page, right, "label", certainty * (0.9 if wrapped else 1.0))


def heads_columns(page: Layout, found: Sequence[Hit], hit: Hit) -> bool:
    """Whether a label stands in the head of a table: a row of words over a row with figures."""
    row = [piece for piece in page.pieces if piece.row == hit.row]
    under = [piece for piece in page.pieces if piece.row == hit.row + 1]
    if page.grid or len(row) < 3 or len(under) < 3 or ":" in page.rows[hit.row].text:
        return False
    above = [piece for piece in page.pieces if piece.row == hit.row - 1]
    level = [piece for piece in above if abs(piece.box.x0 - hit.box.x0) < hit.size]
    if any(starts_with_label(found, piece) for piece in (*under, *level)):
        return False  # a column of labels
    figures = [any(char.isdigit() for char in piece.text) for piece in under]
    return not re.search(r"[0-9]", page.rows[hit.row].text) and any(figures)


def _span(page: Layout, glyphs: Sequence[Glyph], method: str, certainty: float) -> Span:
    return span_of(page.leaf, strip_boxes(glyphs) if page.grid else glyphs).by(method, certainty)


def _undressed(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Without the underscores, colons and dashes that only dress a blank to fill in."""
    kept = list(glyphs)
    while kept and kept[0].char in _DRESS:
        kept.pop(0)
    while kept and kept[-1].char in "_:":
        kept.pop()
    return kept


def _until_gap(glyphs: Sequence[Glyph], size: float, limit: float) -> list[Glyph]:
    kept = list(glyphs[:1])
    for left, right in pairwise(glyphs):
        if (box_of(right).x0 - box_of(left).x1) / size > limit:
            break
        kept.append(right)
    return kept


def _next_in_row(found: Sequence[Hit], hit: Hit) -> Hit | None:
    return next((h for h in by_row(found).get(hit.row, []) if h.start >= hit.end), None)


def _right(page: Layout, found: Sequence[Hit], hit: Hit) -> list[Glyph]:
    row = page.rows[hit.row]
    following = _next_in_row(found, hit)
    rest = row.glyphs[hit.end : following.start if following else None]
    kept = _until_gap(_undressed(rest), row.size, float("inf") if page.grid else END)
    if page.grid:
        return _undressed(kept)
    if not kept:
        return _level_with(page, found, hit, following)
    return [*_raised(page, found, hit, kept), *_undressed(kept)]


def _raised(page: Layout, found: Sequence[Hit], hit: Hit, first: Sequence[Glyph]) -> list[Glyph]:
    """Lines above the one beside a label, as far up as the label reaches.

    They are smaller than a tall label, or the label stands halfway between them.
    """
    box = _box(first)
    halfway = box.middle[1] - hit.box.middle[1] > _HALFWAY * box.height
    if box.height > 0.8 * hit.box.height and not halfway:
        return []
    above = [
        piece
        for piece in page.pieces
        if hit.box.top - 0.4 * piece.size <= piece.box.middle[1] < box.top
        and abs(piece.box.x0 - box.x0) <= 1.2 * piece.size
        and piece.size <= 1.3 * box.height
        and not starts_with_label(found, piece)
        and not owned(page, found, hit, piece)
    ]
    lines = [_run_from(page, found, piece) for piece in sorted(above, key=lambda p: p.box.top)]
    return [glyph for line in lines for glyph in line]


_HALFWAY = 0.25
"""A line this much of its height lower than its label is the second beside it."""


def _level_with(page: Layout, found: Sequence[Hit], hit: Hit, following: Hit | None) -> list[Glyph]:
    """A smaller first line that stands beside a tall label without sharing its middle."""
    limit = following.box.x0 if following else float("inf")
    beside = [
        piece
        for piece in page.pieces
        if hit.box.x1 <= piece.box.x0 < min(limit, hit.box.x1 + FAR * hit.size)
        and hit.box.top - 0.3 * piece.size
        <= piece.box.middle[1]
        <= hit.box.bottom + 0.3 * piece.size
        and piece.size <= 1.35 * hit.size
        and not starts_with_label(found, piece)
    ]
    if not beside:
        return []
    first = min(beside, key=lambda piece: (piece.box.top, piece.box.x0))
    return _undressed(_run_from(page, found, first))


def _run_from(page: Layout, found: Sequence[Hit], piece: Piece, limit: float = END) -> list[Glyph]:
    """From a piece on to the next label or wide gap of its row."""
    row = page.rows[piece.row]
    stops = [h.start for h in by_row(found).get(piece.row, []) if h.start > piece.start]
    return _until_gap(
        row.glyphs[piece.start : min(stops, default=len(row.glyphs))], row.size, limit
    )


def _box(glyphs: Sequence[Glyph]) -> Box:
    box = around([box_of(glyph) for glyph in glyphs])
    assert box is not None  # noqa: S101 - never called without glyphs
    return box


def _wrapped(
    page: Layout, found: Sequence[Hit], hit: Hit, first: Sequence[Glyph], block: bool
) -> list[Glyph]:
    """Continuation lines of a value, top to bottom."""
    if page.grid:
        return []
    lines, limit = [list(first)], _LONGEST if block else 2
    while len(lines) <= limit:
        following = _continuation(page, found, hit, lines, block)
        if not following:
            break
        lines.append(following)
    return [glyph for line in lines[1:] for glyph in line]


def _lines_under(
    page: Layout, found: Sequence[Hit], hit: Hit, first: Sequence[Glyph]
) -> list[Glyph]:
    """What goes on below a value that stands under its label: while lines fill their column."""
    lines = [list(first)]
    while not page.grid and len(lines) <= _LONGEST and _fills(page, hit, lines[-1]):
        following = _continuation(page, found, hit, lines, block=True)
        text = "".join(glyph.char for glyph in following)
        if not following or looks_like_label(text) or _anew(lines[-1], text):
            break
        lines.append(following)
    return [glyph for line in lines[1:] for glyph in line]


def _anew(line: Sequence[Glyph], text: str) -> bool:
    """Whether a few bare words follow a line that ended its sentence: the next part's heading."""
    return line[-1].char == "。" and bool(re.fullmatch(r"[\u4e00-\u9fff]{2,8}", text))


_LONGEST = 40
"""Lines of a value that may run over many (经营范围)."""
_NEIGHBOURS = 16
"""Lines this many sizes away at most are set in the same column as a value."""


def _fills(page: Layout, hit: Hit, line: Sequence[Glyph]) -> bool:
    """Whether a line under a label runs as far as any that begins flush with it nearby."""
    box = _box(line)
    ends = [
        piece.box.x1
        for piece in page.pieces
        if abs(piece.box.x0 - hit.box.x0) <= 1.2 * hit.size
        and abs(piece.box.top - box.top) <= _NEIGHBOURS * hit.size
    ]
    return box.x1 >= max(ends, default=box.x1) - 2.5 * hit.size


def _continuation(
    page: Layout, found: Sequence[Hit], hit: Hit, lines: Sequence[Sequence[Glyph]], block: bool
) -> list[Glyph]:
    last, left = _box(lines[-1]), box_of(lines[0][0]).x0
    size = max(LEAST, min(hit.size, box_of(lines[0][0]).height))
    reach = 1.4 if block else 0.9
    below = [
        piece
        for piece in page.pieces
        if last.middle[1] < piece.box.top + 0.3 * size
        and piece.box.top - last.bottom <= reach * size
        and 0.6 <= piece.size / size <= 1.6
        and _aligned(page, hit, piece, lines, block)
        and not starts_with_label(found, piece)
        and not owned(page, found, hit, piece)
        and not _OVERPRINT.match(piece.text)
    ]
    if not below:
        return []
    piece = min(below, key=lambda piece: (piece.box.top, piece.box.x0))
    open_end = lines[-1][-1].char in _OPEN
    if not block and not open_end and not _full(page, lines, left, size):
        return []
    if _parted(page, found, hit, last, piece):
        return []
    return _run_from(page, found, piece)


def _parted(page: Layout, found: Sequence[Hit], hit: Hit, last: Box, piece: Piece) -> bool:
    """Whether another label or its value stands between a line and what seems to go on with it."""
    labelled = any(
        last.middle[1] + _LOWER * other.size < other.box.middle[1] < piece.box.middle[1]
        and max(other.box.x0, piece.box.x0) < min(_reach(page, found, other), piece.box.x1)
        for other in found
        if other is not hit
    )
    return labelled or any(
        last.middle[1] < other.box.middle[1] < piece.box.middle[1]
        and abs(other.box.x0 - piece.box.x0) <= 2.0 * piece.size
        and owned(page, found, hit, other)
        for other in page.pieces
        if other is not piece
    )


_LOWER = 0.4
"""A label this many sizes lower than a line stands under it, not beside."""


def _reach(page: Layout, found: Sequence[Hit], hit: Hit) -> float:
    """How far to the right a label runs together with a value printed close behind it."""
    following = _next_in_row(found, hit)
    line = page.rows[hit.row].glyphs[hit.end - 1 : following.start if following else None]
    return max(hit.box.x1, box_of(_until_gap(line, hit.size, NEAR)[-1]).x1)


def _aligned(
    page: Layout, hit: Hit, piece: Piece, lines: Sequence[Sequence[Glyph]], block: bool
) -> bool:
    """Hanging under the value; or, for a block, back at the label's edge after a full line."""
    left, size = box_of(lines[0][0]).x0, piece.size
    if abs(piece.box.x0 - left) <= (2.0 if block else 1.2) * size:
        return True
    if piece.text.startswith("至") and hit.box.x0 - size <= piece.box.x0 <= left:
        return bool(re.match(r"至(?:[0-9]{4}|长期|二)", piece.text))
    if not _at_label(hit, piece, left) or looks_like_label(piece.text) or not block:
        return False
    return bool(_TAIL.match(piece.text)) or to_margin(page, _box(lines[-1]), size)


_TAIL = re.compile(
    r"[0-9A-Za-z]{1,6}(?:号|室|栋|楼|座|层|单元|房|[-—0-9A-Za-z])|[)、,。;]|[号室栋楼座层]"
)
"""How a line begins that can only go on with the line before it."""
_OVERPRINT = re.compile(r"仅[供限用]|(?:此|本)?复印件|再次复印|与原件|他用无效|复印无效")
"""What is written across copies: no part of any value."""


def _at_label(hit: Hit, piece: Piece, left: float) -> bool:
    return piece.box.x0 < left and abs(piece.box.x0 - hit.box.x0) <= 2.5 * piece.size


def _left_over(
    page: Layout, found: Sequence[Hit], hit: Hit, value: Sequence[Glyph], block: bool
) -> bool:
    """Whether a line without a label follows close under a value that may be part of it."""
    if page.grid:
        return False
    last, left = box_of(value[-1]), box_of(value[0]).x0
    return any(
        -0.3 * piece.size <= piece.box.top - last.bottom <= 0.9 * piece.size
        and 0.7 <= piece.size / hit.size <= 1.4
        and len(piece.text) >= 3
        and (
            (block and _at_label(hit, piece, left))
            or abs(piece.box.x0 - left) <= (6.0 if block else 3.0) * piece.size
        )
        and not looks_like_label(piece.text)
        and not starts_with_label(found, piece)
        and not owned(page, found, hit, piece)
        for piece in page.pieces
    )


def _full(page: Layout, lines: Sequence[Sequence[Glyph]], left: float, size: float) -> bool:
    """Whether the last line runs to the column's end, so that a value had to wrap."""
    column = [piece for piece in page.pieces if abs(piece.box.x0 - left) <= 1.2 * size]
    furthest = max((piece.box.x1 for piece in column), default=0.0)
    return _box(lines[-1]).x1 >= furthest - 2.5 * size


def _below(page: Layout, found: Sequence[Hit], hit: Hit) -> list[Glyph]:
    """What stands under a label: the value of a column header."""
    if page.grid:
        number = hit.row + 1
        alone = hit.start == 0 and hit.end == len(page.rows[hit.row].glyphs)
        if not alone or number >= len(page.rows) or by_row(found).get(number):
            return []
        return _undressed(page.rows[number].glyphs)
    under = [
        piece
        for piece in page.pieces
        if _lower(hit, piece)
        and piece.box.top - hit.box.bottom <= (BELOW - 0.3) * hit.size
        and min(piece.box.x1, hit.box.x1) > max(piece.box.x0, hit.box.x0)
        and piece.size <= 1.8 * hit.size
        and not starts_with_label(found, piece)
        and not owned(page, found, hit, piece)
        and not is_gloss(piece.text)
    ]
    if not under:
        return []
    top = min(piece.box.top for piece in under)
    first = [piece for piece in under if piece.box.top - top <= 0.5 * min(piece.size, hit.size)]
    nearest = min(first, key=lambda piece: _off(hit, piece))
    return _undressed(_run_from(page, found, nearest, CELL))


def _lower(hit: Hit, piece: Piece) -> bool:
    """Whether a piece stands lower than a label; boxes of narrow lines overlap."""
    return (
        piece.box.top >= hit.box.bottom - 0.3 * hit.size or piece.box.middle[1] >= hit.box.bottom
    ) and piece.row > hit.row


def _off(hit: Hit, piece: Piece) -> float:
    """How far a piece under a label is from being flush left or centred with it."""
    left = abs(piece.box.x0 - hit.box.x0)
    return min(left, abs(piece.box.middle[0] - hit.box.middle[0]))
