from __future__ import annotations

import pytest

from docint.classify.stacks import index_of, stacks
from tests.printed import leaf_of, printed_page


@pytest.mark.parametrize(
    ("file", "stem", "number"),
    [
        ("证照/营业执照-1.jpg", "证照/营业执照", 1),
        ("营业执照（2）.jpg", "./营业执照", 2),
        ("合同第03页.png", "./合同", 3),
        ("合同_p4.png", "./合同", 4),
        ("IMG_2034.jpg", "./img", 2034),
        ("身份证正面.jpg", "./身份证", 1),
        ("身份证（反面）.jpg", "./身份证", 2),
    ],
)
def test_a_running_number_ends_a_files_name(file: str, stem: str, number: int) -> None:
    assert index_of(file) == (stem, number)


def test_a_name_without_a_number_stands_alone() -> None:
    assert index_of("营业执照.jpg") is None


def test_files_of_one_stem_are_put_in_the_order_of_their_numbers() -> None:
    leaves = [leaf_of(printed_page("甲"), f"合同-{n}.jpg") for n in (10, 2, 1)]
    (stack,) = stacks(leaves)
    assert [file[0].file for file in stack] == ["合同-1.jpg", "合同-2.jpg", "合同-10.jpg"]


def test_the_same_stem_in_two_folders_is_two_stacks() -> None:
    leaves = [leaf_of(printed_page("甲"), f"{folder}/合同-1.jpg") for folder in "ab"]
    assert len(stacks(leaves)) == 2
