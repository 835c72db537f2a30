"""A value with its span in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value read at ``text[start:end]``."""

    value: T
    start: int
    end: int
