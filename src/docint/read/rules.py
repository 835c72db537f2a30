"""Ruling lines of a page: long strokes across and down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import cv2
import numpy as np

DARK = 200
"""Grey level of a cleared page below which a pixel is ink."""
FAINT, THIN = 32, 2.5
"""Grey levels by which a faint line is darker than the sheet, and points it is thick at most."""
EDGE, LEANS = 6.0, 5.0
"""Points from the sheet's edge at which no table ends, and between pieces of a leaning streak."""
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
    if max(grey.shape) > FINE:  # thicken first: a hairline must survive halving
        grey, scale = cv2.erode(grey, np.ones((2, 2), np.uint8))[::2, ::2], scale * 2
    ink = _inked(grey, scale)
    bars = _bars(ink, scale)
    lines = cv2.subtract(ink, bars)  # a line that meets a bar is no part of it
    across = [stroke for part in (bars, lines) for stroke in _strokes(part, scale, "across")]
    down = [stroke for part in (bars, lines) for stroke in _strokes(part, scale, "down")]
    high, wide = (side * scale for side in ink.shape)
    return Rules(tuple(_on_sheet(joined(across), wide)), tuple(_on_sheet(joined(down), high)))


def _on_sheet(strokes: Iterable[Stroke], end: float) -> list[Stroke]:
    """The strokes without those that come in from the sheet's edge, and what goes on with them.

    Streaks of a scanner, folds and the shadows of edges run from side to side; tables have margins.
    """
    kept = list(strokes)
    gone = [s for s in kept if s.start < EDGE or s.end > end - EDGE]
    while gone:
        kept = [s for s in kept if s not in gone]
        gone = [s for s in kept if any(_goes_on(one, s) for one in gone)]
    return kept


def _goes_on(one: Stroke, other: Stroke) -> bool:
    """Whether two strokes are pieces of one that leans."""
    apart = max(one.start, other.start) - min(one.end, other.end)
    return abs(one.at - other.at) <= LEANS and -LEANS < apart <= LEANS


def _inked(grey: Any, scale: float) -> Any:
    """Ones where there is ink: dark, or thin and darker than what lies beside it."""
    size = max(3, round(THIN / scale) | 1)
    beside = cv2.morphologyEx(grey, cv2.MORPH_BLACKHAT, np.ones((size, size), np.uint8))
    return ((grey < DARK) | (beside > FAINT)).astype(np.uint8)


def _bars(ink: Any, scale: float) -> Any:
    """Ones where the ink is a filled area (表头底色)."""
    size = max(3, round(THICK / scale))
    return cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((size, size), np.uint8))


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
