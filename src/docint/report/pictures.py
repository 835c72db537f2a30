"""Cuts the evidence out of the page: the words in their surroundings, boxed in red.

ID numbers, phones and accounts on the cut are covered before anybody sees it.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from PIL import Image as Pillow
from PIL import ImageDraw

from docint.types.place import Box, Place
from docint.types.reading import Line, Page, Word
from docint.values.mask import mask

if TYPE_CHECKING:
    from docint.contracts import Image

Look: TypeAlias = "Callable[[str, int], Image | None]"
"""Source hash and page number → the upright page as RGB pixels."""

MARGIN = 0.045
"""Surroundings shown above and below a box, as a fraction of the page's height."""
SHORTEST = 0.16
"""No cut is lower than this fraction of the page's height."""
WIDEST = 1000
"""Pixels; wider cuts are reduced, the report must stay light."""
RED = (204, 32, 32)


@dataclass(frozen=True, slots=True)
class Picture:
    """A cut of a page as JPEG, with the whole page beside it in small."""

    cut: bytes
    overview: bytes
    width: int
    height: int


def picture(place: Place, page: Page, look: Look) -> Picture | None:
    """The cut for a place, or None where it has no box or the page has no image.

    Args:
        place: a box on ``page``.
        page: its reading, needed to cover personal numbers.
        look: gives the upright page image.
    """
    if place.box is None or page.width <= 0:
        return None
    pixels = look(place.source, place.page)
    if pixels is None:
        return None
    sheet = Pillow.fromarray(pixels)
    scale = sheet.width / page.width
    cover(sheet, page, scale)
    overview = _overview(sheet, place.box, scale)
    cut = _cut(sheet, place.box, scale)
    return Picture(_jpeg(cut, 78), _jpeg(overview, 60), cut.width, cut.height)


def _cut(sheet: Pillow.Image, box: Box, scale: float) -> Pillow.Image:
    top, bottom = box.top * scale, box.bottom * scale
    spare = max(MARGIN * sheet.height, (SHORTEST * sheet.height - (bottom - top)) / 2)
    upper, lower = max(0, int(top - spare)), min(sheet.height, int(bottom + spare))
    marked = sheet.copy()
    _frame(marked, box, scale, width=max(2, sheet.width // 350))
    cut = marked.crop((0, upper, sheet.width, lower))
    if cut.width > WIDEST:
        cut = cut.resize((WIDEST, max(1, round(cut.height * WIDEST / cut.width))))
    return cut


def _overview(sheet: Pillow.Image, box: Box, scale: float) -> Pillow.Image:
    small = sheet.copy()
    _frame(small, box, scale, width=max(4, sheet.width // 90))
    small.thumbnail((150, 150))
    return small


def _frame(sheet: Pillow.Image, box: Box, scale: float, width: int) -> None:
    pad = 2 * scale
    corners = (
        box.x0 * scale - pad,
        box.top * scale - pad,
        box.x1 * scale + pad,
        box.bottom * scale + pad,
    )
    ImageDraw.Draw(sheet).rectangle(corners, outline=RED, width=width)


def cover(sheet: Pillow.Image, page: Page, scale: float) -> bool:
    """Paint over the characters that a masked number does not show.

    Args:
        sheet: the upright page; painted on.
        page: its reading.
        scale: pixels a point.

    Returns:
        Whether there was anything to cover.
    """
    pen, covered = ImageDraw.Draw(sheet), False
    for line in page.lines:
        shown = mask(line.text)
        if shown != line.text:
            for hidden, box in zip(_hidden(line.text, shown), _characters(line), strict=False):
                if hidden:
                    corners = (box.x0, box.top, box.x1, box.bottom)
                    pen.rectangle(tuple(edge * scale for edge in corners), fill=(60, 60, 60))
                    covered = True
    return covered


def _hidden(text: str, shown: str) -> list[bool]:
    """For each character that is not a blank: whether masking changed it."""
    return [a != b for a, b in zip(text, shown, strict=True) if not a.isspace()]


def _characters(line: Line) -> Iterator[Box]:
    """A box for each character of a line that is not a blank."""
    if line.box is None:
        return
    words = line.words or (Word(line.text, line.box),)
    for word in words:
        box = word.box or line.box
        step = box.width / max(1, len(word.text))
        for index, character in enumerate(word.text):
            if not character.isspace():
                left = box.x0 + index * step
                yield Box(left, box.top, left + step, box.bottom)


def _jpeg(image: Pillow.Image, quality: int) -> bytes:
    buffer = io.BytesIO()
    image.convert("RGB").save(buffer, "JPEG", quality=quality, optimize=True)
    return buffer.getvalue()
