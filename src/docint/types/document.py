"""Pages known to be of one kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from docint.types.reading import Page


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page with the file it stands in."""

    source: str
    """SHA-256 of the file."""
    file: str
    """The file's path in the bundle."""
    page: Page


@dataclass(frozen=True, slots=True)
class Rival:
    """Another kind the pages might have been."""

    kind: str
    score: float


@dataclass(frozen=True, slots=True)
class Document:
    """Consecutive pages of one kind (文件): the unit from which facts are taken."""

    id: str
    """``d1``, ``d2`` … in bundle order."""
    kind: str
    """A type name of the contract, e.g. ``business-license``."""
    score: float
    """0 to 1: how sure the kind is."""
    leaves: tuple[Leaf, ...]
    rivals: tuple[Rival, ...] = ()
    data: Mapping[str, Any] | None = field(default=None)
    """Parsed content where the source is structured (``application.json``)."""
    annex_of: str = ""
    """Id of the document whose annex this is (an audit firm's licence in its report)."""

    @property
    def file(self) -> str:
        """The file it begins in."""
        return self.leaves[0].file

    @property
    def text(self) -> str:
        """All pages' lines in reading order."""
        return "\n".join(leaf.page.text for leaf in self.leaves)
