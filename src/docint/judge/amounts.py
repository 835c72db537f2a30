"""Amounts that should agree: tolerance, rounding of the printed unit, slips of the unit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from docint.judge.proof import stated
from docint.types.case import Case
from docint.types.document import Document
from docint.types.fact import Fact
from docint.types.finding import Exhibit
from docint.values.text import level

UNIT_SURE = 0.8
"""An amount less sure may have had its unit misread, or none printed."""
SLIPS = (Decimal(10000), Decimal(1000))
"""万元 or 千元 taken for 元, or the reverse."""

_FIGURE = re.compile(r"[0-9][0-9,]*(?:\.([0-9]+))?")


def amount(fact: Fact | None) -> Decimal | None:
    """Yuan, or None for no amount and for other currencies."""
    if fact is None or not isinstance(fact.value, str | int):
        return None
    try:
        return Decimal(str(fact.value))
    except InvalidOperation:
        return None


def amount_of(exhibit: Exhibit) -> Decimal:
    """Yuan of an exhibit known to be an amount."""
    return amount(exhibit.fact) or Decimal()


def by_year(case: Case, documents: Iterable[Document], key: str, year: str) -> tuple[Exhibit, ...]:
    """What documents state for a year, in bundle order; other currencies are left out."""
    found = (stated(case, document, key, year) for document in documents)
    return tuple(x for x in found if x and amount(x.fact) is not None)


def rounding(fact: Fact) -> Decimal:
    """Half of the last printed place, in yuan: ``1,234.5`` in a 万元 table → 500."""
    value = amount(fact)
    match = _FIGURE.search(level(fact.raw))
    if not value or not match:
        return Decimal("0.005")
    printed = Decimal(match[0].replace(",", ""))
    ratio = abs(value / printed) if printed else Decimal(1)
    unit = next((u for u in (*SLIPS, Decimal(10**8)) if abs(ratio - u) < u / 1000), Decimal(1))
    return unit / 2 / Decimal(10) ** len(match[1] or "")


def near(one: Fact, other: Fact, share: Decimal) -> bool:
    """Whether two amounts agree within a share of the larger, or the rounding of either print."""
    a, b = amount(one), amount(other)
    if a is None or b is None:
        return False
    return abs(a - b) <= max(share * max(abs(a), abs(b)), rounding(one), rounding(other))


def apart(one: Fact, other: Fact) -> Decimal:
    """Difference as a share of the larger amount."""
    a, b = amount(one) or Decimal(), amount(other) or Decimal()
    larger = max(abs(a), abs(b))
    return abs(a - b) / larger if larger else Decimal()


def unit_unread(found: Exhibit, declared: Exhibit) -> bool:
    """Whether two amounts differ by the unit alone, and the form's unit was not surely read."""
    doubtful = min(found.fact.confidence, declared.fact.confidence) < UNIT_SURE
    return doubtful and unit_slip(amount_of(found), amount_of(declared))


def unit_slip(one: Decimal, other: Decimal) -> bool:
    """Whether one amount is the other in 万元 or 千元 (to 0.5 %)."""
    if not one or not other:
        return False
    ratio = max(abs(one), abs(other)) / min(abs(one), abs(other))
    return any(abs(ratio - slip) <= slip * Decimal("0.005") for slip in SLIPS)
