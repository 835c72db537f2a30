"""One seal's impression (印迹) apart from the page: its ink dark on white.

By colour, what is printed under a seal vanishes, but JPEG keeps colour only in coarse blocks: on
poor scans the characters stand in the brightness alone, with the print that crosses them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import cv2
import numpy as np

from docint.read.frames import upright

if TYPE_CHECKING:
    from docint.contracts import Image
    from docint.read.rings import Spot

Color: TypeAlias = Literal["red", "blue", "grey"]

MARGIN = 1.06
"""A seal is cut out a little larger than its rim."""
SIDE = 480
"""Pixels a round seal is cut out with."""
BLOCK = 6.0
"""Blur in pixels of a cut that bridges the blocks JPEG keeps colour in."""
GRAIN = 1.5
"""Blur in pixels of a cut that takes the paper's grain away and leaves the strokes."""


def strength(image: Image, color: Color) -> Any:
    """How far a colour stands above the other two, one channel, 0 to 255.

    What the other two differ by is taken off: gold print and orange frames are no red ink.
    """
    red, green, blue = cv2.split(image)
    if color == "grey":
        return 255 - green
    if color == "red":
        return cv2.subtract(cv2.subtract(red, cv2.max(green, blue)), cv2.absdiff(green, blue) // 2)
    return cv2.subtract(cv2.subtract(blue, cv2.max(green, red)), cv2.subtract(red, green) // 2)


def cut_out(image: Image, spot: Spot) -> Image:
    """A seal upright; a round one square and `SIDE` pixels wide."""
    side = SIDE if spot.shape != "rectangle" else max(192, round(spot.half_height * 2 * MARGIN))
    across = side if spot.shape != "rectangle" else round(side * spot.half_width / spot.half_height)
    matrix = upright(spot, MARGIN, across, side)
    cut: Any = cv2.warpAffine(
        image, matrix, (across, side), flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255)
    )
    return cut  # type: ignore[no-any-return]


def by_color(cut: Image, color: Color) -> Image:
    """What of a cut is of the colour, three equal channels."""
    ink = strength(cut, color).astype(np.float32)
    full = max(30.0, float(np.percentile(ink, 97)))
    grey = (255 * (1 - np.clip(ink / full, 0, 1))).astype(np.uint8)
    return _channels(cv2.GaussianBlur(grey, (3, 3), 0))


def by_shade(cut: Image, color: Color) -> Image:
    """What of a cut is dark where the colour is near, three equal channels."""
    shades: Any = cv2.cvtColor(cv2.GaussianBlur(cut, (0, 0), GRAIN), cv2.COLOR_RGB2GRAY)
    dark = np.clip(float(np.percentile(shades, 80)) - shades.astype(np.float32), 0, None)
    near = _near(cut, color)
    full = max(15.0, float(np.percentile(dark[near], 90))) if near.any() else 255.0
    fading = cv2.GaussianBlur(near.astype(np.float32), (0, 0), 3.0)
    return _channels((255 * (1 - np.clip(dark / full, 0, 1) * fading)).astype(np.uint8))


def _near(cut: Image, color: Color) -> Any:
    """Where ink of the colour is near, as coarsely as JPEG keeps colour."""
    red, green, blue = cv2.split(cv2.GaussianBlur(cut, (0, 0), BLOCK).astype(np.float32))
    ink: Any = red - (green + blue) / 2 if color == "red" else blue - (green + red) / 2
    floor, top = np.percentile(ink, (30, 97))
    return ink > floor + 0.15 * (top - floor)


def _channels(grey: Any) -> Image:
    return cv2.merge([grey, grey, grey])  # type: ignore[no-any-return]
