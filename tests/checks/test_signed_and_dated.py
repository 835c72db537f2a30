"""Blank dates that a text layer keeps in several pieces."""

from __future__ import annotations

from docint.checks.signed_and_dated import check
from docint.types.case import Case
from docint.types.document import Document, Leaf
from docint.types.fact import Facts
from docint.types.place import Box
from docint.types.reading import Line, Page


def verdicts(*lines: Line) -> list[str]:
    page = Page(number=1, width=595, height=842, origin="text", reader="text", lines=lines)
    paper = Document("a", "cooperation-agreement", 0.99, (Leaf("a.pdf", "a.pdf", page),))
    case = Case(applied_on=None, declared=Facts(()), documents=(paper,), facts={})
    return [o.verdict for o in check.run(case, {"kinds": ["cooperation-agreement"]})]


def test_a_date_line_in_pieces_is_read_as_one_row() -> None:
    label = Line("签订日期：", Box(70, 200, 120, 212))
    blank = (Line("年 月", Box(150, 200, 190, 212)), Line("日", Box(210, 201, 220, 213)))
    assert verdicts(label, *blank) == ["fail"]
    filled = (Line("2024年2月", Box(125, 200, 190, 212)), Line("17日", Box(195, 201, 220, 213)))
    assert verdicts(label, *filled) == ["pass"]


def test_pieces_below_each_other_are_no_row() -> None:
    label = Line("签订日期：2024年2月17日", Box(70, 200, 220, 212))
    below = (Line("年 月", Box(230, 240, 260, 252)), Line("日", Box(70, 280, 80, 292)))
    assert verdicts(label, *below) == ["pass"]


def test_a_date_below_a_place_for_the_seal_is_one_of_signing() -> None:
    lines = [
        Line("北京光诚村镇银行股份有限公司", Box(350, 200, 520, 212)),
        Line("（印章）代表：", Box(440, 220, 520, 232)),
    ]
    blank = (Line("年 月", Box(430, 240, 470, 252)), Line("日", Box(500, 240, 510, 252)))
    assert verdicts(*lines, *blank) == ["fail"]
    assert verdicts(*lines, Line("二〇二四年五月十四日", Box(430, 240, 520, 252))) == ["pass"]
