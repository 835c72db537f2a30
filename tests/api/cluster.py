"""A PostgreSQL of the tests' own: Debian's binaries, a socket, a folder that goes away."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pg8000.dbapi
import pytest

from tests.api.live import free_port


def _binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    name = shutil.which("initdb")
    if name is None:
        pytest.fail("these tests need PostgreSQL: apt-get install postgresql")
    return Path(name).resolve().parent


def _as_owner() -> list[str]:
    """PostgreSQL refuses to run as root."""
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] * (
        os.geteuid() == 0
    )


@contextmanager
def cluster() -> Iterator[str]:
    """A running server; the URL of its databases without a name."""
    binaries, owner, port = _binaries(), _as_owner(), free_port()
    folder = Path(tempfile.mkdtemp(prefix="docint-postgres-"))
    if owner:
        found = pwd.getpwnam("postgres")
        os.chown(folder, found.pw_uid, found.pw_gid)
    data = folder / "data"
    run = [*owner, str(binaries / "initdb"), "-D", str(data), "-U", "docint", "-A", "trust"]
    subprocess.run([*run, "-E", "UTF8"], check=True, capture_output=True, cwd="/")
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    control = [*owner, str(binaries / "pg_ctl"), "-D", str(data), "-w"]
    begin = [*control, "-o", options, "-l", str(folder / "log"), "start"]
    subprocess.run(begin, check=True, capture_output=True, cwd="/")
    try:
        yield f"postgresql://docint@127.0.0.1:{port}"
    finally:
        stop = [*control, "-m", "immediate", "stop"]
        subprocess.run(stop, check=True, capture_output=True, cwd="/")
        shutil.rmtree(folder, ignore_errors=True)


def database(server: str) -> str:
    """A new, empty database; its URL."""
    name, port = f"docint_{uuid4().hex}", int(server.rsplit(":", 1)[1])
    connection = pg8000.dbapi.connect("docint", "127.0.0.1", "postgres", port)
    connection.autocommit = True
    connection.cursor().execute(f"CREATE DATABASE {name}")
    connection.close()
    return f"{server}/{name}"
