"""申报的牵头、参与角色与合作协议一致."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check
from docint.judge.agreements import Party, is_party, parties
from docint.judge.outcomes import failed, passed, unknown
from docint.judge.proof import declared, text
from docint.judge.subjects import Unit, subjects
from docint.judge.wording import place, shown
from docint.types.case import Case
from docint.types.finding import Outcome

CODE = "member-role-mismatch"
ROLES = ("lead", "participant")


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    signed = [party for party in parties(case) if text(party.role) in ROLES]
    for unit in subjects(case).consortium:
        mine = [party for party in signed if is_party(case, unit, party) is True]
        if mine:
            yield _of(case, unit, mine)


def _of(case: Case, unit: Unit, mine: list[Party]) -> Outcome:
    # who is entered as the lead is declared to be it, whatever a cell beside says
    role = None if unit.role == "lead" else declared(case, *unit.path, "role")
    said = text(role) if text(role) in ROLES else unit.role
    agreeing = next((party for party in mine if text(party.role) == said), None)
    if agreeing and agreeing.role:
        reason = f"合作协议与申报书均载明为{shown(said)}。"
        return passed(CODE, unit.label, reason, agreeing.role, declared=role)
    party = mine[0]
    assert party.role  # noqa: S101 - only parties with a role are handed in
    if unit.role == "participant" and role is None and _leadless(case):
        reason = f"{place(case, party.role)}载明“{unit.label}”的角色，申报的牵头单位未能识读。"
        return unknown(CODE, unit.label, reason, party.role, settled_by="申请表清晰件")
    reason = (
        f"{place(case, party.role)}载明“{unit.label}”为{shown(party.role.fact.value)}，"
        f"申报为{shown(said)}，两者不一致。"
    )
    return failed(
        CODE, unit.label, reason, party.role, declared=role or unit.name,
        innocent=("协议签订后成员间另有约定", "申报书填写有误"),
    )  # fmt: skip


def _leadless(case: Case) -> bool:
    """Whether no lead was made out: then whoever is listed may be it."""
    lead = subjects(case).lead
    return lead is None or not (lead.name or lead.uscc)


check = Check(
    codes=(CODE,),
    statement="申报的成员角色与合作协议一致",
    run=_run,
    parameters={},
    standing=True,
)
