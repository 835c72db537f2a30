"""Entries → facts: values parsed, repetitions joined, the years before the application named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from docint.contracts import Tools
from docint.extract.flow import Span
from docint.extract.proof import fact, proved
from docint.kinds.application_form import choices, printed
from docint.kinds.application_form.entries import Entry
from docint.kinds.application_form.owners import OWNERS
from docint.types.fact import Fact, Facts, Path, Value
from docint.values.text import bare, fold

_LISTS = tuple(owner for owner, about in OWNERS.items() if about.many)
_KEYS = {
    "members": "name",
    "team": "name",
    "experts": "name",
    "budget": "item",
    "targets": "item",
    "claims": "title",
}
"""Without this leaf an item of a list says nothing."""
_COUNTS = {"budget": "amount", "targets": "number"}
"""Nor does one without this: it is a heading taken for a value."""
_TERMS = {
    "uscc": "unit.uscc",
    "id_number": "person.id-number",
}
_NO_UNIT = 0.6
"""An amount with no unit anywhere may be in yuan or in 万元."""
_LEAST_CAPITAL = 30_000
"""Yuan; what the law asked of the smallest company for long."""
_PARTED = re.compile(r"[\u4e00-\u9fff]\s+[\u4e00-\u9fff]")
_TICKED = frozenset({"kind", "role", "industry", "trade"})
"""Fields that forms ask with boxes to tick."""
_SECOND = {
    "contact_address": ("address", 0.85),
    "trade": ("industry", 0.8),
    "signed_on": ("applied_on", 0.85),
}
"""Fields that stand in for another where that is not printed, and how well."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An entry that parsed."""

    path: Path
    value: Value
    entry: Entry
    order: int


def facts(entries: Sequence[Entry], tools: Tools) -> Facts:
    """All facts of a form.

    Args:
        entries: what the walk found, in reading order.
        tools: the second reader, for codes whose check character fails.
    """
    readings = _roles(_years(list(_parsed(_led(entries)))))
    grouped: dict[Path, list[Reading]] = {}
    for reading in readings:
        grouped.setdefault(reading.path, []).append(reading)
    made = [_fact(path, found, tools) for path, found in grouped.items()]
    return Facts(tuple(_numbered(made)))


def _parsed(entries: Sequence[Entry]) -> Iterator[Reading]:
    hint = next((e.text for e in entries if e.path == ("lead", "address")), "")
    for order, entry in enumerate(entries):
        try:
            yield from _read(_judged(_mended(entry)), order, hint)
        except (ValueError, ArithmeticError):
            continue  # blank, a placeholder, or not what the label asks


def _mended(entry: Entry) -> Entry:
    """Boxes that OCR misread or lost are put back; what rests on that is no certainty."""
    ocr = entry.slot.leaf.page.origin == "ocr"
    text = choices.mended(entry.text) if ocr and entry.path[-1] in _TICKED else entry.text
    return (
        entry if text == entry.text else replace(entry, text=text, sureness=entry.sureness * 0.85)
    )


def _judged(entry: Entry) -> Entry:
    """A loose piece may hold its neighbour's text too, above all where a blank parts it."""
    slot = entry.slot
    if not slot.loose or slot.leaf.page.origin != "ocr":
        return entry
    share = 0.8 if _PARTED.search(slot.text) else 0.97
    return replace(entry, sureness=entry.sureness * share)


def _read(entry: Entry, order: int, hint: str) -> Iterator[Reading]:
    path = entry.path
    if path == ("period",):
        first, last = printed.period(entry.text)
        yield Reading(("period_from",), first, entry, order)
        yield Reading(("period_until",), last, entry, order)
    elif path == ("lead", "qualifications"):
        for number, item in enumerate(_qualifications(entry.text)):
            yield Reading((*path, number), item, entry, order)
    elif path == ("lead", "district"):
        yield from _place(entry, order, hint)
    elif path[-1] in _SECOND:
        name, share = _SECOND[str(path[-1])]
        less = replace(entry, path=(*path[:-1], name), sureness=entry.sureness * share)
        yield from _read(less, order, hint)
    elif path[0] == "claims" and path[-1] == "kind":
        yield Reading(path, choices.claim_kind(entry.text), entry, order)
    elif printed.is_money(path):
        read = printed.capital if path[-1] == "registered_capital" else printed.amount
        value = read(entry.text, entry.unit)
        stated = entry.unit or "元" in entry.text or "万" in entry.text or "亿" in entry.text
        if not stated and path[-1] == "registered_capital" and _too_small(value):
            return  # 3000 with no unit is 万元 or wrong
        sure = entry.sureness if stated else min(entry.sureness, _NO_UNIT)
        yield Reading(path, value, replace(entry, sureness=sure), order)
    elif parse := printed.parser(path):
        yield Reading(path, parse(entry.text), entry, order)


def _too_small(value: Value) -> bool:
    """Whether an amount in yuan is no company's capital."""
    return isinstance(value, str) and Decimal(value) < _LEAST_CAPITAL


def _qualifications(text: str) -> tuple[str, ...]:
    options = choices.chosen(text)
    return printed.items(text) if options is None else options


def _place(entry: Entry, order: int, hint: str) -> Iterator[Reading]:
    """A registered place: its district, and the address too if it goes on behind it."""
    yield Reading(("lead", "district"), dict(printed.district(entry.text, hint)), entry, order)
    if printed.has_street(entry.text):
        rest = replace(entry, sureness=entry.sureness * 0.9)
        yield Reading(("lead", "address"), printed.text(entry.text), rest, order)


# ---------------------------------------------------------------- years, roles, the lead


def _years(readings: Sequence[Reading]) -> list[Reading]:
    """``-1`` becomes the year before the application; without its date it is left out."""
    dated = [r for r in readings if r.path == ("applied_on",)]
    dated.sort(key=lambda r: -r.entry.sureness)
    year = int(str(dated[0].value)[:4]) if dated else 0
    kept = []
    for reading in readings:
        last = str(reading.path[-1])
        if reading.path[0] in {"rd_expense", "revenue"} and last.startswith("-"):
            if not year:
                continue
            sure = replace(reading.entry, sureness=reading.entry.sureness * 0.9)
            path = (reading.path[0], str(year + int(last)))
            reading = replace(reading, path=path, entry=sure)  # noqa: PLW2901
        kept.append(reading)
    return kept


def _roles(readings: Sequence[Reading]) -> list[Reading]:
    """A row of the members' table whose role is 牵头 speaks of the lead."""
    roles = {
        r.path[1]: r.value for r in readings if r.path[0] == "members" and r.path[-1] == "role"
    }
    names = {
        r.path[1]: r.value for r in readings if r.path[0] == "members" and r.path[-1] == "name"
    }
    leads = {bare(str(r.value)) for r in readings if r.path == ("lead", "name")}
    leading = [index for index, said in roles.items() if said == choices.LEAD]
    moved = {
        index
        for index, name in names.items()
        if (index in leading and (not leads or bare(str(name)) in leads))
        or (index not in roles and bare(str(name)) in leads)
    }
    if len(moved) > 1:
        moved = {index for index in moved if index in leading} if len(leading) == 1 else set()
    kept = []
    for reading in readings:
        path = reading.path
        if path[0] == "members" and path[1] in moved:
            if path[-1] == "role":
                continue
            reading = replace(reading, path=("lead", path[-1]))  # noqa: PLW2901
        kept.append(reading)
    return kept


def _led(entries: Sequence[Entry]) -> list[Entry]:
    """A form that names one unit only, the lead or the applicant, means the same by both."""
    entries = [entry for entry in entries if not _of_consortium(entry)]
    paths = {entry.path for entry in entries}
    named = ("lead", "name") in paths or any(
        entry.path[0] == "members" and entry.path[-1] == "role" and "牵头" in entry.text
        for entry in entries
    )
    if named == (("applicant", "name") in paths):
        return list(entries)
    return [
        replace(e, path=("lead", *e.path[1:])) if e.path[0] == "applicant" else e for e in entries
    ]


def _of_consortium(entry: Entry) -> bool:
    """Whether a unit's name is what the consortium is to be called: no unit is."""
    unit = entry.path[0] in {"lead", "applicant", "members"} and entry.path[-1] == "name"
    return unit and fold(entry.text).rstrip(")）").endswith("联合体")


# ---------------------------------------------------------------- facts


def _fact(path: Path, found: Sequence[Reading], tools: Tools) -> Fact:
    """The surest reading; equal ones add evidence, different ones doubt."""
    best = max(found, key=lambda r: (round(r.entry.sureness, 2), r.entry.slot.confidence, -r.order))
    same = [r for r in found if r is not best and _alike(r.value, best.value)]
    rivals = [r for r in found if r is not best and not _alike(r.value, best.value)]
    contested = any(r.entry.sureness >= best.entry.sureness - 0.05 for r in rivals)
    span = _span(best.entry)
    made = fact(path, best.value, span, doubtful=contested)
    more = tuple(e for r in same if (e := _span(r.entry).evidence) != made.evidence[0])
    made = replace(made, evidence=(*made.evidence, *dict.fromkeys(more)))
    if same and not rivals:
        made = replace(made, confidence=round(1 - (1 - made.confidence) * 0.6, 3))
    others = [r.entry.text for r in found if r is not best]
    return proved(made, _TERMS.get(str(path[-1]), ""), tools, others)


def _span(entry: Entry) -> Span:
    proof = entry.slot.evidence
    told = entry.text in entry.slot.text or len(entry.slot.text) == len(entry.text)
    quote = entry.text.strip(" _\n\t:：") if told else proof.quote
    return Span(quote, proof.place, proof.reader, proof.confidence, entry.method, entry.sureness)


def _alike(a: Value, b: Value) -> bool:
    if isinstance(a, str) and isinstance(b, str):
        return bare(a) == bare(b)
    return a == b


def _numbered(made: Iterable[Fact]) -> Iterator[Fact]:
    """Items of lists counted through from 0; items without their key left out."""
    items = list(made)
    leaves = {f.path for f in items if len(f.path) == 3}
    named = {
        path[:2]
        for path in leaves
        if path[2] == _KEYS.get(str(path[0]))
        and (*path[:2], _COUNTS.get(str(path[0]), path[2])) in leaves
    }
    order: dict[str, dict[Any, int]] = {}
    for item in items:
        owner = str(item.path[0])
        if owner not in _LISTS or owner not in _KEYS:
            continue
        if item.path[:2] in named:
            order.setdefault(owner, {}).setdefault(item.path[1], 0)
    for owner, indexes in order.items():
        order[owner] = {index: number for number, index in enumerate(sorted(indexes))}
    for item in items:
        owner = str(item.path[0])
        if owner not in _KEYS:
            yield item
        elif item.path[1] in order.get(owner, {}):
            yield replace(item, path=(owner, order[owner][item.path[1]], *item.path[2:]))


def plain(found: Facts) -> Mapping[Path, Value]:
    """Values by path, for tests and for looking at."""
    return {item.path: item.value for item in found}
