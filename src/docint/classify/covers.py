"""Covers (封面): a short page that names the document that begins behind it.

A cover looks like nothing, for it has no text to tell a kind by; it may also look like the short
last page of what stands before it. What tells it is the page behind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from docint.classify.cues import ENOUGH, LARGE
from docint.classify.marks import conflict
from docint.classify.sheet import Sheet
from docint.types.reading import Page
from docint.values.text import fold

SHORT = 300
"""A page with fewer characters may be a cover or a table of contents."""
_CONTENTS = re.compile(r"^(?:目录|目次|contents)", re.IGNORECASE)
_LISTED = 500
"""A page with fewer characters may be a table of contents."""
_CLOSING = re.compile(r"[(]?(?:盖章|签字|签章|签名|公章)[)]?|签[署订]日期|。$|无正文")
"""What stands on the short last page of a document, and on no cover without a title."""
_NAME = re.compile(r"[\u4e00-\u9fff()A-Za-z0-9]{6,}")


def covers(sheets: Sequence[Sheet], single: frozenset[str]) -> dict[int, str]:
    """The pages that are covers, by number, with the kind of the document behind them.

    Args:
        sheets: pages in order.
        single: kinds of which every page stands by itself: they have no covers.
    """
    found: dict[int, str] = {}
    for number, (sheet, behind) in enumerate(pairwise(sheets)):
        first = behind
        if is_contents(behind) and number + 2 < len(sheets):
            first = sheets[number + 2]
        before = sheets[number - 1] if number else None
        if first.best and first.best.kind not in single and _covers(sheet, first, before):
            found[number] = first.best.kind
    return found


def is_contents(sheet: Sheet) -> bool:
    """Whether a page is a table of contents, or blank."""
    lines = [fold(line.text) for line in sheet.leaf.page.lines[:3]]
    listed = any(_CONTENTS.match(line) for line in lines)
    return (listed and sheet.marks.length < _LISTED) or not lines


def _covers(sheet: Sheet, first: Sheet, before: Sheet | None) -> bool:
    """Whether a page is the cover of the document whose text begins with another page."""
    assert first.best is not None  # noqa: S101 - the caller looked
    kind = first.best.kind
    if sheet.marks.length >= SHORT or sheet.marks.length < 4:
        return False
    if sheet.leaf.file != first.leaf.file and not (sheet.single_file and first.single_file):
        return False
    others = conflict([sheet.marks.persons], first.marks.persons)
    if _a_paper(sheet, kind) or others or not _at_start(sheet, first):
        return False
    titled = bool(sheet.of(kind).titles) and _large(sheet.leaf.page)
    if titled and sheet.of(kind).score > 0:
        return True
    if sheet.marks.reports & first.marks.reports:
        return True
    if before and _amid(sheet, before, kind):
        return False
    closes = _CLOSING.search(fold(sheet.leaf.page.text))
    return not closes and _large(sheet.leaf.page) and _named(sheet, first)


def _amid(sheet: Sheet, before: Sheet, kind: str) -> bool:
    """Whether a page stands behind one of the same kind: a short page of one document."""
    same = before.leaf.file == sheet.leaf.file
    return same and before.best is not None and before.best.kind == kind


def _a_paper(sheet: Sheet, kind: str) -> bool:
    """Whether a page is another paper, or has all that a whole paper of the kind has."""
    if sheet.words.sure and sheet.words.kind != kind:
        return True
    best = sheet.best
    return best is not None and (best.kind != kind or best.score >= 2 * ENOUGH)


def _at_start(sheet: Sheet, first: Sheet) -> bool:
    """Whether the page numbers allow a document to begin with the first of two pages."""
    own, other = sheet.marks.number, first.marks.number
    return own in {None, 0, 1} and other in {None, 1, 2, (own or 0) + 1}


def _large(page: Page) -> bool:
    """Whether a line is set larger than the others, or than a page's text ever is."""
    heights = [line.box.height for line in page.lines if line.box and len(fold(line.text)) >= 3]
    if not heights or not page.height:
        return False
    return max(heights) >= LARGE * median(heights) or max(heights) >= 0.02 * page.height


def _named(sheet: Sheet, first: Sheet) -> bool:
    """Whether a name that stands on the one page stands on the other."""
    behind = fold(first.leaf.page.text)
    said = [name for line in sheet.leaf.page.lines for name in _NAME.findall(fold(line.text))]
    return any(name in behind for name in said if len(re.findall("[\u4e00-\u9fff]", name)) >= 6)
