"""How far a page is from level, and where its points come to lie once it is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from docint.contracts import Seen
from docint.types.place import Box

Point: TypeAlias = tuple[float, float]
LEAST = 0.5
"""Degrees below which a page counts as level."""
MOST = 15.0
"""Degrees above which a line is written across the page on purpose."""


def angle_of(line: Seen) -> float:
    """Degrees by which a line falls to the right, −180 to 180."""
    (x0, y0), (x1, y1) = line.corners[0], line.corners[1]
    return math.degrees(math.atan2(y1 - y0, x1 - x0))


def skew_of(lines: Sequence[Seen]) -> float:
    """Degrees the page must be rotated counter-clockwise to level its lines; 0 if it is level.

    The median over the lines, weighted by their length: short lines have rough corners.
    """
    weighed = sorted((angle_of(line), _length(line)) for line in lines if len(line.text) > 3)
    weighed = [(angle, length) for angle, length in weighed if abs(angle) < MOST]
    half = sum(length for _, length in weighed) / 2
    for angle, length in weighed:
        half -= length
        if half <= 0:
            return round(angle, 2) if abs(angle) >= LEAST else 0.0
    return 0.0


def _length(line: Seen) -> float:
    (x0, y0), (x1, y1) = line.corners[0], line.corners[1]
    return math.hypot(x1 - x0, y1 - y0)


@dataclass(frozen=True, slots=True)
class Level:
    """A rotation about the middle of a page, counter-clockwise, the sheet's size kept."""

    degrees: float
    middle: Point

    def point(self, point: Point) -> Point:
        """Where a point of the page comes to lie."""
        if not self.degrees:
            return point
        sine, cosine = math.sin(math.radians(self.degrees)), math.cos(math.radians(self.degrees))
        x, y = point[0] - self.middle[0], point[1] - self.middle[1]
        return (
            self.middle[0] + cosine * x + sine * y,
            self.middle[1] - sine * x + cosine * y,
        )

    def box(self, box: Box) -> Box:
        """Where a box comes to lie; it keeps its size, for what it holds is level then."""
        x, y = self.point(box.middle)
        across, down = box.width / 2, box.height / 2
        return Box(x - across, y - down, x + across, y + down)
