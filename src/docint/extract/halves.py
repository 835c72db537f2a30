"""Labels of which a form shows one half here and the other there, or OCR read only one half."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docint.extract.labels import COMMON, NARROW, Hit, hits
from docint.extract.rows import Layout, Row, box_of
from docint.types.place import Box


def all_hits(page: Layout, labels: Sequence[str], stops: Sequence[str] = COMMON) -> list[Hit]:
    """Labels in rows, with those in two rows (``宗旨和`` over ``业务范围``) and read by half.

    Args:
        page: the page as rows.
        labels: folded labels somebody asks for.
        stops: further labels that only end a neighbour's value.
    """
    found = hits(page, labels, stops)
    if page.grid:
        return found
    whole = {(hit.row, hit.start) for hit in found}
    stacked = [h for h in _stacked(page, labels) if h.label or (h.row, h.start) not in whole]
    lower = {(hit.row, hit.start) for hit in stacked}
    found = [*(hit for hit in found if (hit.row, hit.start) not in lower), *stacked]
    found += list(_halved(page, labels, found))
    return sorted(found, key=lambda hit: (hit.row, hit.start))


def _begins(row: Row, text: str) -> bool:
    """Whether a row begins with a text that a gap, a colon, or the row's end follows."""
    after = len(text)
    if not row.text.startswith(text):
        return False
    return after == len(row.text) or row.gaps[after] >= NARROW or row.text[after] in ":："


def _stacked(page: Layout, labels: Sequence[str]) -> Iterator[Hit]:
    """A long label broken over two rows; its hit stands in the lower row and is two rows tall.

    In the upper row a nameless one of the same height ends what stands above.
    """
    for number, (upper, lower) in enumerate(zip(page.rows, page.rows[1:], strict=False), 1):
        above, below = box_of(upper.glyphs[0]), box_of(lower.glyphs[0])
        if abs(above.x0 - below.x0) > 1.5 * upper.size or lower.top - upper.bottom > upper.size:
            continue
        for label in (label for label in labels if len(label) >= 5):
            for cut in range(2, len(label)):
                if _begins(upper, label[:cut]) and _begins(lower, label[cut:]):
                    end = len(label) - cut
                    if end == 1 and lower.text[1:2] not in {"", ":", "："}:
                        continue  # a single character may as well begin a value
                    box = above.joined(below)
                    for glyph in (*upper.glyphs[:cut], *lower.glyphs[:end]):
                        box = box.joined(box_of(glyph))
                    yield Hit("", number - 1, 0, cut, box, upper.size, 0.98, cut)
                    yield Hit(label, number, 0, end, box, lower.size, 0.98, end)


def _halved(page: Layout, labels: Sequence[str], found: Sequence[Hit]) -> Iterator[Hit]:
    """``住    所`` of which only one half was read, standing where the column's labels stand."""
    sure = [hit.box for hit in found if hit.certainty >= 0.98]
    pairs = [label for label in labels if len(label) == 2]
    for number, row in enumerate(page.rows):
        taken = {n for hit in found if hit.row == number for n in range(hit.start, hit.end)}
        for start, char in enumerate(row.text):
            near = [pair for pair in pairs if char in pair] if row.gaps[start] >= 1.5 else []
            if not near or start in taken:
                continue
            box = box_of(row.glyphs[start])
            if start == 0 and len(near) == 1 and row.text[1:2] == ":" and near[0][1] == char:
                yield Hit(near[0], number, 0, 2, box, row.size, 0.93, 1)
                continue
            label, first = near[0], near[0][0] == char
            after = row.gaps[start + 1] if start + 1 < len(row.gaps) else 0.0
            if after >= (1.5 if first else NARROW) and _in_column(box, sure, first):
                yield Hit(label, number, start, start + 1, box, row.size, 0.9, start + 1)


def _in_column(box: Box, sure: Sequence[Box], first: bool) -> bool:
    """Whether a character stands flush with the beginnings (or the ends) of known labels."""
    size = box.height
    return any(abs(box.x0 - o.x0 if first else box.x1 - o.x1) <= size for o in sure)
