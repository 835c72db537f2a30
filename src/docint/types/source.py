"""What a bundle is made of before anything is read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source:
    """One file of a bundle, its bytes safe on disk."""

    path: str
    """Relative to the bundle, with ``/``; members of an archive as ``a.zip/b.jpg``."""
    sha256: str
    size: int
    """Bytes."""
    content: Path
    """Where the bytes lie on this machine (a spooled copy for archive members)."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file, member or page that could not be taken in, and why."""

    path: str
    """Relative to the bundle."""
    code: str
    """``unsupported-file`` or ``unreadable-document``."""
    reason: str
    """One plain Chinese sentence: what is wrong and what to do."""
    page: int | None = None
    """The page concerned, where the rest of the file could be read."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A submission as handed in: the files that can be read on, and those refused."""

    name: str
    sha256: str
    """Over the sorted (path, sha256) pairs: the same bytes under the same names."""
    sources: tuple[Source, ...]
    refusals: tuple[Refusal, ...] = ()
