"""All that is known when judging: nothing in it calls today()."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from docint.types.document import Document
from docint.types.fact import Fact, Facts
from docint.types.source import Refusal

Stage = Literal["application", "acceptance"]


@dataclass(frozen=True, slots=True)
class Case:
    """A submission ready to be judged (案卷)."""

    applied_on: date | None
    """The application date; None makes date-dependent checks ``unknown``."""
    declared: Facts
    """The declared application; paths as in the contract's §4 (``("lead", "name")``)."""
    documents: tuple[Document, ...]
    facts: Mapping[str, Facts]
    """Facts by document id."""
    refusals: tuple[Refusal, ...] = ()
    """Files and pages nobody could read: while there are any, nothing is surely missing."""
    stage: Stage = "application"
    declared_document: str = ""
    """Id of the document that ``declared`` was taken from."""
    notes: Mapping[str, str] = field(default_factory=dict)

    def of_kind(self, *kinds: str) -> tuple[Document, ...]:
        """Documents of these kinds, in bundle order, annexes of others left out."""
        return tuple(d for d in self.documents if d.kind in kinds and not d.annex_of)

    def fact(self, document: Document, *path: str | int) -> Fact | None:
        """A fact of a document, or None."""
        return self.facts[document.id].get(*path) if document.id in self.facts else None
