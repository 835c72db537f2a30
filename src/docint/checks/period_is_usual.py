"""建设期与规定相同."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge.outcomes import failed, passed, unknown
from docint.judge.periods import days, term_is
from docint.judge.subjects import of_consortium
from docint.judge.term import term_of
from docint.judge.wording import shown
from docint.types.case import Case
from docint.types.finding import Exhibit, Outcome

CODE = "period-unusual"


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    subject = of_consortium(case, "建设期")
    months = parameters["months"]
    term = term_of(case)
    if term is None:
        reason = "未见申报的建设期起止日期。"
        yield unknown(CODE, subject, reason, settled_by="申报书补填建设期")
        return
    first, last = days(term[0].fact.value), days(term[1].fact.value)
    said = f"建设期自{shown(term[0].fact.value)}至{shown(term[1].fact.value)}"
    if first is None or last is None:
        yield unknown(
            CODE,
            subject,
            f"{said}，不能计算长度。",
            *term,
            settled_by="申报书补填建设期",
        )
    elif any(term_is(a, b, months) for a in first for b in last):
        yield passed(CODE, subject, f"{said}，为{months}个月。", *term)
    elif first[0] != first[1] or last[0] != last[1]:
        # by months only: 2024-04 至 2026-03 is two years, each end standing for its month
        yield _by_months(subject, said, term, months, first[0].year * 12 + first[0].month, last)
    else:
        yield failed(
            CODE, subject, f"{said}，与规定的{months}个月不同。", *term,
            innocent=("另有批准的建设期",),
        )  # fmt: skip


def _by_months(
    subject: str,
    said: str,
    term: tuple[Exhibit, Exhibit],
    months: int,
    start: int,
    last: tuple[Any, Any],
) -> Outcome:
    length = last[0].year * 12 + last[0].month - start
    if length in (months, months - 1):
        return passed(CODE, subject, f"{said}，为{months}个月。", *term)
    return failed(CODE, subject, f"{said}，与规定的{months}个月不同。", *term)


check = Check(
    codes=(CODE,),
    statement="建设期与规定相同",
    run=_run,
    parameters={"months": Parameter(int, "规定的建设期，月")},
)
