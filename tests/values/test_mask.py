from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docint.values import mask as masking
from docint.values.ids import resident, uscc
from docint.values.mask import mask

FIRST = "44030419700101123"
NUMBER = FIRST + resident.check_character(FIRST)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (f"身份证号{NUMBER}。", f"身份证号{NUMBER[:6]}**********{NUMBER[-2:]}。"),
        (f"{NUMBER[:6]} {NUMBER[6:14]} {NUMBER[14:]}", f"{NUMBER[:6]} ******** **{NUMBER[-2:]}"),
        ("手机13800138000，", "手机138****8000，"),
        ("电话：０７５５-８２３４５６７８", "电话：０７５５-****５６７８"),
        ("邮箱zhang@qq.com", "邮箱z****@qq.com"),
        ("账号：4000 0213 0920 0123 456", "账号：**** **** **** ***3 456"),
        ("号码440304197001011239", "号码440304**********39"),  # 校验不符的误读也要遮盖
        ("440304700101123", "440304*******23"),
    ],
)
def test_private_numbers_are_masked_in_place(text: str, masked: str) -> None:
    assert mask(text) == masked
    assert len(mask(text)) == len(text)
    assert mask(masked) == masked


@pytest.mark.parametrize(
    "text",
    [
        "统一社会信用代码9144030071526726XG",
        "代码914403001922038216",
        "代码914403001922038217",  # 校验不符的信用代码仍须可见
        "注册号440301103448669",
        "金额1,234,567.89元，13800138000.00元，13812345678元",
        "深鹏会审字[2023]第0123号、容诚审字[2024]518Z0123号",
        "2024年3月15日至2026年3月14日",
        "ZL202110123456.7，GR202344201234，证书编号440300123456",
    ],
)
def test_public_numbers_stay(text: str) -> None:
    assert mask(text) == text


@given(st.text(uscc.ALPHABET, min_size=9, max_size=9))
def test_no_valid_credit_code_is_ever_masked(rest: str) -> None:
    first = "91440300" + rest
    code = first + uscc.check_character(first)
    assert mask(f"代码{code}。") == f"代码{code}。"


@pytest.mark.parametrize("mailbox", ["li@example.com", "li＠example.com", "li﹫example.com"])
def test_a_mailbox_without_figures_is_masked(mailbox: str) -> None:
    assert mask(mailbox).startswith("l*")


@given(st.text(alphabet="0０①②１2345678-转+ x×账号电话:@.", max_size=24))
def test_what_is_too_short_to_be_looked_at_holds_nothing(text: str) -> None:
    with patch.object(masking, "_FEWEST", 0):
        looked_at = mask(text)
    assert mask(text) == looked_at
