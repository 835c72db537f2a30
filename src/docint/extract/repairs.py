"""Figures that one confusable digit brings back into balance (勾稽修复), always disclosed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from docint.extract.statements import Tie, grain, stated, ties
from docint.types.fact import Fact, Facts, Path

_CONFUSED = {
    "0": "68", "1": "74", "2": "7", "3": "85", "4": "19", "5": "36", "6": "058", "7": "12",
    "8": "0396", "9": "48",
}  # fmt: skip
"""Digits that an OCR engine takes for one another."""


def _changed(value: str, step: Decimal) -> Iterator[str]:
    """The value with one confusable digit exchanged, among the digits that were printed."""
    point = value.index(".") if "." in value else len(value)
    for at, digit in enumerate(value):
        place = point - at - 1 if at < point else point - at
        if Decimal(1).scaleb(place) < step * Decimal("0.99"):
            break
        for other in _CONFUSED.get(digit, ""):
            if not (at == 0 and other == "0"):
                yield value[:at] + other + value[at + 1 :]


def _replaced(facts: Facts, path: Path, value: str) -> Facts:
    return Facts(tuple(replace(f, value=value) if f.path == path else f for f in facts))


def misread(fact: Fact, value: str) -> bool:
    """Whether the reader itself was unsure of a figure; a clear print is altered, not misread."""
    del value
    return fact.evidence[0].confidence < 0.985


def repaired(
    facts: Facts,
    other: Callable[[Fact], Sequence[str]] = lambda _: (),
    unsure: Callable[[Fact, str], bool] = misread,
) -> Facts:
    """Figures that one confusable digit, and only one, brings back into balance.

    Only OCR readings are touched, and the repair is disclosed: ``repaired`` is set and the print
    stays in the evidence. Where several repairs would do, none is made.

    Args:
        facts: of one document, without witnesses.
        other: further plausible readings of a figure in yuan (``,`` taken for ``.``).
        unsure: whether the figure may have been misread as it stands, its repair being given; a
            second reader's word where there is one. A clear print stays: it may be an alteration.
    """
    for _ in range(4):
        found = ties(facts)
        broken = [tie for tie in found if tie.broken or (tie.weak and not tie.holds)]
        if not broken:
            return facts
        held = {fact.path for tie in found if tie.holds for fact in tie.facts}
        fixes = _fixes(facts, broken, held, other, unsure)
        if len(fixes) != 1:
            return facts
        (path, value), count = fixes[0]
        facts = Facts(
            tuple(
                replace(f, value=value, repaired=True, confidence=0.95 if count > 1 else 0.8)
                if f.path == path
                else f
                for f in facts
            )
        )
    return facts


def _fixes(
    facts: Facts,
    broken: Sequence[Tie],
    held: set[Path],
    other: Callable[[Fact], Sequence[str]],
    unsure: Callable[[Fact, str], bool],
) -> list[tuple[tuple[Path, str], int]]:
    """Single changes that mend every broken tie they touch, those that mend most first."""
    suspects = {f.path: f for tie in broken for f in tie.facts if f.path not in held}
    options: list[tuple[tuple[Path, str], int]] = []
    for path, fact in suspects.items():
        if stated(fact) or fact.repaired or not isinstance(fact.value, str):
            continue
        mine = [tie for tie in broken if any(f.path == path for f in tie.facts)]
        values = dict.fromkeys((*other(fact), *_changed(fact.value, grain(fact))))
        options += [
            ((path, value), len(mine))
            for value in values
            if value != fact.value and _mends(_replaced(facts, path, value), mine)
        ]
    most = max((count for _, count in options), default=0)
    best = [option for option in options if option[1] == most]
    return [o for o in best if unsure(suspects[o[0][0]], o[0][1])] if len(best) == 1 else []


def _mends(facts: Facts, broken: Sequence[Tie]) -> bool:
    now = {(tie.name, tie.year): tie.holds for tie in ties(facts)}
    return all(now.get((tie.name, tie.year), False) for tie in broken)
