"""牵头单位的类别符合规定."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge import fitting
from docint.judge.allowed import allowed
from docint.judge.subjects import of_whom
from docint.types.case import Case
from docint.types.finding import Outcome


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    for unit in of_whom(case, "lead"):
        yield allowed("lead-kind-not-allowed", case, unit, parameters)


check = Check(
    codes=("lead-kind-not-allowed",),
    statement="牵头单位的类别符合规定",
    run=_run,
    parameters={
        "kinds": Parameter(list, "允许的单位类别", fits=fitting.units),
        "categories": Parameter(list, "允许的统一社会信用代码类别（前两位）"),
        "title": Parameter(str, "条文用语"),
    },
)
