"""``docint serve``: the server with its workers, and the first way in."""

from __future__ import annotations

import gc
import socket

import uvicorn
from rich.console import Console
from sqlalchemy import select

from docint.errors import DocintError
from docint_api.accounts import add_account, invite
from docint_api.app import application
from docint_api.database import Database
from docint_api.deps import Running
from docint_api.logs import configure
from docint_api.tables import Account

FIRST = "admin"


def serve(host: str, port: int) -> None:
    """Serve until stopped."""
    configure()
    app = application()
    _settle()
    running: Running = app.state.running
    listening = _bound(host, port)
    where = f"http://{'127.0.0.1' if host in {'0.0.0.0', '::'} else host}:{port}"  # noqa: S104
    said = Console(stderr=True, highlight=False, soft_wrap=True)
    said.print(f"审查工作台：{where}/   接口说明：{where}/docs", markup=False)
    said.print(f"数据目录：{running.configuration.service.data}", markup=False)
    token = first_invitation(running.database)
    if token:
        said.print(
            f"首次使用，请打开此一次性链接设置管理员密码：{where}/welcome/{token}", markup=False
        )
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=5,
        timeout_keep_alive=75,  # longer than proxies keep theirs, or they meet closed connections
    )
    uvicorn.Server(config).run(sockets=[listening])


def _settle() -> None:
    """What was loaded at the start stays: looking through it for garbage stops every request."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


def _bound(host: str, port: int) -> socket.socket:
    """The port as this process's own, before anything is said or begun.

    Raises:
        DocintError: it is taken, or not to be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        why = error.strerror or str(error)
        raise DocintError(f"无法监听 {host}:{port}（{why}）；请用 --port 另选端口。") from error
    listening.set_inheritable(False)
    return listening


def first_invitation(database: Database) -> str | None:
    """A link for the first operator, as long as nobody can sign in."""
    with database.write() as session:
        accounts = session.scalars(select(Account)).all()
        if any(a.role == "operator" and a.password for a in accounts):
            return None
        first = next((a for a in accounts if a.name == FIRST and a.role == "operator"), None)
        return invite(first or add_account(session, FIRST, "operator"))
