"""Small questions to the tables that several rooms ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from docint_api.accounts import Principal
from docint_api.names import fresh
from docint_api.tables import Delivery, Hook, Job, ReportRow, Submission, now


def waiting(session: Session, lanes: Sequence[str]) -> bool:
    """Whether there is a job to take."""
    free = or_(Job.state == "queued", (Job.state == "running") & (Job.leased_until < now()))
    return session.scalar(select(Job.id).where(free, Job.lane.in_(lanes)).limit(1)) is not None


def seen_by(who: Principal) -> ColumnElement[bool]:
    """What is there for this caller: their own; for reviewers what others handed in, too.

    A pre-check is its owner's alone: nobody is judged by what was tried before handing in.
    """
    own = Submission.owner == who.account
    seen = own | Submission.precheck.is_(False) if who.may("read-all") else own
    return Submission.deleted_at.is_(None) & seen


def latest_jobs(session: Session, submissions: Sequence[str]) -> dict[str, Job]:
    """The newest job of each submission; later identifiers sort after earlier ones."""
    newest = (
        select(func.max(Job.id)).where(Job.submission.in_(submissions)).group_by(Job.submission)
    )
    return {job.submission: job for job in session.scalars(select(Job).where(Job.id.in_(newest)))}


def reports_in_force(
    session: Session, submissions: Sequence[Submission]
) -> dict[str | None, ReportRow]:
    """Reports by the id under which submissions name them, all in one question."""
    wanted = [one.report for one in submissions if one.report]
    query = select(ReportRow).where(ReportRow.id.in_(wanted))
    return {row.id: row for row in session.scalars(query)} if wanted else {}


def tell(session: Session, submission: Submission, event: str, data: Mapping[str, Any]) -> None:
    """Put an event into the box of every hook of the submission's owner, in this transaction."""
    hooks = session.scalars(
        select(Hook).where(Hook.account == submission.owner, Hook.disabled_at.is_(None))
    )
    for hook in hooks:
        body = {
            "type": event,
            "timestamp": datetime.now(UTC).isoformat(timespec="seconds"),
            "data": {"submission": submission.id, "name": submission.name, **data},
        }
        session.add(Delivery(id=fresh("msg"), hook=hook.id, event=body))
