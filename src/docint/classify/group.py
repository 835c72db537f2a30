"""Consecutive pages to documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from docint.classify.covers import SHORT, covers, is_contents
from docint.classify.cues import ENOUGH, is_part
from docint.classify.marks import conflict, follows, restarts
from docint.classify.sheet import Sheet
from docint.contracts import Kind

UNKNOWN = "unknown"
_BLANK = 12
"""A page with fewer characters says nothing of itself."""


@dataclass(frozen=True, slots=True)
class Group:
    """Pages so far taken for one document."""

    kind: str
    sheets: tuple[Sheet, ...]
    covered: int = 0
    """How many pages, from the first, are its cover."""

    @property
    def score(self) -> float:
        """The best page's sum of weights."""
        return max((sheet.of(self.kind).score for sheet in self.sheets), default=0.0)


def grouped(sheets: Sequence[Sheet], kinds: Mapping[str, Kind]) -> list[Group]:
    """Pages put together in order; a page joins the group before it or opens its own."""
    single = frozenset(name for name, kind in kinds.items() if kind.single_page)
    fronts = covers(sheets, single)
    groups: list[Group] = []
    for number, sheet in enumerate(sheets):
        if number in fronts and not (groups and _within_covers(groups[-1], fronts, number)):
            groups.append(Group(fronts[number], (sheet,), covered=1))
            continue
        kind = joins(groups[-1], sheet, kinds) if groups else None
        if number - 1 in fronts and sheet.best and sheet.best.kind == groups[-1].kind:
            kind = groups[-1].kind
        if kind is None:
            groups.append(Group(sheet.best.kind if sheet.best else UNKNOWN, (sheet,)))
        else:
            groups[-1] = replace(groups[-1], kind=kind, sheets=(*groups[-1].sheets, sheet))
    return groups


def _within_covers(group: Group, fronts: Mapping[int, str], number: int) -> bool:
    """Whether a cover stands right behind another of its kind: an inner title page (扉页)."""
    return len(group.sheets) == 1 and fronts.get(number - 1) == fronts[number] == group.kind


def joins(group: Group, sheet: Sheet, kinds: Mapping[str, Kind]) -> str | None:
    """The kind of the group with the page in it; None if the page opens a new document."""
    last = group.sheets[-1]
    if follows(last.marks, sheet.marks):
        return _named(group, sheet)
    if sheet.opens_file and not _loose(last, sheet):
        return None
    if sheet.marks.length < _BLANK:
        return group.kind
    single = group.kind in kinds and kinds[group.kind].single_page
    if sheet.best is None:
        return _unmarked(group, sheet, single)
    if sheet.best.kind == group.kind:
        return group.kind if not _new_of_same(group, sheet, single) else None
    told = sheet.of(group.kind).score < ENOUGH / 2 or _by_words(sheet)
    card = kinds[sheet.best.kind].single_page and told
    return _other_kind(group, sheet, single or card)


def _by_words(sheet: Sheet) -> bool:
    """Whether the page's words tell for sure that it is what its cues say."""
    return sheet.best is not None and sheet.words.sure and sheet.words.kind == sheet.best.kind


def _loose(last: Sheet, sheet: Sheet) -> bool:
    """Whether two files may be parts of one document: photographs, one page each."""
    return last.single_file and sheet.single_file


def _named(group: Group, sheet: Sheet) -> str:
    if group.kind == UNKNOWN and sheet.best:
        return sheet.best.kind
    return group.kind


def _unmarked(group: Group, sheet: Sheet, single: bool) -> str | None:
    """A page of no recognised kind: a continuation, unless it has a title of its own."""
    titled = sheet.marks.title and sheet.marks.number != _next(group)
    if titled and sheet.of(group.kind).score < ENOUGH / 2:
        return None
    if single:
        # the lower half of a photographed certificate, not just any page after one
        return group.kind if sheet.tallies and _half(group, sheet) else None
    return None if group.kind == UNKNOWN and sheet.opens_file else group.kind


def _next(group: Group) -> int:
    return (group.sheets[-1].marks.number or 0) + 1


def _half(group: Group, sheet: Sheet) -> bool:
    own = sheet.of(group.kind)
    return own.score > 0 and own.score == sheet.tallies[0].score and not own.titles


def _new_of_same(group: Group, sheet: Sheet, single: bool) -> bool:
    """Whether a page of the group's own kind begins another document of that kind."""
    own = sheet.of(group.kind)
    if single:
        seen = frozenset().union(*(s.of(group.kind).matched for s in group.sheets))
        # two sides of one card share no cue; two licences share their title
        return bool(seen & own.matched)
    runs_on = (sheet.marks.number or 0) > 1 and sheet.marks.number == _next(group)
    if runs_on:
        return False
    if restarts(group.sheets[-1].marks, sheet.marks) and not is_part(sheet.leaf.page):
        return True
    # a page that has all a first page of the kind has, about another person, needs no title
    if (own.titles or own.score >= 2 * ENOUGH) and _another_person(group, sheet):
        return True
    if not own.titles:
        return False
    known = [s.marks.reports for s in group.sheets]
    if sheet.marks.reports and any(known):
        return conflict(known, sheet.marks.reports)
    return conflict([s.marks.years for s in group.sheets], sheet.marks.years) or _titled_again(
        group, sheet
    )


def _another_person(group: Group, sheet: Sheet) -> bool:
    """Whether a page is about one person and all before it about one other; lists name many."""
    known = frozenset().union(*(s.marks.persons for s in group.sheets))
    own = sheet.marks.persons
    return len(known) == 1 and len(own) == 1 and known != own


def _titled_again(group: Group, sheet: Sheet) -> bool:
    """Whether the title comes a second time: not as a running header, not after a mere cover."""
    own = sheet.of(group.kind)
    running = set(own.titles) & set(group.sheets[-1].of(group.kind).titles)
    if running and not sheet.marks.title:
        return False
    titled = any(s.of(group.kind).titles for s in group.sheets)
    return titled and any(
        s.marks.length >= SHORT and not is_contents(s) for s in group.sheets[group.covered :]
    )


def _other_kind(group: Group, sheet: Sheet, apart: bool) -> str | None:
    """A page recognised as of another kind: a new document if it has that kind's title.

    Args:
        group: the pages before it.
        sheet: the page.
        apart: whether certificates are concerned, whose pages stand by themselves.
    """
    assert sheet.best is not None  # noqa: S101 - the caller looked
    if apart or sheet.marks.title:
        return None
    if sheet.best.titles and not _goes_on(group, sheet):
        return None
    if group.kind == UNKNOWN:
        short = all(s.marks.length < SHORT for s in group.sheets)
        alike = all(s.words.kind == sheet.best.kind for s in group.sheets)
        return sheet.best.kind if short or alike else None
    if sheet.words.certain and sheet.words.kind == sheet.best.kind:
        return None
    if sheet.of(group.kind).score > 0:
        return group.kind
    # a page without a title inside a report speaks of another matter; it is no other document
    return group.kind if sheet.best.score < 2 * ENOUGH else None


def _goes_on(group: Group, sheet: Sheet) -> bool:
    """Whether a page that has a title's words in its text is of the group by all its words."""
    assert sheet.best is not None  # noqa: S101 - the caller looked
    weak = sheet.best.score < 2 * ENOUGH and sheet.marks.length >= SHORT
    return weak and sheet.words.kind == group.kind


def linked(groups: Sequence[Group]) -> list[Group]:
    """Groups of different files joined where 第x页 共y页 runs on from one to the other."""
    kept: list[Group] = []
    for group in groups:
        first = group.sheets[0]
        homes = [
            n
            for n, other in enumerate(kept)
            if follows(other.sheets[-1].marks, first.marks)
            and other.sheets[-1].leaf.file != first.leaf.file
            and (group.kind in {other.kind, UNKNOWN} or other.kind == UNKNOWN)
        ]
        if len(homes) == 1:
            home = kept[homes[0]]
            kind = home.kind if home.kind != UNKNOWN else group.kind
            kept[homes[0]] = replace(home, kind=kind, sheets=home.sheets + group.sheets)
        else:
            kept.append(group)
    return kept
