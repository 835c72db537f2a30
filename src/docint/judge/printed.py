"""What is printed on all pages of a case (印刷文字), folded once for whoever looks for words."""

from __future__ import annotations

from dataclasses import dataclass

from docint.types.case import Case
from docint.types.document import Document, Leaf
from docint.values.text import fold


@dataclass(frozen=True, slots=True)
class Printed:
    """A page of a document with its text as words are looked for in it: no blanks, no breaks."""

    document: Document
    leaf: Leaf
    text: str
    rows: tuple[str, ...]
    """The same, line by line."""


_last: list[tuple[Case, tuple[Printed, ...]]] = []


def printed(case: Case) -> tuple[Printed, ...]:
    """All pages in bundle order; worked out once for the case judged last."""
    # a case is immutable, and a dozen checks look through all of it
    if not _last or _last[0][0] is not case:
        pages = (_page(d, leaf) for d in case.documents for leaf in d.leaves)
        _last[:] = [(case, tuple(pages))]
    return _last[0][1]


def _page(document: Document, leaf: Leaf) -> Printed:
    rows = tuple(fold(line.text) for line in leaf.page.lines)
    return Printed(document, leaf, "".join(rows), rows)
