"""统一社会信用代码校验相符 (GB 32100-2015), declared and printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check
from docint.judge.outcomes import failed, passed, unknown, unsure
from docint.judge.proof import misread, stated, text
from docint.judge.subjects import NAME_OF_UNIT, subjects
from docint.judge.wording import place, title
from docint.types.case import Case
from docint.types.finding import Exhibit, Outcome
from docint.values.ids import uscc as codes

CODE = "uscc-invalid"
_OLD = 15
"""Length of a 注册号, which is no credit code and has its own check."""


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    for (subject, _code), shown in _codes(case).items():
        yield _of(case, subject, shown)


def _codes(case: Case) -> dict[tuple[str, str], list[Exhibit]]:
    """Where each unit's each code stands: papers before the form."""
    found: dict[tuple[str, str], list[Exhibit]] = {}
    units = subjects(case).units
    owners = {d.id: unit.label for unit in units for d in unit.documents}
    for document in case.of_kind(*NAME_OF_UNIT):
        if (code := stated(case, document, "uscc")) and len(text(code)) != _OLD:
            name = text(stated(case, document, NAME_OF_UNIT[document.kind]))
            owner = owners.get(document.id) or name or document.file
            found.setdefault((owner, text(code)), []).append(code)
    for unit in units:
        if unit.uscc and len(text(unit.uscc)) != _OLD:
            found.setdefault((unit.label, text(unit.uscc)), []).append(unit.uscc)
    return found


def _of(case: Case, subject: str, shown: list[Exhibit]) -> Outcome:
    code, first = text(shown[0]), shown[0]
    if codes.valid(code):
        return passed(CODE, subject, f"{place(case, first)}所载代码{code}校验相符。", first)
    reason = f"{place(case, first)}所载统一社会信用代码“{code}”校验不符：{codes.problem(code)}"
    if doubt := _doubt(case, subject, code, shown):
        return unknown(CODE, subject, f"{reason}{doubt}", *shown, settled_by=_paper(case, first))
    near = codes.candidates(code)
    innocent = (f"印刷或识读误差（如应为{near[0]}）",) if near else ("填写笔误", "识读误差")
    return failed(CODE, subject, reason, *shown, innocent=innocent)


def _paper(case: Case, exhibit: Exhibit) -> str:
    document = next((d for d in case.documents if d.id == exhibit.document), None)
    return f"{title(document)}原件" if document else "营业执照原件"


def _doubt(case: Case, subject: str, code: str, shown: list[Exhibit]) -> str:
    """Why a code that fails may only be misread; empty where it surely stands so."""
    if not all(unsure(exhibit) for exhibit in shown):
        return ""
    if any(not w.agrees for exhibit in shown for w in exhibit.fact.witnesses):
        return "另一识别结果与此不同。"
    for owner, other in _codes(case):
        if owner == subject and codes.valid(other) and misread(other, code):
            return f"该单位另一处所载“{other}”校验相符，仅个别形近字符不同，可能为识别误差。"
    return "代码不足或超过18位，可能为识别误差。" if len(code) != 18 else ""


check = Check(
    codes=(CODE,),
    statement="统一社会信用代码校验相符",
    run=_run,
    parameters={},
    standing=True,
)
