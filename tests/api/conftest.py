"""A service for each test, and one with a screened submission for a whole module."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.house import House, built, bundle


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    found = built(tmp_path)
    yield found
    found.client.close()
    found.running.database.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return bundle(tmp_path / "岚图申报件")


@pytest.fixture(scope="module")
def screened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[House, str]]:
    """A service and the id of a submission that was screened."""
    top = tmp_path_factory.mktemp("service")
    found = built(top)
    number = found.screened(bundle(top / "岚图申报件"), name="岚图申报件")
    yield found, number
    found.client.close()
    found.running.database.close()
