"""Boxes are right where the page says the value, wherever the gold saw it."""

from __future__ import annotations

from typing import Any

import pytest

from docint.evaluate.boxes import placed, runs_of
from docint.evaluate.compare import Judged
from docint.evaluate.shares import Share

GOLD = {"value": "甲公司", "text": "甲公司", "page": 1, "box": [0.1, 0.1, 0.4, 0.12]}
RUNS = {
    ("a.pdf", 1): [("甲公司", (0.1, 0.1, 0.4, 0.12))],
    ("a.pdf", 2): [("委托方：甲公司", (0.1, 0.5, 0.8, 0.52)), ("5", (0.1, 0.6, 0.11, 0.62))],
}


def _measured(
    page: int, box: list[float] | None, quote: str = "甲公司", **gold: Any
) -> tuple[Share, Share, float | None]:
    found = {"value": "甲公司", "text": quote, "page": page, "box": box, "confidence": 0.9}
    one = Judged("other", "name", "scan", GOLD | gold, found, right=True, file="a.pdf")
    return placed([(one, RUNS)])


@pytest.mark.parametrize(
    ("page", "box", "hit"),
    [
        (1, [0.05, 0.09, 0.45, 0.13], True),  # where the gold saw it
        (2, [0.5, 0.5, 0.8, 0.52], True),  # another print of it
        (2, [0.1, 0.5, 0.4, 0.52], False),  # the label before that print
        (2, [0.1, 0.6, 0.4, 0.62], False),  # other words
        (2, [0.5, 0.8, 0.8, 0.82], False),  # nothing there
        (3, [0.1, 0.1, 0.4, 0.12], False),  # a page nobody printed
    ],
)
def test_a_box_is_right_where_the_page_says_the_value(
    page: int, box: list[float], hit: bool
) -> None:
    assert _measured(page, box)[:2] == (Share(1, 1), Share(int(hit), 1))


def test_a_value_printed_as_it_is_is_not_proved_by_other_words() -> None:
    assert _measured(2, [0.1, 0.6, 0.11, 0.62], quote="5")[1] == Share(0, 1)


def test_of_a_value_that_is_not_printed_its_quote_must_be_there() -> None:
    shown: dict[str, Any] = {"value": True, "text": "专职"}
    assert _measured(2, [0.5, 0.5, 0.8, 0.52], **shown)[1] == Share(1, 1)
    assert _measured(2, [0.5, 0.5, 0.8, 0.52], "全职", **shown)[1] == Share(0, 1)


def test_a_fact_without_a_box_is_counted_as_such() -> None:
    assert _measured(1, None) == (Share(0, 1), Share(), None)


def test_pages_without_runs_are_left_out() -> None:
    pages = [{"file": "a.pdf", "page": 1, "runs": []}, {"file": "b.docx", "page": 1}]
    assert runs_of({"pages": pages}) == {}
