"""Who may do what (账户与权限): roles, keys, passwords, sign-ins."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from docint.errors import DocintError, UsageError
from docint_api.names import fresh
from docint_api.tables import Account, Key, SignIn, now

ROLES: dict[str, str] = {
    "submitter": "申报人",
    "reviewer": "审查员",
    "lead": "审查组长",
    "operator": "管理员",
}
SCOPES: dict[str, frozenset[str]] = {
    "submitter": frozenset({"submit", "read"}),
    "reviewer": frozenset({"submit", "read", "read-all", "review"}),
    "lead": frozenset({"submit", "read", "read-all", "review", "manage"}),
    "operator": frozenset({"submit", "read", "read-all", "review", "manage", "operate"}),
}
"""What each role may do; a key may be given less, never more."""
ACCOUNT_STATES = {"active": "可登录", "invited": "待设密码", "disabled": "已停用"}
KEY_STATES = {"active": "有效", "expired": "已过期", "revoked": "已吊销"}
SHORTEST_PASSWORD = 10
INVITED_HOURS = 72

_passwords = PasswordHasher()
_keys = PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1)
# A key holds 160 random bits, so it needs no slow hash: this one is to cost little per request.


@dataclass(frozen=True, slots=True)
class Principal:
    """Who asks, and what they may."""

    account: str
    name: str
    role: str
    scopes: frozenset[str]
    csrf: str = ""
    """Set for people signed in at the desk."""

    def may(self, scope: str) -> bool:
        """Whether this is allowed."""
        return scope in self.scopes


def add_account(session: Session, name: str, role: str) -> Account:
    """A new account, without any way to sign in yet.

    Raises:
        UsageError: no such role, or the name is taken.
    """
    known_role(role)
    if not name.strip() or len(name) > 80:
        raise UsageError("账户名应为 1 至 80 个字。")
    if session.scalars(select(Account).where(Account.name == name)).first():
        raise UsageError(f"账户“{name}”已存在。")
    account = Account(id=fresh("acc"), name=name, role=role)
    session.add(account)
    session.flush()
    return account


def known_role(role: str) -> str:
    """The role, if there is one of this name.

    Raises:
        UsageError: there is none.
    """
    if role not in ROLES:
        raise UsageError(f"没有“{role}”这一角色；可用的有：{'、'.join(ROLES)}。")
    return role


def plain_account(account: Account) -> dict[str, Any]:
    """An account as plain data."""
    opened = "active" if account.password else "invited"
    return {
        "id": account.id,
        "name": account.name,
        "role": account.role,
        "state": "disabled" if account.disabled_at else opened,
        "created_at": account.created_at.isoformat(),
    }


def switch(session: Session, account: Account, *, off: bool) -> None:
    """Shut an account, or open it again."""
    account.disabled_at = now() if off else None
    if off:
        sign_out_everywhere(session, account)


def sign_out_everywhere(session: Session, account: Account) -> None:
    """End all of an account's sessions."""
    session.execute(delete(SignIn).where(SignIn.account == account.id))


def account_named(session: Session, name: str) -> Account:
    """The account of this name.

    Raises:
        UsageError: there is none.
    """
    found = session.scalars(select(Account).where(Account.name == name)).first()
    if found is None:
        raise UsageError(f"没有名为“{name}”的账户。")
    return found


def invite(account: Account) -> str:
    """A one-time token by which the account's person sets a password; older ones end."""
    token = secrets.token_urlsafe(24)
    account.invitation = _digest(token)
    account.invited_until = now() + timedelta(hours=INVITED_HOURS)
    return token


def invited(session: Session, token: str) -> Account | None:
    """Whom a token invites; None if it is used up or too old."""
    account = session.scalars(select(Account).where(Account.invitation == _digest(token))).first()
    fit = account and account.invited_until and account.invited_until > now()
    return account if fit and account and account.disabled_at is None else None


def set_password(account: Account, password: str) -> None:
    """Set it; the invitation is used up.

    Raises:
        DocintError: it is too short.
    """
    if len(password) < SHORTEST_PASSWORD:
        raise DocintError(f"密码至少需要 {SHORTEST_PASSWORD} 个字符。")
    account.password = _passwords.hash(password)
    account.invitation = None


def with_password(session: Session, name: str, password: str) -> Account | None:
    """The account, if the password is right; takes as long for names nobody has."""
    account = session.scalars(select(Account).where(Account.name == name)).first()
    known = account.password if account and account.password else _nobody()
    right = _fits(_passwords, known, password)
    usable = account is not None and account.password and account.disabled_at is None
    return account if right and usable else None


def sign_in(session: Session, account: Account, hours: float) -> str:
    """A new session; the cookie's content."""
    token = secrets.token_urlsafe(32)
    session.add(
        SignIn(
            token=_digest(token),
            account=account.id,
            csrf=secrets.token_urlsafe(24),
            expires_at=now() + timedelta(hours=hours),
        )
    )
    return token


def signed_in(session: Session, token: str) -> Principal | None:
    """Whose session a cookie is."""
    found = session.get(SignIn, _digest(token))
    if found is None or found.expires_at <= now():
        return None
    account = session.get(Account, found.account)
    if account is None or account.disabled_at is not None:
        return None
    return Principal(account.id, account.name, account.role, SCOPES[account.role], found.csrf)


def sign_out(session: Session, token: str) -> None:
    """End a session."""
    found = session.get(SignIn, _digest(token))
    if found is not None:
        session.delete(found)


def add_key(
    session: Session,
    account: Account,
    label: str,
    scopes: Sequence[str] = (),
    expires_at: datetime | None = None,
) -> tuple[Key, str]:
    """A new key and its text, which is shown this once.

    Raises:
        UsageError: a scope that the account's role does not have.
    """
    allowed = SCOPES[account.role]
    if extra := set(scopes) - allowed:
        raise UsageError(f"角色“{account.role}”没有权限：{'、'.join(sorted(extra))}。")
    prefix = f"dk_{secrets.token_hex(4)}"
    text = f"{prefix}_{secrets.token_urlsafe(30)}"
    key = Key(
        id=fresh("key"),
        account=account.id,
        label=label,
        prefix=prefix,
        hash=_keys.hash(text),
        scopes=sorted(scopes or allowed),
        expires_at=expires_at,
    )
    session.add(key)
    session.flush()
    return key, text


def plain_key(key: Key, account: str) -> dict[str, Any]:
    """A key as plain data, without its text."""
    over = key.expires_at is not None and key.expires_at <= now()
    return {
        "id": key.id,
        "prefix": key.prefix,
        "account": account,
        "label": key.label,
        "scopes": key.scopes,
        "state": "revoked" if key.revoked_at else ("expired" if over else "active"),
        "created_at": key.created_at.isoformat(),
        "expires_at": key.expires_at.isoformat() if key.expires_at else None,
    }


def plain_keys(session: Session) -> list[dict[str, Any]]:
    """All keys, newest first."""
    query = select(Key, Account.name).join(Account, Account.id == Key.account)
    return [plain_key(key, name) for key, name in session.execute(query.order_by(Key.id.desc()))]


class KeyRing:
    """Checks keys; remembers which texts were right, so that argon2 is paid once a key."""

    MOST = 4096

    def __init__(self) -> None:
        self._right: dict[str, str] = {}
        self._lock = threading.Lock()

    def principal(self, session: Session, text: str) -> Principal | None:
        """Whose key this is; None for an unknown, expired, revoked or wrong one."""
        prefix = "_".join(text.split("_", 2)[:2])
        key = session.scalars(select(Key).where(Key.prefix == prefix)).first()
        if key is None or key.revoked_at is not None or not self._fits(key, text):
            return None
        if key.expires_at is not None and key.expires_at <= now():
            return None
        account = session.get(Account, key.account)
        if account is None or account.disabled_at is not None:
            return None
        scopes = SCOPES[account.role] & set(key.scopes)
        return Principal(account.id, account.name, account.role, scopes)

    def _fits(self, key: Key, text: str) -> bool:
        digest = _digest(text)
        if secrets.compare_digest(self._right.get(key.hash, ""), digest):
            return True
        if not _fits(_keys, key.hash, text):
            return False
        with self._lock:
            if len(self._right) >= self.MOST:
                self._right.clear()
            self._right[key.hash] = digest
        return True


def _fits(hasher: PasswordHasher, known: str, text: str) -> bool:
    try:
        return hasher.verify(known, text)
    except (VerificationError, InvalidHashError):
        return False


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()


_dummy: list[str] = []


def _nobody() -> str:
    """A hash that no password fits."""
    if not _dummy:
        _dummy.append(_passwords.hash(secrets.token_hex(16)))
    return _dummy[0]
