"""Ruling lines are found as they are printed and scanned."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from docint.read.rules import rules_of

SCALE = 72 / 300


def table(line: int) -> Any:
    """Five columns and four rows ruled in a grey level, under a dark bar."""
    sheet = np.full((1200, 1700), 248, np.uint8)
    for y in range(200, 701, 100):
        sheet[y : y + 3, 100:1604] = line
    for x in range(100, 1601, 300):
        sheet[200:703, x : x + 4] = line
    sheet[110:200, 100:1604] = 120
    return sheet


def test_faint_lines_are_lines() -> None:
    rules = rules_of(table(205), SCALE)
    assert sum(stroke.length > 300 for stroke in rules.across) >= 6
    assert sum(stroke.length > 100 for stroke in rules.down) == 6


def test_lines_that_meet_a_bar_are_no_part_of_it() -> None:
    rules = rules_of(table(60), SCALE)
    found = sorted(s.at for s in rules.down if s.length > 100)
    assert found == pytest.approx([(x + 2) * SCALE for x in range(100, 1601, 300)], abs=1)


def test_a_shade_is_no_line() -> None:
    sheet = np.full((1200, 1700), 248, np.float64)
    sheet[400:480] -= np.hanning(80)[:, None] * 40  # a fold's soft shadow
    assert not rules_of(sheet.astype(np.uint8), SCALE).across


def test_a_streak_of_the_scanner_is_no_line() -> None:
    sheet = table(60)
    sheet[:600, 820:823] = 205
    sheet[601:, 826:829] = 205
    rules = rules_of(sheet, SCALE)
    assert not [s for s in rules.down if 194 < s.at < 202]
    assert sum(stroke.length > 100 for stroke in rules.down) == 6
