"""申报营业收入与财务审计报告一致."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from docint.contracts import Check
from docint.judge.amounts import amount_of, by_year, near, unit_slip, unit_unread
from docint.judge.outcomes import failed, passed, unknown, unsure
from docint.judge.proof import misread
from docint.judge.subjects import Unit, subjects
from docint.judge.wording import differs, place
from docint.types.case import Case
from docint.types.finding import Exhibit, Outcome

CODE = "revenue-mismatch"
TOLERANCE = Decimal("0.005")


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    lead = subjects(case).lead
    for fact in case.declared.under("revenue"):
        declared = Exhibit(case.declared.get("revenue", *fact.path) or fact, case.declared_document)
        if lead:
            yield _of(case, lead, str(fact.path[0]), declared)


def _of(case: Case, lead: Unit, year: str, declared: Exhibit) -> Outcome:
    subject = f"{lead.label}（{year}年度）"
    found = by_year(case, lead.of_kind("audit-report"), "revenue", year)
    if not found:
        reason = f"未见{year}年度载明营业收入的财务审计报告，申报数无从核对。"
        return unknown(
            CODE, subject, reason, declared=declared, settled_by=f"{year}年度财务审计报告"
        )
    for exhibit in found:
        if near(exhibit.fact, declared.fact, TOLERANCE):
            reason = f"{year}年申报营业收入与{place(case, exhibit)}所载相符。"
            return passed(CODE, subject, reason, exhibit, declared=declared)
    reason = differs(case, found[0], declared, f"{year}年营业收入")
    if any(
        unsure(x, declared) and misread(str(x.fact.value), str(declared.fact.value)) for x in found
    ):
        reason += "两数仅个别形近数字不同，可能为识别误差。"
        return unknown(
            CODE, subject, reason, *found, declared=declared, settled_by="财务审计报告原件"
        )
    if unit_unread(found[0], declared):
        reason += "两数只差计量单位，申报表的单位未能确定。"
        return unknown(
            CODE, subject, reason, found[0], declared=declared, settled_by="注明计量单位的申请表"
        )
    slip = unit_slip(amount_of(found[0]), amount_of(declared))
    innocent = ("填报单位万元与元混用",) if slip else ("合并报表与母公司报表之别", "填报了含税收入")
    return failed(CODE, subject, reason, *found, declared=declared, innocent=innocent)


check = Check(
    codes=(CODE,),
    statement="申报的各年度营业收入与财务审计报告一致",
    run=_run,
    parameters={},
    standing=True,
)
