"""What a finding stands on: exhibits, whether they are proved, and how sure they are."""

from __future__ import annotations

from collections.abc import Mapping

from docint.types.case import Case
from docint.types.document import Document
from docint.types.fact import Fact, Facts, Value
from docint.types.finding import Exhibit, Outcome
from docint.values.names import lookalike

STATED = frozenset({"text", "docx", "json", "reviewer"})
"""Readers that state characters; all others recognise them."""

SUMS = frozenset({"sum", "words"})
"""Witnesses that tell of a paper's own contradictions, not of how it was read."""


def declared(case: Case, *path: str | int) -> Exhibit | None:
    """What was declared at a path of the contract's §4, with the document it was declared in."""
    fact = case.declared.get(*path)
    return Exhibit(fact, case.declared_document) if fact else None


def stated(case: Case, document: Document, *path: str | int) -> Exhibit | None:
    """What a document states at a path of the contract's §3."""
    fact = case.fact(document, *path)
    return Exhibit(fact, document.id) if fact else None


def steps(facts: Facts | None, *path: str | int) -> list[str | int]:
    """First steps below a path: numbers of a list's items, years of a figure."""
    return list(facts.under(*path).keys()) if facts else []


def text(exhibit: Exhibit | None) -> str:
    """The value as text; empty for none, and for districts their name."""
    if exhibit is None:
        return ""
    value = exhibit.fact.value
    return value if isinstance(value, str) else _named(value)


def _named(value: Value) -> str:
    return str(value["name"]) if isinstance(value, Mapping) and "name" in value else str(value)


def recognised(fact: Fact) -> bool:
    """Whether the value was had by OCR."""
    return fact.evidence[0].reader not in STATED


def proved(case: Case, exhibit: Exhibit, asked: frozenset[str] = frozenset()) -> bool:
    """Whether a value may carry a high finding: proved by itself, or by a second document.

    Values that a text layer, DOCX or JSON states need no proof unless another reader read them
    differently. A second document is another one that states the same value under the same name
    (name and company are one); a reading that a witness contradicts is never proved by it.

    Args:
        case: for the other documents.
        exhibit: the value with its document.
        asked: kinds of witness that the finding itself is about (a sum that does not hold).
    """
    fact = exhibit.fact
    witnesses = [w for w in fact.witnesses if w.kind not in asked]
    if any(not w.agrees for w in witnesses if w.kind not in SUMS or recognised(fact)):
        return False
    if not recognised(fact) or any(w.agrees for w in witnesses):
        return True
    return any(
        document.id != exhibit.document and _says(case, document, fact)
        for document in case.documents
    )


def _says(case: Case, document: Document, fact: Fact) -> bool:
    facts = case.facts.get(document.id)
    if not facts or (isinstance(fact.value, str) and len(fact.value) < 2):
        return False
    return any(other.value == fact.value and _family(other) == _family(fact) for other in facts)


_FAMILIES = {"company": "name", "employer": "name", "holder": "name", "employee": "name"}


def _family(fact: Fact) -> str:
    steps = [step for step in fact.path if isinstance(step, str)]
    last = next((step for step in reversed(steps) if not step.isdigit()), "")
    return _FAMILIES.get(last, last)


_CONFUSED = {
    "0": "68", "1": "74", "2": "7", "3": "85", "4": "19", "5": "36", "6": "058", "7": "12",
    "8": "0396", "9": "48",
}  # fmt: skip
"""Figures that OCR takes for one another, beyond the look-alikes among characters."""


def misread(one: str, other: str) -> bool:
    """Whether a slip of the reader explains a difference: look-alikes, or a single figure."""
    if lookalike(one, other):
        return True
    differing = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    return (
        len(one) == len(other)
        and len(differing) == 1
        and differing[0][1] in _CONFUSED.get(differing[0][0], "")
    )


def confidence(case: Case, outcome: Outcome) -> float:
    """How sure a finding is: its weakest declared and its weakest found value must both be right.

    Without exhibits it says that something is not there: as sure as the kinds of the documents
    that are.
    """
    sure = outcome.declared.fact.confidence if outcome.declared else 1.0
    if outcome.found:
        return round(sure * min(exhibit.fact.confidence for exhibit in outcome.found), 4)
    if outcome.declared:
        return round(sure, 4)
    return round(min((document.score for document in case.documents), default=1.0), 4)
