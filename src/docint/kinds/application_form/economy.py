"""Economic data (经济数据): revenue and R&D spend by year, wherever rows, columns and units stand.

Every amount looks left along its row and up its column for the nearest year and the nearest
figure's name; years may be rows or columns, or stand in the name itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docint.kinds.application_form.entries import Entry
from docint.kinds.application_form.labels import Label, match
from docint.kinds.application_form.slots import Slot
from docint.kinds.application_form.stream import Row
from docint.values import money
from docint.values.text import fold, level

METRICS = ("revenue", "rd_expense")
_AMOUNT = re.compile(r"[-−]?[¥￥]?\d[\d,，.]*(?:(?:[亿万千百]{0,2}元)|万)?")
_UNIT_ONLY = re.compile(r"[(（]?(?:人民币)?(?:[亿万千百]{0,2}元)[)）]?")
_NOT_WHOLE = re.compile("其中|新增|预计|预期|目标|占比|比例|比重|增长|增幅|强度|平均|累计")
_YEAR_SAID = re.compile(r"(?P<year>20\d{2})年(?!\d{1,2}月)")
_FIGURE_SAID = re.compile(
    r"(?P<metric>[\u4e00-\u9fffR&D]{2,24}?)\s*(?:[(（](?P<unit>(?:人民币)?[亿万千百]{0,2}元)[)）])?[:：\s]*"
    r"(?P<amount>\d[\d,，]*(?:\.\d+)?\s*(?:[亿万千]?元|万)?)(?![\d年%％])"
)
_LED_IN = re.compile(r"^(?:实现|取得|完成|全年|当年|本?单位|我?公司|企业|的|及|和|投入(?=研发))+")
_LED_OUT = re.compile(r"(?:为|达到?|约|共计?|合计|是|总?计|人民币|了|用于|已)+$")
_KNOWN = re.compile("(营业总?收入|主营业务收入)|研发投入|研发费用|研究开发费用|研发经费")
_BY_YEAR = re.compile(
    r"(?P<year>20\d{2})年?(?:度)?(?:[:：为是(（]|\s)*(?P<amount>\d[\d,，]*(?:\.\d+)?(?:[亿万千]?元|万)?)(?![\d年])"
)


def found_in(rows: Sequence[Row], units: Sequence[str]) -> Iterator[Entry]:
    """Entries for all amounts with a year and a name.

    Args:
        rows: the whole form.
        units: for each row the unit that its table or caption states.
    """
    for at, row in enumerate(rows):
        for number, slot in enumerate(row.slots):
            if slot.first and _AMOUNT.fullmatch(slot.folded) and not _year_only(slot):
                entry = _crossed(rows, units, at, number)
                if entry:
                    yield entry


def in_prose(slot: Slot, metric: str = "", unit: str = "") -> Iterator[Entry]:
    """``2023年研发投入1234.56万元`` in running text; ``2023年：1234；2022年：…`` in a field.

    Args:
        slot: the text.
        metric: the field's own figure, where its label names one.
        unit: of that label.
    """
    line = level(slot.text)
    if metric:
        for match_ in _BY_YEAR.finditer(line):
            yield _told(slot, metric, match_["year"], match_, unit)
        return
    years = list(_YEAR_SAID.finditer(line))
    for number, year in enumerate(years):
        end = years[number + 1].start() if number + 1 < len(years) else len(line)
        if stop := re.search("[。；;]", line[year.end() : end]):
            end = year.end() + stop.start()
        for match_ in _FIGURE_SAID.finditer(line, year.end(), end):
            before = line[year.end() : match_.start()]
            whole = not _NOT_WHOLE.search(re.split("[，,、]", before)[-1] + match_["metric"])
            stated = match_["unit"] or (unit if "元" not in match_["amount"] else "")
            if (
                whole
                and (name := _said(match_["metric"]))
                and (stated or "万" in match_["amount"] or "元" in match_["amount"])
            ):
                yield _told(slot, name, year["year"], match_, stated)


def _said(words: str) -> str:
    """The figure that words before an amount name; empty for another."""
    label = match(_LED_OUT.sub("", _LED_IN.sub("", words)))
    if label and label.fields.get("economy") in METRICS:
        return label.fields["economy"]
    known = None if "占" in words else _KNOWN.search(words)
    return "" if known is None else "revenue" if known[1] else "rd_expense"


def _told(slot: Slot, metric: str, year: str, match_: re.Match[str], unit: str) -> Entry:
    part = slot.cut(match_.start("amount"), match_.end("amount"))
    return Entry((metric, year), part, part.text, unit, 0.95, "pattern")


def _year_only(slot: Slot) -> bool:
    label = match(slot.text)
    return bool(label and label.year and not label.fields)


def _crossed(rows: Sequence[Row], units: Sequence[str], at: int, number: int) -> Entry | None:
    """The entry of one amount, by its row and its column."""
    slot = rows[at].slots[number]
    left = [s for s in reversed(rows[at].slots[:number]) if s.text.strip()]
    up = list(_above(rows, at, slot))
    year, metric, unit = "", "", money_unit_of(slot.text)
    named: Label | None = None
    for other in (*left, None, *up):
        if other is None:
            if named:
                break  # the row names its figure; what stands above can only give the year
            continue
        label = match(other.text)
        unit = unit or (_unit_word(other) if _UNIT_ONLY.fullmatch(other.folded) else "")
        if _figure(other, label):
            continue
        if label and label.year:
            year = year or label.year
        if named is None and not _UNIT_ONLY.fullmatch(other.folded) and not _year_only(other):
            if re.fullmatch(r"\d{1,2}[.、]?", other.folded) or _heads_years(label):
                continue
            named = label or Label()
            metric = _metric(other, label)
            unit = unit or named.unit
    if not year:
        year = next((lb.year for s in (*left, *up) if (lb := match(s.text)) and lb.year), "")
    unit = unit or next((u for s in up if (u := money_unit_of(s.text))), "")
    unit = unit or _of_corner(rows, at)
    if not (metric and year):
        return None
    return Entry((metric, year), slot, slot.text, unit or units[at], 0.97 if left and up else 0.95)


def _figure(slot: Slot, label: Label | None) -> bool:
    """Whether a slot is another amount, or a share beside the amounts."""
    if re.fullmatch(r"[-+\d.,，]+[%％]|[-—/]+", slot.folded):
        return True
    return bool(_AMOUNT.fullmatch(slot.folded)) and not (label and label.year)


def _of_corner(rows: Sequence[Row], at: int) -> str:
    """The one unit in the heading row, whichever column: ``指标（万元） | 2022年 | 2021年``."""
    for row in reversed(rows[:at]):
        if row.table != rows[at].table or not row.table:
            return ""
        if not any(_AMOUNT.fullmatch(slot.folded) and not _year_only(slot) for slot in row.full):
            units = {unit for slot in row.full if (unit := money_unit_of(slot.text))}
            return units.pop() if len(units) == 1 else ""
    return ""


def _heads_years(label: Label | None) -> bool:
    """A corner or stub heading (年度, 项目, 指标) names no figure."""
    return bool(label and label.fields.get("economy") == "year" and not label.year)


def _metric(slot: Slot, label: Label | None) -> str:
    if slot.folded in {"研发", "科研"}:
        return "rd_expense"  # a column's whole heading
    within = re.fullmatch("其中[:：]?(.+)", slot.folded)
    label = match(within[1]) if within else label
    name = label.fields.get("economy", "") if label else ""
    if within:
        return name if name == "rd_expense" else ""  # 管理费用、其中：研发费用
    return name if name in METRICS and not _NOT_WHOLE.search(slot.folded) else ""


def _above(rows: Sequence[Row], at: int, slot: Slot) -> Iterator[Slot]:
    """Slots over a slot, nearest first, up to a row that heads a section or another table."""
    for row in reversed(rows[:at]):
        same = row.table == rows[at].table if rows[at].table else row.leaf is rows[at].leaf
        full = row.full
        if not same or (len(full) == 1 and len(row.slots) == 1):
            return
        over = [
            s
            for s in full
            if s.overlap(slot.left, slot.right)
            > 0.3 * min(s.right - s.left, slot.right - slot.left)
            and s.text != slot.text
        ]
        yield from sorted(over, key=lambda s: -s.overlap(slot.left, slot.right))[:1]


def money_unit_of(text: str) -> str:
    """The unit printed in a cell or heading, or an empty string."""
    if _UNIT_ONLY.fullmatch(fold(text)):
        return _scale(text)
    stated = money.unit_of(text)
    if stated:
        return stated
    figure = re.search(r"\d\s*(亿元|万元|千元|百万元|元|万)$", fold(text))
    return (figure[1] if figure[1] != "万" else "万元") if figure else ""


def _unit_word(slot: Slot) -> str:
    return _scale(slot.text)


def _scale(text: str) -> str:
    word = re.search(r"(?:[亿万千百]{0,2})元", fold(text))
    return word.group() if word else ""
