"""成员单位的地址各不相同, down to the room: incubators hold thousands under one roof."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from docint.contracts import Check
from docint.judge.outcomes import failed, passed
from docint.judge.proof import declared, stated, text
from docint.judge.subjects import Unit, same_unit, subjects
from docint.judge.wording import says
from docint.types.case import Case
from docint.types.finding import Exhibit, Outcome
from docint.values import addresses

CODE = "shared-address"


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    homes = [(unit, home) for unit in subjects(case).consortium if (home := _home(case, unit))]
    shared = 0
    for (one, a), (other, b) in combinations(homes, 2):
        if _may_be_one(a, b) and addresses.same(text(a), text(b)) and not same_unit(one, other):
            shared += 1
            reason = f"“{one.label}”：{says(case, a)}；“{other.label}”：{says(case, b)}，地址相同。"
            yield failed(
                CODE, f"{one.label}与{other.label}", reason, a, b,
                innocent=("同在孵化器或园区集中登记", "秘书公司托管地址"),
            )  # fmt: skip
    if homes and not shared:
        yield passed(CODE, "全体成员", "各成员单位的地址不同。")


def _may_be_one(a: Exhibit, b: Exhibit) -> bool:
    """A quick no before addresses are taken apart: no number stands in both."""
    one, other = (set(re.findall(r"[0-9]+", text(x))) for x in (a, b))
    return not one or not other or bool(one & other)


def _home(case: Case, unit: Unit) -> Exhibit | None:
    printed = (stated(case, document, "address") for document in unit.identity)
    return next((x for x in printed if x), declared(case, *unit.path, "address"))


check = Check(
    codes=(CODE,),
    statement="成员单位的地址各不相同",
    run=_run,
    parameters={},
    standing=True,
)
