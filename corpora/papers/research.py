"""研发费用专项审计报告, 研发费用加计扣除审计报告: a letter and a ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from corpora import books
from corpora.books import ITEMS, Project, Year
from corpora.layout import lay
from corpora.paper import Paper
from corpora.print_forms import rounded, yuan
from corpora.world import Unit, World

_FIGURES = "一二三四五六七八九"
_PARTS = {
    "人员人工费用": (("工资薪金", "0.74"), ("社会保险费与住房公积金", "0.19"), ("外聘研发人员劳务费", "0.07")),
    "直接投入费用": (("材料、燃料和动力", "0.66"), ("模具和样品试制", "0.21"), ("检验及仪器运维", "0.13")),
    "折旧费用与长期待摊费用": (("仪器设备折旧", "0.83"), ("长期待摊费用摊销", "0.17")),
    "其他费用": (("差旅与会议", "0.58"), ("资料与知识产权事务", "0.42")),
}  # fmt: skip
"""What some items hold and in which shares; the others stand undivided."""


@dataclass(frozen=True)
class Ledger:
    """What the templates of a research audit print."""

    name: str
    head: str
    firm: Unit
    cpas: Sequence[tuple[str, str]]
    number: str
    signed: date
    sealed: bool
    years: tuple[int, ...]
    books: Mapping[int, Year]
    unit: str
    unit_words: str
    total_label: str
    numbered: bool
    nil: str
    wrong_item: tuple[int, str, Decimal] | None
    """Year, item and amount that was altered on the print."""

    @property
    def span(self) -> str:
        """2022年度至2023年度."""
        first, last = min(self.years), max(self.years)
        return f"{last}年度" if first == last else f"{first}年度至{last}年度"

    @property
    def rows(self) -> tuple[str, ...]:
        """Items; the last, 委托外部, only if there is any."""
        used = any(self.books[y].rd_items[ITEMS[-1]] for y in self.years)
        return ITEMS if used else ITEMS[:-1]

    def label(self, item: str, number: int) -> str:
        """An item as the ledger names it."""
        return f"{_FIGURES[number - 1]}、{item}" if self.numbered and number else item

    def amount(self, year: int, item: str) -> Decimal:
        """A year's amount of an item as printed."""
        if self.wrong_item and self.wrong_item[:2] == (year, item):
            return self.wrong_item[2]
        return self.books[year].rd_items[item]

    def parts(self, year: int, item: str) -> list[tuple[str, Decimal]]:
        """What an item holds, in amounts that add up to it as they are printed."""
        step = 100 if self.unit == "万元" else books.CENT
        whole = left = Decimal(self.truth(self.amount(year, item)))
        made = []
        for name, share in _PARTS.get(item, ())[:-1]:
            made.append((name, whole * Decimal(share) // step * step))
            left -= made[-1][1]
        return [*made, *((name, left) for name, _ in _PARTS.get(item, ())[-1:])]

    def total(self, year: int) -> Decimal:
        """A year's total; in 万元 the sum of the printed parts, so that the print adds up."""
        if self.unit == "元":
            return self.books[year].rd_total
        return sum((rounded(v) for v in self.books[year].rd_items.values()), Decimal(0))

    def projects(self, year: int) -> tuple[Project, ...]:
        """The year's projects."""
        return self.books[year].projects

    @property
    def names(self) -> list[str]:
        """Projects of all years, each once."""
        return list(dict.fromkeys(p.name for y in self.years for p in self.books[y].projects))

    def project_total(self, name: str, year: int) -> Decimal | None:
        """A project's amount of a year."""
        return next((p.total for p in self.books[year].projects if p.name == name), None)

    def show(self, amount: Decimal) -> str:
        """An amount in the ledger's unit."""
        return f"{amount / 10000:,.2f}" if self.unit == "万元" else f"{amount:,.2f}"

    def truth(self, amount: Decimal) -> str:
        """What the print says, in yuan."""
        return yuan(rounded(amount) if self.unit == "万元" else amount)


def research(world: World, years: tuple[int, ...], random: Random, group: str) -> Paper:
    """研发费用专项审计报告 of some years, the newest first or last."""
    ledger = _ledger(world, years, random)
    # Projects rounded to 万元 would not add up to the year.
    only = (
        (
            "by_year",
            "deduction",
            "items_across",
            "in_sentences",
            "year_sheets",
            "two_schedules",
            "stated_table",
            "stacked_years",
            "years_down",
            "numbered_rows",
            "year_by_year_text",
            "landscape_roll",
            "network_firm",
            "system_cards",
            "total_first_shares",
            "years_in_blocks",
            "pairs_abreast_sentences",
            "subtotal_inside_outside",
            "leaders_each_year",
            "fact_strip_year_columns",
            "parts_in_inner_column",
            "claimed_and_confirmed",
            "form_sheet_capitals",
        )
        if ledger.unit == "万元"
        else ()
    )
    paper = lay(
        "rd-audit-report", f"{ledger.span}研发费用专项审计报告", group, random, only, d=ledger
    )
    paper.role = "rd"
    return paper


def _ledger(world: World, years: tuple[int, ...], random: Random) -> Ledger:
    last = max(years)
    start = date(last + 1, 1, 15)
    latest = min(date(last + 1, 6, 25), world.applied_on - timedelta(days=10))
    brand = world.firm.name.removeprefix("深圳")[:1]
    serial = random.randrange(1, 9999)
    unit = random.choice(("元", "元", "元", "万元"))
    wrong = world.printed.get("rd:wrong_item")
    return Ledger(
        name=world.lead.name, head=world.lead.head, firm=world.firm, cpas=world.cpas,
        number=random.choice((f"深{brand}专审字[{last + 1}]第{serial:04d}号", f"{brand}会专字（{last + 1}）第{serial:03d}号", f"深{brand}专审〔{last + 1}〕{serial}号")),
        signed=start + timedelta(days=random.randrange(max(1, (latest - start).days))),
        sealed="unsealed:rd" not in world.flags, years=years, books=world.years,
        unit="元" if wrong else unit, unit_words=_words("元" if wrong else unit, random),
        total_label=random.choice(("合计", "合　计", "研究开发费用合计", "研发费用合计")),
        numbered=random.random() < 0.5, nil=random.choice(("-", "0.00", "")),
        wrong_item=wrong if isinstance(wrong, tuple) else None,
    )  # fmt: skip


def _words(unit: str, random: Random) -> str:
    return random.choice((f"单位：{unit}", f"单位：人民币{unit}", f"金额单位：人民币{unit}"))
