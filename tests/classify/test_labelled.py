"""A paper under a title nobody knows is told by its labels, a long one is not."""

from __future__ import annotations

from docint.classify.classify import classify
from docint.classify.labelled import labelled
from docint.screen import kinds
from docint.types.document import Leaf
from tests.printed import printed_page

CARD = """
姓名        司徒然
评审专业    自动化
任职资格    正高级工程师
级别        正高级
批准日期    2012年9月3日
"""


def kind_of(text: str) -> str:
    (document,) = classify([Leaf("a", "扫描件.jpg", printed_page(text, origin="ocr"))], kinds())
    return document.kind


def test_a_card_without_a_title_is_told_by_its_labels() -> None:
    assert kind_of(CARD) == "title-certificate"


def test_labels_alone_that_many_papers_have_tell_nothing() -> None:
    assert kind_of("姓名    司徒然\n性别    男\n日期    2012年9月3日\n") == "unknown"


def test_a_label_counts_the_less_the_more_kinds_have_it() -> None:
    weights = labelled(kinds().values(), printed_page("姓名    司徒然\n级别    正高级\n"))
    assert weights["title-certificate"] > 2 * weights["id-card"]


def test_a_long_page_has_labels_of_many_matters() -> None:
    assert labelled(kinds().values(), printed_page(CARD + "说明一句。\n" * 200)) == {}
