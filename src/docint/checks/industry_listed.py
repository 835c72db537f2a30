"""产业方向在所列范围."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge.outcomes import failed, passed, unknown
from docint.judge.proof import declared, text
from docint.judge.wording import place
from docint.types.case import Case
from docint.types.finding import Outcome
from docint.values.text import bare

CODE = "industry-not-listed"
_FILLER = ("产业", "行业", "技术", "领域", "方向")


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    said = declared(case, "industry")
    if said is None:
        reason = "申报书未载明产业方向。"
        yield unknown(CODE, "产业方向", reason, settled_by="申报书补填产业方向")
        return
    listed = parameters["industries"]
    name = _core(text(said))
    if any(_core(one) in name or (len(name) >= 2 and name in _core(one)) for one in listed):
        yield passed(CODE, text(said), f"“{text(said)}”在所列产业之内。", declared=said)
    elif any(_shared(name, _core(one)) for one in listed):
        reason = f"{place(case, said)}载明产业方向为“{text(said)}”，是否属于所列产业不能断定。"
        yield unknown(
            CODE, text(said), reason, declared=said, settled_by="申报单位对产业归属的说明"
        )
    else:
        reason = (
            f"{place(case, said)}载明产业方向为“{text(said)}”，不在所列的{'、'.join(listed)}之内。"
        )
        yield failed(CODE, text(said), reason, declared=said, innocent=("使用了细分行业名称",))


def _core(industry: str) -> str:
    name = bare(industry)
    for word in _FILLER:
        name = name.replace(word, "") or name
    return name


def _shared(one: str, other: str) -> bool:
    """Whether two names share a word of two characters (新能源汽车, 新能源)."""
    return any(one[i : i + 2] in other for i in range(len(one) - 1))


check = Check(
    codes=(CODE,),
    statement="产业方向在所列范围之内",
    run=_run,
    parameters={"industries": Parameter(list, "所列产业")},
)
