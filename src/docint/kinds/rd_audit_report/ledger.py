"""R&D ledgers (研发费用明细表) read cell by cell.

Every amount takes its year, its item and its project from the head above it, the label beside it
and the caption over the table, whichever says so: one reading serves items by years, items by
projects, projects by years and projects by items.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from docint.extract import periods
from docint.extract.columns import Head, heads, is_amount, is_nil, mended, under_heads
from docint.extract.grids import Piece, Row, page_rows, together
from docint.kinds.rd_audit_report.items import Aspect, aspect, code_of, item, role
from docint.types.document import Document, Leaf
from docint.values import money
from docint.values.text import fold

_CAPTION_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)年(?:度|1[-—至~]12月|1月1日)?")
_OF_PROJECT = re.compile(
    r"^(?:\(?[一二三四五六七八九十\d]{1,2}[)、.．])?(?:研发|研究开发)?(?:项目"
    r"|课题)(?:名称)?[:：](?P<name>[\u4e00-\u9fffA-Za-z0-9()、\-—·/]{4,60}?)(?=(?:项目"
    r"|课题)?(?:编号|编码)|起止|单位[:：]|金额|20\d\d|$)"
)
_ALL_PROJECTS = re.compile(r"汇总|总表|结构明细表|合计表|全部项目|各项目")
_SPAN = re.compile(r"20\d\d年?(?:度)?[-—至~、和及,]+20\d\d年")


@dataclass(frozen=True, slots=True)
class Entry:
    """An amount of a ledger with what it is."""

    year: int | None
    item: str | None
    """Canonical; None and ``合计`` alike mean all items."""
    project: str | None
    """Its key: the code, else the bare name; None means all projects."""
    piece: Piece
    leaf: Leaf
    unit: str | None
    captioned: bool
    """Whether the year stands on the table itself and not only in its caption."""


@dataclass(frozen=True, slots=True)
class Project:
    """A project's code and name where a row or a head prints them."""

    key: str
    name: str | None
    piece: Piece
    leaf: Leaf


@dataclass(frozen=True, slots=True)
class Ledger:
    """All entries and projects of a document."""

    entries: tuple[Entry, ...]
    projects: tuple[Project, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    header: tuple[Row, ...]
    rows: tuple[Row, ...]
    year: int | None
    unit: str | None
    project: Project | None = None
    """The one project that the caption says the whole table is about."""


# ---------------------------------------------------------------- cutting a page into tables


def _known_head(text: str) -> bool:
    """Whether a text says by itself what its column or its row holds."""
    seen = aspect(text)
    told = seen.year or seen.item or seen.code
    return bool(told) or role(text) in {"name", "code", "other", "label"}


def _headlike(row: Row) -> bool:
    if any(is_amount(p.text) and aspect(p.text).year is None for p in row.pieces):
        return False
    known = sum(_known_head(piece.text) for piece in row.pieces)
    return known >= 2 and known * 2 >= len(row.pieces)


@dataclass(slots=True)
class _Cut:
    """Where the cutting of a page stands."""

    header: list[Row]
    data: list[Row]
    year: int | None
    unit: str | None
    project: Project | None
    open_head: bool
    done: list[_Table]
    last: Row | None = None
    """The row before, which may hold the first line of wrapped heads."""

    def close(self) -> None:
        """End the table that is being read, if any."""
        if self.data and self.header:
            self.done.append(
                _Table(tuple(self.header), tuple(self.data), self.year, self.unit, self.project)
            )
        self.data = []


def _tables(rows: Sequence[Row], before: _Table | None) -> list[_Table]:
    cut = _Cut([], [], None, None, None, False, [])
    if before:
        cut = _Cut(list(before.header), [], before.year, before.unit, before.project, False, [])
    for raw in rows:
        row = mended(raw, _known_head)
        if not _taken(cut, row):
            _between(cut, row)
        cut.last = row
    cut.close()
    return cut.done


def _taken(cut: _Cut, row: Row) -> bool:
    """Whether a row is a head or a line of a table; it is put where it belongs."""
    paid = any(is_amount(p.text) for p in row.pieces)
    if _headlike(row) and not (cut.data and len(row.pieces) == 1):
        if not cut.open_head:
            cut.close()
            cut.header = [cut.last] if cut.last and _wrapped_above(cut.last, row) else []
        cut.header.append(row)
        cut.open_head = True
        cut.unit = periods.unit(row.text) or cut.unit
        return True
    if cut.open_head and not paid and not cut.data and _more_head(cut.header, row):
        cut.header.append(row)
        return True
    line = paid or (bool(cut.data) and _continues(row, cut.data) and not _captions(row))
    if cut.header and line and _of_table(row, cut.header):
        if not cut.data and cut.last and cut.last is not cut.header[-1]:
            # The first line of a name that wraps around its row.
            cut.data = [cut.last] if _wrapped_above(cut.last, row) else []
        cut.data.append(row)
        cut.open_head = False
        return True
    return False


def _captions(row: Row) -> bool:
    """Whether a row tells the unit, the year or the project of what follows."""
    return bool(periods.unit(row.text) or _caption_year(row) or _OF_PROJECT.match(row.text))


def _between(cut: _Cut, row: Row) -> None:
    """Takes unit, year and project from a row outside tables."""
    cut.open_head = False
    # A caption ends a table but keeps its heads: 2023年度 may be a section of the same table.
    if found := periods.unit(row.text):
        cut.close()
        cut.unit = found
    if any(is_amount(p.text) for p in row.pieces):
        return
    if year := _caption_year(row):
        cut.close()
        cut.year = year
    if match := _OF_PROJECT.match(row.text):
        cut.close()
        code = code_of(row.text)
        cut.project = Project(code or match["name"], match["name"], row.pieces[0], row.leaf)
    elif _ALL_PROJECTS.search(row.text) and len(row.text) < 50:
        cut.project = None
    if re.search(r"[。；]", row.text) and len(row.text) > 30:
        cut.close()
        cut.header = []


def _more_head(header: Sequence[Row], row: Row) -> bool:
    """A further row of heads: of cells, or the wrapped rest of printed heads."""
    return (row.celled and len(row.pieces) > 1) or _wrapped_head(row, header)


def _continues(row: Row, data: Sequence[Row]) -> bool:
    return len(row.pieces) <= 4 and len(row.text) < 60 and row.top - data[-1].top < 4 * row.height


def _of_table(row: Row, header: Sequence[Row]) -> bool:
    if row.celled != header[-1].celled:
        return False
    return not (len(row.pieces) == 1 and re.search(r"[。；]", row.text))


def _wrapped_head(row: Row, header: Sequence[Row]) -> bool:
    last = header[-1]
    # One word close below wraps; several may stand a little further down.
    reach = 2.2 if len(row.pieces) > 1 else 1.35
    near = row.top - last.top < reach * max(row.height, last.height)
    return near and len(row.text) < 60 and not periods.unit(row.text) and not _caption_year(row)


def _wrapped_above(above: Row, row: Row) -> bool:
    """Whether a row holds the first lines of heads that wrap, just above the others."""
    close = 0 < row.top - above.top < 1.1 * max(row.height, above.height)
    return close and not _captions(above) and not any(is_amount(p.text) for p in above.pieces)


def _caption_year(row: Row) -> int | None:
    text = row.text
    if _SPAN.search(text) or len(text) > 60:
        return None
    match = _CAPTION_YEAR.search(text)
    return int(match[1]) if match else None


# ---------------------------------------------------------------- one table


def _column_of(piece: Piece, found: Sequence[Head]) -> int | None:
    """The head a text stands under: the one it overlaps most, else the nearest."""
    if not found:
        return None

    def overlap(head: Head) -> float:
        return min(piece.right, head.right) - max(piece.left, head.left)

    return max(range(len(found)), key=lambda index: overlap(found[index]))


def _read(table: _Table) -> tuple[list[Entry], list[Project]]:
    found = heads(table.header, lambda text: aspect(text).year is not None)
    seen = [aspect(head.text) for head in found]
    roles = [role(head.text) for head in found]
    paid = [i for i, r in enumerate(roles) if r == "amount"] or list(range(1, len(found)))
    ignored = [i for i, r in enumerate(roles) if r in {"other", "code"}]
    amounts = [[p for p in row.pieces if is_amount(p.text)] for row in table.rows]
    lanes = sorted([*paid, *ignored])
    under = under_heads(amounts, [found[i] for i in lanes])
    column = {piece: lanes[at] for piece, at in under.items()}
    first = min((found[i].left for i in paid), default=0.0)
    leftmost = min(
        (p.left for row in amounts for p in row if column.get(id(p)) in paid), default=first
    )
    labels = [_label(row, found, roles, column, min(first, leftmost)) for row in table.rows]
    labels = [_whole_name(n, table.rows, labels, found, roles) for n in range(len(labels))]
    items_down = (
        table.project is None
        and sum(label.item is not None and label.item != "合计" for label in labels) >= 2
    )
    entries: list[Entry] = []
    projects: list[Project] = []
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


@dataclass(frozen=True, slots=True)
class _Label:
    """What the texts left of a row's amounts say."""

    item: str | None = None
    year: int | None = None
    key: str | None = None
    name: str | None = None
    piece: Piece | None = None
    known: bool = False


def _texts(
    row: Row, found: Sequence[Head], column: Mapping[int, int], first: float
) -> Iterator[tuple[int | None, Piece]]:
    """The row's texts with the heads they stand under; a text in pieces put together."""
    open_at: int | None = None
    held: Piece | None = None
    for piece in row.pieces:
        year_label = aspect(piece.text).year is not None and piece.left < first
        if (id(piece) in column or is_nil(piece.text)) and not year_label:
            continue
        at = _column_of(piece, found)
        if held is not None and at == open_at and not row.celled:
            held = together(held, piece)
            continue
        if held is not None:
            yield open_at, held
        open_at, held = at, piece
    if held is not None:
        yield open_at, held


def _label(
    row: Row, found: Sequence[Head], roles: Sequence[str], column: Mapping[int, int], first: float
) -> _Label:
    code = name = None
    piece: Piece | None = None
    label = _Label()
    for at, text in _texts(row, found, column, first):
        kind = roles[at] if at is not None else "label"
        if kind == "other" and not code_of(text.text):
            continue
        seen = aspect(text.text)
        label = replace(label, item=label.item or seen.item, year=label.year or seen.year)
        if seen.code:
            code, name = seen.code, name or seen.name
            piece = piece or text
        elif kind == "name" and seen.name and not seen.item:
            name, piece = text.text, text
    if label.item:
        return replace(label, known=True)
    if code or name:
        return replace(label, key=code or fold(str(name)), name=name, piece=piece, known=True)
    return replace(label, known=label.year is not None)


def _whole_name(
    at: int,
    rows: Sequence[Row],
    labels: Sequence[_Label],
    found: Sequence[Head],
    roles: Sequence[str],
) -> _Label:
    """A project's label with a name that wraps above and below the row of its amounts."""
    label, row = labels[at], rows[at]
    if not label.key or label.name or "name" not in roles or not code_of(label.key):
        return label
    parts: list[Piece] = []
    for near in (at - 1, at + 1):
        if not 0 <= near < len(rows) or any(is_amount(p.text) for p in rows[near].pieces):
            continue
        if abs(rows[near].top - row.top) > 1.3 * max(row.height, rows[near].height):
            continue
        parts += [p for p in rows[near].pieces if roles[_column_of(p, found) or 0] == "name"]
    if not parts:
        return label
    whole = parts[0] if len(parts) == 1 else together(parts[0], parts[1])
    return replace(label, name=whole.text, piece=whole)


def _entry(
    table: _Table,
    row: Row,
    label: _Label,
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
    unit = periods.unit(head.text) or money.unit_of(head.text) or table.unit
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


_LISTED = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9()、\-—·/]{3,60}")


def _listed(row: Row) -> Project | None:
    """A project's code and name side by side in a list without amounts."""
    for code, name in pairwise(row.pieces):
        found = code_of(code.text)
        if not found or len(code.folded) > len(found) + 3 or item(name.text):
            continue
        if _LISTED.fullmatch(name.folded) and not is_amount(name.text):
            return Project(found, name.text, name, row.leaf)
    return None


def ledger(document: Document) -> Ledger:
    """Every amount of the document's ledgers with its year, item and project."""
    entries: list[Entry] = []
    projects: list[Project] = []
    last: _Table | None = None
    for leaf in document.leaves:
        options = []
        for cells in (True, False) if leaf.page.tables else (False,):
            tables = _tables(page_rows(leaf, tables=cells), last)
            read = [_read(table) for table in tables]
            found = [e for part, _ in read for e in part]
            options.append((found, [p for _, part in read for p in part], tables))
        best = max(options, key=lambda option: len(option[0]))
        entries += best[0]
        projects += best[1]
        projects += [p for row in page_rows(leaf, tables=True) if (p := _listed(row))]
        last = best[2][-1] if best[2] else None
    return Ledger(tuple(entries), tuple(projects))
