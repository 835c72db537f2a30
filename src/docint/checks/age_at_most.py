"""首席技术负责人年龄不超过规定周岁.

On the birthday itself the person is not over; between it and the next the words leave room
(the number is reached but not exceeded), which the authority decides; from the next on it is over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge import fitting
from docint.judge.outcomes import NO_DATE, failed, passed, unknown
from docint.judge.people import birth
from docint.judge.subjects import subjects
from docint.judge.wording import place
from docint.types.case import Case
from docint.types.finding import Decides, Exhibit, Outcome
from docint.values.dates import add_years, full_years, show

CODE = "chief-engineer-over-age"


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    person = subjects(case).chief_engineer
    label = person.label if person else "首席技术负责人"
    found = birth(case, person) if person else None
    if found is None:
        reason = "未见可据以计算年龄的出生日期或有效的公民身份号码。"
        yield unknown(CODE, label, reason, settled_by="首席技术负责人身份证")
    elif case.applied_on is None:
        yield _undated(label, *found, parameters["years"])
    else:
        yield _judged(case, label, *found, parameters["years"], case.applied_on)


def _undated(label: str, born: date, exhibit: Exhibit, limit: int) -> Outcome:
    last = show(add_years(born, limit).isoformat())
    decides = Decides(True, turns_at=f"申报日期不晚于{last}即未超过{limit}周岁")
    reason = "申报日期不明，年龄无从计算。"
    return unknown(CODE, label, reason, exhibit, settled_by=NO_DATE, decides=decides)


def _judged(case: Case, label: str, born: date, exhibit: Exhibit, limit: int, on: date) -> Outcome:
    age = full_years(born, on)
    birthday = add_years(born, limit)
    decides = Decides(
        True, f"{(birthday - on).days} 日", f"{show(birthday.isoformat())}年满{limit}周岁"
    )
    said = (
        f"据{place(case, exhibit)}，出生日期为{show(born.isoformat())}，"
        f"申报日{show(on.isoformat())}为{age}周岁"
    )
    if on <= birthday:
        return passed(CODE, label, f"{said}，未超过{limit}周岁。", exhibit, decides=decides)
    if age <= limit:
        reason = f"{said}，已过{limit}周岁生日而未满{limit + 1}周岁，是否“超过”由主管部门认定。"
        return unknown(
            CODE, label, reason, exhibit, settled_by="主管部门对年龄上限的解释", decides=decides
        )
    return failed(
        CODE, label, f"{said}，超过{limit}周岁。", exhibit, decides=decides,
        innocent=("年龄计算的基准日另有规定",),
    )  # fmt: skip


check = Check(
    codes=(CODE,),
    statement="首席技术负责人在申报日不超过规定年龄",
    run=_run,
    parameters={"years": Parameter(int, "年龄上限，周岁", fits=fitting.above_nil)},
)
