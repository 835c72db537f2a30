"""The calibration curve as SVG: said against true, a dot for each bin, as large as it has facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log10

from docint.evaluate.measure import Bin

WIDE, HIGH, EDGE = 420.0, 300.0, 44.0
"""Size of the drawing and of its margin for the numbers."""
TOP = 30.0
"""Room above for the axis' name."""
LEAST = 0.4
"""Where both axes begin: nothing is said to be less sure."""
TICKS = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


def curve(bins: Sequence[Bin]) -> str:
    """The curve, complete; colours come from the page's style."""
    size = f'viewBox="0 0 {WIDE:g} {HIGH:g}"'
    return "".join((
        f'<svg class="curve" {size} role="img" aria-label="置信度校准曲线">',
        *_axes(),
        f'<path class="ideal" d="M{_x(LEAST):g} {_y(LEAST):g}L{_x(1):g} {_y(1):g}"/>',
        *_line(bins),
        "</svg>",
    ))  # fmt: skip


def _x(share: float) -> float:
    return round(EDGE + (max(share, LEAST) - LEAST) / (1 - LEAST) * (WIDE - EDGE - 16), 1)


def _y(share: float) -> float:
    return round(HIGH - EDGE - (max(share, LEAST) - LEAST) / (1 - LEAST) * (HIGH - EDGE - TOP), 1)


def _axes() -> Iterator[str]:
    for tick in TICKS:
        x, y = _x(tick), _y(tick)
        across = f"M{_x(LEAST):g} {y:g}H{_x(1):g}"
        yield f'<path class="grid" d="M{x:g} {_y(1):g}V{_y(LEAST):g}{across}"/>'
        yield f'<text x="{x:g}" y="{HIGH - EDGE + 16:g}" text-anchor="middle">{tick:.0%}</text>'
        yield f'<text x="{EDGE - 6:g}" y="{y + 4:g}" text-anchor="end">{tick:.0%}</text>'
    middle = (_x(LEAST) + _x(1)) / 2
    yield f'<text x="{middle:g}" y="{HIGH - 8:g}" text-anchor="middle">给出的置信度</text>'
    yield '<text x="4" y="12">实际正确率</text>'


def _line(bins: Sequence[Bin]) -> Iterator[str]:
    points = [(_x(one.confidence), _y(one.accuracy)) for one in bins]
    if points:
        yield f'<polyline class="true" points="{" ".join(f"{x:g},{y:g}" for x, y in points)}"/>'
    for one, (x, y) in zip(bins, points, strict=True):
        said = f"置信度 {one.confidence:.1%}，正确 {one.accuracy:.1%}，{one.count} 项"
        radius = round(2 + 1.6 * log10(one.count), 1)
        yield f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}"><title>{said}</title></circle>'
