"""Reports on one sheet, with claimed and confirmed amounts, with years over their projects."""

from __future__ import annotations

from docint.contracts import Tools
from docint.kinds.rd_audit_report.kind import find
from tests.kinds.rd_audit_report.test_bare_lines import read
from tests.printed import document_of, ruled_page

PROJECTS = (
    "2023年度立项执行：“水下声呐阵列研发”（列支70,000.00元）、"
    "“浮标供电系统开发”（列支30,000.00元）。"
)
ROWS = [
    ("2023年度", "其中", "①人员人工费用 60,000.00元 ②直接投入费用 40,000.00元"),
    ("", "本年审定合计", "人民币（大写）壹拾万元整（小写）¥100,000.00元"),
    ("研发项目", "", PROJECTS),
]


def test_a_sheet_s_cells_tell_a_year_s_items_its_sum_and_its_projects() -> None:
    page = ruled_page("科技项目申报单位研发投入专项审计报告表", ROWS, [40, 120, 220, 1500])
    facts = find(document_of("rd-audit-report", page), Tools())
    found = {".".join(map(str, fact.path)): fact.value for fact in facts.items}
    assert found["rd_items.2023.人员人工费用"] == "60000.00"
    assert found["rd_items.2023.直接投入费用"] == "40000.00"
    assert found["projects.0.name"] == "水下声呐阵列研发"
    assert found["projects.1.amount.2023"] == "30000.00"


def test_what_was_confirmed_counts_not_what_was_claimed() -> None:
    found = read("""
  金额单位：元
  费用类别                 企业申报数        核增（核减）        审计认定数
  2023年度
  A. 人员人工费用            50,000.00          10,000.00         60,000.00
  B. 直接投入费用            50,000.00        （10,000.00）       40,000.00
  2023年度小计              100,000.00                           100,000.00
""")
    assert found["rd_items.2023.人员人工费用"] == "60000.00"
    assert found["rd_items.2023.直接投入费用"] == "40000.00"
    assert found["rd_expense.2023"] == "100000.00"


def test_a_year_with_its_sum_stands_over_its_projects() -> None:
    found = read("""
  金额单位：元
  课题名称                        支出                全年
  2022年度                                          80,000.00
  水下声呐阵列研发              80,000.00
  2023年度                                         100,000.00
  浮标供电系统开发             100,000.00
""")
    assert found["projects.0.amount.2022"] == "80000.00"
    assert found["projects.1.amount.2023"] == "100000.00"
