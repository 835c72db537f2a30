"""Passages (段落) of a bundle that hold given words, laid before whoever must judge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from docint.types.case import Case
from docint.types.document import Document, Leaf
from docint.types.fact import Fact
from docint.types.finding import Exhibit
from docint.types.place import Evidence, Place
from docint.types.reading import Line

MOST = 6
"""Passages shown for one article; more would not be read."""
_FIRST = ("construction-plan", "application-form")
"""Where an applicant argues; other documents only prove."""


def passages(case: Case, words: Sequence[str]) -> tuple[Exhibit, ...]:
    """Up to six lines that hold any of the words, plans and forms first."""
    ordered = sorted(case.documents, key=lambda document: document.kind not in _FIRST)
    return tuple(islice(_found(ordered, words), MOST))


def _found(documents: Sequence[Document], words: Sequence[str]) -> Iterator[Exhibit]:
    for document in documents if words else ():
        for leaf in document.leaves:
            printed = leaf.page.text
            if any(word in printed for word in words):
                for line in leaf.page.lines:
                    if any(word in line.text for word in words):
                        yield passage(document, leaf, line)


def passage(document: Document, leaf: Leaf, line: Line) -> Exhibit:
    """A printed line as an exhibit."""
    spot = Place(leaf.source, leaf.page.number, line.box, line.where)
    reader = leaf.page.reader or leaf.page.origin
    evidence = Evidence(spot, line.text, reader, line.confidence)
    fact = Fact(("passage",), line.text, (evidence,), "passage", line.confidence)
    return Exhibit(fact, document.id)
