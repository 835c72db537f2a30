"""Ink seals (印章): where they stand, and the curved name round their rim.

Red or blue ink is told from black by colour; a seal is a ring of it (or a frame) of a seal's
size. The ring is unwrapped into a straight line and read by the page's own recogniser.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import cv2
import numpy as np

from docint.types.place import Box
from docint.types.reading import Seal

if TYPE_CHECKING:
    from docint.contracts import Image

ReadLine: TypeAlias = Callable[["Image"], tuple[str, float]]
Color: TypeAlias = Literal["red", "blue"]

LOOK = 1000
"""Longest side in pixels at which seals are looked for."""
STRONG = 40
"""How far a colour must stand above the other two to be seal ink."""
LEAST_INK = 0.0004
"""Share of a page that must be of the colour before anything is looked for."""
ROUND = (60.0, 190.0)
"""Diameter in points: 38 to 45 mm by rule, 25 to 60 mm as seen, copies scaled."""
FRAME = (28.0, 190.0)
"""Sides in points of a rectangular seal: a name seal of 15 mm to a long frame of 60 mm."""
RING = 0.6
"""Share of the rim that must show ink."""
SOLID = 0.5
"""Share of the disc above which it is an emblem, not a seal."""
BANDS = ((0.58, 0.98), (0.62, 0.94), (0.52, 0.90))
"""Rings, as shares of the radius, in which the name is looked for."""
MARGIN = 1.06
"""A seal is cut out a little larger than its rim."""
AROUND = 1536
"""Pixels of the unwrapped rim."""
POOR = 0.5
"""Names read with a lower score are left out: a seal with no text is still a seal."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that may hold a seal, in pixels of the page."""

    x: float
    y: float
    half_width: float
    half_height: float
    shape: Literal["round", "oval", "rectangle"]


def seals_of(image: Image, scale: float, read_line: ReadLine) -> tuple[Seal, ...]:
    """All red and blue seals of a page, from top to bottom.

    Args:
        image: RGB, upright.
        scale: points a pixel.
        read_line: reads a picture of one straight line.
    """
    seals = []
    colors: tuple[Color, Color] = ("red", "blue")
    for color in colors:
        for spot in spots_of(image, scale, color):
            text, score = _name(image, spot, color, read_line)
            box = Box(
                (spot.x - spot.half_width) * scale,
                (spot.y - spot.half_height) * scale,
                (spot.x + spot.half_width) * scale,
                (spot.y + spot.half_height) * scale,
            )
            seals.append(Seal(text, color, spot.shape, box, round(score, 4)))
    return tuple(sorted(seals, key=lambda seal: (seal.box.top, seal.box.x0)))


def strength(image: Image, color: Color) -> Any:
    """How far a colour stands above the other two, one channel, 0 to 255.

    What the other two differ by is taken off: gold print and orange frames are no red ink.
    """
    red, green, blue = cv2.split(image)
    if color == "red":
        return cv2.subtract(cv2.subtract(red, cv2.max(green, blue)), cv2.absdiff(green, blue) // 2)
    return cv2.subtract(cv2.subtract(blue, cv2.max(green, red)), cv2.subtract(red, green) // 2)


def spots_of(image: Image, scale: float, color: Color) -> list[Spot]:
    """Where seals of a colour stand."""
    factor = min(1.0, LOOK / max(image.shape[:2]))
    small: Any = cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    ink = (strength(small, color) > STRONG).astype(np.uint8)
    if ink.mean() < LEAST_INK:
        return []
    points = scale / factor
    found: list[Spot] = []
    for spot in _rings(ink, points):
        if all(np.hypot(spot.x - s.x, spot.y - s.y) > 0.4 * s.half_width for s in found):
            found.append(spot)
    for spot in found:
        _erase(ink, spot)
    found += _frames(ink, points)
    return [
        Spot(s.x / factor, s.y / factor, s.half_width / factor, s.half_height / factor, s.shape)
        for s in found
    ]


def _components(ink: Any, reach: float) -> Iterator[tuple[int, int, int, int]]:
    """Boxes of ink that hangs together across small gaps."""
    size = max(3, round(reach)) | 1
    grown = cv2.dilate(ink, np.ones((size, size), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(grown, connectivity=8)
    edge = size // 2
    for x, y, width, height, _ in stats[1:].tolist():
        yield x + edge, y + edge, max(1, width - 2 * edge), max(1, height - 2 * edge)


def _rings(ink: Any, points: float) -> Iterator[Spot]:
    """Round and oval seals, at the coarse size."""
    for x, y, width, height in _components(ink, 3.0 / points):
        if max(width, height) * points < ROUND[0]:
            continue
        spot = Spot(x + width / 2, y + height / 2, width / 2, height / 2, "round")
        if _fits(width, height, points) and _is_ring(ink, spot):
            oval = not 0.87 < width / height < 1.15
            yield Spot(spot.x, spot.y, spot.half_width, spot.half_height, "oval") if oval else spot
        else:
            yield from _circles(ink[y : y + height, x : x + width], x, y, points)


def _fits(width: int, height: int, points: float) -> bool:
    small, large = min(width, height) * points, max(width, height) * points
    return small >= ROUND[0] * 0.6 and large <= ROUND[1] and small / large > 0.6


def _is_ring(ink: Any, spot: Spot) -> bool:
    """Ink all along the rim, and not all over the disc."""
    angles = np.linspace(0, 2 * np.pi, 90, endpoint=False)
    rim = np.zeros(90, bool)
    for share in np.linspace(0.88, 1.03, 9):
        xs = np.clip(
            np.rint(spot.x + spot.half_width * share * np.cos(angles)), 0, ink.shape[1] - 1
        )
        ys = np.clip(
            np.rint(spot.y + spot.half_height * share * np.sin(angles)), 0, ink.shape[0] - 1
        )
        rim |= ink[ys.astype(int), xs.astype(int)] > 0
    return bool(rim.mean() >= RING and _share(ink, spot) < SOLID)


def _share(ink: Any, spot: Spot) -> float:
    """Share of the disc that is ink."""
    disc = np.zeros_like(ink)
    centre, axes = (round(spot.x), round(spot.y)), (round(spot.half_width), round(spot.half_height))
    cv2.ellipse(disc, centre, axes, 0, 0, 360, 1, -1)
    return float(ink[disc > 0].mean()) if disc.any() else 0.0


def _circles(ink: Any, left: int, top: int, points: float) -> Iterator[Spot]:
    """Circles in a patch that is more than one seal: seals over each other, or over print."""
    least, most = int(ROUND[0] / 2 / points), int(ROUND[1] / 2 / points)
    if min(ink.shape) < 2 * least * 0.8:
        return
    padded = cv2.copyMakeBorder(ink * 255, 8, 8, 8, 8, cv2.BORDER_CONSTANT)
    blurred = cv2.GaussianBlur(padded, (3, 3), 0)
    circles = cv2.HoughCircles(
        blurred, cv2.HOUGH_GRADIENT, 1.5, least, param1=120, param2=28,
        minRadius=least, maxRadius=min(most, max(ink.shape)),
    )  # fmt: skip
    taken: list[Spot] = []
    for x, y, radius in [] if circles is None else circles[0][:12].tolist():
        spot = Spot(x - 8, y - 8, radius, radius, "round")
        if not any(_is_inside(spot, other) for other in taken) and _is_ring(ink, spot):
            taken.append(spot)
            yield Spot(spot.x + left, spot.y + top, radius, radius, "round")


def _is_inside(spot: Spot, other: Spot) -> bool:
    """Whether it is the same ring again, or lies within it."""
    apart = float(np.hypot(other.x - spot.x, other.y - spot.y))
    same = apart < 0.5 * other.half_width
    return same or apart + spot.half_width < 1.15 * other.half_width


def _erase(ink: Any, spot: Spot) -> None:
    centre = round(spot.x), round(spot.y)
    axes = round(spot.half_width * 1.08) + 1, round(spot.half_height * 1.08) + 1
    cv2.ellipse(ink, centre, axes, 0, 0, 360, 0, -1)


def _frames(ink: Any, points: float) -> Iterator[Spot]:
    """Rectangular seals: all four sides drawn."""
    for x, y, width, height in _components(ink, 2.0 / points):
        small, large = min(width, height) * points, max(width, height) * points
        if not (FRAME[0] <= large and small >= FRAME[0] * 0.6 and large <= FRAME[1]):
            continue
        patch = ink[y : y + height, x : x + width] > 0
        deep = max(2, round(3.0 / points))
        sides = (
            patch[:deep].any(axis=0).mean(),
            patch[-deep:].any(axis=0).mean(),
            patch[:, :deep].any(axis=1).mean(),
            patch[:, -deep:].any(axis=1).mean(),
        )
        if min(sides) >= 0.75 and patch.mean() < 0.75:
            yield Spot(x + width / 2, y + height / 2, width / 2, height / 2, "rectangle")


def _name(image: Image, spot: Spot, color: Color, read_line: ReadLine) -> tuple[str, float]:
    """A seal's text and its score; empty where it cannot be read."""
    patch = _alone(image, spot, color)
    if spot.shape == "rectangle":
        return _kept(*read_line(_inner(patch)))
    readings = [read_line(strip) for strip in strips(patch)]
    best = max(readings, key=lambda reading: reading[1] * min(len(reading[0]), 6))
    name, score = _kept(*best)
    below, sure = read_line(_lower(patch))
    if name and sure > 0.85 and len(below) > 2 and below not in name:
        name = f"{name} {below}"
    return name, score


def _kept(text: str, score: float) -> tuple[str, float]:
    kept = "".join(c for c in text if c.isalnum() or c in "（）()·-")
    return (kept, score) if len(kept) > 1 and score >= POOR else ("", 0.0)


def _alone(image: Image, spot: Spot, color: Color) -> Image:
    """The seal's ink dark on white, square, 400 to 700 pixels wide."""
    left, right = spot.x - spot.half_width * MARGIN, spot.x + spot.half_width * MARGIN
    top, bottom = spot.y - spot.half_height * MARGIN, spot.y + spot.half_height * MARGIN
    side = 480 if spot.shape != "rectangle" else max(96, round(bottom - top) * 2)
    across = side if spot.shape != "rectangle" else round(side * (right - left) / (bottom - top))
    corners = np.array([[left, top], [right, top], [left, bottom]], np.float32)
    target = np.array([[0, 0], [across, 0], [0, side]], np.float32)
    matrix = cv2.getAffineTransform(corners, target)
    cut: Any = cv2.warpAffine(
        image, matrix, (across, side), flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255)
    )
    ink = strength(cut, color).astype(np.float32)
    full = max(30.0, float(np.percentile(ink, 97)))
    grey = (255 * (1 - np.clip(ink / full, 0, 1))).astype(np.uint8)
    grey = cv2.GaussianBlur(grey, (3, 3), 0)
    return cv2.merge([grey, grey, grey])  # type: ignore[no-any-return]


def strips(patch: Image) -> Iterator[Image]:
    """The ring unwrapped clockwise, once for each band and each place where it may begin.

    Names leave a gap at the bottom; a seal put on aslant has it elsewhere.

    Args:
        patch: a square with the seal in its middle.
    """
    middle, radius = patch.shape[0] / 2, patch.shape[0] / 2 / MARGIN
    polar: Any = cv2.warpPolar(patch, (256, AROUND), (middle, middle), radius, cv2.INTER_LINEAR)
    # rows run clockwise from three o'clock: outer rim up, then clockwise is to the right
    level = np.rot90(polar)
    bottom = AROUND // 4
    starts = [bottom]
    gap = _gap(level)
    if abs((gap - bottom + AROUND // 2) % AROUND - AROUND // 2) > AROUND // 18:
        starts.append(gap)
    for start in starts:
        rolled = np.roll(level, -start, axis=1)
        for inner, outer in BANDS:
            top, end = round(256 * (1 - outer)), round(256 * (1 - inner))
            yield np.ascontiguousarray(rolled[top:end])


def _gap(level: Image) -> int:
    """The middle of the widest stretch of the ring without ink, in columns."""
    band = level[round(256 * 0.1) : round(256 * 0.36), :, 0]
    inked = np.flatnonzero((band < 128).mean(axis=0) > 0.04)
    if not len(inked):
        return AROUND // 4
    ends = np.append(inked[1:], inked[0] + AROUND)
    widest = int(np.argmax(ends - inked))
    return int((inked[widest] + ends[widest]) // 2 % AROUND)


def _lower(patch: Image) -> Image:
    """Where a seal says what it is for (合同专用章): below the star, written straight."""
    side = patch.shape[0]
    return np.ascontiguousarray(
        patch[round(side * 0.60) : round(side * 0.76), round(side * 0.2) : round(side * 0.8)]
    )


def _inner(patch: Image) -> Image:
    height, width = patch.shape[:2]
    edge = round(min(height, width) * 0.12)
    return np.ascontiguousarray(patch[edge : height - edge, edge : width - edge])
