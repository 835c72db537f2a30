"""The number of months that a record states in its own words."""

from __future__ import annotations

from docint.contracts import Tools
from docint.kinds.social_insurance_record.kind import find
from tests.printed import document_of, printed_page

RECORD = """职工社会保险参保缴费明细
姓名：苗青禾    社保电脑号：324696074
参保单位名称：深圳市霁川医疗科技有限公司
2023  06  23000.00
2023  07  23000.00
参保缴费起止：{period}，实际缴费月数{months}，本表列示最近2个月。
"""


def read(period: str, months: str) -> dict[str, object]:
    page = printed_page(RECORD.format(period=period, months=months))
    facts = find(document_of("social-insurance-record", page), Tools())
    return {str(item.path[0]): item.value for item in facts.items}


def test_a_number_behind_its_own_word_needs_no_measure_word() -> None:
    said = read("2021年08月—2023年07月", "24")
    assert (said["paid_from"], said["paid_until"], said["months"]) == ("2021-08", "2023-07", 24)


def test_the_dash_that_was_read_as_a_one_parts_a_period_too() -> None:
    assert read("2021年08月一2023年07月", "为24")["months"] == 24


def test_an_amount_behind_the_months_is_not_their_number() -> None:
    assert read("2021年08月—2023年07月", "2023年").get("months") != 2023


def test_a_note_under_a_list_of_the_last_months_tells_the_whole_period() -> None:
    note = (
        RECORD.split("参保缴费起止", maxsplit=1)[0]
        + "备注：本清单显示最近2个月记录，缴费时段为{}，合计{}个月。"
    )
    page = printed_page(note.format("2021年08月至2023年07月", 24))
    found = find(document_of("social-insurance-record", page), Tools())
    said = {str(item.path[0]): item.value for item in found.items}
    assert (said["paid_from"], said["paid_until"], said["months"]) == ("2021-08", "2023-07", 24)


def test_a_list_that_shows_the_last_months_does_not_tell_the_first() -> None:
    note = "备注：本表反映近2个月的缴费情况。"
    page = printed_page(RECORD.split("参保缴费起止", maxsplit=1)[0] + note)
    found = find(document_of("social-insurance-record", page), Tools())
    assert not {"paid_from", "months"} & {str(item.path[0]) for item in found.items}
