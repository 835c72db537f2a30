"""Keeping house: purged is purged, backed up is whole, figures are counted."""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from docint_api.app import application
from docint_api.configuration import Configuration, Service
from docint_api.keeping import backup, clean, restore, sweep_blobs
from docint_api.logs import Lines
from docint_api.tables import Submission, now
from fastapi.testclient import TestClient

from docint.errors import DocintError
from tests.api.house import API, House, built
from tests.commands import docint
from tests.submissions import ID_NUMBER, submission


def _clean(house: House) -> int:
    running = house.running
    count = clean(running.database, running.store, house.configuration.service)
    sweep_blobs(running.database, running.store, age=-10)
    return count


def _left(house: House) -> list[Path]:
    top = house.configuration.service.data
    rooms = ("blobs", "readings", "facts", "staged", "work")
    return [path for room in rooms for path in (top / room).rglob("*") if path.is_file()]


def test_nothing_of_a_deleted_submission_is_left(house: House, folder: Path) -> None:
    number = house.screened(folder)
    assert _left(house)
    house.client.delete(f"{API}/{number}", headers=house.headers("submitter"))
    assert _clean(house) == 1
    assert _left(house) == []


def test_a_pre_check_ends_when_it_was_said(house: House, folder: Path) -> None:
    number = house.screened(folder, precheck="true")
    assert _clean(house) == 0
    with house.running.database.write() as session:
        session.get_one(Submission, number).purge_at = now() - timedelta(seconds=1)
    assert _clean(house) == 1
    assert house.get(f"{API}/{number}").status_code == 404
    assert _left(house) == []


def test_what_another_submission_needs_stays(house: House, folder: Path, tmp_path: Path) -> None:
    first = house.screened(folder)
    second = house.screened(submission(tmp_path / "again"))
    house.client.delete(f"{API}/{first}", headers=house.headers("submitter"))
    _clean(house)
    assert house.get(f"{API}/{second}/report").status_code == 200
    assert house.get(f"{API}/{second}/pages/1").status_code == 200


def test_the_log_remembers_what_was_purged(house: House, folder: Path) -> None:
    number = house.screened(folder)
    house.client.delete(f"{API}/{number}", headers=house.headers("submitter"))
    _clean(house)
    entries = house.get("/api/v1/audit", "operator", params={"object": number}).json()["items"]
    assert entries[0]["action"] == "submission.purged"
    assert house.get("/api/v1/audit/verification", "operator").json()["whole"]


def test_a_backup_is_restored_whole(tmp_path: Path, folder: Path) -> None:
    house = built(tmp_path)
    number = house.screened(folder)
    backup(house.running.database, house.running.store, tmp_path / "backup")
    service = replace(house.configuration.service, data=tmp_path / "again" / "data")
    restore(tmp_path / "backup", service)
    other = built_on(house, replace(house.configuration, service=service))
    for path in ("", "/report", "/pages/1"):
        assert other.get(f"{API}/{number}{path}").status_code == 200


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


def test_the_settings_in_force_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCINT_SERVICE_LEASE_SECONDS", "7")
    monkeypatch.setenv("DOCINT_SERVICE_DATABASE", "postgresql://me:secret@db.example/docint")
    said = docint("settings")
    assert "lease_seconds = 7" in said.out
    assert "secret" not in said.out


def test_figures_are_counted(house: House, folder: Path) -> None:
    house.screened(folder)
    text = house.get("/metrics", "operator").text
    assert 'docint_submissions{state="done"} 1.0' in text
    assert 'docint_pages_total{lane="read"} 3.0' in text
    assert 'docint_findings{code="district-mismatch"} 1.0' in text
    assert house.get("/metrics", "submitter").status_code == 403


def test_logs_carry_no_personal_numbers() -> None:
    made = logging.makeLogRecord({"msg": f"read {ID_NUMBER}", "levelname": "INFO", "name": "x"})
    line = json.loads(Lines().format(made))
    assert line["said"].startswith("read ")
    assert ID_NUMBER not in line["said"]


def test_the_interface_is_explained_without_foreign_scripts(house: House) -> None:
    text = house.client.get("/docs").text
    assert "/api/v1/submissions" in text
    assert "Idempotency-Key" in text
    assert "https://" not in text.replace("https://apply.example", "")
