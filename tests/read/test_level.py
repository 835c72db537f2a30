from __future__ import annotations

import math

import pytest

from docint.contracts import Seen
from docint.read.level import Level, skew_of
from docint.types.place import Box


def slanted(degrees: float, length: float = 400) -> Seen:
    x, y = length * math.cos(math.radians(degrees)), length * math.sin(math.radians(degrees))
    return Seen("一行文字在此", 1.0, ((0, 0), (x, y), (x, y + 20), (0, 20)))


def test_a_page_is_as_skew_as_its_long_lines() -> None:
    assert skew_of([slanted(1.5), slanted(1.5), slanted(-9, 30)]) == pytest.approx(1.5)


def test_a_nearly_level_page_is_level() -> None:
    assert skew_of([slanted(0.3)]) == 0.0


def test_watermarks_do_not_tilt_a_page() -> None:
    assert skew_of([slanted(0.0), slanted(-38, 900)]) == 0.0


def test_a_falling_line_is_level_after_the_turn() -> None:
    level = Level(2.0, (300, 400))
    run = math.tan(math.radians(2.0))
    (_, y0), (_, y1) = level.point((100, 100)), level.point((500, 100 + 400 * run))
    assert y0 == pytest.approx(y1)


def test_a_box_keeps_its_size() -> None:
    box = Level(3.0, (300, 400)).box(Box(10, 20, 40, 60))
    assert (box.width, box.height) == pytest.approx((30, 40))
