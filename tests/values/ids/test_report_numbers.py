from __future__ import annotations

import pytest

from docint.values.ids import report_numbers

NUMBERS = [
    "深鹏会审字[2023]第0123号",
    "深鹏会专审字[2023]第0123号",
    "信会师报字[2024]第ZI10234号",
    "天健审〔2024〕3-123号",
    "致同审字（2024）第441A012345号",
    "普华永道中天审字（2024）第10001号",
    "毕马威华振审字第2401234号",
    "安永华明（2024）审字第60468101_H01号",
    "德师报（审）字（24）第P01234号",
    "大华审字[2024]0011000123号",
    "容诚审字[2024]518Z0123号",
    "天职业字[2024]12345号",
    "立信中联审字[2024]D-0123号",
    "苏公W[2024]A123号",
    "XYZH/2024SZAA1B0123",
]


@pytest.mark.parametrize("printed", NUMBERS)
def test_report_numbers_of_all_styles_are_found(printed: str) -> None:
    assert [hit.value for hit in report_numbers.find_all(printed)] == [printed]


@pytest.mark.parametrize(
    "printed",
    [
        "报告文号：深鹏会审字【2023】第 0123 号",
        "报告编号 深鹏会审字【2023】第0123号",
        "，深鹏会审字 【 2023 】 第0123号",
    ],
)
def test_a_label_and_blanks_are_left_out(printed: str) -> None:
    (hit,) = report_numbers.find_all(printed)
    assert hit.value == "深鹏会审字【2023】第0123号"


@pytest.mark.parametrize(
    "printed",
    ["国科发火〔2016〕195号", "财税〔2015〕119号", "国家税务总局公告2021年第28号", "第3号", ""],
)
def test_documents_of_government_are_no_report_numbers(printed: str) -> None:
    assert report_numbers.find_all(printed) == ()


def test_spans_lead_to_the_print() -> None:
    text = "我们出具了天健审〔2024〕3-123号审计报告和深鹏会专审字[2023]第0123号报告"
    first, _ = report_numbers.find_all(text)
    assert text[first.start : first.end] == first.value == "天健审〔2024〕3-123号"
