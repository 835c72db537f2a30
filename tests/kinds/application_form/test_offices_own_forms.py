"""Forms as offices draw them themselves: pairs without headings, bare words, two things a cell."""

from __future__ import annotations

from docint.types.fact import Path, Value
from tests.kinds.application_form.paper import blank, grid, page, ruled, saved, scanned, values

LEAD = "苏州晨曦微纳制造有限公司"
CODE = "91320500MA1X8K3T2Q"
SCHOOL = "江南理工大学"


def written(*lines: str) -> dict[Path, Value]:
    paper = blank()
    for line in lines:
        paper.add_paragraph(line)
    return values(saved(paper))


def test_a_line_without_a_subject_goes_on_about_the_person_before() -> None:
    found = written(
        "三、首席技术负责人",
        "孙志远同志，男，出生于1978年5月12日。",
        f"受聘于{LEAD}，取得正高级工程师资格，现年45周岁。",
    )
    assert found["chief_engineer", "employer"] == LEAD
    assert found["chief_engineer", "title"] == "正高级工程师"
    assert found["chief_engineer", "age"] == 45


def test_a_line_of_something_else_is_not_told_of_the_person() -> None:
    found = written(
        "三、首席技术负责人",
        "孙志远，男，1978年5月12日生。",
        f"主持过多项课题，成果已在{LEAD}应用，效益显著。",
    )
    assert ("chief_engineer", "employer") not in found


def test_labels_of_one_word_are_the_section_s() -> None:
    found = written(
        "（一）链主企业",
        f"名　　称：{LEAD}",
        f"代　　码：{CODE}",
        "法　　人：周启明",
        "成　　立：2013年7月9日",
    )
    assert found == {
        ("lead", "name"): LEAD,
        ("lead", "uscc"): CODE,
        ("lead", "legal_representative"): "周启明",
        ("lead", "established_on"): "2013-07-09",
    }


def test_costs_stand_in_pairs_without_headings() -> None:
    paper = blank()
    paper.add_paragraph("经费预算（万元）")
    grid(
        paper,
        [["设备费", "300", "人员费", "200"], ["材料费", "50", "", ""], ["合计", "550", "", ""]],
    )
    found = values(saved(paper))
    assert [found["budget", n, "amount"] for n in range(3)] == [
        "3000000.00",
        "2000000.00",
        "500000.00",
    ]
    assert found["budget", 2, "item"] == "材料费"
    assert ("budget", 3, "item") not in found


def test_dots_lead_to_costs_on_a_scan_that_parts_them() -> None:
    lines = [
        ("八、费用构成（单位：万元）", 80.0, 100.0),
        ("设备费………", 90.0, 130.0),
        ("96.00", 300.0, 130.0),
        ("材料费… … 31.00", 90.0, 155.0),
    ]
    found = values(scanned(page(lines)))
    assert (found["budget", 0, "item"], found["budget", 0, "amount"]) == ("设备费", "960000.00")
    assert (found["budget", 1, "item"], found["budget", 1, "amount"]) == ("材料费", "310000.00")


def test_two_things_in_a_cell_as_the_heading_counts_them() -> None:
    paper = blank()
    paper.add_paragraph("三、项目组人员")
    rows = [
        ["姓名（年龄）", "单位及职称", "负责什么"],
        ["梁素云（41岁）", f"{LEAD}，高级工程师", "总体设计"],
        ["何一帆（36岁）", f"{SCHOOL}，副教授", "算法研究"],
    ]
    grid(paper, rows)
    found = values(saved(paper))
    assert (found["team", 0, "name"], found["team", 0, "age"]) == ("梁素云", 41)
    assert (found["team", 1, "employer"], found["team", 1, "title"]) == (SCHOOL, "副教授")


def test_a_year_tells_its_figures_whatever_they_are_called() -> None:
    found = written(
        "申报单位近两年经营规模",
        "2023年：实现营收15000万元，研发花费（元）18,000,000.00；",
        "2022年：实现营收12345.6万元，研发花费（元）12,345,600.00，研发人员120人。",
    )
    assert found == {
        ("revenue", "2023"): "150000000.00",
        ("rd_expense", "2023"): "18000000.00",
        ("revenue", "2022"): "123456000.00",
        ("rd_expense", "2022"): "12345600.00",
    }


def test_a_place_and_a_mailbox_tell_themselves_under_words_nobody_knows() -> None:
    paper = blank()
    paper.add_paragraph("一、牵头单位")
    rows = [
        ["名称", LEAD],
        ["坐落", "江苏省苏州市姑苏区人民路88号"],
        ["对外联络", "0512-67881234"],
    ]
    grid(paper, rows)
    found = values(saved(paper))
    assert found["lead", "address"] == "江苏省苏州市姑苏区人民路88号"
    assert found["lead", "phone"] == "0512-67881234"


def test_the_day_beside_the_registering_unit_s_seal_is_the_application_s() -> None:
    found = written(
        "一、登记单位（牵头）",
        f"名称：{LEAD}",
        "申请登记单位（公章）：　　　　申请登记日期：2024年3月15日",
    )
    assert found["applied_on",] == "2024-03-15"
    assert ("lead", "established_on") not in found


def test_a_heading_with_a_unit_of_money_is_nobody_s_name() -> None:
    table, lines = ruled(
        [
            ["姓名", "职称", "工作单位"],
            ["梁素云（女）", "工程师", SCHOOL],
            ["经营科目（万元）", "2022年", "2023年"],
        ],
        150,
        [60, 200, 300, 520],
    )
    found = values(scanned(page([("三、研发团队成员", 80.0, 120.0), *lines], [table])))
    assert found["team", 0, "name"] == "梁素云"
    assert ("team", 1, "name") not in found


def test_a_row_that_names_its_person_is_not_one_of_a_team() -> None:
    paper = blank()
    paper.add_paragraph("主要负责人员")
    rows = [
        ["", "姓名", "性别", "年龄", "职称", "工作单位"],
        ["项目负责人", "吴静怡", "女", "48", "研究员", LEAD],
        ["首席技术负责人", "孙志远", "男", "45", "正高级工程师", LEAD],
    ]
    grid(paper, rows)
    found = values(saved(paper))
    assert found["project_leader", "name"] == "吴静怡"
    assert found["chief_engineer", "age"] == 45
    assert ("team", 0, "name") not in found


def test_a_target_s_measure_stands_in_brackets_behind_it() -> None:
    paper = blank()
    paper.add_paragraph("七、项目考核目标")
    rows = [["序号", "考核项", "达标要求"], ["1", "申请发明专利（件）", "不少于10"]]
    grid(paper, [*rows, ["2", "培养研发人才（名）", "不少于50"]])
    found = values(saved(paper))
    assert (found["targets", 0, "item"], found["targets", 0, "unit"]) == ("申请发明专利", "件")
    assert (found["targets", 1, "number"], found["targets", 1, "unit"]) == (50, "名")


def test_targets_stand_in_pairs_without_headings() -> None:
    paper = blank()
    paper.add_paragraph("七、预期成果指标")
    grid(paper, [["申请发明专利（件）", "10", "发表论文", "6篇"]])
    found = values(saved(paper))
    assert (found["targets", 0, "item"], found["targets", 0, "number"]) == ("申请发明专利", 10)
    assert (found["targets", 1, "number"], found["targets", 1, "unit"]) == (6, "篇")


def test_shares_beside_amounts_hide_no_year() -> None:
    paper = blank()
    paper.add_paragraph("六、财务情况")
    rows = [
        ["项目", "2022年", "", "2023年", ""],
        ["", "金额（万元）", "增长率", "金额（万元）", "增长率"],
        ["其中：研发费用", "1234.56", "8%", "1800", "46%"],
    ]
    grid(paper, rows, (0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4))
    found = values(saved(paper))
    assert found["rd_expense", "2023"] == "18000000.00"


def test_money_told_within_brackets_is_grant_and_match() -> None:
    found = written("经费总额：2000 万元（其中申请拨款 500 万元，单位配套 1500 万元）")
    assert found == {("grant",): "5000000.00", ("matching_funds",): "15000000.00"}


def test_what_the_office_is_asked_for_is_no_project() -> None:
    found = written("事项名称：创新联合体认定", "联合体名称：微纳制造创新联合体")
    assert found["project_name",] == "微纳制造创新联合体"


def test_costs_told_clause_by_clause_are_no_targets() -> None:
    found = written("八、资金用途", "（一）购置设备300万元；（二）人员费用200万元；合计500万元。")
    assert (found["budget", 0, "item"], found["budget", 1, "amount"]) == ("购置设备", "2000000.00")
    assert ("targets", 0, "item") not in found


def test_one_record_of_what_was_won_is_no_card_of_the_project() -> None:
    paper = blank()
    paper.add_paragraph("承担的科研项目")
    rows = [["项目名称", "项目编号", "承担单位", "立项时间"]]
    grid(paper, [*rows, ["高精度位移台研制", "BE2022012", SCHOOL, "2022-04-01"]])
    found = values(saved(paper))
    assert found["claims", 0, "title"] == "高精度位移台研制"
    assert found["claims", 0, "holder"] == SCHOOL
    assert ("project_name",) not in found
    assert ("lead", "name") not in found


def test_a_heading_within_the_table_states_its_unit_and_the_day_ends_it() -> None:
    paper = blank()
    rows = [
        ["经费（万元）", "", ""],
        ["科目", "金额", "备注"],
        ["设备费", "300", ""],
        ["绩效", "", ""],
        ["指标", "目标值", "单位"],
        ["申请发明专利", "10", "件"],
        ["申报时间", "2024年3月15日", ""],
    ]
    grid(paper, rows, (0, 0, 0, 2), (3, 0, 3, 2), (6, 1, 6, 2))
    found = values(saved(paper))
    assert found["budget", 0, "amount"] == "3000000.00"
    assert found["applied_on",] == "2024-03-15"
    assert ("targets", 1, "item") not in found


def test_a_term_stands_in_brackets_behind_its_length() -> None:
    assert written("拟建设期限：2年（2024年5月—2026年4月）") == {
        ("period_from",): "2024-05-01",
        ("period_until",): "2026-04-30",
    }


def test_tables_within_a_cell_are_of_the_label_beside_it() -> None:
    paper = blank()
    outer = grid(paper, [["牵头单位", ""], ["参与单位", ""], ["项目名称", "微纳制造创新联合体"]])
    inner = outer.cell(0, 1).add_table(1, 4)
    for column, text in enumerate(["单位全称", LEAD, "信用代码", CODE]):
        inner.cell(0, column).text = text
    inner = outer.cell(1, 1).add_table(2, 3)
    for row, texts in enumerate([["单位", "性质", "法定代表人"], [SCHOOL, "高校", "陈砚秋"]]):
        for column, text in enumerate(texts):
            inner.cell(row, column).text = text
    assert values(saved(paper)) == {
        ("lead", "name"): LEAD,
        ("lead", "uscc"): CODE,
        ("members", 0, "name"): SCHOOL,
        ("members", 0, "kind"): "university",
        ("members", 0, "legal_representative"): "陈砚秋",
        ("project_name",): "微纳制造创新联合体",
    }


def test_a_field_of_two_labels_holds_two_values() -> None:
    paper = blank()
    paper.add_paragraph("一、牵头单位")
    grid(paper, [["名称", LEAD], ["电话/邮箱", "0512-67881234/zhou@example.com"]])
    paper.add_paragraph("二、首席技术负责人")
    grid(paper, [["姓名", "孙志远"], ["出生年月（年龄）", "1978年5月（45岁）"]])
    found = values(saved(paper))
    assert found["lead", "email"] == "zhou@example.com"
    assert found["chief_engineer", "birth_date"] == "1978-05"
    assert found["chief_engineer", "age"] == 45


def test_a_value_goes_on_in_the_next_cells() -> None:
    paper = blank()
    rows = [
        ["牵头单位", LEAD, "", ""],
        ["所在地", "江苏省", "苏州市", "姑苏区"],
        ["成立日期", "2013年", "7月", "9日"],
        ["注册资本", "5000", "万元", ""],
    ]
    grid(paper, rows, (0, 1, 0, 3))
    assert values(saved(paper)) == {
        ("lead", "name"): LEAD,
        ("lead", "district"): {"code": "320508", "name": "江苏省苏州市姑苏区"},
        ("lead", "established_on"): "2013-07-09",
        ("lead", "registered_capital"): "50000000.00",
    }


def test_a_signed_opinion_dates_the_application_but_not_the_office_s() -> None:
    paper = blank()
    rows = [
        ["申报单位意见", "所填内容真实。\n法定代表人（签字）：    （公章）\n2024年3月15日"],
        ["推荐部门意见", "同意推荐。\n（公章）\n2024年4月2日"],
    ]
    grid(paper, rows)
    assert values(saved(paper)) == {("applied_on",): "2024-03-15"}


def test_numbered_units_and_persons_with_brackets_in_one_line() -> None:
    found = written(
        f"参与单位（共2家）：1、{SCHOOL}；2、{LEAD}",
        f"专家：沈清（{SCHOOL}，教授）、郑和平（{LEAD}，正高级工程师）",
    )
    assert (found["members", 0, "name"], found["members", 1, "name"]) == (SCHOOL, LEAD)
    assert found["experts", 0, "title"] == "教授"
    assert (found["experts", 1, "name"], found["experts", 1, "employer"]) == ("郑和平", LEAD)


def test_the_last_day_of_a_year_heads_its_figures() -> None:
    paper = blank()
    paper.add_paragraph("三、近两年财务数据（金额单位：万元）")
    rows = [["财务指标", "2022年12月31日", "2023年12月31日"], ["营业收入", "12345.60", "15000"]]
    grid(paper, [*rows, ["研发费用", "1234.56", "1800"]])
    found = values(saved(paper))
    assert found["revenue", "2022"] == "123456000.00"
    assert found["rd_expense", "2023"] == "18000000.00"


def test_a_bare_name_in_the_project_s_section_is_the_project_s() -> None:
    paper = blank()
    paper.add_paragraph("二、拟建联合体")
    grid(paper, [["名称", "微纳制造创新联合体"], ["涉及产业", "高端装备"]])
    assert values(saved(paper))["project_name",] == "微纳制造创新联合体"


def test_a_subtotal_above_the_costs_hides_no_heading() -> None:
    table, lines = ruled(
        [
            ["编号", "列支科目", "列支数(千元)"],
            ["", "设备与人员小计", "2,140.00"],
            ["1", "设备费", "220.00"],
            ["2", "人力资源费", "1,920.00"],
        ],
        150,
        [60, 120, 320, 460],
    )
    found = values(scanned(page([("九、项目经费", 80.0, 120.0), *lines], [table])))
    assert (found["budget", 0, "item"], found["budget", 0, "amount"]) == ("设备费", "220000.00")
    assert found["budget", 1, "amount"] == "1920000.00"


def test_persons_and_their_teams_under_one_heading_are_a_team() -> None:
    paper = blank()
    paper.add_paragraph("一、首席技术负责人")
    grid(paper, [["姓名", "孙志远", "年龄", "45"]])
    paper.add_paragraph("二、技术带头人及骨干")
    grid(paper, [["姓名", "年龄", "职称", "工作单位"], ["梁素云", "39", "工程师", SCHOOL]])
    found = values(saved(paper))
    assert found["chief_engineer", "name"] == "孙志远"
    assert (found["team", 0, "name"], found["team", 0, "age"]) == ("梁素云", 39)


def test_words_in_quotation_marks_narrow_a_label_as_others_do() -> None:
    paper = blank()
    grid(
        paper,
        [["所属“10+6”产业集群", "高端装备"], ["牵头单位", LEAD], ["企业总机", "0512-67881234"]],
    )
    found = values(saved(paper))
    assert found["industry",] == "高端装备"
    assert found["lead", "phone"] == "0512-67881234"


def test_parts_are_counted_as_columns_and_a_class_stands_before_its_items() -> None:
    paper = blank()
    paper.add_paragraph("攻关体（创新联合体）登记表")
    paper.add_paragraph("第一栏　攻关体")
    grid(paper, [["攻关体名称", "北岭轴承创新联合体"], ["攻关时限", "2024.07.01／2026.06.30"]])
    paper.add_paragraph("第二栏　攻关任务指标")
    rows = [
        ["任务", "任务指标", "完成数", "量纲单位"],
        ["研究成果", "申请发明专利", "14", "件"],
        ["", "参与制定标准", "2", "项"],
        ["应用", "研制样机", "3", "台"],
    ]
    grid(paper, rows, (1, 0, 2, 0))
    paper.add_paragraph("第三栏　攻关经费")
    rows = [
        ["编号", "列支科目", "列支数（千元）"],
        ["一", "设备与人员小计", "1,140.00"],
        ["1", "设备费", "900.00"],
        ["2", "人力资源费", "240.00"],
        ["", "合计", "1,140.00"],
    ]
    grid(paper, rows)
    found = values(saved(paper))
    assert found["project_name",] == "北岭轴承创新联合体"
    assert [found["targets", n, "item"] for n in range(3)] == [
        "申请发明专利",
        "参与制定标准",
        "研制样机",
    ]
    assert {p: v for p, v in found.items() if p[0] == "budget"} == {
        ("budget", 0, "item"): "设备费",
        ("budget", 0, "amount"): "900000.00",
        ("budget", 1, "item"): "人力资源费",
        ("budget", 1, "amount"): "240000.00",
    }


def test_the_consortium_is_no_unit_and_the_projects_legal_person_leads() -> None:
    paper = blank()
    paper.add_paragraph("产业创新联合体（平台）组建方案申报表")
    rows = [
        ["平台（联合体）名称", "北岭轴承创新联合体", "产业集群名称", "高端装备"],
        ["项目法人单位", "深圳北岭轴承有限公司", "项目法人之法定代表人", "苏晚晴"],
        ["入库联合体名称", "北岭轴承创新联合体", "总机", "0755-80000000"],
    ]
    grid(paper, rows)
    found = values(saved(paper))
    assert found["project_name",] == "北岭轴承创新联合体"
    assert found["lead", "name"] == "深圳北岭轴承有限公司"
    assert found["lead", "legal_representative"] == "苏晚晴"
    assert "北岭轴承创新联合体" not in {v for p, v in found.items() if p[-1] == "name"}
