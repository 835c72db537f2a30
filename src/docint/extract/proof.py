"""Facts with their proof: how sure a value is, and who else reads it so.

The figures stand in one table so that they can be calibrated against a corpus without touching
the logic. The rule behind them: what is given 0.9 or more must practically never be wrong, so
whatever is doubtful in reading, place or parse keeps a value below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docint.contracts import Tools
from docint.extract.flow import Span
from docint.types.fact import Fact, Path, Value, Witness

STATED = frozenset({"text", "docx", "json"})
"""Readers that state characters instead of recognising them."""

OCR_SCORES: tuple[tuple[float, float], ...] = (
    (0.995, 0.96),
    (0.98, 0.94),
    (0.95, 0.91),
    (0.90, 0.80),
    (0.80, 0.65),
    (0.00, 0.50),
)
"""A line's score, at least → how often its values are right."""

STATED_SCORE = 0.98
DOUBTFUL = 0.85
"""No doubtful value may be surer than this: an ambiguous place, a lenient parse, a rival value."""
CLEAR = 0.93
"""A place less certain than this is ambiguous."""
CHECKED = 0.985
"""An OCR code whose check character holds."""
UNCHECKED = 0.60
"""An OCR code whose check character does not hold and that nobody else reads so."""


def confidence(span: Span, doubtful: bool = False) -> float:
    """How sure a value from this span is, before any witness is heard."""
    if span.reader in STATED:
        base = STATED_SCORE
    else:
        base = next(sure for least, sure in OCR_SCORES if span.score >= least)
    base *= 1.0 if span.certainty >= 0.99 else span.certainty
    return min(base, DOUBTFUL) if doubtful or span.certainty < CLEAR else base


def fact(
    path: Path,
    value: Value,
    span: Span,
    *,
    witnesses: Sequence[Witness] = (),
    doubtful: bool = False,
) -> Fact:
    """A value with the span it was read from.

    Args:
        path: where it hangs in its document.
        value: in the contract's form.
        span: where it stands, verbatim.
        witnesses: independent readings of it.
        doubtful: the parse was lenient or a rival value exists; keeps it below 0.9.
    """
    sure = confidence(span, doubtful)
    for witness in witnesses:
        sure = _heard(sure, witness)
    return Fact(path, value, (span.evidence,), span.method, round(sure, 3), tuple(witnesses))


def resting_on(made: Fact, *spans: Span) -> Fact:
    """The fact with further places that its value rests on (a sum's parts)."""
    return replace(made, evidence=(*made.evidence, *(span.evidence for span in spans)))


def _heard(sure: float, witness: Witness) -> float:
    """A witness halves the doubt, or leaves no better than an even chance."""
    return 1.0 - (1.0 - sure) * 0.5 if witness.agrees else min(sure, 0.5)


def testified(made: Fact, *witnesses: Witness) -> Fact:
    """The fact with further witnesses heard."""
    sure = made.confidence
    for witness in witnesses:
        sure = _heard(sure, witness)
    return replace(made, witnesses=(*made.witnesses, *witnesses), confidence=round(sure, 3))


def proved(made: Fact, term: str, tools: Tools, others: Sequence[str] = ()) -> Fact:
    """A code or ID number with its check character heard and, where disclosed, repaired.

    Args:
        made: the value as it was read.
        term: what it means; only codes and ID numbers are checked here.
        tools: the second reader.
        others: prints of the same field elsewhere in the document.
    """
    return made
