"""Other words around the entities: sentences of one template that say hardly a word alike.

What stands before and behind a name is any word of the language, so a pipeline must learn names by
what they are; words come from jieba's dictionary (MIT), by their class and length.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from importlib.resources import files
from random import Random

_KINDS = {"v": "v", "vn": "v", "n": "n", "an": "n", "d": "d", "ad": "d", "a": "a", "b": "a", "p": "p", "c": "c"}  # fmt: skip
_SEEN = 100
"""Words rarer than this in jieba's own corpus are left out."""
_NAMES = re.compile(
    r"(?:人|员|师|长|家|者|任|官|士|教授|方|经理|总监|组|队|会|社|厂|店|部|处|科|系|室|站|所|局|厅|院|校|大学|中心"
    r"|集团|公司|银行|省|市|区|县|镇|村|街|路|元|年|月|日|岁|项目|工程|专项|计划)$"
)
_WORD = re.compile(r"[\u4e00-\u9fff]+")


@cache
def ordinary() -> dict[str, str]:
    """Ordinary words of the language with their class: no names of people, places or units."""
    rows = (line.split() for line in (files("jieba") / "dict.txt").read_text("utf-8").splitlines())
    return {
        word: _KINDS[kind]
        for word, seen, kind in rows
        if kind in _KINDS and int(seen) >= _SEEN and len(word) <= 4
    }


@cache
def _classes() -> dict[str, str]:
    """Class of each word that may be put for another."""
    return {word: kind for word, kind in ordinary().items() if not _NAMES.search(word)}


@cache
def _stock() -> dict[tuple[str, int], list[str]]:
    found: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for word, kind in _classes().items():
        found[kind, len(word)].append(word)
    return found


_BEHIND = (("v", 2), ("v", 2), ("d", 2), ("c", 2), ("n", 2))
_BEFORE = (*_BEHIND, ("p", 1), ("v", 1))


def before(random: Random) -> str:
    """Any word that may stand before a name."""
    return random.choice(_stock()[random.choice(_BEFORE)])


def behind(random: Random) -> str:
    """Any word that may stand behind a name: of two characters, one would be part of it."""
    return random.choice(_stock()[random.choice(_BEHIND)])


def noun(random: Random) -> str:
    """A common noun of two characters."""
    return random.choice(_stock()["n", 2])


def varied(plain: str, random: Random, rate: float) -> str:
    """Plain text with so many of its words put for others of their class and length."""
    return _WORD.sub(lambda run: _put(run[0], random, rate), plain)


def _put(run: str, random: Random, rate: float) -> str:
    text, at = "", 0
    while at < len(run):
        word = next(
            (w for n in (4, 3, 2) if (w := run[at : at + n]) in _classes() and len(w) == n),
            run[at],
        )
        kind = _classes().get(word) if len(word) > 1 else None
        changed = kind is not None and random.random() < rate
        text += random.choice(_stock()[kind, len(word)]) if changed and kind else word
        at += len(word)
    return text
