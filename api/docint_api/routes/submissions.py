"""``/api/v1/submissions``: hand in, look at, screen anew, take away."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Header, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from docint_api import jobs, pagination
from docint_api.accounts import Principal
from docint_api.deps import Reading, Running, Service, Submitting
from docint_api.problems import Problem, missing
from docint_api.records import seen_by
from docint_api.submissions import (
    accept,
    day,
    known_policy,
    plain_submission,
    plain_submissions,
    visible,
    wish,
)
from docint_api.tables import Call, Submission, now
from docint_api.uploads import Parcel, receive

router = APIRouter(prefix="/api/v1/submissions", tags=["submissions"])

IdempotencyKey = Annotated[str | None, Header(alias="Idempotency-Key", max_length=255)]
FORM: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["files", "policy"],
                    "properties": {
                        "files": {
                            "type": "array",
                            "items": {"type": "string", "format": "binary"},
                            "description": "材料文件，或一个 .zip；文件名可含文件夹",
                        },
                        "policy": {"type": "string", "example": "futian-2023"},
                        "applied_on": {"type": "string", "format": "date"},
                        "name": {"type": "string"},
                        "call": {"type": "string"},
                        "stage": {"type": "string", "enum": ["application", "acceptance"]},
                        "precheck": {"type": "boolean"},
                    },
                }
            }
        },
    }
}
RAW: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


@router.post("", status_code=202, openapi_extra=FORM, summary="Hand in a submission (multipart)")
async def create(
    request: Request, who: Submitting, service: Service, key: IdempotencyKey = None
) -> Response:
    """Files as multipart parts, or one zip; ``202`` once the bytes are safe on disk."""
    parcel = await receive(request, service.store, service.configuration.docint.limits)
    return await run_in_threadpool(_accepted, service, who, parcel, parcel.fields, key)


@router.put("", status_code=202, openapi_extra=RAW, summary="Hand in one large file, streamed")
async def put(
    request: Request,
    who: Submitting,
    service: Service,
    policy: Annotated[str, Query(examples=["futian-2023"])],
    filename: Annotated[str, Query(max_length=255)] = "申报件.zip",
    applied_on: str = "",
    name: str = "",
    call: str = "",
    stage: str = "",
    key: IdempotencyKey = None,
) -> Response:
    """The body is the file itself, usually a zip; it is never held in memory."""
    parcel = await receive(request, service.store, service.configuration.docint.limits)
    fields = {"policy": policy, "applied_on": applied_on, "name": name, "call": call}
    fields["stage"] = stage
    parcel.fields.update({**fields, "filename": filename})
    return await run_in_threadpool(_accepted, service, who, parcel, parcel.fields, key)


def _accepted(
    service: Running, who: Principal, parcel: Parcel, fields: dict[str, str], key: str | None
) -> Response:
    with service.database.read() as session:
        call = open_call(session, fields["call"]) if fields.get("call") else None
    asked = wish(service, fields, parcel.files, call)
    submission, _, new = accept(service, who, parcel, asked, key)
    with service.database.read() as session:
        body = plain_submission(session, session.get_one(Submission, submission.id))
    headers = {"Location": body["links"]["self"]}
    if not new:
        headers["Idempotency-Replayed"] = "true"
    return JSONResponse(body, 202, headers)


def open_call(session: Session, call: str) -> Call:
    """A call that still takes submissions.

    Raises:
        Problem: there is none of this id, or it is closed.
    """
    found = session.get(Call, call)
    if found is None:
        raise missing()
    if found.closed_at is not None:
        raise Problem("conflict", "该批次已关闭，不再接收申报件。", "The call is closed.")
    return found


@router.get("", summary="All submissions the caller may see, newest first")
def listed(
    who: Reading,
    service: Service,
    limit: pagination.Limit = 50,
    cursor: pagination.Cursor = "",
    state: str = "",
    call: str = "",
    precheck: bool | None = None,
) -> dict[str, Any]:
    """A page of them; ``next`` is the cursor of the following one.

    A pre-check is there for its owner alone; ``precheck`` asks for these only, or for none.
    """
    query = select(Submission).where(seen_by(who))
    if state:
        query = query.where(Submission.state == state)
    if call:
        query = query.where(Submission.call == call)
    if precheck is not None:
        query = query.where(Submission.precheck.is_(precheck))
    with service.database.read() as session:
        rows, following = pagination.page(session, query, Submission.id, cursor, limit)
        return {"items": plain_submissions(session, rows), "next": following}


@router.get("/{id}", summary="State and progress of a submission")
def one(request: Request, id: str, who: Reading, service: Service) -> Response:
    """With an ETag; ``If-None-Match`` saves the body."""
    with service.database.read() as session:
        submission = visible(session, who, id)
        body = plain_submission(session, submission)
    progress = body["progress"] or {}
    mark = f'"{submission.version}-{progress.get("pages_done", 0)}"'
    headers = {"ETag": mark, "Cache-Control": "private, no-cache"}
    if request.headers.get("if-none-match") == mark:
        return Response(status_code=304, headers=headers)
    return JSONResponse(body, headers=headers)


class Again(BaseModel):
    """How to screen once more; what is left out stays as it was."""

    policy: str | None = Field(None, examples=["bast-consortium"])
    applied_on: str | None = Field(None, examples=["2024-03-15"])


@router.post("/{id}/screenings", status_code=202, summary="Screen again, e.g. under another policy")
def again(id: str, asked: Again, who: Submitting, service: Service) -> Response:
    """Nothing is read anew: the readings are kept."""
    if asked.policy:
        known_policy(service, asked.policy)
    with service.database.write() as session:
        submission = visible(session, who, id)
        submission.policy = asked.policy or submission.policy
        submission.applied_on = day(asked.applied_on) or submission.applied_on
        jobs.add(session, submission, "judge")
        policy = submission.policy
        service.record(session, who, "submission.rescreened", id, policy=policy)
    with service.database.read() as session:
        body = plain_submission(session, session.get_one(Submission, id))
    return JSONResponse(body, 202, {"Location": body["links"]["self"]})


@router.delete("/{id}", status_code=204, summary="Delete a submission with its files and reports")
def delete(request: Request, id: str, who: Submitting, service: Service) -> Response:
    """Gone at once; its bytes follow with the next clean-up. ``If-Match`` guards."""
    with service.database.write() as session:
        submission = visible(session, who, id)
        if submission.owner != who.account and not who.may("manage"):
            raise Problem("not-allowed")
        guarded(request, submission)
        submission.deleted_at = now()
        submission.version += 1
        service.record(session, who, "submission.deleted", id)
    return Response(status_code=204)


def guarded(request: Request, submission: Submission) -> None:
    """Stop a change that was decided on an older state.

    Raises:
        Problem: ``If-Match`` names another version.
    """
    mark = request.headers.get("if-match", "").strip('"')
    if mark and mark != "*" and mark.split("-")[0] != str(submission.version):
        raise Problem("changed")
