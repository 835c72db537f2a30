"""Ruling lines of a page: long strokes across and down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import cv2
import numpy as np

DARK = 200
"""Grey level of a cleared page below which a pixel is ink."""
FINE = 2200
"""Longest side in pixels above which strokes are looked for at half size."""
ACROSS, DOWN = 26.0, 13.0
"""Points a stroke must be long at least: beyond any glyph's bar, and within one table row."""
THICK = 4.0
"""Points of thickness from which a stroke is a filled bar, known by its two edges."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line, in points."""

    at: float
    """y of one that runs across, x of one that runs down."""
    start: float
    end: float

    @property
    def length(self) -> float:
        """Points from end to end."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Rules:
    """All strokes of a page."""

    across: tuple[Stroke, ...] = ()
    down: tuple[Stroke, ...] = ()


def rules_of(grey: Any, scale: float) -> Rules:
    """Find the strokes.

    Args:
        grey: one channel, level, cleared for reading.
        scale: points a pixel.
    """
    ink = (grey < DARK).astype(np.uint8)
    if max(ink.shape) > FINE:  # thicken first: a hairline must survive halving
        ink, scale = cv2.dilate(ink, np.ones((2, 2), np.uint8))[::2, ::2], scale * 2
    across = _strokes(ink, scale, "across")
    down = _strokes(ink, scale, "down")
    return Rules(tuple(joined(across)), tuple(joined(down)))


def _strokes(ink: Any, scale: float, way: Literal["across", "down"]) -> list[Stroke]:
    least = ACROSS if way == "across" else DOWN
    size = max(9, round(least / scale))
    kernel = np.ones((1, size) if way == "across" else (size, 1), np.uint8)
    kept = cv2.morphologyEx(ink, cv2.MORPH_OPEN, kernel)
    _, _, stats, _ = cv2.connectedComponentsWithStats(kept, connectivity=8)
    strokes = []
    for x, y, width, height, area in stats[1:].tolist():
        start, span = (x, width) if way == "across" else (y, height)
        first, depth = (y, height) if way == "across" else (x, width)
        thickness = area / span * scale
        if thickness > THICK:
            edges: tuple[float, ...] = (first, first + depth)
        else:
            edges = (first + depth / 2,)
        strokes += [Stroke(e * scale, start * scale, (start + span) * scale) for e in edges]
    return strokes


def joined(strokes: Sequence[Stroke], near: float = 1.5, gap: float = 5.0) -> Iterator[Stroke]:
    """Pieces of one line as one stroke.

    Args:
        strokes: in any order, of one direction.
        near: points two pieces may lie apart sideways.
        gap: points between the end of one and the start of the next.
    """
    waiting = sorted(strokes, key=lambda s: (s.start, s.at))
    while waiting:
        stroke = waiting.pop(0)
        for other in list(waiting):
            if abs(other.at - stroke.at) <= near and other.start - stroke.end <= gap:
                whole = stroke.length + other.length
                at = (stroke.at * stroke.length + other.at * other.length) / whole
                stroke = Stroke(at, stroke.start, max(stroke.end, other.end))
                waiting.remove(other)
        yield stroke
