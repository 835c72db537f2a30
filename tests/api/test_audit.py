"""The audit log cannot be changed unseen, nor by way of the database at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from docint_api.audit import record, verify
from docint_api.tables import AuditEntry
from sqlalchemy import delete, text, update
from sqlalchemy.exc import DatabaseError

from tests.api.house import House


def _filled(house: House) -> None:
    with house.running.database.write() as session:
        for n in range(5):
            record(house.running.database, session, "somebody", "thing.done", f"x{n}", n=n)


def test_a_log_nobody_touched_is_whole(house: House) -> None:
    _filled(house)
    assert house.get("/api/v1/audit/verification", "operator").json()["whole"]


def test_entries_are_neither_changed_nor_removed(house: House) -> None:
    _filled(house)
    for statement in (update(AuditEntry).values(actor="x"), delete(AuditEntry)):
        with pytest.raises(DatabaseError), house.running.database.write() as session:
            session.execute(statement)


def test_a_change_behind_its_back_is_found(house: House) -> None:
    _filled(house)
    with house.running.database.write() as session:
        sqlite = house.running.database.sqlite
        triggers = ("audit_no_update", "audit_no_delete") if sqlite else ("audit_sealed ON audit",)
        for trigger in triggers:
            session.execute(text(f"DROP TRIGGER {trigger}"))
        session.execute(text("UPDATE audit SET actor = 'x' WHERE number = 2"))
        session.execute(text("DELETE FROM audit WHERE number = 4"))
    with house.running.database.read() as session:
        said = list(verify(session))
    assert any("第 2 条的内容" in sentence for sentence in said)
    assert any("第 4 条至第 4 条缺失" in sentence for sentence in said)


def test_handing_in_is_logged(house: House, folder: Path) -> None:
    number = house.submit(folder)
    entries = house.get("/api/v1/audit", "operator", params={"object": number}).json()["items"]
    assert [(e["actor"], e["action"]) for e in entries] == [("submitter", "submission.created")]
