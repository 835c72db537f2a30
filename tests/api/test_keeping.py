"""Keeping house: purged is purged, backed up is whole, figures are counted."""

from __future__ import annotations

import json
import logging
from datetime import timedelta
from pathlib import Path

import pytest
from docint_api.keeping import clean, sweep_blobs
from docint_api.logs import Lines
from docint_api.tables import Submission, now

from tests.api.house import API, House
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
