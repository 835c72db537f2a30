"""合作协议的签约方都列入申报成员."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check
from docint.judge.agreements import is_party, parties
from docint.judge.outcomes import failed, passed, unknown
from docint.judge.proof import text
from docint.judge.subjects import subjects
from docint.judge.wording import says
from docint.types.case import Case
from docint.types.finding import Outcome

CODE = "undeclared-agreement-party"


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    units = subjects(case).units
    if not subjects(case).participants:
        return  # without a list of members nobody is missing from it
    seen: set[str] = set()
    for party in parties(case):
        name = text(party.name)
        if name in seen:
            continue
        seen.add(name)
        answers = [is_party(case, unit, party) for unit in units]
        if True in answers:
            yield passed(CODE, name, f"签约方“{name}”已列入申报成员。", party.name)
        elif None in answers:
            near = units[answers.index(None)].label
            reason = (
                f"{says(case, party.name)}为签约方，与申报成员“{near}”形近，可能为识别误差或简称。"
            )
            yield unknown(CODE, name, reason, party.name, settled_by="合作协议签章页清晰件")
        else:
            reason = f"{says(case, party.name)}为签约方，申报成员中没有该单位。"
            yield failed(
                CODE, name, reason, party.name,
                innocent=("该单位为协作方而非成员", "单位已更名", "申报书漏填"),
            )  # fmt: skip


check = Check(
    codes=(CODE,),
    statement="合作协议的签约方都列入申报成员",
    run=_run,
    parameters={},
    standing=True,
)
