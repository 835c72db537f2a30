"""How numbered clauses nest (条款层次): numbers of one kind stand on one level."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from docint.extract.headings import CHINESE_NUMBER
from docint.values import numerals

PLAIN_NUMBER = 4
"""The kind of ``3、`` among the markers, and of a figure with a blank behind it."""
_BRACKETED = 7
"""The kinds from ``(3)`` on, that number the items of a list."""
BLANK_CHINESE_NUMBER = 2
"""The kind of ``三、`` among the markers, and of ``三`` with a blank behind it."""


@dataclass(frozen=True, slots=True)
class Head:
    """A paragraph that begins with a clause number."""

    depth: int
    number: str
    title: str
    start: int
    body: int


def _value(number: str) -> int | None:
    """The ordinal in a clause number: ``第四条`` → 4; None for ``4.1``."""
    found = re.findall(rf"\d+|{CHINESE_NUMBER}", number)
    if len(found) != 1:
        return None
    try:
        return int(found[0]) if found[0].isdigit() else numerals.whole(found[0])
    except ValueError:
        return None


@dataclass(slots=True)
class _Level:
    """A level of numbering that is open: the kinds of numbers seen on it, and the last one."""

    kinds: set[int]
    last: int | None


def _rank(kind: int) -> int:
    """章 stands outside 条 outside 一、; how the others nest is each text's own affair."""
    return min(kind, 3)


def _outside(head: Head, kind: int, level_: _Level) -> bool:
    """Whether a head of a new kind ends an open level instead of standing inside of it.

    Headings that begin to count (``1 释义``) are no part of the list of parties before them.
    """
    inner = min(level_.kinds)
    begins = (
        inner >= _BRACKETED and kind in {BLANK_CHINESE_NUMBER, PLAIN_NUMBER} and bool(head.title)
    )
    return _rank(inner) > _rank(kind) or (begins and _value(head.number) == 1)


def levelled(heads: Sequence[Head]) -> list[Head]:
    """Heads with their depth: numbers of one kind stand on one level, a new kind a level deeper.

    A series may change its kind and count on: 第四条 followed by 五、 is one level.
    """
    result: list[Head] = []
    open_levels: list[_Level] = []
    for head in heads:
        value, kind = _value(head.number), head.depth
        at = next((n for n, one in enumerate(open_levels) if kind in one.kinds), None)
        if at is None and value is not None and value > 1 and kind < 3:
            at = next((n for n, one in enumerate(open_levels) if one.last == value - 1), None)
        if at is None:
            while open_levels and _outside(head, kind, open_levels[-1]):
                open_levels.pop()
            open_levels.append(_Level(set(), None))
            at = len(open_levels) - 1
        del open_levels[at + 1 :]
        open_levels[at].kinds.add(kind)
        open_levels[at].last = value
        result.append(replace(head, depth=at))
    return result
