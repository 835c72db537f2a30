"""What a worker does: takes jobs under a lease, one after the other (工作)."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Sequence
from contextlib import suppress

from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from docint.errors import DocintError
from docint.readers import Readers
from docint_api import jobs, records, tracing
from docint_api.configuration import Configuration, configuration
from docint_api.corrections import Corrected
from docint_api.database import Database
from docint_api.jobs import Lease
from docint_api.logs import configure
from docint_api.names import fresh
from docint_api.screening import Made, Task, perform
from docint_api.store import Store
from docint_api.supervisor import STALLED, worker_name
from docint_api.tables import Account, Correction, ReportRow, Submission, SubmissionFile, now

log = logging.getLogger("docint_api.worker")

IDLE_SECONDS = 0.5
SAY_SECONDS = 0.3
INTERNAL = "服务内部出错，本件未能完成；已记录，请稍后重新核验。"


class LostError(Exception):
    """The lease went to somebody else: stop at once, nothing of this counts."""


class Worker:
    """Does jobs of some lanes until told to stop."""

    def __init__(self, configuration: Configuration, lanes: Sequence[str], name: str) -> None:
        """The database is taken as it is: the server has brought it up to date."""
        self._docint = configuration.docint
        self._seconds = configuration.service.lease_seconds
        self._stall = configuration.service.stall_seconds
        self._database = Database(configuration.service.database_url)
        self._store = Store(configuration.service.data, configuration.service.files)
        self._lanes = lanes
        self._name = name

    def run(self, *, once: bool = False) -> None:
        """Do jobs as they come.

        Args:
            once: stop when there is nothing to do.
        """
        with Readers(self._docint) as readers:
            while True:
                lease = self._take()
                if lease is not None:
                    self._do(lease, readers)
                elif once and not self._waiting():
                    return
                else:
                    time.sleep(0.01 if once else IDLE_SECONDS)

    def _take(self) -> Lease | None:
        try:
            with self._database.read() as session:
                if not records.waiting(session, self._lanes):
                    return None
            with self._database.write() as session:
                return jobs.take(session, self._lanes, self._name, self._seconds)
        except SQLAlchemyError:
            log.warning("the database does not answer", exc_info=True)
            return None

    def _waiting(self) -> bool:
        with self._database.read() as session:
            return records.waiting(session, self._lanes)

    def _do(self, lease: Lease, readers: Readers) -> None:
        log.info("job begun", extra={"job": lease.job, "submission": lease.submission})
        started = time.monotonic()
        with (
            tracing.span(f"job {lease.lane}") as traced,
            Heart(self._database, lease, self._seconds, self._stall) as heart,
        ):
            try:
                task = self._task(lease)
                made = perform(task, self._store, readers, self._docint, heart.say)
                kept = self._finish(lease, made)
            except LostError:
                kept = False
            except DocintError as error:
                kept = self._failed(lease, str(error))
            except Exception:
                log.exception("job failed", extra={"job": lease.job})
                kept = self._failed(lease, INTERNAL)
            traced |= {"docint.job": lease.job, "docint.submission": lease.submission}
            traced["docint.kept"] = kept
        took = round(time.monotonic() - started, 2)
        told = {"job": lease.job, "submission": lease.submission, "seconds": took, "kept": kept}
        log.info("job ended", extra=told)

    def _task(self, lease: Lease) -> Task:
        with self._database.read() as session:
            submission = session.get_one(Submission, lease.submission)
            files = session.scalars(
                select(SubmissionFile)
                .where(SubmissionFile.submission == lease.submission)
                .order_by(SubmissionFile.position)
            )
            corrections = session.execute(
                select(Correction, Account.name)
                .join(Account, Account.id == Correction.account)
                .where(Correction.submission == lease.submission, Correction.reverted_at.is_(None))
                .order_by(Correction.id)
            )
            last = session.get(ReportRow, submission.report) if submission.report else None
            pages = last.pages if last and lease.lane == "judge" else ""
            return Task(
                submission=lease.submission,
                name=submission.name,
                files=[(file.path, file.blob) for file in files],
                policy=lease.policy,
                applied_on=lease.applied_on,
                stage="acceptance" if submission.stage == "acceptance" else "application",
                pages=pages,
                precheck=submission.precheck,
                corrections=[
                    Corrected(row.file, row.page, tuple(row.path), row.value, who)
                    for row, who in corrections
                ],
            )

    def _finish(self, lease: Lease, made: Made) -> bool:
        """Report, submission and job change in one transaction, and only under the lease."""
        with self._database.write() as session:
            job = jobs.held(session, lease)
            submission = session.get(Submission, lease.submission)
            if job is None or submission is None or submission.deleted_at is not None:
                return False
            last = session.scalar(
                select(func.max(ReportRow.number)).where(ReportRow.submission == submission.id)
            )
            report = ReportRow(
                id=fresh("rep"),
                submission=submission.id,
                number=(last or 0) + 1,
                job=job.id,
                policy=lease.policy,
                summary=made.summary,
                codes=made.codes,
                json=made.json,
                html=made.html,
                docx=made.docx,
                pages=made.pages,
            )
            session.add(report)
            job.state, job.finished_at, job.doing = "done", now(), ""
            job.pages_done = job.pages_total = made.count
            submission.state, submission.error = "done", None
            submission.report = report.id
            submission.finished_at = now()
            submission.version += 1
            records.tell(session, submission, "submission.done", made.summary)
        return True

    def _failed(self, lease: Lease, reason: str) -> bool:
        with self._database.write() as session:
            kept = jobs.fail(session, lease, reason)
            submission = session.get(Submission, lease.submission)
            if kept and submission is not None:
                records.tell(session, submission, "submission.failed", {"error": reason})
        return kept

    def end(self) -> None:
        """Give back what this worker holds, and close the database."""
        with suppress(SQLAlchemyError), self._database.write() as session:
            jobs.release(session, self._name, crashed=False)
        self._database.close()


class Heart:
    """Renews a lease while the job is done, and tells how far it has come."""

    def __init__(self, database: Database, lease: Lease, seconds: float, stall: float) -> None:
        self._database = database
        self._stall = stall
        self._moved = time.monotonic()
        self._lease = lease
        self._seconds = seconds
        self._stop = threading.Event()
        self._lost = threading.Event()
        self._said = 0.0
        self._thread = threading.Thread(target=self._beat, name="heart", daemon=True)

    def __enter__(self) -> Heart:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def say(self, done: int, total: int, doing: str) -> None:
        """Note the progress, a few times a second at most.

        Raises:
            LostError: the lease was lost.
        """
        if self._lost.is_set():
            raise LostError
        self._moved = time.monotonic()
        if time.monotonic() - self._said < SAY_SECONDS and done != total:
            return
        self._said = time.monotonic()
        with suppress(SQLAlchemyError), self._database.write() as session:
            jobs.advance(session, self._lease, done, total, doing)

    def _beat(self) -> None:
        while not self._stop.wait(self._seconds / 3):
            if time.monotonic() - self._moved > self._stall:
                log.error("job stuck, worker ends", extra={"job": self._lease.job})
                os._exit(STALLED)
            with suppress(SQLAlchemyError), self._database.write() as session:
                if not jobs.renew(session, self._lease, self._seconds):
                    self._lost.set()
                    return


def work(lanes: Sequence[str], *, once: bool = False, offline: bool = False) -> None:
    """Do jobs of these lanes in this process, until it is told to end."""
    configure()
    log.info("worker begins", extra={"lanes": list(lanes), "network": not offline})
    worker = Worker(configuration(), lanes, worker_name(os.getpid(), ",".join(lanes)))
    try:
        worker.run(once=once)
    finally:
        worker.end()
