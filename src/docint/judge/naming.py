"""Whether two printed names are one unit's, given how they were read."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

from docint.judge.outcomes import unsure
from docint.judge.proof import text
from docint.types.finding import Exhibit
from docint.values import lookalikes
from docint.values.names import canonical, parts, same

LONG = 8
"""Names so long may lose or change one character to a reader and still be told."""
LONGER = 11
"""Names so long, two, if one of them looks alike."""


def same_name(one: Exhibit, other: Exhibit) -> bool | None:
    """`docint.values.names.same`, but open where an unproved reading may have slipped."""
    answer = same(text(one), text(other))
    if answer is False and unsure(one, other) and near(text(one), text(other)):
        return None
    return answer


def near(one: str, other: str) -> bool:
    """Whether a reader's slip may be all that tells two names apart.

    A slip gives another character; it gives no other city, trade or form that is a word.
    """
    a, b = canonical(one), canonical(other)
    size = min(len(a), len(b))
    distance = Levenshtein.distance(a, b, score_cutoff=2)
    if size < LONG or distance > 1 + (size >= LONGER) or _otherwise(one, other):
        return False
    if distance < 2:
        return True
    differing = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    return len(a) == len(b) and any(lookalikes.alike(x, y) for x, y in differing)


def _otherwise(one: str, other: str) -> bool:
    """Whether whole words differ: another city, another trade or form of as many characters."""
    p, q = parts(one), parts(other)
    named = [(p.region, q.region), (p.inner, q.inner), (p.branch, q.branch), (p.form, q.form)]
    if p.brand == q.brand:
        named.append((p.industry, q.industry))
    return any(x and y and x != y and len(x) == len(y) for x, y in named)
