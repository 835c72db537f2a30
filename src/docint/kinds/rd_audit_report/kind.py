"""R&D special audit (研发费用专项审计报告、加计扣除审计报告; 国科发火〔2016〕195号).

Facts are those of the contract: ``("rd_expense", year)``, ``("rd_items", year, item)`` with the
canonical names of `docint.kinds.rd_audit_report.items`, ``("projects", n, "name")`` and
``("projects", n, "amount", year)``, all in yuan; beyond the contract ``verification_code``.
`docint.extract.statements.ties` reads the sums off them.
"""

from __future__ import annotations

from docint.contracts import Cue, Field, Kind, Tools
from docint.extract import audits
from docint.extract.accountants import accountants
from docint.extract.audited_unit import company
from docint.kinds.rd_audit_report.figures import amount_facts
from docint.kinds.rd_audit_report.ledger import ledger
from docint.types.document import Document
from docint.types.fact import Facts


def find(document: Document, tools: Tools) -> Facts:
    """All facts of an R&D audit."""
    read = ledger(document)
    year = audits.fiscal_year(document)
    named = [entry.year for entry in read.entries if entry.year]
    ended = max(named) if named else (year.value if year and isinstance(year.value, int) else None)
    letter = (
        company(document),
        audits.audit_firm(document),
        audits.report_number(document),
        audits.report_date(document, ended),
        audits.verification_code(document),
    )
    only = year.value if year and isinstance(year.value, int) else None
    found = [fact for fact in letter if fact is not None]
    return Facts((*found, *accountants(document), *amount_facts(document, read, only, tools)))


kind = Kind(
    name="rd-audit-report",
    title="研发费用专项审计报告",
    cues=(
        Cue(
            r"(?:研究(?:与|和)?开发(?:费用?|支出|投入|经费)|研发(?:费用|投入|经费|支出)|研发活动|加计扣除)"
            r".{0,12}(?:专项)?审(?:计|核)报告",
            1.0,
            top=True,
        ),
        Cue(r"专项审(?:计|核)报告", 0.6, top=True),
        Cue(r"加计扣除.{0,10}鉴证报告", 0.8, top=True),
        Cue(
            r"(?:(?:研究开发|研发)(?:费用?|投入|支出)|研发项目)(?:结构|情况|归集|支出|加计扣除"
            r"|构成)*(?:明细表|汇总表|归集表|情况表|辅助账)",
            1.0,
        ),
        Cue(r"(?:研究开发|研发)(?:费用?|投入|支出).{0,6}(?:结构|归集|加计扣除)", 0.5),
        Cue(
            r"对[^。]{0,40}(?:研究(?:与|和)?开发|研发)(?:费用|投入|支出)[^。]{0,24}(?:审计|审核|鉴证)",
            0.4,
        ),
        Cue(r"人员人工(?:费用)?", 0.35),
        Cue(r"直接投入(?:费用)?", 0.35),
        Cue(r"装备调试费用?|新产品设计费|委托外部研究开发|其他相关费用", 0.3),
        Cue(r"RD0?1\D", 0.3),
        Cue(r"高新技术企业认定管理(?:工作指引|办法)|国科发火", 0.3),
        Cue(r"财税\[2015\]119号|2015年第97号", 0.3),
        Cue(r"中国注册会计师|会计师事务所", 0.2),
        Cue(r"资产负债表|利润表|现金流量表", -0.4, top=True),
        Cue(r"申请表|申报书|合作协议|建设(?:运营)?方案|劳动合同", -0.8, top=True),
    ),
    fields=(
        Field("company", "unit.name"),
        Field("audit_firm", "document.issuer"),
        Field("report_number", "document.number"),
        Field("report_date", "document.date"),
        Field("rd_expense", "unit.rd-expense"),
        Field("rd_items", "unit.statement"),
        Field("projects", "document.amount"),
        Field("cpas", "person.name"),
        Field("verification_code", "document.code"),
    ),
    find=find,
)
