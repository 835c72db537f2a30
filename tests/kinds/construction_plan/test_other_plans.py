"""Plans in several other styles: titles, lists, numbering, tables and sentences."""

from __future__ import annotations

import pytest

from docint.contracts import Tools
from docint.kinds.construction_plan.kind import find
from docint.types.fact import Facts
from tests.printed import document_of, printed_page


def read(text: str, *, plain: bool = True) -> dict[str, object]:
    page = printed_page(text, plain=plain)
    facts: Facts = find(document_of("construction-plan", page), Tools())
    return {".".join(str(step) for step in fact.path): fact.value for fact in facts}


def listed(found: dict[str, object], key: str) -> list[object]:
    """The values of a list, in order."""
    return [value for path, value in found.items() if path.rsplit(".", 1)[0] == key]


def budget(found: dict[str, object]) -> list[tuple[object, object]]:
    """Items with their amounts."""
    count = sum(path.startswith("budget") and path.endswith("item") for path in found)
    return [(found[f"budget.{n}.item"], found[f"budget.{n}.amount"]) for n in range(count)]


@pytest.mark.parametrize(
    "title",
    [
        "关于组建深海装备创新联合体的工作方案",
        "关于深海装备创新联合体的建设运营方案",
        "深海装备创新联合体组建与运行方案",
        "关于深海装备创新联合体建设运营的方案",
        "深海装备创新联合体建设和运营方案（申报稿）",
        "关于组建并运营深海装备创新联合体的方案",
        "深海装备创新联合体建设运营总体思路与实施方案",
        "《深海装备创新联合体》建设运营方案",
        "深海装备创新联合体三年建设方案",
        "深海装备创新联合体建设运营方案（2025-2027年）",
        "深海装备\n创新联合体\n建设运营方案",
        "组建深海装备创新联合体实施方案",
        "南山区创新联合体建设运营方案\n（深海装备创新联合体）",
        "附件2：深海装备创新联合体建设及运营推进方案",
        "“深海装备创新联合体”组建与运行管理方\n案",
        "福田区创新联合体项目建设运营方案\n项目名称：深海装备创新联合体",
    ],
)
def test_the_project_is_named_in_the_title(title: str) -> None:
    assert read(f"{title}\n一、概述\n略。\n二、目标\n略。")["project_name"] == "深海装备创新联合体"


@pytest.mark.parametrize(
    "title", ["关于报送创新联合体建设运营方案", "福田区创新联合体建设运营方案", "建设运营方案"]
)
def test_a_title_without_a_project_names_none(title: str) -> None:
    assert "project_name" not in read(f"{title}\n一、概述\n略。\n二、目标\n略。")


LED = "工作方案\n一、概况\n牵头单位：海岳仪器有限公司\n"


@pytest.mark.parametrize(
    "said",
    [
        "成员单位如下：\n1）南方理工大学\n2）蓝桥科技（广州）有限公司\n建设期两年。",
        "（二）参与单位\n南方理工大学；\n蓝桥科技（广州）有限公司。\n二、背景\n略。",
        "联合体参建单位（2家）：\n1. 南方理工大学（算法）\n2. 蓝桥科技（广州）有限公司（试制）\n",
        "参与单位名单：\n① 南方理工大学\n② 蓝桥科技（广州）有限公司\n",
        "联合体由海岳仪器有限公司、南方理工大学、蓝桥科技（广州）有限公司共同组建。",
        "海岳仪器有限公司为牵头单位，南方理工大学、蓝桥科技（广州）有限公司为参与单位。",
        "本项目成员单位共2家，分别为南方理工大学和蓝桥科技（广州）有限公司。",
    ],
)
def test_members_stand_in_lists_and_sentences(said: str) -> None:
    assert listed(read(LED + said), "members") == ["南方理工大学", "蓝桥科技（广州）有限公司"]


def test_members_stand_in_a_table_that_marks_the_lead() -> None:
    found = read(
        "深海装备创新联合体建设方案\n"
        "单位名称                  单位性质    角色\n"
        "海岳仪器有限公司          企业        牵头单位\n"
        "南方理工大学              高校        参与单位\n",
        plain=False,
    )
    assert found["lead"] == "海岳仪器有限公司"
    assert listed(found, "members") == ["南方理工大学"]


def test_a_committee_s_units_are_no_members() -> None:
    found = read(LED + "专家委员会由南方理工大学、蓝桥科技有限公司共同组成。")
    assert listed(found, "members") == []


@pytest.mark.parametrize(
    "marks",
    [
        "一、,二、,三、,四、",
        "（一）,（二）,（三）,（四）",
        "1．,2．,3．,4．",
        "第一部分　,第二部分　,第三部分　,第四部分　",
        "01 ,02 ,03 ,04 ",
        "Ⅰ.,Ⅱ.,Ⅲ.,Ⅳ.",
        "【,【,【,【",
        ",,,",
    ],
)
def test_sections_are_found_however_they_are_numbered(marks: str) -> None:
    titles = ["项目概述", "建设背景与必要性", "预期目标", "人才团队"]
    close = "】" if "【" in marks else ""
    heads = [mark + title + close for mark, title in zip(marks.split(","), titles, strict=True)]
    body = "本联合体面向产业需求开展联合攻关，形成自主可控的产业链条，带动上下游企业发展。"
    found = read("深海装备创新联合体工作方案\n" + "".join(f"{h}\n{body}\n" for h in heads))
    assert listed(found, "sections") == titles


def test_a_table_s_cells_are_no_sections() -> None:
    found = read(
        "深海装备创新联合体工作方案\n（一）项目概述\n略，见附件所述。\n（二）预期目标\n"
        "略，见附件所述。\n内容\n其他费用\n（三）组织实施\n略，见附件所述。\n（四）人才团队\n略。"
    )
    assert listed(found, "sections") == ["项目概述", "预期目标", "组织实施", "人才团队"]


@pytest.mark.parametrize(
    "head",
    [
        "费用名称        安排金额（单位：万元）",
        "开支范围        拟投入资金（万元）",
        "支出科目        概算数（万元）",
        "经费用途        预算额度/万元",
        "支出事项        计划支出（万元）",
    ],
)
def test_a_budget_s_columns_have_many_names(head: str) -> None:
    found = read(
        f"五、资金安排\n{head}\n试制费          120.50\n差旅费          8\n合计      128.50\n",
        plain=False,
    )
    assert budget(found) == [("试制费", "1205000.00"), ("差旅费", "80000.00")]


def test_of_a_budget_s_amounts_the_total_counts() -> None:
    found = read(
        "经费预算（单位：万元）\n"
        "预算科目      财政资助      自筹经费      合计\n"
        "试制费        40            80            120\n",
        plain=False,
    )
    assert budget(found) == [("试制费", "1200000.00")]


def test_a_budget_may_be_a_sentence() -> None:
    found = read(
        "工作方案\n五、资金安排\n项目总投入300万元，其中设备购置费180万元、试验外协费70.5万元，"
        "差旅费49.5万元。\n六、团队\n略。"
    )
    assert budget(found) == [
        ("设备购置费", "1800000.00"),
        ("试验外协费", "705000.00"),
        ("差旅费", "495000.00"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "项目名称        项目编号      项目经费（万元）\n水声研究        2022A-17      300\n",
        "年度        营业收入（万元）\n2023        9300\n",
        "姓名        项目      经费（万元）\n林溪        甲        30\n",
    ],
)
def test_other_tables_with_amounts_are_no_budget(table: str) -> None:
    assert budget(read("工作方案\n七、工作基础\n" + table, plain=False)) == []


@pytest.mark.parametrize(
    "said",
    [
        "近三年累计投入研发费用900万元，设备费用300万元、材料费用200万元。",
        "2023年研发经费2000万元，设备经费300万元。",
        "2022年项目经费中设备费200万元、材料费150万元。",
    ],
)
def test_past_spending_is_no_budget(said: str) -> None:
    assert budget(read("工作方案\n七、工作基础\n" + said)) == []


def test_a_budget_s_items_may_be_parted_by_semicolons() -> None:
    said = "总预算500万元，由财政资金200万元、自筹资金300万元组成。设备费350万元；材料费150万元。"
    assert budget(read("工作方案\n四、经费\n" + said)) == [
        ("设备费", "3500000.00"),
        ("材料费", "1500000.00"),
    ]


def test_a_stamp_is_no_part_of_the_lead_s_name() -> None:
    found = read("工作方案\n牵头单位：海岳仪器有限公司（盖章）\n一、概述\n略。\n二、目标\n略。")
    assert found["lead"] == "海岳仪器有限公司"


@pytest.mark.parametrize(
    "said",
    [
        "联合体牵头单位为海岳仪器有限公司，参与单位为南方理工大学、蓝桥科技（广州）有限公司。",
        "牵头单位：海岳仪器有限公司\n成员单位1：南方理工大学\n成员单位2：蓝桥科技（广州）有限公司",
        "牵头单位：海岳仪器有限公司\n二、任务\n海岳仪器有限公司负责设计。\n南方理工大学承担研究。\n蓝桥科技（广州）有限公司参与。",
    ],
)
def test_who_leads_and_who_takes_part_may_be_said_in_any_order(said: str) -> None:
    found = read(f"深海装备创新联合体（建设运营方案）\n一、概况\n{said}\n三、背景\n略。")
    assert found["project_name"] == "深海装备创新联合体"
    assert found["lead"] == "海岳仪器有限公司"
    assert listed(found, "members") == ["南方理工大学", "蓝桥科技（广州）有限公司"]


@pytest.mark.parametrize(
    "said",
    [
        "实施周期（2024年3月1日—2026年2月28日）内完成全部任务。",
        "实施周期（2024年3月1日一2026年2月28日）内完成全部任务。",
        "建设周期为24个月（2024年3月1日至2026年2月28日）。",
        "2024年3月1日至2026年2月28日为联合体建设期。",
        "自2024年3月1日起，到2026年2月28日，各方按本方案推进。",
        "拟开工：2024年3月1日\n竣工日期：2026年2月28日",
    ],
)
def test_the_term_is_said_in_sentences(said: str) -> None:
    found = read(f"深海装备创新联合体工作方案\n一、概况\n{said}\n二、背景\n略。")
    assert (found["period_from"], found["period_until"]) == ("2024-03-01", "2026-02-28")


def test_what_a_plan_has_is_no_target() -> None:
    found = read(
        "深海装备创新联合体工作方案\n一、目标\n期末研制样机3台；现有中试线2条。\n"
        "二、基础\n已申请发明专利40件，现有研发人员35名。\n三、团队\n组建5个课题组。"
    )
    assert listed(found, "targets.0") == ["研制样机", 3, "台"]
    assert "targets.1.item" not in found


@pytest.mark.parametrize(
    "heads",
    [
        "衡量条目            约定值        量纲",
        "攻坚事项            达标线        单位",
        "指标                目标          单位",
    ],
)
def test_targets_stand_under_heads_in_any_words(heads: str) -> None:
    found = read(
        f"深海装备创新联合体工作方案\n四、安排\n{heads}\n"
        "研制样机            3             台\n申请软件著作权      12            件\n",
        plain=False,
    )
    assert listed(found, "targets.0") == ["研制样机", 3, "台"]
    assert listed(found, "targets.1") == ["申请软件著作权", 12, "件"]


def test_a_list_of_equipment_is_no_target() -> None:
    found = read(
        "深海装备创新联合体工作方案\n四、基础\n设备名称            数目          单位\n"
        "水声测试仪          3             台\n压力舱              2             套\n",
        plain=False,
    )
    assert "targets.0.item" not in found


@pytest.mark.parametrize(
    "mark",
    ["第{}篇 ", "〔{}〕", "【{}】", "{}】", "〔{}]", "第{}单元:", "第{}、", "{}·", "§{} ", "§{}. "],
)
def test_numbers_clauses_never_bear_are_left_out_of_section_titles(mark: str) -> None:
    titles = ["联合体由来", "攻坚事项分解", "量化指标", "各方投入"]
    lines = [f"{mark.format(n)}{title}\n略。" for n, title in zip("一二三四", titles, strict=True)]
    assert listed(read("\n".join(["工作方案", *lines])), "sections") == titles


def test_a_budget_may_be_turned_with_items_side_by_side() -> None:
    found = read(
        "工作方案\n经费分配（单位：万元）\n"
        "支出科目    设备费    材料费    合计\n"
        "金额    18.00    4.50    22.50",
        plain=False,
    )
    assert budget(found) == [("设备费", "180000.00"), ("材料费", "45000.00")]


BESIDE = """角色            单位
主导单位        海岳仪器有限公司
协作主体A       南方理工大学
协作主体B       蓝桥科技有限公司"""
MARKED = """机构                    牵头        参与        备注
海岳仪器有限公司        √           —           链主
南方理工大学            —           √           高校
蓝桥科技有限公司        —           √           企业"""
TURNED = """类别        牵头                    参与1               参与2
全称        海岳仪器有限公司        南方理工大学        蓝桥科技有限公司"""


@pytest.mark.parametrize("table", [BESIDE, MARKED, TURNED])
def test_the_word_for_a_part_stands_beside_above_or_under_a_mark(table: str) -> None:
    found = read(f"工作方案\n一、概况\n{table}\n二、目标\n略。", plain=False)
    assert found["lead"] == "海岳仪器有限公司"
    assert listed(found, "members") == ["南方理工大学", "蓝桥科技有限公司"]


def test_a_task_led_by_a_member_makes_it_no_lead() -> None:
    found = read(
        "工作方案\n一、分工\n"
        "课题    角色    单位\n标定    牵头    海岳仪器有限公司\n装配    牵头    蓝桥科技有限公司",
        plain=False,
    )
    assert "lead" not in found


def test_any_number_of_a_series_heads_a_section_that_may_bear_a_colon() -> None:
    found = read(
        "深海装备创新联合体工作方案\n一/缘起：为何组建\n略。\n二/任务分解\n略。\n三/里程碑\n略。"
    )
    assert listed(found, "sections") == ["缘起：为何组建", "任务分解", "里程碑"]


def test_a_time_gone_by_is_no_term() -> None:
    found = read(
        "工作方案\n一、基础\n自2020年3月1日起，至2022年2月28日，已完成中试。\n二、其他\n略。"
    )
    assert "period_from" not in found


REVERSED = """代号        值        计量        考核内容          佐证
K1          3         台          研制样机          检测报告
K2          12        件          申请软件著作权    登记证书"""
TWICE = """攻坚事项        数量        单位        攻坚事项          数量        单位
研制样机        3           台          申请软件著作权    12          件
发布规范        2           项"""


@pytest.mark.parametrize("table", [REVERSED, TWICE])
def test_a_table_of_targets_may_be_reversed_or_stand_in_two_halves(table: str) -> None:
    found = read(f"深海装备创新联合体工作方案\n四、安排\n{table}\n", plain=False)
    assert listed(found, "targets.0") == ["研制样机", 3, "台"]
    assert listed(found, "targets.1") == ["申请软件著作权", 12, "件"]
    assert "发布规范" not in table or listed(found, "targets.2") == ["发布规范", 2, "项"]


def test_a_target_s_own_number_is_no_part_of_it() -> None:
    found = read("工作方案\n一、目标\n目标1——研制样机，不少于3台。\n目标2——发布规范，不少于2项。")
    assert listed(found, "targets.1") == ["发布规范", 2, "项"]


@pytest.mark.parametrize(
    "said",
    [
        "由海岳仪器有限公司（牵头单位）、南方理工大学（参与单位）与蓝桥科技（广州）有限公司（成员）组建。",
        "联合体以海岳仪器有限公司为牵头单位，成员单位包括南方理工大学和蓝桥科技（广州）有限公司。",
    ],
)
def test_a_part_may_stand_in_brackets_or_behind_a_preposition(said: str) -> None:
    found = read(f"工作方案\n一、概况\n{said}\n二、背景\n略。")
    assert found["lead"] == "海岳仪器有限公司"
    assert listed(found, "members") == ["南方理工大学", "蓝桥科技（广州）有限公司"]


@pytest.mark.parametrize("note", ["以下称牵头单位", "以下简称“牵头单位”", "下文称为牵头方"])
def test_the_lead_may_be_called_so_in_brackets_and_be_joined_by_others(note: str) -> None:
    found = read(
        f"工作方案\n一、概况\n海岳仪器有限公司（{note}）会同南方理工大学、蓝桥科技有限公司，"
        "就水声探测组建创新联合体。\n二、目标\n略。"
    )
    assert found["lead"] == "海岳仪器有限公司"
    assert listed(found, "members") == ["南方理工大学", "蓝桥科技有限公司"]
