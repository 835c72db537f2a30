"""建设期满后规定的月数内申请验收; an extension that is on file moves the day, if it was granted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge.lookalikes import title_of
from docint.judge.outcomes import NO_DATE, failed, passed, unknown
from docint.judge.periods import days
from docint.judge.term import until_of
from docint.types.case import Case
from docint.types.finding import Decides, Exhibit, Outcome
from docint.values.dates import add_months, show

CODE = "acceptance-overdue"
SUBJECT = "验收申请"


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    until = until_of(case)
    bounds = days(until.fact.value) if until else None
    if until is None or bounds is None:
        yield unknown(CODE, SUBJECT, "建设期终止日期不明。", settled_by="监管协议或任务书")
        return
    last = add_months(bounds[1], parameters["months"])
    if case.applied_on is None:
        decides = Decides(False, turns_at=f"申请日不晚于{_shown(last)}")
        reason = "验收申请日期不明。"
        yield unknown(CODE, SUBJECT, reason, until, settled_by=NO_DATE, decides=decides)
    else:
        yield _judged(case, parameters, until, last, case.applied_on)


def _judged(
    case: Case, parameters: Mapping[str, Any], until: Exhibit, last: date, on: date
) -> Outcome:
    decides = Decides(False, f"{(last - on).days} 日", f"申请日不晚于{_shown(last)}")
    if on <= last:
        reason = f"申请日{_shown(on)}不晚于{_shown(last)}。"
        return passed(CODE, SUBJECT, reason, until, decides=decides)
    said = f"申请日{_shown(on)}晚于建设期满后{parameters['months']}个月（{_shown(last)}）"
    extended = add_months(last, parameters.get("extension", 0))
    paper = _extension(case, parameters.get("words", ()))
    if paper and on <= extended:
        reason = f"{said}；所交{paper}称申请延期，延期后不晚于{_shown(extended)}，须核对是否获准。"
        settled = "批准延期验收的文件"
        return unknown(CODE, SUBJECT, reason, until, settled_by=settled, decides=decides)
    return failed(CODE, SUBJECT, f"{said}。", until, decides=decides, innocent=("已获准延期验收",))


def _shown(day: date) -> str:
    return show(day.isoformat())


def _extension(case: Case, words: list[str]) -> str:
    """The file of a statement of extension (延期验收说明); empty for none."""
    files = (d.file for d in case.documents if any(word in title_of(case, d) for word in words))
    return next(files, "")


check = Check(
    codes=(CODE,),
    statement="建设期满后在规定期限内申请验收",
    run=_run,
    parameters={
        "months": Parameter(int, "建设期满后的月数"),
        "extension": Parameter(int, "获准延期时可延的月数，缺省为 0", False),
        "words": Parameter(list, "延期说明题名中的词", False),
    },
)
