"""Contracts whose labels stand above their values, and terms told in other words."""

from __future__ import annotations

import pytest

from docint.contracts import Tools
from docint.kinds.labor_contract.kind import find
from tests.printed import document_of, printed_page


def read(text: str) -> dict[str, object]:
    facts = find(document_of("labor-contract", printed_page(text)), Tools())
    return {str(item.path[0]): item.value for item in facts.items}


STACKED = """劳动合同
用人单位 Employer                    员工 Employee
江陵云帆航空技术有限公司             苗青禾
证件号码（居民身份证）               性别／出生日期
11010519491231002X                   女／1986年4月9日
合同起始日                           岗位
2021/11/5                            结构工程师
签约日
2021/10/29
甲方（盖章）        乙方（签字）
"""


def test_labels_above_their_values_name_the_employee_and_two_things_in_one_cell() -> None:
    found = read(STACKED)
    assert found["employee"] == "苗青禾"
    assert (found["sex"], found["birth_date"]) == ("女", "1986-04-09")
    assert found["signed_on"] == "2021-10-29"


@pytest.mark.parametrize(
    "said",
    ["始于2022年5月18日，终于2025年5月17日", "自2022年5月18日起，止于2025年5月17日"],
)
def test_a_term_may_be_told_by_verbs(said: str) -> None:
    found = read(f"劳动合同\n合同期限：本合同为固定期限合同，{said}，最初2个月为试用期。\n")
    assert (found["valid_from"], found["valid_until"]) == ("2022-05-18", "2025-05-17")


def test_a_person_addressed_is_named_without_the_address() -> None:
    found = read(
        "劳动合同\n乙方个人：苗青禾女士，女，现住江陵县。甲方聘请乙方出任总工程师，乙方接受。"
    )
    assert (found["employee"], found["sex"]) == ("苗青禾", "女")
    assert found["position"] == "总工程师"


OPTIONS = """劳动合同
合同期限
固定期限                          {}
无固定期限：自2022年3月2日起      {}
以完成一定工作任务为期限          {}
"""


@pytest.mark.parametrize("boxes", [("□", "", "□"), ("()", "(√)", "()"), ("□", "☑", "□")])
def test_boxes_may_stand_behind_the_options(boxes: tuple[str, str, str]) -> None:
    assert read(OPTIONS.format(*boxes))["term_kind"] == "open-ended"


def test_a_day_the_calendar_does_not_have_is_no_end_of_a_term() -> None:
    found = read("劳动合同\n合同期限：固定期限自2024年3月1日起至2027年2月30日止。\n")
    assert found["valid_from"] == "2024-03-01"
    assert "valid_until" not in found


def test_two_contracts_on_one_sheet_are_not_trusted() -> None:
    half = (
        "劳动合同\n甲方：江陵云帆航空技术有限公司\n乙方：{}\n身份证号：{}\n签订日期：2022年3月1日\n"
    )
    one, two = (
        half.format("苗青禾", "11010519491231002X"),
        half.format("尹若兰", "440304198001015811"),
    )
    page = printed_page(one + two)
    facts = find(document_of("labor-contract", page), Tools())
    assert facts.items
    assert max(item.confidence for item in facts.items) <= 0.5


@pytest.mark.parametrize(
    ("said", "position"), [("高级工程师", "高级工程师"), ("专职科研人员", None)]
)
def test_a_person_may_be_engaged_as_something_but_staff_is_no_position(
    said: str, position: str | None
) -> None:
    found = read(f"劳动合同\n乙方：苗青禾\n甲方聘任乙方为{said}，负责研发。\n")
    assert found.get("position") == position


def test_half_of_an_empty_bracket_is_still_a_box() -> None:
    found = read(
        "劳动合同\n聘用期限\n固定期限            （\n无固定期限：自2022年3月2日起   （√）\n"
        "以完成一定工作任务为期限   （\n试用期2个月，包含在上述期限内。\n"
    )
    assert (found["term_kind"], found["valid_from"]) == ("open-ended", "2022-03-02")


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("招用单位名称：江陵云帆航空技术有限公司", "employer", "江陵云帆航空技术有限公司"),
        ("雇佣企业  江陵云帆航空技术有限公司", "employer", "江陵云帆航空技术有限公司"),
        ("录用人员姓名：苗青禾", "employee", "苗青禾"),
        ("入职员工  苗青禾", "employee", "苗青禾"),
        ("约定工作岗位：结构设计师", "position", "结构设计师"),
        ("双方签字日期：2022年3月2日", "signed_on", "2022-03-02"),
    ],
)
def test_labels_are_compounds_of_few_words(line: str, field: str, value: str) -> None:
    assert read(f"劳动合同\n{line}\n")[field] == value
