"""Passages (段落) of a bundle that hold given words, laid before whoever must judge."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docint.judge.printed import printed
from docint.types.case import Case
from docint.types.document import Document, Leaf
from docint.types.fact import Fact
from docint.types.finding import Exhibit
from docint.types.place import Box, Evidence, Place
from docint.types.reading import Line
from docint.values.text import fold

MOST = 6
"""Passages shown for one article; more would not be read."""
_FIRST = ("construction-plan", "application-form")
"""Where an applicant argues; other documents only prove."""
_HEADING = 14
"""A line of so few characters names a part; what is said stands below it."""
_LABEL = 5
"""Characters beside a unit's name that are its label or number."""
_LINES = 4
"""Printed lines a passage may run over."""
_ENDS = ("。", "；", ";", "：", ":", "！", "？")


@dataclass(frozen=True, slots=True)
class _Row:
    """A printed line with its text as words are looked for in it."""

    place: tuple[int, int]
    """Page and line among all of the case, plans and forms first."""
    document: Document
    leaf: Leaf
    number: int
    folded: str

    @property
    def line(self) -> Line:
        return self.leaf.page.lines[self.number]


def passages(
    case: Case, words: Sequence[str], names: Sequence[str] = (), *, whole: bool = True
) -> tuple[Exhibit, ...]:
    """Up to six passages that hold any of the words: every word once before any again.

    Args:
        case: plans and forms are looked through first.
        words: blanks and widths do not matter.
        names: units that are looked for, too; a line that only names one says nothing of it.
        whole: runs on to the end of the sentence; else the printed line alone.
    """
    sought = [fold(word) for word in (*words, *names)]
    if not sought:
        return ()
    any_of = re.compile("|".join(map(re.escape, sought)))
    only = re.compile("|".join(re.escape(fold(name)) for name in names) or r"(?!)")
    left = [row for row in _rows(case, any_of) if not _bare(row, only)]
    chosen: list[_Row] = []
    open_words = set(sought)
    while left and len(chosen) < MOST:
        best = max(left, key=lambda row: (_worth(row, open_words), len(row.folded) > _HEADING))
        chosen.append(best)
        open_words -= {word for word in open_words if word in best.folded}
        taken = set(_span(best))
        left = [r for r in left if r.leaf is not best.leaf or r.number not in taken]
    chosen.sort(key=lambda row: row.place)
    if whole:
        return tuple(map(_passage, chosen))
    return tuple(passage(row.document, row.leaf, row.line) for row in chosen)


def _bare(row: _Row, names: re.Pattern[str]) -> bool:
    """Whether a line names units and says nothing: a cell of a list, 名称 on a licence."""
    rest, found = names.subn("", row.folded)
    return bool(found) and len(re.sub(r"\W", "", rest)) <= _LABEL


def _worth(row: _Row, words: set[str]) -> int:
    return sum(word in row.folded for word in words)


def _rows(case: Case, sought: re.Pattern[str]) -> Iterator[_Row]:
    """Lines that hold any of the words, plans and forms first."""
    pages = sorted(printed(case), key=lambda page: page.document.kind not in _FIRST)
    for place, page in enumerate(pages):
        if sought.search(page.text):
            for number, folded in enumerate(page.rows):
                if sought.search(folded):
                    yield _Row((place, number), page.document, page.leaf, number, folded)


def _span(row: _Row) -> range:
    """The lines of the sentence, as far as they follow each other in one column."""
    lines = row.leaf.page.lines
    last = row.number
    while (
        last + 1 < len(lines)
        and last - row.number + 1 < _LINES
        and lines[last].box is not None
        and not lines[last].text.rstrip().endswith(_ENDS)
        and len(fold(lines[last].text)) > _HEADING
        and _below(lines[last].box, lines[last + 1].box)
    ):
        last += 1
    return range(row.number, last + 1)


def _below(upper: Box | None, lower: Box | None) -> bool:
    """Whether a line directly follows another in the same column."""
    if upper is None or lower is None:
        return False
    gap = lower.top - upper.bottom
    return -2 <= gap <= upper.bottom - upper.top and lower.x0 < upper.x1 and upper.x0 < lower.x1


def _passage(row: _Row) -> Exhibit:
    span = _span(row)
    lines = row.leaf.page.lines[span.start : span.stop]
    boxes = [line.box for line in lines if line.box]
    box = Box(
        min(b.x0 for b in boxes), min(b.top for b in boxes),
        max(b.x1 for b in boxes), max(b.bottom for b in boxes),
    ) if boxes else None  # fmt: skip
    whole = Line(
        "".join(line.text.strip() for line in lines), box,
        confidence=min(line.confidence for line in lines), where=row.line.where,
    )  # fmt: skip
    return passage(row.document, row.leaf, whole)


def passage(document: Document, leaf: Leaf, line: Line) -> Exhibit:
    """A printed line as an exhibit."""
    spot = Place(leaf.source, leaf.page.number, line.box, line.where)
    reader = leaf.page.reader or leaf.page.origin
    evidence = Evidence(spot, line.text, reader, line.confidence)
    fact = Fact(("passage",), line.text, (evidence,), "passage", line.confidence)
    return Exhibit(fact, document.id)
