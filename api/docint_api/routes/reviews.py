"""Decisions of reviewers, and values they put right."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from sqlalchemy import select

from docint_api import reviews
from docint_api.deps import Reading, Reviewing, Service
from docint_api.problems import Problem
from docint_api.routes.reports import loaded
from docint_api.submissions import plain_submission, report_of, visible
from docint_api.tables import Account

router = APIRouter(prefix="/api/v1/submissions/{id}", tags=["reviewing"])


class NewDecision(BaseModel):
    """What is decided of a finding."""

    finding: str = Field(max_length=64, description="`key` of the finding")
    verdict: str = Field(examples=["accept"], description="accept, dismiss, ask or reopen")
    reason: str = Field("", max_length=4000)


class NewCorrection(BaseModel):
    """A misread value put right."""

    document: str = Field(examples=["d1"])
    path: list[str | int] = Field(examples=[["registered_capital"]], max_length=12)
    value: str = Field(min_length=1, max_length=4000, examples=["5000万元"])
    reason: str = Field("", max_length=4000)


class Standing(BaseModel):
    """Who works on a submission, and where they stand."""

    assignee: str | None = Field(None, description="name of the account; empty: nobody")
    status: str | None = Field(None, pattern="^(open|asked|decided)$")


@router.get("/decisions", summary="Decisions in force, and all that were ever made")
def decided(id: str, who: Reading, service: Service) -> dict[str, Any]:
    """By the finding's key."""
    with service.database.read() as session:
        visible(session, who, id)
        return {
            "in_force": reviews.decisions(session, id),
            "history": reviews.history(session, id),
        }


@router.post("/decisions", status_code=201, summary="Accept, dismiss or ask about a finding")
def decide(id: str, asked: NewDecision, who: Reviewing, service: Service) -> dict[str, Any]:
    """The newest decision counts; none is ever changed."""
    with service.database.write() as session:
        submission = visible(session, who, id)
        report = loaded(service, report_of(session, submission))
        known = {finding["key"]: finding for finding in reviews.keyed(report["findings"])}
        if asked.finding not in known:
            zh = "报告中没有这项发现；可能已因更正而消失，请刷新。"
            raise Problem("not-found", zh, "There is no such finding in the report.")
        made = reviews.decide(session, who, submission, asked.finding, asked.verdict, asked.reason)
        details = {"verdict": asked.verdict, "code": known[asked.finding]["code"]}
        service.record(session, who, "finding.decided", id, **details)
        return reviews.plain_decision(made, who.name)


@router.get("/corrections", summary="Values that were put right")
def corrected(id: str, who: Reading, service: Service) -> dict[str, Any]:
    """With those that were taken back."""
    with service.database.read() as session:
        visible(session, who, id)
        return {"items": reviews.corrections(session, id)}


@router.post("/corrections", status_code=202, summary="Put a misread value right")
def correct(id: str, asked: NewCorrection, who: Reviewing, service: Service) -> Response:
    """All checks run again at once, without OCR."""
    with service.database.write() as session:
        submission = visible(session, who, id)
        report = loaded(service, report_of(session, submission))
        made, _ = reviews.correct(session, who, submission, report, asked.model_dump())
        details = {"document": asked.document, "path": asked.path, "correction": made.id}
        service.record(session, who, "value.corrected", id, **details)
        session.flush()
        body = {"id": made.id, "submission": plain_submission(session, submission)}
    return JSONResponse(body, 202, {"Location": f"/api/v1/submissions/{id}"})


@router.delete("/corrections/{number}", status_code=202, summary="Take a correction back")
def revert(id: str, number: str, who: Reviewing, service: Service) -> dict[str, Any]:
    """It stays on record."""
    with service.database.write() as session:
        submission = visible(session, who, id)
        reviews.revert(session, who, submission, number)
        service.record(session, who, "correction.reverted", id, correction=number)
        return plain_submission(session, submission)


@router.patch("", summary="Assign a submission, or say where it stands")
def stand(id: str, asked: Standing, who: Reviewing, service: Service) -> dict[str, Any]:
    """What is left out stays as it is."""
    with service.database.write() as session:
        submission = visible(session, who, id)
        if asked.assignee is not None:
            found = session.scalars(select(Account).where(Account.name == asked.assignee)).first()
            if asked.assignee and found is None:
                raise Problem("invalid", "没有这个账户。", "No such account.", field="assignee")
            submission.assignee = found.id if found else None
        submission.status = asked.status or submission.status
        submission.version += 1
        told = asked.model_dump(exclude_none=True)
        service.record(session, who, "submission.assigned", id, **told)
        session.flush()
        return plain_submission(session, submission)
