from __future__ import annotations

import pytest

from docint.values.ids import account, phone


@pytest.mark.parametrize(
    ("printed", "value", "masked"),
    [
        ("138 0013 8000", "13800138000", "138****8000"),
        ("+86-13800138000", "13800138000", "138****8000"),
        ("手机：13800138000", "13800138000", "138****8000"),
        ("0755-12345678", "0755-12345678", "0755-****5678"),
        ("（0755）8234 5678", "0755-82345678", "0755-****5678"),
        ("075582345678-801", "0755-82345678-801", "0755-****5678-801"),
        ("010-62345678转12", "010-62345678-12", "010-****5678-12"),
        ("0760-2345678", "0760-2345678", "0760-***5678"),
        ("400-800-1234", "4008001234", "400***1234"),
        ("邮箱: Zhang.San@Example.com.cn", "zhang.san@example.com.cn", "z***@example.com.cn"),
    ],
)
def test_contacts_have_one_form_and_one_mask(printed: str, value: str, masked: str) -> None:
    assert phone.parse(printed) == value
    assert phone.show(value) == masked


@pytest.mark.parametrize("printed", ["", "12345", "23800138000", "13800138000、13900139000"])
def test_what_is_no_single_contact_is_refused(printed: str) -> None:
    with pytest.raises(ValueError, match="no telephone"):
        phone.parse(printed)


def test_contacts_in_running_text_are_found_but_amounts_are_not() -> None:
    text = "联系人张某,13800138000/0755-82345678,邮箱a.b@c.com;金额13800138000.00,13812345678元"
    found = [hit.value for hit in phone.find_all(text)]
    assert found == ["13800138000", "0755-82345678", "a.b@c.com"]


def test_accounts_are_found_by_their_label_and_masked() -> None:
    text = "开户账号：4000 0213 0920 0123 456，金额 400002130920"
    (hit,) = account.find_all(text)
    assert hit.value == "4000021309200123456"
    assert account.show(hit.value) == "***************3456"
