from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docint.values import dates

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
HAN = "〇一二三四五六七八九"


def _han(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else HAN[tens]) + ("十" if tens else "") + (HAN[ones] if ones else "")


@given(DAYS, st.sampled_from("〇○O0零"))
def test_dates_in_characters_read_back(day: date, zero: str) -> None:
    year = "".join(HAN[int(n)] for n in str(day.year)).replace("〇", zero)
    assert dates.parse(f"{year}年{_han(day.month)}月{_han(day.day)}日") == day.isoformat()


@given(
    DAYS, st.sampled_from(["{0}年{1}月{2}日", "{0} 年 {1:02} 月 {2:02} 日", "{0}-{1:02}-{2:02}"])
)
def test_dates_in_figures_read_back(day: date, form: str) -> None:
    assert dates.parse(form.format(day.year, day.month, day.day)) == day.isoformat()
    assert dates.parse(dates.show(day.isoformat())) == day.isoformat()


@pytest.mark.parametrize(
    "printed",
    [
        "2019年03月05日",
        "2019 年 03 月 05 日",
        "2019-03-05",
        "2019.3.5",
        "2019/3/5",
        "20190305",
        "２０１９年３月５日",
        "二〇一九年三月五日",
        "二○一九年三月五日",
        "二O一九年三月五日",
        "二0一九年三月五日",
        "二零一九年三月五日",
        "二〇一九年三月初五",
        "贰零壹玖年叁月伍日",
        "2 0 1 9 年 3 月 5 日",
        "2019年03月05曰",
        "2O19年O3月05日",
        "2019-03-05 12:30:22",
        "2019-03-0512:30:22",
        "2019-03-05T12:30:22",
        "日期：2019年3月5日。",
        "2019年3月5号",
    ],
)
def test_every_printed_form_gives_one_day(printed: str) -> None:
    assert dates.parse(printed) == "2019-03-05"


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("二〇二三年元月廿一日", "2023-01-21"),
        ("二〇二三年十二月三十一日", "2023-12-31"),
        ("2019年3月", "2019-03"),
        ("2019年3月　日", "2019-03"),
        ("2019年__月__日", "2019"),
        ("2019年度", "2019"),
        ("2019.10", "2019-10"),
        ("201903", "2019-03"),
        ("2019", "2019"),
        *(
            (word, "long-term")
            for word in ["长期", "永久", "永续经营", "长期有效", "无固定期限", "长\u3000期"]
        ),
    ],
)
def test_partial_dates_and_open_ends_are_kept_as_they_are(printed: str, value: str) -> None:
    assert dates.parse(printed) == value


@pytest.mark.parametrize(
    "printed",
    ["", "/", "****", "年 月 日", "2019年02月30日", "2023年2月29日", "20191305", "约2019年3月5日",
     "2019年3月5日2020年3月5日", "0755-12345678", "3019年1月1日"],
)  # fmt: skip
def test_what_is_no_single_date_is_refused(printed: str) -> None:
    with pytest.raises(ValueError, match="not one date"):
        dates.parse(printed)


def test_dates_in_running_text_are_found_with_their_spans() -> None:
    text = "本合同自2021年3月5日起，至二〇二四年三月四日止；报告编号20240101号，3.14，2023.12.31"
    found = dates.find_all(text)
    assert [(f.value, text[f.start : f.end]) for f in found] == [
        ("2021-03-05", "2021年3月5日"),
        ("2024-03-04", "二〇二四年三月四日"),
        ("2023-12-31", "2023.12.31"),
    ]


def test_a_page_number_below_a_month_is_no_day() -> None:
    assert [hit.value for hit in dates.find_all("2023年3月\n3\n")] == ["2023-03"]
    assert [hit.value for hit in dates.find_all("2023年3月\n5日")] == ["2023-03-05"]
    assert dates.parse("2023年3月05") == "2023-03-05"


@pytest.mark.parametrize(
    "text", ["天健审〔2024〕3-123号", "10.0.2024.1.5.6", "ZL202010123456.7", "1.2024.3.5"]
)
def test_numbers_that_only_look_like_dates_are_not_found(text: str) -> None:
    assert dates.find_all(text) == ()


@pytest.mark.parametrize(
    ("printed", "ends"),
    [
        ("自2021年03月05日至2026年03月05日", ("2021-03-05", "2026-03-05")),
        ("2010年09月02日至 长期", ("2010-09-02", "long-term")),
        ("2010年09月02日至 ****", ("2010-09-02", None)),
        ("2010年09月02日至 /", ("2010-09-02", None)),
        ("2019.03.05-2029.03.05", ("2019-03-05", "2029-03-05")),
        ("2019-03-05-2029-03-05", ("2019-03-05", "2029-03-05")),
        ("20190305-20290305", ("2019-03-05", "2029-03-05")),
        ("2019.03-2021.02", ("2019-03", "2021-02")),
        ("201903至202102", ("2019-03", "2021-02")),
        ("2024年1月至6月", ("2024-01", "2024-06")),
        ("2024年1-6月", ("2024-01", "2024-06")),
        ("2024年1月1日至12月31日", ("2024-01-01", "2024-12-31")),
        ("二〇二三年三月一日—二〇二六年二月二十八日", ("2023-03-01", "2026-02-28")),
        ("2016年05月04日一2036年05月03日", ("2016-05-04", "2036-05-03")),
        ("自2020年1月1日起无固定期限", ("2020-01-01", "long-term")),
        ("自2020年1月1日起", ("2020-01-01", None)),
        ("至2026年3月5日止", (None, "2026-03-05")),
        ("长期", (None, "long-term")),
    ],
)
def test_terms_give_both_ends(printed: str, ends: tuple[str | None, str | None]) -> None:
    assert dates.parse_range(printed) == ends


@pytest.mark.parametrize(
    "printed", ["", "2010年09月02日", "____年__月__日至____年__月__日", "三年"]
)
def test_a_term_without_a_sided_date_is_refused(printed: str) -> None:
    with pytest.raises(ValueError, match=r"term|which end"):
        dates.parse_range(printed)


def test_bounds_of_partial_dates() -> None:
    assert dates.bounds("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))
    assert dates.bounds("2024") == (date(2024, 1, 1), date(2024, 12, 31))
    assert dates.bounds("2024-02-03") == (date(2024, 2, 3), date(2024, 2, 3))
    assert dates.agree("2024-02", "2024-02-03")
    assert not dates.agree("2024-02", "2024-03-02")


def test_a_month_or_year_ends_on_the_last_day_where_there_is_no_matching_one() -> None:
    assert dates.add_months(date(2024, 3, 31), -1) == date(2024, 2, 29)
    assert dates.add_months(date(2023, 3, 31), -1) == date(2023, 2, 28)
    assert dates.add_months(date(2024, 2, 29), -24) == date(2022, 2, 28)
    assert dates.add_months(date(2023, 11, 30), 3) == date(2024, 2, 29)
    assert dates.add_years(date(2020, 2, 29), 1) == date(2021, 2, 28)


def test_age_counts_full_years_from_the_birthday_on() -> None:
    assert dates.full_years(date(1964, 3, 15), date(2024, 3, 14)) == 59
    assert dates.full_years(date(1964, 3, 15), date(2024, 3, 15)) == 60
    assert dates.full_years(date(2004, 2, 29), date(2023, 2, 28)) == 19
