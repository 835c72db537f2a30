"""建设期满后规定的月数内申请验收."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge.outcomes import NO_DATE, failed, passed, unknown
from docint.judge.periods import days
from docint.judge.proof import declared
from docint.types.case import Case
from docint.types.finding import Decides, Outcome
from docint.values.dates import add_months, show

CODE = "acceptance-overdue"


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    until = declared(case, "period_until")
    bounds = days(until.fact.value) if until else None
    if until is None or bounds is None:
        reason = "建设期终止日期不明。"
        yield unknown(CODE, "验收申请", reason, settled_by="监管协议")
    elif case.applied_on is None:
        yield unknown(CODE, "验收申请", "申请日期不明。", until, settled_by=NO_DATE)
    else:
        last = add_months(bounds[1], parameters["months"])
        end, on = show(last.isoformat()), show(case.applied_on.isoformat())
        decides = Decides(False, f"{(last - case.applied_on).days} 日", f"不晚于{end}")
        if case.applied_on <= last:
            yield passed(CODE, "验收申请", f"申请日{on}不晚于{end}。", until, decides=decides)
        else:
            yield failed(
                CODE, "验收申请", f"申请日{on}晚于建设期满后{parameters['months']}个月（{end}）。",
                until, decides=decides, innocent=("已获准延期验收",),
            )  # fmt: skip


check = Check(
    codes=(CODE,),
    statement="建设期满后在规定期限内申请验收",
    run=_run,
    parameters={"months": Parameter(int, "建设期满后的月数")},
)
