"""R&D expense (研发费用) by year, by item and by project as facts, with the sums they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from docint.contracts import Tools
from docint.extract import periods
from docint.extract.columns import well_formed
from docint.extract.flow import Flow, page_flow
from docint.extract.grids import evidence
from docint.extract.proof import fact as proved_fact
from docint.extract.repairs import repaired
from docint.extract.rereading import doubter
from docint.extract.statements import grain, witnessed
from docint.kinds.rd_audit_report.items import ITEMS
from docint.kinds.rd_audit_report.ledger import Ledger
from docint.kinds.rd_audit_report.sentences import told
from docint.kinds.rd_audit_report.tables import Entry, Project
from docint.types.document import Document
from docint.types.fact import Fact, Facts, Path, Witness
from docint.values import money
from docint.values.text import fold, tidy

_LETTERS = str.maketrans("OoQDlI|SBZ", "0000111582")


def _fact(entry: Entry, path: Path, guess: str | None) -> Fact | None:
    unit = entry.unit or guess
    if unit is None:
        return None
    ocr = entry.leaf.page.origin == "ocr"
    text = fold(entry.piece.text).translate(_LETTERS) if ocr else fold(entry.piece.text)
    certainty = 0.97 if entry.unit else 0.75
    if not entry.captioned:
        certainty = min(certainty, 0.93)
    try:
        value = money.parse(text, unit)
    except ValueError:
        options = money.readings(text, unit)
        if not options:
            return None
        value, certainty = options[0], 0.5
    if not isinstance(value, str):
        return None
    if ocr:
        seen = entry.piece.confidence
        certainty = min(certainty, 0.93 if seen >= 0.98 else 0.85 if seen >= 0.95 else 0.7)
        certainty = certainty if well_formed(text) else min(certainty, 0.7)
    return Fact(path, value, (evidence(entry.leaf, [entry.piece]),), "cell", certainty)


def _idle(one: Fact) -> bool:
    """Whether it is the nought of a year in which a project did not run: no expense of it."""
    return one.path[0] == "projects" and Decimal(str(one.value)) == 0


def _paths(
    entries: Sequence[Entry], order: Sequence[str], fiscal_year: int | None
) -> Iterator[tuple[Path, Entry]]:
    for entry in entries:
        year = entry.year or fiscal_year
        if year is None:
            continue
        whole = entry.item in {None, "合计"}
        if entry.project and whole and entry.project in order:
            yield ("projects", order.index(entry.project), "amount", str(year)), entry
        elif not entry.project and whole:
            yield ("rd_expense", str(year)), entry
        elif not entry.project and entry.item in ITEMS:
            yield ("rd_items", str(year), str(entry.item)), entry


def _projects(found: Sequence[Project]) -> tuple[list[str], dict[str, Project]]:
    """Keys of projects in printed order, and for each the place where its name is printed."""
    named: dict[str, Project] = {}
    by_name = {fold(p.name): p.key for p in found if p.name and p.key != fold(p.name)}
    order: list[str] = []
    for project in found:
        key = by_name.get(project.key, project.key)
        if key not in order:
            order.append(key)
        if project.name and (key not in named or not named[key].name):
            named[key] = project
        named.setdefault(key, project)
    return order, named


def _aliased(entries: Sequence[Entry], found: Sequence[Project]) -> list[Entry]:
    by_name = {fold(p.name): p.key for p in found if p.name and p.key != fold(p.name)}
    result = []
    for entry in entries:
        key = by_name.get(entry.project or "", entry.project)
        result.append(
            Entry(entry.year, entry.item, key, entry.piece, entry.leaf, entry.unit, entry.captioned)
        )
    return result


def _equal(a: Fact, b: Fact) -> bool:
    """Whether two prints of a figure are equal but for the rounding of their units."""
    gap = abs(Decimal(str(a.value)) - Decimal(str(b.value)))
    return gap <= max(grain(a), grain(b)) / 2


def _chosen(candidates: Sequence[Fact]) -> Fact:
    """One fact of several prints of one figure; agreement and difference are witnesses."""
    values: list[list[Fact]] = []
    for one in sorted(candidates, key=grain):
        group = next((g for g in values if _equal(g[0], one)), None)
        if group is None:
            values.append([one])
        else:
            group.append(one)
    best = max(values, key=lambda group: (len(group), group[0].confidence))
    finest = [one for one in best if grain(one) <= grain(best[0]) * Decimal("1.01")]
    first = max(finest, key=lambda one: one.confidence)
    if len(best) > 1:
        page = next(o for o in best if o is not first).evidence[0].place.page
        note = f"同一文件第{page}页另有相同数额"
        agree = Witness("document", agrees=True, note=note)
        sure = max(first.confidence, 0.97 if first.confidence > 0.6 else first.confidence)
        return Fact(first.path, first.value, first.evidence, first.method, sure, (agree,))
    if len(values) > 1:
        other = next(group[0] for group in values if group is not best)
        note = f"同一文件第{other.evidence[0].place.page}页另载“{other.raw}”"
        differs = Witness("document", agrees=False, note=note)
        sure = min(first.confidence, 0.8)
        return Fact(first.path, first.value, first.evidence, first.method, sure, (differs,))
    return first


_SUM = r"(?:人民币|¥)?\d[\d,.，]*(?:万元|元)"
_STATED = re.compile(
    r"(?P<years>20[0-4]\d年度?[^。；;]{0,40}?)(?:研究开发费用?|研发费用|研发投入|研究开发投入)"
    rf"(?:(?!由|[下上]列|以下|其中)[^。；;0-9]){{0,30}}?(?P<sums>{_SUM}(?:[、,，和及]{_SUM})*)"
)
_LEADING = re.compile(
    r"(?P<year>20[0-4]\d)年度?[,，的]?(?P<said>[^。；;\d]{2,20}?)"
    r"(?P<sum>\d{1,3}(?:[,，]?\d{3})*\.\d{2,6})[,，;；(（]?(?:其中|包括|构成|明细)"
)
"""A year's total over its items, in the unit of all: ``2023年度，审定总额1,234.56，其中：``."""
_EXPENSE = re.compile(r"研发|研究开发|研究与开发|总额|合计|总计|共计|审定|审核|确认")
_NO_EXPENSE = re.compile(r"预算|计划|收入|账面|账载|调[整增减]|加计|资本化|费用化|项目")


def _stated(flow: Flow) -> Iterator[Fact]:
    """``2023年度研究开发费用总额为12,345,678.90元`` in the letter.

    Of several years as many amounts must be said; one amount of years together is nobody's.
    """
    for match in flow.finditer(_STATED):
        years = list(dict.fromkeys(re.findall(r"(20[0-4]\d)年", match["years"])))
        sums = list(re.finditer(_SUM, match["sums"]))
        if len(years) != len(sums):
            continue
        for year, printed in zip(years, sums, strict=True):
            start = match.start("sums")
            span = flow.span(start + printed.start(), start + printed.end())
            try:
                value = money.parse(printed[0])
            except ValueError:
                continue
            if isinstance(value, str):
                yield proved_fact(("rd_expense", year), value, span)


def _led(flow: Flow, unit: str) -> Iterator[Fact]:
    """A year's total that leads its items and has their unit."""
    for match in flow.finditer(_LEADING):
        if not _EXPENSE.search(match["said"]) or _NO_EXPENSE.search(match["said"]):
            continue
        try:
            value = money.parse(match["sum"], unit)
        except ValueError:
            continue
        if isinstance(value, str):
            yield proved_fact(("rd_expense", match["year"]), value, flow.group(match, "sum"))


def _readings(one: Fact) -> Sequence[str]:
    options = money.readings(fold(one.raw).translate(_LETTERS))
    return [option for option in options if Decimal(option) != Decimal(str(one.value))]


def amount_facts(
    document: Document, read: Ledger, fiscal_year: int | None, tools: Tools
) -> list[Fact]:
    """``rd_expense``, ``rd_items`` and ``projects`` with their sums as witnesses."""
    order, named = _projects(read.projects)
    entries = _aliased(read.entries, read.projects)
    plain = [entry for entry in entries if entry.unit is None]
    guess = periods.unstated_unit([entry.piece.text for entry in plain])
    groups: dict[Path, list[Fact]] = {}
    for path, entry in _paths(entries, order, fiscal_year):
        if (one := _fact(entry, path, guess)) and not _idle(one):
            groups.setdefault(path, []).append(one)
    units = {entry.unit for entry in read.entries if entry.unit and not entry.project}
    shared = units.pop() if len(units) == 1 else guess
    for leaf in document.leaves:
        flow = page_flow(leaf, "")
        led = _led(flow, shared) if shared else ()
        for one in (*_stated(flow), *led, *told(flow)):
            groups.setdefault(one.path, []).append(one)
    amounts = [_chosen(group) for group in groups.values()]
    proved = _possible(witnessed(repaired(Facts(tuple(amounts)), _readings, doubter(tools))))
    paid = {one.path[1] for one in proved if one.path[0] == "projects"}
    kept = paid or {order.index(p.key) for p in read.projects if p.listed and p.key in order}
    names = [_name_fact(index, key, named[key]) for index, key in enumerate(order) if index in kept]
    return _renumbered([*proved, *names])


def _possible(facts: Iterable[Fact]) -> list[Fact]:
    """Without totals of a year that are less than one of its parts: they stand in another row."""
    kept = list(facts)
    largest: dict[str, Decimal] = {}
    for part in kept:
        if part.path[0] in {"rd_items", "projects"}:
            year = str(part.path[1] if part.path[0] == "rd_items" else part.path[3])
            least = Decimal(str(part.value)) - grain(part)
            largest[year] = max(largest.get(year, least), least)
    return [
        one
        for one in kept
        if one.path[0] != "rd_expense"
        or one.proved
        or Decimal(str(one.value)) + grain(one) >= largest.get(str(one.path[1]), Decimal())
    ]


def _name_fact(index: int, key: str, project: Project) -> Fact:
    proof = evidence(project.leaf, [project.piece])
    name = tidy(project.name) if project.name else key
    sure = 0.95 if project.name else 0.6
    if project.leaf.page.origin == "ocr":
        sure = min(sure, 0.92 if project.piece.confidence >= 0.98 else 0.8)
    return Fact(("projects", index, "name"), name, (proof,), "cell", sure)


def _renumbered(facts: Sequence[Fact]) -> list[Fact]:
    """Projects counted from 0 without gaps, name before amounts; the rest as it was."""
    used = sorted({int(f.path[1]) for f in facts if f.path[0] == "projects"})
    others = [f for f in facts if f.path[0] != "projects"]
    result = []
    for new, old in enumerate(used):
        mine = [f for f in facts if f.path[:2] == ("projects", old)]
        for one in sorted(mine, key=lambda f: (f.path[2] != "name", str(f.path[-1]))):
            path = ("projects", new, *one.path[2:])
            result.append(
                Fact(
                    path, one.value, one.evidence, one.method, one.confidence,
                    one.witnesses, one.repaired,
                )
            )  # fmt: skip
    return [*others, *result]
