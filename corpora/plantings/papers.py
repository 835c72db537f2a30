"""Plantings on papers: missing, wrong, unsigned, unsealed, expired, with pages or clauses lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from random import Random

from corpora import identity
from corpora.beijing import CONSORTIUM
from corpora.papers.plan_heads import SECTIONS
from corpora.plantings.said import ALL, Planted, said
from corpora.units import firm
from corpora.world import World


def _lacks(kind: str, *roles: str, subject: str = "") -> Callable[[World, Random], Planted]:
    def missing(w: World, r: Random) -> Planted:
        w.absent.update(roles)
        return said("missing-document", f"{kind} {subject or w.lead.name}", f"未提交{kind}")

    missing.__name__ = f"missing_{kind.replace('-', '_')}"
    return missing


def missing_chief_contract(w: World, r: Random) -> Planted:
    """Neither a contract nor a record of contributions of the chief engineer."""
    w.absent.update(("labor", "insurance"))
    return said(
        "missing-document", f"labor-contract {w.chief.name}", "首席技术负责人无劳动合同也无社保证明"
    )


def missing_title_certificate(w: World, r: Random) -> Planted:
    """The chief engineer's declared title has no certificate."""
    w.absent.add(f"title:{w.chief.name}")
    return said("missing-document", f"title-certificate {w.chief.name}", "首席技术负责人无职称证书")


def missing_member_licence(w: World, r: Random) -> Planted:
    """A participant hands in no licence or certificate."""
    unit = r.choice(w.members)
    w.absent.add(f"member:{unit.name}")
    return said("missing-document", f"{unit.paper} {unit.name}", "参与单位未提交证照")


def wrong_document(w: World, r: Random) -> Planted:
    """The 公示报告 stands for the credit report."""
    w.flags.add("gsxt")
    return said("wrong-document", w.lead.name, "以企业信用信息公示报告代替信用中国报告")


def report_out_of_date(w: World, r: Random) -> Planted:
    """The credit report is older than a month."""
    w.credit_on = w.applied_on - timedelta(days=r.randrange(40, 120))
    return said("report-out-of-date", w.lead.name, f"信用报告日期{w.credit_on.isoformat()}")


def dishonest_unit(w: World, r: Random) -> Planted:
    """The credit report lists serious dishonesty."""
    w.flags.add("dishonest")
    return said("dishonest-unit", w.lead.name, "严重失信主体名单1条")


def member_not_in_agreement(w: World, r: Random) -> Planted:
    """A declared member is no party."""
    unit = w.members[-1]
    w.flags.add(f"no-party:{unit.name}")
    return said("member-not-in-agreement", unit.name, "协议无此当事方")


def undeclared_agreement_party(w: World, r: Random) -> Planted:
    """A party of the agreement is not declared."""
    extra = firm(r, r.choice(list(identity.DISTRICTS)), w.applied_on, {w.lead.name})
    w.printed["agreement:extra"] = extra
    return said("undeclared-agreement-party", extra.name, "申请表未列此单位")


def member_role_mismatch(w: World, r: Random) -> Planted:
    """The agreement makes a participant the lead, and the lead a participant."""
    other = r.choice(w.members)
    w.printed["agreement:lead"] = other.name
    note = "协议的牵头单位与申请表不同"
    return said("member-role-mismatch", other.name, note) + said(
        "member-role-mismatch", w.lead.name, note
    )


def agreement_lacks_rd_division(w: World, r: Random) -> Planted:
    """The clause on who does what is left out."""
    w.flags.add("no-division")
    return said("agreement-lacks-rd-division", "cooperation-agreement", "协议无研发分工条款")


def agreement_lacks_ip_clause(w: World, r: Random) -> Planted:
    """The clause on intellectual property is left out."""
    w.flags.add("no-ip-clause")
    return said("agreement-lacks-ip-clause", "cooperation-agreement", "协议无知识产权条款")


def agreement_before_establishment(w: World, r: Random) -> Planted:
    """The agreement was signed before the youngest firm existed, and perhaps another."""
    firms = [unit for unit in (w.lead, *w.members) if unit.category == "91"]
    youngest = max(firms, key=lambda unit: unit.established)
    w.signed_on = youngest.established - timedelta(days=r.randrange(60, 400))
    return [
        told
        for unit in firms
        if unit.established > w.signed_on
        for told in said("date-order-conflict", unit.name, "协议签订早于该单位成立")
    ]


def unsigned_document(w: World, r: Random) -> Planted:
    """One party left signature and date blank; its seal is there."""
    unit = r.choice(w.members)
    w.flags.add(f"unsigned:{unit.name}")
    return said("unsigned-document", "cooperation-agreement", f"{unit.name}未签字、未填日期")


def seal_missing_agreement(w: World, r: Random) -> Planted:
    """One party did not seal the agreement."""
    unit = r.choice(w.members)
    w.flags.add(f"unsealed:{unit.name}")
    return said("seal-missing", "cooperation-agreement", f"{unit.name}未盖章")


def seal_missing_form(w: World, r: Random) -> Planted:
    """The scanned form bears no seal."""
    w.flags.add("unsealed:form")
    return said("seal-missing", "application-form", "申请表扫描件无公章")


def seal_missing_audit(w: World, r: Random) -> Planted:
    """The firm did not seal its report."""
    w.flags.add(f"unsealed:audit-{w.last}")
    return said("seal-missing", f"audit-report {w.last}", "审计报告无会计师事务所印章")


def seal_name_mismatch(w: World, r: Random) -> Planted:
    """A party's seal names another firm."""
    unit = r.choice(w.members)
    other = firm(r, unit.division, w.applied_on, set())
    w.printed[f"seal:{unit.name}"] = other.name
    return said("seal-name-mismatch", unit.name, f"印章文字为{other.name}")


def expired_certificate(w: World, r: Random) -> Planted:
    """The institution's certificate ran out before the application."""
    unit = next(m for m in w.members if m.category == "12")
    end = w.applied_on - timedelta(days=r.randrange(20, 400))
    unit.established = unit.issued = identity.later(end, -5)
    unit.valid = (unit.established, end)
    return said("expired-document", unit.name, f"证书有效期至{end.isoformat()}")


def expired_qualification(w: World, r: Random) -> Planted:
    """The 高新技术企业 certificate ran out before the application."""
    w.high_tech = True
    w.flags.add("stale-high-tech")
    return said("expired-document", w.lead.name, "高新技术企业证书已过有效期")


def pages_missing(w: World, r: Random) -> Planted:
    """A page of the audit report is lost; its feet count them."""
    year = r.choice((w.last, w.last - 1))
    w.flags.add(f"pages-missing:audit-{year}")
    return said("pages-missing", f"audit-report {year}", "审计报告缺一页")


def plan_section_missing(w: World, r: Random) -> Planted:
    """A part that the program asks of the plan is left out."""
    section = r.choice(SECTIONS)
    w.flags.add(f"no-section:{section}")
    return said("plan-section-missing", section, "方案缺此部分")


def period_unusual(w: World, r: Random) -> Planted:
    """A term of another length than two years."""
    first, _ = w.period
    years = r.choice((1, 3, 5))
    w.period = (first, identity.later(first, years) - timedelta(days=1))
    return said("period-unusual", "建设期", f"建设期为{years}年")


def forbidden_expense(w: World, r: Random) -> Planted:
    """The budget pays for what 第十三条 forbids."""
    item = r.choice(("股权投资款", "债券投资", "理财产品", "对外捐赠", "业务招待费", "偿还贷款"))
    w.budget.append((item, Decimal(r.randrange(5, 60)) * 10000))
    return said("forbidden-expense", item, f"预算列支{item}")


def claim_unsupported(w: World, r: Random) -> Planted:
    """The form claims 国家级高新技术企业, and no certificate is there."""
    w.high_tech = True
    w.absent.add("qualification")
    return said("claim-unsupported", "国家级高新技术企业", "所填资质无证书")


def missing_form(w: World, r: Random) -> Planted:
    """No form at all, nor data that declare anything."""
    w.absent.add("form")
    name = "申报书" if w.program == CONSORTIUM else "申请表"
    return said("missing-document", name, f"未提交{name}")


PLANTINGS: dict[Callable[[World, Random], Planted], str] = {
    _lacks(
        "business-license", "licence"
    ): "lead-licence lead-name lead-code lead-place lead-head lead-dates lead-capital",
    _lacks("credit-report", "credit"): "credit",
    _lacks("cooperation-agreement", "agreement"): "agreement",
    _lacks("construction-plan", "plan"): "plan",
    _lacks("rd-audit-report", "rd"): "rd",
    missing_chief_contract: "chief-contract",
    missing_title_certificate: "chief-title",
    missing_member_licence: "member member-head institution",
    wrong_document: "credit",
    report_out_of_date: "credit",
    dishonest_unit: "credit",
    member_not_in_agreement: "agreement member",
    undeclared_agreement_party: "agreement",
    member_role_mismatch: "agreement",
    agreement_lacks_rd_division: "agreement",
    agreement_lacks_ip_clause: "agreement",
    agreement_before_establishment: "agreement member lead-dates",
    unsigned_document: "agreement",
    seal_missing_agreement: "agreement",
    seal_missing_form: "form",
    seal_missing_audit: "audit",
    seal_name_mismatch: "agreement",
    expired_certificate: "institution",
    expired_qualification: "qualification",
    pages_missing: "audit",
    plan_section_missing: "plan",
    period_unusual: "date",
    forbidden_expense: "budget plan",
    claim_unsupported: "qualification",
    missing_form: ALL,
}
