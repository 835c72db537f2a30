"""Circles of a seal's size in a picture of ink."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

import cv2
import numpy as np

from docint.types.place import Box

ROUND = (60.0, 190.0)
"""Diameter in points: 38 to 45 mm by rule, 25 to 60 mm as seen, copies scaled."""
RING = 0.6
"""Share of the rim that must show ink."""
SOLID = 0.5
"""Share of the disc above which it is an emblem, not a seal."""
RULE = 45.0
"""Points from which a straight stroke is a table's."""
FREE = 0.4
"""Share of a grey seal's rim that must lie beside the print, to be told from it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that may hold a seal, in pixels of the page."""

    x: float
    y: float
    half_width: float
    half_height: float
    shape: Literal["round", "oval", "rectangle"]
    turned: float = 0.0
    """Degrees clockwise that a frame stands aslant."""


def circles(ink: Any, left: int, top: int, points: float) -> Iterator[Spot]:
    """Circles in a patch that is more than one seal: seals over each other, or over print.

    Args:
        ink: the patch, 1 where there is ink.
        left: of the patch on its page, in pixels.
        top: likewise.
        points: points a pixel.
    """
    taken: list[Spot] = []
    for spot in _hough(ink, points):
        if not any(_is_inside(spot, other) for other in taken) and is_ring(ink, spot):
            taken.append(spot)
            yield Spot(spot.x + left, spot.y + top, spot.half_width, spot.half_height, "round")


def _hough(ink: Any, points: float, most: int = 12) -> Iterator[Spot]:
    """Candidates, the surest first."""
    least, largest = int(ROUND[0] / 2 / points), int(ROUND[1] / 2 / points)
    if min(ink.shape) < 1.6 * least or least < 4:
        return
    edge = 8
    padded = cv2.copyMakeBorder(ink * 255, edge, edge, edge, edge, cv2.BORDER_CONSTANT)
    found = cv2.HoughCircles(
        cv2.GaussianBlur(padded, (3, 3), 0),
        cv2.HOUGH_GRADIENT,
        1.5,
        least,
        param1=120,
        param2=28,
        minRadius=least,
        maxRadius=min(largest, max(ink.shape)),
    )
    for x, y, radius in [] if found is None else found[0][:most].tolist():
        yield Spot(x - edge, y - edge, radius, radius, "round")


def is_ring(ink: Any, spot: Spot) -> bool:
    """Ink all along the rim, and not all over the disc."""
    angles = np.linspace(0, 2 * np.pi, 90, endpoint=False)
    rim = np.zeros(90, bool)
    for share in np.linspace(0.88, 1.03, 9):
        xs, ys = _on_rim(ink, spot, share, angles)
        rim |= ink[ys, xs] > 0
    return bool(rim.mean() >= RING and _share(ink, spot) < SOLID)


def _share(ink: Any, spot: Spot) -> float:
    """Share of the disc that is ink."""
    disc = np.zeros_like(ink)
    centre, axes = (round(spot.x), round(spot.y)), (round(spot.half_width), round(spot.half_height))
    cv2.ellipse(disc, centre, axes, 0, 0, 360, 1, -1)
    return float(ink[disc > 0].mean()) if disc.any() else 0.0


def _is_inside(spot: Spot, other: Spot) -> bool:
    """Whether it is the same ring again, or lies within it."""
    apart = float(np.hypot(other.x - spot.x, other.y - spot.y))
    same = apart < 0.5 * other.half_width
    return same or apart + spot.half_width < 1.15 * other.half_width


def grey_circles(ink: Any, points: float, printed: Iterable[Box]) -> Iterator[Spot]:
    """Round seals on a copy without colour.

    The lines of print are taken out first: what is left of a seal's rim is still a circle.

    Args:
        ink: 1 where anything is printed, coarse.
        points: points a pixel.
        printed: lines of text.
    """
    hidden = np.zeros_like(ink)
    for box in printed:
        x0, top = max(0, int(box.x0 / points)), max(0, int(box.top / points))
        hidden[top : int(box.bottom / points) + 1, x0 : int(box.x1 / points) + 1] = 1
    rest = _without_rules(ink & (1 - hidden), round(RULE / points))
    near = cv2.dilate(rest, np.ones((3, 3), np.uint8))
    taken: list[Spot] = []
    for spot in _hough(rest, points, most=40):
        if any(_is_inside(spot, other) for other in taken):
            continue
        if _is_drawn(near, hidden, spot) and _share(rest, spot) < SOLID:
            taken.append(spot)
            yield spot


def _without_rules(ink: Any, size: int) -> Any:
    """Ink without long straight strokes; a rim's flattest arc is shorter."""
    for kernel in (np.ones((1, size), np.uint8), np.ones((size, 1), np.uint8)):
        ink = ink & (1 - cv2.morphologyEx(ink, cv2.MORPH_OPEN, kernel))
    return ink


def _is_drawn(near: Any, hidden: Any, spot: Spot) -> bool:
    """Whether the rim is drawn at one radius wherever no print hides it."""
    angles = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    for share in np.linspace(0.94, 1.04, 11):
        xs, ys = _on_rim(near, spot, share, angles)
        free = hidden[ys, xs] == 0
        if free.mean() >= FREE and near[ys, xs][free].mean() >= 0.75:
            return True
    return False


def _on_rim(ink: Any, spot: Spot, share: float, angles: Any) -> tuple[Any, Any]:
    """Pixels of the ellipse at a share of the radius, kept within the picture."""
    xs = np.rint(spot.x + spot.half_width * share * np.cos(angles))
    ys = np.rint(spot.y + spot.half_height * share * np.sin(angles))
    return (
        np.clip(xs, 0, ink.shape[1] - 1).astype(int),
        np.clip(ys, 0, ink.shape[0] - 1).astype(int),
    )


def components(ink: Any, reach: float) -> Iterator[tuple[int, int, int, int]]:
    """Boxes of ink that hangs together across small gaps."""
    size = max(3, round(reach)) | 1
    grown = cv2.dilate(ink, np.ones((size, size), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(grown, connectivity=8)
    edge = size // 2
    for x, y, width, height, _ in stats[1:].tolist():
        yield x + edge, y + edge, max(1, width - 2 * edge), max(1, height - 2 * edge)
