"""Figures of statements: columns, scopes, units, doubts."""

from __future__ import annotations

from docint.contracts import Tools
from docint.extract.statements import ties
from docint.kinds.audit_report.kind import find
from docint.types.fact import Facts
from tests.printed import document_of, printed_page


def read(*pages: str, origin: str = "text", score: float = 1.0) -> Facts:
    drawn = [
        printed_page(page, n, origin=origin, score=score)  # type: ignore[arg-type]
        for n, page in enumerate(pages, 1)
    ]
    return find(document_of("audit-report", *drawn), Tools())


def value(facts: Facts, *path: str) -> object:
    fact = facts.get(*path)
    return fact.value if fact else None


def test_of_consolidated_and_own_figures_the_companys_own_are_taken() -> None:
    facts = read(
        """
                          合并及公司资产负债表
                                                                                   单位：人民币元
                                  2023年12月31日                  2022年12月31日
   资产            附注        合并            公司            合并             公司
   资产总计               1,000,000.00      650,000.00      890,000.00       540,000.00
"""
    )
    assert value(facts, "total_assets", "2023") == "650000.00"
    assert value(facts, "total_assets", "2022") == "540000.00"
    assert facts.get("total_assets", "2023").method == "cell:母公司"  # type: ignore[union-attr]


def test_consolidated_figures_alone_are_marked_as_such() -> None:
    facts = read(
        """
                     合并利润表
   编制单位：某公司        2023年度            单位：元
   项目              本期金额          上期金额
   一、营业收入      1,000.00          900.00
"""
    )
    assert facts.get("revenue", "2023").method == "cell:合并"  # type: ignore[union-attr]


def test_a_unit_is_never_inherited_from_another_table() -> None:
    facts = read(
        """
                     资产负债表
   编制单位：某公司        2023年12月31日            单位：万元
   项目              期末余额          年初余额
   资产总计          1,000.00          900.00
""",
        """
                     利润表
   编制单位：某公司        2023年度
   项目              本期金额          上期金额
   一、营业收入      1,234,567.00      900,000.00
""",
    )
    revenue = facts.get("revenue", "2023")
    assert value(facts, "total_assets", "2023") == "10000000.00"
    assert revenue is not None
    assert revenue.value == "1234567.00"
    assert revenue.confidence <= 0.75


def test_a_table_in_whole_numbers_without_a_unit_is_not_taken_for_yuan() -> None:
    facts = read(
        """
                     资产负债表
   编制单位：某公司        2023年12月31日
   项目              期末余额          年初余额
   资产总计            650                540
"""
    )
    assert facts.get("total_assets", "2023") is None


def test_a_statement_goes_on_over_the_page() -> None:
    head = "   编制单位：某公司        2023年12月31日            单位：元\n"
    facts = read(
        "                     资产负债表\n"
        + head
        + "   项目              期末余额          年初余额\n"
        "   资产总计          1,000.00          900.00\n",
        "                     资产负债表（续）\n"
        "   项目              期末余额          年初余额\n"
        "   负债合计            300.00          200.00\n"
        "   所有者权益合计      700.00          700.00\n",
    )
    assert value(facts, "total_liabilities", "2023") == "300.00"
    assert all(tie.holds for tie in ties(facts))
    assert ties(facts)


def test_nil_is_not_nought_and_brackets_are_negative() -> None:
    facts = read(
        """
                     利润表
   编制单位：某公司        2023年度            单位：元
   项目              行次      本期金额          上期金额
   研发费用            6          -               2,000.00
   四、净利润         15      (1,000.50)            -
"""
    )
    assert facts.get("rd_expense", "2023") is None
    assert value(facts, "rd_expense", "2022") == "2000.00"
    assert value(facts, "net_profit", "2023") == "-1000.50"
    assert facts.get("net_profit", "2022") is None


def test_tables_in_the_notes_are_no_statements() -> None:
    facts = read(
        """
                     财务报表附注
   1、某子公司主要财务信息                       单位：元
   项目              期末余额          年初余额
   资产总计          9,999.00          8,888.00
   净利润               77.00             88.00
"""
    )
    assert not facts.under("total_assets")
    assert not facts.under("net_profit")


def test_commas_read_as_points_are_read_as_amounts() -> None:
    facts = read(
        """
                     利润表
   编制单位：某公司        2023年度            单位：元
   项目              本期金额            上期金额
   一、营业收入      1.234.567,89        1,000,000.00
""",
        origin="ocr",
        score=0.97,
    )
    assert value(facts, "revenue", "2023") == "1234567.89"


def test_an_institutions_income_is_its_revenue_with_less_trust() -> None:
    facts = read(
        """
                       收入费用表
   编制单位：某研究院        2023年                      单位：元
   项目                          本月数              本年累计数
   一、本期收入               100,000.00          1,200,000.00
   二、本期费用                90,000.00          1,100,000.00
   三、本期盈余                10,000.00            100,000.00
"""
    )
    revenue = facts.get("revenue", "2023")
    assert revenue is not None
    assert revenue.value == "1200000.00"
    assert revenue.confidence < 0.9


NUMBERED = """
                     资产负债表
   编制单位：某公司        2023年12月31日            单位：元
   项目                               期末余额            年初余额
   货币资金              01           3,000.00            2,000.00
   应收账款              02           4,000.00            3,000.00
   流动资产合计          03           7,000.00            5,000.00
   固定资产              04           1,000.00            1,000.00
   资产总计              05           8,000.00            6,000.00
   负债合计              06           2,000.00            1,500.00
   所有者权益：          07
   所有者权益合计        08           6,000.00            4,500.00
"""


def test_numbers_of_lines_are_no_amounts_though_their_head_was_not_read() -> None:
    facts = read(NUMBERED)
    assert value(facts, "total_assets", "2023") == "8000.00"
    assert value(facts, "owners_equity", "2023") == "6000.00"
    assert value(facts, "total_liabilities", "2022") == "1500.00"


def test_small_amounts_that_do_not_count_the_lines_stay() -> None:
    facts = read(
        """
                     资产负债表
   编制单位：某公司        2023年12月31日            单位：万元
   项目                  期末余额            年初余额
   货币资金              310                 200
   应收账款              120                 300
   流动资产合计          430                 500
   固定资产              170                 100
   资产总计              600                 600
"""
    )
    assert value(facts, "total_assets", "2023") == "6000000.00"
