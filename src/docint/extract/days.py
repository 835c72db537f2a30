"""Days written in Chinese figures of which a scan lost the 〇 (``二二五年九月三十日``)."""

from __future__ import annotations

import re
from dataclasses import replace

from docint.types.fact import Fact
from docint.values import dates

_LOST = re.compile(r"^二(?=[一二三四][〇○零一二三四五六七八九]年)")
_CLOSED = re.compile("(?<=[0-9一二三四五六七八九十])[曰旦目]$")
"""日 at the end of a line as a scan may read it."""
_FIGURES = "0-9一二三四五六七八九十"
_MONTH_SIGN = re.compile(
    rf"(年\s*[{_FIGURES}]{{1,3}}\s*)[目用甩](?=\s*[{_FIGURES}]{{1,3}}\s*[日号曰目旦])"
)
_DAY_SIGN = re.compile(rf"(年\s*[{_FIGURES}]{{1,3}}\s*月\s*[{_FIGURES}]{{1,4}}\s*)[曰目旦囗](?!\d)")
_NO_SIGN = re.compile(
    r"(年\s*[0-9]{1,2}\s*月\s*(?:0[1-9]|[12][0-9]|3[01]))(?=\s*(?:$|[,，。;；)）至到~—-]|[0-9]{1,2}:[0-9]{2}))"
)
_TORN = {
    4: re.compile(rf"年\s*[{_FIGURES}]"),
    7: re.compile(rf"月\s*[{_FIGURES}]|[0-9]{{4}}[-./][0-9]{{1,2}}[-./][0-9]"),
}
"""What follows a year, or a year and a month, where the rest of a whole day was not understood."""


_SPECK = re.compile(
    r"(?<=[0-9一二三四五六七八九十年月])\s*[.·,，'’]\s*(?=[年月日]|[0-9]{1,2}\s*[月日])"
)
"""Dirt inside a day (``02.月 09日``)."""


def mended(printed: str) -> str:
    """A text in which the signs of a day are what they must be: ``7月2目``, ``3目1日``, ``7月01``.

    A day of one figure without its sign stays: its second figure may be lost as well.
    """
    clean = _SPECK.sub("", printed)
    return _NO_SIGN.sub(r"\1日", _DAY_SIGN.sub(r"\1日", _MONTH_SIGN.sub(r"\1月", clean)))


def whole(value: str, printed: str) -> str:
    """A date as far as it was printed; never a month of which the day is there but damaged.

    Raises:
        ValueError: figures follow that belong to it (``2014年1月2年`` is not January 2014).
    """
    torn = _TORN.get(len(value))
    if torn and value[:4].isdecimal() and torn.search(printed):
        raise ValueError(f"a damaged day: {printed!r}")
    return value


LENIENT = 0.85
"""No surer is a day whose year was made whole."""


def day(printed: str) -> tuple[str, bool]:
    """The date that a text writes, and whether its year had to be made whole.

    Years of this century begin with 二〇; three figures of which the second is no 〇 lost it.

    Raises:
        ValueError: no date.
    """
    whole, lost = _LOST.subn("二〇", _CLOSED.sub("日", printed.replace("_", "")))
    return str(dates.parse(whole)), bool(lost)


def disclosed(made: Fact, lost: bool) -> Fact:
    """The fact, doubtful and marked as repaired where a figure of its year was lost."""
    if not lost:
        return made
    return replace(made, repaired=True, confidence=min(made.confidence, LENIENT))
