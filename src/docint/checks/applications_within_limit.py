"""申报数量不超过规定: only seen across submissions; `docint bulk` compares them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge.outcomes import unknown
from docint.types.case import Case
from docint.types.finding import Outcome

CODES = ("lead-applies-twice", "participant-in-too-many")


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:  # noqa: ARG001
    for code, who, most in (
        (CODES[0], "牵头单位", parameters["lead"]),
        (CODES[1], "参与单位", parameters["participant"]),
    ):
        reason = f"{who}限{most}个，须与同批其他申报比对，单件审查不能判断。"
        yield unknown(code, who, reason, settled_by="同批申报的批量比对")


check = Check(
    codes=CODES,
    statement="牵头单位和参与单位的申报数量不超过规定",
    run=_run,
    parameters={
        "lead": Parameter(int, "牵头单位最多申报几个"),
        "participant": Parameter(int, "参与单位最多参与几个（含）"),
    },
)
