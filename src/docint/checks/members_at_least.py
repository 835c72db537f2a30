"""组成单位数量不少于规定: distinct units, the lead among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge import fitting
from docint.judge.outcomes import failed, passed, unknown
from docint.judge.proof import text
from docint.judge.subjects import Unit, of_consortium, same_unit, subjects
from docint.types.case import Case
from docint.types.finding import Decides, Outcome
from docint.values.names import same

CODE = "too-few-members"


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    subject = of_consortium(case, "组成单位")
    least = parameters["count"]
    units = [unit for unit in subjects(case).consortium if unit.name or unit.uscc]
    distinct: list[Unit] = []
    for unit in units:
        if not any(same_unit(unit, other) for other in distinct):
            distinct.append(unit)
    count, surely = len(distinct), _surely(distinct)
    names = tuple(unit.name for unit in distinct if unit.name)
    decides = Decides(True, f"{count - least} 家", f"{least} 家")
    if not units:
        reason = "申报书未载明组成单位。"
        yield unknown(CODE, subject, reason, settled_by="申请表")
    elif surely >= least:
        yield passed(
            CODE,
            subject,
            f"申报的组成单位共{count}家，不少于{least}家。",
            decides=decides,
        )
    elif count >= least:
        reason = f"申报的组成单位共{count}家，其中有名称相近者，若为同一单位则不足{least}家。"
        yield unknown(
            CODE,
            subject,
            reason,
            *names,
            settled_by="各单位统一社会信用代码",
            decides=decides,
        )
    else:
        reason = f"申报的组成单位共{count}家（含牵头单位），规定不少于{least}家。"
        yield failed(
            CODE,
            subject,
            reason,
            *names,
            decides=decides,
            innocent=("申报书漏填成员单位",),
        )


def _surely(units: list[Unit]) -> int:
    """How many are surely different: units of look-alike names and no codes count once."""
    surely: list[Unit] = []
    for unit in units:
        alike = any(
            same(text(unit.name), text(other.name)) is None
            for other in surely
            if unit.name and other.name and not (unit.uscc and other.uscc)
        )
        if not alike:
            surely.append(unit)
    return len(surely)


check = Check(
    codes=(CODE,),
    statement="组成单位的数量不少于规定",
    run=_run,
    parameters={"count": Parameter(int, "最少家数（含牵头单位）", fits=fitting.above_nil)},
)
