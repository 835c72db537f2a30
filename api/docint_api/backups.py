"""Backups (备份): one folder with the database and all files, consistent and checked.

The database is copied first: whatever it names is in the store already. PostgreSQL's own tools
copy and restore a PostgreSQL.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from sqlalchemy import inspect
from sqlalchemy.engine import make_url

from docint.errors import DocintError
from docint_api.configuration import Service
from docint_api.database import Database
from docint_api.store import Store
from docint_api.tables import Account

LITE, DUMP = "docint.sqlite", "docint.dump"


def backup(database: Database, store: Store, target: Path) -> int:
    """Everything into an empty folder, while the service goes on; the number of blobs.

    Raises:
        DocintError: the folder is not empty, or the database cannot be copied.
    """
    if target.exists() and any(target.iterdir()):
        raise DocintError(f"“{target}”不是空文件夹；请另选一个。")
    target.mkdir(parents=True, exist_ok=True, mode=0o700)
    if database.sqlite:
        with (
            closing(sqlite3.connect(str(database.engine.url.database))) as here,
            closing(sqlite3.connect(target / LITE)) as there,
        ):
            here.backup(there)
    else:
        _by("pg_dump", database.url, "--format=custom", "--no-owner", f"--file={target / DUMP}")
    copied = 0
    for blob in store.blobs.listed():
        place = target / "blobs" / blob[:2] / blob
        place.parent.mkdir(parents=True, exist_ok=True)
        store.blobs.copy(blob, place)
        copied += 1
    return copied


def restore(source: Path, settings: Service) -> int:
    """A backup into an empty data folder and database, every file checked; the number of blobs.

    Raises:
        DocintError: it is no backup, damaged or of another kind, or there is data already.
    """
    database = Database(settings.database_url)
    kept = LITE if database.sqlite else DUMP
    if not (source / kept).is_file():
        raise DocintError(_not_here(source, kept))
    folder = settings.data
    used = (folder / LITE).exists() if database.sqlite else _inhabited(database)
    if used:
        place = f"“{folder}”中" if database.sqlite else "数据库中"
        raise DocintError(f"{place}已有数据；请先移走，或在设置中另指一处空的。")
    store, restored = Store(folder, settings.files), 0
    for path in sorted((source / "blobs").rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                whole = sha256(file.read()).hexdigest() == path.name
            if not whole:
                raise DocintError(f"备份中的文件 {path.name[:12]}… 已损坏，未能恢复。")
            store.put_file(path)
            restored += 1
    if database.sqlite:
        shutil.copyfile(source / LITE, folder / LITE)
    else:
        once = ("--no-owner", "--single-transaction", "--exit-on-error")
        _by("pg_restore", database.url, *once, str(source / DUMP))
    return restored


def _not_here(source: Path, kept: str) -> str:
    other = LITE if kept == DUMP else DUMP
    if (source / other).is_file():
        names = {LITE: "SQLite", DUMP: "PostgreSQL"}
        return f"“{source}”备份自 {names[other]}；请在设置 service.database 中指明同种的空数据库。"
    return f"“{source}”不是 docint 的备份。"


def _inhabited(database: Database) -> bool:
    found = inspect(database.engine).has_table(Account.__tablename__)
    database.close()
    return found


def _by(tool: str, url: str, *words: str) -> None:
    """Have a tool of PostgreSQL do it; the password goes by the environment, not by the words."""
    program = shutil.which(tool)
    if program is None:
        raise DocintError(
            f"备份或恢复 PostgreSQL 需要 {tool}（Debian：apt-get install postgresql-client）；"
            "装好后重试，或自行转储数据库并复制数据目录中的 blobs。"
        )
    known = make_url(url)
    where = known.set(drivername="postgresql", password=None).render_as_string()
    environment = os.environ | ({"PGPASSWORD": str(known.password)} if known.password else {})
    done = subprocess.run(  # noqa: S603 - a program of this machine, a database of our own
        [program, f"--dbname={where}", *words],
        env=environment, capture_output=True, check=False, text=True,
    )  # fmt: skip
    if done.returncode:
        said = (done.stderr.strip().splitlines() or [""])[-1]
        raise DocintError(f"{tool} 未能完成：{said}")
