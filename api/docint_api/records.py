"""Small questions to the tables that several rooms ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from docint_api.names import fresh
from docint_api.tables import Delivery, Hook, Job, Submission, now


def waiting(session: Session, lanes: Sequence[str]) -> bool:
    """Whether there is a job to take."""
    free = or_(Job.state == "queued", (Job.state == "running") & (Job.leased_until < now()))
    return session.scalar(select(Job.id).where(free, Job.lane.in_(lanes)).limit(1)) is not None


def latest_job(session: Session, submission: str) -> Job | None:
    """The newest job of a submission."""
    query = select(Job).where(Job.submission == submission).order_by(Job.id.desc()).limit(1)
    return session.scalars(query).first()


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
