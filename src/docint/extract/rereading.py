"""A figure that breaks a sum, read again by the second engine (再次识读)."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from docint.contracts import Tools
from docint.extract.repairs import misread
from docint.extract.statements import amount, grain
from docint.types.fact import Fact
from docint.values.text import fold


def _digits(fact: Fact, value: str) -> str:
    """The digits that would be printed where the figure stands if it were ``value``."""
    places = len(re.sub(r"[^\d.]", "", fold(fact.raw)).partition(".")[2])
    steps = abs(Decimal(value)) / grain(fact)
    return str(int(steps.to_integral_value())).zfill(places + 1)


def doubter(tools: Tools) -> Callable[[Fact, str], bool]:
    """Whether a figure may be repaired: the second engine reads the repair, not the figure.

    Without a second engine, or where it reads neither, the first one's own score decides.
    """

    def unsure(fact: Fact, value: str) -> bool:
        seen = tools.reread(fact.evidence[0].place) if tools.reread else None
        if seen is None or amount(fact) is None:
            return misread(fact, value)
        printed = re.sub(r"\D", "", fold(seen[0]))
        if _digits(fact, value) == printed:
            return True
        return _digits(fact, str(fact.value)) != printed and misread(fact, value)

    return unsure
