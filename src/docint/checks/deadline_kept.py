"""在申报截止日期之前申报; the day named is itself in time (民法典第一千二百五十九条)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge import fitting
from docint.judge.outcomes import NO_DATE, failed, passed, unknown
from docint.judge.proof import declared
from docint.judge.subjects import of_consortium
from docint.types.case import Case
from docint.types.finding import Decides, Outcome
from docint.values.dates import show

CODE = "late-application"


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    subject = of_consortium(case, "申报日期")
    last = date.fromisoformat(parameters["last"])
    end = show(last.isoformat())
    said = declared(case, "applied_on")
    if case.applied_on is None:
        yield unknown(CODE, subject, "申报日期不明。", settled_by=NO_DATE)
        return
    on = show(case.applied_on.isoformat())
    decides = Decides(True, f"{(last - case.applied_on).days} 日", f"不晚于{end}")
    on_paper = date.fromisoformat(parameters.get("last_on_paper", parameters["last"]))
    if last < case.applied_on <= on_paper:
        reason = f"申报日{on}晚于电子版截止日期{end}，未晚于纸质版截止日期，须核对电子版提交时间。"
        yield unknown(
            CODE,
            subject,
            reason,
            settled_by="电子版发送记录",
            decides=decides,
        )
    elif case.applied_on <= last:
        note = "（恰为截止当日）" if case.applied_on == last else ""
        yield passed(CODE, subject, f"申报日{on}不晚于{end}{note}。", decides=decides)
    else:
        yield failed(
            CODE, subject, f"申报日{on}晚于截止日期{end}。", declared=said, decides=decides,
            innocent=("申报日期填写有误", "经组织单位同意延期"),
        )  # fmt: skip


check = Check(
    codes=(CODE,),
    statement="在申报截止日期之前申报",
    run=_run,
    parameters={
        "last": Parameter(str, "最后一日，YYYY-MM-DD", fits=fitting.day),
        "last_on_paper": Parameter(str, "纸质材料的最后一日，若另有规定", False, fits=fitting.day),
    },
)
