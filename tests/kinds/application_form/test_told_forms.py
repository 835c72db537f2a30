"""Forms told in sentences: units, persons and figures without a table."""

from __future__ import annotations

from docint.contracts import Tools
from docint.kinds.application_form.kind import find
from docint.types.fact import Path, Value
from tests.kinds.application_form.paper import blank, saved, values
from tests.printed import document_of, printed_page

LEAD = "深圳市栖云精密仪器有限公司"
FIRST = "广州澜石新材料（深圳）有限公司"
SECOND = "深圳北麓理工大学"


def told(*lines: str) -> dict[Path, Value]:
    paper = blank()
    for line in lines:
        paper.add_paragraph(line)
    return dict(values(saved(paper)))


def test_a_person_is_told_behind_a_label() -> None:
    found = told(f"首席技术负责人：宋知遥，女，1975年8月出生，52岁，正高级工程师，现任职于{LEAD}。")
    assert found["chief_engineer", "name"] == "宋知遥"
    assert found["chief_engineer", "sex"] == "女"
    assert found["chief_engineer", "birth_date"] == "1975-08"
    assert found["chief_engineer", "title"] == "正高级工程师"
    assert found["chief_engineer", "employer"] == LEAD


def test_a_team_is_told_line_by_line_under_its_heading() -> None:
    found = told(
        "五、研发团队成员",
        f"1.白简，41岁，高级工程师，{FIRST}，负责样机研制；",
        f"2.易青，36岁，工程师，{SECOND}，负责算法研究。",
    )
    assert found["team", 0, "employer"] == FIRST
    assert found["team", 1, "name"] == "易青"
    assert found["team", 1, "role"] == "算法研究"


def test_members_are_told_in_one_running_line() -> None:
    found = told(f"参与单位：1.{FIRST}（企业，参与单位）；2.{SECOND}（高校，参与单位）")
    assert found["members", 0, "name"] == FIRST
    assert found["members", 0, "kind"] == "enterprise"
    assert found["members", 1, "role"] == "participant"


def test_a_sentence_about_something_else_names_nobody() -> None:
    found = told(
        "五、研发团队成员",
        "团队结构合理，专业互补，具备完成任务的能力。",
        "三、参与单位",
        "各单位分工明确，责任到人，共同承担研发任务。",
    )
    assert not found


def test_a_project_is_told_by_verbs_instead_of_colons() -> None:
    found = told(
        "一、项目概况",
        "本联合体名称为“海洋传感创新联合体”，建设期限自2025年3月1日至2027年2月28日。",
        f"牵头单位为{LEAD}，统一社会信用代码为91440300MA5F5TK10E，注册资本1240.5万元。",
        "研究内容为海洋传感器的芯片设计，目标是形成自主技术体系。",
    )
    assert found["project_name",] == "海洋传感创新联合体"
    assert found["period_until",] == "2027-02-28"
    assert found["lead", "uscc"] == "91440300MA5F5TK10E"
    assert found["lead", "registered_capital"] == "12405000.00"
    assert not any(path[0] == "targets" for path in found)


def test_values_stand_on_the_line_below_their_labels() -> None:
    found = told(
        "项目名称", "海洋传感创新联合体",
        "建设期限", "2025年3月1日至2027年2月28日",
        "牵头单位", LEAD,
        "统一社会信用代码", "91440300MA5F5TK10E",
    )  # fmt: skip
    assert found["project_name",] == "海洋传感创新联合体"
    assert found["period_from",] == "2025-03-01"
    assert found["lead", "name"] == LEAD
    assert found["lead", "uscc"] == "91440300MA5F5TK10E"
    assert ("applied_on",) not in found


def test_one_year_in_prose_has_several_figures() -> None:
    found = told(
        "七、近两年财务数据",
        "公司2023年实现营业收入49080.99万元，投入研发费用2244.16万元；"
        "2022年实现营业收入51319.94万元，投入研发费用1939.24万元。",
    )
    assert found["revenue", "2023"] == "490809900.00"
    assert found["rd_expense", "2023"] == "22441600.00"
    assert found["rd_expense", "2022"] == "19392400.00"


def test_numbered_names_head_what_follows_of_each_member() -> None:
    found = told(
        "三、成员单位",
        f"1. {FIRST}", "单位性质：企业", "法定代表人：宋知遥",
        f"2. {SECOND}", "单位性质：高校",
    )  # fmt: skip
    assert found["members", 0, "name"] == FIRST
    assert found["members", 0, "legal_representative"] == "宋知遥"
    assert found["members", 1, "name"] == SECOND
    assert found["members", 1, "kind"] == "university"


def test_targets_and_costs_are_told_in_lists() -> None:
    found = told(
        "六、预期目标",
        "（一）申请发明专利：12件",
        "（二）培养研发人才：25名",
        "七、经费预算",
        "（一）设备费：82.00万元；（二）人力资源费：156万元。合计238万元。",
    )
    assert (found["targets", 0, "item"], found["targets", 0, "number"]) == ("申请发明专利", 12)
    assert found["targets", 1, "unit"] == "名"
    assert (found["budget", 0, "item"], found["budget", 0, "amount"]) == ("设备费", "820000.00")
    assert found["budget", 1, "item"] == "人力资源费"
    assert ("budget", 2, "item") not in found


def test_a_unit_is_told_behind_the_word_for_its_part() -> None:
    found = told(
        "二、申报主体情况",
        f"申报主体{LEAD}（统一社会信用代码：91440300MA5F3WTK9B）于2016年4月5日依法设立，"
        "法定代表人为宋知遥，注册资本为人民币3200万元，住所位于深圳市南山区高新中一道9号，"
        "注册地所在行政区为深圳市南山区。",
        "申报主体的联系电话为13800138000。",
    )
    assert found["lead", "name"] == LEAD
    assert found["lead", "established_on"] == "2016-04-05"
    assert found["lead", "address"] == "深圳市南山区高新中一道9号"
    assert found["lead", "phone"] == "13800138000"
    assert found["lead", "district"] == {"code": "440305", "name": "广东省深圳市南山区"}


def test_sentences_name_those_they_tell_of() -> None:
    found = told(
        f"项目负责人由陆闻笛担任，其职称为研究员，任职单位为{SECOND}。",
        f"此外，核心团队还包括：白简（41岁，高级工程师，{FIRST}，负责样机研制）；"
        f"易青（36岁，工程师，{SECOND}，负责算法研究）。",
        "建设期满时达到以下目标：研制样机不少于2台，培养研发人才不少于12名。",
    )
    assert found["project_leader", "name"] == "陆闻笛"
    assert found["project_leader", "title"] == "研究员"
    assert found["team", 1, "role"] == "算法研究"
    assert found["targets", 1, "number"] == 12


def test_a_sentence_that_names_an_office_alone_names_nobody() -> None:
    found = told(
        "项目负责人由牵头单位委派，对项目负总责。",
        "首席技术负责人为全职，不得兼职。",
        "研发团队包括：光学、机械与算法三个小组。",
    )
    assert not found


def test_figures_without_a_mark_number_headings() -> None:
    found = told(
        "3 首席技术负责人简历",
        f"姓名：宋知遥；性别：女；任职单位：{LEAD}。",
        "4 协作单位",
        f"1．单位名称：{SECOND}；法定代表人：白简；承担身份：参与单位。",
        "5 目标任务",
        "（1）研制样机3台；（2）发布规范2项。",
    )
    assert found["chief_engineer", "name"] == "宋知遥"
    assert found["members", 0, "legal_representative"] == "白简"
    assert found["targets", 1, "item"] == "发布规范"


def test_records_that_break_off_at_the_line_s_end_are_read_on() -> None:
    page = printed_page(
        "创新联合体申报表\n五、团队成员\n"
        f"1．姓名：白简；年龄：41；职称：高级工程师；单位：{FIRST}；分管工\n"
        "作：样机研制。\n"
        f"2．姓名：易青；年龄：36；专业：精密机械；职称：正高级工程师；所在单位：深圳北麓理工大\n"
        "学；分管工作：算法研究。"
    )
    facts = find(document_of("application-form", page), Tools())
    found = {fact.path: fact.value for fact in facts}
    assert found["team", 0, "employer"] == FIRST
    assert found["team", 0, "role"] == "样机研制"
    assert found["team", 1, "employer"] == SECOND
