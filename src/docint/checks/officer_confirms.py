"""所列材料不能证明、须由受理人员核对的事项: unknown, with the passages that bear on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge.outcomes import unknown
from docint.judge.passages import passages
from docint.types.case import Case
from docint.types.finding import Decides, Outcome


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    found = passages(case, parameters.get("words", ()))
    what = parameters["what"]
    reason = f"办法所列材料不能证明“{what}”，请受理人员核对。"
    if found:
        reason += "有关段落见证据。"
    decides = Decides(parameters.get("decides", False), turns_at=f"提交{parameters['settled_by']}")
    yield unknown(
        parameters["code"], what, reason, *found,
        settled_by=parameters["settled_by"], decides=decides,
    )  # fmt: skip


check = Check(
    codes=("officer",),
    statement="须由受理人员核对的事项",
    run=_run,
    parameters={
        "code": Parameter(str, "该事项的代码"),
        "what": Parameter(str, "须核对的内容"),
        "settled_by": Parameter(str, "何种材料可以证明"),
        "decides": Parameter(bool, "是否为申报的必要条件，缺省为否", False),
        "words": Parameter(list, "查找段落所用的词", False),
    },
)
