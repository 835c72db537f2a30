"""Characters that a reader mistook, as drawn and as read: half of them known, half kept apart."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def misreadings(part: str) -> tuple[tuple[str, str], ...]:
    """Pairs of characters of a part: ``known`` to the table of look-alikes, or kept ``apart``."""
    found: list[tuple[str, str]] = []
    section = ""
    for line in Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif not line.startswith("#") and section == part:
            found += [(word[0], word[1]) for word in line.split()]
    return tuple(found)
