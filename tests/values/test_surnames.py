from __future__ import annotations

import pytest

from docint.values.surnames import surnamed


@pytest.mark.parametrize(
    "name", ["王岚", "诸葛青禾", "王李思远", "买买提·艾力", "闻人拓", "单怀瑾", "程晓"]
)
def test_names_begin_with_a_surname(name: str) -> None:
    assert surnamed(name)


@pytest.mark.parametrize("text", ["一毛桂", "的责任", "注册会计师", "东方", "A王", "王"])
def test_other_words_do_not(text: str) -> None:
    assert not surnamed(text)
