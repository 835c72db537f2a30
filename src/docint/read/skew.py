"""How far a page is from level, to a twentieth of a degree, by the page's own rows.

Detectors give the corners of short lines in whole pixels of a reduced picture: a wide table of
short figures counts as level though it falls by a row's height from side to side. Rows of print
and ruling lines are darkest and best parted where they are summed along their own direction, so
the direction is the one in which the sums change most from row to row (Postl 1986; the same
measure in Leptonica's ``pixFindSkew``).
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np

REACH, STEP = 1.5, 0.1
"""Degrees looked at on both sides of what the lines say, and between two looks."""
LEAST = 0.1
"""Degrees below which a page is left as it is."""
WIDTH, STRIPS = 800, 40
"""Pixels across to which the page is reduced, and the upright strips it is cut into."""
MARGIN = 140
"""Rows of white above and below: what the steepest page falls by on half its width, and more."""
INK = 24
"""Grey levels by which ink is darker than the sheet."""
CLEARER = 1.04
"""Times the changes must be greater than where the page is left as the lines say."""


def refined(grey: Any, coarse: float) -> float:
    """Degrees the page must be rotated counter-clockwise to level its rows.

    Args:
        grey: one channel, cleared for reading, standing.
        coarse: what the lines say.
    """
    strips, middles = _strips(grey)
    steps = range(-round(REACH / STEP), round(REACH / STEP) + 1)
    changes = {step * STEP: _changes(strips, middles, coarse + step * STEP) for step in steps}
    best = max(changes, key=changes.__getitem__)
    if abs(best) > REACH - STEP or changes[best] < CLEARER * changes[0]:
        return coarse
    near = (best - STEP / 2, best, best + STEP / 2)
    skew = coarse + max(near, key=lambda by: _changes(strips, middles, coarse + by))
    return round(skew, 2) if abs(skew) >= LEAST else 0.0


def _strips(grey: Any) -> tuple[Any, Any]:
    """Ink by strip and row, and how far right of the page's middle each strip lies."""
    height, width = grey.shape
    size = (WIDTH, round(height * WIDTH / width))
    small = cv2.resize(grey, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    ink = np.clip(float(np.median(small)) - INK - small, 0, None)
    wide = WIDTH // STRIPS
    strips = ink.reshape(len(ink), STRIPS, wide).sum(2).T
    return np.pad(strips, ((0, 0), (MARGIN, MARGIN))), (np.arange(STRIPS) + 0.5) * wide - WIDTH / 2


def _changes(strips: Any, middles: Any, angle: float) -> float:
    """How much sums along rows that fall by an angle differ from the next ones."""
    falls = np.tan(np.radians(angle)) * middles
    whole = np.floor(falls).astype(int)
    count = strips.shape[1] - 2 * MARGIN
    total = np.zeros(count, np.float32)
    for strip, first, part in zip(strips, whole + MARGIN, falls - whole, strict=True):
        total += (1 - part) * strip[first : first + count]
        total += part * strip[first + 1 : first + 1 + count]
    return float((np.diff(total) ** 2).sum())
