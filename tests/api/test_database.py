"""The database: its tables are those of the models, and no update is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from docint_api.accounts import account_named
from docint_api.database import Database
from docint_api.tables import Submission, Table

from docint.errors import DocintError, UsageError
from tests.api.house import House


def test_the_migrations_make_the_tables_of_the_models(house: House) -> None:
    with house.running.database.engine.connect() as connection:
        options = {"version_table": "docint_service_version"}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Table.metadata) == []


def test_concurrent_changes_are_all_kept(house: House) -> None:
    database = house.running.database
    with database.write() as session:
        owner = account_named(session, "submitter").id
        session.add(Submission(id="sub_x", owner=owner, name="x", policy="x", version=0))

    def grow(_: int) -> None:
        with database.write() as session:
            found = session.get_one(Submission, "sub_x", with_for_update=True)
            found.version += 1

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(grow, range(160)))
    with database.read() as session:
        assert session.get_one(Submission, "sub_x").version == 160


@pytest.mark.parametrize("url", ["no url", "mysql://x/y"])
def test_a_url_of_no_database_is_wrong_usage(url: str) -> None:
    with pytest.raises(UsageError):
        Database(url)


def test_a_database_that_cannot_be_opened_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    database = Database(f"sqlite:///{tmp_path / 'file' / 'docint.sqlite'}")
    with pytest.raises(DocintError, match="无法打开"):
        database.upgrade()
