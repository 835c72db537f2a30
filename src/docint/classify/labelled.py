"""Kinds told by their labels (按栏目辨认): a paper under an unknown title still has its fields.

A label counts the more the fewer kinds have it: 姓名 tells little, 评审专业 nearly all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from docint.contracts import Kind
from docint.types.reading import Page
from docint.values.text import fold

EACH = 0.2
"""Weight of a label that only one kind has."""
MOST = 0.6
"""Labels alone make no kind: something else must speak for it."""
LONG = 800
"""Characters from which a page has labels of many matters: a form, a report."""


@cache
def _owners(kinds: tuple[Kind, ...]) -> dict[str, frozenset[tuple[str, str]]]:
    """By label the kinds, each with its field, that have it."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for kind in kinds:
        for field in kind.fields:
            for label in field.labels:
                found[fold(label)].add((kind.name, field.name))
    return {label: frozenset(owners) for label, owners in found.items()}


def labelled(kinds: Iterable[Kind], page: Page) -> dict[str, float]:
    """By kind, the weight of the labels on a page that stands for itself.

    Args:
        kinds: all of them.
        page: with at most ``LONG`` characters.
    """
    lines = [fold(line.text) for line in page.lines]
    if sum(map(len, lines)) > LONG:
        return {}
    owners = _owners(tuple(kinds))
    fields: dict[tuple[str, str], float] = defaultdict(float)
    for line in lines:
        mine = owners.get(line.partition(":")[0], frozenset())
        rivals = {kind for kind, _ in mine}
        for owner in mine:
            fields[owner] = max(fields[owner], EACH / len(rivals))
    weights: dict[str, float] = defaultdict(float)
    for (kind, _), weight in fields.items():
        weights[kind] += weight
    return {kind: min(MOST, round(weight, 3)) for kind, weight in weights.items()}
