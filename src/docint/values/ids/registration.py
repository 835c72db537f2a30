"""工商注册号 (GS 15-2006): 15 figures, the last a check (ISO 7064 MOD 11,10)."""

from __future__ import annotations

import re

from stdnum.iso7064 import mod_11_10

from docint.values.found import Found
from docint.values.text import fold, level


def parse(text: str) -> str:
    """Canonical form: 15 figures. The check figure is not judged; see `problem`.

    Raises:
        ValueError: not 15 figures.
    """
    number = re.sub(r"[\s\-]", "", fold(text))
    if not re.fullmatch("[0-9]{15}", number):
        raise ValueError(f"not the shape of a registration number: {text!r}")
    return number


def show(value: str) -> str:
    """The number as it is."""
    return value


def valid(number: str) -> bool:
    """Whether the check figure is right."""
    return len(number) == 15 and number.isdigit() and bool(mod_11_10.is_valid(number))


def problem(number: str) -> str:
    """What is wrong with a number, one Chinese sentence; empty if nothing is."""
    return "" if valid(number) else "注册号末位校验码不符。"


def find_all(text: str) -> tuple[Found[str], ...]:
    """Valid numbers in running text, with spans."""
    hits = re.finditer(r"(?<![0-9A-Za-z])[1-9][0-9]{14}(?![0-9A-Za-z])", level(text))
    return tuple(Found(m.group(), m.start(), m.end()) for m in hits if valid(m.group()))
