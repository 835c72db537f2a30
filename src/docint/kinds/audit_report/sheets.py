"""Statements (财务报表) read line by line: title, unit, heads, then labels and amounts.

A page is read twice, by table cells and by lines alone; the reading that knows more lines wins and
the other fills what it lacks. The state (which statement, which unit, which heads) is carried over
to the next page, so that a statement may run over several.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from docint.extract import periods
from docint.extract.accounts import Account, Sheet, Title, account, is_note, title
from docint.extract.columns import Head, heads, is_amount, is_nil, mended, under_heads
from docint.extract.grids import Piece, Row, page_rows
from docint.extract.periods import Period, period
from docint.kinds.audit_report.centred import uncentred
from docint.kinds.audit_report.head_rows import below, is_head, spans
from docint.types.document import Document, Leaf
from docint.values import money

Scope = Literal["own", "consolidated", ""]
_PROSE = re.compile(
    r"[。；]|^\(?[一二三四五六七八九十]+\)?[、.].{2,20}(?:基本情况|编制基础|会计政策|主要项目)"
)
_END = re.compile(r"^(?:\d{4}年度?)?(?:财务|会计)?报表附注|^附注[:：]?$|^审计报告$")
_SIGNED = re.compile(r"(?:法定代表人|单位负责人|企业负责人|公司负责人|主管会计|会计机构)")


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount of a statement with everything that says what it is."""

    sheet: Sheet
    scope: Scope
    account: Account
    period: Period
    stated_year: int | None
    """Year of the statement's own sub-heading."""
    unit: str | None
    """None: the table prints none."""
    piece: Piece
    leaf: Leaf
    label: str
    doubtful: bool = False
    """Two amounts of the row stand under this head: one of them belongs to another column."""


@dataclass(frozen=True, slots=True)
class State:
    """What is known of the statement being read."""

    sheet: Sheet | None = None
    scope: Literal["own", "consolidated", "both", ""] = ""
    year: int | None = None
    unit: str | None = None
    heads: tuple[Head, ...] = ()
    data_seen: bool = False
    """Whether an amount row stood since the unit was last printed."""


@dataclass(slots=True)
class _Half:
    """A label column with its amount columns: a balance sheet has two side by side."""

    start: float
    columns: list[int] = field(default_factory=list)


def _halves(
    found: Sequence[Head], roles: Sequence[Period | None], rights: dict[int, float]
) -> list[_Half]:
    halves: list[_Half] = [_Half(float("-inf"))]
    for index, role in enumerate(roles):
        numeric = role is not None and role.role != "label"
        if numeric:
            halves[-1].columns.append(index)
        elif any((r := roles[c]) is not None and r.role == "amount" for c in halves[-1].columns):
            last = halves[-1].columns[-1]
            halves.append(_Half(min(rights.get(last, found[last].right), found[index].left)))
    return halves


def _label(row: Row, half: _Half, end: float, first: float) -> tuple[str, list[Piece]]:
    pieces = [
        p
        for p in row.pieces
        if half.start <= p.middle < min(end, first) and not is_amount(p.text) and not is_nil(p.text)
    ]
    kept = [p for n, p in enumerate(pieces) if n == 0 or not is_note(p.text)]
    return "".join(p.text for p in kept), kept


@dataclass(frozen=True, slots=True)
class _Line:
    label: str
    amounts: tuple[tuple[int, Piece], ...]
    leaf: Leaf
    crowded: frozenset[int] = frozenset()
    """Columns that hold more than one amount of the row."""


def _lines(rows: Sequence[Row], found: Sequence[Head]) -> list[list[_Line]]:
    """For each half of a statement its lines from top to bottom."""
    roles = [period(head.text) for head in found]
    numeric = [i for i, r in enumerate(roles) if r is not None and r.role != "label"]
    amounts = [[p for p in row.pieces if is_amount(p.text)] for row in rows]
    under = under_heads(amounts, [found[i] for i in numeric])
    column = {piece: numeric[at] for piece, at in under.items()}
    rights: dict[int, float] = {}
    lefts: dict[int, float] = {}
    for piece in (p for row in amounts for p in row if id(p) in column):
        at = column[id(piece)]
        rights[at] = max(rights.get(at, piece.right), piece.right)
        lefts[at] = min(lefts.get(at, piece.left), piece.left)
    halves = _halves(found, roles, rights)
    result: list[list[_Line]] = []
    for number, half in enumerate(halves):
        end = halves[number + 1].start if number + 1 < len(halves) else float("inf")
        paid = [c for c in half.columns if (r := roles[c]) and r.role == "amount"]
        first = min((lefts.get(c, found[c].left) for c in paid), default=float("inf"))
        lines = []
        for row in rows:
            label, _ = _label(row, half, end, first + 1)
            mine, crowded = _of_half(row, column, paid)
            if label or mine:
                lines.append(_Line(label, tuple(mine), row.leaf, crowded))
        result.append(lines)
    return result


def _of_half(
    row: Row, column: dict[int, int], paid: Sequence[int]
) -> tuple[list[tuple[int, Piece]], frozenset[int]]:
    """The row's amounts by column, and the columns of which more than one lays claim."""
    best: dict[int, Piece] = {}
    crowded = set()
    for piece in row.pieces:
        at = column.get(id(piece))
        if at is None or at not in paid:
            continue
        if at not in best:
            best[at] = piece
            continue
        # A stray line number loses against a printed amount; two amounts are a puzzle.
        short = min(piece.folded, best[at].folded, key=len)
        if not re.fullmatch(r"\d{1,3}", short):
            crowded.add(at)
        best[at] = max(piece, best[at], key=lambda p: len(p.folded))
    return sorted(best.items()), frozenset(crowded)


def _named(lines: Sequence[_Line], sheet: Sheet) -> list[tuple[Account, _Line]]:
    """Lines with their accounts; a label wrapped over two or three lines is put together."""
    result: list[tuple[Account, _Line]] = []
    for n, line in enumerate(lines):
        if not line.amounts:
            continue
        before = lines[n - 1] if n and not lines[n - 1].amounts else None
        after = lines[n + 1] if n + 1 < len(lines) and not lines[n + 1].amounts else None
        tries = [line.label]
        if before is not None:
            tries.append(before.label + line.label)
        if after is not None:
            tries.append(line.label + after.label)
        if before is not None and after is not None:
            tries.append(before.label + line.label + after.label)
        known = next((a for t in tries if t and (a := account(t, sheet))), None)
        if known:
            result.append((known, line))
    return result


def _guess(rows: Sequence[Row], found: Sequence[Head]) -> Sheet | None:
    """The statement whose lines these are, where no title was printed or read."""
    for sheet, last in (
        ("balance", "资产总计"),
        ("income", "净利润"),
        ("cash", "现金及现金等价物净增加额"),
    ):
        names = {a.name for half in _lines(rows, found) for a, _ in _named(half, sheet)}  # type: ignore[arg-type]
        if len(names) >= 5 and last in names:
            return sheet  # type: ignore[return-value]
    return None


# ---------------------------------------------------------------- one page


@dataclass(frozen=True, slots=True)
class _Block:
    """Data rows under one set of heads."""

    state: State
    rows: tuple[Row, ...]


@dataclass(slots=True)
class _Cut:
    """Where the cutting of a page into blocks stands."""

    state: State
    header: list[Row]
    data: list[Row]
    blocks: list[_Block]

    def close(self) -> None:
        """End the block that is being read, if any."""
        if self.data and self.state.heads:
            self.blocks.append(_Block(self.state, tuple(self.data)))
        self.data = []

    def leave(self, state: State) -> None:
        """End the block and what was known of its statement."""
        self.close()
        self.state, self.header = state, []


def _entitled(row: Row, heading: Title, state: State) -> State:
    """The state under a statement's title; a continued statement keeps what was known."""
    same = heading.continued and heading.sheet == state.sheet
    return State(
        heading.sheet,
        heading.scope or (state.scope if same else ""),
        periods.stated_year(row.text) or (state.year if same else None),
        state.unit if same or not state.data_seen else None,
        data_seen=same and state.data_seen,
    )


def _column_of_notes(row: Row, cut: _Cut) -> bool:
    """Whether ``附注`` heads a column, between a statement's title and its first amounts."""
    return row.text in {"附注", "注释", "附注号"} and bool(cut.state.sheet) and not cut.data


def _blocks(rows: Sequence[Row], state: State) -> tuple[list[_Block], State]:
    """Cuts a page into blocks of data rows; returns the state after its last row."""
    cut = _Cut(state, [], [], [])
    for raw in rows:
        row = mended(raw, lambda text: period(text) is not None)
        heading = title(row.text) or next((t for p in row.pieces if (t := title(p.text))), None)
        if heading:
            cut.leave(_entitled(row, heading, cut.state))
        elif _END.search(row.text) and not _column_of_notes(row, cut):
            cut.leave(State())
        elif is_head(row) or (cut.header and not cut.data and below(row)):
            if cut.data:
                cut.leave(cut.state)
            cut.header.append(row)
            cut.state = replace(cut.state, heads=heads(cut.header, spans))
        else:
            _take(cut, row)
        cut.state = _noted(cut.state, raw, bool(cut.data))
    cut.close()
    return cut.blocks, cut.state


def _take(cut: _Cut, row: Row) -> None:
    """Puts a row into the block, or ends it at prose."""
    if any(is_amount(p.text) for p in row.pieces) and cut.state.heads:
        cut.data.append(row)
        cut.state = replace(cut.state, data_seen=True)
    elif cut.data and len(row.text) <= 40 and not _SIGNED.search(row.text):
        cut.data.append(row)
    elif _PROSE.search(row.text) and len(row.text) > 25:
        cut.leave(State())


def _noted(state: State, row: Row, in_data: bool) -> State:
    """The state with the unit and the year that a row between tables prints."""
    if in_data and any(is_amount(p.text) for p in row.pieces):
        return state
    if row.unit:
        state = replace(state, unit=row.unit, data_seen=False)
    if not state.heads and state.sheet and (year := periods.stated_year(row.text)):
        state = replace(state, year=state.year or year)
    return state


def _figures(block: _Block, *, guess: bool) -> list[Figure]:
    sheets = [block.state.sheet] if block.state.sheet else []
    if guess and not sheets:
        one = _guess(block.rows, block.state.heads)
        sheets = [one] if one else _summary(block)
    return [f for sheet in sheets if sheet != "equity" for f in _of_sheet(block, sheet)]


_KEY_LINES = frozenset({
    "资产总计", "负债合计", "所有者权益合计", "营业收入", "营业总收入", "利润总额", "净利润",
    "研发费用",
})  # fmt: skip


def _summary(block: _Block) -> list[Sheet]:
    """Both statements, where a table sums up the main figures of either (主要财务指标)."""
    found: dict[Sheet, set[str]] = {"balance": set(), "income": set()}
    for sheet, names in found.items():
        for half in _lines(block.rows, block.state.heads):
            names.update({known.name for known, _ in _named(half, sheet)} & _KEY_LINES)
    whole = all(found.values()) and sum(map(len, found.values())) >= 3
    return list(found) if whole else []


def _of_sheet(block: _Block, sheet: Sheet) -> list[Figure]:
    state, found = block.state, block.state.heads
    roles = [period(head.text) for head in found]
    result = []
    for half in _lines(block.rows, found):
        for known, line in _named(half, sheet):
            for at, piece in line.amounts:
                role = roles[at]
                if role is None:
                    continue
                scope: Scope = role.scope or ("" if state.scope == "both" else state.scope)
                head = found[at].text
                unit = money.unit_of(head) or state.unit
                unsaid = (state.scope == "both" and not role.scope) or roles.count(role) > 1
                result.append(
                    Figure(
                        sheet, scope, known, role, state.year, unit, piece, line.leaf,
                        line.label, at in line.crowded or unsaid,
                    )
                )  # fmt: skip
    return result


def _key(figure: Figure) -> tuple[object, ...]:
    return figure.sheet, figure.scope, figure.account.name, figure.period, figure.leaf.page.number


def _page(leaf: Leaf, state: State, *, guess: bool) -> tuple[list[Figure], State]:
    """A page's figures in both readings, the fuller one first, and the state after it."""
    options = []
    for tables in (True, False) if leaf.page.tables else (False,):
        rows = list(uncentred(page_rows(leaf, tables=tables)))
        blocks, after = _blocks(rows, state)
        figures = [f for block in blocks for f in _figures(block, guess=guess)]
        options.append((figures, after))
    options.sort(key=lambda option: -sum(f.account.exact for f in option[0]))
    best, after = options[0]
    known = {_key(figure) for figure in best}
    extra = [f for other, _ in options[1:] for f in other if _key(f) not in known]
    return best + extra, after


def figures(document: Document) -> list[Figure]:
    """Every recognised amount of the document's statements, in page order."""
    result: list[Figure] = []
    state = State()
    for leaf in document.leaves:
        found, state = _page(leaf, state, guess=False)
        result += found
    if not {"balance", "income"} <= {f.sheet for f in result}:
        known = {f.sheet for f in result}
        for leaf in document.leaves:
            found, _ = _page(leaf, State(), guess=True)
            result += [f for f in found if f.sheet not in known]
    return result
