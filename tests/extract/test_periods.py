from __future__ import annotations

from docint.extract.periods import unstated_unit


def test_long_amounts_with_fen_are_yuan() -> None:
    assert unstated_unit(["495,673,998.47", "1,020.00", "86,400.15"]) == "元"


def test_short_amounts_with_fen_may_be_of_ten_thousand_yuan() -> None:
    assert unstated_unit(["49,567.40", "40,034.39", "1,938.84"]) is None


def test_amounts_without_fen_and_none_at_all_tell_nothing() -> None:
    assert unstated_unit(["495,673,998", "86,400"]) is None
    assert unstated_unit([]) is None
