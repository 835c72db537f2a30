"""Forms saved from systems: keyed import templates, costs and aims as heads, numbered cards."""

from __future__ import annotations

from docint.types.fact import Path, Value
from tests.kinds.application_form.paper import blank, grid, saved, values

LEAD = "苏州晨曦微纳制造有限公司"
SCHOOL = "江南理工大学"
CODES = ("91320500MA1X8K3T2Q", "12320200466002767K")


def told(*tables: tuple[str, list[list[str]]]) -> dict[Path, Value]:
    paper = blank()
    for heading, rows in tables:
        if heading:
            paper.add_paragraph(heading)
        grid(paper, rows)
    return values(saved(paper))


def test_labels_that_carry_their_entry_are_a_table() -> None:
    found = told(
        (
            "参与单位",
            [
                ["参与单位1_名称", LEAD],
                ["参与单位1_法定代表人", "周启明"],
                ["参与单位2_名称", SCHOOL],
                ["参与单位2_法定代表人", "孙志远"],
            ],
        )
    )
    assert found["members", 0, "name"] == LEAD
    assert found["members", 1, "legal_representative"] == "孙志远"


def test_keyed_targets_stand_three_abreast() -> None:
    found = told(
        (
            "目标",
            [
                ["目标1_名称", "研制样机", "目标1_目标值", "4", "目标1_单位", "台"],
                ["目标2_名称", "申请发明专利", "目标2_目标值", "11", "目标2_单位", "件"],
            ],
        )
    )
    assert found["targets", 1, "item"] == "申请发明专利"
    assert found["targets", 1, "number"] == 11
    assert found["targets", 1, "unit"] == "件"


def test_costs_may_be_heads_over_their_amounts() -> None:
    found = told(
        (
            "拟投入经费",
            [["设备费", "人力资源费", "合计"], ["112.00万元", "87.00万元", "199.00万元"]],
        )
    )
    assert found["budget", 0, "amount"] == "1120000.00"
    assert found["budget", 1, "item"] == "人力资源费"
    assert ("budget", 2, "item") not in found


def test_aims_may_be_heads_over_what_is_counted() -> None:
    found = told(("绩效目标", [["研制样机", "发表SCI论文"], ["2 台", "4 篇"]]))
    assert found["targets", 0, "number"] == 2
    assert found["targets", 1, "unit"] == "篇"


def test_a_numbered_card_of_labels_over_values_is_one_record() -> None:
    rows = [["主体名称", "组建角色"], [LEAD, "参与单位"], ["法定代表人", "统一社会信用代码"]]
    found = told(
        ("合作主体档案", [["说明", "以下由系统导出"]]),
        ("合作主体 1", [*rows, ["周启明", CODES[0]]]),
    )
    assert found["members", 0, "name"] == LEAD
    assert found["members", 0, "legal_representative"] == "周启明"
    assert found["members", 0, "uscc"] == CODES[0]


def test_a_pair_of_labels_and_values_is_not_turned() -> None:
    found = told(("牵头单位", [["单位名称", "法定代表人"], [LEAD, "周启明"]]))
    assert found["lead", "name"] == LEAD
    assert found["lead", "legal_representative"] == "周启明"
