"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# A clock decides nothing: CI machines are busy. Speed is tested as a ratio where it matters.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
