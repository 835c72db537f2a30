"""Audit reports of invented firms, each in a layout of its own."""

from __future__ import annotations

import pytest

from docint.contracts import Tools
from docint.kinds.audit_report.kind import find
from tests.printed import document_of, printed_page, ruled_page

LAYOUTS: dict[str, tuple[tuple[str, ...], dict[str, object]]] = {
    "in two languages": (
        (
            """
  利润表
  INCOME STATEMENT
  公司名称：深圳擎合微电子有限公司            2023年度             单位：人民币(元)
  项目 Items                           本年度 Current year   上年度 Prior year
  一、营业收入 Revenue                  290,467,332.45        273,314,105.42
  研发费用 Research expenses             18,411,089.15         22,935,266.18
  四、净利润 Net profit                  114,281,069.05        100,000,000.00
""",
        ),
        {"revenue.2023": "290467332.45", "rd_expense.2022": "22935266.18"},
    ),
    "lines numbered with a letter, the year before first, a dash before the unit": (
        (
            """
                       资产负债表
  2023年12月31日                                                单位 — 元
                                               金额
  编号      项目                     上期末                本期末
  B01    流动资产合计            61,000,000.00         71,000,000.00
  B02    非流动资产合计          10,000,000.00         20,000,000.00
  B03    资产总计                71,000,000.00         91,000,000.00
  B04    流动负债合计            11,000,000.00         21,000,000.00
  B05    负债合计                11,000,000.00         21,000,000.00
  B06    所有者权益合计          60,000,000.00         70,000,000.00
  B07    负债和所有者权益总计    71,000,000.00         91,000,000.00
""",
            """
                       利润表
  2023年度                                                      单位 — 元
                                               金额
  编号      项目                     上期数                本年累计
  P01    一、营业收入            41,000,000.00         51,000,000.00
  P02    减：营业成本            21,000,000.00         31,000,000.00
  P03    其中：研究费用           4,000,000.00          5,000,000.00
  P04    四、净利润              10,000,000.00         12,000,000.00
""",
        ),
        {
            "total_assets.2023": "91000000.00",
            "total_assets.2022": "71000000.00",
            "owners_equity.2023": "70000000.00",
            "revenue.2022": "41000000.00",
            "rd_expense.2023": "5000000.00",
        },
    ),
    "a firm behind its label, accountants called by the short word": (
        (
            """
                       审计报告
  审计机构 济南砺行会计师事务所（普通合伙）
  事务所 济南砺行会计师事务所（普通合伙）
  注师签章：岳青禾
  注师签章：闻人拓
  2024年3月2日
""",
        ),
        {
            "audit_firm": "济南砺行会计师事务所（普通合伙）",
            "cpas.0.name": "岳青禾",
            "cpas.1.name": "闻人拓",
        },
    ),
    "a unit without its label, a column of notes set off in the head": (
        (
            """
                    利 润 表
  编制单位：济南青岩精密有限责任公司                  人民币万元
                                          发生额
                              附注
  项          目                          2023年度       2022年度
  一、营业收入                六、18      49,567.40      40,034.39
  减：研发费用                六、22       1,938.84       2,173.34
  四、净利润                              13,565.75      13,859.33
""",
        ),
        {"revenue.2023": "495674000.00", "rd_expense.2022": "21733400.00"},
    ),
    "the older year first, a unit for each table": (
        (
            """
  鲁正会审〔2024〕A088号
                 审 计 报 告
  济南青岩精密有限责任公司全体股东：
  我们审计了济南青岩精密有限责任公司（以下简称“青岩公司”）的财务报表，包括2023年12月31日的资产负债表，2023年度的利润表。
  我们认为，后附的财务报表在所有重大方面按照企业会计准则的规定编制，公允反映了青岩公司的财务状况。
  山东鲁正会计师事务所有限公司         中国注册会计师   岳青禾
  地址：济南市历下区                   中国注册会计师   闻人拓
                                      二○二四年四月八日
""",
            """
                    资产负债表
  编制单位：济南青岩精密有限责任公司      2023年12月31日      单位：人民币元
  资  产         行次      年初数     期末数  负债及所有者权益     行次    年初数     期末数
  流动资产合计    10     1,000.00   2,000.00  流动负债合计          30     600.00     900.00
  非流动资产合计  20       500.00     700.00  负债合计              40     600.00     900.00
                                              所有者权益合计        50     900.00   1,800.00
  资产总计        25     1,500.00   2,700.00  负债和权益总计        60   1,500.00   2,700.00
""",
            """
                 利 润 表
  2023年度                                      金额单位：人民币万元
  项          目                 上年金额              本年金额
  一、营业总收入                 1,200.50              1,500.75
    其中：营业收入               1,200.50              1,500.75
  减：营业成本                   700.00                800.00
      研发费用                   100.10                120.20
  四、净利润（净亏损以“－”号填列）  (56.70)            88.90
""",
        ),
        {
            "company": "济南青岩精密有限责任公司",
            "audit_firm": "山东鲁正会计师事务所有限公司",
            "report_number": "鲁正会审〔2024〕A088号",
            "report_date": "2024-04-08",
            "fiscal_year": 2023,
            "opinion": "unqualified",
            "cpas.0.name": "岳青禾",
            "cpas.1.name": "闻人拓",
            "revenue.2022": "12005000.00",
            "revenue.2023": "15007500.00",
            "net_profit.2022": "-567000.00",
            "total_assets.2022": "1500.00",
            "total_assets.2023": "2700.00",
            "owners_equity.2023": "1800.00",
            "total_liabilities.2022": "600.00",
        },
    ),
    "years as heads, numbered notes beside the labels": (
        (
            """
                     合  并  利  润  表
   单位名称：某某股份有限公司                                   单位：元  币种：人民币
   项目                         附注五        2022年度             2023年度
   一、营业收入                 （三十一）     900,000.00           1,000,000.00
   研发费用                     （三十五）     90,000.00            100,000.00
   五、净利润（亏损以“-”填列）                （20,000.00）        -30,000.00
""",
        ),
        {
            "revenue.2022": "900000.00",
            "revenue.2023": "1000000.00",
            "rd_expense.2023": "100000.00",
            "net_profit.2022": "-20000.00",
            "net_profit.2023": "-30000.00",
        },
    ),
    "a small enterprise's cumulative columns": (
        (
            """
                       利润表                          会小企02表
   编制单位：蓬莱云帆软件有限公司        2023年12月          单位：元
   项目                                  行次    本年累计金额       上年同期累计数
   一、营业收入                          1       3,210,000.00       2,100,000.00
   减：营业成本                          2       1,000,000.00       900,000.00
   管理费用                              14      800,000.00         600,000.00
   其中：研究费用                        17      410,000.00         300,000.00
   四、净利润（净亏损以“-”号填列）       32      210,000.00         -100,000.00
""",
        ),
        {
            "company": "蓬莱云帆软件有限公司",
            "fiscal_year": 2023,
            "revenue.2023": "3210000.00",
            "revenue.2022": "2100000.00",
            "rd_expense.2023": "410000.00",
            "net_profit.2022": "-100000.00",
        },
    ),
    "a table of main figures in the letter": (
        (
            """
  审计报告
  经审计，贵公司主要财务指标如下：
                               单位：万元
  指标名称            2023年            2022年
  资产总额            2,700.00          1,500.00
  负债总额            900.00            600.00
  净资产              1,800.00          900.00
  营业收入            1,500.75          1,200.50
  研发费用            120.20            100.10
  净利润              88.90             -56.70
""",
        ),
        {
            "total_assets.2023": "27000000.00",
            "total_liabilities.2022": "6000000.00",
            "owners_equity.2023": "18000000.00",
            "revenue.2022": "12005000.00",
            "net_profit.2022": "-567000.00",
            "rd_expense.2022": "1001000.00",
        },
    ),
    "dates with points as heads, thousands": (
        (
            """
  资产负债表
  2023.12.31                                   人民币千元
  项目                    2023.12.31       2022.12.31
  流动资产合计            2,000            1,000
  资产总计                2,700            1,500
  负债合计                900              600
  股东权益合计            1,800            900
  负债和股东权益总计      2,700            1,500
""",
        ),
        {
            "total_assets.2023": "2700000.00",
            "total_assets.2022": "1500000.00",
            "total_liabilities.2023": "900000.00",
            "owners_equity.2022": "900000.00",
        },
    ),
    "heads in two languages set wide, the currency behind the unit, the date in both": (
        (
            """
      验证编码：鲁24AB12CD34
      鲁正和合会计师事务所（普通合伙）
      中国注册会计师：岳青禾
      日期 Date：2024-04-08
""",
            """
利润表
INCOME STATEMENT
公司名称：济南青岩精密有限责任公司           2023年度               单位：万元  人民币
项 目 Items              附注     本 年度 Current year        上年 度 Prior year
一、营业收入 Revenue     二十一           1,250.00                 1,100.50
研发费用 Research expenses                   80.25                    70.00
四、净利润 Net profit                       100.00                    90.00
""",
        ),
        {
            "audit_firm": "鲁正和合会计师事务所（普通合伙）",
            "verification_code": "鲁24AB12CD34",
            "report_date": "2024-04-08",
            "revenue.2023": "12500000.00",
            "revenue.2022": "11005000.00",
            "rd_expense.2023": "802500.00",
            "net_profit.2022": "900000.00",
        },
    ),
    "a cover whose labels have no colons": (
        (
            """


      被审计单位名称      济南青岩精密有限责任公司
      审计机构            山东鲁正会计师事务所有限公司
      报告文号            鲁正会审〔2024〕A088号
      业务报备编号        370123202404080012
      审计年度            2023年度
      审计意见类型        标准无保留意见
      报告日期            2024年4月8日
      签字注册会计师      岳青禾（370100120001）、闻人拓（370100120002）
""",
        ),
        {
            "company": "济南青岩精密有限责任公司",
            "audit_firm": "山东鲁正会计师事务所有限公司",
            "report_number": "鲁正会审〔2024〕A088号",
            "verification_code": "370123202404080012",
            "opinion": "unqualified",
            "report_date": "2024-04-08",
            "cpas.0.name": "岳青禾",
            "cpas.0.certificate_number": "370100120001",
            "cpas.1.name": "闻人拓",
            "cpas.1.certificate_number": "370100120002",
        },
    ),
}


_LINES = """
  资产总计        91,000.10        71,000.20
  负债合计        21,000.00        11,000.00
  所有者权益合计  70,000.10        60,000.20
"""


@pytest.mark.parametrize(
    ("now", "before"),
    [
        ("期末审定数", "期初审定数"),
        ("期末账面余额", "年初账面余额"),
        ("年末账面价值", "上年末账面价值"),
        ("2023年12月31日（经审计）", "2022年12月31日（经审计）"),
        ("截至2023年12月31日", "截至2022年12月31日"),
        ("本会计年度", "上一会计年度"),
        ("今年数", "去年数"),
        ("本年决算数", "上年决算数"),
        ("2023年1一12月", "2022年1一12月"),
        ("全年累计", "上年同期"),
        ("报告期末", "比较期间"),
    ],
)
def test_heads_are_compounds_of_a_period_and_a_measure(now: str, before: str) -> None:
    text = (
        "  资产负债表\n  编报单位  青岩精密有限责任公司      2023年12月31日       千元（人民币）\n"
        f"  报表项目        {now}        {before}{_LINES}"
    )
    facts = find(document_of("audit-report", printed_page(text)), Tools())
    found = {fact.path: fact.value for fact in facts}
    assert found.get(("total_assets", "2023")) == "91000100.00"
    assert found.get(("total_assets", "2022")) == "71000200.00"


def test_a_year_in_a_box_beside_the_statement_heads_no_column() -> None:
    rows = [
        ("项目", "2023年1—12月", "2022年1—12月", "补充指标", ""),
        ("一、营业收入", "290,467,332.45", "273,314,105.42", "", ""),
        ("", "", "", "会计年度", "2023"),
        ("研发费用", "18,411,089.15", "22,935,266.18", "审计调整", "无"),
        ("四、净利润", "114,281,069.05", "100,000,000.00", "", ""),
    ]
    page = ruled_page("利润表", rows, (40, 160, 260, 360, 430, 500))
    facts = find(document_of("audit-report", page), Tools())
    found = {".".join(map(str, fact.path)): fact.value for fact in facts}
    assert found["rd_expense.2023"] == "18411089.15"
    assert found["net_profit.2022"] == "100000000.00"


def test_unaudited_and_adjusting_columns_are_not_the_years() -> None:
    text = """
  利润表
  公司名称：青岩精密有限责任公司      2023年度       单位：元
  项目              本期未审数         审计调整数        本期审定数
  一、营业收入      41,000,000.00      1,000,000.00     42,000,000.00
  减：研发费用       4,000,000.00        200,000.00      4,200,000.00
  四、净利润         9,000,000.00        800,000.00      9,800,000.00
"""
    facts = find(document_of("audit-report", printed_page(text)), Tools())
    found = {fact.path: fact.value for fact in facts}
    assert found.get(("revenue", "2023")) == "42000000.00"
    assert ("revenue", "2022") not in found


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_audit_report_is_read_in_its_layout(layout: str) -> None:
    pages, expected = LAYOUTS[layout]
    drawn = [printed_page(page, n) for n, page in enumerate(pages, 1)]
    facts = find(document_of("audit-report", *drawn), Tools())
    found = {".".join(str(step) for step in fact.path): fact.value for fact in facts}
    assert {name: found.get(name) for name in expected} == expected


def test_a_signature_dated_within_the_audited_year_is_shown_as_it_is() -> None:
    page = printed_page(
        "审计报告\n我们审计了青岩精密有限责任公司2023年12月31日的资产负债表，2023年度的利润表。\n"
        "中国注册会计师：岳青禾\n2023年11月17日"
    )
    fact = find(document_of("audit-report", page), Tools()).get("report_date")
    assert fact is not None
    assert fact.value == "2023-11-17"


def test_a_firms_form_broken_off_by_its_column_is_completed() -> None:
    page = printed_page(
        """
                     审计报告
深圳市霁川医疗科技有限公司全体股东：
    我们审计了深圳市霁川医疗科技有限公司2023年12月31日的财务报表。

深圳砺行会计师事务所（特殊          注册会计师          注册会计师
普通合伙）                          白露                秋分
"""
    )
    firm = find(document_of("audit-report", page), Tools()).get("audit_firm")
    assert firm is not None
    assert firm.value == "深圳砺行会计师事务所（特殊普通合伙）"


def test_marks_may_join_an_office_and_a_place_may_follow_the_day() -> None:
    page = printed_page(
        """
                     审计报告
青岩精密有限责任公司全体股东：
    我们审计了青岩精密有限责任公司2023年12月31日的资产负债表，2023年度的利润表。
2024年4月15日 于江陵
江陵砺行会计师事务所（普通合伙）
主任会计师/注册会计师 岳青禾
项目负责/注册会计师 闻人拓
"""
    )
    facts = find(document_of("audit-report", page), Tools())
    found = {fact.path: fact.value for fact in facts}
    assert found.get(("report_date",)) == "2024-04-15"
    assert found.get(("cpas", 0, "name")) == "岳青禾"
    assert found.get(("cpas", 1, "name")) == "闻人拓"
