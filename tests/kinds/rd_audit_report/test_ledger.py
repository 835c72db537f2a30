"""R&D ledgers of many layouts."""

from __future__ import annotations

from docint.contracts import Tools
from docint.kinds.rd_audit_report.kind import find
from docint.types.fact import Facts
from tests.printed import document_of, printed_page


def read(*pages: str) -> Facts:
    drawn = [printed_page(page, n) for n, page in enumerate(pages, 1)]
    return find(document_of("rd-audit-report", *drawn), Tools())


def values(facts: Facts) -> dict[str, object]:
    return {".".join(str(step) for step in fact.path): fact.value for fact in facts}


def test_a_table_about_one_project_is_that_projects() -> None:
    page = """
              研发费用明细表
   项目名称：{name}        项目编号：{code}          单位：元
   费用科目              2022年度            2023年度
   人员人工费用          100,000.00          200,000.00
   合计                  150,000.00          260,000.00
"""
    total = """
              研发费用汇总表
                                          单位：元
   费用科目              2022年度            2023年度
   人员人工费用          200,000.00          400,000.00
   合计                  300,000.00          520,000.00
"""
    found = values(
        read(
            page.format(name="感知平台研发", code="RD01"),
            page.format(name="网关研制", code="RD02"),
            total,
        )
    )
    assert found["rd_expense.2023"] == "520000.00"
    assert found["rd_items.2022.人员人工费用"] == "200000.00"
    assert found["projects.1.name"] == "网关研制"
    assert found["projects.1.amount.2022"] == "150000.00"


def test_internal_and_external_expense_add_up_and_names_may_wrap_under_codes() -> None:
    found = values(
        read("""
              企业年度研究开发费用结构明细表
   编制单位：某公司    2023年度     单位：人民币元
   序号    科目                             RD01             RD02              合计
                                          感知平台          边缘网关
   一      内部研究开发费用             150,000.00        40,000.00        190,000.00
   1       其中：人员人工费用           100,000.00        30,000.00        130,000.00
   2             直接投入费用            50,000.00        10,000.00         60,000.00
   二      委托外部研究开发费用          20,000.00            -             20,000.00
   三      研究开发费用（内、外部）小计  170,000.00        40,000.00        210,000.00
""")
    )
    assert found["rd_expense.2023"] == "210000.00"
    assert found["rd_items.2023.内部研究开发费用"] == "190000.00"
    assert found["projects.0.name"] == "感知平台"
    assert found["projects.0.amount.2023"] == "170000.00"


def test_projects_may_stand_in_rows_and_items_in_columns() -> None:
    found = values(
        read("""
              2023年度研发项目费用情况表
                                                  单位：万元
   项目编号   项目名称         人员人工    直接投入     合计
   RD01       感知平台研发      100.00       50.00      150.00
   RD02       边缘网关研制       40.00       20.00       60.00
              合计              140.00       70.00      210.00
""")
    )
    assert found["rd_expense.2023"] == "2100000.00"
    assert found["rd_items.2023.直接投入费用"] == "700000.00"
    assert found["projects.0.amount.2023"] == "1500000.00"


def test_book_figures_and_deductions_are_not_the_audited_expense() -> None:
    found = values(
        read("""
              研发费用加计扣除情况归集表（2023年度）
                                                  单位：元
   序号   项目                         账载金额            审定金额        加计扣除金额
   1      一、直接投入费用             500,000.00         490,000.00         367,500.00
   2      合计                         500,000.00         490,000.00         367,500.00
""")
    )
    assert found["rd_expense.2023"] == "490000.00"


def test_an_amount_said_of_two_years_together_is_neither_years() -> None:
    facts = read("贵公司2022年度至2023年度研究开发费用合计3,000,000.00元。")
    assert not facts.under("rd_expense")


def test_amounts_said_of_years_in_turn_go_to_their_years() -> None:
    text = "贵公司2022年度、2023年度研究开发费用总额分别为1,234,567.00元、2,345,678.00元。"
    found = values(read(text))
    assert found["rd_expense.2022"] == "1234567.00"
    assert found["rd_expense.2023"] == "2345678.00"


def test_the_finer_print_of_a_figure_is_taken() -> None:
    found = values(
        read("""
   贵公司2023年度研究开发费用总额为123.46万元。
              研发费用明细表                单位：元
   科目                  2023年度
   人员人工费用          1,000,000.12
   直接投入费用            234,567.00
   合计                  1,234,567.12
""")
    )
    assert found["rd_expense.2023"] == "1234567.12"


def test_the_only_column_of_amounts_is_the_projects_expense_whatever_its_head() -> None:
    found = values(
        read(
            "研发项目投入情况表（2023年度）                单位：万元\n"
            "编号    课题                        实际列支          占当年比重\n"
            "1       精密主轴热误差补偿系统      312.50            75.4%\n"
            "2       晶圆搬运机械手的研制        102.00            24.6%\n"
            "        总额                        414.50            100%\n"
        )
    )
    assert found["projects.1.amount.2023"] == "1020000.00"
    assert found["rd_expense.2023"] == "4145000.00"


def test_the_expensed_part_is_not_the_whole() -> None:
    found = values(
        read(
            "研究开发项目费用汇总表（2023年度）            单位：元\n"
            "项目编号   项目名称                  费用化支出      资本化支出\n"
            "RD01       精密主轴热误差补偿系统    1,000,000.00    200,000.00\n"
            "合计                                 1,000,000.00    200,000.00\n"
        )
    )
    assert not any(key.startswith("rd_expense") for key in found)


def test_how_a_project_is_done_is_no_item_of_its_cost() -> None:
    found = values(
        read(
            "研发项目一览                                          单位：元\n"
            "立项号      项目                      研发方式    2023年投入      2022年投入\n"
            "2022YF01    精密主轴热误差补偿系统    自主研发    4,486,663.71\n"
            "2022YF02    晶圆搬运机械手的研制      委托研发                    3,470,337.16\n"
        )
    )
    assert found["projects.0.amount.2023"] == "4486663.71"
    assert found["projects.1.amount.2022"] == "3470337.16"
