"""预算不含不得列支的项目."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge import fitting
from docint.judge.amounts import amount
from docint.judge.outcomes import failed, passed, unknown
from docint.judge.proof import declared, stated, steps, text
from docint.judge.wording import money, place
from docint.types.case import Case
from docint.types.finding import Exhibit, Outcome
from docint.values.text import fold

CODE = "forbidden-expense"
_DENIALS = ("不含", "不得", "不包括", "禁止", "除外", "不用于", "不列支")


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    items = list(_budget(case))
    if not items:
        reason = "未见经费预算明细。"
        yield unknown(CODE, "经费预算", reason, settled_by="经费预算表")
        return
    seen: set[str] = set()
    for item, cost in items:
        name = fold(text(item))
        hit = _forbidden(name, parameters["forbidden"])
        if hit and name not in seen and (cost is None or amount(cost.fact) != 0):
            seen.add(name)
            yield _failed(case, item, cost, hit)
    if not seen:
        yield passed(CODE, "经费预算", f"预算{len(items)}项，未见不得列支的项目。")


def _failed(case: Case, item: Exhibit, cost: Exhibit | None, hit: str) -> Outcome:
    value = amount(cost.fact) if cost else None
    spent = f"（{money(value)}）" if value is not None else ""
    reason = f"{place(case, item)}预算列有“{text(item)}”{spent}，属不得列支的“{hit}”。"
    return failed(
        CODE, text(item), reason, *(x for x in (item, cost) if x),
        innocent=("由配套经费而非专项经费列支", "科目名称不确切"),
    )  # fmt: skip


def _forbidden(name: str, groups: Sequence[Mapping[str, Any]]) -> str:
    if any(denial in name for denial in _DENIALS):
        return ""
    for group in groups:
        if any(word in name for word in group["words"]):
            return str(group["title"])
    return ""


def _budget(case: Case) -> Iterator[tuple[Exhibit, Exhibit | None]]:
    for step in steps(case.declared, "budget"):
        if item := declared(case, "budget", step, "item"):
            yield item, declared(case, "budget", step, "amount")
    for plan in case.of_kind("construction-plan"):
        for step in steps(case.facts.get(plan.id), "budget"):
            if item := stated(case, plan, "budget", step, "item"):
                yield item, stated(case, plan, "budget", step, "amount")


check = Check(
    codes=(CODE,),
    statement="预算不含不得列支的项目",
    run=_run,
    parameters={
        "forbidden": Parameter(
            list,
            "不得列支的项目：title 条文用语，words 预算科目中可能出现的词",
            fits=fitting.rows("title", "words"),
        ),
    },
)
