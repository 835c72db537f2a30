"""科技服务团专家数量不少于规定: distinct persons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge import fitting
from docint.judge.outcomes import failed, passed, unknown, unread
from docint.judge.proof import declared, steps, text
from docint.judge.subjects import of_consortium
from docint.types.case import Case
from docint.types.finding import Decides, Exhibit, Outcome
from docint.values.text import bare

CODE = "too-few-experts"


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    subject = of_consortium(case, "专家团队")
    least = parameters["count"]
    experts = list(_experts(case))
    if not experts:
        reason = "申报材料未列专家名单。"
        yield unknown(CODE, subject, reason, settled_by="科技服务团专家名单")
        return
    count = len({(name, employer) for name, employer, _ in experts})
    shown = tuple(exhibit for _, _, exhibit in experts)
    decides = Decides(True, f"{count - least} 人", f"{least} 人")
    if count >= least:
        reason = f"所列专家{count}人，不少于{least}人。"
        yield passed(CODE, subject, reason, *shown[:1], decides=decides)
    elif spots := unread(case):
        reason = f"所列专家{count}人，但有文件或页面未能识读：{spots}。"
        yield unknown(CODE, subject, reason, *shown, settled_by="科技服务团专家名单")
    else:
        reason = f"所列专家{count}人，规定不少于{least}人。"
        yield failed(
            CODE,
            subject,
            reason,
            *shown,
            decides=decides,
            innocent=("名单未列全", "另有附表未提交"),
        )


def _experts(case: Case) -> Iterator[tuple[str, str, Exhibit]]:
    for step in steps(case.declared, "experts"):
        name = declared(case, "experts", step, "name")
        if name:
            employer = bare(text(declared(case, "experts", step, "employer")))
            yield bare(text(name)), employer, name


check = Check(
    codes=(CODE,),
    statement="专家数量不少于规定",
    run=_run,
    parameters={"count": Parameter(int, "最少人数", fits=fitting.above_nil)},
)
