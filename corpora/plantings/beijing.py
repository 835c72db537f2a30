"""Plantings against the conditions of the Beijing programs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from random import Random

from corpora.beijing import CONSORTIUM
from corpora.plantings.said import Planted, said
from corpora.units import firm
from corpora.world import World

Plant = Callable[[World, Random], Planted]


def _without(w: World, name: str) -> None:
    w.members = [m for m in w.members if m.name != name]
    w.tasks.pop(name, None)


def bast_too_few_members(w: World, r: Random) -> Planted:
    """Five units; each asked kind is still there."""
    extra = next(m for m in w.members if m.kind == "enterprise")
    _without(w, extra.name)
    return said("too-few-members", "", "联合体仅5家单位")


def bast_composition_incomplete(w: World, r: Random) -> Planted:
    """No bank, or a city's society too few; an enterprise takes its place."""
    kind, title = ("city-society", "市学会")
    if w.program == CONSORTIUM:
        kind, title = ("financial-institution", "金融机构")
    gone = [m for m in w.members if m.kind == kind][-1]
    _without(w, gone.name)
    w.members.append(firm(r, "110105", w.applied_on, {w.lead.name}))
    return said("composition-incomplete", title, f"{gone.name}未参加")


def bast_lead_outside(w: World, r: Random) -> Planted:
    """The lead is a firm of Shanghai, and says so."""
    old = w.lead.name
    w.lead = firm(r, "310115", w.applied_on, set(), capital=(1000, 20000))
    w.lead.kind = "medium-enterprise"
    w.leader.employer = w.chief.employer = w.lead.name
    w.tasks = {w.lead.name if name == old else name: task for name, task in w.tasks.items()}
    return said("lead-outside-district", w.lead.name, f"住所为{w.lead.address}")


def bast_no_matching_funds(w: World, r: Random) -> Planted:
    """No matching funds are stated."""
    w.matching = Decimal(0)
    return said("no-matching-funds", "", "申报书配套经费填“无”")


def bast_forbidden_expense(w: World, r: Random) -> Planted:
    """The budget pays for what the program forbids."""
    item = r.choice(("出国考察费", "办公设备购置费", "业务招待费"))
    w.budget.append((item, Decimal(20000)))
    return said("forbidden-expense", item, f"预算列支{item}")


def bast_target_below_required(w: World, r: Random) -> Planted:
    """Fewer people than the program asks."""
    w.targets = [(i, 30 if i == "凝聚科技人才" else n, u) for i, n, u in w.targets]
    return said("target-below-required", "凝聚科技人才", "目标为30名，要求不少于50名")


def bast_applicant_not_allowed(w: World, r: Random) -> Planted:
    """The lead itself applies, not a society."""
    w.applicant = w.lead
    return said("applicant-not-allowed", w.lead.name, "申报单位为企业")


def bast_too_few_experts(w: World, r: Random) -> Planted:
    """Fewer than fifteen experts."""
    w.experts = w.experts[: r.randrange(8, 14)]
    return said("too-few-experts", "", f"专家{len(w.experts)}人")


def bast_budget_exceeds_grant(w: World, r: Random) -> Planted:
    """The budget of the grant is above 100,000 yuan."""
    item, amount = w.budget[0]
    w.budget[0] = (item, amount + 60000)
    return said("budget-exceeds-grant", "", "资助经费预算超过10万元")


def bast_late_application(w: World, r: Random) -> Planted:
    """After the notice's last day."""
    w.applied_on = date(2022, 7, r.randrange(10, 28))
    return said("late-application", "", f"申请日期{w.applied_on.isoformat()}")


def bast_industry_not_listed(w: World, r: Random) -> Planted:
    """An industry that the notice does not list."""
    w.industry = r.choice(("文化旅游", "现代物流", "纺织服装"))
    return said("industry-not-listed", w.industry, "产业不在通知所列范围")


_BOTH: dict[Plant, str] = {
    bast_composition_incomplete: "member",
    bast_lead_outside: "lead",
}
CONSORTIUM_PLANTINGS: dict[Plant, str] = {
    **_BOTH,
    bast_too_few_members: "member",
    bast_no_matching_funds: "funds",
    bast_forbidden_expense: "budget",
    bast_target_below_required: "targets",
}
REGIONAL_PLANTINGS: dict[Plant, str] = {
    **_BOTH,
    bast_applicant_not_allowed: "applicant lead",
    bast_too_few_experts: "experts",
    bast_budget_exceeds_grant: "budget",
    bast_late_application: "date",
}
INDUSTRIAL_PLANTINGS: dict[Plant, str] = {
    **REGIONAL_PLANTINGS,
    bast_industry_not_listed: "industry",
}
