"""Two months side by side in rows whose columns may be called anything."""

from __future__ import annotations

from docint.contracts import Tools
from docint.kinds.social_insurance_record.kind import find
from tests.printed import document_of, printed_page


def read(rows: str) -> dict[str, object]:
    page = printed_page(f"社会保险个人权益记录\n姓名：祝棠\n{rows}打印日期：2024年07月05日\n")
    found = find(document_of("social-insurance-record", page), Tools())
    return {str(item.path[0]): item.value for item in found.items}


def test_rows_of_periods_are_joined() -> None:
    said = read("缴费起止年月\n2023-07    2023-12    10000\n2024-01    2024-06    12000\n")
    assert (said["paid_from"], said["paid_until"], said["months"]) == ("2023-07", "2024-06", 12)


def test_a_month_beside_that_of_its_booking_is_no_period() -> None:
    said = read(
        "缴费年月   到账年月   基数\n202401     202402     10000\n202402     202403     10000\n"
        "202403     202404     10000\n"
    )
    assert (said["paid_from"], said["paid_until"]) == ("2024-01", "2024-03")


def test_months_in_three_columns_are_all_counted() -> None:
    head = "缴费年月    基数    情况    缴费年月    基数    情况    缴费年月    基数    情况\n"
    row = "{}      13000   已缴    {}      13000   已缴    {}      13000   已缴\n"
    last = "202402      13000   已缴    202403      13000   已缴\n"
    said = read(
        head + row.format(202308, 202309, 202310) + row.format(202311, 202312, 202401) + last
    )
    assert (said["paid_from"], said["paid_until"], said["months"]) == ("2023-08", "2024-03", 8)
