"""Where something stands, and the proof that it stands there.

One pair of types serves both ends of a citation: a fact in a scan and an article in a policy.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the upright page, in points (1/72 inch), origin top left."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """In points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """In points."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """Centre of the box as ``(x, y)`` in points."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def joined(self, other: Box) -> Box:
        """The smallest box around both."""
        return Box(
            min(self.x0, other.x0),
            min(self.top, other.top),
            max(self.x1, other.x1),
            max(self.bottom, other.bottom),
        )

    def meets(self, other: Box) -> bool:
        """Whether the two share some area."""
        across = min(self.x1, other.x1) > max(self.x0, other.x0)
        return across and min(self.bottom, other.bottom) > max(self.top, other.top)

    def covers(self, x: float, y: float) -> bool:
        """Whether the point lies inside, edges included."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file: its content hash, the page, and the box or the node on it."""

    source: str
    """SHA-256 of the file's bytes, hexadecimal."""
    page: int = 1
    """Counts from 1 inside the file."""
    box: Box | None = None
    """None only where the source has no geometry (DOCX, JSON)."""
    where: str = ""
    """The place in words where there is no box, e.g. ``表1 第3行``."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A verbatim quotation with its place and the reader that read it."""

    place: Place
    quote: str
    """The text as printed; never normalised, never repaired."""
    reader: str
    """``text``, ``docx``, ``json``, or the name of an OCR engine."""
    confidence: float = 1.0
    """The reader's own score, 0 to 1; not calibrated."""
