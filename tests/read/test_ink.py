from __future__ import annotations

import numpy as np

from docint.contracts import Seen
from docint.read.ink import cleared, is_blank, is_colored, problem_of, whitened, without_red


def sheet(value: int = 250, size: tuple[int, int] = (400, 300)) -> np.ndarray:
    return np.full((*size, 3), value, np.uint8)


def test_red_ink_fades_and_black_stays() -> None:
    image = sheet()
    image[10:20, 10:20] = (200, 30, 40)
    image[30:40, 10:20] = (20, 20, 20)
    grey = without_red(image)
    assert grey[15, 15] > 240
    assert grey[35, 15] < 40


def test_a_shadow_across_the_page_is_evened_out() -> None:
    image = sheet(240)
    image[:, 150:] = 130
    image[200:204, 200:220] = 20
    clear = cleared(image)
    assert clear[50, 280, 0] > 220
    assert clear[202, 210, 0] < 90


def test_a_grey_watermark_turns_white() -> None:
    image = sheet(255)
    image[100:120, 100:200] = 10
    image[200:220, 100:200] = 230
    assert whitened(image)[210, 150, 0] == 255
    assert whitened(image)[110, 150, 0] < 20


def test_a_seal_makes_a_page_colored_and_yellow_paper_does_not() -> None:
    yellow = sheet()
    yellow[:, :] = (245, 235, 180)
    assert not is_colored(yellow)
    yellow[50:70, 50:70] = (200, 30, 40)
    assert is_colored(yellow)


def test_what_is_wrong_is_said_with_what_was_measured() -> None:
    assert "空白" in problem_of(sheet(), ())
    assert "过暗" in problem_of(sheet(20), ())
    assert "20×20" in problem_of(sheet(size=(20, 20)), ())
    blurred = Seen("模糊文字一行", 0.55, ((0, 0), (90, 0), (90, 14), (0, 14)))
    assert "字高约 10 像素" in problem_of(sheet(), (blurred,))


def test_a_page_read_well_has_no_problem() -> None:
    good = Seen("清楚文字", 0.99, ((0, 0), (90, 0), (90, 40), (0, 40)))
    assert problem_of(sheet(), (good,)) == ""


def test_one_short_line_is_no_blank_page() -> None:
    grey = sheet(255, (3508, 2480))[:, :, 0].copy()
    assert is_blank(grey)
    grey[100:140, 100:130] = 0
    assert not is_blank(grey)


def test_the_last_lines_of_a_table_alone_are_a_blank_page() -> None:
    page = sheet(250, (3508, 2480))
    page[250:253, 260:2240] = 40
    page[0:250, 258:261] = page[0:250, 1240:1243] = 40
    assert problem_of(page, ()) == "页面为空白"


def test_a_name_signed_between_table_lines_is_no_blank_page() -> None:
    page = sheet(250, (3508, 2480))
    page[250:253, 260:2240] = 40
    for at in range(10):  # short strokes of a pen
        page[400 + 8 * at : 404 + 8 * at, 500 : 500 + 60] = 40
        page[400:480, 520 + 30 * at : 524 + 30 * at] = 40
    assert "未识别到文字" in problem_of(page, ())
