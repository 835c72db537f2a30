"""What a planting says of itself."""

from __future__ import annotations

Planted = list[dict[str, str]]
"""Codes that must be raised, each with its subject and what was altered where."""

ALL = "all"
"""What a planting touches that leaves nothing else to be found."""


def said(code: str, subject: str, note: str) -> Planted:
    """One finding that must follow."""
    return [{"code": code, "subject": subject, "note": note}]
