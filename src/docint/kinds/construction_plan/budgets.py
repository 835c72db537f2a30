"""Budgets (经费预算): tables of items with amounts, else what sentences spend."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate

from docint.extract.clauses import Prose
from docint.extract.columns import Head, heads, is_amount
from docint.extract.grids import Piece, Row
from docint.extract.headings import level
from docint.kinds.construction_plan.schedules import (
    PARTLY,
    TOP_ROWS,
    Frame,
    body,
    cell_fact,
    numbering,
    under,
)
from docint.kinds.construction_plan.spending import PAST, SOURCE, TOTAL, said_budget
from docint.kinds.construction_plan.tables import told_total, upright
from docint.types.document import Document, Leaf
from docint.types.fact import Fact
from docint.values import money
from docint.values.text import fold, tidy

_ITEM = re.compile(
    r"(?:预算|支出|经费|费用|开支|资金|会计|使用|列支|概算|投入|成本|主要)*(?:科目|项目|类别|内容|用途|名称|明细|方向"
    r"|范围|构成|种类|事项|类型|去向|分类|项)(?:名称|及内容)?|费用(?:名称|项)?|支出|预算科目名称|开支"
)
_AMOUNT = re.compile(
    r"(?:预算|经费|支出|资金|总|申请|计划|安排|概算|拟|投入|核定|列支|预计|测算|使用|需求|分配|费用|估算|所需|项目"
    r"|本项目)*(?:金额|经费|总额|预算|预算数|合计|数额|资金|额度|概算|概算数|估算|投入|费用|额|总计|支出|计划数)"
    r"(?:\((?:金额)?(?:单位)?(?:人民币)?[亿百千万]{0,2}元\)|/?[百千万]{0,2}元)?"
)
_OTHER_TABLE = re.compile(
    r".*(?:编号|起止|来源单位|负责人|姓名|职称|承担单位|下达|立项|型号|厂家|生产|合同|客户|(?:19|20)\d\d年?).*"
)
"""Heads of other tables with amounts: projects done, people, equipment, figures by year."""


@dataclass(frozen=True, slots=True)
class _Spent:
    """A line of a budget table."""

    leaf: Leaf
    item: Piece
    value: Piece
    unit: str


def _header(row: Row) -> Frame | None:
    """The budget's header that a row is; of several amounts the total, never a source's."""
    found = heads([row])
    names = [re.sub(r"[:：*]", "", head.text) for head in found]
    if any(_OTHER_TABLE.fullmatch(name) for name in names):
        return None
    sums = [n for n, name in enumerate(names) if _AMOUNT.fullmatch(name)]
    whole = [n for n in sums if not SOURCE.search(names[n])]
    totals = [n for n in whole if re.search("合计|总", names[n])]
    values = totals or whole
    items = [n for n, name in enumerate(names) if n not in sums and _ITEM.fullmatch(name)]
    if not items and len(values) > 1 and _ITEM.fullmatch(names[values[0]]):
        items, values = values[:1], values[1:]  # 费用 heads the items as well as their amounts
    if not items or not values:
        return None
    at = max((n for n in items if n < values[0]), default=items[0])
    # 来源 | 金额 | 支出科目 | 预算数: the half of the sources has amounts of its own
    value = next((n for n in values if n > at), values[0])
    return Frame(at, value, None, found, row.leaf)


def _lines(document: Document) -> Iterator[_Spent]:
    frame: Frame | None = None
    unit: str | None = None
    for leaf in document.leaves:
        rows = upright(leaf)
        for n, row in enumerate(rows):
            if n == TOP_ROWS and frame is not None and frame.leaf is not leaf:
                frame = None  # the table ended with the page before
            unit = row.unit or unit
            if found := _header(row) or _by_cells(rows, n):
                frame = found
                unit = _unit_of(found.heads[found.value].text) or unit
            elif frame is not None:
                line = _spent(row, frame, unit)
                if line is not None:
                    frame = replace(frame, leaf=leaf)
                    yield line
                elif len(row.pieces) == 1 and re.search(r"[。；]", row.text):
                    frame = None


def _spent(row: Row, frame: Frame, unit: str | None) -> _Spent | None:
    """The line of a budget that a row is, totals as well."""
    item, value = under(row, frame.heads, frame.item), under(row, frame.heads, frame.value)
    if item is None or value is None or item is value or not is_amount(value.text):
        return None
    apart = under(row, frame.heads, frame.unit) if frame.unit is not None else None
    own = _unit_of(value.folded) or (apart and _unit_of(apart.folded)) or unit
    return _Spent(row.leaf, item, value, own) if own else None


_COST = re.compile(
    r".*(?:费用?|支出|开支|成本|经费)(?:\([^()]*\))?|[^:]{2,14}(?:费用?|支出|开支|经费):[^:]{4,}"
)
"""A cost by its name, with what it is for behind a colon."""
_SHARE = re.compile(r"占比|比例|比重|%|数量|单价|序号|编号")


def _by_cells(rows: Sequence[Row], at: int) -> Frame | None:
    """A header in words of its own: below it stand costs by their names, and their amounts."""
    found = heads([rows[at]])
    if len(found) < 2 or any(is_amount(head.text) for head in found):
        return None
    below = [row for row in body(rows, at, len(found)) if not TOTAL.search(row.text)]
    if len(below) < 2:
        return None
    columns = [[under(row, found, n) for row in below] for n in range(len(found))]
    cells = [[piece.folded if piece else "" for piece in column] for column in columns]
    items = [n for n, col in enumerate(cells) if 2 * sum(map(_cost, col)) > len(col)]
    sums = [n for n, col in enumerate(cells) if all(map(is_amount, col)) and not numbering(col)]
    sums = [n for n in sums if not _SHARE.search(found[n].text)]
    value = _whole_sum(sums, found, columns)
    if len(items) != 1 or value is None or PAST.search(found[value].text):
        return None
    units = [n for n, col in enumerate(cells) if all(map(_unit_of, col)) and n not in sums]
    return Frame(items[0], value, units[0] if units else None, found, rows[at].leaf)


def _shared_out(document: Document) -> Iterator[_Spent]:
    """The sums of a table that shares each cost out among the units: a column to each cost."""
    for leaf in document.leaves:
        unit: str | None = None
        found: tuple[Head, ...] = ()
        for row in upright(leaf):
            unit = row.unit or unit
            costs = [piece for piece in row.pieces if _cost(piece.folded)]
            if len(costs) > 1 and len(row.pieces) - len(costs) <= 2:
                found = heads([row])
                items = {piece.folded: piece for piece in costs}
            elif found and unit and TOTAL.search(row.pieces[0].folded):
                for n, head in enumerate(found):
                    value = under(row, found, n)
                    if head.text in items and value and is_amount(value.text):
                        yield _Spent(leaf, items[head.text], value, unit)
                found = ()


def _cost(cell: str) -> bool:
    return bool(_COST.fullmatch(cell)) and not TOTAL.search(cell)


def _whole_sum(
    sums: Sequence[int], found: Sequence[Head], columns: Sequence[Sequence[Piece | None]]
) -> int | None:
    """Of columns of amounts the one that counts: the only one, or that of the totals."""
    if len(sums) == 1:
        only = found[sums[0]].text
        return None if SOURCE.search(only) or PARTLY.search(only) else sums[0]
    total = told_total([[piece for piece in columns[n] if piece] for n in sums])
    if total is not None:
        return sums[total]
    named = [n for n in sums if re.search("合计|总", found[n].text)]
    return named[0] if len(named) == 1 else None


def _unit_of(text: str) -> str | None:
    """The unit in a head or behind an amount."""
    behind = re.search(r"[亿百千万]{0,2}元$", text)
    return money.unit_of(text) or (behind[0] if behind else None)


def budget(document: Document, text: Prose) -> list[Fact]:
    """``("budget", n, "item" | "amount")`` from tables, else from prose; totals left out."""
    result: list[Fact] = []
    lines = list(_priced(_lines(document))) or list(_priced(_shared_out(document)))
    for line, amount in _parts(lines):
        path = ("budget", len(result) // 2)
        name = _plain_item(line.item.text)
        if used := re.fullmatch("([^:：]{2,14})[:：].{4,}", name):
            name = used[1]  # 设备费：购置、租赁试验仪器
        result.append(cell_fact(line.leaf, (*path, "item"), name, line.item))
        result.append(cell_fact(line.leaf, (*path, "amount"), amount, line.value))
    return result or said_budget(text)


def _priced(lines: Iterable[_Spent]) -> Iterator[tuple[_Spent, str]]:
    for line in lines:
        try:
            amount = money.parse(fold(line.value.text), line.unit)
        except ValueError:
            continue
        if isinstance(amount, str):
            yield line, amount


def _parts(lines: Sequence[tuple[_Spent, str]]) -> list[tuple[_Spent, str]]:
    """The lines without sums: totals by their name, groups that the lines below them add up to."""
    plain = [line for line in lines if not TOTAL.search(line[0].item.folded)]
    amounts = [Decimal(amount) for _, amount in plain]
    names = [line.item.folded for line, _ in plain]
    return [line for n, line in enumerate(plain) if not _adds_up(names[n:], amounts[n:])]


_GROUP = re.compile(r"(?:直接|间接)(?:费用?|支出|经费|成本)")


def _adds_up(names: Sequence[str], amounts: Sequence[Decimal]) -> bool:
    """Whether the first line heads those right below it, which add up to its amount."""
    if len(names) < 2 or not (_GROUP.search(names[0]) or _inside(names[1], names[0])):
        return False
    sums = accumulate(amounts[1:])
    return any(total == amounts[0] for total in sums)


def _inside(name: str, above: str) -> bool:
    """Whether a line's number, or 其中 before it, puts it under the line above."""
    own, outer = level(name), level(above)
    return name.startswith("其中") or bool(outer and (own[0] if own else 99) > outer[0])


def _plain_item(text: str) -> str:
    return tidy(
        re.sub(r"^\s*(?:\(?（?[一二三四五六七八九十\d]{1,2}[)）、.．]|其中[:：])\s*", "", text)
    )
