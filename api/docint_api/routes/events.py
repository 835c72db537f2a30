"""``/events``: the progress of a submission as it happens, by Server-Sent Events."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator
from typing import Any

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import StreamingResponse

from docint_api.accounts import Principal
from docint_api.deps import Reading, Running, Service
from docint_api.problems import Problem
from docint_api.submissions import plain_submission, visible

router = APIRouter(prefix="/api/v1/submissions/{id}", tags=["submissions"])

LOOK_SECONDS = 0.5
BEAT_SECONDS = 15.0
ENDED = {"done", "failed"}


@router.get("/events", summary="Progress as Server-Sent Events", response_class=StreamingResponse)
async def events(request: Request, id: str, who: Reading, service: Service) -> StreamingResponse:
    """``progress`` events until one of ``done`` or ``failed``, which is the last."""
    first = await run_in_threadpool(_state, service, who, id)
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    stream = _stream(request, service, who, first)
    return StreamingResponse(stream, headers=headers, media_type="text/event-stream")


def _state(service: Running, who: Principal, submission: str) -> dict[str, Any]:
    with service.database.read() as session:
        return plain_submission(session, visible(session, who, submission))


async def _stream(
    request: Request, service: Running, who: Principal, state: dict[str, Any]
) -> AsyncIterator[str]:
    told, beat = "", time.monotonic()
    while True:
        kind = state["state"] if state["state"] in ENDED else "progress"
        body = json.dumps(state, ensure_ascii=False)
        if body != told:
            told, beat = body, time.monotonic()
            yield f"event: {kind}\ndata: {body}\n\n"
        elif time.monotonic() - beat > BEAT_SECONDS:
            beat = time.monotonic()
            yield ": alive\n\n"
        if kind in ENDED or await request.is_disconnected():
            return
        await asyncio.sleep(LOOK_SECONDS)
        try:
            state = await run_in_threadpool(_state, service, who, state["id"])
        except Problem:
            yield "event: deleted\ndata: {}\n\n"
            return
