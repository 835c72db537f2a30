"""约定指标已经完成: what was promised against what the report of results states.

Whether the work passes is the experts' to say; here numbers are only set side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge import fitting
from docint.judge.delivered import delivered
from docint.judge.lookalikes import title_of
from docint.judge.outcomes import failed, passed, unknown, unread
from docint.judge.proof import declared, stated, steps, text
from docint.judge.wording import place
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Decides, Exhibit, Outcome
from docint.values.text import fold

CODE = "deliverable-missing"


@dataclass(frozen=True, slots=True)
class _Target:
    title: str
    words: Sequence[str]
    number: Decimal
    unit: str
    promised: Exhibit | None


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    reports = [d for d in case.documents if _is_report(case, d, parameters["reports"])]
    paper = f"{parameters['reports'][0]}中的指标完成情况"
    targets = list(_required(parameters.get("targets", ())) or _promised(case, reports))
    for target in targets:
        yield _of(case, target, reports, paper)
    if not targets:
        reason = "未见约定的绩效指标，无从对照完成情况。"
        yield unknown(CODE, "约定指标", reason, settled_by="监管协议或任务书的指标表")


def _is_report(case: Case, document: Document, words: Sequence[str]) -> bool:
    return not document.annex_of and any(word in title_of(case, document) for word in words)


def _required(targets: Sequence[Mapping[str, Any]]) -> list[_Target]:
    return [
        _Target(t["title"], t["words"], Decimal(t["number"]), t.get("unit", ""), None)
        for t in targets
    ]


def _promised(case: Case, reports: Sequence[Document]) -> Iterator[_Target]:
    """As declared; else as the plan, not the report itself, states them."""
    rows = [
        (declared(case, "targets", n, "item"), declared(case, "targets", n, "number"),
         declared(case, "targets", n, "unit"))
        for n in steps(case.declared, "targets")
    ]  # fmt: skip
    plans = [d for d in case.of_kind("construction-plan") if d not in reports]
    for plan in plans if not rows else ():
        rows += [
            (stated(case, plan, "targets", n, "item"), stated(case, plan, "targets", n, "number"),
             stated(case, plan, "targets", n, "unit"))
            for n in steps(case.facts.get(plan.id), "targets")
        ]  # fmt: skip
    for item, number, unit in rows:
        value = _decimal(number)
        if item and value is not None:
            yield _Target(text(item), (fold(text(item)),), value, text(unit), number)


def _decimal(exhibit: Exhibit | None) -> Decimal | None:
    try:
        return Decimal(str(exhibit.fact.value)) if exhibit else None
    except InvalidOperation:
        return None


def _of(case: Case, target: _Target, reports: Sequence[Document], paper: str) -> Outcome:
    found = delivered(reports, target.words)
    wanted = f"{target.number.normalize():f}{target.unit}"
    decides = Decides(False, turns_at=f"完成数不少于{wanted}")
    if found is None:
        spots = unread(case)
        reason = f"约定“{target.title}”{wanted}，验收材料中未读到其完成数。"
        reason += f"有文件或页面未能识读：{spots}。" if spots else ""
        return unknown(
            CODE, target.title, reason, declared=target.promised, settled_by=paper, decides=decides
        )
    done = f"{found.number.normalize():f}{target.unit}"
    said = f"约定“{target.title}”{wanted}，{place(case, found.exhibit)}载明完成{done}"
    margin = f"{(found.number - target.number).normalize():f} {target.unit}"
    decides = Decides(False, margin.strip(), f"完成数不少于{wanted}")
    if found.number >= target.number:
        return passed(
            CODE, target.title, f"{said}。", found.exhibit,
            declared=target.promised, decides=decides,
        )  # fmt: skip
    return failed(
        CODE, target.title, f"{said}，少于约定。", found.exhibit,
        declared=target.promised, decides=decides,
        innocent=("指标分列多处而未合计", "指标经批准已作调整"),
    )  # fmt: skip


check = Check(
    codes=(CODE,),
    statement="约定的指标已经完成",
    run=_run,
    parameters={
        "reports": Parameter(list, "载有完成情况的材料，题名中的词"),
        "targets": Parameter(
            list,
            "办法规定的指标：title 名称，words 须同时出现的词（| 分隔的任取其一），"
            "number 数量，unit 单位；缺省为申报或方案所载的指标",
            False,
            fits=fitting.rows("title", "words", "number", also=("unit",)),
        ),
    },
)
