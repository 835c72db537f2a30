"""A person's birth date, and whether a paper of employment covers a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docint.judge.periods import days
from docint.judge.proof import declared, stated, text
from docint.judge.subjects import Person
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Exhibit
from docint.values.dates import LONG_TERM, add_months
from docint.values.ids import resident

GRACE_MONTHS = 2
"""Insurance is paid and printed in arrears: so many months after its last it still covers."""


def numbers(case: Case, person: Person) -> Iterator[Exhibit]:
    """The person's ID numbers, papers before the form."""
    for document in person.documents:
        if (found := stated(case, document, "id_number")) is not None:
            yield found
    if person.id_number:
        yield person.id_number


def birth(case: Case, person: Person) -> tuple[date, Exhibit] | None:
    """Birth date: by a valid ID number, else a card or contract, else as declared."""
    for exhibit in numbers(case, person):
        number = text(exhibit)
        if resident.valid(number) and (born := resident.birth(number)):
            return born, exhibit
    printed = [stated(case, document, "birth_date") for document in person.documents]
    for found in (*printed, declared(case, *person.path, "birth_date")):
        bounds = days(found.fact.value) if found else None
        if found and bounds and bounds[0] == bounds[1]:
            return bounds[0], found
    return None


def contract_covers(case: Case, contract: Document, on: date) -> bool | None:
    """Whether a contract's term holds a day; None where its term is not legible."""
    since, signed = stated(case, contract, "valid_from"), stated(case, contract, "signed_on")
    until = stated(case, contract, "valid_until")
    kind = text(stated(case, contract, "term_kind"))
    begun = _compared(since or signed, on, first=True)
    if since is None and begun is False:
        begun = None  # signed later than it began, as renewals and late papers are
    if text(until) == LONG_TERM or (until is None and kind in ("open-ended", "task")):
        going: bool | None = True
    else:
        going = _compared(until, on, first=False)
    if begun is False or going is False:
        return False
    return True if begun and going else None


def _compared(exhibit: Exhibit | None, on: date, *, first: bool) -> bool | None:
    bounds = days(exhibit.fact.value) if exhibit else None
    if bounds is None:
        return None
    answers = {day <= on if first else day >= on for day in bounds}
    return answers.pop() if len(answers) == 1 else None


def insurance_covers(case: Case, record: Document, on: date) -> bool | None:
    """Whether an insurance record's months reach a day, arrears allowed."""
    until = stated(case, record, "paid_until")
    bounds = days(until.fact.value) if until else None
    since = stated(case, record, "paid_from")
    start = days(since.fact.value) if since else None
    if bounds is None:
        return None
    if start and start[0] > on:
        return False
    return add_months(bounds[1], GRACE_MONTHS) >= on
