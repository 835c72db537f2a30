"""Keeps workers alive beside the server (监护): one for each lane, begun anew when it dies."""

from __future__ import annotations

import logging
import os
import signal
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from docint_api import jobs
from docint_api.database import Database
from docint_api.tables import Job

log = logging.getLogger(__name__)

LOOK_SECONDS = 0.5
PATIENCE = 5.0
"""Seconds a worker gets to end on its own."""
STALLED = 86
"""Exit code of a worker whose job came no further."""
OWN_DEATHS = {
    -signal.SIGSEGV, -signal.SIGABRT, -signal.SIGBUS, -signal.SIGFPE, -signal.SIGILL, STALLED,
}  # fmt: skip
"""Ends that a job brings about; a worker killed from outside is no fault of its job."""


def worker_name(pid: int, lane: str) -> str:
    """The name under which a process of this machine holds leases."""
    return f"{socket.gethostname()}:{pid}:{lane}"


class Supervisor:
    """Workers of this server; a context manager."""

    def __init__(self, database: Database, *, offline: bool) -> None:
        self._database = database
        self._more = ["--offline"] if offline else []
        self._processes: dict[str, subprocess.Popen[bytes]] = {}
        self._stop = threading.Event()
        # The kernel ties a worker's life to the thread that began it: this one lives as long.
        self._thread = threading.Thread(target=self._watch, name="supervisor", daemon=True)

    def __enter__(self) -> Supervisor:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    @property
    def alive(self) -> bool:
        """Whether every lane has a worker."""
        running = dict(self._processes)
        return len(running) == len(jobs.LANES) and all(p.poll() is None for p in running.values())

    def _watch(self) -> None:
        self._forget_the_dead()
        for lane in jobs.LANES:
            self._begin(lane)
        while not self._stop.wait(LOOK_SECONDS):
            for lane, process in list(self._processes.items()):
                if process.poll() is not None:
                    self._ended(lane, process)
        self._end_all()

    def _begin(self, lane: str) -> None:
        command = [sys.executable, "-m", "docint_api.worker", "--lanes", lane]
        self._processes[lane] = subprocess.Popen(  # noqa: S603 - this very interpreter
            [*command, *self._more, "--parent", str(os.getpid())], stdin=subprocess.DEVNULL
        )

    def _ended(self, lane: str, process: subprocess.Popen[bytes]) -> None:
        crashed = process.returncode in OWN_DEATHS
        told = {"lane": lane, "code": process.returncode}
        log.warning("worker ended, another is begun", extra=told)
        with suppress(SQLAlchemyError), self._database.write() as session:
            jobs.release(session, worker_name(process.pid, lane), crashed=crashed)
        self._begin(lane)

    def _end_all(self) -> None:
        for process in self._processes.values():
            process.terminate()
        for process in self._processes.values():
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _forget_the_dead(self) -> None:
        """Give back at once what workers held that died with an earlier server."""
        with suppress(SQLAlchemyError), self._database.write() as session:
            held = session.scalars(select(Job.worker).where(Job.state == "running")).all()
            for name in {name for name in held if name}:
                if _is_dead(name):
                    jobs.release(session, name, crashed=False)


def _is_dead(name: str) -> bool:
    host, _, rest = name.partition(":")
    pid = rest.partition(":")[0]
    if host != socket.gethostname() or not pid.isdigit():
        return False
    try:
        told = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return True
    return b"docint_api.worker" not in told
