from __future__ import annotations

from docint.extract.slips import misread

NAME = "广州远和信息技术有限公司"


def test_a_name_is_known_again_where_a_reader_slipped() -> None:
    text = f"由{NAME}牵头。广州远和怡息技术有限公司负责研制,广州远和信息技木有限公司验收。"
    assert list(misread(NAME, text)) == ["广州远和怡息技术有限公司", "广州远和信息技木有限公司"]


def test_a_sister_firm_is_another_one() -> None:
    assert not list(misread(NAME, "广州远达信息技术有限公司与广州远和环保技术有限公司"))


def test_short_names_are_never_guessed() -> None:
    assert not list(misread("甲方", "田方负责"))
