"""Projects of R&D audits told in sentences and lists."""

from __future__ import annotations

import pytest

from docint.contracts import Tools
from docint.kinds.rd_audit_report.kind import find
from tests.printed import document_of, printed_page

LETTER = "研究开发费用专项审计报告\n济南青岩精密有限责任公司：\n"
NAMES = ("精密主轴热误差补偿系统研发", "晶圆搬运机械手的研制", "低温胶粘剂配方研究")


def read(text: str) -> dict[str, object]:
    document = document_of("rd-audit-report", printed_page(LETTER + text))
    return {".".join(map(str, f.path)): f.value for f in find(document, Tools())}


def names(text: str) -> list[object]:
    return [v for k, v in read(text).items() if k.startswith("projects") and k.endswith("name")]


SENTENCES = {
    "numbered in brackets, wrapped": (
        "贵公司审计期间共开展研发项目3项：（1）精密主轴热误差补\n偿系统研发；（2）晶圆搬运机械手的研制；"
        "（3）低温胶\n粘剂配方研究。\n我们检查了研发人员名单。"
    ),
    "after the word": (
        "注：上述费用对应的研发项目为精密主轴热误差补偿系统研发、晶圆搬运机械手的研制、"
        "低温胶粘剂配方研究。"
    ),
    "before their count": (
        "贵公司2023年度实施了精密主轴热误差补偿系统研发、晶圆搬运机械手的研制、"
        "低温胶粘剂配方研究等3个研发项目。"
    ),
    "by their codes, line by line": (
        "本期共实施三个研究开发项目，分别为：\nRD01 精密主轴热误差补偿系统研发\n"
        "RD02 晶圆搬运机械手的研制\nRD03 低温胶粘剂配方研究。"
    ),
    "under a head without amounts": (
        "研发项目清单\n序号    项目名称                        起止时间\n"
        "1       精密主轴热误差补偿系统研发      2022年1月至2023年12月\n"
        "2       晶圆搬运机械手的研制            2023年1月至2023年12月\n"
        "3       低温胶粘剂配方研究              2023年3月至2024年6月"
    ),
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_projects_without_amounts_are_named(sentence: str) -> None:
    assert names(SENTENCES[sentence]) == list(NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "我们对研发项目实施的程序包括：检查立项报告、抽查领料凭证、核对人员名单。",
        "贵公司研发项目的支出包括：人员人工费用、直接投入费用、折旧费用。",
        "贵公司共开展研发项目4项：（1）精密主轴热误差补偿系统研发；（2）晶圆搬运机械手的研制。",
        "研发项目为公司自行立项，由研发部门负责。",
    ],
)
def test_no_project_is_made_of_other_lists(text: str) -> None:
    assert names(text) == []


def test_amounts_told_beside_the_names_belong_to_the_year_spoken_of() -> None:
    found = read(
        "贵公司2023年度开展研发项目2项：（1）精密主轴热误差补偿系统研发，发生研发费用312.50万元；"
        "（2）晶圆搬运机械手的研制，预算200万元，发生研发费用1,020,000.00元。"
    )
    assert found["projects.0.amount.2023"] == "3125000.00"
    assert found["projects.1.amount.2023"] == "1020000.00"
    assert len([key for key in found if "amount" in key]) == 2


def test_tables_by_year_have_their_caption_and_their_subtotal() -> None:
    found = read(
        "附表1  2023年度研发项目投入                    单位：元\n"
        "序      研发项目                        投入金额\n"
        "1       精密主轴热误差补偿系统研发      3,125,000.00\n"
        "2       晶圆搬运机械手的研制            1,020,000.00\n"
        "        小 计                           4,145,000.00\n"
        "附表2  2022年度研发项目投入                    单位：元\n"
        "序      研发项目                        投入金额\n"
        "1       晶圆搬运机械手的研制              900,000.00\n"
        "2       低温胶粘剂配方研究                100,500.00\n"
        "        小 计                           1,000,500.00\n"
    )
    assert [found[f"projects.{n}.name"] for n in range(3)] == list(NAMES)
    assert found["projects.1.amount.2022"] == "900000.00"
    assert (found["rd_expense.2023"], found["rd_expense.2022"]) == ("4145000.00", "1000500.00")


def test_a_year_printed_once_in_the_middle_dates_its_block() -> None:
    found = read(
        "研究开发费用明细表                             单位：万元\n"
        "年度        费用科目                金额\n"
        "            人员人工费用            300.10\n"
        "2023年      直接投入费用            200.20\n"
        "            合计                    500.30\n"
        "            人员人工费用            200.10\n"
        "2022年      直接投入费用            100.20\n"
        "            合计                    300.30\n"
    )
    assert found["rd_items.2023.人员人工费用"] == "3001000.00"
    assert found["rd_items.2022.直接投入费用"] == "1002000.00"
    assert (found["rd_expense.2023"], found["rd_expense.2022"]) == ("5003000.00", "3003000.00")


def test_amounts_of_two_columns_read_as_one_run_are_parted() -> None:
    found = read(
        "研究开发费用明细表                             单位：元\n"
        "年度    人员人工费用  直接投入费用    其他费用        合计\n"
        "2023    7,492,131.404,057,447.82      900,000.00      12,449,579.22\n"
        "2022    5,000,000.00  4,000,000.00    800,000.00      9,800,000.00\n"
    )
    assert found["rd_items.2023.人员人工费用"] == "7492131.40"
    assert found["rd_items.2023.直接投入费用"] == "4057447.82"
