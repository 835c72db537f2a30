"""Plantings against the conditions of the Beijing programs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from random import Random

from corpora import identity
from corpora.beijing import CONSORTIUM, INDUSTRIAL, REGIONAL, seated
from corpora.plantings import papers, units
from corpora.plantings.said import ALL, Planted, said
from corpora.units import firm, institution, private_institute
from corpora.world import Unit, World

Plant = Callable[[World, Random], Planted]

_SLOTS = {
    CONSORTIUM: {
        "高校或科研院所": ("university", "research-institute"),
        "科技服务机构": ("city-society",),
        "金融机构": ("financial-institution",),
        "产业园区": ("park",),
    },
    REGIONAL: {
        "市学会": ("city-society",),
        "全国学会或其专业委员会": ("national-society",),
        "园区": ("park",),
        "高校或科研院所": ("university", "research-institute"),
    },
    INDUSTRIAL: {
        "相关企业": ("enterprise",),
        "市学会": ("city-society",),
        "全国学会或其专业委员会": ("national-society",),
        "高校或科研院所": ("university", "research-institute"),
    },
}
"""Places that the program asks to be filled, and who fills them (第五条、四（四）)."""
_FORBIDDEN = (
    "团队福利费", "个人奖金", "出国考察费", "业务招待费", "日常办公费", "办公设备购置费",
    "办公场地装修费", "项目管理费", "组织协调费", "对外投资款", "公益捐赠", "偿还贷款",
)  # fmt: skip
"""One or more of each group that 第十五条 names."""


def _without(w: World, name: str) -> None:
    w.members = [m for m in w.members if m.name != name]
    w.tasks.pop(name, None)


def _with(w: World, unit: Unit) -> None:
    w.members.append(unit)
    w.tasks[unit.name] = next(iter(w.tasks.values()))


def _lead(w: World, unit: Unit) -> None:
    """Another unit leads, with the people who led before."""
    before = w.lead.name
    w.lead = unit
    w.tasks = {unit.name if name == before else name: task for name, task in w.tasks.items()}
    for person in w.people:
        if person.employer == before:
            person.employer = unit.name


def bast_too_few_members(w: World, r: Random) -> Planted:
    """Five units; each asked kind is still there."""
    extra = next(m for m in w.members if m.kind == "enterprise")
    _without(w, extra.name)
    return said("too-few-members", "", "联合体仅5家单位")


def bast_composition_incomplete(w: World, r: Random) -> Planted:
    """One unit too few of an asked kind; a firm, or a school among firms, takes its place."""
    title, kinds = r.choice(list(_SLOTS[w.program].items()))
    gone = [m for m in w.members if m.kind in kinds][-1]
    _without(w, gone.name)
    if w.applicant and w.applicant.name == gone.name:
        w.applicant = next(m for m in w.members if m.kind.endswith("society"))
    other = firm(r, "110105", w.applied_on, {w.lead.name})
    _with(w, institution(r, w.applied_on) if "enterprise" in kinds else other)
    return said("composition-incomplete", title, f"{gone.name}未参加")


def bast_lead_outside(w: World, r: Random) -> Planted:
    """The lead is a firm of another city, and says so."""
    place = r.choice(("310115", "320105", "330106", "440305"))
    unit = firm(r, place, w.applied_on, set(), capital=(1000, 20000))
    unit.kind = "medium-enterprise"
    _lead(w, unit)
    return said("lead-outside-district", w.lead.name, f"住所为{w.lead.address}")


def bast_lead_kind_not_allowed(w: World, r: Random) -> Planted:
    """A university or a private institute leads; the firm that led takes part."""
    firm_before = w.lead
    if r.random() < 0.5:
        unit = seated(r, institution(r, w.applied_on), "北京市教育委员会")
    else:
        unit = seated(r, private_institute(r, w.applied_on, set()), "北京市科学技术委员会")
    _lead(w, unit)
    _with(w, firm_before)
    return said("lead-kind-not-allowed", unit.name, f"牵头单位为{unit.entity_type}")


def bast_affiliated_members(w: World, r: Random) -> Planted:
    """One member is held (举办) by another."""
    school = next(m for m in w.members if m.category == "12")
    unit = institution(r, w.applied_on)
    unit.name = f"{school.name}{r.choice(('人工智能', '先进制造', '新材料'))}研究院"
    unit.kind, unit.organizer = "research-institute", school.name
    _with(w, unit)
    return said("affiliated-members", unit.name, f"举办单位为{school.name}")


def bast_project_leader_missing(w: World, r: Random) -> Planted:
    """The form's field for the project leader is left blank."""
    w.declared["project_leader.name"] = w.declared["project_leader.title"] = ""
    return said("project-leader-missing", "", "申报书项目负责人一栏空白")


def bast_no_matching_funds(w: World, r: Random) -> Planted:
    """No matching funds are stated."""
    w.matching = Decimal(0)
    return said("no-matching-funds", "", "申报书配套经费填“无”")


def bast_forbidden_expense(w: World, r: Random) -> Planted:
    """The budget pays for what the program forbids."""
    item = r.choice(_FORBIDDEN)
    w.budget.append((item, Decimal(20000)))
    return said("forbidden-expense", item, f"预算列支{item}")


def bast_target_below_required(w: World, r: Random) -> Planted:
    """Fewer people, or fewer results, than the program asks."""
    item, less, least = r.choice((("凝聚科技人才", 30, 50), ("形成产业成果", 3, 5)))
    w.targets = [(i, less if i == item else n, u) for i, n, u in w.targets]
    title = "人才交流融通" if item == "凝聚科技人才" else "产业成果"
    return said("target-below-required", title, f"“{item}”目标为{less}，要求不少于{least}")


def bast_applicant_not_allowed(w: World, r: Random) -> Planted:
    """The lead, a school, a park or a firm applies, not a society."""
    others = [m for m in w.members if not m.kind.endswith("society")]
    w.applicant = r.choice((w.lead, r.choice(others)))
    return said("applicant-not-allowed", w.applicant.name, f"申报单位为{w.applicant.entity_type}")


def bast_too_few_experts(w: World, r: Random) -> Planted:
    """Fewer than fifteen experts."""
    w.experts = w.experts[: r.randrange(8, 15)]
    return said("too-few-experts", "", f"专家{len(w.experts)}人")


def bast_budget_exceeds_grant(w: World, r: Random) -> Planted:
    """The budget of the grant is above 100,000 yuan."""
    item, amount = w.budget[0]
    w.budget[0] = (item, amount + 60000)
    return said("budget-exceeds-grant", "", "资助经费预算超过10万元")


def bast_late_application(w: World, r: Random) -> Planted:
    """After the notice's last day."""
    w.applied_on = date(2022, 7, r.randrange(7, 28))
    return said("late-application", "", f"申请日期{w.applied_on.isoformat()}")


def bast_industry_not_listed(w: World, r: Random) -> Planted:
    """An industry that the notice does not list."""
    w.industry = r.choice(("文化旅游", "现代物流", "纺织服装", "房地产", "白酒酿造"))
    return said("industry-not-listed", w.industry, "产业不在通知所列范围")


def bast_district_mismatch(w: World, r: Random) -> Planted:
    """The form names another district of Beijing than the licence."""
    other = "110105" if w.lead.division == "110108" else "110108"
    w.declared["lead.district"] = {"code": other, "name": identity.DISTRICTS[other]}
    return said("district-mismatch", w.lead.name, f"申报书填写{identity.DISTRICTS[other]}")


def missing_agreement(w: World, r: Random) -> Planted:
    """The program asks for an agreement's terms (协议说明), and none is there."""
    w.absent.add("agreement")
    return said("missing-document", "合作协议", "未提交合作协议")


def missing_plan(w: World, r: Random) -> Planted:
    """The plan that the notice asks for is left out."""
    w.absent.add("plan")
    return said("missing-document", "工作方案", "未提交工作方案")


_LEAD = "lead-name lead-code lead-place lead-head lead-dates"

_BOTH: dict[Plant, str] = {
    bast_composition_incomplete: "member member-head institution applicant",
    bast_lead_outside: f"{_LEAD} applicant",
    units.lead_is_branch: f"{_LEAD} applicant",
    bast_lead_kind_not_allowed: f"{_LEAD} member applicant",
    bast_district_mismatch: "lead-place",
    units.name_mismatch: "lead-name",
    units.uscc_mismatch: "lead-code",
    units.legal_representative_mismatch: "lead-head",
    units.member_head_mismatch: "member member-head",
    units.established_date_mismatch: "lead-dates",
    papers.expired_certificate: "member institution",
    papers.missing_form: ALL,
}
CONSORTIUM_PLANTINGS: dict[Plant, str] = {
    **_BOTH,
    bast_too_few_members: "member agreement",
    bast_affiliated_members: "member institution",
    bast_project_leader_missing: "leader",
    bast_no_matching_funds: "funds",
    bast_forbidden_expense: "budget",
    bast_target_below_required: "targets",
    papers.period_unusual: "date",
    units.shared_legal_representative: "lead-head member member-head",
    missing_agreement: "agreement",
    papers.member_not_in_agreement: "agreement member",
    papers.undeclared_agreement_party: "agreement",
    papers.member_role_mismatch: f"{_LEAD} agreement member",
    papers.unsigned_document: "agreement member",
    papers.seal_missing_agreement: "agreement member",
    papers.seal_missing_form: "form-seal",
}
REGIONAL_PLANTINGS: dict[Plant, str] = {
    **_BOTH,
    bast_applicant_not_allowed: "applicant",
    bast_too_few_experts: "experts",
    bast_budget_exceeds_grant: "budget",
    bast_late_application: "date",
    missing_plan: "plan",
}
INDUSTRIAL_PLANTINGS: dict[Plant, str] = {
    **REGIONAL_PLANTINGS,
    bast_industry_not_listed: "industry",
}
