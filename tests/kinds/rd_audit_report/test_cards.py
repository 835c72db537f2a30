"""Projects on numbered cards, and sentences that say which projects an expense is made up of."""

from __future__ import annotations

from docint.contracts import Tools
from docint.kinds.rd_audit_report.kind import find
from tests.printed import document_of, printed_page

LETTER = "研究开发费用专项审计报告\n青岛云澈海工有限责任公司：\n"


def read(text: str) -> dict[str, object]:
    document = document_of("rd-audit-report", printed_page(LETTER + text))
    return {".".join(map(str, f.path)): f.value for f in find(document, Tools())}


def test_cards_abreast_tell_names_and_below_them_amounts() -> None:
    found = read(
        "研发项目费用明细（万元）\n"
        "01 深水声呐阵列研发              02 防腐涂层配方研究\n"
        "2023年：120.50                  2023年：88.25\n"
        "03 水下机械手控制系统开发\n"
        "2022年：64.00\n"
    )
    assert [found[f"projects.{n}.name"] for n in range(3)] == [
        "深水声呐阵列研发",
        "防腐涂层配方研究",
        "水下机械手控制系统开发",
    ]
    assert found["projects.0.amount.2023"] == "1205000.00"
    assert found["projects.1.amount.2023"] == "882500.00"
    assert found["projects.2.amount.2022"] == "640000.00"


def test_cards_without_amounts_name_projects_though_one_number_was_not_read() -> None:
    found = read(
        "列支项目\n深水声呐阵列研发              02 防腐涂层配方研究\n"
        "03 水下机械手控制系统开发        04 深海电池管理系统研制\n"
    )
    assert sum(key.endswith("name") and key.startswith("projects") for key in found) == 4


def test_numbered_items_of_expense_are_no_projects() -> None:
    found = read("审计项目\n01 人员人工费用      02 直接投入费用\n03 折旧费用\n")
    assert not any(key.startswith("projects") for key in found)


def test_what_an_expense_is_made_up_of_is_no_expense_of_the_year() -> None:
    found = read(
        "各年金额如下（单位为元）。\n2023年度，研究开发费为3,000,000.00，其中：\n"
        "人员人工费用                    2,000,000.00\n"
        "直接投入费用                    1,000,000.00\n"
        "2023年度的研究开发费由下列项目发生：深水声呐阵列研发，1,800,000.00元；"
        "防腐涂层配方研究，1,200,000.00元。\n"
    )
    assert found["rd_expense.2023"] == "3000000.00"
    assert found["projects.0.name"] == "深水声呐阵列研发"
    assert found["projects.1.amount.2023"] == "1200000.00"


def test_projects_of_an_expense_are_named_without_amounts() -> None:
    found = read("上述研发费用由以下项目形成：深水声呐阵列研发；防腐涂层配方研究。\n")
    assert found["projects.1.name"] == "防腐涂层配方研究"
