"""信用报告日期在申报日前规定的月数之内: calendar months, both boundary days included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge.outcomes import NO_DATE, failed, passed, unknown
from docint.judge.periods import days
from docint.judge.proof import stated
from docint.judge.subjects import Unit, subjects
from docint.judge.wording import says
from docint.types.case import Case
from docint.types.finding import Decides, Exhibit, Outcome
from docint.values.dates import add_months, show

CODE = "report-out-of-date"


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    for unit in subjects(case).consortium:
        reports = unit.of_kind("credit-report")
        if reports:
            dates = [x for d in reports if (x := stated(case, d, "report_date"))]
            yield _of(case, unit, dates, parameters.get("months", 1))


def _of(case: Case, unit: Unit, dates: list[Exhibit], months: int) -> Outcome:
    legible = [(bounds, x) for x in dates if (bounds := days(x.fact.value))]
    if not legible:
        reason = "信用报告的报告日期无法辨认。"
        return unknown(CODE, unit.label, reason, settled_by="信用报告（信用中国）清晰件")
    if case.applied_on is None:
        reason = f"{says(case, legible[0][1])}为报告日期，申报日期不明。"
        return unknown(CODE, unit.label, reason, legible[0][1], settled_by=NO_DATE)
    first = add_months(case.applied_on, -months)
    bounds, latest = max(legible, key=lambda pair: pair[0][1])
    return _judged(case, unit, latest, bounds, first, case.applied_on)


def _judged(
    case: Case, unit: Unit, report: Exhibit, bounds: tuple[date, date], first: date, on: date
) -> Outcome:
    span = f"{show(first.isoformat())}至{show(on.isoformat())}"
    said = f"{says(case, report)}为报告日期"
    margin = min((bounds[0] - first).days, (on - bounds[1]).days)
    decides = Decides(False, f"{margin} 日", f"报告日期在{span}之间")
    answers = {first <= day <= on for day in bounds}
    if answers == {True}:
        note = "（恰为期限首日）" if bounds[0] == first else ""
        reason = f"{said}，在{span}之内{note}。"
        return passed(CODE, unit.label, reason, report, decides=decides)
    if len(answers) > 1:
        reason = f"{said}，日期未印全，不能判断是否在{span}之内。"
        return unknown(CODE, unit.label, reason, report, settled_by="信用报告（信用中国）清晰件")
    reason = f"{said}，不在申报日前规定的{span}之内。"
    return failed(
        CODE,
        unit.label,
        reason,
        report,
        decides=decides,
        innocent=("申报日期填写有误", "另有新报告"),
    )


check = Check(
    codes=(CODE,),
    statement="信用报告的日期在申报日前的规定期限内",
    run=_run,
    parameters={"months": Parameter(int, "月数，缺省为 1", False)},
)
