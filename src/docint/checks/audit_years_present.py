"""申报之日前两个会计年度均有审计报告: by the year audited, never by the date of the report.

With an application on 2 January the last year is asked for although its audit can hardly exist:
第二十六条 counts back from the application and slides no further.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge import fitting
from docint.judge.audits import audited_years
from docint.judge.outcomes import NO_DATE, failed, not_applicable, passed, unknown, unread
from docint.judge.periods import fiscal_years
from docint.judge.subjects import Unit, of_whom
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Decides, Outcome
from docint.vocabulary import DOCUMENT_TITLES

CODE = "audit-year-missing"


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    kinds = tuple(parameters["kinds"])
    paper = "或".join(DOCUMENT_TITLES[kind] for kind in kinds)
    for unit in of_whom(case, parameters.get("whose", "lead")):
        reports = unit.of_kind(*kinds)
        if not reports:
            yield not_applicable(
                CODE, f"{paper}（{unit.label}）", f"未见{paper}，另作缺少材料处理。"
            )
        elif case.applied_on is None:
            reason = "申报日期不明，应审计的会计年度无从确定。"
            yield unknown(CODE, f"{paper}（{unit.label}）", reason, settled_by=NO_DATE)
        else:
            for year in fiscal_years(case.applied_on, parameters["years"]):
                yield _of(case, unit, paper, reports, int(year))


def _of(case: Case, unit: Unit, paper: str, reports: tuple[Document, ...], year: int) -> Outcome:
    subject = f"{year}年度{paper}（{unit.label}）"
    audited = [audited_years(case, report) for report in reports]
    for report, years in zip(reports, audited, strict=True):
        if year in years:
            return passed(CODE, subject, f"已提交{year}年度{paper}（{report.file}）。")
    if not all(audited):
        undated = reports[audited.index(frozenset())].file
        reason = f"未见{year}年度{paper}，但{undated}的审计年度无法辨认。"
        return unknown(CODE, subject, reason, settled_by=f"{year}年度{paper}")
    if spots := unread(case):
        reason = f"未见{year}年度{paper}，但有文件或页面未能识读：{spots}。请将其重新提交后再核对。"
        return unknown(CODE, subject, reason, settled_by=f"{year}年度{paper}")
    if named := next((report for report in reports if _speaks_of(report, year)), None):
        reason = f"{named.file}提及{year}年度，但该年度的审定数未能识读。"
        return unknown(CODE, subject, reason, settled_by=f"{year}年度{paper}清晰件")
    have = "、".join(str(y) for y in sorted({y for years in audited for y in years}))
    return failed(
        CODE, subject, f"所交{paper}的审计年度为{have}年，缺少{year}年度。",
        decides=Decides(True, turns_at=f"补交{year}年度{paper}"),
        innocent=("该年度审计尚未完成", "漏交"),
    )  # fmt: skip


def _speaks_of(report: Document, year: int) -> bool:
    """Whether an R&D audit names the year as one of its own.

    A financial audit names the year before, too: there it says nothing.
    """
    if report.kind != "rd-audit-report":
        return False
    said = re.compile(rf"{year}\s*年\s*度|{year}\s*年\s*0?1\s*月\s*0?1\s*日")
    return any(said.search(leaf.page.text) for leaf in report.leaves)


check = Check(
    codes=(CODE,),
    statement="申报之日前规定的各会计年度均有审计报告",
    run=_run,
    parameters={
        "kinds": Parameter(list, "审计报告类型，有其一即可", fits=fitting.papers),
        "years": Parameter(int, "会计年度数", fits=fitting.above_nil),
        "whose": Parameter(str, "谁的，缺省为 lead", False),
    },
)
