"""申报日在办法有效期内."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge import fitting
from docint.judge.outcomes import NO_DATE, passed, unknown
from docint.types.case import Case
from docint.types.finding import Outcome
from docint.values.dates import show

CODE = "policy-period-outside"


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    first, last = (date.fromisoformat(parameters[key]) for key in ("first", "last"))
    span = f"{show(first.isoformat())}至{show(last.isoformat())}"
    if case.applied_on is None:
        yield unknown(CODE, "申报日期", "申报日期不明。", settled_by=NO_DATE)
    elif first <= case.applied_on <= last:
        yield passed(CODE, "申报日期", f"申报日在办法有效期{span}之内。")
    else:
        reason = f"申报日不在办法有效期{span}之内，是否延续须由主管部门确认。"
        yield unknown(CODE, "申报日期", reason, settled_by="主管部门关于办法延续的通知")


check = Check(
    codes=(CODE,),
    statement="申报日在办法有效期内",
    run=_run,
    parameters={
        "first": Parameter(str, "施行之日，YYYY-MM-DD", fits=fitting.day),
        "last": Parameter(str, "有效期最后一日，YYYY-MM-DD", fits=fitting.day),
    },
)
