from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docint.values.ids import uscc

TENCENT = "9144030071526726XG"  # 公开登记信息，如年度报告所载
FIRST = st.builds(
    lambda kind, division, rest: kind + division + rest,
    st.sampled_from(["91", "12", "51", "52", "53", "93", "N2"]),
    st.sampled_from(["440300", "110108", "100000", "440304"]),
    st.text(uscc.ALPHABET, min_size=9, max_size=9),
)
CODES = FIRST.map(lambda first: first + uscc.check_character(first))


@given(CODES, st.integers(0, 17), st.sampled_from(uscc.ALPHABET))
def test_every_single_substitution_is_noticed(code: str, place: int, other: str) -> None:
    altered = code[:place] + other + code[place + 1 :]
    assert uscc.valid(altered) == (altered == code)
    assert bool(uscc.problem(altered)) == (altered != code)


@given(CODES, st.integers(0, 16))
def test_every_swap_of_neighbours_is_noticed(code: str, place: int) -> None:
    altered = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert uscc.valid(altered) == (altered == code)


@given(CODES)
def test_a_code_with_blanks_and_a_label_is_found_again(code: str) -> None:
    spaced = " ".join(code[n : n + 4] for n in range(0, 18, 4))
    for text in (
        f"统一社会信用代码：{code}（副本）",
        f"代码 {spaced} 法人",
        f"2024 {spaced}",
        f"NO{code}",
    ):
        assert code in [hit.value for hit in uscc.find_all(text)]


def test_a_real_code_passes_all_checks() -> None:
    assert uscc.parse(" ９１４４ 0300 7152 6726 xg ") == TENCENT
    assert uscc.problem(TENCENT) == ""
    assert uscc.warnings(TENCENT) == ()


def test_the_parts_name_authority_and_division() -> None:
    of = uscc.parts(TENCENT)
    assert (of.kind, of.division, of.organisation, of.check) == ("企业", "440300", "71526726X", "G")
    assert uscc.division_name(TENCENT) == "深圳市"


def test_a_wrong_check_character_is_still_what_was_printed() -> None:
    wrong = TENCENT[:-1] + "H"
    assert uscc.parse(wrong) == wrong
    assert "“G”" in uscc.problem(wrong)
    assert "O" in uscc.problem("914403007152672O8G")


@pytest.mark.parametrize("printed", ["", "91440300", "9144030071526726XG1", "ABCDEFGHJKLMNPQRTU"])
def test_what_has_not_the_shape_is_refused(printed: str) -> None:
    with pytest.raises(ValueError, match="shape"):
        uscc.parse(printed)


def test_impossible_letters_of_ocr_are_folded() -> None:
    assert uscc.fold_ocr("9I44O3OO7IS26726XG") == "9144030071526726XG"
    assert uscc.candidates("9I44O3OO7IS26726XG") == ()


def test_one_confusion_gives_the_true_code_as_a_candidate() -> None:
    assert TENCENT in uscc.candidates("9144030071528726XG")
    assert TENCENT in uscc.candidates("9144030071526726XC")
    assert uscc.candidates(TENCENT) == ()
    assert uscc.candidates("福田区") == ()


def test_an_inner_organisation_code_that_fails_is_only_a_warning() -> None:
    first = "91440300715267260"
    code = first + uscc.check_character(first)
    assert uscc.problem(code) == ""
    assert any("主体标识码" in warning for warning in uscc.warnings(code))


def test_codes_that_fail_their_check_are_found_but_id_numbers_are_not() -> None:
    text = "代码 9144030071526726XH 身份证 110101199003078515 注册号 440301103448669"
    assert [hit.value for hit in uscc.find_all(text)] == ["9144030071526726XH"]


def test_spans_lead_to_the_print() -> None:
    text = "信用代码：9144 0300 7152 6726 XG，法定代表人"
    (hit,) = uscc.find_all(text)
    assert text[hit.start : hit.end] == "9144 0300 7152 6726 XG"
