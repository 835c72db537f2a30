"""Where running text ends at the right: of the page, or of each of its two columns of text."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from statistics import median, quantiles

from docint.types.place import Box
from docint.types.reading import Page

Margin = tuple[float, float]
"""Left and right edge in points."""
_RUNNING = 12
"""Characters above which a line is running text."""
_FEWEST = 4
"""Lines of running text that make a column."""
_CROSSING = 0.12
"""Share of the lines that may run across the gutter (titles)."""
_NARROW = 0.2
"""Share of the page's width below which a column holds labels, no text."""


def margins(page: Page, skipped: Collection[int] = ()) -> tuple[Margin, ...]:
    """The margin that belongs to each line of a page.

    Args:
        page: with its lines in points.
        skipped: numbers of lines that do not belong to the running text.
    """
    running = _running(page, skipped)
    whole = _margin(running)
    gutter = _gutter(_running(page, ()), page.width)
    if gutter is None:
        return (whole,) * len(page.lines)
    left = _margin([box for box in running if box.x1 <= gutter])
    right = _margin([box for box in running if box.x0 >= gutter])
    return tuple(
        whole if line.box is None or line.box.x0 < gutter < line.box.x1
        else left if line.box.x1 <= gutter else right
        for line in page.lines
    )  # fmt: skip


def _running(page: Page, skipped: Collection[int]) -> list[Box]:
    lines = [line for number, line in enumerate(page.lines) if number not in skipped]
    boxes = [line.box for line in lines if line.box and len(line.text) > _RUNNING]
    return boxes if len(boxes) > 1 else [line.box for line in lines if line.box]


def _margin(boxes: Sequence[Box]) -> Margin:
    if len(boxes) < 2:
        return (0.0, 1e9) if not boxes else (boxes[0].x0, boxes[0].x1)
    rights = quantiles([box.x1 for box in boxes], n=10)
    lefts = sorted(box.x0 for box in boxes)
    return lefts[len(lefts) // 10], rights[8]


def _gutter(boxes: Sequence[Box], width: float) -> float | None:
    """The middle of the white between two columns of text side by side; None for one column."""
    for share in (0.5, 0.45, 0.55, 0.4, 0.6):
        x = width * share
        left = [box for box in boxes if box.x1 <= x]
        right = [box for box in boxes if box.x0 >= x]
        crossing = len(boxes) - len(left) - len(right)
        if min(len(left), len(right)) < _FEWEST or crossing > _CROSSING * len(boxes):
            continue
        wide = min(median(box.width for box in side) for side in (left, right))
        if wide >= _NARROW * width and _abreast(left, right):
            return x
    return None


def _abreast(left: Sequence[Box], right: Sequence[Box]) -> bool:
    """Whether two columns stand side by side for most of the shorter one."""
    spans = [(min(b.top for b in side), max(b.bottom for b in side)) for side in (left, right)]
    shared = min(span[1] for span in spans) - max(span[0] for span in spans)
    return shared > 0.5 * min(end - start for start, end in spans)
