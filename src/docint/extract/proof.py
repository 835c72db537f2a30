"""Facts with their proof: how sure a value is, and who else reads it so.

The figures stand in one table so that they can be calibrated against a corpus without touching
the logic. The rule behind them: what is given 0.9 or more must practically never be wrong, so
whatever is doubtful in reading, place or parse keeps a value below.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from docint.contracts import Tools
from docint.extract.flow import Span
from docint.types.fact import Fact, Path, Value, Witness
from docint.values.ids import resident, uscc
from docint.values.text import fold

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
CONFIRMED = 0.96
"""A repair that a second reading bears out."""
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


def attested(made: Fact, *witnesses: Witness) -> Fact:
    """The fact with further witnesses heard."""
    sure = made.confidence
    for witness in witnesses:
        sure = _heard(sure, witness)
    return replace(made, witnesses=(*made.witnesses, *witnesses), confidence=round(sure, 3))


def proved(made: Fact, term: str, tools: Tools, others: Sequence[str] = ()) -> Fact:
    """A value that decides something, with whoever else can testify to it heard.

    For codes and ID numbers that is first of all the check character. Letters that no code
    contains (I O Z S V) are folded in OCR readings. Any further repair needs a second witness
    that reads the candidate: another reader, or another print of it in the document. What a
    text layer, a DOCX or JSON states is never repaired.

    Args:
        made: the value as it was read.
        term: what it means.
        tools: the second reader.
        others: further prints of the same thing in the document (QR codes, too).
    """
    if not isinstance(made.value, str):
        return made
    rule = _RULES.get(term)
    if rule is None:
        return made
    if made.evidence[0].reader in STATED:
        held = Witness("check-character", True, "校验位相符")
        return attested(made, held) if rule.holds(made.value) else made
    folded = rule.fold(made.value)
    made = replace(made, value=folded, repaired=made.repaired or folded != made.value)
    return _checked(made, folded) if rule.holds(folded) else _doubted(made, rule, tools, others)


@dataclass(frozen=True, slots=True)
class _Rule:
    """How one sort of number is folded, checked and searched for one misread character."""

    fold: Callable[[str], str]
    holds: Callable[[str], bool]
    near: Callable[[str], Sequence[str]]


def _figures(number: str) -> str:
    return number[:17].translate(str.maketrans("OIL", "011")) + number[17:]


_RULES = {
    "unit.uscc": _Rule(uscc.fold_ocr, uscc.valid, uscc.candidates),
    "person.id-number": _Rule(_figures, resident.valid, resident.candidates),
}


def _checked(made: Fact, value: str) -> Fact:
    held = Witness("check-character", True, f"{value[:6]}…校验位相符")
    return replace(
        made,
        witnesses=(*made.witnesses, held),
        confidence=max(made.confidence, min(CHECKED, 0.9 + made.evidence[0].confidence * 0.09)),
    )


def _doubted(made: Fact, rule: _Rule, tools: Tools, others: Sequence[str]) -> Fact:
    """The check character does not hold: a misreading, or a wrong print."""
    value = str(made.value)
    second = tools.reread(made.evidence[0].place) if tools.reread else None
    prints = [("document", text) for text in others]
    if second:
        prints.append(("second-reader", second[0]))
    folded = [(kind, rule.fold(fold(text).upper())) for kind, text in prints]
    confirmed = {near: kind for near in rule.near(value) for kind, text in folded if near in text}
    if len(confirmed) == 1:
        near, kind = next(iter(confirmed.items()))
        witness = Witness(kind, True, f"另一读数为{near[:6]}…{near[-2:]}，校验位相符")
        return replace(
            made,
            value=near,
            repaired=True,
            witnesses=(*made.witnesses, witness),
            confidence=CONFIRMED,
        )
    same = next((kind for kind, text in folded if value in text), None)
    if same and not confirmed:
        witness = Witness(same, True, "另一读数相同，校验位不符")
        return replace(made, witnesses=(*made.witnesses, witness), confidence=0.93)
    return replace(made, confidence=min(made.confidence, UNCHECKED))
