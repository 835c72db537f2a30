"""Seals in a frame (方章、长条章): where they stand, however aslant, and their lines of text.

A person's seal (名章) holds two characters above two, read in columns from the right; it is cut
into cells and laid out as a line. White characters on ink (阴文) are turned into dark ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from docint.read.rings import Spot, components

if TYPE_CHECKING:
    from docint.contracts import Image

FRAME = (28.0, 190.0)
"""Sides in points of a frame: a name seal of 10 to 20 mm to a long frame of 60 mm."""
DRAWN = 0.75
"""Share of each side that must show ink."""
SOLID = 0.9
"""Share of ink from which it is a blot, or a bar of a letterhead."""
SQUARE = (0.75, 1.33)
"""Width to height of a name seal."""
RIM = 0.09
"""Share of a side that the frame itself takes."""
GAP = 0.08
"""Between two characters laid out in a line, of their size."""


def frames(ink: Any, points: float) -> Iterator[Spot]:
    """Rectangular seals: all four sides drawn.

    Args:
        ink: 1 where there is ink of the colour, coarse.
        points: points a pixel.
    """
    for left, top, width, height in components(ink, 2.0 / points):
        if not _has_size(width, height, points):
            continue
        rows, columns = np.nonzero(ink[top : top + height, left : left + width])
        places = np.column_stack((columns + left, rows + top)).astype(np.float32)
        spot = _around(places)
        if _has_size(spot.half_width * 2, spot.half_height * 2, points) and _is_frame(ink, spot):
            yield spot


def _has_size(width: float, height: float, points: float) -> bool:
    small, large = min(width, height) * points, max(width, height) * points
    return FRAME[0] <= large <= FRAME[1] and small >= FRAME[0] * 0.6


def _around(places: Any) -> Spot:
    """The smallest rectangle round these places, its sides named as they stand on the page."""
    (x, y), (width, height), angle = cv2.minAreaRect(places)
    if abs(angle) > 45:
        width, height, angle = height, width, angle - np.copysign(90, angle)
    return Spot(x, y, (width + 1) / 2, (height + 1) / 2, "rectangle", angle)


def upright(spot: Spot, margin: float, across: int, down: int) -> Any:
    """The affine matrix that cuts a seal out as an upright picture.

    Args:
        spot: in pixels of the page.
        margin: how many times its size is cut.
        across: width of the picture in pixels.
        down: height likewise.
    """
    cos, sin = np.cos(np.deg2rad(spot.turned)), np.sin(np.deg2rad(spot.turned))
    middle = np.array([spot.x, spot.y])
    right = np.array([cos, sin]) * spot.half_width * margin
    below = np.array([-sin, cos]) * spot.half_height * margin
    corners = np.array([middle - right - below, middle + right - below, middle - right + below])
    target = np.array([[0, 0], [across, 0], [0, down]])
    return cv2.getAffineTransform(corners.astype(np.float32), target.astype(np.float32))


def _is_frame(ink: Any, spot: Spot) -> bool:
    across, down = max(8, round(spot.half_width * 2)), max(8, round(spot.half_height * 2))
    patch = cv2.warpAffine(ink * 255, upright(spot, 1.0, across, down), (across, down)) > 127
    deep = max(2, min(across, down) // 12)
    sides = (
        patch[:deep].any(axis=0).mean(),
        patch[-deep:].any(axis=0).mean(),
        patch[:, :deep].any(axis=1).mean(),
        patch[:, -deep:].any(axis=1).mean(),
    )
    return bool(min(sides) >= DRAWN and patch.mean() < SOLID)


def lines_of(patch: Image) -> Iterator[Image]:
    """What stands in a frame, as lines to be read: as it is, and by columns in a square one.

    Args:
        patch: the seal upright, dark on white.
    """
    height, width = patch.shape[:2]
    rim = round(min(height, width) * RIM)
    inner = patch[rim : height - rim, rim : width - rim]
    if (inner < 128).mean() > 0.5:
        inner = 255 - inner
    yield np.ascontiguousarray(inner)
    if SQUARE[0] <= width / height <= SQUARE[1]:
        yield _by_columns(inner)


def _by_columns(inner: Image) -> Image:
    """Four cells side by side: the right column downwards, then the left one."""
    down, across = inner.shape[0] // 2, inner.shape[1] // 2
    cells = [
        inner[:down, -across:], inner[-down:, -across:], inner[:down, :across],
        inner[-down:, :across],
    ]  # fmt: skip
    gap = np.full((down, max(1, round(down * GAP)), 3), 255, np.uint8)
    return np.hstack([part for cell in cells for part in (cell, gap)])
