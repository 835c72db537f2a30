"""Keeping house (内务): what is due is told, what is over is purged, what nobody needs is swept."""

from __future__ import annotations

import logging
import threading
import time
from datetime import timedelta
from pathlib import Path

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from docint_api.audit import record
from docint_api.configuration import Service
from docint_api.database import Database
from docint_api.hooks import deliver_due
from docint_api.store import Store
from docint_api.tables import (
    Correction,
    Decision,
    Delivery,
    Job,
    Repeat,
    ReportRow,
    SignIn,
    Submission,
    SubmissionFile,
    now,
)

log = logging.getLogger(__name__)

ROUND_SECONDS = 1.0
CLEAN_SECONDS = 300.0
YOUNG = 3600.0
"""Seconds a blob is left alone: an upload may be about to name it."""


class Keeper:
    """A thread beside the server; a context manager."""

    def __init__(self, database: Database, store: Store, settings: Service) -> None:
        self._database = database
        self._store = store
        self._settings = settings
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._rounds, name="keeper", daemon=True)

    def __enter__(self) -> Keeper:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join(5)

    def _rounds(self) -> None:
        cleaned = 0.0
        while not self._stop.wait(ROUND_SECONDS):
            try:
                deliver_due(self._database)
                if time.monotonic() - cleaned > CLEAN_SECONDS:
                    cleaned = time.monotonic()
                    clean(self._database, self._store, self._settings)
            except Exception:  # the next round may fare better
                log.exception("keeping house failed")


def clean(database: Database, store: Store, settings: Service) -> int:
    """Purge what is over or was deleted, and sweep; the number of submissions purged."""
    with database.read() as session:
        over = Submission.purge_at.is_not(None) & (Submission.purge_at < now())
        gone = Submission.deleted_at.is_not(None)
        due = session.scalars(select(Submission.id).where(over | gone)).all()
    for submission in due:
        purge(database, store, submission, settings.data / "readings")
    forget(database, settings)
    store.sweep()
    if due:
        sweep_blobs(database, store)
    return len(due)


def purge(database: Database, store: Store, submission: str, readings: Path) -> None:
    """Remove a submission, its reports and all that was said of it; the audit log stays."""
    with database.write() as session:
        found = session.get(Submission, submission)
        if found is None or _running(session, submission):
            return
        for table in (Decision, Correction, SubmissionFile, ReportRow, Job):
            session.execute(delete(table).where(table.submission == submission))
        session.execute(delete(Repeat).where(Repeat.submission == submission))
        session.delete(found)
        record(database, session, "system", "submission.purged", submission)
    store.forget(submission, readings)


def _running(session: Session, submission: str) -> bool:
    query = select(Job.id).where(
        Job.submission == submission, Job.state == "running", Job.leased_until > now()
    )
    return session.scalar(query.limit(1)) is not None


def forget(database: Database, settings: Service) -> None:
    """Old idempotency keys, sessions and deliveries."""
    repeats = now() - timedelta(hours=settings.idempotency_hours)
    told = now() - timedelta(days=30)
    with database.write() as session:
        session.execute(delete(Repeat).where(Repeat.created_at < repeats))
        session.execute(delete(SignIn).where(SignIn.expires_at < now()))
        session.execute(
            delete(Delivery).where(Delivery.state != "waiting", Delivery.created_at < told)
        )


def sweep_blobs(database: Database, store: Store, age: float = YOUNG) -> int:
    """Remove blobs that nothing names any more; their number."""
    with database.read() as session:
        named = set(session.scalars(select(SubmissionFile.blob)))
        for row in session.scalars(select(ReportRow)):
            named |= {row.json, row.html, row.docx, row.pages}
            named |= store.pictures(row.pages)
    old = time.time() - age
    unused = [blob for blob in store.blobs.listed() if blob not in named]
    return sum(store.blobs.remove(blob, old) for blob in unused)
