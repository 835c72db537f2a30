from __future__ import annotations

from docint.read.lines import arrange, run_on, split, words_of
from docint.types.place import Box
from docint.types.reading import Line


def piece(text: str, x0: float, top: float, x1: float, bottom: float) -> Line:
    pitch = (x1 - x0) / len(text)
    spans = [
        (c, Box(x0 + i * pitch, top, x0 + (i + 1) * pitch, bottom)) for i, c in enumerate(text)
    ]
    return Line(text, Box(x0, top, x1, bottom), words_of(spans))


def test_neighbours_on_a_row_become_one_line() -> None:
    lines = arrange([piece("有限公司", 52, 0, 92, 10), piece("深圳市某某", 0, 0, 50, 10)])
    assert [line.text for line in lines] == ["深圳市某某有限公司"]


def test_columns_far_apart_stay_apart() -> None:
    lines = arrange([piece("注册资本", 200, 0, 240, 10), piece("某某公司", 0, 0, 40, 10)])
    assert [line.text for line in lines] == ["某某公司", "注册资本"]


def test_a_spaced_label_is_one_label() -> None:
    lines = arrange([piece("名", 0, 0, 10, 10), piece("称某某公司", 45, 0, 95, 10)])
    assert [line.text for line in lines] == ["名 称某某公司"]


def test_a_lone_character_is_not_glued_to_any_text() -> None:
    lines = arrange([piece("男", 0, 0, 10, 10), piece("工程师", 45, 0, 75, 10)])
    assert [line.text for line in lines] == ["男", "工程师"]


def test_rows_are_read_from_top_to_bottom() -> None:
    lines = arrange([piece("第二行", 0, 20, 30, 30), piece("第一行", 0, 1, 30, 11)])
    assert [line.text for line in lines] == ["第一行", "第二行"]


def test_a_line_across_a_wall_is_cut_there() -> None:
    parts = list(split(piece("姓名张三", 0, 0, 40, 10), [20.0]))
    assert [part.text for part in parts] == ["姓名", "张三"]
    assert parts[1].box == Box(20, 0, 40, 10)


def test_figures_are_one_word_and_chinese_characters_one_each() -> None:
    words = piece("共1,234元", 0, 0, 70, 10).words
    assert [word.text for word in words] == ["共", "1,234", "元"]


def test_wrapped_chinese_runs_on_without_a_blank() -> None:
    lines = [piece("深圳市福田区", 0, 0, 60, 10), piece("某某路1号", 0, 12, 50, 22)]
    assert run_on(lines) == "深圳市福田区某某路1号"
