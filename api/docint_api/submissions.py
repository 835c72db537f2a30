"""Submissions as they are handed in, found again, and taken away (申报件)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePosixPath
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from docint_api import jobs
from docint_api.accounts import Principal
from docint_api.deps import Running
from docint_api.names import fresh
from docint_api.problems import Problem, missing
from docint_api.records import latest_jobs, reports_in_force, seen_by
from docint_api.tables import (
    Call,
    Job,
    Repeat,
    ReportRow,
    Submission,
    SubmissionFile,
    now,
)
from docint_api.uploads import Handed, Parcel

KEY_LENGTH = 255
STAGES = ("application", "acceptance")


@dataclass(frozen=True, slots=True)
class Wish:
    """How a submission is to be screened."""

    policy: str
    name: str
    applied_on: str | None = None
    call: str | None = None
    precheck: bool = False
    stage: str = "application"


def wish(
    service: Running, fields: Mapping[str, str], files: Sequence[Handed], call: Call | None = None
) -> Wish:
    """What the request's fields ask.

    Raises:
        Problem: no or an unknown policy, a date that is none.
    """
    policy = fields.get("policy", "") or (call.policy if call else "")
    if not policy:
        zh = "请用 policy 指明所依据的办法。"
        raise Problem("invalid", zh, "Name the policy to screen under.", field="policy")
    known_policy(service, policy)
    applied_on = fields.get("applied_on", "") or (call.applied_on if call else None) or None
    return Wish(
        policy=policy,
        name=(fields.get("name", "").strip() or named_by(files))[:200],
        applied_on=day(applied_on),
        call=call.id if call else None,
        stage=_stage(fields.get("stage", "")),
        precheck=fields.get("precheck", "").lower() in {"1", "true", "yes", "on"},
    )


def _stage(text: str) -> str:
    if text and text not in STAGES:
        zh = f"stage 应为 {' 或 '.join(STAGES)}。"
        raise Problem("invalid", zh, "No such stage.", field="stage")
    return text or STAGES[0]


def known_policy(service: Running, name: str) -> None:
    """Nothing, if there is a policy of this name.

    Raises:
        Problem: there is none.
    """
    if name not in service.policies:
        zh = f"没有名为“{name}”的办法；现有：{'、'.join(service.policies)}。"
        raise Problem("invalid", zh, f"There is no policy {name!r}.", field="policy")


def day(text: str | None) -> str | None:
    """A date, or nothing.

    Raises:
        Problem: it is no date.
    """
    if not text:
        return None
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        zh = f"“{text}”不是日期；请写作 2024-03-15 的形式。"
        raise Problem("invalid", zh, f"{text!r} is no date.", field="applied_on") from None


def named_by(files: Sequence[Handed]) -> str:
    """A name for a submission without one: its only file's, or the folder that holds all."""
    paths = [PurePosixPath(file.path) for file in files]
    tops = {path.parts[0] for path in paths}
    if len(tops) == 1 and all(len(path.parts) > 1 for path in paths):
        return tops.pop()
    if len(paths) == 1:
        return paths[0].stem
    return f"{paths[0].stem} 等 {len(paths)} 个文件"


def accept(
    service: Running, who: Principal, parcel: Parcel, asked: Wish, key: str | None
) -> tuple[Submission, Job, bool]:
    """Take a submission in: it, its job and the idempotency key in one transaction.

    Returns:
        The submission, its job, and whether it is new.

    Raises:
        Problem: the key was used for another request.
    """
    if key is not None and not 0 < len(key) <= KEY_LENGTH:
        raise Problem("bad-request", f"Idempotency-Key 应为 1 至 {KEY_LENGTH} 个字符。")
    mark = parcel.fingerprint(call=asked.call or "")
    with service.database.write() as session:
        if key is not None:
            service.database.lock(session, f"repeat {who.account} {key}")
            if (known := _repeated(session, who, key, mark, service)) is not None:
                return known, _job(session, known), False
        submission = _added(session, service, who, parcel, asked)
        job = jobs.add(session, submission, "read")
        if key is not None:
            repeat = Repeat(
                account=who.account, key=key, fingerprint=mark, submission=submission.id
            )
            session.merge(repeat)
        details = {"files": len(parcel.files), "policy": asked.policy}
        service.record(session, who, "submission.created", submission.id, **details)
    return submission, job, True


def _repeated(
    session: Session, who: Principal, key: str, mark: str, service: Running
) -> Submission | None:
    known = session.get(Repeat, (who.account, key))
    hours = service.configuration.service.idempotency_hours
    if known is None or known.created_at < now() - timedelta(hours=hours):
        return None
    if known.fingerprint != mark:
        zh = "同一个 Idempotency-Key 已用于内容不同的请求；请换用新的键。"
        raise Problem("idempotency-key-reused", zh, "Use a new key for another request.")
    return session.get(Submission, known.submission)


def _job(session: Session, submission: Submission) -> Job:
    job = latest_jobs(session, [submission.id]).get(submission.id)
    if job is None:
        raise missing()
    return job


def _added(
    session: Session, service: Running, who: Principal, parcel: Parcel, asked: Wish
) -> Submission:
    made = Submission(
        id=fresh("sub"),
        owner=who.account,
        call=asked.call,
        name=asked.name,
        policy=asked.policy,
        applied_on=asked.applied_on,
        stage=asked.stage,
        precheck=asked.precheck,
        version=0,
        purge_at=_purge(service, asked),
    )
    session.add(made)
    session.flush()
    session.add_all(
        SubmissionFile(
            submission=made.id, position=n, path=file.path, blob=file.blob, size=file.size
        )
        for n, file in enumerate(parcel.files)
    )
    return made


def _purge(service: Running, asked: Wish) -> Any:
    configured = service.configuration.service
    if asked.precheck:
        return now() + timedelta(hours=configured.precheck_hours)
    return now() + timedelta(days=configured.retention_days) if configured.retention_days else None


def visible(session: Session, who: Principal, submission: str) -> Submission:
    """A submission that this caller may see.

    Raises:
        Problem: there is none, or it is somebody else's: 404 both times.
    """
    query = select(Submission).where(Submission.id == submission, seen_by(who))
    found = session.scalars(query).first()
    if found is None:
        raise missing()
    return found


def report_of(session: Session, submission: Submission, number: int | None = None) -> ReportRow:
    """The report in force, or an older one by number.

    Raises:
        Problem: there is none yet.
    """
    if number is not None:
        found = session.scalars(
            select(ReportRow).where(
                ReportRow.submission == submission.id, ReportRow.number == number
            )
        ).first()
        if found is None:
            raise missing()
        return found
    if submission.report is None:
        if submission.state == "failed":
            zh = f"本件未能核验：{submission.error}"
            raise Problem("not-ready", zh, "Screening failed; there is no report.", state="failed")
        zh = "报告尚未完成；请稍后再取，或订阅 events。"
        raise Problem(
            "not-ready",
            zh,
            "The report is not there yet.",
            headers={"Retry-After": "2"},
            state=submission.state,
        )
    return session.get_one(ReportRow, submission.report)


def plain_submission(session: Session, submission: Submission) -> dict[str, Any]:
    """A submission as the API shows it."""
    return plain_submissions(session, [submission])[0]


def plain_submissions(session: Session, submissions: Sequence[Submission]) -> list[dict[str, Any]]:
    """Submissions as the API shows them."""
    jobs_ = latest_jobs(session, [one.id for one in submissions])
    reports = reports_in_force(session, submissions)
    return [_plain(one, jobs_.get(one.id), reports.get(one.report)) for one in submissions]


def _plain(submission: Submission, job: Job | None, report: ReportRow | None) -> dict[str, Any]:
    base = f"/api/v1/submissions/{submission.id}"
    return {
        "id": submission.id,
        "name": submission.name,
        "policy": submission.policy,
        "applied_on": submission.applied_on,
        "call": submission.call,
        "stage": submission.stage,
        "precheck": submission.precheck,
        "state": submission.state,
        "error": submission.error,
        "progress": plain_progress(job),
        "summary": report.summary if report else None,
        "report": report.number if report else None,
        "created_at": submission.created_at.isoformat(),
        "finished_at": submission.finished_at.isoformat() if submission.finished_at else None,
        "purge_at": submission.purge_at.isoformat() if submission.purge_at else None,
        "links": {
            "self": base,
            **{part: f"{base}/{part}" for part in ("events", "report", "findings", "facts")},
            "pages": f"{base}/pages",
        },
    }


def plain_progress(job: Job | None) -> dict[str, Any] | None:
    """How far the newest job has come."""
    if job is None:
        return None
    return {
        "pages_done": job.pages_done,
        "pages_total": job.pages_total,
        "doing": job.doing,
        "attempts": job.attempts,
    }
