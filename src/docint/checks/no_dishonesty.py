"""未被列入严重失信主体名单: 行政处罚 alone is none; a missing report is unknown, never a pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge import fitting
from docint.judge.outcomes import failed, passed, unknown
from docint.judge.proof import stated
from docint.judge.subjects import Unit, of_whom
from docint.judge.wording import says
from docint.types.case import Case
from docint.types.finding import Decides, Exhibit, Outcome

CODE = "dishonest-unit"


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    for unit in of_whom(case, parameters["whose"]):
        yield _of(case, unit)


def _of(case: Case, unit: Unit) -> Outcome:
    reports = unit.of_kind("credit-report")
    counts = [x for d in reports if (x := stated(case, d, "dishonest_count"))]
    listed = next((x for x in counts if _number(x)), None)
    if listed:
        reason = f"{says(case, listed)}条严重失信主体名单信息。"
        return failed(
            CODE, unit.label, reason, listed, decides=Decides(True, turns_at="已移出名单"),
            innocent=("已移出名单而报告未更新",),
        )  # fmt: skip
    if counts:
        return passed(CODE, unit.label, "信用报告未载有严重失信主体名单信息。", counts[0])
    if reports:
        reason = "信用报告的严重失信主体名单条数无法辨认。"
        return unknown(CODE, unit.label, reason, settled_by="信用报告（信用中国）清晰件")
    # only the lead's report is asked for: a participant's silence is settled elsewhere
    settled = "信用报告（信用中国）" if unit.role == "lead" else "该单位的公共信用信息查询结果"
    return unknown(CODE, unit.label, "未见该单位的信用报告，不能判断。", settled_by=settled)


def _number(exhibit: Exhibit) -> int:
    value = str(exhibit.fact.value)
    return int(value) if value.isdigit() else 0


check = Check(
    codes=(CODE,),
    statement="成员单位未被列入严重失信主体名单",
    run=_run,
    parameters={
        "whose": Parameter(
            str, "何单位：lead 牵头单位，members 全体成员", fits=fitting.one_of("lead", "members")
        )
    },
)
