"""Financial audit report (财务审计报告, domain: 注册会计师法 第14条).

Beyond the contract's facts every recognised statement line hangs under ``("statement", year,
line)`` in yuan, ``line`` being the canonical name of `docint.extract.accounts` (``营业利润``,
``流动资产合计``, ``净利润``); a column 年初余额 is the closing of the year before
and hangs there; an opening restated on 1 January beside that closing is ``line + "@期初"`` of the
report's own year. `docint.extract.statements.ties` reads the equations off these facts. Where a
report prints both, the company's own (母公司) figures are given; ``method`` ends in ``:母公司`` or
``:合并``.
"""

from __future__ import annotations

from docint.contracts import Cue, Field, Kind, Tools
from docint.extract import audits
from docint.extract.accountants import accountants
from docint.extract.audited_unit import company
from docint.kinds.audit_report.figures import amount_facts, stated_years
from docint.kinds.audit_report.opinion import opinion
from docint.types.document import Document
from docint.types.fact import Facts


def find(document: Document, tools: Tools) -> Facts:
    """All facts of a financial audit; see the module for those beyond the contract."""
    year = audits.fiscal_year(document, stated_years(document))
    ended = year.value if year and isinstance(year.value, int) else None
    letter = (
        company(document),
        audits.audit_firm(document),
        audits.report_number(document),
        audits.report_date(document, ended),
        year,
        opinion(document),
        audits.verification_code(document),
    )
    found = [fact for fact in letter if fact is not None]
    return Facts((*found, *accountants(document), *amount_facts(document, ended, tools)))


kind = Kind(
    name="audit-report",
    title="财务审计报告",
    cues=(
        Cue(r"形成(?:审计|保留|否定|无法表示)意见的基础", 1.0),
        Cue(
            r"(?<!专项)(?<!费用)(?<!加计扣除)(?<!情况)(?<!支出)(?<!投入)(?<!经费)审计报告",
            0.8,
            top=True,
        ),
        Cue(r"全体股东:", 0.3),
        Cue(r"一、审计意见", 0.6),
        Cue(r"注册会计师(?:对财务报表审计)?的责任", 0.6),
        Cue(r"管理层(?:和治理层)?对财务报表的责任", 0.6),
        Cue(r"中国注册会计师", 0.4),
        Cue(r"会计师事务所", 0.2),
        Cue(r"(?:会企|会小企|会民非)0[1-4]表", 0.8),
        Cue(r"资产负债表", 0.7, top=True),
        Cue(r"利润表|损益表|收入费用表|业务活动表", 0.6, top=True),
        Cue(r"现金流量表|(?:所有者|股东)权益变动表", 0.7, top=True),
        Cue(r"流动资产合计|流动负债合计|所有者权益合计|负债和所有者权益", 0.5),
        Cue(r"营业利润|利润总额|所得税费用", 0.3),
        Cue(r"经营活动产生的现金流量净额", 0.5),
        Cue(r"(?:财务|会计)报表(?:主要项目)?(?:附注|注释)", 0.7),
        Cue(r"报告编码|注册会计师行业统一监管平台", 0.3),
        Cue(r"专项审计|专项审核|加计扣除|研究开发费用(?:结构)?明细", -0.8, top=True),
        Cue(r"验资报告|清产核资|经济责任审计|汇算清缴|审阅报告|内部审计报告", -1.2, top=True),
    ),
    fields=(
        Field("company", "unit.name"),
        Field("audit_firm", "document.issuer"),
        Field("report_number", "document.number"),
        Field("report_date", "document.date"),
        Field("fiscal_year", "document.year"),
        Field("opinion", "document.opinion"),
        Field("revenue", "unit.revenue"),
        Field("rd_expense", "unit.rd-expense"),
        Field("net_profit", "unit.statement"),
        Field("total_assets", "unit.statement"),
        Field("total_liabilities", "unit.statement"),
        Field("owners_equity", "unit.statement"),
        Field("cpas", "person.name"),
        Field("verification_code", "document.code"),
    ),
    find=find,
)
