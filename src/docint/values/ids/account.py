"""银行账号: found by its label and masked; corporate accounts satisfy no check."""

from __future__ import annotations

import re

from docint.values.found import Found
from docint.values.text import fold, level

_LABELLED = re.compile(
    r"(?:银行|开户|收款|对公|基本户|结算|人民币)?(?:账户|帐户|账号|帐号|卡号)(?:号码?)?\s*[::]?\s*"
    r"(?P<n>[0-9](?:[ \-]?[0-9]){7,29})"
)
_CARD = re.compile(
    r"(?<![0-9A-Za-z.,])62[0-9]{2}(?: ?[0-9]{4}){3}(?: ?[0-9]{1,3})?(?![0-9A-Za-z,])"
)


def parse(text: str) -> str:
    """Canonical form: 8 to 30 figures.

    Raises:
        ValueError: not so many figures.
    """
    number = re.sub(r"[\s\-]", "", fold(text))
    if not re.fullmatch("[0-9]{8,30}", number):
        raise ValueError("not the shape of an account number")
    return number


def show(value: str) -> str:
    """The number masked: reports never show it whole."""
    return mask(value)


def mask(value: str) -> str:
    """Last four figures shown."""
    return "*" * max(0, len(value) - 4) + value[-4:]


def find_all(text: str) -> tuple[Found[str], ...]:
    """Account numbers behind their label, and bank cards (62…), with spans."""
    line = level(text)
    spans = [m.span("n") for m in _LABELLED.finditer(line)]
    spans += [m.span() for m in _CARD.finditer(line)]
    return tuple(Found(parse(line[a:b]), a, b) for a, b in sorted(set(spans)))
