"""One value from several places of a document: the places vote, agreement is a witness."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from docint.extract.flow import Span
from docint.extract.proof import fact
from docint.types.fact import Fact, Path, Value, Witness
from docint.values.text import bare


@dataclass(frozen=True, slots=True)
class Vote:
    """A value read at one place."""

    value: Value
    span: Span
    weight: float
    """How much the place is to be believed; the surest places have 3."""


def _same(value: Value) -> str:
    return bare(value) if isinstance(value, str) else str(value)


def elected(
    votes: Iterable[Vote], key: Callable[[Value], str] = _same
) -> tuple[Vote, list[Vote], list[Vote]] | None:
    """The best vote of the winning value, its fellows, and those for other values.

    Values are the same if their keys are. Of equal weights the first printed wins.
    """
    groups: dict[str, list[Vote]] = {}
    for vote in votes:
        groups.setdefault(key(vote.value), []).append(vote)
    if not groups:
        return None
    best = max(groups.values(), key=lambda group: sum(vote.weight for vote in group))
    first = max(best, key=lambda vote: (vote.weight, vote.span.score))
    others = [vote for group in groups.values() if group is not best for vote in group]
    return first, [vote for vote in best if vote is not first], others


def voted(path: Path, votes: Sequence[Vote], doubtful_below: float = 2.0) -> Fact | None:
    """The elected value as a fact; None without votes.

    Args:
        path: where the fact hangs.
        votes: readings of it.
        doubtful_below: a winner with less weight than this, all its places together, is doubtful;
            so is one whose rival has at least half its weight at a place as good.
    """
    result = elected(votes)
    if result is None:
        return None
    first, fellows, others = result
    weight = first.weight + sum(vote.weight for vote in fellows)
    against = [v for v in others if v.weight >= first.weight and 2 * v.weight >= weight]
    witnesses: tuple[Witness, ...] = ()
    if fellows:
        pages = sorted({vote.span.place.page for vote in fellows})
        where = "、".join(str(page) for page in pages)
        witnesses = (Witness("document", agrees=True, note=f"同一文件第{where}页另有相同记载"),)
    doubtful = weight < doubtful_below or bool(against)
    return fact(path, first.value, first.span, witnesses=witnesses, doubtful=doubtful)
