"""申报研发费用与审计报告一致: the special audit first, the financial audit beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from docint.contracts import Check
from docint.judge.amounts import amount_of, apart, by_year, near, unit_slip, unit_unread
from docint.judge.outcomes import failed, passed, unknown, unsure
from docint.judge.proof import misread
from docint.judge.subjects import Unit, subjects
from docint.judge.wording import differs, place
from docint.types.case import Case
from docint.types.finding import Exhibit, Outcome

CODE = "rd-expense-mismatch"
TOLERANCE = Decimal("0.005")
LOOSE = Decimal("0.10")
"""Where only the financial audit is there: 口径 alone explains smaller gaps."""

_INNOCENT = ("资本化支出、委托外部研发等口径不同", "合并报表与母公司报表之别", "四舍五入")
_UNIT = ("填报单位万元与元混用",)


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    lead = subjects(case).lead
    for fact in case.declared.under("rd_expense"):
        declared = Exhibit(
            case.declared.get("rd_expense", *fact.path) or fact, case.declared_document
        )
        if lead:
            yield _of(case, lead, str(fact.path[0]), declared)


def _of(case: Case, lead: Unit, year: str, declared: Exhibit) -> Outcome:
    subject = f"{lead.label}（{year}年度）"
    special = by_year(case, lead.of_kind("rd-audit-report"), "rd_expense", year)
    financial = by_year(case, lead.of_kind("audit-report"), "rd_expense", year)
    for exhibit in (*special, *financial):
        if near(exhibit.fact, declared.fact, TOLERANCE):
            reason = f"{year}年申报研发费用与{place(case, exhibit)}所载相符。"
            return passed(CODE, subject, reason, exhibit, declared=declared)
    if not special and not financial:
        reason = f"未见{year}年度载明研发费用的审计报告，申报数无从核对。"
        return unknown(
            CODE, subject, reason, declared=declared, settled_by=f"{year}年度研发费用专项审计报告"
        )
    return _differing(case, subject, year, declared, special, financial)


def _differing(
    case: Case,
    subject: str,
    year: str,
    declared: Exhibit,
    special: tuple[Exhibit, ...],
    financial: tuple[Exhibit, ...],
) -> Outcome:
    found = special or financial
    first = found[0]
    if not special and apart(first.fact, declared.fact) <= LOOSE:
        reason = (
            f"{differs(case, first, declared, f'{year}年研发费用')[:-1]}，相差不足一成，"
            "财务报表与专项审计口径可有此差。"
        )
        return passed(CODE, subject, reason, first, declared=declared)
    if any(unsure(x, declared) and _misread(x, declared) for x in (*special, *financial)):
        reason = differs(case, first, declared, f"{year}年研发费用")
        reason += "两数仅个别形近数字不同，可能为识别误差。"
        return unknown(
            CODE, subject, reason, first, declared=declared, settled_by="研发费用专项审计报告原件"
        )
    if unit_unread(first, declared):
        reason = differs(case, first, declared, f"{year}年研发费用")
        reason += "两数只差计量单位，申报表的单位未能确定。"
        return unknown(
            CODE, subject, reason, first, declared=declared, settled_by="注明计量单位的申请表"
        )
    slip = unit_slip(amount_of(first), amount_of(declared))
    reason = differs(case, first, declared, f"{year}年研发费用")
    return failed(
        CODE, subject, reason, *found, declared=declared,
        # a slip of the unit is a slip, and a lone 利润表 line is another 口径
        severity=None if special and not slip else "medium",
        innocent=_UNIT if slip else _INNOCENT,
    )  # fmt: skip


def _misread(found: Exhibit, declared: Exhibit) -> bool:
    return misread(str(found.fact.value), str(declared.fact.value))


check = Check(
    codes=(CODE,),
    statement="申报的各年度研发费用与审计报告一致",
    run=_run,
    parameters={},
    standing=True,
)
