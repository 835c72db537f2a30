"""只能由专家判断的条款: never judged; the passages of the bundle that bear on it are laid out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge.passages import passages
from docint.types.case import Case
from docint.types.finding import Outcome


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    words: Sequence[str] = parameters.get("words", ())
    found = passages(case, words)
    reason = "本条由专家评议，系统不作判断。"
    if found:
        reason += f"申报材料中与“{'、'.join(words)}”有关的段落见证据。"
    elif words:
        reason += f"申报材料中未见含“{'、'.join(words)}”的段落。"
    yield Outcome(parameters["code"], "expert", "申报材料", reason, None, found)


check = Check(
    codes=("expert",),
    statement="由专家评议的条款附有可供评议的段落",
    run=_run,
    parameters={
        "code": Parameter(str, "该评议事项的代码"),
        "words": Parameter(list, "查找段落所用的词", False),
    },
)
