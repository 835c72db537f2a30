"""What requests ask for: the running service, and who they come from."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from fastapi import Depends, Request
from sqlalchemy.orm import Session

from docint.types.article import Policy
from docint_api.accounts import KeyRing, Principal, signed_in
from docint_api.audit import record
from docint_api.configuration import Configuration
from docint_api.database import Database
from docint_api.problems import Problem
from docint_api.store import Store

COOKIE = "docint"
MINUTE = 60.0


@dataclass(slots=True)
class Rates:
    """Requests of the last minute by caller."""

    most: int
    seen: dict[str, deque[float]] = field(default_factory=dict)

    def wait(self, caller: str, most: int | None = None) -> int:
        """Seconds to wait, 0 if the request may pass; it is counted then."""
        now, limit = time.monotonic(), most or self.most
        times = self.seen.setdefault(caller, deque())
        while times and times[0] < now - MINUTE:
            times.popleft()
        if len(times) >= limit:
            return max(1, int(times[0] + MINUTE - now) + 1)
        times.append(now)
        if len(self.seen) > 10_000:
            self.seen = {who: when for who, when in self.seen.items() if when}
        return 0


@dataclass(frozen=True, slots=True)
class Running:
    """The service as it runs: one for each application."""

    configuration: Configuration
    database: Database
    store: Store
    keys: KeyRing
    rates: Rates
    policies: Mapping[str, Policy]
    """All programs, read once at the start."""

    def record(
        self, session: Session, who: Principal, action: str, subject: str, **details: Any
    ) -> None:
        """Add to the audit log, in this transaction."""
        record(self.database, session, who.name, action, subject, **details)


# Dependencies that wait for nothing are coroutines: each other one costs a turn in a thread.


async def running(request: Request) -> Running:
    """The service that got this request."""
    found: Running = request.app.state.running
    return found


Service = Annotated[Running, Depends(running)]


def visitor(request: Request, service: Service) -> Principal | None:
    """Who asks, by key or by cookie; None if nobody says so.

    Raises:
        Problem: a key was given and is no good, or a form lacks its token.
    """
    header = request.headers.get("authorization", "")
    scheme, _, text = header.partition(" ")
    text = text.strip() if scheme.lower() == "bearer" else request.headers.get("x-api-key", "")
    with service.database.read() as session:
        if text:
            return _counted(request, service, service.keys.principal(session, text))
        cookie = request.cookies.get(COOKIE, "")
        found = signed_in(session, cookie) if cookie else None
    if found is not None and request.method not in {"GET", "HEAD", "OPTIONS"}:
        _guard(request, found)
    return _counted(request, service, found)


def _counted(request: Request, service: Running, found: Principal | None) -> Principal | None:
    address = request.client.host if request.client else ""
    wait = service.rates.wait(found.account if found else f"from {address}")
    if wait:
        raise Problem("too-many-requests", headers={"Retry-After": str(wait)})
    request.state.principal = found
    return found


def _guard(request: Request, found: Principal) -> None:
    """A cookie comes with every request a browser makes: the token proves that it was our page."""
    given = request.headers.get("x-csrf-token", "") or request.query_params.get("csrf", "")
    if given != found.csrf:
        zh = "页面已过期；请刷新后重试。"
        raise Problem("not-allowed", zh, "The CSRF token is missing or wrong.")


async def _signed(found: Annotated[Principal | None, Depends(visitor)]) -> Principal:
    if found is None:
        raise Problem("not-authenticated")
    return found


Signed = Annotated[Principal, Depends(_signed)]
"""Anybody with a key or signed in."""


def needs(scope: str) -> Callable[[Principal], Awaitable[Principal]]:
    """A dependency: the caller, if this is allowed to them."""

    async def allowed(found: Signed) -> Principal:
        if not found.may(scope):
            raise Problem("not-allowed")
        return found

    return allowed


Submitting = Annotated[Principal, Depends(needs("submit"))]
Reading = Annotated[Principal, Depends(needs("read"))]
Reviewing = Annotated[Principal, Depends(needs("review"))]
Managing = Annotated[Principal, Depends(needs("manage"))]
Operating = Annotated[Principal, Depends(needs("operate"))]
