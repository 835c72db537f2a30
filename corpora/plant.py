"""Planted discrepancies: each changes one thing, and says so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from random import Random

from corpora import identity
from corpora.world import World

Planted = list[dict[str, str]]
"""Codes that must be raised, each with its subject and what was done."""


def _said(code: str, subject: str, note: str) -> Planted:
    return [{"code": code, "subject": subject, "note": note}]


def name_mismatch(w: World, r: Random) -> Planted:
    other = w.lead.name.replace("有限公司", "科技有限公司") if "科技有限公司" not in w.lead.name else w.lead.name.replace("科技有限公司", "实业有限公司")
    w.declared["lead.name"] = other
    return _said("name-mismatch", other, "form states another name")


def uscc_mismatch(w: World, r: Random) -> Planted:
    w.declared["lead.uscc"] = identity.uscc(r, "91", "440300")
    return _said("uscc-mismatch", w.lead.name, "form states another valid code")


def lead_outside_district(w: World, r: Random) -> Planted:
    w.declared["lead.district"] = w.lead.district
    w.declared["lead.address"] = w.lead.address
    w.lead.division = r.choice(("440305", "440306", "440303", "440307"))
    w.lead.address = identity.address(r, w.lead.division)
    return _said("district-mismatch", w.lead.name, "licence lies elsewhere") + _said("lead-outside-district", w.lead.name, "licence lies elsewhere")


def legal_representative_mismatch(w: World, r: Random) -> Planted:
    w.declared["lead.legal_representative"] = identity.person_name(r)
    return _said("legal-representative-mismatch", w.lead.name, "form")


def registered_capital_mismatch(w: World, r: Random) -> Planted:
    w.declared["lead.registered_capital"] = f"{w.lead.capital * 2:.2f}"
    return _said("registered-capital-mismatch", w.lead.name, "form states double")


def established_date_mismatch(w: World, r: Random) -> Planted:
    w.declared["lead.established_on"] = (w.lead.established - timedelta(days=400)).isoformat()
    return _said("established-date-mismatch", w.lead.name, "form")


def rd_expense_mismatch(w: World, r: Random) -> Planted:
    year = w.applied_on.year - 1
    w.declared[f"rd_expense.{year}"] = f"{w.years[year].rd_total * Decimal('1.25'):.2f}"
    return _said("rd-expense-mismatch", str(year), "form states 25 % more")


def revenue_mismatch(w: World, r: Random) -> Planted:
    year = w.applied_on.year - 2
    w.declared[f"revenue.{year}"] = f"{w.years[year].income['营业收入'] * Decimal('1.3'):.2f}"
    return _said("revenue-mismatch", str(year), "form states 30 % more")


def rd_audit_conflict(w: World, r: Random) -> Planted:
    year = w.applied_on.year - 1
    w.printed[f"audit-{year}:rd_expense"] = w.years[year].rd_total * Decimal("0.7")
    shift = w.years[year].rd_total * Decimal("0.3")
    for line in ("营业利润", "利润总额", "净利润"):
        w.years[year].income[line] += shift
    return _said("rd-audit-conflict", str(year), "financial audit gives 30 % less")


def member_not_in_agreement(w: World, r: Random) -> Planted:
    left = w.members[-1]
    w.flags.add(f"no-party:{left.name}")
    return _said("member-not-in-agreement", left.name, "no party")


def member_role_mismatch(w: World, r: Random) -> Planted:
    w.printed["agreement:lead"] = w.members[0].name
    return _said("member-role-mismatch", w.members[0].name, "agreement names another lead")


def employer_mismatch(w: World, r: Random) -> Planted:
    other = identity.firm_name(r, "东莞", set(), "智能装备")
    w.printed["labor:employer"] = other
    return _said("employer-mismatch", w.chief.name, "contract with another firm")


def age_mismatch(w: World, r: Random) -> Planted:
    w.declared["chief_engineer.birth_date"] = w.chief.birth.replace(year=w.chief.birth.year + 4, day=min(w.chief.birth.day, 28)).isoformat()
    w.declared["chief_engineer.age"] = w.chief.age(w.applied_on) - 4
    return _said("age-mismatch", w.chief.name, "form states four years less")


def title_mismatch(w: World, r: Random) -> Planted:
    w.printed["title:title"] = "工程师" if w.chief.title != "工程师" else "助理工程师"
    return _said("title-mismatch", w.chief.name, "certificate of a lower title")


def registered_too_recently(w: World, r: Random) -> Planted:
    w.lead.established = w.applied_on - timedelta(days=r.randrange(120, 330))
    w.lead.issued = w.lead.established
    w.contract_from = w.lead.established + timedelta(days=20)
    w.flags.add("fresh")
    return _said("registered-too-recently", w.lead.name, "licence")


def rd_expense_below_threshold(w: World, r: Random) -> Planted:
    for year in (w.applied_on.year - 1, w.applied_on.year - 2):
        data = w.years[year]
        before = data.rd_total
        data.rd_items = {k: (v * Decimal("0.35")).quantize(Decimal("0.01")) for k, v in data.rd_items.items()}
        gap = before - data.rd_total
        data.income["研发费用"] = data.rd_total
        for line in ("营业利润", "利润总额", "净利润"):
            data.income[line] += gap
    return _said("rd-expense-below-threshold", w.lead.name, "ledger below ten million")


def chief_engineer_over_age(w: World, r: Random) -> Planted:
    w.chief.birth = w.chief.birth.replace(year=w.applied_on.year - 63, day=min(w.chief.birth.day, 28))
    w.chief.id_number = identity.id_number(r, w.chief.birth, w.chief.sex, "430103")
    return _said("chief-engineer-over-age", w.chief.name, "born 63 years ago")


def chief_engineer_not_full_time(w: World, r: Random) -> Planted:
    w.flags.add("part-time")
    w.absent.add("insurance")
    return _said("chief-engineer-not-full-time", w.chief.name, "非全日制 contract")


def agreement_lacks_rd_division(w: World, r: Random) -> Planted:
    w.flags.add("no-division")
    return _said("agreement-lacks-rd-division", "合作协议", "clause left out")


def agreement_lacks_ip_clause(w: World, r: Random) -> Planted:
    w.flags.add("no-ip-clause")
    return _said("agreement-lacks-ip-clause", "合作协议", "clause left out")


def report_out_of_date(w: World, r: Random) -> Planted:
    w.credit_on = w.applied_on - timedelta(days=r.randrange(40, 120))
    return _said("report-out-of-date", w.lead.name, "credit report too old")


def audit_year_missing(w: World, r: Random) -> Planted:
    year = w.applied_on.year - 2
    w.absent.add(f"audit-{year}")
    return _said("audit-year-missing", str(year), "no audit of that year")


def missing_document(w: World, r: Random) -> Planted:
    kind = r.choice(("credit", "agreement", "plan", "licence"))
    w.absent.add(kind)
    return _said("missing-document", {"credit": "credit-report", "agreement": "cooperation-agreement", "plan": "construction-plan", "licence": "business-license"}[kind], "left out")


def wrong_document(w: World, r: Random) -> Planted:
    w.flags.add("gsxt")
    return _said("wrong-document", w.lead.name, "公示报告 for the credit report")


def dishonest_unit(w: World, r: Random) -> Planted:
    w.flags.add("dishonest")
    return _said("dishonest-unit", w.lead.name, "one entry in the list")


def uscc_invalid(w: World, r: Random) -> Planted:
    code = w.lead.uscc
    wrong = code[:-1] + next(c for c in identity.ALPHABET if c != code[-1])
    w.lead.uscc = wrong
    return _said("uscc-invalid", w.lead.name, "check character altered everywhere")


def id_number_invalid(w: World, r: Random) -> Planted:
    number = w.chief.id_number
    w.chief.id_number = number[:-1] + ("1" if number[-1] != "1" else "2")
    return _said("id-number-invalid", w.chief.name, "check digit altered everywhere")


def amount_words_conflict(w: World, r: Random) -> Planted:
    w.flags.add("agreement-words")
    return _said("amount-words-conflict", "合作协议", "大写 differs")


def totals_conflict(w: World, r: Random) -> Planted:
    year = w.applied_on.year - 1
    w.printed[f"audit-{year}:负债合计"] = w.years[year].balance["负债合计"] + Decimal("310000.00")
    return _said("totals-conflict", str(year), "liabilities altered on the balance sheet")


def unsigned_document(w: World, r: Random) -> Planted:
    w.flags.add("unsigned-agreement")
    return _said("unsigned-document", "合作协议", "signature and date blank")


def plan_section_missing(w: World, r: Random) -> Planted:
    w.flags.add("no-section:技术发展趋势及国内外发展现状")
    return _said("plan-section-missing", "技术发展趋势及国内外发展现状", "left out")


def shared_legal_representative(w: World, r: Random) -> Planted:
    w.members[-1].head = w.lead.head
    return _said("shared-legal-representative", w.lead.head, "two units, one head")


ALL: tuple[Callable[[World, Random], Planted], ...] = (
    name_mismatch, uscc_mismatch, lead_outside_district, legal_representative_mismatch, registered_capital_mismatch,
    established_date_mismatch, rd_expense_mismatch, revenue_mismatch, rd_audit_conflict, member_not_in_agreement,
    member_role_mismatch, employer_mismatch, age_mismatch, title_mismatch, registered_too_recently, rd_expense_below_threshold,
    chief_engineer_over_age, chief_engineer_not_full_time, agreement_lacks_rd_division, agreement_lacks_ip_clause,
    report_out_of_date, audit_year_missing, missing_document, wrong_document, dishonest_unit, uscc_invalid, id_number_invalid,
    amount_words_conflict, totals_conflict, unsigned_document, plan_section_missing, shared_legal_representative,
)  # fmt: skip

_EXCLUDE = (
    {"rd_expense_mismatch", "rd_expense_below_threshold", "rd_audit_conflict", "audit_year_missing", "revenue_mismatch", "totals_conflict"},
    {"member_not_in_agreement", "member_role_mismatch", "agreement_lacks_rd_division", "agreement_lacks_ip_clause", "missing_document", "amount_words_conflict", "unsigned_document"},
    {"employer_mismatch", "chief_engineer_not_full_time", "chief_engineer_over_age", "age_mismatch", "id_number_invalid"},
    {"name_mismatch", "uscc_mismatch", "uscc_invalid", "lead_outside_district", "registered_too_recently", "established_date_mismatch", "missing_document", "legal_representative_mismatch", "shared_legal_representative", "registered_capital_mismatch"},
    {"report_out_of_date", "missing_document", "wrong_document", "dishonest_unit"},
    {"plan_section_missing", "missing_document"},
)  # fmt: skip


def plant(world: World, random: Random, number: int) -> Planted:
    """Plant some discrepancies that do not meddle with each other."""
    planted: Planted = []
    barred: set[str] = set()
    for one in random.sample(ALL, len(ALL)):
        if len(planted) >= number or one.__name__ in barred:
            continue
        planted += one(world, random)
        for group in _EXCLUDE:
            if one.__name__ in group:
                barred |= group
        barred.add(one.__name__)
    return planted
