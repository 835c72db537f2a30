"""页码连续完整: 共 8 页 means eight pages are here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from docint.contracts import Check
from docint.judge.outcomes import failed, passed, unknown, unread
from docint.judge.subjects import IDENTITY, labelled
from docint.judge.wording import title
from docint.types.case import Case
from docint.types.document import Document, Leaf
from docint.types.finding import Outcome
from docint.values.text import fold

CODE = "pages-missing"
_PRINTED = re.compile(
    r"第(\d{1,3})页[,/、(之|]?(?:共|总)计?(\d{1,3})页"
    r"|[共总]计?(\d{1,3})页[,/、)之中的|]*(?:本页为|此为|现为)?第(\d{1,3})页"
    r"|第(\d{1,3})[/|](\d{1,3})页|(?<![a-z])page(\d{1,3})of(\d{1,3})(?!\d)",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"页|⻚|page|ｐａｇｅ", re.IGNORECASE)
"""Without it a page says nothing of its number in words: most text need not be folded."""
_ALONE = re.compile(r"[-—(]?(\d{1,3})/(\d{1,3})[-—)]?页?")
"""``3/8`` as a page's first or last line; one such line alone may be anything."""


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    for document in case.documents:
        if document.kind != "other":
            for total, printed in _series(document).items():
                yield _of(case, document, total, printed)


def _series(document: Document) -> dict[int, set[int]]:
    """Printed page numbers by the total printed beside them."""
    found: dict[int, set[int]] = {}
    alone = {pair for leaf in document.leaves for pair in _alone(leaf)}
    for number, total in (pair for leaf in document.leaves for pair in _numbers(leaf)):
        found.setdefault(total, set()).add(number)
    return {
        total: printed
        for total, printed in found.items()
        if len(printed) > 1 or not all((number, total) in alone for number in printed)
    }


def _numbers(leaf: Leaf) -> Iterator[tuple[int, int]]:
    yield from _alone(leaf)
    text = leaf.page.text
    for match in _PRINTED.finditer(fold(text)) if _SPOKEN.search(text) else ():
        first, second = (int(one) for one in match.groups() if one)
        number, total = (second, first) if match[3] else (first, second)
        if 1 <= number <= total:
            yield number, total


def _alone(leaf: Leaf) -> Iterator[tuple[int, int]]:
    lines = leaf.page.lines
    for line in dict.fromkeys((lines[0].text, lines[-1].text)) if lines else ():
        match = _ALONE.fullmatch(fold(line))
        if match and 1 <= int(match[1]) <= int(match[2]):
            yield int(match[1]), int(match[2])


def _of(case: Case, document: Document, total: int, printed: set[int]) -> Outcome:
    subject = labelled(case, document)
    wanting = set(range(1, total + 1)) - printed - _elsewhere(case, document, total)
    wanting = _lost(case, document, total, wanting)
    if not wanting:
        return passed(CODE, subject, f"载明共{total}页，页数齐全。")
    which = "、".join(f"第{number}页" for number in sorted(wanting))
    unnumbered = sum(1 for leaf in document.leaves if not list(_numbers(leaf)))
    if spots := unread(case, document):
        reason = f"载明共{total}页，未见{which}，但有文件或页面未能识读：{spots}。"
        return unknown(CODE, subject, reason, settled_by=f"{title(document)}完整件")
    beside = f"；实有{len(document.leaves)}页，其中{unnumbered}页未见页码" if unnumbered else ""
    reason = f"载明共{total}页，未见{which}{beside}。"
    return failed(CODE, subject, reason, innocent=("扫描时漏页", "页码按整套材料编排"))


def _lost(case: Case, document: Document, total: int, wanting: set[int]) -> set[int]:
    """Of the numbers not seen, those for which there is no page at their place.

    A page whose number is not legible is still a page: it may bear a number between those of its
    neighbours. A cover before the first number is not the page lost after the fourth.
    """
    leaves = _bound(case, document)
    known = [(0, 0)]
    for at, leaf in enumerate(leaves, 1):
        known += [(at, number) for number in sorted({n for n, t in _numbers(leaf) if t == total})]
    known.append((len(leaves) + 1, total + 1))
    gaps = list(pairwise(known))
    if any(after <= before or b <= a for (before, a), (after, b) in gaps):
        # bound in another order: pages can only be counted
        return wanting if len(document.leaves) < total else set()
    lost: set[int] = set()
    for (before, a), (after, b) in gaps:
        unseen = wanting & set(range(a + 1, b))
        lost |= unseen if len(unseen) > after - before - 1 else set()
    return lost


def _bound(case: Case, document: Document) -> list[Leaf]:
    """The pages among which a document's lie: its file's, or its own where it has several files.

    A licence bound in behind it is known for what it is: it is no page whose number was not read.
    """
    files = {leaf.source for leaf in document.leaves}
    if len(files) > 1:
        return list(document.leaves)
    pages = [
        leaf
        for other in case.documents
        if other.id == document.id or other.kind not in IDENTITY
        for leaf in other.leaves
        if leaf.source in files
    ]
    return sorted(pages, key=lambda leaf: leaf.page.number)


def _elsewhere(case: Case, document: Document, total: int) -> set[int]:
    """Numbers of the same series on pages of the same files that went to another document."""
    files = {leaf.source for leaf in document.leaves}
    return {
        number
        for other in case.documents
        if other.id != document.id
        for leaf in other.leaves
        if leaf.source in files
        for number, whole in _numbers(leaf)
        if whole == total
    }


check = Check(
    codes=(CODE,),
    statement="文件页数与所载总页数相符",
    run=_run,
    parameters={},
    standing=True,
)
