from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docint.values.ids import resident


def number(division: str, birth: str, serial: str) -> str:
    """A made-up number with the right check character."""
    first = division + birth + serial
    return first + resident.check_character(first)


NUMBERS = st.builds(
    lambda division, day, serial: number(division, f"{day:%Y%m%d}", f"{serial:03}"),
    st.sampled_from(["110101", "440304", "310101", "810000"]),
    st.dates(date(1940, 1, 1), date(2010, 12, 31)),
    st.integers(0, 999),
)


@given(NUMBERS)
def test_made_up_numbers_are_possible_and_found_in_text(code: str) -> None:
    assert resident.valid(code)
    text = f"身份证号：{code[:6]} {code[6:14]} {code[14:]}，男"
    (hit,) = resident.find_all(text)
    assert hit.value == code
    assert text[hit.start : hit.end].replace(" ", "") == code


@given(NUMBERS, st.integers(0, 16), st.sampled_from("0123456789"))
def test_every_single_substitution_is_noticed(code: str, place: int, other: str) -> None:
    altered = code[:place] + other + code[place + 1 :]
    assert resident.valid(altered) == (altered == code)


@given(NUMBERS)
def test_masking_shows_the_first_six_and_the_last_two(code: str) -> None:
    masked = resident.mask(code)
    assert masked == code[:6] + "**********" + code[-2:]
    assert resident.agree(masked, code)


@pytest.mark.parametrize(
    ("division", "birth"),
    [
        ("440304", "19700101"),  # 福田区 1990 年设立
        ("330521", "19700101"),
        ("441900", "19650101"),
        ("110113", "19700101"),
        ("440306", "19700101"),
        ("320583", "19700101"),
        ("350583", "19700101"),
        ("110103", "19620503"),  # 崇文区 2010 年撤销
        ("510229", "19700101"),  # 原属四川
    ],
)
def test_people_born_before_their_countys_code_are_possible(division: str, birth: str) -> None:
    assert resident.problem(number(division, birth, "123")) == ""


def test_a_code_abolished_before_the_birth_is_impossible() -> None:
    assert "行政区划" in resident.problem(number("110103", "20120503", "123"))
    assert "行政区划" in resident.problem(number("799999", "19700101", "123"))


@pytest.mark.parametrize("division", ["810000", "820000", "830000", "911440"])
def test_cards_of_other_kinds_have_no_division(division: str) -> None:
    code = number(division, "19800101", "123")
    assert resident.problem(code) == ""
    assert resident.division_name(code) is None


def test_impossible_birth_dates_are_named() -> None:
    assert "出生日期不存在" in resident.problem(number("440304", "19700231", "123"))
    future = number("440304", "20300101", "123")
    assert "晚于申报日" in resident.problem(future, date(2024, 3, 15))


def test_sex_and_birth_come_from_the_figures() -> None:
    code = number("440304", "19700102", "124")
    assert resident.sex(code) == "女"
    assert resident.birth(code) == date(1970, 1, 2)
    assert resident.sex("440304700102123") == "男"
    assert resident.birth("440304700102123") == date(1970, 1, 2)
    assert resident.division_name(code) == "福田区"


def test_old_numbers_agree_with_their_new_form() -> None:
    new = number("440304", "19700102", "123")
    old = new[:6] + new[8:17]
    assert resident.parse(old) == old
    assert resident.upgraded(old) == new
    assert resident.agree(old, new)
    assert not resident.agree(old, number("440304", "19700103", "123"))


def test_the_letter_x_is_read_in_all_its_prints() -> None:
    code = next(c for n in range(1000) if (c := number("440304", "19700102", f"{n:03}"))[-1] == "X")
    for printed in (code.lower(), code[:-1] + "×", code[:-1] + "*", f"{code[:6]} {code[6:]}"):
        assert resident.parse(printed) == code


def test_masked_numbers_are_no_numbers() -> None:
    with pytest.raises(ValueError, match="shape"):
        resident.parse("440304**********12")


def test_one_confused_figure_gives_the_true_number_as_a_candidate() -> None:
    code = number("440304", "19700102", "123")
    altered = code.replace("440304", "440804")
    assert code in resident.candidates(altered)
