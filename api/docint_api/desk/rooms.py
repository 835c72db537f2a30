"""The rooms of the desk: front page, calls, all submissions, upload, policies, audit."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from docint.screen import checks
from docint.vocabulary import FINDINGS
from docint_api.accounts import Principal, plain_account, plain_keys
from docint_api.audit import verify
from docint_api.calls import handed_in, members, plain_call, plain_calls, visible_call
from docint_api.deps import Service
from docint_api.desk.doors import Visitor
from docint_api.desk.journal import shown
from docint_api.desk.rendering import page
from docint_api.problems import Problem, missing
from docint_api.records import latest_jobs, reports_in_force, seen_by
from docint_api.routes.audit import plain_entry
from docint_api.tables import Account, AuditEntry, Call, Decision, ReportRow, Submission

router = APIRouter(include_in_schema=False)

SHOWN = 500
"""Rows of one table; more are found by search."""


class NotInsideError(Exception):
    """Nobody is signed in: the door is shown, and then the room that was asked for."""


async def _resident(who: Visitor) -> Principal:
    if who is None:
        raise NotInsideError
    return who


Resident = Annotated[Principal, Depends(_resident)]


@router.get("/")
def front(request: Request, who: Resident, service: Service) -> Response:
    """Calls, and what belongs to none."""
    with service.database.read() as session:
        query = select(Call).order_by(Call.id.desc())
        if not who.may("read-all"):
            query = query.where(Call.closed_at.is_(None))
        calls = plain_calls(session, who, session.scalars(query.limit(100)).all())
        formal = Submission.precheck.is_(False)
        loose = rows(session, _listed(session, who, Submission.call.is_(None), formal))
        tried = rows(session, _listed(session, who, Submission.precheck.is_(True)))
    policies = service.policies
    return page(
        request, "front.html.j2", who, calls=calls, rows=loose, tried=tried, policies=policies
    )


@router.get("/submissions")
def everything(request: Request, who: Resident, service: Service) -> Response:
    """All submissions in one table."""
    with service.database.read() as session:
        found = rows(session, _listed(session, who, Submission.precheck.is_(False)))
    return page(
        request, "table.html.j2", who, rows=found, call=None, counts=statistics(found), common=[]
    )


@router.get("/calls/{id}")
def call(request: Request, id: str, who: Resident, service: Service) -> Response:  # noqa: A002
    """One call: its table and its statistics."""
    with service.database.read() as session:
        found = visible_call(session, who, id)
        listed = rows(session, members(session, who, id))
        told = plain_call(session, who, found)
        common = frequent(session, who, id)
    title = service.policies[found.policy].title if found.policy in service.policies else ""
    return page(
        request, "table.html.j2", who,
        rows=listed, call=told | {"title": title}, counts=statistics(listed), common=common,
    )  # fmt: skip


def _listed(session: Session, who: Principal, *conditions: Any) -> list[Submission]:
    query = select(Submission).where(seen_by(who), *conditions)
    return list(session.scalars(query.order_by(Submission.id.desc()).limit(SHOWN)))


def rows(session: Session, submissions: list[Submission]) -> list[dict[str, Any]]:
    """What a table shows of each submission."""
    names = dict(session.execute(select(Account.id, Account.name)).all())
    decided = _decided(session, [one.id for one in submissions])
    reports = reports_in_force(session, submissions)
    busy = [one.id for one in submissions if one.state in {"reading", "judging"}]
    jobs = latest_jobs(session, busy)
    listed = []
    for one in submissions:
        report, job = reports.get(one.report), jobs.get(one.id)
        listed.append(
            {
                "id": one.id,
                "name": one.name,
                "policy": one.policy,
                "state": one.state,
                "status": one.status,
                "error": one.error,
                "precheck": one.precheck,
                "summary": report.summary if report else None,
                "decided": decided.get(one.id, 0),
                "assignee": names.get(one.assignee or "", ""),
                "owner": names.get(one.owner, ""),
                "created_at": one.created_at,
                "purge_at": one.purge_at,
                "pages": (job.pages_done, job.pages_total) if job else None,
                "risk": _risk(report.summary if report else None),
            }
        )
    return sorted(listed, key=lambda row: -row["risk"])


def _risk(summary: dict[str, Any] | None) -> int:
    """For sorting only: serious findings before many light ones."""
    if summary is None:
        return -1
    return int(summary["high"]) * 10_000 + int(summary["medium"]) * 100 + int(summary["low"])


def _decided(session: Session, submissions: list[str]) -> dict[str, int]:
    query = (
        select(Decision.submission, func.count(func.distinct(Decision.finding)))
        .where(Decision.submission.in_(submissions), Decision.verdict != "reopen")
        .group_by(Decision.submission)
    )
    return dict(session.execute(query).all())


def frequent(session: Session, who: Principal, call: str) -> list[tuple[str, int]]:
    """The findings that most submissions of a call share: title and number of submissions."""
    codes: Counter[str] = Counter()
    query = (
        select(ReportRow.codes)
        .join(Submission, Submission.report == ReportRow.id)
        .where(Submission.call == call, handed_in(who))
    )
    for found in session.scalars(query):
        codes.update(found.keys())
    return [
        (FINDINGS[code].title if code in FINDINGS else code, count)
        for code, count in codes.most_common(8)
    ]


def statistics(listed: list[dict[str, Any]]) -> dict[str, Any]:
    """How the submissions of a table stand."""
    done = [row for row in listed if row["summary"]]
    advice = Counter(row["summary"]["recommendation"] for row in done)
    return {
        "total": len(listed),
        "waiting": sum(row["state"] in {"queued", "reading", "judging"} for row in listed),
        "failed": sum(row["state"] == "failed" for row in listed),
        **{name: advice.get(name, 0) for name in ("return", "review", "pass")},
        "decided": sum(row["status"] == "decided" for row in listed),
    }


@router.get("/upload")
def upload(request: Request, who: Resident, service: Service, call: str = "") -> Response:
    """Where folders are dropped."""
    if not who.may("submit"):
        raise Problem("not-allowed")
    with service.database.read() as session:
        query = select(Call).where(Call.closed_at.is_(None)).order_by(Call.id.desc())
        calls = list(session.scalars(query))
    limits = service.configuration.docint.limits
    return page(
        request, "upload.html.j2", who,
        calls=calls, chosen=call, policies=service.policies, most=limits.upload >> 20,
    )  # fmt: skip


@router.get("/policies")
def policies(request: Request, who: Resident, service: Service) -> Response:
    """All programs."""
    return page(request, "policies.html.j2", who, policies=service.policies)


@router.get("/policies/{name}")
def one_policy(request: Request, name: str, who: Resident, service: Service) -> Response:
    """One program: its articles, and what is checked under each."""
    found = service.policies.get(name)
    if found is None:
        raise missing()
    return page(
        request, "policy.html.j2", who,
        policy=found, checks=checks(), titles={c: f.title for c, f in FINDINGS.items()},
    )  # fmt: skip


@router.get("/audit")
def audit(
    request: Request,
    who: Resident,
    service: Service,
    object: Annotated[str, Query()] = "",  # noqa: A002
    before: int | None = None,
) -> Response:
    """Who did what; for operators."""
    if not who.may("operate"):
        raise Problem("not-allowed")
    query = select(AuditEntry).order_by(AuditEntry.number.desc()).limit(200)
    if object:
        query = query.where(AuditEntry.object == object)
    if before:
        query = query.where(AuditEntry.number < before)
    with service.database.read() as session:
        entries = [shown(plain_entry(entry)) for entry in session.scalars(query)]
        wrong = list(verify(session))
    return page(request, "audit.html.j2", who, entries=entries, wrong=wrong, object=object)


@router.get("/users")
def users(request: Request, who: Resident, service: Service) -> Response:
    """Accounts and keys; for operators."""
    if not who.may("operate"):
        raise Problem("not-allowed")
    with service.database.read() as session:
        found = [plain_account(a) for a in session.scalars(select(Account).order_by(Account.name))]
        keys = plain_keys(session)
    return page(request, "users.html.j2", who, accounts=found, keys=keys)
