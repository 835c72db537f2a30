"""``/api/v1/webhooks``: where events are told."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field
from sqlalchemy import select

from docint_api import hooks
from docint_api.deps import Service, Submitting
from docint_api.tables import Delivery, Hook, now

router = APIRouter(prefix="/api/v1/webhooks", tags=["webhooks"])


class NewHook(BaseModel):
    """Where to tell."""

    url: str = Field(max_length=2000, examples=["https://apply.example/docint"])


@router.post("", status_code=201, summary="Be told when submissions are done or failed")
def add(asked: NewHook, who: Submitting, service: Service) -> dict[str, Any]:
    """The secret is shown this once; events are signed with it (Standard Webhooks)."""
    with service.database.write() as session:
        hook = hooks.add(session, who, asked.url)
        service.record(session, who, "webhook.added", hook.id)
        return hooks.plain_hook(hook) | {"secret": hook.secret, "events": list(hooks.EVENTS)}


@router.get("", summary="The caller's webhooks")
def listed(who: Submitting, service: Service) -> dict[str, Any]:
    """Without their secrets."""
    query = select(Hook).where(Hook.account == who.account, Hook.disabled_at.is_(None))
    with service.database.read() as session:
        return {"items": [hooks.plain_hook(hook) for hook in session.scalars(query)]}


@router.get("/{id}/deliveries", summary="What was told, and how it went")
def deliveries(id: str, who: Submitting, service: Service) -> dict[str, Any]:
    """The newest hundred."""
    with service.database.read() as session:
        hooks.owned(session, who, id)
        query = select(Delivery).where(Delivery.hook == id).order_by(Delivery.id.desc())
        items = [
            {
                "id": one.id,
                "type": one.event["type"],
                "state": one.state,
                "attempts": one.attempts,
                "error": one.error,
                "due_at": one.due_at.isoformat() if one.state == "waiting" else None,
            }
            for one in session.scalars(query.limit(100))
        ]
        return {"items": items}


@router.delete("/{id}", status_code=204, summary="Be told no more")
def remove(id: str, who: Submitting, service: Service) -> Response:
    """What waits is not sent any more."""
    with service.database.write() as session:
        hooks.owned(session, who, id).disabled_at = now()
        service.record(session, who, "webhook.removed", id)
    return Response(status_code=204)
