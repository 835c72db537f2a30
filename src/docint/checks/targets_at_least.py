"""计划指标不低于规定数量."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge import fitting
from docint.judge.outcomes import failed, passed, unknown
from docint.judge.proof import declared, stated, steps, text
from docint.judge.wording import place
from docint.types.case import Case
from docint.types.finding import Decides, Exhibit, Outcome
from docint.values.text import fold

CODE = "target-below-required"


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    planned = list(_planned(case))
    for target in parameters["targets"]:
        yield _of(case, target, planned)


def _planned(case: Case) -> Iterator[tuple[Exhibit, Exhibit]]:
    """Items with their numbers: as declared, then as the plan states them."""
    for step in steps(case.declared, "targets"):
        item = declared(case, "targets", step, "item")
        number = declared(case, "targets", step, "number")
        if item and number:
            yield item, number
    for plan in case.of_kind("construction-plan"):
        for step in steps(case.facts.get(plan.id), "targets"):
            item = stated(case, plan, "targets", step, "item")
            number = stated(case, plan, "targets", step, "number")
            if item and number:
                yield item, number


def _of(case: Case, target: Mapping[str, Any], planned: list[tuple[Exhibit, Exhibit]]) -> Outcome:
    title, least = target["title"], target["number"]
    mine = [pair for pair in planned if _matches(fold(text(pair[0])), target)]
    numbers = [(value, pair) for pair in mine if (value := _number(pair[1])) is not None]
    if not numbers:
        reason = f"方案和申报书未载明“{title}”的计划数量。"
        decides = Decides(False, turns_at=f"载明不少于{least}{target.get('unit', '')}")
        return unknown(CODE, title, reason, settled_by="绩效指标表", decides=decides)
    total = _total(numbers)
    item, number = numbers[0][1]
    shown = tuple(exhibit for _, pair in numbers for exhibit in pair)
    said = (
        f"{place(case, number)}载明“{text(item)}”计划{total.normalize():f}{target.get('unit', '')}"
    )
    unit = target.get("unit", "")
    decides = Decides(False, f"{(total - least).normalize():f} {unit}", f"不少于{least}{unit}")
    if total >= least:
        return passed(CODE, title, f"{said}，不低于{least}。", *shown, decides=decides)
    return failed(
        CODE, title, f"{said}，规定不少于{least}{unit}。", *shown, decides=decides,
        innocent=("指标分列多处而未合计",),
    )  # fmt: skip


def _matches(item: str, target: Mapping[str, Any]) -> bool:
    """All of one group of words: a word may be a list of alternatives joined by ``|``."""
    return all(any(w in item for w in word.split("|")) for word in target["words"]) and not any(
        word in item for word in target.get("without", ())
    )


def _total(numbers: list[tuple[Decimal, tuple[Exhibit, Exhibit]]]) -> Decimal:
    """Several rows of one paper (两项标准、三项蓝皮书) count together, papers do not."""
    papers: dict[str, Decimal] = {}
    for value, (item, _) in numbers:
        papers[item.document] = papers.get(item.document, Decimal()) + value
    return max(papers.values())


def _number(exhibit: Exhibit) -> Decimal | None:
    try:
        return Decimal(str(exhibit.fact.value))
    except InvalidOperation:
        return None


check = Check(
    codes=(CODE,),
    statement="计划指标不低于规定数量",
    run=_run,
    parameters={
        "targets": Parameter(
            list,
            "规定的指标：title 名称，words 指标名中须同时出现的词（| 分隔的任取其一），"
            "without 不得出现的词，number 最少数量，unit 单位",
            fits=fitting.rows("title", "words", "number", also=("without", "unit")),
        ),
    },
)
