"""首席技术负责人为全职在职人员 on the application date: by contract, or insurance paid."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from docint.contracts import Check
from docint.judge.outcomes import NO_DATE, failed, not_applicable, passed, unknown
from docint.judge.people import contract_covers, insurance_covers
from docint.judge.proof import stated
from docint.judge.subjects import Person, subjects
from docint.judge.wording import place, says
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Exhibit, Outcome
from docint.values.dates import show
from docint.values.text import fold

CODE = "chief-engineer-not-full-time"
# these do not prove full-time work, whatever their term (劳动合同法第六十八条等)
_OTHER_PAPER = re.compile(r"劳务合同|劳务协议|返聘|实习协议|顾问协议|顾问聘|劳务派遣协议|非全日制")


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    person = subjects(case).chief_engineer
    if person is None:
        reason = "申报书未载明首席技术负责人。"
        yield unknown(CODE, "首席技术负责人", reason, settled_by="申请表")
        return
    papers = person.of_kind("labor-contract", "social-insurance-record")
    if not papers:
        yield not_applicable(CODE, person.label, "未见劳动合同或社保证明，另作缺少材料处理。")
    elif case.applied_on is None:
        yield _part_time(case, person, papers) or unknown(
            CODE, person.label, "申报日期不明，在职情况无从判断。", settled_by=NO_DATE
        )
    else:
        yield _judged(case, person, papers, case.applied_on)


def _part_time(case: Case, person: Person, papers: tuple[Document, ...]) -> Outcome | None:
    """Where a paper says so itself."""
    for paper in papers:
        said = stated(case, paper, "full_time")
        if said and said.fact.value is False:
            reason = f"{place(case, said)}载明为非全日制用工（“{said.fact.raw}”）。"
            return failed(
                CODE, person.label, reason, said, innocent=("另有全职合同未提交", "勾选项识别有误")
            )
    return None


def _judged(case: Case, person: Person, papers: tuple[Document, ...], on: date) -> Outcome:
    answers = [(paper, _covers(case, paper, on)) for paper in papers]
    current = tuple(paper for paper, answer in answers if answer is not False)
    if said := _part_time(case, person, current):
        return said
    for paper, answer in answers:
        if answer:
            shown = _term(case, paper)
            reason = (
                f"{'；'.join(says(case, x) for x in shown)}，申报日{show(on.isoformat())}在其期内。"
            )
            return passed(CODE, person.label, reason, *shown)
    shown = tuple(x for paper, _ in answers for x in _term(case, paper))
    if shown and all(answer is False for _, answer in answers):
        terms = "；".join(says(case, x) for x in shown)
        reason = f"{terms}，均不包含申报日{show(on.isoformat())}。"
        return failed(
            CODE,
            person.label,
            reason,
            *shown,
            innocent=("已续签而未提交续签页", "另有在职证明未提交"),
        )
    reason = "合同或社保证明的起止日期无法辨认，或所交为劳务、返聘等协议，不足以判断全职在职。"
    return unknown(CODE, person.label, reason, *shown, settled_by="现行劳动合同或近期社保证明")


def _covers(case: Case, paper: Document, on: date) -> bool | None:
    if paper.kind == "social-insurance-record":
        return insurance_covers(case, paper, on)
    covered = contract_covers(case, paper, on)
    heading = fold(paper.text[:80])
    return None if covered and _OTHER_PAPER.search(heading) else covered


def _term(case: Case, paper: Document) -> tuple[Exhibit, ...]:
    keys = ("valid_from", "valid_until", "paid_from", "paid_until")
    return tuple(x for key in keys if (x := stated(case, paper, key)))


check = Check(
    codes=(CODE,),
    statement="首席技术负责人在申报日为全职在职人员",
    run=_run,
    parameters={},
)
