"""Cooperation agreements (合作协议): their parties, and who of the declared units they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docint.judge.naming import same_name
from docint.judge.proof import stated, steps
from docint.judge.subjects import Unit
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Exhibit
from docint.values.text import bare


@dataclass(frozen=True, slots=True)
class Party:
    """A party (签约方) of one agreement."""

    document: Document
    number: int
    name: Exhibit
    role: Exhibit | None


def agreements(case: Case) -> tuple[Document, ...]:
    """The agreements of the bundle, annexes left out."""
    return case.of_kind("cooperation-agreement")


def parties(case: Case) -> tuple[Party, ...]:
    """Parties with a legible name, of all agreements, in order."""
    return tuple(_parties(case))


def _parties(case: Case) -> Iterator[Party]:
    for document in agreements(case):
        for step in steps(case.facts.get(document.id), "parties"):
            name = stated(case, document, "parties", step, "name")
            if name and isinstance(step, int):
                role = stated(case, document, "parties", step, "role")
                yield Party(document, step, name, role)


def is_party(case: Case, unit: Unit, party: Party) -> bool | None:
    """Whether a unit, by its declared name or its licence's, is a party; None for look-alikes."""
    names = [unit.name, *(stated(case, d, "name") for d in unit.identity)]
    answers = [same_name(name, party.name) for name in names if name]
    if True in answers:
        return True
    return None if None in answers or not answers else False


def mentioned(case: Case, name: str) -> bool:
    """Whether a name stands anywhere in an agreement's text."""
    wanted = bare(name)
    return bool(wanted) and any(wanted in bare(d.text) for d in agreements(case))
