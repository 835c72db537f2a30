"""Records as the offices of several provinces print them."""

from __future__ import annotations

import pytest

from docint.contracts import Tools
from docint.kinds.social_insurance_record.kind import find
from docint.types.reading import Page
from tests.printed import document_of, printed_page, ruled_page

ID = "110105198604090027"
UNIT = "江陵云帆航空技术有限公司"


def said(page: Page) -> dict[str, object]:
    facts = find(document_of("social-insurance-record", page), Tools())
    return {str(item.path[0]): item.value for item in facts.items}


PERIODS = f"""社会保险个人权益记录
参保人姓名：苗青禾        社会保障号码：{ID}
当前缴费单位：{UNIT}
缴费起止时间          养老保险实际缴费月数   失业保险   工伤保险
2023-01 至 2023-12    12        12        12
2024-01 至 2024-05    5         5         5
"""


def test_a_record_lists_its_periods_year_by_year() -> None:
    found = said(printed_page(PERIODS))
    assert (found["paid_from"], found["paid_until"], found["months"]) == ("2023-01", "2024-05", 17)


BY_MONTH = f"""历年参保缴费明细表（个人）
姓名：苗青禾    身份证号码：{ID}
参保单位名称：{UNIT}    单位编号：30241567
缴费年   月   单位编号    养老保险基数
2024     {{}}   30241567    8000.0
{{}}     04   30241567    8000.0
{{}}     05   30241567    8000.0
"""


def test_year_and_month_have_columns_of_their_own() -> None:
    found = said(printed_page(BY_MONTH.format("03", "2024", "2024")))
    assert (found["paid_from"], found["paid_until"], found["months"]) == ("2024-03", "2024-05", 3)


def test_one_row_a_year_may_count_its_months() -> None:
    found = said(printed_page(BY_MONTH.format("12", "2023", "2022")))
    assert not {"paid_from", "paid_until"} & found.keys()


CITY = f"""社会保险个人参保证明
姓名     苗青禾     证件号码     {ID}
参保起止时间               单位                                   养老    工伤
202301     -    202405     江陵市：{UNIT}       17      17
"""


def test_the_city_in_which_a_unit_pays_is_no_part_of_its_name() -> None:
    assert said(printed_page(CITY))["employer"] == UNIT


STACKED = f"""参保证明
参保人姓名               社会保障号码
苗青禾                   {ID}
缴费单位                            缴费状态
{UNIT}            正常
缴费起始年月        缴费截止年月       累计缴费月数
2023年01月          2024年05月         17
"""


def test_labels_stand_over_their_values() -> None:
    found = said(printed_page(STACKED))
    assert (found["employer"], found["employee"]) == (UNIT, "苗青禾")
    assert (found["paid_from"], found["paid_until"], found["months"]) == ("2023-01", "2024-05", 17)


def test_labels_break_in_narrow_cells() -> None:
    rows = [
        ["代扣代缴单\n位全称", "江陵云帆航空技术\n有限公司"],
        ["投保职工\n姓名", "苗青禾"],
        ["费款所属\n期起", "2023年1月"],
        ["费款所属\n期止", "2024年5月"],
        ["到账期数\n（月）", "17"],
    ]
    found = said(ruled_page("社会保险费缴费证明", rows, (40, 110, 360)))
    assert (found["employer"], found["employee"]) == (UNIT, "苗青禾")
    assert (found["paid_from"], found["paid_until"], found["months"]) == ("2023-01", "2024-05", 17)


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("代缴单位名称", "employer"), ("当前就业单位", "employer"), ("权益所有人", "employee"),
        ("首缴年月", "paid_from"), ("费款所属期起", "paid_from"), ("末次缴费月份", "paid_until"),
        ("实缴期数", "months"), ("出证日期", "issued_on"), ("系统打印时间", "issued_on"),
    ],
)  # fmt: skip
def test_labels_are_compounds_of_few_words(label: str, field: str) -> None:
    values = {
        "employer": UNIT, "employee": "苗青禾", "paid_from": "2023-01", "paid_until": "2024-05",
        "months": "17", "issued_on": "2024-06-03",
    }  # fmt: skip
    page = printed_page(f"社会保险参保证明\n{label}：{values[field]}\n")
    assert str(said(page)[field]) == values[field]


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (f"社保经办机构：{UNIT}", "employer"), ("欠缴月数：17", "months"),
        ("最近一月基数：2024-05", "paid_until"), ("查询人姓名：苗青禾", "employee"),
    ],
)  # fmt: skip
def test_other_compounds_are_of_something_else(line: str, field: str) -> None:
    assert field not in said(printed_page(f"社会保险参保证明\n{line}\n"))


def test_a_tax_offices_receipt_names_the_payer() -> None:
    rows = [
        ["纳税人名称", UNIT],
        ["缴费人姓名", "苗青禾"],
        ["证件号码", ID],
        ["费款所属期", "2023-01-01至2024-05-31"],
    ]
    found = said(ruled_page("社会保险费缴费凭证（个人）", rows, (40, 140, 560)))
    assert (found["employer"], found["employee"]) == (UNIT, "苗青禾")
    assert (found["paid_from"], found["paid_until"]) == ("2023-01", "2024-05")
