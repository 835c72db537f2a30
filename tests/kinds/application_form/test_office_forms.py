"""Forms as offices other than science bureaus draw them: other words, the same questions."""

from __future__ import annotations

import pytest

from docint.kinds.application_form.labels import match
from tests.kinds.application_form.paper import blank, grid, saved, values

LEAD = "深圳市澄观仪器有限公司"
CODE = "91440300MA5EYPA40C"


@pytest.mark.parametrize(
    ("label", "family", "name"),
    [
        ("所属业务板块", "project", "industry"),
        ("人才服务产业", "project", "industry"),
        ("赛道", "project", "industry"),
        ("计划工期", "project", "period"),
        ("资金使用期间", "project", "period"),
        ("创新联合体中文名称", "project", "project_name"),
        ("专项名称（联合体）", "project", "project_name"),
        ("需求项目", "budget", "item"),
        ("匡算金额", "budget", "amount"),
    ],
)
def test_a_word_of_another_office_asks_the_same(label: str, family: str, name: str) -> None:
    found = match(label)
    assert found is not None
    assert found.fields.get(family) == name  # type: ignore[call-overload]


def test_a_project_s_name_is_no_unit_s() -> None:
    found = match("创新联合体中文名称")
    assert found is not None
    assert "unit" not in found.fields


def test_what_stands_below_a_record_belongs_to_it_though_more_records_follow() -> None:
    paper = blank()
    paper.add_paragraph("三、研发团队")
    rows = [
        ["序号", "姓名", "年龄", "职称"],
        ["1", "鲁青", "41", "工程师"],
        ["工作单位：" + LEAD + "；分工：测试", "", "", ""],
        ["2", "白露", "33", "讲师"],
        ["工作单位：南粤理工大学；分工：建模", "", "", ""],
    ]
    grid(paper, rows, (2, 0, 2, 3), (4, 0, 4, 3))
    found = values(saved(paper))
    assert found["team", 0, "employer"] == LEAD
    assert found["team", 1, "employer"] == "南粤理工大学"
    assert (found["team", 0, "role"], found["team", 1, "role"]) == ("测试", "建模")


def test_a_budget_turned_round_has_its_items_in_columns_and_no_sum() -> None:
    paper = blank()
    paper.add_paragraph("五、经费预算（单位：万元）")
    grid(
        paper,
        [["预算科目", "设备费", "人力资源费", "合计"], ["预算金额", "39", "46.5", "85.5"]],
    )
    found = values(saved(paper))
    assert found["budget", 0, "item"] == "设备费"
    assert found["budget", 0, "amount"] == {"amount": "390000.00", "currency": "CNY"} or (
        "390000.00" in str(found["budget", 0, "amount"])
    )
    assert "465000.00" in str(found["budget", 1, "amount"])
    assert ("budget", 2, "item") not in found


def test_targets_are_told_in_the_last_cell_of_a_numbered_list() -> None:
    paper = blank()
    paper.add_paragraph("八、交付目标")
    grid(
        paper,
        [["序", "应交付的成果（含数量）"], ["1", "申请发明专利 10 件"], ["2", "研制样机2台"]],
    )
    found = values(saved(paper))
    assert [found["targets", n, "number"] for n in (0, 1)] == [10, 2]
    assert [found["targets", n, "unit"] for n in (0, 1)] == ["件", "台"]


def test_a_dash_or_a_blank_joins_a_point_s_label_to_its_value() -> None:
    paper = blank()
    for line in ("（1）所属产业领域 新能源", "第二部分 项目负责人", "姓名——鲁青", "职称——工程师"):
        paper.add_paragraph(line)
    found = values(saved(paper))
    assert found["industry",] == "新能源"
    assert found["project_leader", "name"] == "鲁青"
    assert found["project_leader", "title"] == "工程师"


def test_the_applicant_is_the_lead_where_only_the_lead_is_named() -> None:
    paper = blank()
    paper.add_paragraph("一、申报主体")
    grid(
        paper,
        [
            ["申报主体（牵头）", LEAD, "信用代码", CODE],
            ["主体法定代表人", "鲁青", "成立时间", "2015-03-02"],
        ],
    )
    found = values(saved(paper))
    assert found["lead", "name"] == LEAD
    assert found["lead", "established_on"] == "2015-03-02"


def test_a_target_of_new_revenue_is_no_year_s_revenue() -> None:
    paper = blank()
    paper.add_paragraph("九、目标")
    rows = [
        ["指标", "单位", "合计", "其中首年", "其中次年"],
        ["新增营业收入", "万元", "3450", "2030", "1420"],
    ]
    grid(paper, rows)
    assert not [path for path in values(saved(paper)) if path[0] == "revenue"]


def test_what_stands_behind_a_name_is_told_apart() -> None:
    paper = blank()
    paper.add_paragraph("二、项目负责人")
    grid(paper, [["项目负责人", "鲁青　高级工程师"], ["工作单位", LEAD]])
    paper.add_paragraph("三、参与单位")
    rows = [
        ["单位名称", "法定代表人"],
        ["南粤信息（深圳）有限公司 [参与单位]", "白露"],
        [f"{LEAD}（{CODE}）", "鲁青"],
    ]
    grid(paper, rows)
    paper.add_paragraph("四、研发团队")
    grid(paper, [["姓名", "工作单位"], ["白露（女，33岁，讲师）", LEAD], ["何平（兼）", LEAD]])
    found = values(saved(paper))
    assert found["project_leader", "name"] == "鲁青"
    assert found["project_leader", "title"] == "高级工程师"
    assert found["members", 0, "name"] == "南粤信息（深圳）有限公司"
    assert found["members", 0, "role"] == "participant"
    assert found["members", 1, "uscc"] == CODE
    assert (found["team", 0, "name"], found["team", 0, "age"]) == ("白露", 33)
    assert found["team", 0, "title"] == "讲师"
    assert found["team", 1, "name"] == "何平"
