"""Whether a unit is of a kind that may lead or apply."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docint.judge.kinds import claimed, shown
from docint.judge.outcomes import failed, passed, unknown
from docint.judge.proof import stated, text
from docint.judge.subjects import Unit
from docint.judge.wording import place
from docint.types.case import Case
from docint.types.finding import Decides, Exhibit, Outcome
from docint.values.ids import uscc as codes
from docint.vocabulary import UNIT_KINDS


def allowed(code: str, case: Case, unit: Unit, parameters: Mapping[str, Any]) -> Outcome:
    """One outcome from the code's category, then the kind declared and shown by the name."""
    title = parameters["title"]
    kinds = set(parameters["kinds"])
    if unit.name is None and unit.uscc is None:
        return unknown(code, unit.label, f"申报书未载明{unit.label}。", settled_by="申请表")
    number = _number(case, unit)
    category = text(number)[:2] if number and codes.valid(text(number)) else ""
    fits_category = category in parameters["categories"] if category else None
    fits_kind = _fits_kind(unit, kinds)
    decides = Decides(True, turns_at=title)
    shown_facts = tuple(x for x in (number, unit.name) if x)
    said = f"“{unit.label}”" + (f"申报为{UNIT_KINDS.get(unit.kind, '')}" if unit.kind else "")
    if number and category:
        kind = codes.parts(text(number)).kind or category
        said += f"，{place(case, number)}统一社会信用代码类别为{kind}"
    if fits_category is not False and fits_kind is True:
        return passed(code, unit.label, f"{said}，属于{title}。", *shown_facts, decides=decides)
    if fits_category is True and fits_kind is None:
        return passed(code, unit.label, f"{said}，属于{title}。", *shown_facts, decides=decides)
    if (fits_category is False and fits_kind is not True) or (not category and fits_kind is False):
        return failed(
            code, unit.label, f"{said}，不属于{title}。", *shown_facts, decides=decides,
            innocent=("单位类别填写有误", "经组织单位另行同意"),
        )  # fmt: skip
    reason = f"{said}，是否属于{title}不能判断。"
    return unknown(
        code, unit.label, reason, *shown_facts, settled_by="法人登记证书", decides=decides
    )


def _number(case: Case, unit: Unit) -> Exhibit | None:
    """The code printed on the unit's own paper, else the declared one."""
    printed = (stated(case, document, "uscc") for document in unit.identity)
    return next((x for x in printed if x), unit.uscc)


def _fits_kind(unit: Unit, kinds: set[str]) -> bool | None:
    said = claimed(unit)
    if said:
        return bool(said & kinds)
    seen = shown(unit)
    return bool(seen & kinds) if seen else None
