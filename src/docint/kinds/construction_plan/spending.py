"""What sentences and lists spend (经费测算): ``设备费15万元``, ``35万元用于材料费``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from docint.extract.clauses import Prose
from docint.extract.headings import level
from docint.types.fact import Fact
from docint.values import money
from docint.values.text import tidy

TOTAL = re.compile(
    r"^(?:\(?[一二三四五六七八九十\d]{1,2}[)、.．])?(?:以上|上述|全部|各项)?(?:经费|资金|预算|费用|支出|项目)?"
    r"(?:合|总|小|共|累)计|总额|总预算|经费总|总经费|总和|总投入|总投资"
)
"""Lines that add up others."""
SOURCE = re.compile(
    r"财政|自筹|资助|配套|匹配|专项|补助|拨款|其他来源|来源|自有资金|银行贷款|社会资[金本]"
)
"""Where the money comes from, not what it is spent on."""
PAST = re.compile(
    "营业收入|销售收入|已投入|累计|近[一二两三]年|上年|年产值|已获|实际|(?:19|20)\\d\\d年(?!.{0,8}预算)"
)
"""What was spent before."""
_ABOUT = re.compile(
    "预算|概算|拟用于|拟安排|拟投入|计划投入|计划安排|总额|以内|总盘子|总投入|总投资|总经费|项目经费|所需经费|用款|编列"
    "|[资金经费]{2}(?:安排|使用|测算|分配|筹措|计划|(?:将|拟|主要)*用于|投向|支出)|(?:经费|费用|资金|支出)[^。]{0,8}[如下列:]$"
    "|(?:费用|经费|资金|支出)(?:预计|估算|测算|预测)"
)
_MONEY = r"(?:人民币)?\s*(?P<amount>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>[亿千百]?万?元|[千百]?万)"
_VERB = (
    r"(?:\(?(?:预算|约|共计?|合计|安排|编列|列支|列|计列|测算|核定|概算|计划|支出|投入|需要?|为|计|拟|金额|经费|资金|使用"
    r"|开支|控制在|不超过|[:：=]|[,，](?=[\u4e00-\u9fff]))\)?){0,5}\(?"
)
_NAME = r"(?!用于|[万千百]?元)[\u4e00-\u9fffA-Za-z()、/]"
_SPEND = (
    re.compile(
        rf"(?P<item>(?:{_NAME}){{1,16}}?(?:费用?|支出|开支|经费)){_VERB}{_MONEY}(?=[^\d元]|$)"
    ),
    re.compile(
        rf"{_MONEY}(?:\(占?[\d.]+%\))?(?:将|拟|主要|专项)*(?:用于|投入|列作|作为|安排(?:给|用于)?)"
        rf"(?P<item>(?:{_NAME}){{1,16}}?(?:费用?|支出|开支|经费))(?=[,，、;；。.\n]|$)"
    ),
)
_ENTRY = re.compile(rf"(?P<item>(?:{_NAME}){{2,16}}?){_VERB}[:：]{_VERB}{_MONEY}(?=[^\d元]|$)")
"""A line of a list that names no cost by its last word: ``设备购置：48万元``."""
_LED = re.compile(
    rf"(?P<item>(?:{_NAME}){{2,16}}?(?:费用?|支出|开支|经费))[.…·⋯_—\-:：\s]+(?:人民币)?[¥￥]?\s*"
    r"(?P<amount>\d[\d,]*(?:\.\d+)?)"
)
"""A cost with leaders, in the unit of the line that heads it: ``设备费 …… ¥390,000.00``."""
_EXPLAINED = re.compile(
    rf"(?P<item>(?:{_NAME}){{2,16}}?)[。:：](?:(?!\d[\d,.]*[百千万]?元)[^。\n]){{4,80}}?[,，]"
    rf"(?:{_VERB}){_MONEY}(?:(?!\d[\d,.]*[百千万]?元)[^\n])*"
)
"""A paragraph of one cost: ``设备费。主要用于购置仪器，列预算176.00万元，占42.1%。``"""
_SHARED_UNIT = re.compile(r"[(（][^()（）]{0,10}?(?P<unit>[百千万]?元)[)）][:：]?$")
_LEAD_IN = re.compile(
    r"^(?:[)、]|其中|包括|主要|用于|安排|拟|计划|和|及|以及|、|列支|支出|编列|投入|分别为?|预计|含)+(?=.{2})"
)


@dataclass(frozen=True, slots=True)
class _Said:
    """An item with its amount in yuan, and the places of both."""

    item: tuple[int, int]
    name: str
    amount: str
    printed: tuple[int, int]


def said_budget(text: Prose) -> list[Fact]:
    """Facts of the items that one paragraph, or a list of paragraphs, spends: two and more."""
    found: list[_Said] = []
    open_, unit = False, ""
    for start, end in text.paragraphs():
        paragraph = text.text[start:end]
        about = bool(_ABOUT.search(paragraph)) and not PAST.search(paragraph)
        shared = _SHARED_UNIT.search(paragraph)
        unit = (shared["unit"] if shared else "") if about else unit
        spent = list(_spent(text, start, end, unit)) if about or open_ else []
        if PAST.search(paragraph) or (not spent and not about):
            if len(found) >= 2:
                break
            open_, found = False, []
            continue
        open_ = True
        found += [one for one in spent if one.item not in [known.item for known in found]]
    found = _without_sum(found)
    return _facts(text, found) if len(found) >= 2 else []


def _spent(text: Prose, start: int, end: int, shared: str) -> Iterator[_Said]:
    """What one paragraph spends, in printed order; ``shared`` is the unit told above a list."""
    mark = level(text.text[start:end])
    begin = start + (mark[1] if mark else 0)
    matches = [m for form in _SPEND for m in form.finditer(text.text, begin, end)]
    if not matches and (entry := _EXPLAINED.fullmatch(text.text, begin, end)):
        matches = [entry]
    if not matches and (entry := _ENTRY.match(text.text, begin, end)):
        matches = [entry]
    if not matches and shared and (entry := _LED.fullmatch(text.text, begin, end)):
        matches = [entry]
    taken: set[int] = set()
    for match in sorted(matches, key=lambda m: m.start()):
        if match.start("amount") in taken or _sum(match["item"]):
            continue
        taken.add(match.start("amount"))
        made = _said(match, shared)
        if made is not None:
            yield made


def _said(match: re.Match[str], shared: str) -> _Said | None:
    start, end = match.span("item")
    lead = _LEAD_IN.match(match["item"])
    start += lead.end() if lead else 0
    own = match.groupdict().get("unit")
    unit = own or shared
    unit = unit if unit.endswith("元") else f"{unit}元"
    try:
        amount = money.parse(match["amount"], unit)
    except ValueError:
        return None
    place = match.start("amount"), match.end("unit" if own else "amount")
    name = match["item"][lead.end() if lead else 0 :]
    return _Said((start, end), name, amount, place) if isinstance(amount, str) else None


def _sum(item: str) -> bool:
    named = _LEAD_IN.sub("", item)
    return bool(TOTAL.search(named) or SOURCE.search(named)) or bool(
        re.fullmatch(
            r"(?:本?项目|联合体|建设|预算|总|所需|研发|全部|计划|申请|需要?)*(?:经费|费用|支出|总经费|资金|预算)"
            r"(?:预算|概算|需求|投入)?", named
        )
    )  # fmt: skip


def _without_sum(found: Sequence[_Said]) -> list[_Said]:
    """The items without one that all others add up to."""
    amounts = [Decimal(one.amount) for one in found]
    if len(found) < 3:
        return list(found)
    return [one for one, a in zip(found, amounts, strict=True) if 2 * a != sum(amounts)]


def _facts(text: Prose, found: Sequence[_Said]) -> list[Fact]:
    made: list[Fact] = []
    for n, one in enumerate(found):
        name = tidy(text.quote(*one.item))
        made.append(text.fact(("budget", n, "item"), name, *one.item, doubtful=True))
        made.append(text.fact(("budget", n, "amount"), one.amount, *one.printed))
    return made
