"""Backups: whole, checked, restored into empty places only."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest
from docint_api.app import application
from docint_api.backups import backup, restore
from docint_api.configuration import Configuration, Service
from docint_api.database import Database
from docint_api.store import Store
from fastapi.testclient import TestClient

from docint.errors import DocintError
from tests.api.cluster import database
from tests.api.house import API, House, built
from tests.commands import docint


def test_a_backup_is_restored_whole(house: House, tmp_path: Path, folder: Path) -> None:
    number = house.screened(folder)
    backup(house.running.database, house.running.store, tmp_path / "backup")
    service = replace(
        house.configuration.service,
        data=tmp_path / "again" / "data",
        database=emptied(house.configuration.service.database),
    )
    restore(tmp_path / "backup", service)
    other = built_on(house, replace(house.configuration, service=service))
    for path in ("", "/report", "/pages/1"):
        assert other.get(f"{API}/{number}{path}").status_code == 200
    other.client.close()
    other.running.database.close()


def emptied(url: str) -> str:
    """Another database of the same server; none for SQLite, which has a file."""
    return database(url.rpartition("/")[0]) if url else ""


def built_on(house: House, configuration: Configuration) -> House:
    """The same callers before another folder."""
    app = application(configuration)
    return House(app, TestClient(app), house.keys, configuration)


def test_a_damaged_backup_is_refused(tmp_path: Path, folder: Path) -> None:
    house = built(tmp_path)
    house.screened(folder)
    backup(house.running.database, house.running.store, tmp_path / "backup")
    blob = next(path for path in (tmp_path / "backup" / "blobs").rglob("*") if path.is_file())
    blob.write_bytes(b"x")
    with pytest.raises(DocintError, match="已损坏"):
        restore(tmp_path / "backup", Service(data=tmp_path / "again"))


def test_a_restore_overwrites_nothing(tmp_path: Path, folder: Path) -> None:
    house = built(tmp_path)
    house.submit(folder)
    backup(house.running.database, house.running.store, tmp_path / "backup")
    with pytest.raises(DocintError, match="已有数据"):
        restore(tmp_path / "backup", house.configuration.service)
    with pytest.raises(DocintError, match="不是空文件夹"):
        backup(house.running.database, house.running.store, tmp_path / "backup")


def test_the_commands_back_up_and_restore(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = built(tmp_path)
    house.submit(folder)
    monkeypatch.setenv("DOCINT_SERVICE_DATA", str(tmp_path / "data"))
    assert docint("backup", tmp_path / "backup").code == 0
    monkeypatch.setenv("DOCINT_SERVICE_DATA", str(tmp_path / "other"))
    assert docint("restore", tmp_path / "backup").code == 0
    assert docint("restore", tmp_path / "backup").code == 1


def test_without_its_tools_a_postgresql_is_told_what_to_install(tmp_path: Path) -> None:
    far = Database("postgresql://docint@127.0.0.1:1/docint")
    with (
        patch("shutil.which", return_value=None),
        pytest.raises(DocintError, match="apt-get install postgresql-client"),
    ):
        backup(far, Store(tmp_path / "data"), tmp_path / "backup")


@pytest.mark.postgres
def test_what_its_tools_say_is_passed_on_without_the_password(tmp_path: Path) -> None:
    far = Database("postgresql://docint:secret@127.0.0.1:1/docint")
    with pytest.raises(DocintError, match="pg_dump 未能完成") as refused:
        backup(far, Store(tmp_path / "data"), tmp_path / "backup")
    assert "secret" not in str(refused.value)


def test_a_backup_of_one_kind_of_database_is_not_put_into_another(
    tmp_path: Path, folder: Path
) -> None:
    house = built(tmp_path)
    house.submit(folder)
    backup(house.running.database, house.running.store, tmp_path / "backup")
    other = Service(data=tmp_path / "again", database="postgresql://docint@127.0.0.1:1/docint")
    with pytest.raises(DocintError, match="备份自 SQLite"):
        restore(tmp_path / "backup", other)
