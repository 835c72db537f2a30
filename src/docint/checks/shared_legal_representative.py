"""成员单位的法定代表人各不相同."""

from __future__ import annotations

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
from docint.values.text import bare

CODE = "shared-legal-representative"


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    heads = [(unit, head) for unit in subjects(case).consortium if (head := _head(case, unit))]
    shared = 0
    for (one, a), (other, b) in combinations(heads, 2):
        if bare(text(a)) == bare(text(b)) and not same_unit(one, other):
            shared += 1
            heads_said = f"“{one.label}”：{says(case, a)}；“{other.label}”：{says(case, b)}"
            yield failed(
                CODE, f"{one.label}与{other.label}", f"{heads_said}，法定代表人姓名相同。",
                a, b, innocent=("同名", "一人依法兼任"),
            )  # fmt: skip
    if heads and not shared:
        yield passed(CODE, "全体成员", "各成员单位的法定代表人不同。")


def _head(case: Case, unit: Unit) -> Exhibit | None:
    """As the licence prints it, else as declared."""
    printed = (stated(case, document, "legal_representative") for document in unit.identity)
    said = declared(case, *unit.path, "legal_representative")
    return next((x for x in printed if x), said)


check = Check(
    codes=(CODE,),
    statement="成员单位的法定代表人各不相同",
    run=_run,
    parameters={},
    standing=True,
)
