"""Days of which a sign or a figure was misread or lost."""

from __future__ import annotations

import pytest

from docint.extract.certificates import term_end, term_start
from docint.extract.parsers import one_date


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("2024年7月2目", "2024-07-02"),
        ("2023年3目1日", "2023-03-01"),
        ("2024年07月01 10:00:00", "2024-07-01"),
        ("2024年07月01", "2024-07-01"),
        ("二〇二四年七月二曰", "2024-07-02"),
        ("2017 年 02.月 09 日", "2017-02-09"),
        ("2014年1月", "2014-01"),
        ("2014年", "2014"),
        ("2014年1月2日", "2014-01-02"),
    ],
)
def test_a_day_is_read_though_a_sign_is_another(printed: str, value: str) -> None:
    assert one_date(printed) == value


@pytest.mark.parametrize(
    "printed", ["2014年1月2年", "2026年630日", "2026年5月5人", "二〇一六年十一太八日"]
)
def test_a_damaged_day_is_no_month_nor_year(printed: str) -> None:
    with pytest.raises(ValueError, match=r"a damaged day|not one date"):
        one_date(printed)


def test_an_end_of_a_term_is_whole_or_none() -> None:
    assert term_start("2021年5月6日至2026年5月5目") == "2021-05-06"
    assert term_end("2021年5月6日至2026年5月5目") == "2026-05-05"
    with pytest.raises(ValueError, match="damaged"):
        term_end("2021年5月6日至2026年5月5人")
    assert term_end("2021年5月至2026年5月") == "2026-05"
    assert term_end("2021年5月6日至长期") == "long-term"
