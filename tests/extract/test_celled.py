"""Tables inside prose, ruled or not."""

from __future__ import annotations

from collections.abc import Sequence

from docint.extract.celled import grids
from docint.extract.clauses import prose
from docint.types.reading import Cell, Line, Page, Table
from tests.printed import document_of, printed_page

PRINT = """任务分解如下：

承担单位              研究内容
蓝桥公司              控制器研制与系统集成，
                      并完成路测
南方大学              感知算法研究

以上任务各方应按期完成。
"""


def heads(texts: Sequence[str]) -> bool:
    return "承担单位" in texts


def test_a_cell_of_several_lines_is_one_cell() -> None:
    document = document_of("x", printed_page(PRINT))
    text = prose(document)
    (grid,) = grids(document, text, heads)
    assert [[field.text for field in row] for row in grid.rows] == [
        ["承担单位", "研究内容"],
        ["蓝桥公司", "控制器研制与系统集成,并完成路测"],
        ["南方大学", "感知算法研究"],
    ]
    wrapped = grid.rows[1][1]
    assert "".join(text.text[a:b] for a, b in wrapped.runs) == wrapped.text


def test_a_row_of_other_words_opens_no_table() -> None:
    document = document_of("x", printed_page("项目              金额\n设备费            12.00"))
    assert grids(document, prose(document), heads) == ()


def test_cells_of_a_file_without_geometry_are_found_by_their_place() -> None:
    spots = [(0, 0, "单位"), (0, 1, "任务"), (1, 0, "甲方"), (1, 1, "研究")]
    named = [(r, c, t, f"表1 第{r + 1}行第{c + 1}列") for r, c, t in spots]
    page = Page(
        1, 0, 0, "docx", "docx",
        tuple(Line(t, None, where=where) for _, _, t, where in named),
        (Table(tuple(Cell(r, c, t, where=where) for r, c, t, where in named)),),
    )  # fmt: skip
    document = document_of("x", page)
    (grid,) = grids(document, prose(document), lambda _: False)
    assert [[f.text for f in row] for row in grid.rows] == [["单位", "任务"], ["甲方", "研究"]]
