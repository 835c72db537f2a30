"""牵头单位指定了项目负责人."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check
from docint.judge.form import asks
from docint.judge.outcomes import failed, passed, unknown
from docint.judge.proof import declared
from docint.judge.wording import says
from docint.types.case import Case
from docint.types.finding import Outcome

CODE = "project-leader-missing"
_LABELS = ("项目负责人", "项目责任人", "项目主持人", "项目牵头人", "项目总负责人")


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    name = declared(case, "project_leader", "name")
    if name:
        yield passed(CODE, "项目负责人", f"{says(case, name)}为项目负责人。", name)
    elif asks(case, "project_leader", *_LABELS):
        reason = "申报书设有项目负责人一栏，未见填写。"
        yield failed(CODE, "项目负责人", reason, innocent=("漏填", "手写内容未能识别"))
    else:
        reason = "申报书没有项目负责人一栏。"
        yield unknown(CODE, "项目负责人", reason, settled_by="项目负责人任命文件")


check = Check(
    codes=(CODE,),
    statement="牵头单位指定了项目负责人",
    run=_run,
    parameters={},
)
