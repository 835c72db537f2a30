"""The doors of the desk: sign in, first password, sign out."""

from __future__ import annotations

import asyncio
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool

from docint.errors import DocintError
from docint_api.accounts import Principal, invited, set_password, sign_in, sign_out, with_password
from docint_api.audit import record
from docint_api.deps import COOKIE, Running, Service, visitor
from docint_api.desk.rendering import page

router = APIRouter(include_in_schema=False)

TRIES_PER_MINUTE = 10
Visitor = Annotated[Principal | None, Depends(visitor)]


def inside(target: str) -> str:
    """Where to go after signing in: a place of this very service, or its front page."""
    parts = urlsplit(target)
    fit = target.startswith("/") and not target.startswith(("//", "/\\"))
    return target if fit and not parts.netloc and not parts.scheme else "/"


def _ours(request: Request) -> bool:
    """Whether a form came from one of our own pages."""
    origin = request.headers.get("origin", "")
    return not origin or urlsplit(origin).netloc == request.headers.get("host", "")


def _entered(service: Running, token: str, target: str) -> Response:
    settings = service.configuration.service
    answer = RedirectResponse(target, 303)
    answer.set_cookie(
        COOKIE,
        token,
        max_age=int(settings.session_hours * 3600),
        httponly=True,
        samesite="lax",
        secure=settings.secure_cookies,
    )
    return answer


@router.get("/login")
def login(request: Request, who: Visitor, next: str = "/") -> Response:  # noqa: A002
    """The form."""
    if who is not None:
        return RedirectResponse(inside(next), 303)
    return page(request, "login.html.j2", None, next=inside(next), error="", name="")


@router.post("/login")
async def enter(request: Request, service: Service) -> Response:
    """Name and password; slow to guess."""
    form = await request.form()
    name, password = str(form.get("name", "")), str(form.get("password", ""))
    target = inside(str(form.get("next", "/")))
    address = request.client.host if request.client else ""
    wait = service.rates.wait(f"login {address}", TRIES_PER_MINUTE)
    token = None
    if _ours(request) and not wait:
        token = await run_in_threadpool(_tried, service, name, password)
    if token is not None:
        return _entered(service, token, target)
    await asyncio.sleep(0.3)
    error = f"尝试过于频繁，请 {wait} 秒后再试。" if wait else "账户名或密码不正确。"
    status = 429 if wait else 401
    return page(request, "login.html.j2", None, status, next=target, error=error, name=name)


def _tried(service: Running, name: str, password: str) -> str | None:
    with service.database.read() as session:
        account = with_password(session, name, password)
    with service.database.write() as session:
        if account is None:
            record(service.database, session, name[:80], "sign-in.refused", name[:80])
            return None
        record(service.database, session, account.name, "sign-in", account.id)
        return sign_in(session, account, service.configuration.service.session_hours)


@router.get("/welcome/{token}")
def welcome(request: Request, token: str, service: Service) -> Response:
    """A one-time link: set a password."""
    with service.database.read() as session:
        account = invited(session, token)
    if account is None:
        error = "此链接已使用或已过期；请向管理员索取新的链接（docint users invite）。"
        return page(request, "welcome.html.j2", None, 404, account=None, error=error, token=token)
    return page(request, "welcome.html.j2", None, account=account, error="", token=token)


@router.post("/welcome/{token}")
async def settle(request: Request, token: str, service: Service) -> Response:
    """The password is set and its owner signed in; the link is used up."""
    form = await request.form()
    password, again = str(form.get("password", "")), str(form.get("again", ""))
    try:
        cookie = await run_in_threadpool(_settled, service, token, password, again)
    except DocintError as error:
        with service.database.read() as session:
            account = invited(session, token)
        return page(
            request, "welcome.html.j2", None, 422, account=account, error=str(error), token=token
        )
    return _entered(service, cookie, "/")


def _settled(service: Running, token: str, password: str, again: str) -> str:
    if password != again:
        raise DocintError("两次输入的密码不一致。")
    with service.database.write() as session:
        account = invited(session, token)
        if account is None:
            raise DocintError("此链接已使用或已过期。")
        set_password(account, password)
        record(service.database, session, account.name, "password.set", account.id)
        return sign_in(session, account, service.configuration.service.session_hours)


@router.post("/logout")
def leave(request: Request, who: Visitor, service: Service) -> Response:
    """The session ends here, not only the cookie."""
    with service.database.write() as session:
        sign_out(session, request.cookies.get(COOKIE, ""))
        if who is not None:
            service.record(session, who, "sign-out", who.account)
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(COOKIE)
    return answer
