"""Whether two printed names are one unit's, given how they were read."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

from docint.judge.outcomes import unsure
from docint.judge.proof import text
from docint.types.finding import Exhibit
from docint.values.names import same
from docint.values.text import bare

LONG = 8
"""Names so long may lose or change one character to a reader and still be told."""


def same_name(one: Exhibit, other: Exhibit) -> bool | None:
    """`docint.values.names.same`, but open where one character of an unproved reading differs."""
    answer = same(text(one), text(other))
    if answer is False and unsure(one, other) and _one_off(text(one), text(other)):
        return None
    return answer


def _one_off(one: str, other: str) -> bool:
    a, b = bare(one), bare(other)
    return min(len(a), len(b)) >= LONG and Levenshtein.distance(a, b, score_cutoff=1) <= 1
