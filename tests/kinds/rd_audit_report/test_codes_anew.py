"""Projects' codes that begin anew each year, and amounts set apart from their column."""

from __future__ import annotations

from docint.kinds.rd_audit_report.ledger import ledger
from tests.printed import document_of, printed_page

PAGE = """{year}年度研发费用明细表                                  单位：元
研发费用                研发项目名称                          项目编号
{rows}"""
OLD = (
    "3,102,503.04            机载导航系统研制                      RD01\n"
    "5,443,234.07            复合材料机翼开发                      RD02\n"
)


def amounts(rows: str) -> dict[tuple[str, int], str]:
    """Amounts by the name their project has, and year."""
    pages = (
        printed_page(PAGE.format(year=2022, rows=OLD)),
        printed_page(PAGE.format(year=2021, rows=rows), number=2),
    )
    read = ledger(document_of("rd-audit-report", *pages))
    names = {one.key: one.name for one in reversed(read.projects) if one.name}
    return {
        (str(names.get(one.project or "")), one.year or 0): one.piece.text for one in read.entries
    }


def test_a_project_that_changes_its_code_keeps_its_amounts() -> None:
    found = amounts(
        "2,839,442.15            复合材料机翼开发                      RD01\n"
        "7,198,869.13            地面试验平台研究                      RD02\n"
    )
    assert found["复合材料机翼开发", 2022] == "5,443,234.07"
    assert found["复合材料机翼开发", 2021] == "2,839,442.15"
    assert found["地面试验平台研究", 2021] == "7,198,869.13"
    assert ("机载导航系统研制", 2021) not in found


def test_an_amount_whose_name_was_not_read_is_not_the_one_that_had_its_code_before() -> None:
    found = amounts(
        "2,839,442.15            地面试验平台研究                      RD01\n"
        "7,198,869.13                                                  RD02\n"
    )
    assert found["地面试验平台研究", 2021] == "2,839,442.15"
    assert ("复合材料机翼开发", 2021) not in found


def test_the_only_amount_of_a_line_is_the_only_columns() -> None:
    page = printed_page(
        "2022年度研发费用明细表                                                  单位：元\n"
        "项目编号   研发项目                       2022年度金额\n"
        "RD01       机载导航系统研制               3,102,503.04\n"
        "RD02       复合材料机翼开发                               5,443,234.07\n"
    )
    read = ledger(document_of("rd-audit-report", page))
    assert {one.project: one.piece.text for one in read.entries} == {
        "RD01": "3,102,503.04",
        "RD02": "5,443,234.07",
    }


def test_a_running_number_without_an_amount_is_none() -> None:
    page = printed_page(
        "2022年度研发费用明细表                                                  单位：元\n"
        "序号   研发项目                       2022年度金额\n"
        "1      机载导航系统研制               3,102,503.04\n"
        "2      复合材料机翼开发\n"
    )
    read = ledger(document_of("rd-audit-report", page))
    assert [one.piece.text for one in read.entries] == ["3,102,503.04"]
