"""The page of a submission (审查页): findings on one side, the paper on the other."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from fastapi import APIRouter, Request, Response
from sqlalchemy import select

from docint.report.masked import masked
from docint_api import reviews
from docint_api.deps import Service
from docint_api.desk.opinion import letter, letter_data
from docint_api.desk.rendering import page
from docint_api.desk.rooms import Resident
from docint_api.desk.view import View, ticks
from docint_api.printing import printed
from docint_api.problems import missing
from docint_api.routes.reports import DOCX, loaded
from docint_api.submissions import plain_submission, report_of, visible
from docint_api.tables import Account, Call, ReportRow, Submission, SubmissionFile

router = APIRouter(prefix="/submissions/{id}", include_in_schema=False)


@router.get("")
def review(
    request: Request,
    id: str,  # noqa: A002
    who: Resident,
    service: Service,
    unmasked: bool = False,
) -> Response:
    """Everything a reviewer needs; before there is a report, its progress."""
    with service.database.read() as session:
        submission = visible(session, who, id)
        state = plain_submission(session, submission)
        if submission.report is None:
            files = list(
                session.scalars(
                    select(SubmissionFile)
                    .where(SubmissionFile.submission == id)
                    .order_by(SubmissionFile.position)
                )
            )
            return page(
                request, "waiting.html.j2", who, submission=submission, state=state, files=files
            )
        row = report_of(session, submission)
        data = _people(session, submission)
    with service.database.write() as session:
        action = "submission.unmasked" if unmasked else "submission.viewed"
        service.record(session, who, action, id, report=row.number)
    return page(
        request, "submission.html.j2", who,
        submission=submission, state=state, row=row, unmasked=unmasked,
        **data, **_papers(service, row, data["decided"], unmasked=unmasked),
    )  # fmt: skip


def _people(session: Any, submission: Submission) -> dict[str, Any]:
    """What people did, and who might do more."""
    accounts = session.scalars(select(Account).where(Account.disabled_at.is_(None)))
    reviewing = [a for a in accounts if a.role != "submitter"]
    numbers = select(ReportRow.number).where(ReportRow.submission == submission.id)
    return {
        "decided": reviews.decisions(session, submission.id),
        "history": reviews.history(session, submission.id),
        "corrections": reviews.corrections(session, submission.id),
        "reviewers": reviewing,
        "call": session.get(Call, submission.call) if submission.call else None,
        "reports": sorted(session.scalars(numbers)),
        "assignee": next((a.name for a in reviewing if a.id == submission.assignee), ""),
    }


def _papers(
    service: Any, row: ReportRow, decided: dict[str, Any], *, unmasked: bool
) -> dict[str, Any]:
    """What the report and the pages say."""
    report = loaded(service, row)
    pages = service.store.pages(row.pages)
    view = View(report, pages, decided, unmasked=unmasked)
    documents = view.documents()
    timeline = view.timeline(documents)
    policies = service.policies
    return {
        "report": report,
        "policy": policies.get(row.policy),
        "policies": policies,
        "findings": view.findings(),
        "unknowns": view.unknowns(),
        "documents": documents,
        "timeline": timeline,
        "years": ticks(timeline),
        "first": view.first(),
        "pages": [
            {key: one[key] for key in ("number", "file", "page", "width", "height", "problem")}
            | {"drawn": bool(one["image"])}
            for one in pages
        ],
    }


@router.get("/opinion")
def opinion(request: Request, id: str, who: Resident, service: Service) -> Response:  # noqa: A002
    """The opinion letter as a page to be printed, or saved as PDF by the browser."""
    return page(request, "opinion.html.j2", who, **_letter(service, who, id), id=id)


@router.get("/opinion.pdf")
def opinion_pdf(request: Request, id: str, who: Resident, service: Service) -> Response:  # noqa: A002
    """The opinion letter as PDF."""
    shown = page(request, "opinion.html.j2", who, **_letter(service, who, id), id=id)
    style = (files("docint_api") / "static" / "letter.css").read_text("utf-8")
    html = bytes(shown.body).decode("utf-8").replace("</head>", f"<style>{style}</style></head>")
    named = {"Content-Disposition": f'attachment; filename="opinion-{id}.pdf"'}
    return Response(printed(html), headers=named, media_type="application/pdf")


@router.get("/opinion.docx")
def opinion_docx(id: str, who: Resident, service: Service) -> Response:  # noqa: A002
    """The opinion letter as DOCX."""
    content = letter(_letter(service, who, id))
    named = {"Content-Disposition": f'attachment; filename="opinion-{id}.docx"'}
    return Response(content, headers=named, media_type=DOCX)


def _letter(service: Any, who: Any, submission: str) -> dict[str, Any]:
    with service.database.read() as session:
        found = visible(session, who, submission)
        row = report_of(session, found)
        decided = reviews.decisions(session, submission)
    policy = service.policies.get(row.policy)
    return letter_data(loaded(service, row), decided, policy.title if policy else row.policy)


@router.get("/pages/{n}/text")
def text(id: str, n: int, who: Resident, service: Service) -> Response:  # noqa: A002
    """The lines of a page that has no picture (DOCX, JSON), masked."""
    from_report = _page(service, who, id, n)
    lines = from_report.get("lines")
    if lines is None:
        raise missing()
    return Response(json.dumps({"lines": lines}, ensure_ascii=False), media_type="application/json")


def _page(service: Any, who: Any, submission: str, n: int) -> dict[str, Any]:
    with service.database.read() as session:
        row = report_of(session, visible(session, who, submission))
    for one in service.store.pages(row.pages):
        if one["number"] == n:
            found: dict[str, Any] = masked(one)
            return found
    raise missing()
