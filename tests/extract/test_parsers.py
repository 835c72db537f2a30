from __future__ import annotations

import pytest

from docint.extract import parsers
from docint.extract.naming import head, organisation, person


def test_a_date_may_be_followed_by_a_seals_debris() -> None:
    assert parsers.one_date("2023年6月18日 专用章") == "2023-06-18"


def test_two_dates_are_not_one() -> None:
    with pytest.raises(ValueError, match="not one date"):
        parsers.one_date("2023年6月18日至2024年6月18日")


def test_a_masked_number_is_no_number() -> None:
    with pytest.raises(ValueError, match="ID number"):
        parsers.number_as_read("440304**********3X")


@pytest.mark.parametrize("text", ["3", "共3条", "3 条", "3项"])
def test_a_count_may_have_words_around_it(text: str) -> None:
    assert parsers.count(text) == 3


@pytest.mark.parametrize("text", ["岳青禾", "欧阳明远", "买买提·艾合买提", "John Smith"])
def test_a_persons_name(text: str) -> None:
    assert person(text) == text


@pytest.mark.parametrize("text", ["签字", "（盖章）", "2023年3月5日", "法定代表人", "性别男", "男"])
def test_what_is_no_persons_name(text: str) -> None:
    with pytest.raises(ValueError, match=r"name|text"):
        person(text)


@pytest.mark.parametrize(
    "text", ["甲乙双方根据法律签订本合同", "同意按照以下条款", "公司", "（盖章）"]
)
def test_what_is_no_units_name(text: str) -> None:
    with pytest.raises(ValueError, match=r"name|text"):
        organisation(text)


def test_a_partner_firm_heads_a_partnership() -> None:
    text = "深圳市望潮投资管理有限公司(委派代表：闻人远)"
    assert head(text) == "深圳市望潮投资管理有限公司（委派代表：闻人远）"
