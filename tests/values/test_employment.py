from __future__ import annotations

import pytest

from docint.values import employment


@pytest.mark.parametrize(
    ("text", "sex"),
    [("男", "男"), ("女 ", "女"), ("性别：女", "女"), ("☑男 □女", "男"), ("□男 √女", "女"),
     ("男□ 女☑", "女"), ("男√ 女□", "男"), ("M", "男"), ("Female", "女")],
)  # fmt: skip
def test_sex_is_read_also_from_boxes(text: str, sex: str) -> None:
    assert employment.parse_sex(text) == sex


@pytest.mark.parametrize("text", ["", "□男 □女", "男/女", "汉族"])
def test_an_open_choice_of_sex_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no sex"):
        employment.parse_sex(text)


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("劳动合同书", True),
        ("聘用合同书", True),
        ("全日制用工", True),
        ("劳动合同 乙方不得在其他单位兼职。", True),
        ("非全日制用工劳动合同", False),
        ("劳务合同", False),
        ("退休返聘协议", False),
        ("劳务派遣协议书", False),
        ("实习协议", False),
        ("技术顾问协议", False),
    ],
)
def test_words_tell_full_time_employment(text: str, full: bool) -> None:
    assert employment.full_time(text) is full


def test_words_that_tell_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="neither"):
        employment.full_time("合作协议")
