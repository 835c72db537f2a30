"""What must be found in a world, worked out from the world alone, to check the planting's word."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from stdnum.cn import ric, uscc

from corpora.books import Lines, Year
from corpora.identity import FUTIAN, later
from corpora.world import Unit, World

THRESHOLD = Decimal(10_000_000)
CODES = {
    "uscc-invalid", "uscc-mismatch", "id-number-invalid", "lead-outside-district",
    "district-mismatch", "registered-too-recently", "rd-expense-below-threshold",
    "rd-expense-mismatch", "rd-audit-conflict", "revenue-mismatch", "chief-engineer-over-age",
    "age-mismatch", "report-out-of-date", "shared-legal-representative", "date-order-conflict",
    "legal-representative-mismatch", "registered-capital-mismatch", "established-date-mismatch",
    "name-mismatch", "expired-document",
}  # fmt: skip
"""Codes that follow from the world's own values; others lie in how papers are printed."""


def follows(w: World) -> set[tuple[str, str]]:
    """Every code of ``CODES`` that a careful reviewer must raise, with whom it is about."""
    return {*_units(w), *_chief(w), *_money(w), *_dates(w), *_declared(w)}


def _units(w: World) -> Iterator[tuple[str, str]]:
    units = [w.lead, *w.members]
    for unit in units:
        if not uscc.is_valid(unit.uscc):
            yield "uscc-invalid", unit.name
        if later(unit.established, 1) > w.applied_on:
            yield "registered-too-recently", unit.name
        if unit.category != "91" and unit.valid and (unit.valid[1] or date.max) < w.applied_on:
            yield "expired-document", unit.name
    for member in w.members:
        if member.head == w.lead.head:
            yield "shared-legal-representative", member.name
    if w.lead.division != FUTIAN:
        yield "lead-outside-district", w.lead.name


def _chief(w: World) -> Iterator[tuple[str, str]]:
    if ric.calc_check_digit(w.chief.id_number) != w.chief.id_number[-1]:
        yield "id-number-invalid", w.chief.name
    if w.chief.age(w.applied_on) > 60:
        yield "chief-engineer-over-age", w.chief.name
    stated = w.declared.get("chief_engineer.birth_date", w.chief.birth.isoformat())
    if stated != w.chief.birth.isoformat():
        yield "age-mismatch", w.chief.name


def _money(w: World) -> Iterator[tuple[str, str]]:
    years = (w.last, w.last - 1)
    ledgers = [w.years[y].rd_total for y in years]
    booked = [w.years[y].income["研发费用"] for y in years]
    if max(sum(ledgers), sum(booked)) / 2 < THRESHOLD:
        yield "rd-expense-below-threshold", w.lead.name
    for year, ledger, shown in zip(years, ledgers, booked, strict=True):
        stated = Decimal(str(w.declared.get(f"rd_expense.{year}", ledger)))
        if min(abs(stated - ledger), abs(stated - shown)) > stated * Decimal("0.005"):
            yield "rd-expense-mismatch", str(year)
        if abs(ledger - shown) > ledger / 10:
            yield "rd-audit-conflict", str(year)
        revenue = w.years[year].income["营业收入"]
        if abs(Decimal(str(w.declared.get(f"revenue.{year}", revenue))) - revenue) > revenue / 200:
            yield "revenue-mismatch", str(year)


def _dates(w: World) -> Iterator[tuple[str, str]]:
    if not later_months(w.applied_on, -1) <= w.credit_on <= w.applied_on:
        yield "report-out-of-date", w.lead.name
    if w.lead.issued < w.lead.established:
        yield "date-order-conflict", w.lead.name
    for unit in (w.lead, *w.members):
        # A certificate's term is no day of foundation: only licences tell.
        if unit.category == "91" and w.signed_on < unit.established:
            yield "date-order-conflict", unit.name
    for year in (w.last, w.last - 1):
        signed = w.printed.get(f"audit-{year}:signed")
        if isinstance(signed, date) and signed <= date(year, 12, 31):
            yield "date-order-conflict", str(year)


def _declared(w: World) -> Iterator[tuple[str, str]]:
    truth = {
        "name": ("name-mismatch", w.lead.name),
        "uscc": ("uscc-mismatch", w.lead.uscc),
        "district": ("district-mismatch", w.lead.district),
        "legal_representative": ("legal-representative-mismatch", w.lead.head),
        "registered_capital": ("registered-capital-mismatch", f"{w.lead.capital:.2f}"),
        "established_on": ("established-date-mismatch", w.lead.established.isoformat()),
    }
    for field, (code, true) in truth.items():
        if w.declared.get(f"lead.{field}", true) != true:
            yield code, w.lead.name
    for number, member in enumerate(w.members):
        path = f"members.{number}.legal_representative"
        if w.declared.get(path, member.head) != member.head:
            yield "legal-representative-mismatch", member.name


def later_months(day: date, months: int) -> date:
    """The same day so many months on; the month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (following - timedelta(days=1)).day))


def ties(year: Year) -> Iterator[tuple[str, Decimal]]:
    """What must be zero in an audited year, by name."""
    for when, sheet in (("期末", year.balance), ("年初", year.opening)):
        for name, gap in _sheet(sheet):
            yield f"{when}{name}", gap
    i, c = year.income, year.cash
    costs = ("营业成本", "税金及附加", "销售费用", "管理费用", "研发费用", "财务费用")
    yield "营业利润", i["营业收入"] - _sum(i, costs) + i["其他收益"] - i["营业利润"]
    yield "利润总额", i["营业利润"] + i["营业外收入"] - i["营业外支出"] - i["利润总额"]
    yield "净利润", i["利润总额"] - i["所得税费用"] - i["净利润"]
    flows = tuple(f"{kind}活动产生的现金流量净额" for kind in ("经营", "投资", "筹资"))
    yield "现金净增加", _sum(c, flows) - c["现金及现金等价物净增加额"]
    yield "期末现金", c["期末现金及现金等价物余额"] - year.balance["货币资金"]
    yield "研发合计", _sum(year.rd_items, tuple(year.rd_items)) - year.rd_total


def _sheet(s: Lines) -> Iterator[tuple[str, Decimal]]:
    yield "资产总计", s["流动资产合计"] + s["非流动资产合计"] - s["资产总计"]
    yield "流动资产", _sum(s, ("货币资金", "应收账款", "预付款项", "存货")) - s["流动资产合计"]
    yield "非流动资产", _sum(s, ("固定资产", "无形资产")) - s["非流动资产合计"]
    yield "负债合计", s["流动负债合计"] + s["非流动负债合计"] - s["负债合计"]
    yield "权益", _sum(s, ("实收资本", "未分配利润")) - s["所有者权益合计"]
    yield "平衡", s["负债合计"] + s["所有者权益合计"] - s["资产总计"]


def _sum(lines: Lines, names: tuple[str, ...]) -> Decimal:
    return sum((lines[name] for name in names), Decimal(0))


def everyone(w: World) -> list[Unit]:
    """Lead, members and the audit firm."""
    return [w.lead, *w.members, w.firm]
