"""R&D expense by item told in a sentence: 其中：人员人工费用711.01万元，直接投入费用425.97万元……"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docint.extract.flow import Flow
from docint.extract.proof import fact
from docint.kinds.rd_audit_report.items import ITEMS, item
from docint.types.fact import Fact
from docint.values import money

_YEAR = re.compile(r"(?<!\d)(?P<year>20[0-4]\d)年度?")
_EXPENSE = re.compile(r"研究开发|研发|科研")
_AMOUNT = re.compile(r"(?:人民币|¥)?(?P<v>\d[\d,.，]*(?:万|亿)?元)")
_LABEL = re.compile(r"[^,、，;；。:：()（）]*[:：]?$")
_LEAD = re.compile(r"^(?:其中|包括|包含|主要为|主要是|以及|另有|及|和|与|分别为|一是|二是)+")
_VERB = re.compile(
    r"(?:支出|发生额|发生|投入|金额|共计|合计|总计|计|列支|归集|核算|确认|审定|为|是|了|:|：)+$"
)
_OTHER = re.compile(r"预算|计划|预计|上年|上期|同期|增长|增加|减少|调减|调增|收入|账面|账载")
_FEWEST = 2
"""So many items in a row are a list; one alone may be an example."""


def told(flow: Flow) -> Iterator[Fact]:
    """``rd_items`` of every stretch of prose that belongs to one year and lists items."""
    years = list(flow.finditer(_YEAR))
    for n, found in enumerate(years):
        end = years[n + 1].start() if n + 1 < len(years) else len(flow.text)
        made = list(_listed(flow, found["year"], found.end(), end))
        if len({one.path for one in made}) >= _FEWEST and _EXPENSE.search(
            flow.text, found.end(), end
        ):
            yield from made


def _listed(flow: Flow, year: str, start: int, end: int) -> Iterator[Fact]:
    """Items with the amounts right behind them, up to the first sentence without any."""
    before = start
    for match in _AMOUNT.finditer(flow.text, start, end):
        between = flow.text[before : match.start()]
        if before != start and between.count("。") > 1:
            return
        before = match.end()
        name = _named(between)
        if name is None or _OTHER.search(between):
            continue
        try:
            value = money.parse(match["v"])
        except ValueError:
            continue
        if isinstance(value, str):
            span = flow.group(match, "v").by("clause", 0.97)
            yield fact(("rd_items", year, name), value, span)


def _named(between: str) -> str | None:
    """The ledger line that the words before an amount end with."""
    label = _LABEL.search(between)
    if not label:
        return None
    words = _LEAD.sub("", label[0])
    for form in (words.rstrip(":："), _VERB.sub("", words)):
        if (name := item(form)) in ITEMS:
            return name
    return None
