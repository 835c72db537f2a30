"""The HTTP application (服务): its rooms put together."""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from urllib.parse import urlencode

from fastapi import FastAPI, Request, Response
from fastapi.responses import RedirectResponse
from fastapi.staticfiles import StaticFiles

from docint import __version__
from docint.judge.policy import load_all, shelves
from docint.screen import checks, kinds
from docint_api import problems, tracing
from docint_api.accounts import KeyRing, Principal, signed_in
from docint_api.configuration import Configuration, configuration
from docint_api.database import Database
from docint_api.deps import COOKIE, Rates, Running
from docint_api.desk import docs, doors, review, rooms
from docint_api.desk.rendering import page
from docint_api.keeping import Keeper
from docint_api.logs import request_id
from docint_api.routes import (
    accounts,
    audit,
    calls,
    events,
    hooks,
    metrics,
    open,  # noqa: A004
    reports,
    reviews,
    submissions,
)
from docint_api.schema import describe
from docint_api.store import Store
from docint_api.supervisor import Supervisor

log = logging.getLogger(__name__)

SECURE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
NOWHERE = "请检查地址；如由链接到达此处，内容可能已被删除。"
POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
    "script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
)


def application(given: Configuration | None = None) -> FastAPI:
    """The application; every unit on the shelves is loaded, a malformed one stops the start.

    Raises:
        DocintError: a setting is wrong, or the database cannot be opened.
    """
    kinds()
    found = given or configuration()
    policies = load_all(checks(), *shelves(found.docint.policies))
    store = Store(found.service.data, found.service.files)
    database = Database(found.service.database_url)
    database.upgrade()
    made = FastAPI(
        title="docint",
        version=__version__,
        summary="核验申报材料的服务",
        docs_url=None,
        redoc_url=None,
        lifespan=_living,
    )
    rates = Rates(found.service.requests_per_minute)
    made.state.running = Running(found, database, store, KeyRing(), rates, policies)
    problems.install(made)
    made.state.problem_page = _problem_page
    made.middleware("http")(_around)
    made.add_exception_handler(rooms.NotInsideError, _to_the_door)
    for room in (
        open, submissions, events, reports, reviews, calls, hooks, accounts, audit, metrics, docs,
        doors, rooms, review,
    ):  # fmt: skip
        made.include_router(room.router)
    describe(made)
    made.mount("/static", StaticFiles(packages=[("docint_api", "static")]))
    return made


def _to_the_door(request: Request, _error: Exception) -> Response:
    asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return RedirectResponse(f"/login?{urlencode({'next': asked})}", 303)


def _problem_page(request: Request, title: str, problem: problems.Problem) -> Response:
    who = getattr(request.state, "principal", None) or _resident(request)
    number = getattr(request.state, "request_id", "")
    detail = problem.zh or (NOWHERE if problem.status == 404 else "")
    return page(
        request, "problem.html.j2", who, problem.status,
        title=title, detail=detail, number=number if problem.status >= 500 else "",
    )  # fmt: skip


def _resident(request: Request) -> Principal | None:
    """Who is signed in, where no route asked: an address that is none keeps the desk's head."""
    database: Database = request.app.state.running.database
    with database.read() as session:
        return signed_in(session, request.cookies.get(COOKIE, ""))


@asynccontextmanager
async def _living(app: FastAPI) -> AsyncIterator[None]:
    """Workers live as long as the server."""
    running: Running = app.state.running
    if not running.configuration.service.workers:
        yield
        return
    service = running.configuration.service
    with (
        Keeper(running.database, running.store, service),
        Supervisor(running.database, offline=service.local and not tracing.asked()) as supervisor,
    ):
        app.state.supervisor = supervisor
        yield


def _told(path: str) -> str:
    """A path fit for the log: an invitation's token is as good as a password."""
    return "/welcome/…" if path.startswith("/welcome/") else path


async def _around(
    request: Request, call_next: Callable[[Request], Awaitable[Response]]
) -> Response:
    """An id, a line in the log, and headers that keep browsers careful."""
    given = request.headers.get("x-request-id", "")
    number = given if given.isalnum() and len(given) <= 64 else secrets.token_hex(8)
    request.state.request_id = number
    token = request_id.set(number)
    started = time.perf_counter()
    try:
        with tracing.span(request.method, request.headers) as traced:
            response = await call_next(request)
            route = getattr(request.scope.get("route"), "path", "")
            traced |= {
                "name": f"{request.method} {route}".strip(),
                "http.request.method": request.method,
                "http.route": route,
                "http.response.status_code": response.status_code,
                "docint.request_id": number,
            }
    finally:
        request_id.reset(token)
    response.headers["X-Request-ID"] = number
    for name, value in SECURE.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Content-Security-Policy", POLICY)
    if request.app.state.running.configuration.service.secure_cookies:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    told = {
        "method": request.method,
        "path": _told(request.url.path),
        "status": response.status_code,
        "ms": round((time.perf_counter() - started) * 1000, 1),
        "request_id": number,
    }
    log.info("request", extra=told)
    return response
