"""``/api/v1/calls``: calls for applications, and many submissions at once."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from sqlalchemy import select
from starlette.concurrency import run_in_threadpool

from docint.report import overview
from docint_api import pagination
from docint_api.accounts import Principal
from docint_api.calls import (
    groups,
    members,
    plain_call,
    plain_calls,
    rows,
    table,
    visible_call,
    workbook,
)
from docint_api.deps import Managing, Reading, Running, Service, Submitting
from docint_api.names import fresh
from docint_api.routes.submissions import FORM, IdempotencyKey, open_call
from docint_api.submissions import accept, day, known_policy, plain_submissions, wish
from docint_api.tables import Call, Submission, now
from docint_api.uploads import Parcel, receive

router = APIRouter(prefix="/api/v1/calls", tags=["calls"])

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class NewCall(BaseModel):
    """A call to open."""

    name: str = Field(min_length=1, max_length=200, examples=["2024 年第一批"])
    policy: str = Field(examples=["futian-2023"])
    applied_on: str | None = Field(None, examples=["2024-03-15"])


@router.post("", status_code=201, summary="Open a call")
def create(asked: NewCall, who: Managing, service: Service) -> Response:
    """Its policy and date hold for all its submissions."""
    known_policy(service, asked.policy)
    with service.database.write() as session:
        call = Call(
            id=fresh("call"),
            name=asked.name,
            policy=asked.policy,
            applied_on=day(asked.applied_on),
            owner=who.account,
        )
        session.add(call)
        session.flush()
        service.record(session, who, "call.created", call.id, policy=asked.policy)
        body = plain_call(session, who, call)
    return JSONResponse(body, 201, {"Location": body["links"]["self"]})


@router.get("", summary="All calls, newest first")
def listed(
    who: Reading,
    service: Service,
    limit: pagination.Limit = 50,
    cursor: pagination.Cursor = "",
) -> dict[str, Any]:
    """Submitters see those that are open, and count their own submissions only."""
    query = select(Call)
    if not who.may("read-all"):
        query = query.where(Call.closed_at.is_(None))
    with service.database.read() as session:
        found, following = pagination.page(session, query, Call.id, cursor, limit)
        return {"items": plain_calls(session, who, found), "next": following}


@router.get("/{id}", summary="One call")
def one(id: str, who: Reading, service: Service) -> dict[str, Any]:
    """With its submissions counted by state."""
    with service.database.read() as session:
        return plain_call(session, who, visible_call(session, who, id))


@router.post("/{id}/closing", summary="Close a call: it takes no more submissions")
def close(id: str, who: Managing, service: Service) -> dict[str, Any]:
    """What was handed in stays."""
    with service.database.write() as session:
        call = visible_call(session, who, id)
        call.closed_at = call.closed_at or now()
        service.record(session, who, "call.closed", id)
        return plain_call(session, who, call)


@router.get("/{id}/submissions", summary="The call's submissions")
def submissions(id: str, who: Reading, service: Service) -> dict[str, Any]:
    """In the order they came."""
    with service.database.read() as session:
        visible_call(session, who, id)
        found = members(session, who, id)
        return {"items": plain_submissions(session, found)}


@router.post(
    "/{id}/submissions",
    status_code=202,
    openapi_extra=FORM,
    summary="Hand in many submissions at once",
)
async def bulk(
    request: Request, id: str, who: Submitting, service: Service, key: IdempotencyKey = None
) -> Response:
    """Every top folder of the file names is a submission, and so is every zip beside them."""
    parcel = await receive(request, service.store, service.configuration.docint.limits)
    return await run_in_threadpool(_accepted, service, who, parcel, id, key)


def _accepted(
    service: Running, who: Principal, parcel: Parcel, call: str, key: str | None
) -> Response:
    with service.database.read() as session:
        found = open_call(session, call)
    made = []
    for name, files in groups(parcel.files):
        part = Parcel(files, {**parcel.fields, "name": name})
        asked = wish(service, part.fields, files, found)
        each = f"{key}/{name}"[:255] if key else None
        made.append(accept(service, who, part, asked, each)[0].id)
    with service.database.read() as session:
        rows_ = [session.get_one(Submission, one) for one in made]
        items = plain_submissions(session, rows_)
    return JSONResponse({"items": items}, 202, {"Location": f"/api/v1/calls/{call}"})


@router.get("/{id}/summary", summary="The call's table as JSON, CSV or XLSX")
def summary(
    id: str,
    who: Reading,
    service: Service,
    format: Annotated[str, Query(pattern="^(json|csv|xlsx)$")] = "json",
) -> Response:
    """Submissions with the most serious findings first in the tables; numbers masked."""
    with service.database.read() as session:
        call = visible_call(session, who, id)
        found = rows(session, members(session, who, id))
        if format == "xlsx":
            content: bytes | str = workbook(service, session, found)
        elif format == "csv":
            content = table(found)
        else:
            return JSONResponse(overview.summary(call.policy, found))
    kind = XLSX if format == "xlsx" else "text/csv; charset=utf-8"
    day_of = datetime.now(UTC).date().isoformat()
    named = {"Content-Disposition": f'attachment; filename="{id}-{day_of}.{format}"'}
    return Response(content, headers=named, media_type=kind)
