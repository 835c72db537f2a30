from __future__ import annotations

import pytest

from docint.values import text
from docint.values.traditional import simple, strays


def test_a_readers_traditional_characters_become_simple_one_for_one() -> None:
    assert simple("粵23高新技术企業靜") == "粤23高新技术企业静"
    assert len(simple("企業證書")) == 4


@pytest.mark.parametrize("char", "乾於昇堃喆淼")
def test_standard_characters_stay(char: str) -> None:
    assert simple(char) == char


def test_only_strays_are_slips_and_a_traditional_page_is_none() -> None:
    assert strays("高新技术企業证书 编号 发证机关")
    assert not strays("公司註冊證明書 茲證明 該公司於")
    assert not strays("高新技术企业证书")


def test_a_short_page_with_many_slips_is_still_in_simplified_print() -> None:
    assert strays("职称证书 經評審委員會評审通過，具备微電子专業工程师資格，级别：中级")
    assert not strays("里程后面只表 證書 編號")  # traditional print has 里, 后 and 只, too


@pytest.mark.parametrize(
    ("printed", "plain"),
    [("⻓沙", "长沙"), ("⻅证", "见证"), ("\u2ea9某", "王某"), ("⾦⽜", "金牛")],
)
def test_radicals_that_fonts_give_are_characters(printed: str, plain: str) -> None:
    assert text.fold(printed) == plain
    assert text.tidy(text.fold(printed)) == plain
