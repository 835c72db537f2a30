from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.print_forms import capitals
from docint.values import numerals


@given(st.integers(0, 10**12 - 1))
def test_financial_characters_read_back_as_the_same_number(number: int) -> None:
    assert numerals.whole(capitals(Decimal(number)).removesuffix("元整")) == number


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("十", 10),
        ("拾伍", 15),
        ("廿一", 21),
        ("卅", 30),
        ("卅一", 31),
        ("一百零五", 105),
        ("二千零二十三", 2023),
        ("二○二三", 2023),
        ("二O二三", 2023),
        ("一万亿", 10**12),
        ("三万五千亿", 35 * 10**11),
        ("壹仟零伍拾万", 10_500_000),
        ("壹佰万零伍佰", 1_000_500),
        ("零佰零拾叁万伍仟零佰零拾零", 35_000),
        ("貳佰參拾萬", 2_300_000),
    ],
)
def test_numerals_are_read(printed: str, number: int) -> None:
    assert numerals.whole(printed) == number


@pytest.mark.parametrize(
    "printed", ["", "万", "一百二", "一万五", "一千千", "百", "一二三万万", "甲"]
)
def test_what_is_no_full_numeral_is_refused(printed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        numerals.whole(printed)


def test_fractions_are_read() -> None:
    assert numerals.decimal("三点五万") == Decimal(35_000)
    assert numerals.decimal("壹佰贰拾叁点肆伍万") == Decimal(1234500)
