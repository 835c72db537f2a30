"""A page image through the engine to a Page in points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from docint.contracts import Reader, Seen
from docint.read.codes import codes_of
from docint.read.ink import cleared, is_colored, problem_of
from docint.read.layout import laid_out
from docint.read.level import MOST, Level, angle_of, skew_of
from docint.read.lines import arrange, words_of
from docint.read.rules import rules_of
from docint.read.seals import seals_of
from docint.read.skew import refined
from docint.read.upright import levelled, upright
from docint.types.place import Box
from docint.types.reading import Line, Page

if TYPE_CHECKING:
    from docint.contracts import Image

GAP = 0.8
"""Line heights of white inside a line that are worth a blank."""


def seen_page(
    image: Image, number: int, size: tuple[float, float], reader: Reader, name: str
) -> Page:
    """Read a page image.

    Args:
        image: RGB, the stored page, not yet turned.
        number: of the page.
        size: points of the stored page.
        reader: a loaded engine.
        name: the engine's name.
    """
    clear = cleared(image)
    sight = reader.read(clear)
    width, height = size if sight.turned in {0, 180} else size[::-1]
    standing = upright(clear[:, :, 0], sight.turned, 0)
    skew = refined(standing, skew_of(sight.lines))
    grey = levelled(standing, skew) if skew else standing
    scale = width / grey.shape[1]
    level = Level(skew, (width / 2, height / 2))
    straight, slanted = _pieces(sight.lines, scale, level)
    lines, tables = laid_out(straight, rules_of(grey, scale))
    colored = is_colored(image)
    stood = upright(image, sight.turned, 0)
    printed = None if colored else [line.box for line in lines if line.box]
    seals = seals_of(stood, scale, reader.read_line, printed)
    codes = codes_of(np.ascontiguousarray(stood[:, :, 1]), scale)
    return Page(
        number,
        width,
        height,
        "ocr",
        name,
        lines + arrange(slanted),
        tables,
        tuple(replace(seal, box=level.box(seal.box)) for seal in seals),
        tuple(replace(code, box=level.box(code.box)) for code in codes),
        turned=sight.turned,
        skew=skew,
        colored=colored,
        problem=problem_of(image, sight.lines),
    )


def _pieces(seen: Iterable[Seen], scale: float, level: Level) -> tuple[list[Line], list[Line]]:
    """Level lines and slanted ones (watermarks), in points of the level page."""
    straight: list[Line] = []
    columns: list[Line] = []
    slanted: list[Line] = []
    for line in seen:
        angle = angle_of(line) - level.degrees
        corners = [level.point((x * scale, y * scale)) for x, y in line.corners]
        piece = _line(line, corners)
        if abs(angle) < MOST:
            straight.append(piece)
        elif abs(angle - 90) < MOST:
            columns.append(piece)
        else:
            slanted.append(piece)
    for column in columns:
        straight += _apart(column, straight)
    return straight, slanted


def _apart(column: Line, rows: Sequence[Line]) -> Iterator[Line]:
    """A column of characters, each put to its own row if it has one.

    Labels printed with wide gaps (名　　称, 类　　型, 住　　所) stand so close above each
    other that detectors take their first characters for one column.
    """
    singles = [replace(column, text=w.text, box=w.box, words=(w,)) for w in column.words]
    mates = sum(any(_beside(single, row) for row in rows) for single in singles)
    if mates * 2 >= len(singles):
        yield from singles
    else:
        yield column


def _beside(single: Line, row: Line) -> bool:
    if single.box is None or row.box is None:
        return False
    shared = min(single.box.bottom, row.box.bottom) - max(single.box.top, row.box.top)
    return row.box.x0 > single.box.x1 and shared > 0.5 * row.box.height


def _line(seen: Seen, corners: Sequence[tuple[float, float]]) -> Line:
    """A line in points; a wide white gap inside it is shown as a blank."""
    spans = [(text, _part(corners, start, end)) for text, start, end in seen.spans]
    text = _gapped(seen.text, seen.spans, corners)
    return Line(text, _around(corners), words_of(spans, seen.score), seen.score)


def _gapped(
    text: str,
    spans: Sequence[tuple[str, float, float]],
    corners: Sequence[tuple[float, float]],
) -> str:
    if "".join(span[0] for span in spans) != text:
        return text
    (ax, ay), (bx, by), _, (dx, dy) = corners
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
    height = ((dx - ax) ** 2 + (dy - ay) ** 2) ** 0.5
    shown = ""
    last = 1.0
    for character, start, end in spans:
        if (start - last) * length > GAP * height and shown[-1:] != " " != character:
            shown += " "
        shown += character
        last = end
    return shown.strip()


def _part(corners: Sequence[tuple[float, float]], start: float, end: float) -> Box:
    """The box of a stretch of the line, by shares of its length."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners
    points = [
        (x0 + (x1 - x0) * share, y0 + (y1 - y0) * share)
        for share in (start, end)
        for x0, y0, x1, y1 in ((ax, ay, bx, by), (dx, dy, cx, cy))
    ]
    return _around(points)


def _around(points: Sequence[tuple[float, float]]) -> Box:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return Box(min(xs), min(ys), max(xs), max(ys))
