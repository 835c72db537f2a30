"""What the service remembers (数据表): accounts, submissions, jobs, reports, decisions, audit."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, DateTime, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator


def now() -> datetime:
    """The present, with its zone."""
    return datetime.now(UTC)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite forgets the zone, so it is given back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:  # noqa: ARG002
        """Always UTC."""
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:  # noqa: ARG002
        """Always with its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Table(DeclarativeBase):
    """All tables of the service."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Moment(),
        dict[str, Any]: JSON(),
        list[Any]: JSON(),
        str: String(255),
    }


class Account(Table):
    """A person or an applicant's system (账户)."""

    __tablename__ = "accounts"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    role: Mapped[str] = mapped_column(String(20))
    password: Mapped[str | None]
    """Argon2 hash; None: signs in by invitation only, or not at all."""
    invitation: Mapped[str | None] = mapped_column(String(64))
    """Hash of a one-time sign-in link."""
    invited_until: Mapped[datetime | None]
    disabled_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=now)


class Key(Table):
    """An API key (密钥): its hash, and the prefix by which people know it."""

    __tablename__ = "keys"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    account: Mapped[str] = mapped_column(ForeignKey("accounts.id"), index=True)
    label: Mapped[str]
    prefix: Mapped[str] = mapped_column(String(20), unique=True)
    hash: Mapped[str]
    scopes: Mapped[list[Any]]
    created_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class SignIn(Table):
    """A person signed in at the desk (登录会话)."""

    __tablename__ = "sign_ins"

    token: Mapped[str] = mapped_column(String(64), primary_key=True)
    """Hash of the cookie."""
    account: Mapped[str] = mapped_column(ForeignKey("accounts.id"), index=True)
    csrf: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]


class Call(Table):
    """A call for applications (申报批次)."""

    __tablename__ = "calls"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[str]
    policy: Mapped[str] = mapped_column(String(80))
    applied_on: Mapped[str | None] = mapped_column(String(10))
    owner: Mapped[str] = mapped_column(ForeignKey("accounts.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(default=now)
    closed_at: Mapped[datetime | None]


class Submission(Table):
    """A submission handed in (申报件)."""

    __tablename__ = "submissions"
    __table_args__ = (Index("submissions_by_call", "call", "id"),)

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    owner: Mapped[str] = mapped_column(ForeignKey("accounts.id"), index=True)
    call: Mapped[str | None] = mapped_column(ForeignKey("calls.id"))
    name: Mapped[str]
    policy: Mapped[str] = mapped_column(String(80))
    applied_on: Mapped[str | None] = mapped_column(String(10))
    stage: Mapped[str] = mapped_column(String(20), default="application")
    """``application`` (申报) or ``acceptance`` (验收)."""
    precheck: Mapped[bool] = mapped_column(default=False)
    state: Mapped[str] = mapped_column(String(20), default="queued", index=True)
    """``queued``, ``reading``, ``judging``, ``done`` or ``failed``."""
    report: Mapped[str | None] = mapped_column(String(40))
    """The report in force."""
    error: Mapped[str | None] = mapped_column(Text)
    assignee: Mapped[str | None] = mapped_column(String(40))
    status: Mapped[str] = mapped_column(String(20), default="open")
    """Where the people stand: ``open``, ``asked``, ``decided``."""
    version: Mapped[int] = mapped_column(default=1)
    """Grows with every change; the ETag."""
    created_at: Mapped[datetime] = mapped_column(default=now)
    finished_at: Mapped[datetime | None]
    purge_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]


class SubmissionFile(Table):
    """A file of a submission; its bytes lie in the store."""

    __tablename__ = "submission_files"

    submission: Mapped[str] = mapped_column(ForeignKey("submissions.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    path: Mapped[str] = mapped_column(Text)
    blob: Mapped[str] = mapped_column(String(64), index=True)
    size: Mapped[int]


class Job(Table):
    """Work to do (任务), held under a lease."""

    __tablename__ = "jobs"
    __table_args__ = (Index("jobs_waiting", "state", "lane", "id"),)

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    submission: Mapped[str] = mapped_column(ForeignKey("submissions.id"), index=True)
    lane: Mapped[str] = mapped_column(String(10))
    """``read``: with OCR; ``judge``: from readings that are there."""
    state: Mapped[str] = mapped_column(String(20), default="queued")
    """``queued``, ``running``, ``done``, ``failed`` or ``cancelled``."""
    policy: Mapped[str] = mapped_column(String(80))
    applied_on: Mapped[str | None] = mapped_column(String(10))
    attempts: Mapped[int] = mapped_column(default=0)
    crashes: Mapped[int] = mapped_column(default=0)
    """Workers that this very job brought down; lost leases are not counted."""
    lease: Mapped[str | None] = mapped_column(String(40))
    worker: Mapped[str | None] = mapped_column(String(80))
    leased_until: Mapped[datetime | None]
    pages_done: Mapped[int] = mapped_column(default=0)
    pages_total: Mapped[int] = mapped_column(default=0)
    doing: Mapped[str] = mapped_column(default="")
    error: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(default=now)
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]


class ReportRow(Table):
    """A report of a submission; one job makes at most one."""

    __tablename__ = "reports"
    __table_args__ = (UniqueConstraint("submission", "number", name="report_number"),)

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    submission: Mapped[str] = mapped_column(ForeignKey("submissions.id"))
    number: Mapped[int]
    job: Mapped[str] = mapped_column(ForeignKey("jobs.id"), unique=True)
    policy: Mapped[str] = mapped_column(String(80))
    summary: Mapped[dict[str, Any]]
    codes: Mapped[dict[str, Any]]
    """How many findings of each code, for the metrics."""
    json: Mapped[str] = mapped_column(String(64))
    html: Mapped[str] = mapped_column(String(64))
    docx: Mapped[str] = mapped_column(String(64))
    pages: Mapped[str] = mapped_column(String(64))
    """Blobs: the report in three forms, and the list of page pictures."""
    created_at: Mapped[datetime] = mapped_column(default=now)


class Decision(Table):
    """What a reviewer decided of a finding (审查意见); the newest counts, none is ever changed."""

    __tablename__ = "decisions"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    submission: Mapped[str] = mapped_column(ForeignKey("submissions.id"), index=True)
    finding: Mapped[str] = mapped_column(String(64))
    """Stable over reports: made of the finding's code and subject."""
    verdict: Mapped[str] = mapped_column(String(20))
    """``accept``, ``dismiss``, ``ask`` or ``reopen``."""
    reason: Mapped[str] = mapped_column(Text, default="")
    account: Mapped[str] = mapped_column(ForeignKey("accounts.id"))
    created_at: Mapped[datetime] = mapped_column(default=now)


class Correction(Table):
    """A misread value put right by a reviewer (更正); taken back, never erased."""

    __tablename__ = "corrections"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    submission: Mapped[str] = mapped_column(ForeignKey("submissions.id"), index=True)
    file: Mapped[str] = mapped_column(Text)
    page: Mapped[int]
    path: Mapped[list[Any]]
    """Where the fact hangs in its document."""
    was: Mapped[str] = mapped_column(Text)
    value: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text, default="")
    account: Mapped[str] = mapped_column(ForeignKey("accounts.id"))
    created_at: Mapped[datetime] = mapped_column(default=now)
    reverted_by: Mapped[str | None] = mapped_column(String(40))
    reverted_at: Mapped[datetime | None]


class Repeat(Table):
    """An ``Idempotency-Key`` with the answer it gave."""

    __tablename__ = "repeats"

    account: Mapped[str] = mapped_column(String(40), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str] = mapped_column(String(64))
    submission: Mapped[str] = mapped_column(String(40))
    created_at: Mapped[datetime] = mapped_column(default=now, index=True)


class AuditEntry(Table):
    """Who did what, when (审计日志): append-only, each entry sealed with the one before."""

    __tablename__ = "audit"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str] = mapped_column(String(40))
    actor: Mapped[str]
    action: Mapped[str] = mapped_column(String(60))
    object: Mapped[str] = mapped_column(index=True)
    details: Mapped[str] = mapped_column(Text)
    before: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class Hook(Table):
    """Where events are told (网络回调)."""

    __tablename__ = "hooks"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    account: Mapped[str] = mapped_column(ForeignKey("accounts.id"), index=True)
    url: Mapped[str] = mapped_column(Text)
    secret: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(default=now)
    disabled_at: Mapped[datetime | None]


class Delivery(Table):
    """One event for one hook, told until it is taken or given up."""

    __tablename__ = "deliveries"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    hook: Mapped[str] = mapped_column(ForeignKey("hooks.id"), index=True)
    event: Mapped[dict[str, Any]]
    state: Mapped[str] = mapped_column(String(20), default="waiting")
    attempts: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[datetime] = mapped_column(default=now, index=True)
    error: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(default=now)
