"""Calls for applications (申报批次): what belongs to one, and its tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from docint.report import overview
from docint_api.accounts import Principal
from docint_api.deps import Running
from docint_api.problems import missing
from docint_api.records import reports_in_force, seen_by
from docint_api.tables import Call, ReportRow, Submission
from docint_api.uploads import Handed


def visible_call(session: Session, who: Principal, call: str) -> Call:
    """A call that this caller may see: reviewers all, submitters those that are open or theirs.

    Raises:
        Problem: there is none, or it is not theirs to see.
    """
    found = session.get(Call, call)
    if found is None:
        raise missing()
    if found.closed_at is not None and found.owner != who.account and not who.may("read-all"):
        raise missing()
    return found


def members(session: Session, who: Principal, call: str) -> list[Submission]:
    """The call's submissions that this caller may see, in the order they came."""
    query = select(Submission).where(Submission.call == call, handed_in(who))
    return list(session.scalars(query.order_by(Submission.id)))


def handed_in(who: Principal) -> ColumnElement[bool]:
    """What counts in a call's tables: what this caller may see, without any pre-check."""
    return seen_by(who) & Submission.precheck.is_(False)


def plain_call(session: Session, who: Principal, call: Call) -> dict[str, Any]:
    """A call as the API shows it, with its submissions counted by state."""
    return plain_calls(session, who, [call])[0]


def plain_calls(session: Session, who: Principal, calls: Sequence[Call]) -> list[dict[str, Any]]:
    """Calls as the API shows them."""
    query = (
        select(Submission.call, Submission.state, func.count())
        .where(Submission.call.in_([one.id for one in calls]), handed_in(who))
        .group_by(Submission.call, Submission.state)
    )
    counted: dict[str | None, dict[str, int]] = {}
    for call, state, count in session.execute(query):
        counted.setdefault(call, {})[state] = count
    return [_plain(one, counted.get(one.id, {})) for one in calls]


def _plain(call: Call, states: dict[str, int]) -> dict[str, Any]:
    base = f"/api/v1/calls/{call.id}"
    return {
        "id": call.id,
        "name": call.name,
        "policy": call.policy,
        "applied_on": call.applied_on,
        "created_at": call.created_at.isoformat(),
        "closed_at": call.closed_at.isoformat() if call.closed_at else None,
        "submissions": {"total": sum(states.values()), **states},
        "links": {
            "self": base,
            "submissions": f"{base}/submissions",
            "summary": f"{base}/summary",
        },
    }


def groups(files: Sequence[Handed]) -> list[tuple[str, list[Handed]]]:
    """Many submissions in one request: every top folder is one, and every file beside them.

    Returns:
        Name and files of each, the folder's name taken off the paths.
    """
    found: dict[str, list[Handed]] = {}
    for file in files:
        top, slash, rest = file.path.partition("/")
        name = top if slash else top.rsplit(".", 1)[0] or top
        found.setdefault(top, []).append(Handed(rest or top, file.blob, file.size))
        if not slash:
            found[name if name not in found else top] = found.pop(top)
    return list(found.items())


def rows(session: Session, submissions: Sequence[Submission]) -> list[dict[str, Any]]:
    """A row for each submission, as in ``summary.json``; names are unique."""
    listed, seen = [], set()
    reports = reports_in_force(session, submissions)
    for one in submissions:
        name, number = one.name, 2
        while name in seen:
            name, number = f"{one.name}-{number}", number + 1
        seen.add(name)
        report = reports.get(one.report)
        listed.append(
            {
                "name": name,
                "id": one.id,
                "state": one.state,
                "report": f"/api/v1/submissions/{one.id}/report" if report else None,
                "summary": report.summary if report else None,
                "error": one.error if one.state == "failed" else None,
            }
        )
    return listed


def workbook(service: Running, session: Session, listed: Sequence[dict[str, Any]]) -> bytes:
    """The call as XLSX: the table, and every finding; personal numbers masked."""
    reports = {}
    for row in listed:
        submission = session.get_one(Submission, row["id"])
        if submission.report:
            blob = session.get_one(ReportRow, submission.report).json
            reports[row["name"]] = service.store.plain(blob)
    return overview.as_xlsx([_waiting(row) for row in listed], reports)


def _waiting(row: dict[str, Any]) -> dict[str, Any]:
    if row["summary"] is None and not row["error"]:
        return row | {"error": "核验尚未完成"}
    return row


def table(listed: Sequence[dict[str, Any]]) -> str:
    """The call as CSV."""
    return "\ufeff" + overview.as_csv([_waiting(row) for row in listed])
