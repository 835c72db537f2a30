"""A page image through the engine to a Page in points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docint.contracts import Reader, Seen
from docint.read.ink import cleared
from docint.read.lines import arrange, words_of
from docint.types.place import Box
from docint.types.reading import Line, Page

if TYPE_CHECKING:
    from docint.contracts import Image


def seen_page(
    image: Image, number: int, size: tuple[float, float], reader: Reader, name: str
) -> Page:
    """Read a page image.

    Args:
        image: the stored page, not yet turned.
        number: of the page.
        size: points of the stored page.
        reader: a loaded engine.
        name: the engine's name.
    """
    sight = reader.read(cleared(image))
    width, height = size if sight.turned in {0, 180} else size[::-1]
    across = image.shape[1] if sight.turned in {0, 180} else image.shape[0]
    scale = width / across
    lines = arrange(_line(seen, scale) for seen in sight.lines)
    return Page(number, width, height, "ocr", name, lines, turned=sight.turned)


def _line(seen: Seen, scale: float) -> Line:
    corners = [(x * scale, y * scale) for x, y in seen.corners]
    spans = [(text, _part(corners, start, end)) for text, start, end in seen.spans]
    return Line(seen.text, _around(corners), words_of(spans, seen.score), seen.score)


def _part(corners: list[tuple[float, float]], start: float, end: float) -> Box:
    """The box of a stretch of the line, by shares of its length."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners
    points = [
        (x0 + (x1 - x0) * share, y0 + (y1 - y0) * share)
        for share in (start, end)
        for x0, y0, x1, y1 in ((ax, ay, bx, by), (dx, dy, cx, cy))
    ]
    return _around(points)


def _around(points: list[tuple[float, float]]) -> Box:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return Box(min(xs), min(ys), max(xs), max(ys))
