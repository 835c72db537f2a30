"""Forms whose records stand side by side, as cards, or under labels above their values."""

from __future__ import annotations

import pytest

from docint.kinds.application_form.labels import match
from tests.kinds.application_form.paper import blank, grid, saved, values

LEAD = "深圳市栖云精密仪器有限公司"
FIRST = "广州澜石新材料有限公司"
SECOND = "深圳北麓理工大学"


def test_members_may_stand_side_by_side_under_their_own_names() -> None:
    paper = blank()
    grid(
        paper,
        [
            ["协作单位", "单位", FIRST, SECOND],
            ["", "性质", "企业", "高校"],
            ["", "法定代表人", "宋知遥", "陆闻笛"],
            ["", "承担角色", "参与单位", "参与单位"],
        ],
        (0, 0, 3, 0),
    )
    found = values(saved(paper))
    assert found["members", 0, "name"] == FIRST
    assert found["members", 1, "kind"] == "university"
    assert found["members", 1, "legal_representative"] == "陆闻笛"
    assert found["members", 0, "role"] == "participant"
    assert ("members", 2, "name") not in found


def test_a_team_may_stand_side_by_side() -> None:
    paper = blank()
    paper.add_paragraph("五、研发团队成员")
    grid(
        paper,
        [
            ["姓名", "宋知遥", "陆闻笛", "白简"],
            ["年龄", "41", "36", "29"],
            ["职称", "高级工程师", "工程师", "助理研究员"],
        ],
    )
    found = values(saved(paper))
    assert found["team", 2, "name"] == "白简"
    assert (found["team", 0, "age"], found["team", 1, "title"]) == (41, "工程师")


def test_targets_may_head_columns_and_only_their_total_counts() -> None:
    paper = blank()
    paper.add_paragraph("六、考核指标分年度表")
    grid(
        paper,
        [
            ["指标", "申请发明专利（件）", "培养研发人才（名）"],
            ["第一年", "4", "10"],
            ["第二年", "6", "15"],
            ["合计", "10", "25"],
        ],
    )
    found = values(saved(paper))
    assert found["targets", 0, "item"] == "申请发明专利"
    assert (found["targets", 0, "number"], found["targets", 0, "unit"]) == (10, "件")
    assert (found["targets", 1, "number"], found["targets", 1, "unit"]) == (25, "名")


def test_years_at_the_left_leave_the_total_of_measured_columns() -> None:
    paper = blank()
    paper.add_paragraph("六、考核指标")
    grid(
        paper,
        [
            ["年度", "申请发明专利（件）", "发表论文（篇）"],
            ["2025年", "4", "2"],
            ["2026年", "6", "3"],
            ["合计", "10", "5"],
        ],
    )
    found = values(saved(paper))
    assert (found["targets", 0, "item"], found["targets", 0, "number"]) == ("申请发明专利", 10)
    assert (found["targets", 1, "unit"], found["targets", 1, "number"]) == ("篇", 5)


def test_a_header_of_two_storeys_keeps_its_first_column() -> None:
    paper = blank()
    grid(
        paper,
        [
            ["指标", "总数", "单位", "其中", ""],
            ["", "", "", "第一年", "第二年"],
            ["申请发明专利", "10", "件", "4", "6"],
            ["发表论文", "5", "篇", "2", "3"],
        ],
        (0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 0, 4),
    )  # fmt: skip
    found = values(saved(paper))
    assert (found["targets", 0, "item"], found["targets", 0, "number"]) == ("申请发明专利", 10)
    assert found["targets", 1, "unit"] == "篇"


def test_a_card_of_a_further_applicant_is_a_members() -> None:
    paper = blank()
    paper.add_paragraph("申请人名称：" + LEAD)
    grid(
        paper,
        [
            ["联合申报人1", "申请人名称", FIRST, "统一社会信用代码", "91440101MA5CQ1XN4E"],
            ["", "主体类型", "企业", "法定代表人", "宋知遥"],
            ["", "申请人类别", "参与单位", "", ""],
        ],
        (0, 0, 2, 0),
    )
    found = values(saved(paper))
    assert found["lead", "name"] == LEAD
    assert found["members", 0, "name"] == FIRST
    assert (found["members", 0, "kind"], found["members", 0, "role"]) == (
        "enterprise",
        "participant",
    )
    assert ("applicant", "name") not in found
    assert ("members", 1, "role") not in found


def test_labels_above_values_may_name_the_unit_itself() -> None:
    paper = blank()
    paper.add_paragraph("二、牵头单位信息")
    grid(
        paper,
        [
            ["牵头单位", "社会信用代码", "通信地址（注册地）"],
            [LEAD, "91440300MA5F5TK10E", "深圳市南山区学苑大道1001号"],
        ],
    )
    found = values(saved(paper))
    assert found["lead", "name"] == LEAD
    assert found["lead", "address"] == "深圳市南山区学苑大道1001号"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("联合体规范名称", "project_name"),
        ("申报事项名称", "project_name"),
        ("组建运行期", "period"),
        ("A03 建设期限", "period"),
        ("[102]项目名称", "project_name"),
    ],
)
def test_modifiers_and_codes_do_not_hide_what_a_label_asks(text: str, field: str) -> None:
    label = match(text)
    assert label is not None
    assert label.fields["project"] == field


def test_a_year_before_a_colon_is_no_code() -> None:
    label = match("022年")
    assert label is None or not label.fields


def test_brackets_say_who_leads() -> None:
    leading, joining = match("合作企业（牵头）"), match("申报单位（参与）")
    assert leading is not None
    assert leading.owner == "lead"
    assert joining is None or joining.owner != "lead"


def test_a_lone_label_has_its_value_in_the_ruled_row_below() -> None:
    paper = blank()
    paper.add_paragraph("附表2      牵头企业信息")
    grid(
        paper,
        [
            ["企业全称", "信用代码"],
            [LEAD, "91440300MA5F3WTK9B"],
            ["荣誉资质", ""],
            ["专精特新中小企业", ""],
        ],
        (2, 0, 2, 1),
        (3, 0, 3, 1),
    )
    found = values(saved(paper))
    assert found["lead", "name"] == LEAD
    assert found["lead", "qualifications", 0] == "专精特新中小企业"


def test_a_cell_may_hold_its_label_and_its_value() -> None:
    paper = blank()
    grid(paper, [["项目负责人", f"所在单位{LEAD}", "姓名容若水", "职称", "工程师"]])
    found = values(saved(paper))
    assert found["project_leader", "name"] == "容若水"
    assert found["project_leader", "employer"] == LEAD
