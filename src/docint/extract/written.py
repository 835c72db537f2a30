"""Whether anything stands in a place that was to be filled in (有无笔迹).

A recogniser reads print; a signature is often read as nothing or as anything. The picture itself
tells whether ink is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from docint.contracts import Image

CONTRAST = 45
"""Grey levels, of 255, that ink is darker than its paper in at least one colour."""
TALL = 0.5
"""Share of the print's height that a stroke reaches; specks of scanning stay below."""
RED = 20
"""Grey levels that a seal's red stands above its green and blue; pens are blue or black."""
RULE = 3.0
"""A straight run of this many heights is a printed rule (横线), not writing."""


def written(image: Image, height: float, *, sealed: bool = False) -> bool:
    """Whether a pen, a stamp or a printer has left a mark.

    Args:
        image: the place, H × W × 3, RGB.
        height: of the print around it, in pixels.
        sealed: whether a unit's red seal lies over the place; its ink is nobody's writing.
    """
    paper = np.percentile(image.reshape(-1, 3), 75, axis=0)
    inked = (np.maximum(paper - image, 0).max(axis=2) > CONTRAST).astype(np.uint8)
    dark = inked & (1 - _red(image)) if sealed else inked
    run = np.ones((1, max(3, round(RULE * height))), np.uint8)
    rules = cv2.dilate(cv2.morphologyEx(dark, cv2.MORPH_OPEN, run), np.ones((3, 3), np.uint8))
    strokes = cv2.subtract(dark, rules)
    _, _, stats, _ = cv2.connectedComponentsWithStats(strokes, connectivity=8)
    return bool((stats[1:, cv2.CC_STAT_HEIGHT] >= TALL * height).any())


def _red(image: Image) -> Image:
    """1 where a seal's ink lies, its blurred edges included, else 0."""
    parts = image.astype(np.int16)
    excess = parts[..., 0] - parts[..., 1:].max(axis=2)
    red: Image = np.where(excess > RED, 1, 0).astype(np.uint8)
    return np.asarray(cv2.dilate(red, np.ones((3, 3), np.uint8)), np.uint8)
