"""Whether two names (项目名称) are two projects' or two readings of one."""

from __future__ import annotations

import re

from rapidfuzz.fuzz import ratio

ALIKE = 75.0
"""Per cent of characters that two readings of one project's name share at least."""
_TAIL = re.compile(
    "(?:的?(?:关键|核心|共性)?(?:技术)?(?:研究与开发|研究开发|研发|开发|研究|研制))$"
)


def another(name: str, before: str) -> bool:
    """Whether a name is no other reading of the one before.

    A misread character makes no other word: 甲系统研发 and 甲系统的开发 are two projects, though
    they share most of their characters.
    """
    own, other = _TAIL.search(name), _TAIL.search(before)
    if own and other and name[: own.start()] == before[: other.start()]:
        return own[0] != other[0]
    return ratio(name, before) < ALIKE
