"""Whether a fact's box lies on the right words (位置框).

A gold names one place of a value that may be printed in several: a company on the cover and in the
letter, a party in the head and at the signatures. So a box is right if it holds the middle of the
place the gold names, or if the page says the value where the box lies. What a page says where is
known from the printing press (``pages[].runs``), not from what was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from rapidfuzz import fuzz

from docint.evaluate.compare import Judged, Leaf, PageKey
from docint.evaluate.shares import Share
from docint.values.text import bare

Edges: TypeAlias = Sequence[float]
"""Left, top, right, bottom as fractions of the page."""
Runs: TypeAlias = Mapping[PageKey, Sequence[tuple[str, Edges]]]
"""What is printed on each page, run by run, each in its box."""

SPELT = 90.0
"""Likeness, of 100, of the words in a box to those it is to hold: a quote may have a slip."""


def runs_of(gold: Mapping[str, Any]) -> Runs:
    """The runs of a gold's pages; none where it was made without."""
    return {
        (page["file"], page["page"]): page["runs"]
        for page in gold.get("pages", ())
        if page.get("runs")
    }


def placed(right: Iterable[tuple[Judged, Runs]]) -> tuple[Share, Share, float | None]:
    """Boxes given, boxes on the right words, and how well boxes fit the gold's.

    Args:
        right: facts with the right value, each with what its bundle's pages say.

    Returns:
        facts with a box among those whose place the gold knows; boxes on the right words; mean
        intersection over union where the box is on the place that the gold names.
    """
    given, hits, overlaps = Share(), Share(), []
    for one, runs in right:
        gold, found = one.gold or {}, one.found or {}
        if not gold.get("box"):
            continue
        given += Share(bool(found.get("box")), 1)
        if not found.get("box"):
            continue
        there = _there(gold, found)
        hits += Share(there or _says(one, gold, found, runs), 1)
        if there:
            overlaps.append(overlap(gold["box"], found["box"]))
    return given, hits, sum(overlaps) / len(overlaps) if overlaps else None


def _there(gold: Leaf, found: Leaf) -> bool:
    """Whether the found box holds the middle of the gold's."""
    same = gold.get("page") in {None, found.get("page")}
    return same and _within(_middle(gold["box"]), found["box"])


def _says(one: Judged, gold: Leaf, found: Leaf, runs: Runs) -> bool:
    """Whether the words in the found box are the value, or those it was read from."""
    page = runs.get((found.get("file") or one.file, found["page"]), ())
    words = bare("".join(_words(page, _wider(found["box"]))))
    value, quote = bare(str(gold["value"])), bare(str(found["text"]))
    # Of a value that is printed as it is no other word will do; of a date or a sum its print does.
    verbatim = value in bare(str(gold.get("text", ""))) and quote not in value
    wanted = value if verbatim else quote
    return len(words) >= len(wanted) > 0 and fuzz.partial_ratio(wanted, words) >= SPELT


def _wider(box: Edges) -> Edges:
    """The box with half a letter more on both sides: an edge may run through one."""
    spare = (box[3] - box[1]) / 2
    return box[0] - spare, box[1], box[2] + spare, box[3]


def _words(page: Sequence[tuple[str, Edges]], box: Edges) -> Iterator[str]:
    """The printed characters whose middles lie in a box."""
    for text, (left, top, right, bottom) in page:
        widths = [1.0 if ord(char) > 0x2E80 else 0.5 for char in text]
        unit, x, y = (right - left) / (sum(widths) or 1.0), left, (top + bottom) / 2
        for char, width in zip(text, widths, strict=True):
            if _within((x + width * unit / 2, y), box):
                yield char
            x += width * unit


def _middle(box: Edges) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _within(point: tuple[float, float], box: Edges) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def overlap(one: Edges, two: Edges) -> float:
    """Intersection over union of two boxes."""
    wide = max(0.0, min(one[2], two[2]) - max(one[0], two[0]))
    high = max(0.0, min(one[3], two[3]) - max(one[1], two[1]))
    union = sum((box[2] - box[0]) * (box[3] - box[1]) for box in (one, two)) - wide * high
    return wide * high / union if union > 0 else 0.0
