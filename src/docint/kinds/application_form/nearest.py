"""What an unheard label is nearest to (近义栏目): ``计划建设时段`` is like ``建设时间``.

Words are compared by their characters and pairs of them, the rarer the more (tf-idf, cosine); the
known words nearest to a label vote for what it asks. A label is short and its words are few, so
this needs nothing but the words of `fields` and `owners`.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from docint.kinds.application_form.fields import FAMILIES
from docint.kinds.application_form.owners import OWNERS, Family
from docint.values.text import fold

NEAREST = 8
"""Known words that vote."""
NEAR = 0.44
"""Cosine of the nearest word; a label below it is like nothing."""
CLEAR = 1.6
"""How many times as many votes the first meaning has as the second."""
_LABEL = re.compile(r"[\u4e00-\u9fffA-Za-z&、/与及和的·-]{2,14}")


class _Words(NamedTuple):
    """The known words by what they consist of."""

    fields: Mapping[str, frozenset[tuple[Family, str]]]
    owners: Mapping[str, frozenset[str]]
    rarity: Mapping[str, float]
    holders: Mapping[str, tuple[tuple[str, float], ...]]
    """By piece, the words that have it, each with its weight there."""


def nearest_fields(label: str) -> dict[Family, str]:
    """By family, the field that the words nearest to a bare label ask; empty if none is near."""
    votes: dict[Family, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for word, vote in _near(label):
        for family, name in _words().fields.get(word, ()):
            votes[family][name] += vote
    return {family: name for family, told in votes.items() if (name := _first(told))}


def nearest_owner(label: str) -> str:
    """Whose section a bare heading opens, by the words nearest to it; empty if none is near."""
    votes: dict[str, float] = defaultdict(float)
    for word, vote in _near(label):
        for owner in _words().owners.get(word, ()):
            votes[owner] += vote
    return _first(votes)


def _first(votes: Mapping[str, float]) -> str:
    ranked = sorted(votes.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or ranked[0][1] < NEAR**3:
        return ""
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= CLEAR * ranked[1][1] else ""


@cache
def _near(label: str) -> tuple[tuple[str, float], ...]:
    """The known words nearest to a label, with their votes: the cosine's third power."""
    core = fold(label)
    if not _LABEL.fullmatch(core):
        return ()
    cosines: dict[str, float] = defaultdict(float)
    for piece, weight in _weighed(core, _words().rarity).items():
        for word, share in _words().holders.get(piece, ()):
            cosines[word] += weight * share
    ranked = sorted(cosines.items(), key=lambda pair: (-pair[1], pair[0]))[:NEAREST]
    if not ranked or ranked[0][1] < NEAR:
        return ()
    return tuple((word, cosine**3) for word, cosine in ranked)


@cache
def _words() -> _Words:
    fields: dict[str, set[tuple[Family, str]]] = defaultdict(set)
    owners: dict[str, set[str]] = defaultdict(set)
    for family, names in FAMILIES.items():
        for name, words in names.items():
            for word in words:
                fields[fold(word)].add((family, name))
    for key, owner in OWNERS.items():
        for word in owner.words:
            owners[fold(word)].add(key)
    every = sorted({*fields, *owners})
    holding = Counter(piece for word in every for piece in set(_pieces(word)))
    rarity = {piece: math.log(1 + len(every) / (1 + held)) for piece, held in holding.items()}
    holders: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for word in every:
        for piece, weight in _weighed(word, rarity).items():
            holders[piece].append((word, weight))
    return _Words(
        {word: frozenset(asked) for word, asked in fields.items()},
        {word: frozenset(named) for word, named in owners.items()},
        rarity,
        {piece: tuple(held) for piece, held in holders.items()},
    )


def _weighed(word: str, rarity: Mapping[str, float]) -> dict[str, float]:
    """A word's pieces with their weights, of length one together; unheard ones are rare."""
    rarest = max(rarity.values(), default=1.0)
    weights = {
        piece: (1 + math.log(count)) * rarity.get(piece, rarest)
        for piece, count in Counter(_pieces(word)).items()
    }
    length = math.sqrt(sum(weight**2 for weight in weights.values()))
    return {piece: weight / length for piece, weight in weights.items()}


def _pieces(word: str) -> list[str]:
    """Characters, pairs with both ends marked, and the last character once more: it asks."""
    ended = f"^{word}$"
    pairs = [ended[n : n + 2] for n in range(len(ended) - 1)]
    return [*word, *pairs, f"{word[-1]}#"]
