"""Forms in two languages, forms that ask in plain words, and answers in brackets."""

from __future__ import annotations

import pytest

from docint.kinds.application_form.questions import questioned
from tests.kinds.application_form.paper import blank, grid, saved, values

LEAD = "济南市青岩精密机械有限公司"
OTHER = "烟台海纳仪器有限公司"


def test_the_english_half_of_a_label_is_no_value() -> None:
    paper = blank()
    paper.add_paragraph("项目名称 Project Title：智能焊接创新联合体")
    paper.add_paragraph("2    牵头单位    Lead Applicant")
    grid(
        paper,
        [
            ["单位名称 Name", "法定代表人 Legal Representative"],
            [LEAD, "崔立群"],
            ["注册资本 Registered Capital", "联系电话 Tel."],
            ["800万元", "0531-88001234"],
        ],
    )
    paper.add_paragraph("3    参与单位    Members")
    grid(paper, [["名称 Name", "类型 Type"], [OTHER, "企业"]])
    paper.add_paragraph("4    首席技术负责人    Chief Engineer")
    grid(paper, [["姓名 Name", "性别 Sex", "年龄 Age"], ["丁海平", "男", "45"]])
    found = values(saved(paper))
    assert found["project_name",] == "智能焊接创新联合体"
    assert found["lead", "name"] == LEAD
    assert found["lead", "registered_capital"] == "8000000.00"
    assert found["members", 0, "name"] == OTHER
    assert found["chief_engineer", "name"] == "丁海平"
    assert found["chief_engineer", "age"] == 45


def test_answers_stand_in_brackets_behind_numbered_labels() -> None:
    paper = blank()
    paper.add_paragraph("【一】项目负责人")
    paper.add_paragraph("1、姓名（崔立群）")
    paper.add_paragraph("2、职称（高级工程师）")
    paper.add_paragraph(f"3、在哪个单位工作（{LEAD}）")
    paper.add_paragraph("【二】首席技术负责人")
    paper.add_paragraph("1、姓名（丁海平）")
    paper.add_paragraph("2、出生日期（1979-03-05）")
    found = values(saved(paper))
    assert found["project_leader", "name"] == "崔立群"
    assert found["project_leader", "title"] == "高级工程师"
    assert found["project_leader", "employer"] == LEAD
    assert found["chief_engineer", "name"] == "丁海平"
    assert found["chief_engineer", "birth_date"] == "1979-03-05"


def test_a_hint_in_brackets_is_no_answer() -> None:
    paper = blank()
    paper.add_paragraph("一、牵头单位")
    grid(paper, [["1、注册资本（万元）", "800"], ["2、单位名称（盖章）", LEAD]])
    found = values(saved(paper))
    assert found["lead", "registered_capital"] == "8000000.00"
    assert found["lead", "name"] == LEAD


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("公司注册在哪个区", ("unit", "district")),
        ("单位何时设立", ("unit", "established_on")),
        ("贵公司是哪类企业", ("unit", "kind")),
        ("有哪些资质", ("unit", "qualifications")),
        ("现在哪家公司任职", ("person", "employer")),
        ("负责什么工作", ("person", "role")),
        ("钱花在哪些方面", ("budget", "item")),
        ("需要多少资金", ("budget", "amount")),
    ],
)
def test_questions_ask_for_fields(words: str, asked: tuple[str, str]) -> None:
    assert questioned(words).get(asked[0]) == asked[1]  # type: ignore[call-overload]


@pytest.mark.parametrize("words", ["企业", "属于企业", "工程师", "哪里", "福田区"])
def test_values_are_no_questions(words: str) -> None:
    assert questioned(words) == {}


def test_bracketed_numbers_head_sections_and_leaders_lead_to_amounts() -> None:
    paper = blank()
    paper.add_paragraph("〖1〗申请备案单位")
    grid(paper, [["申请备案单位（牵头）", LEAD]])
    paper.add_paragraph("〖2〗首席技术负责人")
    paper.add_paragraph("丁海平，男，1979.3.5生，45岁；公民身份号码：440304197903051239。")
    paper.add_paragraph("〖3〗费用构成（单位：万元）")
    paper.add_paragraph("材料费…………12.50000")
    paper.add_paragraph("差旅费…………3.00000")
    found = values(saved(paper))
    assert found["lead", "name"] == LEAD
    assert found["chief_engineer", "name"] == "丁海平"
    assert found["chief_engineer", "birth_date"] == "1979-03-05"
    assert found["chief_engineer", "id_number"] == "440304197903051239"
    assert found["budget", 0, "item"] == "材料费"
    assert found["budget", 1, "amount"] == "30000.00"
