"""The construction period (建设期): as declared, else as the plan states it."""

from __future__ import annotations

from datetime import date

from docint.judge.periods import days
from docint.judge.proof import declared, stated
from docint.types.case import Case
from docint.types.finding import Exhibit


def term_of(case: Case) -> tuple[Exhibit, Exhibit] | None:
    """First and last day as stated, or None."""
    first, last = declared(case, "period_from"), declared(case, "period_until")
    if first and last:
        return first, last
    for plan in case.of_kind("construction-plan"):
        first, last = stated(case, plan, "period_from"), stated(case, plan, "period_until")
        if first and last:
            return first, last
    return None


def until_of(case: Case) -> Exhibit | None:
    """The last day alone."""
    term = term_of(case)
    return term[1] if term else declared(case, "period_until")


def term_days(case: Case) -> tuple[date, date] | None:
    """The widest days the term may mean, or None where they are not legible."""
    term = term_of(case)
    first, last = (days(x.fact.value) for x in term) if term else (None, None)
    return (first[0], last[1]) if first and last else None
