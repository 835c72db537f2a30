"""Seals and what lies under them (印章): were they seen, was their text read, is the print legible.

A gold lists each paper's seals with text and box, and its pages their printed runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from docint.evaluate.boxes import Edges, overlap, runs_of
from docint.evaluate.compare import PageKey
from docint.evaluate.shares import Share
from docint.values.text import bare

SAME = 0.3
"""Intersection over union from which a box is on the same seal: rings are drawn with rims."""
COVERED = 0.5
"""Of a run's area that lies in a seal's box, from which it stands under the seal."""
WORD = 4
"""Characters of a run that would not be found by chance elsewhere on the page."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """What became of the seals of scanned papers."""

    seen: Share = field(default_factory=Share)
    """Seals that a found one lies on."""
    named: Share = field(default_factory=Share)
    """Seals whose name was read right; what they are for (合同专用章) may follow it."""
    under: Share = field(default_factory=Share)
    """Printed runs under a seal that the page's reading has."""

    def __add__(self, other: Sealed) -> Sealed:
        return Sealed(self.seen + other.seen, self.named + other.named, self.under + other.under)


def sealed(
    report: Mapping[str, Any], gold: Mapping[str, Any], texts: Mapping[PageKey, str]
) -> Sealed:
    """Seals of one bundle's scans.

    Args:
        report: as plain data.
        gold: its truth.
        texts: what was read on each (file, page).
    """
    found = list(_seals(report["documents"]))
    runs = runs_of(gold)
    result = Sealed()
    for page, seal in _seals(d for d in gold["documents"] if d.get("origin") == "scan"):
        texts_on = [
            f["text"] for p, f in found if p == page and overlap(seal["box"], f["box"]) >= SAME
        ]
        named = any(bare(text).startswith(bare(seal["text"])) for text in texts_on)
        covered = [
            bare(text) for text, box in runs.get(page, ()) if _covered(box, seal["box"]) >= COVERED
        ]
        legible = [run in bare(texts.get(page, "")) for run in covered if len(run) >= WORD]
        result += Sealed(
            Share(bool(texts_on), 1), Share(named, 1), Share(sum(legible), len(legible))
        )
    return result


def _seals(documents: Any) -> Iterator[tuple[PageKey, Mapping[str, Any]]]:
    """Seals with text and box, each with its page."""
    for document in documents:
        first = (document.get("parts") or [document])[0]["file"]
        for seal in document.get("seals", ()):
            if seal.get("box") and seal.get("text") is not None:
                yield (seal.get("file", first), seal["page"]), seal


def _covered(run: Edges, seal: Sequence[float]) -> float:
    """The share of a run's area that lies in a seal's box."""
    wide = max(0.0, min(run[2], seal[2]) - max(run[0], seal[0]))
    high = max(0.0, min(run[3], seal[3]) - max(run[1], seal[1]))
    area = (run[2] - run[0]) * (run[3] - run[1])
    return wide * high / area if area > 0 else 0.0
