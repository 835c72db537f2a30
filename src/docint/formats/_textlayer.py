"""The text layer of a PDF page: characters with boxes in points of the page as it is drawn."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw

from docint.read.lines import arrange, words_of
from docint.types.place import Box
from docint.types.reading import Line, Page

MOST = 60_000
"""Characters taken from one page; no page prints more."""
INVISIBLE = 3
"""PDF text render mode that draws nothing."""
FINE = 1000
"""Device units a point, to get fractions out of PDFium's whole numbers."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as the layer states it."""

    text: str
    box: Box
    tall: bool
    """Whether the box may be trusted for the height of its line."""


def text_layer(page: Any, number: int) -> Page | None:
    """Lines of the layer in reading order, or None where it has no characters.

    The page's notes say what a reader must know before trusting it: ``text-invisible`` (drawn
    in render mode 3, or not at all), ``image-covers-page`` (one picture fills the page).
    """
    layer = page.get_textpage()
    try:
        glyphs = list(_glyphs(layer, _to_points(page)))
        hidden = _hidden_share(layer)
    finally:
        layer.close()
    if not glyphs:
        return None
    width, height = page.get_size()
    notes: tuple[str, ...] = ("text-invisible",) if hidden > 0.5 else ()
    if _cover(page) > 0.6:
        notes += ("image-covers-page",)
    lines = arrange(_pieces(glyphs))
    return Page(number, width, height, "text", "text", lines, notes=notes)


def _to_points(page: Any) -> tuple[float, ...]:
    """Affine map (a, b, c, d, e, f) from the page's own space to the page as drawn."""
    width, height = page.get_size()
    size = int(width * FINE), int(height * FINE)

    def device(x: float, y: float) -> tuple[float, float]:
        right, down = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, right, down)
        return right.value / FINE, down.value / FINE

    (e, f), (a, b), (c, d) = device(0, 0), device(100, 0), device(0, 100)
    return (a - e) / 100, (b - f) / 100, (c - e) / 100, (d - f) / 100, e, f


def _glyphs(layer: Any, matrix: tuple[float, ...]) -> Iterator[Glyph]:
    """Printed characters, blanks left out, in the order of the file."""
    loose = raw.FS_RECTF()
    sides = [ctypes.c_double() for _ in range(4)]
    for index in range(min(raw.FPDFText_CountChars(layer), MOST)):
        code = raw.FPDFText_GetUnicode(layer, index)
        text = _character(code)
        if not text or raw.FPDFText_IsGenerated(layer, index) == 1:
            continue
        raw.FPDFText_GetCharBox(layer, index, *sides)
        left, right, bottom, top = (side.value for side in sides)
        tight = _box(matrix, left, bottom, right, top)
        raw.FPDFText_GetLooseCharBox(layer, index, loose)
        wide = _box(matrix, loose.left, loose.bottom, loose.right, loose.top)
        yield _glyph(text, tight, wide)


def _glyph(text: str, tight: Box, wide: Box) -> Glyph:
    """Advance width across, ink height down: leading of CJK fonts would make rows overlap."""
    if tight.width <= 0 or tight.height <= 0:
        return Glyph(text, wide, tall=False)
    if wide.width <= 0 or wide.width > 4 * max(tight.width, wide.height):
        return Glyph(text, tight, tall=True)
    return Glyph(text, Box(wide.x0, tight.top, wide.x1, tight.bottom), tall=True)


def _character(code: int) -> str:
    if code in {0, 0xFFFE, 0xFFFF} or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return ""
    text = chr(code)
    return text if not text.isspace() and text >= " " else ""


def _box(m: tuple[float, ...], x0: float, y0: float, x1: float, y1: float) -> Box:
    xs = [m[0] * x + m[2] * y + m[4] for x in (x0, x1) for y in (y0, y1)]
    ys = [m[1] * x + m[3] * y + m[5] for x in (x0, x1) for y in (y0, y1)]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _pieces(glyphs: Sequence[Glyph]) -> Iterator[Line]:
    """Runs of characters that follow each other on one row."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _follows(run[-1], glyph):
            yield _piece(run)
            run = []
        if not (run and _again(run[-1], glyph)):
            run.append(glyph)
    if run:
        yield _piece(run)


def _follows(last: Glyph, glyph: Glyph) -> bool:
    size = max(last.box.height, glyph.box.height, min(last.box.width, glyph.box.width))
    level = min(last.box.bottom, glyph.box.bottom) - max(last.box.top, glyph.box.top)
    beside = level > -0.35 * size and abs(last.box.bottom - glyph.box.bottom) < 0.8 * size
    return beside and -0.5 * size < glyph.box.x0 - last.box.x1 < 0.5 * size


def _again(last: Glyph, glyph: Glyph) -> bool:
    """The same character printed a hair aside: a poor man's bold."""
    near = abs(last.box.x0 - glyph.box.x0) < 0.3 * max(last.box.width, 0.1)
    return last.text == glyph.text and near


def _piece(run: Sequence[Glyph]) -> Line:
    tall = [g.box for g in run if g.tall] or [g.box for g in run]
    top, bottom = min(b.top for b in tall), max(b.bottom for b in tall)
    boxes = [Box(g.box.x0, top, g.box.x1, bottom) for g in run]
    around = Box(min(b.x0 for b in boxes), top, max(b.x1 for b in boxes), bottom)
    spans = list(_spaced(zip((g.text for g in run), boxes, strict=True)))
    return Line("".join(text for text, _ in spans), around, words_of(spans))


def _spaced(spans: Iterable[tuple[str, Box]]) -> Iterator[tuple[str, Box]]:
    """Blanks where a gap shows one: the layer's own blanks are often missing or invented."""
    last: Box | None = None
    for text, box in spans:
        if last is not None and box.x0 - last.x1 > 0.18 * box.height:
            yield " ", Box(last.x1, box.top, box.x0, box.bottom)
        yield text, box
        last = box


def _hidden_share(layer: Any) -> float:
    """Share of characters drawn in no ink, by a sample of about two hundred."""
    count = min(raw.FPDFText_CountChars(layer), MOST)
    sample = range(0, count, max(1, count // 200))
    hidden = 0
    for index in sample:
        drawn = raw.FPDFText_GetTextObject(layer, index)
        hidden += bool(drawn) and raw.FPDFTextObj_GetTextRenderMode(drawn) == INVISIBLE
    return hidden / max(1, len(sample))


def _cover(page: Any) -> float:
    """Share of the page that its largest picture covers."""
    width, height = page.get_size()
    largest = 0.0
    for number, thing in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)):
        if number > 500:
            break
        left, bottom, right, top = thing.get_bounds()
        largest = max(largest, (right - left) * (top - bottom))
    return float(largest / max(width * height, 1.0))
