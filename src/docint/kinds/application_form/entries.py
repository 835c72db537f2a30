"""What the walk through a form brings home, before it is parsed."""

from __future__ import annotations

from dataclasses import dataclass

from docint.kinds.application_form.owners import OWNERS
from docint.kinds.application_form.slots import Slot
from docint.types.fact import Path


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose fields are being read: an owner of `OWNERS`, and which one of a list."""

    owner: str
    index: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """A label's value as printed."""

    path: Path
    """As in the contract's §4; ``("rd_expense", "-1")`` is the year before the application."""
    slot: Slot
    text: str
    """The value's print; a part of the slot's, or several slots' joined."""
    unit: str = ""
    """Unit of money that applies: ``万元``; empty where none is printed."""
    sureness: float = 1.0
    method: str = "cell"


def root(scope: Scope) -> Path:
    """Where a scope's fields hang in the declared application."""
    if scope.owner in {"project", ""}:
        return ()
    return (scope.owner, scope.index) if OWNERS[scope.owner].many else (scope.owner,)
