"""Jobs under leases (任务队列): the table is the truth, workers come and go.

A job belongs to a worker as long as its lease lasts, and the worker renews it while it lives. A
worker that was killed stops renewing, and the job goes to the next; should the first wake up
again, its lease no longer matches and its report is thrown away. So a job may be begun twice and
is reported once.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from docint_api.names import fresh
from docint_api.tables import Job, Submission, now

MOST_CRASHES = 2
"""Workers a job may bring down before it is given up."""
MOST_ATTEMPTS = 25
"""Begins of a job, lost leases included, before somebody has to look."""
LANES = ("read", "judge")


@dataclass(frozen=True, slots=True)
class Lease:
    """A job that was given to this worker."""

    job: str
    token: str
    submission: str
    lane: str
    policy: str
    applied_on: str | None


def add(session: Session, submission: Submission, lane: str) -> Job:
    """Queue work on a submission; work that is still waiting in its lane is replaced."""
    session.execute(
        update(Job)
        .where(Job.submission == submission.id, Job.state == "queued", Job.lane == lane)
        .values(state="cancelled", finished_at=now())
    )
    job = Job(
        id=fresh("job"),
        submission=submission.id,
        lane=lane,
        policy=submission.policy,
        applied_on=submission.applied_on,
    )
    session.add(job)
    submission.state = "queued"
    submission.version += 1
    session.flush()
    return job


def take(session: Session, lanes: Sequence[str], worker: str, seconds: float) -> Lease | None:
    """Lease the oldest job that waits or whose worker fell silent; None if there is none."""
    free = or_(Job.state == "queued", (Job.state == "running") & (Job.leased_until < now()))
    # one at a time for a submission, or an older judgement might end after a newer one
    busy = select(Job.submission).where(Job.state == "running", Job.leased_until >= now())
    query = select(Job).where(free, Job.lane.in_(lanes), Job.submission.not_in(busy))
    query = query.order_by(Job.id).limit(1)
    job = session.scalars(query.with_for_update(skip_locked=True)).first()
    if job is None:
        return None
    submission = session.get(Submission, job.submission)
    if submission is None or submission.deleted_at is not None:
        job.state, job.finished_at = "cancelled", now()
        return None
    if job.crashes >= MOST_CRASHES or job.attempts >= MOST_ATTEMPTS:
        _give_up(job, submission)
        return None
    job.state, job.lease, job.worker = "running", secrets.token_hex(16), worker
    job.attempts += 1
    job.leased_until = now() + timedelta(seconds=seconds)
    job.started_at = now()
    job.pages_done = job.pages_total = 0
    submission.state = "reading" if job.lane == "read" else "judging"
    submission.version += 1
    return Lease(job.id, job.lease, job.submission, job.lane, job.policy, job.applied_on)


def _give_up(job: Job, submission: Submission) -> None:
    reason = "处理程序多次异常终止，已停止处理；文件可能已损坏，请检查后重新提交。"
    job.state, job.error, job.finished_at = "failed", reason, now()
    submission.state, submission.error = "failed", reason
    submission.version += 1


def held(session: Session, lease: Lease) -> Job | None:
    """The leased job, if the lease still holds."""
    query = select(Job).where(Job.id == lease.job, Job.lease == lease.token, Job.state == "running")
    return session.scalars(query.with_for_update()).first()


def renew(session: Session, lease: Lease, seconds: float) -> bool:
    """Prolong a lease; False if it was lost."""
    job = held(session, lease)
    if job is not None:
        job.leased_until = now() + timedelta(seconds=seconds)
    return job is not None


def advance(session: Session, lease: Lease, done: int, total: int, doing: str) -> None:
    """Say how far it has come."""
    job = held(session, lease)
    if job is not None:
        job.pages_done, job.pages_total, job.doing = done, total, doing[:255]


def fail(session: Session, lease: Lease, reason: str) -> bool:
    """Close a job that cannot be done; False if the lease was lost."""
    job = held(session, lease)
    submission = session.get(Submission, lease.submission)
    if job is None or submission is None:
        return False
    job.state, job.error, job.finished_at = "failed", reason, now()
    submission.state, submission.error = "failed", reason
    submission.finished_at = now()
    submission.version += 1
    return True


def release(session: Session, worker: str, *, crashed: bool) -> int:
    """Give back what a dead worker held; the number of jobs.

    Args:
        session: of a transaction that writes.
        worker: its name.
        crashed: whether it died of what it was doing, and was not killed from outside.
    """
    jobs = session.scalars(select(Job).where(Job.worker == worker, Job.state == "running")).all()
    for job in jobs:
        job.leased_until = now() - timedelta(seconds=1)
        job.crashes += int(crashed)
    return len(jobs)
