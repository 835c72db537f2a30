"""Webhooks (网络回调) after the Standard Webhooks scheme: signed, retried, given up at last."""

from __future__ import annotations

import base64
import hmac
import ipaddress
import json
import logging
import secrets
import socket
import time
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

import httpx2
from sqlalchemy import select
from sqlalchemy.orm import Session

from docint_api.accounts import Principal
from docint_api.database import Database
from docint_api.names import fresh
from docint_api.problems import Problem, missing
from docint_api.tables import Account, Delivery, Hook, now

log = logging.getLogger(__name__)

EVENTS = ("submission.done", "submission.failed")
WAITS = (5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400)
"""Seconds before each further try."""
PATIENCE = 15.0
SENDING = 60
"""Seconds a delivery belongs to the process that sends it."""
PREFIX = "whsec_"
GONE = 410


def add(session: Session, who: Principal, url: str) -> Hook:
    """A new hook with its secret, which is shown this once.

    Raises:
        Problem: the address is none that can be called.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username:
        zh = "url 应为 http 或 https 地址，且不含账户名。"
        raise Problem("invalid", zh, "url must be http or https, without a user.", field="url")
    secret = PREFIX + base64.b64encode(secrets.token_bytes(24)).decode()
    hook = Hook(id=fresh("hook"), account=who.account, url=url, secret=secret)
    session.add(hook)
    session.flush()
    return hook


def owned(session: Session, who: Principal, number: str) -> Hook:
    """A hook of this caller.

    Raises:
        Problem: there is none.
    """
    hook = session.get(Hook, number)
    if hook is None or hook.account != who.account or hook.disabled_at is not None:
        raise missing()
    return hook


def plain_hook(hook: Hook) -> dict[str, Any]:
    """A hook without its secret."""
    return {"id": hook.id, "url": hook.url, "created_at": hook.created_at.isoformat()}


def signature(secret: str, number: str, timestamp: int, body: bytes) -> str:
    """``v1,…`` over id, time and body."""
    key = base64.b64decode(secret.removeprefix(PREFIX))
    signed = f"{number}.{timestamp}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(key, signed, sha256).digest()).decode()


@dataclass(frozen=True, slots=True)
class _Letter:
    """One try of one delivery."""

    delivery: str
    url: str
    secret: str
    body: bytes
    inside: bool
    """Whether addresses of the own network may be called."""


def deliver_due(database: Database) -> int:
    """Send what is due; the number of tries."""
    sent = 0
    while (delivery := _due(database)) is not None:
        letter = _taken(database, delivery)
        if letter is not None:
            _note(database, letter, *_send(letter))
            sent += 1
    return sent


def _due(database: Database) -> str | None:
    query = select(Delivery.id).where(Delivery.state == "waiting", Delivery.due_at <= now())
    with database.read() as session:
        return session.scalar(query.order_by(Delivery.due_at).limit(1))


def _taken(database: Database, number: str) -> _Letter | None:
    """The delivery as this process's own for a minute; None if another was quicker."""
    with database.write() as session:
        query = select(Delivery).where(Delivery.id == number).with_for_update()
        delivery = session.scalars(query).first()
        if delivery is None or delivery.state != "waiting" or delivery.due_at > now():
            return None
        hook = session.get_one(Hook, delivery.hook)
        if hook.disabled_at is not None:
            delivery.state = "given-up"
            return None
        delivery.due_at = now() + timedelta(seconds=SENDING)
        delivery.attempts += 1
        role = session.get_one(Account, hook.account).role
        body = json.dumps(delivery.event, ensure_ascii=False, separators=(",", ":")).encode()
        return _Letter(delivery.id, hook.url, hook.secret, body, role != "submitter")


def _send(letter: _Letter) -> tuple[int, str]:
    """HTTP status (0: none) and what went wrong."""
    stamp = int(time.time())
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "docint",
        "webhook-id": letter.delivery,
        "webhook-timestamp": str(stamp),
        "webhook-signature": signature(letter.secret, letter.delivery, stamp, letter.body),
    }
    try:
        if not letter.inside and _private(letter.url):
            return GONE, "地址在内部网络中，未予调用"
        answer = httpx2.post(
            letter.url, content=letter.body, headers=headers, timeout=PATIENCE,
            follow_redirects=False, trust_env=False,
        )  # fmt: skip
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError) as error:
        return 0, type(error).__name__
    return answer.status_code, "" if answer.is_success else f"HTTP {answer.status_code}"


def _private(url: str) -> bool:
    """Whether an address leads into the own network: applicants must not probe it."""
    host = urlsplit(url).hostname or ""
    found = socket.getaddrinfo(host, None, proto=socket.IPPROTO_TCP)
    return any(not ipaddress.ip_address(str(one[4][0])).is_global for one in found)


def _note(database: Database, letter: _Letter, status: int, error: str) -> None:
    with database.write() as session:
        delivery = session.get_one(Delivery, letter.delivery)
        delivery.error = error or None
        if not error:
            delivery.state = "delivered"
            return
        if status == GONE:
            session.get_one(Hook, delivery.hook).disabled_at = now()
        if status == GONE or delivery.attempts > len(WAITS):
            delivery.state = "given-up"
            log.warning("webhook given up", extra={"delivery": delivery.id, "error": error})
            return
        delivery.due_at = now() + timedelta(seconds=WAITS[delivery.attempts - 1])
