"""Terms as the law counts them."""

from __future__ import annotations

from datetime import date

import pytest

from docint.judge.periods import days, fiscal_years, term_is


@pytest.mark.parametrize(
    ("on", "years"),
    [
        (date(2024, 1, 1), ("2023", "2022")),
        (date(2024, 1, 2), ("2023", "2022")),
        (date(2024, 12, 31), ("2023", "2022")),
        (date(2025, 1, 1), ("2024", "2023")),
    ],
)
def test_the_two_fiscal_years_are_those_before_the_year_of_application(
    on: date, years: tuple[str, ...]
) -> None:
    assert fiscal_years(on) == years


@pytest.mark.parametrize(
    ("last", "fits"),
    [
        (date(2026, 3, 30), False),
        (date(2026, 3, 31), True),
        (date(2026, 4, 1), True),
        (date(2026, 4, 2), False),
    ],
)
def test_two_years_end_on_the_day_before_or_on_the_day(last: date, fits: bool) -> None:
    assert term_is(date(2024, 4, 1), last, 24) is fits


@pytest.mark.parametrize(
    ("value", "bounds"),
    [
        ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2024", (date(2024, 1, 1), date(2024, 12, 31))),
        ("2024-02-29", (date(2024, 2, 29), date(2024, 2, 29))),
        ("long-term", None),
        ("某日", None),
        (7, None),
    ],
)
def test_a_printed_date_is_a_pair_of_bounds(value: object, bounds: object) -> None:
    assert days(value) == bounds
