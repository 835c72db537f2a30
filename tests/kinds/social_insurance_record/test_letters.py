"""Records as letters and as lists whose columns nobody knows."""

from __future__ import annotations

import pytest

from docint.contracts import Tools
from docint.kinds.social_insurance_record.kind import find
from tests.printed import document_of, printed_page

LETTER = """参保情况证明
经查，江陵云帆航空技术有限公司为其职工苗青禾（社会保障号码11010519491231002X）
缴纳社会保险费共15个月，所属期为2023年1月至2024年3月，其间无欠缴、断缴记录。
特此说明。
                                        二〇二四年四月十七日
                                        江陵市社会保险基金管理局



查验方式：登录政务服务网查验栏目，输入编号 5830935219418。
"""

LIST = """单位参保人员清单
缴费单位：江陵云帆航空技术有限公司    制表时间：2024/7/16
姓名      证件号码              起            止          月       基数
苗青禾    11010519491231002X    2022/02       2024/06     {}       4,000.00
"""


def read(text: str) -> dict[str, object]:
    facts = find(document_of("social-insurance-record", printed_page(text)), Tools())
    return {str(item.path[0]): item.value for item in facts.items}


def test_a_letter_is_dated_where_it_is_signed_off() -> None:
    assert read(LETTER)["issued_on"] == "2024-04-17"


def test_two_months_and_their_number_in_a_row_prove_each_other() -> None:
    found = read(LIST.format(29))
    assert (found["paid_from"], found["paid_until"]) == ("2022-02", "2024-06")
    assert found["months"] == 29
    assert found["issued_on"] == "2024-07-16"


def test_two_months_and_another_number_prove_nothing() -> None:
    assert "paid_from" not in read(LIST.format(31))


def test_a_list_of_several_persons_gives_nobody_s_months() -> None:
    other = "尹若兰    440304198001015811    2022/02       2024/06     29       4,000.00\n"
    assert "paid_from" not in read(LIST.format(29) + other)


@pytest.mark.parametrize(
    "sentence",
    [
        "兹有江陵青禾精密有限公司（单位编号3958871）为下列人员办理参保并缴纳社会保险费：",
        "经查，江陵青禾精密有限公司（社保编号3958871）已为以下职工参保缴费：",
        "兹证明江陵青禾精密有限公司为如下人员缴纳社会保险：",
    ],
)
def test_the_unit_that_pays_for_those_listed_below(sentence: str) -> None:
    page = printed_page(
        f"单位参保人员证明\n{sentence}\n\n  序号    人员姓名    首次缴费月份    最近缴费月份\n"
        "  1       岳青禾      202308          202404\n"
    )
    facts = find(document_of("social-insurance-record", page), Tools())
    assert {fact.path[0]: fact.value for fact in facts}["employer"] == "江陵青禾精密有限公司"
