"""Terms as the law counts them (期间计算): 民法典第二百零一至二百零四条、第一千二百五十九条.

The first day is not counted; where the last month has no such day, its last day serves; 以上, 以内
and 不超过 include the number itself. Days are ``date``; where only a month or a year is legible, a
day is a pair of bounds.
"""

from __future__ import annotations

from datetime import date, timedelta

from docint.values.dates import LONG_TERM, add_months, bounds

Days = tuple[date, date]
"""First and last day that a printed date may mean."""


def days(value: object) -> Days | None:
    """Bounds of a printed date, or None for ``long-term`` and what is no date."""
    if not isinstance(value, str) or value == LONG_TERM:
        return None
    try:
        return bounds(value)
    except ValueError:
        return None


def fiscal_years(applied_on: date, count: int = 2) -> tuple[str, ...]:
    """The fiscal years before the year of application, latest first (管理办法第二十六条)."""
    return tuple(str(applied_on.year - back) for back in range(1, count + 1))


def term_is(first: date, last: date, months: int) -> bool:
    """Whether a term from one day to another is so many months long.

    2024-04-01 to 2026-03-31 is 24, and so is a term to 2026-04-01, for people write both.
    """
    end = add_months(first, months)
    return end - timedelta(days=1) <= last <= end
