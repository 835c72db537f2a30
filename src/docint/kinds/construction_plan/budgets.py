"""Budgets (经费预算): tables of items with amounts, else items named in a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from docint.extract.clauses import Prose
from docint.extract.columns import heads, is_amount
from docint.extract.grids import Piece, Row, page_rows
from docint.kinds.construction_plan.schedules import TOP_ROWS, Frame, cell_fact, under
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
_SOURCE = re.compile(r"财政|自筹|资助|配套|匹配|专项|补助|其他来源")
_OTHER_TABLE = re.compile(
    r".*(?:编号|起止|来源单位|负责人|姓名|职称|承担单位|下达|立项|型号|厂家|生产|合同|客户|(?:19|20)\d\d年?).*"
)
"""Heads of other tables with amounts: projects done, people, equipment, figures by year."""
_TOTAL = re.compile(
    r"^(?:\(?[一二三四五六七八九十\d]{1,2}[)、.．])?(?:经费|资金|预算|费用|支出|项目)?(?:合|总|小|共)计"
    r"|总额|总预算|经费总额"
)


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
    whole = [n for n in sums if not _SOURCE.search(names[n])]
    totals = [n for n in whole if re.search("合计|总", names[n])]
    values = totals or whole
    items = [n for n, name in enumerate(names) if n not in sums and _ITEM.fullmatch(name)]
    if not items and len(values) > 1 and values[0] == 0 and _ITEM.fullmatch(names[0]):
        items, values = [0], values[1:]  # 费用 heads the items as well as their amounts
    if not items or not values:
        return None
    at = max((n for n in items if n < values[0]), default=items[0])
    return Frame(at, values[0], None, found, row.leaf)


def _lines(document: Document) -> Iterator[_Spent]:
    frame: Frame | None = None
    unit: str | None = None
    rows = [(n, r) for leaf in document.leaves for n, r in enumerate(page_rows(leaf, tables=True))]
    for n, row in rows:
        leaf = row.leaf
        if n == TOP_ROWS and frame is not None and frame.leaf is not leaf:
            frame = None  # the table ended with the page before
        unit = row.unit or unit
        if found := _header(row):
            frame = found
            head = found.heads[found.value].text
            unit = _unit_of(head) or unit
        elif frame is not None:
            item, value = under(row, frame.heads, frame.item), under(row, frame.heads, frame.value)
            if item and value and item is not value and is_amount(value.text):
                frame = replace(frame, leaf=leaf)
                own = _unit_of(value.folded) or unit
                if own and not _TOTAL.search(item.folded):
                    yield _Spent(leaf, item, value, own)
            elif len(row.pieces) == 1 and re.search(r"[。；]", row.text):
                frame = None


def _turned(document: Document) -> Iterator[_Spent]:
    """Items side by side in one row, their amounts in the row below."""
    unit: str | None = None
    for leaf in document.leaves:
        rows = page_rows(leaf, tables=True)
        for above, below in pairwise(rows):
            unit = above.unit or unit
            items, values = above.pieces, below.pieces
            if len(items) != len(values) or len(items) < 3 or not _pair(items[0], values[0]):
                continue
            if not all(is_amount(value.text) for value in values[1:]):
                continue
            common = _unit_of(values[0].folded) or below.unit or unit
            for item, value in zip(items[1:], values[1:], strict=True):
                own = _unit_of(value.folded) or common
                if own and not _TOTAL.search(item.folded):
                    yield _Spent(leaf, item, value, own)


def _pair(item: Piece, value: Piece) -> bool:
    """Whether two cells, one above the other, head a row of items and a row of amounts."""
    first, second = ("".join(cell.folded.split()) for cell in (item, value))
    return bool(_ITEM.fullmatch(first) and _AMOUNT.fullmatch(second))


def _unit_of(text: str) -> str | None:
    """The unit in a head or behind an amount."""
    behind = re.search(r"[亿百千万]{0,2}元$", text)
    return money.unit_of(text) or (behind[0] if behind else None)


# ---------------------------------------------------------------- sentences

_ABOUT = re.compile(
    "预算|概算|拟用于|拟安排|拟投入|计划投入|计划安排|总投入|总投资|总经费|项目经费|所需经费"
    "|[资金经费]{2}(?:安排|使用|(?:将|拟|主要)*用于|投向|支出)"
)
_PAST = re.compile(
    "营业收入|销售收入|已投入|累计|近[一二两三]年|上年|年产值|已获|实际|(?:19|20)\\d\\d年(?!.{0,8}预算)"
)
_SPEND = re.compile(
    r"(?P<item>[\u4e00-\u9fff()、/]{1,16}?(?:费用?|支出|开支|经费))"
    r"(?:预算|约|共计?|合计|安排|为|计|拟安排|概算|[:：]){0,3}"
    r"(?P<amount>\d[\d,]*(?:\.\d+)?(?P<unit>[亿千百]?万?元|万))(?=[,，、;；。)和及\n]|$)"
)
_LEAD_IN = re.compile(r"^(?:其中|包括|主要|用于|安排|拟|计划|和|及|以及|、|列支|支出)+(?=.{2})")


def _said(text: Prose) -> list[Fact]:
    """``预算40万元，其中设备费15万元、材料费25万元``: two items and more of a paragraph."""
    for start, end in text.paragraphs():
        paragraph = text.text[start:end]
        if not _ABOUT.search(paragraph) or _PAST.search(paragraph):
            continue
        found = [m for m in _SPEND.finditer(text.text, start, end) if not _sum(m["item"])]
        if len(found) >= 2:
            return _facts(text, found)
    return []


def _sum(item: str) -> bool:
    named = _LEAD_IN.sub("", item)
    return bool(_TOTAL.search(named) or _SOURCE.search(named)) or bool(
        re.fullmatch(r"(?:本?项目|建设|预算|总|所需|研发)*(?:经费|费用|支出|总经费)", named)
    )


def _facts(text: Prose, found: Sequence[re.Match[str]]) -> list[Fact]:
    made: list[Fact] = []
    for n, match in enumerate(found):
        start, end = match.span("item")
        start += lead.end() if (lead := _LEAD_IN.match(match["item"])) else 0
        unit = "万元" if match["unit"] == "万" else match["unit"]
        amount = money.parse(match["amount"].removesuffix(match["unit"]), unit)
        made.append(
            text.fact(
                ("budget", n, "item"), tidy(text.quote(start, end)), start, end, doubtful=True
            )
        )
        made.append(text.fact(("budget", n, "amount"), amount, *match.span("amount")))
    return made


def budget(document: Document, text: Prose) -> list[Fact]:
    """``("budget", n, "item" | "amount")`` from tables, else from prose; totals left out."""
    result: list[Fact] = []
    for line in list(_turned(document)) or _lines(document):
        try:
            amount = money.parse(fold(line.value.text), line.unit)
        except ValueError:
            continue
        if isinstance(amount, str):
            path = ("budget", len(result) // 2)
            name = _plain_item(line.item.text)
            result.append(cell_fact(line.leaf, (*path, "item"), name, line.item))
            result.append(cell_fact(line.leaf, (*path, "amount"), amount, line.value))
    return result or _said(text)


def _plain_item(text: str) -> str:
    return tidy(
        re.sub(r"^\s*(?:\(?（?[一二三四五六七八九十\d]{1,2}[)）、.．]|其中[:：])\s*", "", text)
    )
