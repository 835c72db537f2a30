"""Boxes to tick (勾选框) in the picture: the one with ink in it among those without.

A reader takes a ticked box for anything: a character, a stroke, nothing. The picture tells, and
only where every option has a box and exactly one of them is filled.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import cv2
import numpy as np

from docint.contracts import Tools
from docint.extract.flow import Flow
from docint.extract.written import CONTRAST
from docint.types.place import Box, Place

if TYPE_CHECKING:
    from docint.contracts import Image

_ROOM = 1.9
"""Heights of print left of an option in which its box stands."""
_SMALLEST, _LARGEST = 0.45, 1.5
"""Sides of a box in heights of print."""
_SOLID = 0.75
"""Share of its rectangle that a filled box covers; a round one has π/4."""
_BORDER = 0.16
"""Heights of print that a box's own line is wide at most."""
_EMPTY, _FILLED = 0.03, 0.08
"""Share of ink inside a box that nobody ticked, and inside one that somebody did."""


def chosen(flow: Flow, options: Sequence[int], tools: Tools) -> int | None:
    """Which option's box is ticked, as the picture shows it.

    Args:
        flow: of a page; only scans are looked at, other files say it in their text.
        options: where the words of each option begin in it.
        tools: to look with.

    Returns:
        Index of the option; None where that cannot be seen.
    """
    if tools.look is None or flow.leaf.page.origin != "ocr" or len(options) < 2:
        return None
    marks = [_mark(flow, at, tools) for at in options]
    ticked = [n for n, mark in enumerate(marks) if mark is not None and mark >= _FILLED]
    empty = [mark for mark in marks if mark is not None and mark <= _EMPTY]
    return ticked[0] if len(ticked) == 1 and len(empty) == len(marks) - 1 else None


def _mark(flow: Flow, at: int, tools: Tools) -> float | None:
    """Share of ink inside the box left of an option; None without a box."""
    first = flow.glyphs[at].box
    if first is None or tools.look is None:
        return None
    place = Box(first.x0 - _ROOM * first.height, first.top, first.x0, first.bottom)
    image = tools.look(Place(flow.leaf.source, flow.leaf.page.number, place))
    return None if image is None else inked(image, image.shape[0] / 1.5)


def inked(image: Image, height: float) -> float | None:
    """Share of ink inside the last box of a picture; None where there is none.

    Args:
        image: H × W × 3, RGB.
        height: of the print around it, in pixels.
    """
    paper = np.percentile(image.reshape(-1, 3), 75, axis=0)
    dark = (np.maximum(paper - image, 0).max(axis=2) > CONTRAST).astype(np.uint8)
    whole = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    outlines, _ = cv2.findContours(whole, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    for outline in sorted(outlines, key=lambda one: -int(one[:, 0, 0].max())):
        body = _body(np.asarray(outline, np.int32), dark.shape, height)
        if body is not None:
            return float(dark[body > 0].mean())
    return None


def _body(outline: Image, shape: tuple[int, ...], height: float) -> Image | None:
    """Inside of a box, without strokes that stick out and without its own line."""
    filled = cv2.drawContours(np.zeros(shape, np.uint8), [outline], -1, 1, cv2.FILLED)
    least = max(3, round(_SMALLEST * height))
    solid = cv2.morphologyEx(filled, cv2.MORPH_OPEN, np.ones((least, least), np.uint8))
    left, _, wide, high = cv2.boundingRect(solid)
    fits = min(wide, high) >= least and max(wide, high) <= _LARGEST * height
    if not fits or left == 0 or solid.sum() < _SOLID * wide * high:
        return None
    line = 2 * max(1, round(_BORDER * height)) + 1
    inside = cv2.erode(solid, np.ones((line, line), np.uint8))
    return np.asarray(inside, np.uint8) if inside.any() else None
