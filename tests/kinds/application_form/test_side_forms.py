"""Forms in several other styles: units in headings, roles and measures without a heading."""

from __future__ import annotations

from tests.kinds.application_form.paper import blank, grid, saved, values

LEAD = "深圳市栖云精密仪器有限公司"


def test_a_side_form_asks_amounts_terms_and_dates_in_its_own_words() -> None:
    paper = blank()
    grid(
        paper,
        [
            ["项目信息", "项目全称", "海洋传感创新联合体"],
            ["", "起讫日期", "2025/3/1-2027/2/28"],
        ],
        (0, 0, 1, 0),
    )
    grid(
        paper,
        [
            ["牵头企业情况", "企业名称", LEAD, "登记地", "深圳市南山区"],
            ["", "注册资本金额(万元)", "1,240.50", "法人姓名", "宋知遥"],
        ],
        (0, 0, 1, 0),
    )
    grid(
        paper,
        [
            ["资金概算", "列支范围", "拟列支额（万元）"],
            ["", "仪器购置费", "12.50"],
            ["", "试验外协费", "7"],
            ["", "合计", "19.50"],
        ],
        (0, 0, 3, 0),
    )
    paper.add_paragraph("企业盖章处：　　　　　　填表日：2025.2.18")
    found = values(saved(paper))
    assert (found["period_from",], found["period_until",]) == ("2025-03-01", "2027-02-28")
    assert found["lead", "registered_capital"] == "12405000.00"
    assert found["lead", "district"] == {"code": "440305", "name": "广东省深圳市南山区"}
    assert found["applied_on",] == "2025-02-18"
    budget = [(found["budget", n, "item"], found["budget", n, "amount"]) for n in range(2)]
    assert budget == [("仪器购置费", "125000.00"), ("试验外协费", "70000.00")]
    assert ("budget", 2, "item") not in found


def test_a_line_to_sign_on_below_a_table_is_no_target() -> None:
    paper = blank()
    paper.add_paragraph("五、预期成果")
    grid(paper, [["成果形式", "预期数", "计量"], ["授权专利", "8", "件"], ["培训课程", "3", "期"]])
    paper.add_paragraph("经办处室：　　　　　　　　　　第 2 版")
    found = values(saved(paper))
    assert [found["targets", n, "unit"] for n in range(2)] == ["件", "期"]
    assert ("targets", 2, "item") not in found


def test_a_column_of_measures_needs_no_known_heading() -> None:
    paper = blank()
    paper.add_paragraph("六、绩效指标")
    grid(
        paper,
        [
            ["指标", "目标值", "度量"],
            ["软件著作权", "6", "项"],
            ["样机", "2", "台套"],
        ],
    )
    found = values(saved(paper))
    assert [found["targets", n, "unit"] for n in range(2)] == ["项", "台套"]


def test_a_column_of_roles_needs_no_known_heading() -> None:
    paper = blank()
    paper.add_paragraph("三、联合体成员单位")
    grid(
        paper,
        [
            ["序号", "单位名称", "单位性质", "法定代表人", "所处位置"],
            ["1", "南粤理工大学", "高校", "唐以宁", "参与单位"],
            ["2", "广州海图测控有限公司", "企业", "温若川", "参与方"],
        ],
    )
    found = values(saved(paper))
    assert [found["members", n, "role"] for n in range(2)] == ["participant", "participant"]


def test_a_task_under_a_heading_of_roles_is_no_role() -> None:
    paper = blank()
    paper.add_paragraph("三、联合体成员单位")
    grid(
        paper,
        [
            ["单位名称", "单位性质", "角色分工"],
            ["南粤理工大学", "高校", "算法设计"],
            ["广州海图测控有限公司", "企业", "样机试制"],
        ],
    )
    found = values(saved(paper))
    assert found["members", 0, "name"] == "南粤理工大学"
    assert not [path for path in found if path[-1] == "role"]


def test_a_project_s_amount_is_no_item_of_a_budget() -> None:
    paper = blank()
    paper.add_paragraph("七、已承担项目")
    grid(
        paper,
        [["项目名称", "项目编号", "项目金额（万元）"], ["深海压力传感研究", "2022A-17", "300"]],
    )
    found = values(saved(paper))
    assert found["claims", 0, "title"] == "深海压力传感研究"
    assert not [path for path in found if path[0] == "budget"]


def test_a_group_of_targets_is_a_column_not_a_section() -> None:
    paper = blank()
    paper.add_paragraph("六、预期绩效")
    grid(
        paper,
        [
            ["指标类别", "具体指标", "指标数量"],
            ["经济指标", "新增产值", "≥5000万元"],
            ["学术指标", "发明专利", "不少于12件"],
            ["", "论文", "8篇"],
        ],
        (2, 0, 3, 0),
    )
    found = values(saved(paper))
    said = [tuple(found["targets", n, key] for key in ("item", "number", "unit")) for n in range(3)]
    assert said == [("新增产值", 5000, "万元"), ("发明专利", 12, "件"), ("论文", 8, "篇")]


def test_headings_alone_are_no_targets_and_no_budget() -> None:
    paper = blank()
    paper.add_paragraph("六、预期绩效")
    grid(paper, [["具体指标", "达成情况描述"], ["", ""]])
    paper.add_paragraph("七、经费预算")
    grid(paper, [["支出范围", "核准情况描述"], ["", ""]])
    assert values(saved(paper)) == {}


def test_members_stand_under_a_short_heading() -> None:
    paper = blank()
    paper.add_paragraph("附表：成员名单")
    grid(
        paper,
        [
            ["单位", "类型", "牵头/参与", "负责人"],
            [LEAD, "企业", "牵头", "宋知遥"],
            ["南粤理工大学", "高校", "参与", "唐以宁"],
        ],
    )
    found = values(saved(paper))
    assert (found["lead", "name"], found["members", 0, "name"]) == (LEAD, "南粤理工大学")
    assert found["members", 0, "role"] == "participant"


def test_the_last_row_of_a_card_is_no_header() -> None:
    paper = blank()
    paper.add_paragraph("七、成员单位基本情况")
    grid(
        paper,
        [
            ["单位名称", "南粤理工大学", "法定代表人", "唐以宁"],
            ["单位性质", "高校", "角色", "参与单位"],
        ],
    )
    found = values(saved(paper))
    assert found["members", 0, "kind"] == "university"
    assert found["members", 0, "role"] == "participant"


def test_the_years_of_a_budget_are_parts_of_its_total() -> None:
    paper = blank()
    paper.add_paragraph("八、经费概算（单位：万元）")
    grid(
        paper,
        [
            ["科目", "2025年", "2026年", "合计"],
            ["设备费", "60", "60", "120"],
            ["材料费", "10", "20", "30"],
            ["合计", "70", "80", "150"],
        ],
    )
    found = values(saved(paper))
    assert [found["budget", n, "amount"] for n in range(2)] == ["1200000.00", "300000.00"]
    assert ("budget", 2, "item") not in found


def test_a_capital_without_a_unit_is_left_out_where_it_cannot_be_in_yuan() -> None:
    paper = blank()
    grid(paper, [["牵头单位", LEAD, "注册资本", "3000"]])
    assert ("lead", "registered_capital") not in values(saved(paper))
