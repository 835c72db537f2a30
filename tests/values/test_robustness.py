from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docint.values import (
    addresses,
    dates,
    districts,
    employment,
    mask,
    money,
    names,
    opinions,
    text,
)
from docint.values.ids import account, phone, registration, report_numbers, resident, uscc

PARSERS: list[Callable[[str], object]] = [
    text.parse, dates.parse, dates.parse_range, money.parse, money.parse_words, names.parse,
    names.parts, names.parse_person, districts.parse, addresses.parse, opinions.parse,
    employment.parse_sex, employment.full_time, uscc.parse, resident.parse,
    registration.parse, phone.parse, account.parse,
]  # fmt: skip
TOTAL: list[Callable[[str], object]] = [
    text.fold, text.tidy, text.bare, text.undouble, dates.find_all, money.find_all, money.readings,
    money.word_readings, money.unit_of, mask.mask, names.former, districts.split,
    addresses.split, uscc.find_all, uscc.candidates, resident.find_all, registration.find_all,
    report_numbers.find_all, phone.find_all, account.find_all,
]  # fmt: skip
PIECES = st.sampled_from(
    [
        "0",
        "1",
        "9",
        "12",
        "2024",
        "440304",
        "19700101",
        "9144",
        "X",
        "年",
        "月",
        "日",
        "至",
        "长期",
        "-",
        ".",
        ",",
        "，",
        "：",
        "(",
        ")",
        "（",
        "）",
        "〔",
        "〕",
        "/",
        "_",
        "×",
        "*",
        "元",
        "万",
        "亿",
        "点",
        "壹",
        "贰",
        "拾",
        "佰",
        "仟",
        "零",
        "角",
        "分",
        "整",
        "人民币",
        "¥",
        "美元",
        "单位",
        "深圳市",
        "福田区",
        "公司",
        "有限",
        "审字",
        "第",
        "号",
        "□",
        "☑",
        "男",
        "女",
        "固定期限",
        "@",
        ".com",
        "\u3000",
        "\n",
        "\ue123",
        "𠀀",
        "é",
    ]
)
PRINTED = st.lists(PIECES, max_size=14).map("".join)


@pytest.mark.parametrize("parse", PARSERS, ids=lambda f: f"{f.__module__}.{f.__name__}")
@given(printed=PRINTED)
@settings(max_examples=60)
def test_parsers_give_a_value_or_say_why_not(parse: Callable[[str], object], printed: str) -> None:
    try:
        outcome = parse(printed)
    except ValueError as error:
        outcome = str(error)
    assert outcome or outcome is False


@pytest.mark.parametrize("read", TOTAL, ids=lambda f: f"{f.__module__}.{f.__name__}")
@given(printed=PRINTED)
@settings(max_examples=60)
def test_searches_never_fail(read: Callable[[str], object], printed: str) -> None:
    read(printed)


@pytest.mark.slow
@pytest.mark.parametrize("read", [*PARSERS, *TOTAL], ids=lambda f: f"{f.__module__}.{f.__name__}")
@pytest.mark.parametrize(
    "piece", ["1", "1,", "9" * 40, "壹", "任", "(", "□", "公司", "a@", " ", "_"]
)
def test_very_long_lines_are_no_trouble(read: Callable[[str], object], piece: str) -> None:
    for printed in ("2024年" + piece * 500, piece * 500):
        with suppress(ValueError):
            read(printed)
