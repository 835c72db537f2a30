"""Targets in running text (预期成果): ``1.申请发明专利5项；2.培养人才不少于50名``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docint.extract.counting import MEASURE, counted
from docint.kinds.application_form.entries import Entry
from docint.kinds.application_form.labels import match
from docint.kinds.application_form.ownership import Ownership
from docint.kinds.application_form.senses import MEASURED, WHOLE
from docint.kinds.application_form.slots import Slot
from docint.values.text import level


def targets_in(slot: Slot, own: Ownership) -> Iterator[Entry]:
    """Numbers with an item before them and a unit behind them, or between verb and object."""
    for one in counted(_plainly(slot.text)):
        told = ("targets", one.item, one.number)
        if told in own.given:
            continue  # the same, said again
        own.given.add(told)
        index = own.filled.get("targets", 0)
        own.filled["targets"] = index + 1
        said = slot.cut(one.start, one.end)
        number = slot.cut(one.number_start, one.number_end)
        unit = slot.cut(one.unit_start, one.unit_start + len(one.unit))
        for name, part, text in (
            ("item", said, one.item),
            ("number", number, str(one.number)),
            ("unit", unit, one.unit),
        ):
            yield Entry(("targets", index, name), part, text, "", 0.9, "pattern")


def _plainly(text: str) -> str:
    """``申请发明专利：12件`` and ``研制样机（应达1台）`` as sentences put them, of one length."""
    text = re.sub(r"[:：](?=\s*\d)", "达", level(text))
    opened = re.compile(r"\((?:应|须|需|不少于|计划|拟|为|达)(?=[达为]?\s*\d)")
    return opened.sub(lambda found: "约" * len(found[0]), text)


def aims_told(text: str) -> int:
    """How many targets a paragraph tells that tells nothing else; 0 for any other."""
    found = list(counted(_plainly(text)))
    told = sum(one.end - one.start for one in found)
    return len(found) if told >= 0.6 * len(re.sub(r"\W", "", text)) else 0


_COST = re.compile(
    r"(?P<item>[\u4e00-\u9fff()（）]{1,14}费用?)[:：为约]{0,2}\s*"
    r"(?P<amount>\d[\d,]*(?:\.\d+)?\s*[亿万千百]{0,2}元)(?=[，,、；;。\s]|$)"
)
_SPENT = re.compile(
    r"\s*(?:[(（]?[\d一二三四五六七八九十]{1,2}[)）、.．])?\s*(?P<item>[\u4e00-\u9fff()（）/、]{2,14}?)"
    r"[，,:：]?(?:拟?安排|预算|计划|列支|支出|拟|共|约|为|需|[:：])*\s*"
    r"(?P<amount>\d[\d,]*(?:\.\d+)?\s*[亿万千百]{0,2}元)(?:[，,]其中.*)?"
)
"""A clause that says nothing but what is spent on what."""
_NO_COST = re.compile("合计|共计|总计|小计|其中|总经费|研发|经费")


_NUMBERED = r"\s*(?:[(（]?[\d一二三四五六七八九十]{1,2}[)）、.．])?\s*"
_DOTS = r"(?:(?:…|\.{3}|·{3}|_{3}|—{2}|-{3})[….·_—\-\s]*)"
_LEADER = re.compile(
    rf"{_NUMBERED}(?P<item>[\u4e00-\u9fff()（）/、]{{2,14}}?)\s*{_DOTS}(?P<amount>\d[\d,]*(?:\.\d+)?)\s*"
)
_ITEM = re.compile(
    rf"{_NUMBERED}(?P<item>[\u4e00-\u9fff][\u4e00-\u9fff()（）/、]{{1,14}}(?:[费款用金]|支出|补贴)|[合总小共]\s*计)\s*{_DOTS}?[:：]?"
)
_AMOUNT = re.compile(r"[¥￥]?\d[\d,]*(?:\.\d+)?(?:[亿万千百]{0,2}元)?")


def costs_beside(slots: Sequence[Slot], own: Ownership, unit: str = "") -> list[Entry] | None:
    """Costs of a row of pairs without headings: ``设备费 | 300 | 人员费 | 200``; else None.

    Args:
        slots: the row's pieces with text.
        own: whose the lines so far were.
        unit: as the caption states it.
    """
    told = slots[1:] if len(slots) % 2 and slots[0].folded.isdigit() else slots
    items = [_ITEM.fullmatch(slot.text.strip()) for slot in told[::2]]
    figures = all(_AMOUNT.fullmatch(slot.folded) for slot in told[1::2])
    if len(told) % 2 or not told or not all(items) or not figures:
        return None
    if not unit and not all("元" in slot.text for slot in told[1::2]):
        return None
    made: list[Entry] = []
    for found, slot, amount in zip(items, told[::2], told[1::2], strict=True):
        if found is None or _NO_COST.match(found["item"].replace(" ", "")):
            continue
        index = own.filled.get("budget", 0)
        own.filled["budget"] = index + 1
        said = unit if "元" not in amount.text else ""
        made.append(Entry(("budget", index, "item"), slot, found["item"], "", 0.95, "cell"))
        made.append(Entry(("budget", index, "amount"), amount, amount.text, said, 0.95, "cell"))
    return made


_FUND = re.compile(
    r"(?:其中[:：]?|拟|[，,。；;（(\s]|^)(?P<what>[\u4e00-\u9fff]{2,12}?)(?:[:：]|为|约|人民币)*\s*"
    r"(?P<amount>\d[\d,]*(?:\.\d+)?\s*[亿万千百]{0,2}元)"
)


def funds_in(slot: Slot) -> Iterator[Entry]:
    """The grant and the matching funds of a sentence: ``其中申请拨款500万元，单位配套1500万元``."""
    for found in _FUND.finditer(level(slot.text)):
        label = match(found["what"])
        name = label.fields.get("project", "") if label else ""
        if name in {"grant", "matching_funds"}:
            part = slot.cut(*found.span("amount"))
            yield Entry((name,), part, part.text, "", 0.9, "pattern")


def aims_beside(slots: Sequence[Slot], own: Ownership) -> list[Entry] | None:
    """Targets of a row of pairs: ``发明专利（件） | 10 | 论文 | 6篇``; None for any other."""
    made: list[Entry] = []
    for item, number in zip(slots[::2], slots[1::2], strict=False):
        measured = MEASURED.fullmatch(item.folded)
        said = WHOLE.fullmatch(number.folded)
        unit = measured[2] if measured else number.folded.strip("≥>不少于低至达到以上0123456789,")
        if (
            not said
            or not MEASURE.fullmatch(unit)
            or not re.search("[\u4e00-\u9fff]{2}", item.folded)
        ):
            return None
        index = own.filled.get("targets", 0) + len(made) // 3
        text = measured[1] if measured else item.text
        made.append(Entry(("targets", index, "item"), item, text, "", 0.95, "cell"))
        made.append(Entry(("targets", index, "number"), number, number.text, "", 0.95, "cell"))
        made.append(Entry(("targets", index, "unit"), item, unit, "", 0.95, "cell"))
    if len(slots) % 2 or not made:
        return None
    own.filled["targets"] = own.filled.get("targets", 0) + len(made) // 3
    return made


def _spent(text: str) -> list[re.Match[str]]:
    """Costs clause by clause, where every clause is one or a sum; else those that end in 费."""
    clauses = [m for m in re.finditer(r"[^；;。\n]+", text) if m[0].strip()]
    told = [_SPENT.fullmatch(text, *clause.span()) for clause in clauses]
    if told and all(told):
        return [found for found in told if found]
    return list(_COST.finditer(text))


def spends(text: str) -> bool:
    """Whether every clause of a text says what is spent: no such text tells targets."""
    clauses = [clause for clause in re.split(r"[，,；;。\n]", level(text)) if clause.strip()]
    told = [clause for clause in clauses if _SPENT.fullmatch(clause)]
    return "费" in text and 2 * len(told) > len(clauses)


def costs_in(slot: Slot, own: Ownership, unit: str = "") -> Iterator[Entry]:
    """What a budget told in sentences spends: ``设备费82万元；人力资源费156万元``.

    Args:
        slot: a line of the budget's section.
        own: whose the lines so far were.
        unit: of amounts without one, as the caption states it: ``设备费………32.00``.
    """
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", slot.text)]
    led = [found for line in lines if (found := _LEADER.fullmatch(slot.text, *line))]
    for found in led if unit and led else _spent(level(slot.text)):
        item = slot.cut(*found.span("item"))
        if _NO_COST.search(item.text):
            continue
        index = own.filled.get("budget", 0)
        own.filled["budget"] = index + 1
        amount = slot.cut(*found.span("amount"))
        text = re.sub(r"^[(（][一二三四五六七八九十]{1,3}[)）]", "", item.text)
        yield Entry(("budget", index, "item"), item, text, "", 0.9, "pattern")
        yield Entry(("budget", index, "amount"), amount, amount.text, unit, 0.9, "pattern")
