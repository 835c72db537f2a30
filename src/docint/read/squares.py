"""Square name seals (名章) in ink that is more than one seal: over a ring, over each other.

Where a seal touches another, its outline is no component of its own. Its frame still is four
straight sides of one length: every size and slant is tried, and what lies just outside must be
emptier than the sides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import cv2
import numpy as np

from docint.read.rings import Spot, components

SIDES = (27.0, 64.0)
"""Sides of a name seal in points: 10 to 22 mm."""
SLANTS = tuple(range(-20, 21, 4))
"""Degrees at which they are looked for."""
LARGEST = 420.0
"""Points from which ink that hangs together is a picture, not seals."""
LEAST = 0.62
"""Share of the worst drawn side, less half of what is drawn just outside, to be a frame."""
OUTSIDE = 4
"""Pixels beyond a side at which nothing should be drawn."""
FULL = 0.93
"""Share of a patch's width and height from which one seal is all there is in it."""
MOST = 4
"""Seals of one size and slant in one patch."""
APART = 0.6
"""Of a side that two seals' middles must be apart."""


def squares(ink: Any, points: float, known: Sequence[Spot]) -> Iterator[Spot]:
    """Square frames within ink that hangs together, unless one known seal accounts for all of it.

    Args:
        ink: 1 where there is ink of the colour, coarse.
        points: points a pixel.
        known: seals found already that were read.
    """
    for left, top, width, height in components(ink, 2.0 / points):
        if not SIDES[0] <= max(width, height) * points <= LARGEST:
            continue
        if any(_fills(spot, left, top, width, height) for spot in known):
            continue
        edge = round(SIDES[1] / points / 4)
        patch = cv2.copyMakeBorder(
            ink[top : top + height, left : left + width], edge, edge, edge, edge,
            cv2.BORDER_CONSTANT, value=0,
        )  # fmt: skip
        for spot in _apart(_candidates(patch, points)):
            yield Spot(
                spot.x + left - edge, spot.y + top - edge, spot.half_width, spot.half_height,
                "rectangle", spot.turned,
            )  # fmt: skip


def _fills(spot: Spot, left: int, top: int, width: int, height: int) -> bool:
    """Whether a seal takes up nearly all of a box."""
    across = min(left + width, spot.x + spot.half_width) - max(left, spot.x - spot.half_width)
    down = min(top + height, spot.y + spot.half_height) - max(top, spot.y - spot.half_height)
    return across > FULL * width and down > FULL * height


def _apart(candidates: list[tuple[float, Spot]]) -> Iterator[Spot]:
    taken: list[Spot] = []
    for _, spot in sorted(candidates, key=lambda found: -found[0]):
        near = APART * 2 * spot.half_width
        if all(np.hypot(spot.x - other.x, spot.y - other.y) > near for other in taken):
            taken.append(spot)
            yield spot


def _candidates(patch: Any, points: float) -> list[tuple[float, Spot]]:
    """The best places of each slant and size, with their scores."""
    height, width = patch.shape
    found = []
    for slant in SLANTS:
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), slant, 1.0)
        level = cv2.warpAffine(patch, turn, (width, height)).astype(np.float32)
        near = cv2.dilate(level, np.ones((3, 3), np.uint8))
        back = cv2.invertAffineTransform(turn)
        for side in range(round(SIDES[0] / points), round(SIDES[1] / points) + 1, 2):
            reach = side // 2 + OUTSIDE
            if 2 * reach >= min(height, width):
                break
            for score, x, y in _peaks(_scores(level, near, side), side // 2):
                cx, cy = back @ np.array([x + reach, y + reach, 1.0])
                half = side / 2
                found.append((score, Spot(cx, cy, half, half, "rectangle", float(slant))))
    return found


def _peaks(scores: Any, reach: int) -> Iterator[tuple[float, int, int]]:
    for _ in range(MOST):
        _, best, _, (x, y) = cv2.minMaxLoc(scores)
        if best < LEAST:
            return
        yield best, x, y
        scores[max(0, y - reach) : y + reach, max(0, x - reach) : x + reach] = -1


def _scores(level: Any, near: Any, side: int) -> Any:
    """A square's worst side, less half of the ink just outside, for every middle within reach.

    Args:
        level: ink with the square's sides level.
        near: the same, grown by a pixel: sides are never quite straight.
        side: of the square, in pixels.
    """
    half = side // 2
    worst = np.minimum.reduce(_sides(near, side, half))
    outside = sum(_sides(level, side, half + OUTSIDE)) / 4
    return np.ascontiguousarray(worst - outside / 2)


def _sides(ink: Any, side: int, reach: int) -> list[Any]:
    """Ink along the four sides that stand off by so much, for every middle within reach."""
    edge = side // 2 + OUTSIDE
    height, width = ink.shape
    along = cv2.blur(ink, (side, 1), borderType=cv2.BORDER_CONSTANT)[:, edge : width - edge]
    down = cv2.blur(ink, (1, side), borderType=cv2.BORDER_CONSTANT)[edge : height - edge]
    above, left = edge - reach, edge - reach
    below, right = edge + reach, edge + reach
    return [
        along[above : above + height - 2 * edge], along[below : below + height - 2 * edge],
        down[:, left : left + width - 2 * edge], down[:, right : right + width - 2 * edge],
    ]  # fmt: skip
