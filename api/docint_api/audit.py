"""The audit log (审计日志): append-only, and each entry carries the hash of the one before.

Whoever changes or removes an entry breaks the chain from there on; `verify` says where.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from docint_api.database import Database
from docint_api.tables import AuditEntry

FIRST = "0" * 64


def record(
    database: Database, session: Session, actor: str, action: str, subject: str, **details: Any
) -> None:
    """Add an entry inside the caller's transaction.

    Args:
        database: knows how to keep two writers apart.
        session: of a transaction that writes.
        actor: name of the account, ``system`` for the service itself.
        action: e.g. ``report.viewed``.
        subject: identifier of what it was done to.
        details: plain data; no personal numbers.
    """
    database.lock(session, "audit")
    last = session.scalars(select(AuditEntry).order_by(AuditEntry.number.desc()).limit(1)).first()
    entry = AuditEntry(
        number=last.number + 1 if last else 1,
        at=datetime.now(UTC).isoformat(timespec="milliseconds"),
        actor=actor,
        action=action,
        object=subject,
        details=json.dumps(details, ensure_ascii=False, sort_keys=True),
        before=last.hash if last else FIRST,
    )
    entry.hash = digest(entry)
    session.add(entry)
    session.flush()


def digest(entry: AuditEntry) -> str:
    """The hash over an entry and the one before."""
    parts = [
        entry.before, entry.number, entry.at, entry.actor, entry.action, entry.object,
        entry.details,
    ]  # fmt: skip
    return sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def verify(session: Session) -> Iterator[str]:
    """What is wrong with the chain, a Chinese sentence each; nothing if it is whole."""
    before, expected = FIRST, 1
    for entry in session.scalars(select(AuditEntry).order_by(AuditEntry.number)):
        if entry.number != expected:
            yield f"第 {expected} 条至第 {entry.number - 1} 条缺失。"
        if entry.before != before:
            yield f"第 {entry.number} 条与前一条不相接。"
        if digest(entry) != entry.hash:
            yield f"第 {entry.number} 条的内容与其校验值不符。"
        before, expected = entry.hash, entry.number + 1
