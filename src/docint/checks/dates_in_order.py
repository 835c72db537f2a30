"""日期先后合乎常理: no paper before its party existed, no audit before its year ended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from docint.contracts import Check
from docint.judge.agreements import is_party, parties
from docint.judge.audits import audited_years
from docint.judge.outcomes import failed, passed, unknown, unsure
from docint.judge.periods import days
from docint.judge.proof import stated, text
from docint.judge.subjects import Unit, labelled, subjects
from docint.judge.wording import says, title
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Exhibit, Outcome, Severity
from docint.values.dates import show
from docint.values.names import same

CODE = "date-order-conflict"
LEGIBLE = 0.85
"""A date less sure that rests on one OCR reading may have lost a figure to a seal or a fold."""


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    found = [
        *_licences(case), *_audits(case), *_agreements(case), *_contracts(case), *_terms(case),
    ]  # fmt: skip
    yield from found
    if not found:
        yield passed(CODE, "全部材料", "所载日期先后次序未见矛盾。")


def _before(one: Exhibit | None, other: Exhibit | None) -> bool:
    """Whether one date surely lies before another: by every day either may mean."""
    a = days(one.fact.value) if one else None
    b = days(other.fact.value) if other else None
    return bool(a and b and a[1] < b[0])


def _conflict(
    case: Case,
    document: Document,
    first: Exhibit,
    second: Exhibit,
    what: str,
    innocent: tuple[str, ...],
    severity: Severity | None = None,
) -> Outcome:
    subject = labelled(case, document)
    reason = f"{says(case, first)}，{says(case, second)}：{what}。"
    if min(x.fact.confidence for x in (first, second)) < LEGIBLE and unsure(first, second):
        reason += "日期识读把握不足，不能断定。"
        return unknown(CODE, subject, reason, first, second, settled_by=f"{title(document)}原件")
    return failed(CODE, subject, reason, first, second, severity=severity, innocent=innocent)


def _licences(case: Case) -> Iterator[Outcome]:
    for document in case.of_kind("business-license"):
        founded, issued = (
            stated(case, document, "established_on"),
            stated(case, document, "issued_on"),
        )
        if founded and issued and _before(issued, founded):
            yield _conflict(
                case, document, issued, founded, "核发日期早于成立日期", ("日期识读有误",)
            )


def _audits(case: Case) -> Iterator[Outcome]:
    for document in case.of_kind("audit-report", "rd-audit-report"):
        report = stated(case, document, "report_date")
        years = audited_years(case, document)
        bounds = days(report.fact.value) if report else None
        if report and bounds and years and bounds[1] < date(max(years), 12, 31):
            year = max(years)
            end = show(f"{year}-12-31")
            reason = f"{says(case, report)}为报告日期，早于所审计的{year}年度结束之日（{end}）。"
            yield failed(
                CODE, labelled(case, document), reason, report,
                *(x for x in [stated(case, document, "fiscal_year")] if x),
                innocent=("审计期间不是整个会计年度", "报告日期或年度识读有误"),
            )  # fmt: skip


def _founded(case: Case, unit: Unit) -> Exhibit | None:
    """Day of foundation as a licence prints it; a certificate's term is no such day."""
    dates = (stated(case, d, "established_on") for d in unit.of_kind("business-license"))
    return next((x for x in dates if x), None)


def _agreements(case: Case) -> Iterator[Outcome]:
    for unit in subjects(case).consortium:
        founded = _founded(case, unit)
        for party in parties(case) if founded else ():
            signed = stated(case, party.document, "signed_on")
            if founded and signed and _before(signed, founded) and is_party(case, unit, party):
                yield _conflict(
                    case, party.document, signed, founded,
                    f"合作协议签订日期早于签约方“{unit.label}”的成立日期",
                    ("单位由其他主体改制、更名而来", "日期识读有误"),
                )  # fmt: skip


def _contracts(case: Case) -> Iterator[Outcome]:
    for document in case.of_kind("labor-contract"):
        employer = stated(case, document, "employer")
        begun = stated(case, document, "signed_on") or stated(case, document, "valid_from")
        for unit in subjects(case).consortium if employer and begun else ():
            founded = _founded(case, unit)
            mine = unit.name and same(text(unit.name), text(employer)) is True
            if mine and founded and begun and _before(begun, founded):
                # founders hire before the licence is out: 筹建期
                yield _conflict(
                    case, document, begun, founded, "劳动合同日期早于用人单位成立日期",
                    ("筹建期间签订", "由前身单位转签"), "medium",
                )  # fmt: skip


def _terms(case: Case) -> Iterator[Outcome]:
    for document in case.of_kind("labor-contract", "cooperation-agreement"):
        first, last = stated(case, document, "valid_from"), stated(case, document, "valid_until")
        if first and last and _before(last, first):
            yield _conflict(
                case,
                document,
                last,
                first,
                "期限的终止日早于起始日",
                ("日期填写或识读有误",),
                "medium",
            )


check = Check(
    codes=(CODE,),
    statement="各文件所载日期的先后次序合乎常理",
    run=_run,
    parameters={},
    standing=True,
)
