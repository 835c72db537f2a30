"""Keeping house (内务): what is due is told, what is over is purged, what nobody needs is swept.

``backup`` and ``restore`` are here too: a backup is one folder, consistent and checked.
"""

from __future__ import annotations

import logging
import shutil
import sqlite3
import threading
import time
from contextlib import closing
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from docint.errors import DocintError
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


def backup(database: Database, store: Store, target: Path) -> int:
    """Everything into an empty folder, while the service goes on; the number of blobs.

    The database is copied first: whatever it names is in the store already.

    Raises:
        DocintError: the folder is not empty, or the database is a server's own.
    """
    if target.exists() and any(target.iterdir()):
        raise DocintError(f"“{target}”不是空文件夹；请另选一个。")
    if not database.sqlite:
        raise DocintError(
            "PostgreSQL 请用 pg_dump 备份数据库，并另行复制文件库（数据目录中的 blobs）。"
        )
    target.mkdir(parents=True, exist_ok=True, mode=0o700)
    source = str(database.engine.url.database)
    with (
        closing(sqlite3.connect(source)) as here,
        closing(sqlite3.connect(target / "docint.sqlite")) as there,
    ):
        here.backup(there)
    copied = 0
    for blob in store.blobs.listed():
        place = target / "blobs" / blob[:2] / blob
        place.parent.mkdir(parents=True, exist_ok=True)
        store.blobs.copy(blob, place)
        copied += 1
    return copied


def restore(source: Path, settings: Service) -> int:
    """A backup into an empty data folder, every file checked; the number of blobs.

    Raises:
        DocintError: it is no backup, damaged, or the folder is in use.
    """
    if not (source / "docint.sqlite").is_file():
        raise DocintError(f"“{source}”不是 docint 的备份。")
    folder = settings.data
    if (folder / "docint.sqlite").exists():
        raise DocintError(f"“{folder}”中已有数据；请先移走，或用 DOCINT_SERVICE_DATA 另指一处。")
    store, restored = Store(folder, settings.files), 0
    for path in sorted((source / "blobs").rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                whole = sha256(file.read()).hexdigest() == path.name
            if not whole:
                raise DocintError(f"备份中的文件 {path.name[:12]}… 已损坏，未能恢复。")
            store.put_file(path)
            restored += 1
    shutil.copyfile(source / "docint.sqlite", folder / "docint.sqlite")
    return restored
