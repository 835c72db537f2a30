"""What holds for all tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.api.live import Live

# A clock decides nothing: CI machines are busy. Speed is tested as a ratio where it matters.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """A service in a process of its own, for all tests of a module."""
    with Live(tmp_path_factory.mktemp("service")) as found:
        yield found
