"""``/api/v1/accounts`` and ``/api/v1/keys``: who may come in, and with what; for operators."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field
from sqlalchemy import select
from sqlalchemy.orm import Session

from docint.errors import UsageError
from docint_api import accounts
from docint_api.accounts import Principal
from docint_api.deps import Operating, Service
from docint_api.problems import Problem, missing
from docint_api.tables import Account, Key, now

router = APIRouter(prefix="/api/v1", tags=["accounts"])


class NewAccount(BaseModel):
    """A person, or an applicant's system."""

    name: str = Field(min_length=1, max_length=80, examples=["王老师"])
    role: str = Field(examples=["reviewer"], description="submitter, reviewer, lead or operator")


class Change(BaseModel):
    """What is to be different; what is left out stays."""

    role: str | None = Field(None, examples=["lead"])
    disabled: bool | None = None


class NewKey(BaseModel):
    """A key for an account."""

    account: str = Field(max_length=80, examples=["王老师"], description="the account's name")
    label: str = Field("", max_length=200, examples=["申报系统"])
    scopes: list[str] = Field([], max_length=10, description="empty: all of the account's role")
    days: int = Field(0, ge=0, le=36500, description="0: without an end")


@contextmanager
def _said() -> Iterator[None]:
    try:
        yield
    except UsageError as error:
        raise Problem(
            "invalid", str(error), "No such role or scope, or the name is taken."
        ) from error


def _found(session: Session, number: str) -> Account:
    account = session.get(Account, number)
    if account is None:
        raise missing()
    return account


def _not_oneself(who: Principal, account: Account) -> None:
    if who.account == account.id:
        zh = "不能停用、重设或更改自己的账户；请由另一位管理员操作，或在服务器上用 docint users。"
        raise Problem("conflict", zh, "Nobody can shut themselves out.")


@router.get("/accounts", summary="All accounts")
def listed(_who: Operating, service: Service) -> dict[str, Any]:
    """By name."""
    with service.database.read() as session:
        found = session.scalars(select(Account).order_by(Account.name))
        return {"items": [accounts.plain_account(one) for one in found]}


@router.post("/accounts", status_code=201, summary="Add an account")
def add(asked: NewAccount, who: Operating, service: Service) -> dict[str, Any]:
    """``invitation`` is a one-time path at which its owner sets a password; shown this once."""
    with service.database.write() as session:
        with _said():
            made = accounts.add_account(session, asked.name.strip(), asked.role)
        service.record(session, who, "user.add", made.name, role=made.role)
        return accounts.plain_account(made) | _invitation(made)


def _invitation(account: Account) -> dict[str, str]:
    return {"invitation": f"/welcome/{accounts.invite(account)}"}


@router.patch("/accounts/{id}", summary="Change an account's role, shut it or open it again")
def change(id: str, asked: Change, who: Operating, service: Service) -> dict[str, Any]:
    """Who is shut out is signed out at once, and its keys end with it."""
    with service.database.write() as session:
        account = _found(session, id)
        _not_oneself(who, account)
        if asked.role is not None:
            with _said():
                account.role = accounts.known_role(asked.role)
            service.record(session, who, "user.role", account.name, role=account.role)
        if asked.disabled is not None:
            accounts.switch(session, account, off=asked.disabled)
            action = "user.disable" if asked.disabled else "user.enable"
            service.record(session, who, action, account.name)
        return accounts.plain_account(account)


@router.post("/accounts/{id}/invitation", status_code=201, summary="Have a password set anew")
def reset(id: str, who: Operating, service: Service) -> dict[str, Any]:
    """The old password and all sessions end; the path is shown this once."""
    with service.database.write() as session:
        account = _found(session, id)
        _not_oneself(who, account)
        account.password = None
        accounts.sign_out_everywhere(session, account)
        service.record(session, who, "user.reset", account.name)
        return accounts.plain_account(account) | _invitation(account)


@router.get("/keys", summary="All keys, newest first")
def keys(_who: Operating, service: Service) -> dict[str, Any]:
    """By prefix; nobody can see a key again."""
    with service.database.read() as session:
        return {"items": accounts.plain_keys(session)}


@router.post("/keys", status_code=201, summary="Add a key to an account")
def add_key(asked: NewKey, who: Operating, service: Service) -> dict[str, Any]:
    """``key`` is its text, shown this once."""
    until = now() + timedelta(days=asked.days) if asked.days else None
    with service.database.write() as session, _said():
        account = accounts.account_named(session, asked.account)
        key, text = accounts.add_key(session, account, asked.label, asked.scopes, until)
        service.record(session, who, "key.added", key.prefix, account=account.name)
        return accounts.plain_key(key, account.name) | {"key": text}


@router.delete("/keys/{id}", status_code=204, summary="Revoke a key")
def revoke(id: str, who: Operating, service: Service) -> Response:
    """It is refused from the next request on."""
    with service.database.write() as session:
        key = session.get(Key, id)
        if key is None:
            raise missing()
        key.revoked_at = key.revoked_at or now()
        service.record(session, who, "key.revoked", key.prefix)
    return Response(status_code=204)
