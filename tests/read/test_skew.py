"""Pages are levelled by their own rows."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest

from docint.read.skew import refined
from docint.read.upright import levelled


def page(rows: int = 40) -> Any:
    """An upright sheet at 150 dpi with rows of short figures in columns."""
    sheet = np.full((1754, 1240), 250, np.uint8)
    for row in range(rows):
        for column in range(7):
            place = (100 + column * 150, 200 + row * 36)
            cv2.putText(sheet, "12,345", place, cv2.FONT_HERSHEY_SIMPLEX, 0.7, 40, 2)
    return sheet


@pytest.mark.parametrize("degrees", [-1.3, -0.35, -0.1, 0.25, 0.6, 1.3])
def test_a_page_of_short_figures_is_levelled(degrees: float) -> None:
    assert refined(levelled(page(), degrees), 0.0) == pytest.approx(-degrees, abs=0.1)


def test_what_the_lines_say_is_made_finer() -> None:
    assert refined(levelled(page(), 6.2), -5.5) == pytest.approx(-6.2, abs=0.1)


def test_a_level_page_is_left_as_it_is() -> None:
    assert refined(page(), 0.0) == 0.0


def test_a_page_without_rows_keeps_what_its_lines_say() -> None:
    spots = np.random.default_rng(7).integers(150, 256, (1754, 1240)).astype(np.uint8)
    assert refined(spots, 0.0) == 0.0
    assert refined(np.full((1754, 1240), 255, np.uint8), 2.0) == 2.0
