"""The database (数据库): SQLite in WAL mode by default, PostgreSQL by URL."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from importlib.resources import files
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.orm import Session

from docint.errors import DocintError, UsageError

BUSY_SECONDS = 30


class Database:
    """Sessions that read, and sessions that write one at a time."""

    def __init__(self, url: str) -> None:
        """Nothing is opened yet.

        Raises:
            UsageError: the URL is none.
        """
        self.url = _normal(url)
        self.sqlite = self.url.startswith("sqlite")
        self.engine = _sqlite(self.url) if self.sqlite else _server(self.url)
        # Writers of one process queue here: SQLite has those that wait look again and again,
        # at growing intervals, while others overtake them.
        self._turn: AbstractContextManager[object] = (
            threading.Lock() if self.sqlite else nullcontext()
        )

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one state of things and changes nothing."""
        with Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A transaction; on SQLite it takes the write lock at its begin (``BEGIN IMMEDIATE``).

        Without that, a read that is later followed by a write loses updates or fails as busy.
        """
        engine = self.engine.execution_options(immediate=True)
        with (
            self._turn,
            Session(engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    def lock(self, session: Session, name: str) -> None:
        """One writer at a time for what is named; SQLite has but one anyway."""
        if not self.sqlite:
            session.execute(text("SELECT pg_advisory_xact_lock(hashtext(:name))"), {"name": name})

    def upgrade(self) -> None:
        """Bring the tables to this version's form.

        Raises:
            DocintError: the database cannot be reached, or is of a later version.
        """
        try:
            engine = self.engine.execution_options(immediate=True)
            with engine.begin() as connection:
                if not self.sqlite:
                    connection.execute(text("SELECT pg_advisory_xact_lock(7041990)"))
                configuration = Config()
                configuration.set_main_option(
                    "script_location", str(files("docint_api") / "migrations")
                )
                configuration.attributes["connection"] = connection
                command.upgrade(configuration, "head")
        except SQLAlchemyError as error:
            where = make_url(self.url).render_as_string(hide_password=True)
            raise DocintError(f"数据库 {where} 无法打开；请检查设置与权限。") from error

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


def _normal(url: str) -> str:
    """``postgresql://`` without a driver takes the one that is installed."""
    try:
        found = make_url(url)
    except ArgumentError as error:
        raise UsageError("设置 service.database 不是数据库 URL。") from error
    if found.drivername in {"postgres", "postgresql"}:
        found = found.set(drivername="postgresql+pg8000")
    if not found.drivername.startswith(("sqlite", "postgresql")):
        raise UsageError(f"不支持数据库 {found.drivername}；可用 sqlite 或 postgresql。")
    return found.render_as_string(hide_password=False)


def _sqlite(url: str) -> Engine:
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "isolation_level": None})

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            f"busy_timeout={BUSY_SECONDS * 1000}",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("immediate")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


def _server(url: str) -> Engine:
    return create_engine(url, pool_pre_ping=True, pool_size=10, max_overflow=30)
