"""Days whose year a scan broke."""

from __future__ import annotations

import pytest

from docint.extract.days import day


@pytest.mark.parametrize(
    ("printed", "value", "lost"),
    [
        ("二二五年九月三十日", "2025-09-30", True),
        ("二〇二五年九月三十日", "2025-09-30", False),
        ("2023_年7月1日", "2023-07-01", False),
    ],
)
def test_a_lost_nought_of_the_year_is_put_back_and_told(
    printed: str, value: str, lost: bool
) -> None:
    assert day(printed) == (value, lost)


def test_a_year_that_may_have_lost_another_figure_is_left() -> None:
    with pytest.raises(ValueError, match=r".*"):
        day("二九五年九月三十日")
