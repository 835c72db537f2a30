from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docint.values import text

PRINTED = st.text(
    st.sampled_from("名称 　\t\n（）()：:①㈱ＡＢ１２ab12\u200b\ufeff\uf0fe\ue123营业执照⻓ﬁ㎡")
)


@given(PRINTED)
def test_levelled_text_keeps_its_length(printed: str) -> None:
    assert len(text.level(printed)) == len(printed)


@given(PRINTED)
def test_tidying_twice_changes_nothing(printed: str) -> None:
    once = text.tidy(printed)
    assert text.tidy(once) == once
    assert text.same(once, text.undouble(printed))


def test_labels_with_wide_spacing_fold_to_the_plain_label() -> None:
    assert text.fold("名　　称 ：\u200b") == "名称:"
    assert text.fold("法 定 代 表 人") == "法定代表人"


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("深圳市 腾讯\n计算机 (福田) 有限公司", "深圳市腾讯计算机（福田）有限公司"),
        ("ABC (Shenzhen)  Co., Ltd.", "ABC (Shenzhen) Co., Ltd."),
        ("研发 Cloud Native 平台", "研发Cloud Native平台"),
        ("\u200b福田\ufeff区", "福田区"),
        ("⻓城⻋⻔", "长城车门"),
    ],
)
def test_text_values_are_tidy(printed: str, value: str) -> None:
    assert text.parse(printed) == value


@pytest.mark.parametrize("filler", ["", "  ", "____", "×××", "/", "—", "（　）"])
def test_filler_is_no_text(filler: str) -> None:
    with pytest.raises(ValueError, match="no text"):
        text.parse(filler)


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("营营业业执执照照", "营业执照"),
        ("名名称称：： 22002233年年", "名称： 2023年"),
        ("22002233年年度度", "2023年度"),
        ("高高兴兴", "高高兴兴"),
        ("11223344", "11223344"),
        ("1100", "1100"),
        ("营营业业执照", "营营业业执照"),
        ("天天向上", "天天向上"),
    ],
)
def test_fake_bold_is_undone_only_where_the_whole_run_doubles(printed: str, plain: str) -> None:
    assert text.undouble(printed) == plain


def test_word_checkboxes_become_readable() -> None:
    assert text.legible("\uf0fe固定期限 \uf0a8无固定期限") == "☑固定期限 □无固定期限"


def test_equality_ignores_width_blanks_and_punctuation_but_not_letters() -> None:
    assert text.same("福田（深圳）公司", "福田(深圳) 公司")
    assert text.same("ＡＢ-1", "AB1")
    assert not text.same("福田智联", "宝安智联")


def test_traditional_characters_become_simplified() -> None:
    assert text.simplified("騰訊計算機") == "腾讯计算机"


@pytest.mark.parametrize(
    ("damaged", "value"),
    [
        ("⼤⾦⾏科技有限公司", "大金行科技有限公司"),
        ("福（fú）田（tián）区科技", "福田区科技"),
        ("厦(shà)门", "厦门"),
        ("深圳大学（szu）", "深圳大学（szu）"),
        ("名名称称：：深深圳圳市市", "名称：深圳市"),
        ("深\ue004圳\u200b市", "深圳市"),
    ],
)
def test_damaged_text_is_made_whole(damaged: str, value: str) -> None:
    assert text.tidy(damaged) == value
