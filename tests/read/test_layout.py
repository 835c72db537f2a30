from __future__ import annotations

from docint.read.layout import laid_out
from docint.read.lines import words_of
from docint.read.rules import Rules, Stroke
from docint.types.place import Box
from docint.types.reading import Line

RULES = Rules(
    tuple(Stroke(y, 0, 200) for y in (100.0, 120.0, 160.0)),
    tuple(Stroke(x, 100, 160) for x in (0.0, 60.0, 200.0)),
)


def piece(text: str, x0: float, top: float) -> Line:
    spans = [(c, Box(x0 + 10 * i, top, x0 + 10 * i + 10, top + 10)) for i, c in enumerate(text)]
    return Line(text, Box(x0, top, x0 + 10 * len(text), top + 10), words_of(spans))


def test_words_go_to_their_cells_and_wrapped_ones_run_on() -> None:
    pieces = [
        piece("名称", 5, 105),
        piece("某某公司", 70, 105),
        piece("住所", 5, 130),
        piece("深圳市福田区", 70, 124),
        piece("某某路一号", 70, 140),
    ]
    lines, (table,) = laid_out(pieces, RULES)
    assert [cell.text for cell in table.cells] == [
        "名称",
        "某某公司",
        "住所",
        "深圳市福田区某某路一号",
    ]
    assert [line.text for line in lines][2:] == ["住所", "深圳市福田区", "某某路一号"]


def test_a_line_detected_across_a_wall_is_cut_between_cells() -> None:
    _, (table,) = laid_out([piece("姓名张三李四", 40, 105), piece("无", 5, 130)], RULES)
    assert [cell.text for cell in table.row(0)] == ["姓名", "张三李四"]


def test_text_around_a_table_keeps_its_place() -> None:
    pieces = [
        piece("之后", 0, 180),
        piece("甲", 5, 105),
        piece("乙", 70, 105),
        piece("之前", 0, 50),
    ]
    lines, _ = laid_out(pieces, RULES)
    assert [line.text for line in lines] == ["之前", "甲", "乙", "之后"]


def test_a_frame_with_text_in_one_place_only_is_no_table() -> None:
    lines, tables = laid_out([piece("标题", 5, 105)], RULES)
    assert (len(lines), tables) == (1, ())
