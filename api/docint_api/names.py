"""Identifiers: opaque, unguessable, sorted by the time they were made."""

from __future__ import annotations

import secrets
import time

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: nothing in it is misread over the telephone."""


def fresh(prefix: str) -> str:
    """A new identifier, e.g. ``sub_0k7x…``; later ones sort after earlier ones."""
    number = (time.time_ns() // 1_000_000 << 80) | secrets.randbits(80)
    return f"{prefix}_{_written(number, 26)}"


def _written(number: int, length: int) -> str:
    return "".join(ALPHABET[(number >> 5 * n) & 31] for n in reversed(range(length)))
