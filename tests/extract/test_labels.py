from __future__ import annotations

import pytest

from docint.extract.halves import all_hits
from docint.extract.rows import layout
from tests.printed import leaf_of, printed_page

LABELS = ("名称", "住所", "法定代表人", "注册资本", "甲方", "乙方", "有效期自", "经营范围")


def found(text: str, *, plain: bool = False) -> list[str]:
    page = layout(leaf_of(printed_page(text, plain=plain)))
    return [hit.label for hit in all_hits(page, LABELS) if hit.label in LABELS]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("名      称  深圳市澄川数据有限公司", "名称"),
        ("名称：深圳市澄川数据有限公司", "名称"),
        ("法 定 代 表 人  卓一舟", "法定代表人"),
        ("法定代表人（负责人）：卓一舟", "法定代表人"),
        ("1.住所：深圳市福田区", "住所"),
        ("法定代表人卓一舟", "法定代表人"),
        ("甲方（用人单位）：深圳市澄川数据有限公司", "甲方"),
        ("某某公司法定代表人：卓一舟", "法定代表人"),
    ],
)
def test_a_label_is_found_however_it_is_spaced(text: str, label: str) -> None:
    assert found(text) == [label]


@pytest.mark.parametrize(
    "text",
    [
        "申报单位应提交法定代表人身份证明",
        "法定代表人应当在申请表上签字",
        "由经营范围决定。经营范围中属于许可的项目除外",
        "甲方安排乙方从事研发工作",
        "本营业执照由卓一舟(法定代表人)留存(打印)",
    ],
)
def test_a_label_in_a_sentence_is_none(text: str) -> None:
    assert found(text) == []


def test_a_long_label_may_have_one_character_misread() -> None:
    assert found("法定代裹人  卓一舟") == ["法定代表人"]


def test_a_misread_label_may_have_its_value_close_behind() -> None:
    assert found("法定代裹人卓一舟") == ["法定代表人"]


@pytest.mark.parametrize(
    ("text", "labels"), [("成立曰期  2015年3月2日", ["成立日期"]), ("缴费基数  20000", [])]
)
def test_a_look_alike_is_taken_and_another_word_is_not(text: str, labels: list[str]) -> None:
    page = layout(leaf_of(printed_page(text)))
    asked = ("成立日期", "缴费月数")
    assert [hit.label for hit in all_hits(page, asked) if hit.label in asked] == labels


def test_a_bilingual_label_keeps_its_english_to_itself() -> None:
    page = layout(leaf_of(printed_page("名称 Name  深圳市澄川数据有限公司")))
    (hit,) = (hit for hit in all_hits(page, LABELS) if hit.label == "名称")
    assert page.rows[0].text[hit.end :] == "深圳市澄川数据有限公司"


def test_a_label_over_two_rows_is_one() -> None:
    page = layout(leaf_of(printed_page("宗旨和    开展研究，\n业务范围  促进发展。")))
    found = [hit.label for hit in all_hits(page, ("宗旨和业务范围", "业务范围"))]
    assert found == ["", "宗旨和业务范围"]  # the nameless half ends what stands above it


def test_a_speck_in_a_labels_blank_does_not_hide_it() -> None:
    assert found("名☑称：深圳市澄川数据有限公司") == ["名称"]


def test_a_short_label_must_be_read_exactly() -> None:
    assert found("各称  深圳市澄川数据有限公司") == []


def test_two_labels_that_differ_in_a_telling_character_are_not_confused() -> None:
    assert found("有效期至  2026年3月5日") == []


def test_half_a_spaced_label_counts_where_the_labels_of_its_column_stand() -> None:
    text = "名      称  深圳市澄川数据有限公司\n住          深圳市福田区八卦路11号"
    assert found(text) == ["名称", "住所"]


def test_labels_stand_in_plain_paragraphs_too() -> None:
    assert found("甲方：某某公司    乙方：卓一舟", plain=True) == ["甲方", "乙方"]
