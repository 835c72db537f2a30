"""``/api/v1/audit``: who did what, for operators."""

from __future__ import annotations

import json
from typing import Annotated, Any

from fastapi import APIRouter, Query
from sqlalchemy import select

from docint_api.audit import verify
from docint_api.deps import Operating, Service
from docint_api.tables import AuditEntry

router = APIRouter(prefix="/api/v1/audit", tags=["operating"])


@router.get("", summary="Entries of the audit log, newest first")
def entries(
    _who: Operating,
    service: Service,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
    before: int | None = None,
    object: str = "",
) -> dict[str, Any]:
    """``before`` continues a list; ``object`` narrows it to one submission, key or account."""
    query = select(AuditEntry).order_by(AuditEntry.number.desc()).limit(limit)
    if before is not None:
        query = query.where(AuditEntry.number < before)
    if object:
        query = query.where(AuditEntry.object == object)
    with service.database.read() as session:
        items = [plain_entry(entry) for entry in session.scalars(query)]
    return {"items": items, "next": items[-1]["number"] if len(items) == limit else None}


def plain_entry(entry: AuditEntry) -> dict[str, Any]:
    """An entry as plain data."""
    return {
        "number": entry.number,
        "at": entry.at,
        "actor": entry.actor,
        "action": entry.action,
        "object": entry.object,
        "details": json.loads(entry.details),
        "hash": entry.hash,
    }


@router.get("/verification", summary="Whether the chain is whole")
def verification(_who: Operating, service: Service) -> dict[str, Any]:
    """Every entry is hashed anew."""
    with service.database.read() as session:
        wrong = list(verify(session))
    return {"whole": not wrong, "problems": wrong}
