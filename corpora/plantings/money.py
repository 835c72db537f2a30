"""Plantings on money: declared figures, audits against each other, sums, words."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random

from corpora import books
from corpora.plantings.said import Planted, said
from corpora.world import World


def rd_expense_mismatch(w: World, r: Random) -> Planted:
    """The form states more research than either audit."""
    year = r.choice((w.last, w.last - 1))
    factor = Decimal(r.choice(("1.25", "1.4", "1.18")))
    w.declared[f"rd_expense.{year}"] = f"{w.years[year].rd_total * factor:.2f}"
    return said("rd-expense-mismatch", str(year), "申请表的研发投入高于两份审计")


def revenue_mismatch(w: World, r: Random) -> Planted:
    """The form states more revenue than the audit."""
    year = r.choice((w.last, w.last - 1))
    w.declared[f"revenue.{year}"] = f"{w.years[year].income['营业收入'] * Decimal('1.3'):.2f}"
    return said("revenue-mismatch", str(year), "申请表的营业收入高于审计")


def rd_audit_conflict(w: World, r: Random) -> Planted:
    """The financial statements show a third less research than the special audit, and tie."""
    booked = {w.last: Decimal(str(r.choice((0.62, 0.7, 0.75))))}
    w.years = books.keep(w.books_seed, w.last, w.lead.capital, booked=booked)
    return said("rd-audit-conflict", str(w.last), "利润表研发费用明显低于专项审计")


def rd_expense_below_threshold(w: World, r: Random) -> Planted:
    """Both audits agree on an average below ten million."""
    total = sum((w.years[y].rd_total for y in (w.last, w.last - 1)), Decimal(0)) / 2
    aim = Decimal(r.choice((9870000, 8200000, 6500000)))
    w.years = books.keep(
        w.books_seed, w.last, w.lead.capital, shrink=(aim / total).quantize(Decimal("0.0001"))
    )
    return said("rd-expense-below-threshold", w.lead.name, "近两年平均低于1000万元")


def totals_conflict_statement(w: World, r: Random) -> Planted:
    """One sum of the balance sheet is not that of its parts."""
    line = r.choice(("负债合计", "流动资产合计"))
    amount = w.years[w.last].balance[line] + Decimal(r.choice((310000, 1200000, 90000)))
    w.printed[f"audit-{w.last}:{line}"] = amount
    return said("totals-conflict", str(w.last), f"资产负债表{line}与各项之和不符")


def totals_conflict_ledger(w: World, r: Random) -> Planted:
    """One item of the research ledger was altered, the total was not."""
    item = books.ITEMS[1]
    amount = w.years[w.last].rd_items[item] + Decimal(r.choice((500000, 1000000)))
    w.printed["rd:wrong_item"] = (w.last, item, amount)
    return said("totals-conflict", str(w.last), f"专项审计{item}与合计不符")


def amount_words_conflict(w: World, r: Random) -> Planted:
    """The agreement's amount in words is another than in figures."""
    w.flags.add("agreement-words")
    return said("amount-words-conflict", "cooperation-agreement", "协议经费大写与小写不一致")


def audit_before_year_end(w: World, r: Random) -> Planted:
    """An audit report is dated before its year had ended."""
    signed = w.applied_on.replace(year=w.last, month=11, day=r.randrange(1, 28))
    w.printed[f"audit-{w.last}:signed"] = signed
    return said("date-order-conflict", str(w.last), "审计报告日早于会计年度终了")


def audit_year_missing(w: World, r: Random) -> Planted:
    """One of the two years has no financial audit."""
    year = r.choice((w.last, w.last - 1))
    w.absent.add(f"audit-{year}")
    return said("audit-year-missing", str(year), "缺该年度财务审计报告")


def rd_audit_year_missing(w: World, r: Random) -> Planted:
    """The research audit covers one year only."""
    w.flags.add("rd-one-year")
    return said("audit-year-missing", str(w.last - 1), "研发专项审计未覆盖该年度")


PLANTINGS: dict[Callable[[World, Random], Planted], str] = {
    rd_expense_mismatch: "rd",
    revenue_mismatch: "revenue",
    rd_audit_conflict: "rd audit",
    rd_expense_below_threshold: "rd audit",
    totals_conflict_statement: "audit",
    totals_conflict_ledger: "rd",
    amount_words_conflict: "agreement",
    audit_before_year_end: "audit",
    audit_year_missing: "audit revenue rd",
    rd_audit_year_missing: "rd",
}
