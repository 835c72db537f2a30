"""建设期内各会计年度均有审计报告: years that ended within the term and before the application."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge import fitting
from docint.judge.audits import audited_years
from docint.judge.outcomes import failed, not_applicable, passed, unknown, unread
from docint.judge.term import term_days
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Outcome

CODE = "acceptance-material-missing"


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    paper = parameters["title"]
    reports = case.of_kind(*parameters["kinds"])
    span = term_days(case)
    if not reports:
        yield not_applicable(CODE, f"建设期内各年度{paper}", f"未见{paper}，另作缺少材料处理。")
    elif span is None:
        reason = f"建设期起止日期不明，应有哪些年度的{paper}无从确定。"
        yield unknown(CODE, f"建设期内各年度{paper}", reason, settled_by="监管协议")
    else:
        for year in _years(*span, case.applied_on):
            yield _of(case, year, paper, reports)


def _years(first: date, last: date, on: date | None) -> Iterator[int]:
    """Fiscal years that ended within the term; a year still running has no audit yet."""
    for year in range(first.year, last.year + 1):
        closes = date(year, 12, 31)
        if first <= closes <= last and (on is None or closes < on):
            yield year


def _of(case: Case, year: int, paper: str, reports: tuple[Document, ...]) -> Outcome:
    subject = f"{year}年度{paper}"
    audited = [audited_years(case, report) for report in reports]
    for report, years in zip(reports, audited, strict=True):
        if year in years:
            return passed(CODE, subject, f"已提交{subject}（{report.file}）。")
    if spots := unread(case):
        reason = f"未见{subject}，但有文件或页面未能识读：{spots}。请将其重新提交后再核对。"
        return unknown(CODE, subject, reason, settled_by=subject)
    if not all(audited):
        undated = reports[audited.index(frozenset())].file
        reason = f"未见{subject}，但{undated}的审计年度无法辨认。"
        return unknown(CODE, subject, reason, settled_by=subject)
    return failed(CODE, subject, f"材料中未见{subject}。", innocent=("漏交", "该年度尚未审计"))


check = Check(
    codes=(CODE,),
    statement="建设期内各会计年度均有审计报告",
    run=_run,
    parameters={
        "kinds": Parameter(list, "审计报告类型，有其一即可", fits=fitting.papers),
        "title": Parameter(str, "条文对该材料的称谓"),
    },
)
