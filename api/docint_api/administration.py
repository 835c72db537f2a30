"""``docint users`` and ``docint keys``: accounts and keys from the command line of the machine."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from datetime import timedelta
from pathlib import Path
from typing import Any

import typer
from rich.console import Console
from rich.table import Table
from sqlalchemy import select
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from docint.errors import UsageError
from docint_api.accounts import (
    ACCOUNT_STATES,
    KEY_STATES,
    ROLES,
    account_named,
    add_account,
    add_key,
    invite,
    plain_account,
    plain_keys,
    switch,
)
from docint_api.audit import record
from docint_api.backups import backup, restore
from docint_api.configuration import configuration
from docint_api.database import Database
from docint_api.store import Store
from docint_api.tables import Account, Key, now

WHO = "命令行"
said = Console(stderr=True, highlight=False, soft_wrap=True)


def _database() -> Database:
    found = configuration().service
    found.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    database = Database(found.database_url)
    database.upgrade()
    return database


def users(action: str, name: str, role: str) -> None:
    """List, add, invite, disable or enable accounts.

    Raises:
        UsageError: an unknown action, name or role.
    """
    database = _database()
    if action == "list":
        with database.read() as session:
            _show_accounts(session)
        return
    acts: dict[str, Callable[[Session], str]] = {
        "add": lambda session: _invited(add_account(session, name, role)),
        "invite": lambda session: _invited(account_named(session, name)),
        "disable": lambda session: _switched(session, name, off=True),
        "enable": lambda session: _switched(session, name, off=False),
    }
    if action not in acts:
        raise UsageError(f"没有“{action}”这一操作；可用的有：list、{'、'.join(acts)}。")
    with database.write() as session:
        told = acts[action](session)
        record(database, session, WHO, f"user.{action}", name)
    typer.echo(told)


def _invited(account: Account) -> str:
    said.print("请在浏览器中打开服务地址加下列路径，设置密码（三天内有效，仅一次）：", style="dim")
    return f"/welcome/{invite(account)}"


def _switched(session: Session, name: str, *, off: bool) -> str:
    switch(session, account_named(session, name), off=off)
    return f"账户“{name}”已{'停用' if off else '启用'}。"


def _show_accounts(session: Session) -> None:
    table = Table("账户", "角色", "状态")
    for account in map(plain_account, session.scalars(select(Account).order_by(Account.name))):
        role = f"{ROLES[account['role']]}（{account['role']}）"
        table.add_row(account["name"], role, ACCOUNT_STATES[account["state"]])
    Console(highlight=False).print(table)


def keys(action: str, name: str, label: str, scopes: str, days: int) -> None:
    """List, add or revoke keys; a new key is written to standard output, once.

    Raises:
        UsageError: an unknown action, account, prefix or scope.
    """
    database = _database()
    if action == "list":
        with database.read() as session:
            _show_keys(session)
        return
    if action not in {"add", "revoke"}:
        raise UsageError(f"没有“{action}”这一操作；可用的有：list、add、revoke。")
    with database.write() as session:
        if action == "add":
            wanted = [part.strip() for part in scopes.split(",") if part.strip()]
            until = now() + timedelta(days=days) if days else None
            key, text = add_key(session, account_named(session, name), label, wanted, until)
            record(database, session, WHO, "key.added", key.prefix, account=name)
        else:
            text = _revoked(session, name)
            record(database, session, WHO, "key.revoked", name)
    typer.echo(text)
    if action == "add":
        said.print("请妥善保存：密钥只显示这一次。", style="dim")


def _revoked(session: Session, prefix: str) -> str:
    key = session.scalars(select(Key).where(Key.prefix == prefix)).first()
    if key is None:
        raise UsageError(f"没有前缀为“{prefix}”的密钥；docint keys list 可列出。")
    key.revoked_at = now()
    return f"密钥 {prefix} 已吊销。"


def _show_keys(session: Session) -> None:
    table = Table("前缀", "账户", "用途", "权限", "状态")
    for key in plain_keys(session):
        until = f"，至 {key['expires_at'][:10]}" if key["expires_at"] else ""
        state = KEY_STATES[key["state"]] + until
        table.add_row(key["prefix"], key["account"], key["label"], "、".join(key["scopes"]), state)
    Console(highlight=False).print(table)


def back_up(folder: Path) -> None:
    """Save everything.

    Raises:
        DocintError: the folder is not empty.
    """
    found = configuration().service
    database = _database()
    count = backup(database, Store(found.data, found.files), folder)
    with database.write() as session:
        record(database, session, WHO, "backup", str(folder))
    typer.echo(f"已备份 {count} 个文件与数据库至 {folder}。")


def put_back(folder: Path) -> None:
    """Restore a backup into the data folder in force.

    Raises:
        DocintError: it is damaged, or there is data already.
    """
    found = configuration().service
    count = restore(folder, found)
    typer.echo(f"已恢复 {count} 个文件与数据库至 {found.data}。")


def show_settings() -> None:
    """All settings in force as TOML; passwords are left out."""
    found = configuration()
    own = {one.name: getattr(found.docint, one.name) for one in fields(found.docint)}
    limits = own.pop("limits")
    own.pop("service")
    service = {one.name: getattr(found.service, one.name) for one in fields(found.service)}
    url = make_url(found.service.database_url)
    service["database"] = url.render_as_string(hide_password=True)
    _show_table("", own)
    _show_table("limits", {one.name: getattr(limits, one.name) for one in fields(limits)})
    _show_table("service", service)


def _show_table(name: str, values: dict[str, Any]) -> None:
    if name:
        typer.echo(f"\n[{name}]")
    for key, value in values.items():
        if isinstance(value, bool):
            written = str(value).lower()
        elif isinstance(value, int | float):
            written = f"{value:g}" if isinstance(value, float) else str(value)
        else:
            written = json.dumps("" if value is None else str(value), ensure_ascii=False)
        typer.echo(f"{key} = {written}")
