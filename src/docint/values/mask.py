"""Masking of running text (脱敏): ID numbers, telephones, mailboxes and accounts.

Every message, page and log goes through `mask`; only ``report.json`` carries full values. Credit
codes (USCC), registration numbers, amounts and report numbers stay: they are public.
"""

from __future__ import annotations

import re

from docint.values.ids import account, phone, registration, report_numbers, resident, uscc
from docint.values.text import level

# 18 characters of the shape that fail their check are still somebody's misread number.
_SHAPED = re.compile(r"(?<![0-9A-Za-z])[1-9](?: ?[0-9]){16} ?[0-9Xx×](?![0-9A-Za-z])")
_AT = frozenset("@＠﹫")
_FEWEST = 7
"""Figures of the shortest number that is anybody's own: a telephone."""


def mask(text: str) -> str:
    """The text with private numbers masked; length and all else unchanged.

    ID numbers keep the first 6 and the last 2 characters.
    """
    if sum(map(str.isnumeric, text)) < _FEWEST and not _AT.intersection(text):
        return text
    line = level(text)
    private = _private(line)
    if not private:
        return text
    public = [hit for find in (uscc.find_all, report_numbers.find_all) for hit in find(line)]
    public += registration.find_all(line)
    open_spans = [(hit.start, hit.end) for hit in public]
    masked = list(text)
    for start, end, shown in private:
        if any(start < b and a < end for a, b in open_spans):
            continue
        for n, char in zip(range(start, end), shown, strict=True):
            if char == "*":
                masked[n] = "*"
    return "".join(masked)


def _private(line: str) -> list[tuple[int, int, str]]:
    """Spans with what may be shown of them, ``*`` for the rest."""
    spans = [(*m.span(), _spread(m.group(), 6, 2)) for m in _SHAPED.finditer(line)]
    spans += [
        (hit.start, hit.end, _spread(line[hit.start : hit.end], 6, 2))
        for hit in resident.find_all(line)
    ]
    spans += [
        (hit.start, hit.end, _contact(line[hit.start : hit.end])) for hit in phone.find_all(line)
    ]
    spans += [
        (hit.start, hit.end, _spread(line[hit.start : hit.end], 0, 4))
        for hit in account.find_all(line)
    ]
    return spans


def _contact(printed: str) -> str:
    """A mailbox's name or a telephone's middle starred, character by character."""
    name, at, host = printed.partition("@")
    return printed[:1] + "*" * (len(name) - 1) + at + host if at else phone.mask(printed)


def _spread(printed: str, first: int, last: int) -> str:
    """All but the first and last characters starred, blanks not counted and kept."""
    places = [n for n, char in enumerate(printed) if char not in " -"]
    shown = {*places[:first], *places[len(places) - last :]}
    return "".join(char if n in shown or char in " -" else "*" for n, char in enumerate(printed))
