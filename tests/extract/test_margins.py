"""Paragraphs go on to the edge of their own column."""

from __future__ import annotations

from docint.extract.margins import margins
from docint.types.place import Box
from docint.types.reading import Line, Page

LONG = "甲乙双方经友好协商一致订立本协议以资遵守"


def page(*boxes: tuple[float, float, float]) -> Page:
    lines = [Line(LONG, Box(x0, top, x1, top + 12)) for x0, top, x1 in boxes]
    return Page(1, 600, 840, "ocr", "rapidocr", tuple(lines))


def test_each_of_two_columns_has_its_own_margin() -> None:
    rows = [(60.0, 100.0 + 20 * n, 280.0) for n in range(6)]
    rows += [(320.0, 100.0 + 20 * n, 540.0) for n in range(6)]
    edges = margins(page(*rows))
    assert edges[0][1] < 300 < edges[-1][0]


def test_one_column_has_one_margin() -> None:
    edges = margins(page(*((60.0, 100.0 + 20 * n, 540.0) for n in range(8))))
    assert set(edges) == {(60.0, 540.0)}


def test_a_title_across_both_columns_has_the_page_s() -> None:
    rows = [(150.0, 60.0, 460.0)]
    rows += [(60.0, 100.0 + 20 * n, 280.0) for n in range(8)]
    rows += [(320.0, 100.0 + 20 * n, 540.0) for n in range(8)]
    edges = margins(page(*rows))
    assert edges[0][1] > 500
