"""Lines under a year without heads, cards, and years that many lines bear."""

from __future__ import annotations

from docint.contracts import Tools
from docint.kinds.rd_audit_report.kind import find
from tests.printed import document_of, printed_page

TITLE = "研究开发费用专项审计报告\n济南青岩精密有限责任公司：\n"


def read(text: str) -> dict[str, object]:
    document = document_of("rd-audit-report", printed_page(TITLE + text))
    return {".".join(map(str, f.path)): f.value for f in find(document, Tools())}


def test_labels_without_a_head_left_of_notes_and_projects_under_years() -> None:
    found = read("""
  单位：人民币元
                            说明索引  附注        2023年度        2022年度
  人员人工费用                        五、1     100,000.00       80,000.00
  直接投入费用                        五、2      50,000.00       20,000.00
  合计                                          150,000.00      100,000.00
  附注二 研发课题
  2023年度：
  晶圆搬运机械手的研制                                          150,000.00
  2022年度：
  低温胶粘剂配方研究                                            100,000.00
""")
    assert found["rd_items.2022.人员人工费用"] == "80000.00"
    assert found["rd_expense.2023"] == "150000.00"
    assert found["projects.0.name"] == "晶圆搬运机械手的研制"
    assert found["projects.0.amount.2023"] == "150000.00"
    assert found["projects.1.amount.2022"] == "100000.00"


def test_a_label_stands_above_its_amount() -> None:
    found = read("""
  单位：万元
  2023年度研发费用
  人员人工费用        直接投入费用        其他费用
        10.00                5.00             1.00
  年度合计
        16.00
""")
    assert found["rd_items.2023.直接投入费用"] == "50000.00"
    assert found["rd_items.2023.其他费用"] == "10000.00"
    assert found["rd_expense.2023"] == "160000.00"


def test_lines_that_share_a_year_are_not_its_total() -> None:
    found = read("""
  单位：元
  序号     年度      人员人工费用      直接投入费用         合计
  1        2023         60,000.00         20,000.00       80,000.00
  2        2023         40,000.00         30,000.00       70,000.00
  合计     2023        100,000.00         50,000.00      150,000.00
""")
    assert found["rd_items.2023.人员人工费用"] == "100000.00"
    assert found["rd_expense.2023"] == "150000.00"


def test_codes_begin_anew_under_each_year_of_one_page() -> None:
    found = read("""
  单位：元
  2023年度
  编号      项目名称                      金额
  RD01      晶圆搬运机械手的研制      150,000.00
  2022年度
  编号      项目名称                      金额
  RD01      低温胶粘剂配方研究        100,000.00
""")
    assert found["projects.0.amount.2023"] == "150000.00"
    assert found["projects.1.name"] == "低温胶粘剂配方研究"
    assert found["projects.1.amount.2022"] == "100000.00"


def test_amounts_below_a_year_are_no_projects_unless_a_heading_says_so() -> None:
    found = read("""
  单位：元
  2023年度
  补助资金收入情况说明                                          150,000.00
""")
    assert not any(path.startswith("projects") for path in found)


def test_a_column_of_subtotals_is_the_sum_of_its_lines() -> None:
    found = read("""
  金额：元
  项目名称               年度       人员人工费用     直接投入费用     本项目小计
  晶圆搬运机械手的研制   2023          60,000.00        20,000.00      80,000.00
  全年合计               2023          60,000.00        20,000.00      80,000.00
""")
    assert found["projects.0.amount.2023"] == "80000.00"
    assert found["rd_expense.2023"] == "80000.00"


def test_projects_that_the_figures_concern_are_listed_in_a_sentence() -> None:
    found = read("""
涉及项目：晶圆搬运机械手的研制；低温胶粘剂配方研究。
""")
    assert found["projects.1.name"] == "低温胶粘剂配方研究"


def test_items_abreast_each_before_its_amount_are_lines() -> None:
    found = read("""
  研究开发支出（人民币元）：
  [2023年度]
  人员人工费用            60,000.00        直接投入费用          20,000.00
  设计费用                 5,000.00        其他费用               1,000.00
                                           本年度支出共计        86,000.00
""")
    assert found["rd_items.2023.直接投入费用"] == "20000.00"
    assert found["rd_items.2023.设计费用"] == "5000.00"
    assert found["rd_expense.2023"] == "86000.00"


def test_the_year_of_a_block_of_cards_stands_before_its_first_row() -> None:
    found = read("""
  金额单位：元
  2023年度     人员人工费用        直接投入费用
                 60,000.00           20,000.00
               设计费用            其他费用
                  5,000.00               -
               合计                85,000.00
""")
    assert found["rd_items.2023.人员人工费用"] == "60000.00"
    assert found["rd_items.2023.设计费用"] == "5000.00"
    assert "rd_items.2023.其他费用" not in found
    assert found["rd_expense.2023"] == "85000.00"


def test_codes_that_begin_anew_each_year_name_other_projects() -> None:
    found = read("""
                                                       单位：元
  序   年份    立项号    立项名称                当年投入       备注
  1    2022    RD01      晶圆搬运机械手的研制    60,000.00      自主研发
  2    2022    RD02      极地传感浮标研制        30,000.00      自主研发
  3    2023    RD01      低温胶粘剂配方研究      20,000.00      自主研发
  4    2023    RD02      晶圆搬运机械手的研制    10,000.00      自主研发
""")
    assert found["projects.0.name"] == "晶圆搬运机械手的研制"
    assert found["projects.2.name"] == "低温胶粘剂配方研究"
    assert found["projects.2.amount.2023"] == "20000.00"
    assert found["projects.0.amount.2023"] == "10000.00"


def test_a_total_below_one_of_its_items_is_none() -> None:
    found = read("""
  单位：人民币元
  项目                    2023年度
  人员人工费用            100,000.00
  直接投入费用             50,000.00
  合计                     15,000.00
""")
    assert found["rd_items.2023.人员人工费用"] == "100000.00"
    assert "rd_expense.2023" not in found
