"""首席技术负责人的用人单位是牵头单位: by labour contract, and by who pays the insurance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check
from docint.judge.naming import same_name
from docint.judge.outcomes import failed, not_applicable, passed, unknown, unsure
from docint.judge.people import contract_covers
from docint.judge.proof import misread, stated, text
from docint.judge.subjects import Person, Unit, subjects
from docint.judge.wording import says
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Exhibit, Outcome

CODE = "employer-mismatch"
_AGENCY = re.compile(
    r"人力资源|劳务|人才服务|人才交流|外服|对外服务|人事|派遣|社保代理|企业服务外包"
)
_BRANCH = re.compile(r"分公司|分院|分所|分支|办事处|事业部")
_INNOCENT = ("单位更名或合并", "合同由关联单位签订后已转签", "所交不是现行合同")


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    who = subjects(case)
    person, lead = who.chief_engineer, who.lead
    if person is None or lead is None:
        reason = "申报书未载明首席技术负责人或牵头单位。"
        yield unknown(CODE, "首席技术负责人", reason, settled_by="申请表")
        return
    contracts = _in_force(case, person.of_kind("labor-contract"))
    records = person.of_kind("social-insurance-record")
    if not contracts and not records:
        yield not_applicable(CODE, person.label, "未见劳动合同或社保证明，另作缺少材料处理。")
    for outcome in (
        _by_contract(case, person, lead, contracts),
        _by_payer(case, person, lead, records),
    ):
        if outcome:
            yield outcome


def _in_force(case: Case, contracts: tuple[Document, ...]) -> tuple[Document, ...]:
    """Contracts that may cover the application date; all, where none does."""
    on = case.applied_on
    current = tuple(c for c in contracts if on and contract_covers(case, c, on) is not False)
    return current or contracts


def _names(case: Case, lead: Unit) -> list[Exhibit]:
    printed = (stated(case, document, "name") for document in lead.identity)
    return [name for name in (lead.name, *printed) if name]


def _is_lead(case: Case, lead: Unit, employer: Exhibit) -> bool | None:
    answers = {same_name(name, employer) for name in _names(case, lead)}
    if True in answers:
        return True
    return None if None in answers or not answers else False


def _by_contract(
    case: Case, person: Person, lead: Unit, contracts: tuple[Document, ...]
) -> Outcome | None:
    employers = [x for c in contracts if (x := stated(case, c, "employer"))]
    if not employers:
        if not contracts:
            return None
        reason = "劳动合同的用人单位无法辨认。"
        return unknown(CODE, person.label, reason, settled_by="劳动合同清晰件")
    answers = [_is_lead(case, lead, employer) for employer in employers]
    if True in answers:
        match = employers[answers.index(True)]
        reason = f"{says(case, match)}为用人单位，与牵头单位一致。"
        return passed(CODE, person.label, reason, match, declared=lead.name)
    return _other_employer(case, person, lead, employers[0], answers[0])


def _other_employer(
    case: Case, person: Person, lead: Unit, employer: Exhibit, answer: bool | None
) -> Outcome:
    reason = f"{says(case, employer)}为用人单位，牵头单位为“{lead.label}”，两者不一致。"
    slip = unsure(employer, lead.name) and misread(text(employer), text(lead.name))
    if answer is None or slip:
        reason += "两名仅有形近或繁简之别，可能为识别误差。"
        return unknown(
            CODE, person.label, reason, employer, declared=lead.name, settled_by="劳动合同原件"
        )
    if _AGENCY.search(text(employer)):
        reason += "该单位为人力资源服务机构，是否属劳务派遣须核对。"
        return failed(
            CODE, person.label, reason, employer, declared=lead.name, innocent=_INNOCENT,
            severity="medium",
        )  # fmt: skip
    return failed(CODE, person.label, reason, employer, declared=lead.name, innocent=_INNOCENT)


def _by_payer(
    case: Case, person: Person, lead: Unit, records: tuple[Document, ...]
) -> Outcome | None:
    payers = [x for r in records if (x := stated(case, r, "employer"))]
    subject = f"{person.label}（参保单位）"
    if not payers:
        return None
    answers = [_is_lead(case, lead, payer) for payer in payers]
    if True in answers:
        match = payers[answers.index(True)]
        reason = f"{says(case, match)}为参保单位，与牵头单位一致。"
        return passed(CODE, subject, reason, match, declared=lead.name)
    payer = payers[0]
    reason = f"{says(case, payer)}为参保单位，牵头单位为“{lead.label}”，两者不一致。"
    if answers[0] is None or _AGENCY.search(text(payer)) or _BRANCH.search(text(payer)):
        reason += "可能为代缴或分支机构缴纳。"
        return unknown(
            CODE, subject, reason, payer, declared=lead.name, settled_by="代缴协议或任职证明"
        )
    return failed(
        CODE, subject, reason, payer, declared=lead.name, severity="medium",
        innocent=("代缴", "参保关系尚在转移"),
    )  # fmt: skip


check = Check(
    codes=(CODE,),
    statement="首席技术负责人的用人单位是牵头单位",
    run=_run,
    parameters={},
)
