"""专项审计与财务审计的研发费用相差不超过一成; smaller gaps are often lawful and are only stated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import product
from typing import Any

from docint.contracts import Check
from docint.judge.amounts import amount_of, apart, by_year, unit_slip
from docint.judge.outcomes import failed, passed, unknown, unsure
from docint.judge.proof import misread, steps
from docint.judge.subjects import Unit, subjects
from docint.judge.wording import says
from docint.types.case import Case
from docint.types.finding import Exhibit, Outcome

CODE = "rd-audit-conflict"
LIMIT = Decimal("0.10")
_INNOCENT = ("资本化支出未计入利润表", "委托外部研发按比例计列", "高新技术企业与会计核算口径不同")


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    lead = subjects(case).lead
    if lead is None:
        return
    years = {
        str(step)
        for document in lead.of_kind("rd-audit-report")
        for step in steps(case.facts.get(document.id), "rd_expense")
    }
    for year in sorted(years, reverse=True):
        special = by_year(case, lead.of_kind("rd-audit-report"), "rd_expense", year)
        financial = by_year(case, lead.of_kind("audit-report"), "rd_expense", year)
        if special and financial:
            yield _compared(case, lead, year, special, financial)


def _compared(
    case: Case, lead: Unit, year: str, special: tuple[Exhibit, ...], financial: tuple[Exhibit, ...]
) -> Outcome:
    subject = f"{lead.label}（{year}年度）"
    pairs = sorted(product(special, financial), key=lambda p: apart(p[0].fact, p[1].fact))
    one, other = pairs[0]
    gap = apart(one.fact, other.fact)
    reason = f"{year}年研发费用：{says(case, one)}，{says(case, other)}，相差{gap:.1%}。"
    if gap <= LIMIT:
        return passed(CODE, subject, reason, one, other)
    if unsure(one, other) and (
        misread(str(one.fact.value), str(other.fact.value))
        or unit_slip(amount_of(one), amount_of(other))
    ):
        reason += "可能为识别误差或金额单位之别。"
        return unknown(
            CODE, subject, reason, one, other, settled_by="研发费用专项审计报告和财务审计报告原件"
        )
    return failed(CODE, subject, reason, one, other, innocent=_INNOCENT)


check = Check(
    codes=(CODE,),
    statement="专项审计与财务审计所载研发费用相差不超过一成",
    run=_run,
    parameters={},
    standing=True,
)
