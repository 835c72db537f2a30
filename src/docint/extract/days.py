"""Days written in Chinese figures of which a scan lost the 〇 (``二二五年九月三十日``)."""

from __future__ import annotations

import re
from dataclasses import replace

from docint.types.fact import Fact
from docint.values import dates

_LOST = re.compile(r"^二(?=[一二三四][〇○零一二三四五六七八九]年)")
_CLOSED = re.compile("(?<=[0-9一二三四五六七八九十])[曰旦]$")
"""日 at the end of a line as a scan may read it."""
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
