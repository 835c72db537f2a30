"""Columns told by their cells, section labels beside whole tables, targets in sentences."""

from __future__ import annotations

import pytest

from tests.kinds.application_form.paper import blank, grid, saved, values

TARGETS = {
    ("targets", 0, "item"): "申请软件著作权",
    ("targets", 0, "number"): 6,
    ("targets", 0, "unit"): "件",
    ("targets", 1, "item"): "带动新增产值",
    ("targets", 1, "number"): 2024,
    ("targets", 1, "unit"): "万元",
}


@pytest.mark.parametrize(
    "heads",
    [
        ["指标", "目标", "单位"],
        ["核查条目", "目标", "计数单位"],
        ["任务目标", "约定值", "量纲"],
        ["预期产出", "达标线", "单位"],
    ],
)
def test_figures_under_any_heading_of_targets_are_the_numbers(heads: list[str]) -> None:
    paper = blank()
    paper.add_paragraph("五、年度绩效指标")
    grid(paper, [heads, ["申请软件著作权", "6", "件"], ["带动新增产值", "2024", "万元"]])
    assert values(saved(paper)) == TARGETS


def test_a_label_beside_a_whole_table_is_no_column_of_it() -> None:
    paper = blank()
    grid(
        paper,
        [
            ["人员", "序号", "姓名", "年龄", "供职单位", "负责事项"],
            ["", "1", "容若水", "41", "深圳市霁川医疗科技有限公司", "算法"],
            ["", "2", "苗青禾", "35", "深圳市霁川医疗科技有限公司", "测试"],
        ],
        (0, 0, 2, 0),
    )
    grid(
        paper,
        [
            ["财务", "科目（万元）", "全年营收", "研发总投入"],
            ["", "2023年", "1,200.50", "300"],
            ["", "2022年", "1,000", "200"],
        ],
        (0, 0, 2, 0),
    )
    said = values(saved(paper))
    assert said[("team", 1, "name")] == "苗青禾"
    assert said[("team", 1, "role")] == "测试"
    assert ("team", 2, "name") not in said
    assert said[("revenue", "2023")] == "12005000.00"
    assert said[("rd_expense", "2022")] == "2000000.00"


def test_a_units_columns_are_told_by_their_cells() -> None:
    paper = blank()
    paper.add_paragraph("三、联合体其他成员")
    grid(
        paper,
        [
            ["序号", "成员单位全称", "代码", "归类", "法人"],
            ["1", "南粤理工大学", "12440000455860431T", "高校", "方远"],
            ["2", "深圳市霁川医疗科技有限公司", "91440300MA5G8XK72P", "企业", "容若水"],
        ],
    )
    said = values(saved(paper))
    assert said[("members", 1, "uscc")] == "91440300MA5G8XK72P"
    assert said[("members", 0, "kind")] == "university"


def test_targets_are_counted_in_sentences() -> None:
    paper = blank()
    paper.add_paragraph("六、考核目标")
    paper.add_paragraph("建设期内，力争申请软件著作权6件；带动新增产值不少于2024万元。")
    assert values(saved(paper)) == TARGETS


def test_values_may_stand_below_their_labels() -> None:
    paper = blank()
    paper.add_paragraph("二、牵头主体登记信息")
    grid(
        paper,
        [
            ["登记名称", "统一信用编码", "法人代表"],
            ["海岳仪器有限公司", "91440300MA5G8XK72P", "容若水"],
            ["设立年月日", "登记资本（万元）", "主体类别"],
            ["2010年3月1日", "5000", "企业"],
        ],
    )
    assert values(saved(paper)) == {
        ("lead", "name"): "海岳仪器有限公司",
        ("lead", "uscc"): "91440300MA5G8XK72P",
        ("lead", "legal_representative"): "容若水",
        ("lead", "established_on"): "2010-03-01",
        ("lead", "registered_capital"): "50000000.00",
        ("lead", "kind"): "enterprise",
    }


@pytest.mark.parametrize("joint", ["职称/年龄", "职称、年龄"])
def test_a_column_of_two_fields_gives_both_where_a_cell_has_both(joint: str) -> None:
    paper = blank()
    paper.add_paragraph("四、研发团队主要成员")
    heads = ["序号", "姓名", joint, "工作单位", "分工"]
    first = ["1", "容若水", "研究员/45", "深圳市霁川医疗科技有限公司", "算法"]
    second = ["2", "苗青禾", "高级工程师", "深圳市霁川医疗科技有限公司", "测试"]
    grid(paper, [heads, first, second])
    said = values(saved(paper))
    assert (said[("team", 0, "title")], said[("team", 0, "age")]) == ("研究员", 45)
    assert said[("team", 1, "title")] == "高级工程师"
    assert said[("team", 1, "role")] == "测试"
