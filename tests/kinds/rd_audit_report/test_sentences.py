"""R&D audits of invented firms whose letter tells in words or cells what others tell in tables."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docint.contracts import Tools
from docint.kinds.rd_audit_report.kind import find
from docint.types.reading import Cell, Table
from tests.printed import document_of, printed_page

LETTERS: dict[str, tuple[str, dict[str, object]]] = {
    "其中 behind a full stop, two years": (
        """
           关于济南青岩精密有限责任公司
       2022年度至2023年度研发投入的专项审计报告
  济南青岩精密有限责任公司管理层：
  2023年度，贵公司研发投入合计30.00万元。其中：人员人工费用20.00万元，直接投
  入费用8.00万元，其他费用2.00万元。
  2022年度，贵公司研发投入合计12.00万元。其中：人员人工费用7.50万元，直接投
  入费用4.50万元。
""",
        {
            "company": "济南青岩精密有限责任公司",
            "rd_expense.2023": "300000.00",
            "rd_items.2023.直接投入费用": "80000.00",
            "rd_items.2023.其他费用": "20000.00",
            "rd_items.2022.人员人工费用": "75000.00",
        },
    ),
    "numbered items with 为 in yuan": (
        """
          研究开发费用专项审计报告
  经审计，贵公司2023年度研究开发费用总额为3,000.50元，包括：1.人员人工费为2,000.00元；
  2.直接投入为800.50元；3.委托外部研究开发费用为200.00元（其中境外0.00元）。
""",
        {
            "rd_expense.2023": "3000.50",
            "rd_items.2023.人员人工费用": "2000.00",
            "rd_items.2023.直接投入费用": "800.50",
            "rd_items.2023.委托外部研究开发费用": "200.00",
        },
    ),
    "支出 behind the item, years in turn within one sentence": (
        """
          研发费用专项审计报告
  2022年研发费用为500.00元，其中职工薪酬支出300.00元、材料费支出200.00元；2023年研发费用
  为900.00元，其中职工薪酬支出600.00元、材料费支出300.00元。
""",
        {
            "rd_items.2022.人员人工费用": "300.00",
            "rd_items.2023.人员人工费用": "600.00",
            "rd_items.2023.直接投入费用": "300.00",
        },
    ),
}


def read(text: str) -> dict[str, object]:
    facts = find(document_of("rd-audit-report", printed_page(text)), Tools())
    return {".".join(str(step) for step in fact.path): fact.value for fact in facts}


@pytest.mark.parametrize("letter", LETTERS)
def test_items_are_read_from_a_letters_words(letter: str) -> None:
    text, expected = LETTERS[letter]
    found = read(text)
    assert {name: found.get(name) for name in expected} == expected


def test_a_budget_told_by_items_is_no_expense() -> None:
    found = read(
        """
          研发费用专项审计报告
  2024年度研发预算为900.00元，其中人员人工费用预算为600.00元，直接投入费用预算为300.00元。
"""
    )
    assert not [name for name in found if name.startswith("rd_items")]


def test_a_project_has_no_expense_in_the_year_of_a_nought() -> None:
    found = read(
        """
       研发费用专项审计报告
       研发项目一览                                   （单位：人民币元）
  项目编号   项目名称                  2021年        2022年
  RD01       轴承在线监测技术研究      600.00        0.00
  RD02       视觉检测平台开发          0.00          750.00
             合计                      600.00        750.00
"""
    )
    assert found["projects.0.amount.2021"] == "600.00"
    assert "projects.0.amount.2022" not in found


def test_a_number_and_a_name_that_wrap_in_their_cells_are_whole() -> None:
    page = replace(
        printed_page("       研发费用专项审计报告\n"),
        tables=(
            Table(
                (
                    Cell(0, 0, "被审计企业"),
                    Cell(0, 1, "青岩云帆数据（深圳）有限责任公\n司"),
                    Cell(0, 2, "报告文号"),
                    Cell(0, 3, "青专审〔2023〕\n4434号"),
                )
            ),
        ),
    )
    facts = find(document_of("rd-audit-report", page), Tools())
    found = {fact.path[0]: fact.value for fact in facts}
    assert found["company"] == "青岩云帆数据（深圳）有限责任公司"
    assert found["report_number"] == "青专审〔2023〕4434号"
