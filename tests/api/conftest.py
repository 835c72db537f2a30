"""A service for each test, and one with a screened submission for a whole module.

Tests that ask for ``house`` run on SQLite, and once more on PostgreSQL under that mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.cluster import cluster, database
from tests.api.house import House, built, bundle


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A PostgreSQL server of this run."""
    with cluster() as url:
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def house(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[House]:
    """A service with an empty database."""
    url = database(request.getfixturevalue("server")) if request.param == "postgresql" else ""
    found = built(tmp_path, url)
    yield found
    found.client.close()
    found.running.database.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small submission."""
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
