"""R&D ledgers (研发费用明细表) read cell by cell.

Every amount takes its year, its item and its project from the head above it, the label beside it
and the caption over the table, whichever says so: one reading serves items by years, items by
projects, projects by years and projects by items.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from docint.extract.columns import Head, heads, is_amount, under_heads
from docint.extract.grids import Piece, Row, page_rows
from docint.kinds.rd_audit_report.bare_lines import label_and_amount, project_of
from docint.kinds.rd_audit_report.cards import cards
from docint.kinds.rd_audit_report.items import Aspect, aspect, code_of, item, role
from docint.kinds.rd_audit_report.lists import listed
from docint.kinds.rd_audit_report.named import another
from docint.kinds.rd_audit_report.row_labels import Label, label_of, whole_name
from docint.kinds.rd_audit_report.sheets import sheet
from docint.kinds.rd_audit_report.summed_rows import summed
from docint.kinds.rd_audit_report.tables import Entry, Project, Table, tables_of
from docint.types.document import Document
from docint.values import money
from docint.values.text import fold


@dataclass(frozen=True, slots=True)
class Ledger:
    """All entries and projects of a document."""

    entries: tuple[Entry, ...]
    projects: tuple[Project, ...]


# ---------------------------------------------------------------- one table


def _bare(table: Table) -> tuple[list[Entry], list[Project]]:
    """Lines without heads: items and totals by themselves, names where projects are listed."""
    entries: list[Entry] = []
    projects: list[Project] = []
    for row in table.rows:
        if not (line := label_and_amount(row)):
            continue
        label, amount = line
        known, key = item(label.text), None
        if known is None:
            if not table.of_projects:
                continue
            key, name = project_of(row, label)
            projects.append(Project(key, name, label, row.leaf))
        entries.append(Entry(table.year, known, key, amount, row.leaf, table.unit, False))
    return entries, projects


def _read(table: Table) -> tuple[list[Entry], list[Project]]:
    if not table.header:
        return _bare(table)
    found = heads(table.header, lambda text: aspect(text).year is not None)
    seen = [aspect(head.text) for head in found]
    roles = [role(head.text) for head in found]
    paid, column = _placed(table, found, roles)
    amounts = [[p for p in row.pieces if is_amount(p.text)] for row in table.rows]
    edges = [p.left for row in amounts for p in row if column.get(id(p)) in paid]
    first = min([*edges, *(found[i].left for i in paid)], default=0.0)
    labels = _labels(table, found, roles, column, first)
    items_down = (
        table.project is None
        and sum(label.item is not None and label.item != "合计" for label in labels) >= 2
    )
    entries: list[Entry] = []
    projects: list[Project] = []
    if not items_down:
        seen = _told_by_content(seen, {at for at in column.values() if at in paid})
    names = [_head_project(seen[i], items_down) if i in paid else None for i in range(len(found))]
    projects += [
        _project_of_head(found[i], seen[i], str(names[i]), table.header) for i in paid if names[i]
    ]
    for row, label in zip(table.rows, labels, strict=True):
        if label.key and label.piece:
            projects.append(Project(label.key, label.name, label.piece, row.leaf))
        for piece in row.pieces:
            at = column.get(id(piece))
            if at is None or at not in paid:
                continue
            entry = _entry(table, row, label, seen[at], names[at], piece, found[at])
            if entry:
                entries.append(entry)
    if table.project and entries:
        projects.insert(0, table.project)
    return entries, projects


def _placed(
    table: Table, found: Sequence[Head], roles: Sequence[str]
) -> tuple[list[int], dict[int, int]]:
    """The heads of amounts, and for each amount (by its ``id``) the head it stands under."""
    paid = [i for i, r in enumerate(roles) if r == "amount"]
    paid = paid or [i for i in range(1, len(found)) if roles[i] not in {"other", "code"}]
    ignored = [i for i, r in enumerate(roles) if r in {"other", "code"}]
    amounts = [[p for p in row.pieces if is_amount(p.text)] for row in table.rows]
    lanes = sorted([*paid, *ignored])
    under = under_heads(amounts, [found[i] for i in lanes])
    column = {piece: lanes[at] for piece, at in under.items()}
    if lanes and lanes[-1] == paid[0]:  # a line's only amount is the last column's
        edge = found[paid[0]].left
        alone = [row[0] for row in amounts if len(row) == 1 and row[0].middle >= edge]
        column |= {id(piece): paid[0] for piece in alone}
    return paid, column


def _labels(
    table: Table,
    found: Sequence[Head],
    roles: Sequence[str],
    column: Mapping[int, int],
    first: float,
) -> list[Label]:
    """What each line is about; texts left of ``first``, the amounts' edge, are labels."""
    labels = [label_of(row, found, roles, column, first) for row in table.rows]
    labels = [whole_name(n, table.rows, labels, found, roles) for n in range(len(labels))]
    return _dated(table.rows, _summed(table.rows, _unnamed(_recoded(labels))))


def _recoded(labels: Sequence[Label]) -> list[Label]:
    """The labels with a code that begins anew each year apart where it names another project.

    Where it names one that had another code before, it is that one.
    """
    names: dict[str, str] = {}
    made = []
    for label in labels:
        key, name = label.key, label.name
        if key and name and another(name, names.setdefault(key, name)):
            known = next((k for k, n in names.items() if n == name), f"{key}·{name}")
            made.append(replace(label, key=known))
        else:
            made.append(label)
    return made


def _told_by_content(seen: Sequence[Aspect], full: set[int]) -> list[Aspect]:
    """The heads' meanings, where the only column of amounts has a head that nobody knows.

    A table of projects has one sum for each: whatever its head is called (实际列支), that is it;
    so is the one column of 小计 where none is called 合计.
    """
    made = list(seen)
    sums = [at for at in full if _SUM_OF_LINE.search(seen[at].name or "")]
    if len(sums) == 1 and not any(one.item == "合计" for one in seen):
        made[sums[0]] = Aspect(year=seen[sums[0]].year, item="合计")
    if len(full) == 1:
        only = next(iter(full))
        if not (made[only].item or made[only].year or made[only].code):
            made[only] = Aspect(item="合计")
    return made


def _unnamed(labels: Sequence[Label]) -> list[Label]:
    """The labels without those that are a year which other lines bear too.

    A line of a year alone is that year's total; of two the names were not read.
    """
    alone = Counter(one.year for one in labels if one.known and not (one.item or one.key))
    return [
        Label() if one.year and not (one.item or one.key) and alone[one.year] > 1 else one
        for one in labels
    ]


def _summed(rows: Sequence[Row], labels: Sequence[Label]) -> list[Label]:
    """The labels with 小计 as no project, and as the total where it ends a table without 合计."""
    sums = [n for n, row in enumerate(rows) if _SUBTOTAL.search(row.text) and not labels[n].item]
    made = [Label() if n in sums else label for n, label in enumerate(labels)]
    last = max((n for n, label in enumerate(made) if label.item or label.key), default=-1)
    whole = any(label.item in {"合计", "内部研究开发费用"} for label in made)
    closing = [n for n in sums if n > last]
    if last >= 0 and not whole and closing and (made[last].item or len(sums) == 1):
        made[closing[0]] = Label(item="合计", known=True)
    return made


def _dated(rows: Sequence[Row], labels: Sequence[Label]) -> list[Label]:
    """The labels with the year that is printed once, in a merged cell, for a block of lines.

    A block ends with its total or before an item that it has already; in print the year stands
    in the middle of its block, as a cell in the first row.
    """
    made = list(labels)
    if not any(label.year and (label.item or label.key) for label in labels):
        return made
    blocks: list[list[int]] = [[]]
    for n, label in enumerate(labels):
        before = {labels[m].item for m in blocks[-1]} - {None}
        if label.item in before or "合计" in before:
            blocks.append([])
        blocks[-1].append(n)
    for block in blocks:
        years = {labels[n].year for n in block} - {None}
        year = None
        for n in block:
            year = labels[n].year or (year if rows[n].celled else None)
            if len(years) == 1:
                year = next(iter(years))
            if labels[n].item or labels[n].key:
                made[n] = replace(labels[n], year=labels[n].year or year)
    return made


_SUM_OF_LINE = re.compile(r"^(?:本|该|单|各|每)?(?:项目|课题|项|行)?小计$")
_SUBTOTAL = re.compile(r"^[\d.、一二三四五六七八九十]{0,3}小计")


def _head_project(seen: Aspect, items_down: bool) -> str | None:
    if seen.code:
        return seen.code
    if items_down and seen.name and not seen.item and len(seen.name) >= 4 and not seen.year:
        return fold(seen.name)
    return None


def _project_of_head(head: Head, seen: Aspect, key: str, header: Sequence[Row]) -> Project:
    for row in header:
        for piece in row.pieces:
            if head.left <= piece.middle <= head.right and (code_of(piece.text) or not seen.code):
                return Project(key, seen.name, piece, row.leaf)
    row = header[-1]
    return Project(key, seen.name, row.pieces[0], row.leaf)


def _entry(
    table: Table,
    row: Row,
    label: Label,
    seen: Aspect,
    project: str | None,
    piece: Piece,
    head: Head,
) -> Entry | None:
    if not label.known or (seen.name and not project and not seen.item and not seen.year):
        return None
    if label.item and seen.item and "合计" not in {label.item, seen.item}:
        return None
    chosen = label.item if label.item and label.item != "合计" else seen.item or label.item
    if label.item == "合计" and seen.item:
        chosen = seen.item
    year = seen.year or label.year
    unit = money.unit_of(head.text) or table.unit
    whole = table.project.key if table.project else None
    return Entry(
        year or table.year,
        chosen,
        label.key or project or whole,
        piece,
        row.leaf,
        unit,
        year is not None,
    )


def _apart(
    entries: Sequence[Entry], projects: Sequence[Project], before: Sequence[Project]
) -> tuple[list[Entry], list[Project]]:
    """A page's entries and projects, those under a code that was another project's before apart.

    Codes may begin anew each year: RD01 of 2022 need not be RD01 of 2021; where one does, those
    whose names were not read do, too.
    """
    names = {one.key: one.name for one in before if one.name}
    told = {one.key: one.name for one in projects if one.name}
    anew = {key for key, name in told.items() if another(name, names.get(key, name))}
    known = {name: key for key, name in reversed(names.items())}
    other = {key: known.get(told[key], f"{key}·{told[key]}") for key in anew}
    unnamed = {one.key for one in projects} - told.keys() if anew else set()
    other |= {key: f"{key}·" for key in unnamed & names.keys()}
    return (
        [replace(e, project=other.get(e.project or "", e.project)) for e in entries],
        [replace(one, key=other.get(one.key, one.key)) for one in projects],
    )


def _told(read: Sequence[tuple[list[Entry], list[Project]]]) -> tuple[int, bool]:
    """How much a reading of a page tells: its amounts, then whether it names every project."""
    codes = {one.key for _, projects in read for one in projects}
    named = {one.key for _, projects in read for one in projects if one.name}
    return sum(len(entries) for entries, _ in read), codes == named


def ledger(document: Document) -> Ledger:
    """Every amount of the document's ledgers with its year, item and project."""
    entries: list[Entry] = []
    projects: list[Project] = []
    last: Table | None = None
    for leaf in document.leaves:
        options = []
        for cells in (True, False) if leaf.page.tables else (False,):
            tables = tables_of(page_rows(leaf, tables=cells), last)
            options.append((tables, [_read(table) for table in tables]))
        tables, read = max(options, key=lambda option: _told(option[1]))
        if not any(entry.year for part, _ in read for entry in part):
            proved = summed(leaf)
            read = [proved] if proved[0] else read
        for part in read:
            found, named = _apart(*part, projects)
            entries += found
            projects += named
        for more, named in (listed(leaf), cards(leaf), sheet(leaf)):
            entries += more
            projects += named
        last = tables[-1] if tables else None
    return Ledger(tuple(entries), tuple(projects))
