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
    ("text", "kind"),
    [
        ("固定期限：自2022年1月1日至2024年12月31日止", "fixed"),
        ("有固定期限", "fixed"),
        ("无固定期限：自2022年1月1日起", "open-ended"),
        ("无固定终止期限", "open-ended"),
        ("以完成一定工作任务为期限", "task"),
        ("☑固定期限 □无固定期限 □以完成一定工作任务为期限", "fixed"),
        ("□固定期限 ☑无固定期限 □以完成一定工作任务为期限", "open-ended"),
        ("\uf0a8固定期限 \uf0fe无固定期限", "open-ended"),
    ],
)
def test_the_kind_of_term_is_the_named_or_the_ticked_one(text: str, kind: str) -> None:
    assert employment.term_kind(text) == kind


@pytest.mark.parametrize("text", ["", "□固定期限 □无固定期限", "固定期限 无固定期限"])
def test_an_open_choice_of_terms_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="kinds of term"):
        employment.term_kind(text)


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
