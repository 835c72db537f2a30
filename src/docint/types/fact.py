"""A typed value with its proof."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from docint.types.place import Evidence

Value: TypeAlias = str | int | bool | Mapping[str, str]
"""A value in the form the contract gives it (§2): text, date and money are strings."""

Path: TypeAlias = tuple[str | int, ...]
"""Where a fact hangs in its document: ``("parties", 0, "name")``, ``("revenue", "2023")``."""


@dataclass(frozen=True, slots=True)
class Witness:
    """An independent reading of the same value: another reader, a sum, a check character."""

    kind: str
    """``text-layer``, ``second-reader``, ``check-character``, ``sum``, ``words`` (大写),
    ``qr``, ``document``, ``reviewer``."""
    agrees: bool
    note: str = ""
    """What it read, and where, in plain Chinese."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A value found in a document; never without evidence."""

    path: Path
    value: Value
    evidence: tuple[Evidence, ...]
    method: str
    """How it was found: ``label``, ``cell``, ``pattern``, ``prose``, ``given`` …"""
    confidence: float
    witnesses: tuple[Witness, ...] = ()
    repaired: bool = False
    """True where the value differs from the print by a disclosed repair."""

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"fact {self.path} without evidence")

    @property
    def raw(self) -> str:
        """The text as printed, of the first evidence."""
        return self.evidence[0].quote

    @property
    def proved(self) -> bool:
        """Whether the value does not rest on a single OCR reading.

        Text layers, DOCX and JSON state their characters; an OCR value needs an agreeing,
        and no disagreeing, witness.
        """
        if any(not witness.agrees for witness in self.witnesses):
            return False
        stated = {"text", "docx", "json", "reviewer"}
        return self.evidence[0].reader in stated or any(w.agrees for w in self.witnesses)


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one document, flat; paths give the tree."""

    items: tuple[Fact, ...] = ()

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.items)

    def __bool__(self) -> bool:
        return bool(self.items)

    def get(self, *path: str | int) -> Fact | None:
        """The fact at exactly this path, or None."""
        return next((fact for fact in self.items if fact.path == path), None)

    def under(self, *path: str | int) -> Facts:
        """Facts below a path, with the path's steps taken off."""
        depth = len(path)
        return Facts(
            tuple(
                Fact(
                    fact.path[depth:],
                    fact.value,
                    fact.evidence,
                    fact.method,
                    fact.confidence,
                    fact.witnesses,
                    fact.repaired,
                )
                for fact in self.items
                if fact.path[:depth] == path and len(fact.path) > depth
            )
        )

    def keys(self) -> Sequence[str | int]:
        """First steps of all paths, in order, each once."""
        return list(dict.fromkeys(fact.path[0] for fact in self.items))
