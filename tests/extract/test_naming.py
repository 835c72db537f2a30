from __future__ import annotations

import pytest

from docint.extract.naming import organisation


@pytest.mark.parametrize("cut", ["青岩云帆数据（深圳）有限责任", "青岩云帆数据有限责任公"])
def test_half_a_name_is_no_name(cut: str) -> None:
    with pytest.raises(ValueError, match="half"):
        organisation(cut)


def test_a_whole_name_is_a_name() -> None:
    assert organisation("青岩云帆数据有限责任公司") == "青岩云帆数据有限责任公司"


@pytest.mark.parametrize(
    "printed",
    [
        "Employer青岩云帆数据有限责任公司",
        "Party A: 青岩云帆数据有限责任公司",
        "青岩云帆数据有限责任公司，设于深圳市福田区",
    ],
)
def test_the_english_half_of_a_label_and_what_a_sentence_goes_on_to_say_are_no_name(
    printed: str,
) -> None:
    assert organisation(printed) == "青岩云帆数据有限责任公司"


def test_a_name_may_begin_with_latin_letters() -> None:
    assert organisation("TCL科技集团股份有限公司") == "TCL科技集团股份有限公司"


@pytest.mark.parametrize("label", ["Employer", "Company", "Party B"])
def test_a_label_in_english_alone_is_no_unit(label: str) -> None:
    with pytest.raises(ValueError, match="label"):
        organisation(label)
