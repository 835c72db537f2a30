"""Whether a parameter is of the form its check counts on (参数格式), asked at the start."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from docint.values import districts
from docint.vocabulary import DOCUMENT_TITLES, UNIT_KINDS

Fits = Callable[[Any], bool]


def day(value: Any) -> bool:
    """``2024-09-30``."""
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False


def amount(value: Any) -> bool:
    """Yuan as a decimal string, not below nil."""
    try:
        return Decimal(value) >= 0
    except InvalidOperation:
        return False


def division(value: Any) -> bool:
    """A code of GB/T 2260 that stands for a place."""
    try:
        return bool(districts.division_name(value))
    except ValueError:
        return False


def above_nil(value: Any) -> bool:
    """A number one can count to."""
    return bool(value > 0)


def one_of(*known: str) -> Fits:
    """Any of these words."""
    return lambda value: value in known


def papers(value: Any) -> bool:
    """Types of document of the contract (§3)."""
    return bool(value) and all(one in DOCUMENT_TITLES for one in value)


def paper(value: Any) -> bool:
    """A type of document."""
    return value in DOCUMENT_TITLES


def units(value: Any) -> bool:
    """Kinds of unit of the contract (§4)."""
    return bool(value) and all(one in UNIT_KINDS for one in value)


def rows(*needed: str, also: Collection[str] = ()) -> Fits:
    """A list of mappings that have these keys, and none but these and some others."""

    def fits(value: Any) -> bool:
        return bool(value) and all(
            isinstance(row, Mapping) and set(needed) <= row.keys() <= {*needed, *also}
            for row in value
        )

    return fits


def slots(value: Any) -> bool:
    """Places of a consortium: a title and the kinds of unit that may fill it."""
    return rows("title", "kinds", also=("count", "proof"))(value) and all(
        units(row["kinds"]) and row.get("count", 1) > 0 for row in value
    )
