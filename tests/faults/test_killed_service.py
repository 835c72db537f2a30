"""The service is killed while it works: nothing is lost, nothing is reported twice."""

from __future__ import annotations

import os
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.api.house import API, POLICY, bundle, parts
from tests.api.live import Live

pytestmark = pytest.mark.faults

SUBMISSIONS = 8
PATIENCE = 600.0


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    with Live(tmp_path, {"DOCINT_SERVICE_LEASE_SECONDS": "3"}) as found:
        yield found


def _reports(live: Live) -> list[tuple[str, int]]:
    with closing(sqlite3.connect(live.folder / "data" / "docint.sqlite")) as database:
        return database.execute("SELECT job, count(*) FROM reports GROUP BY job").fetchall()


def _attempts(live: Live) -> int:
    with closing(sqlite3.connect(live.folder / "data" / "docint.sqlite")) as database:
        return int(database.execute("SELECT sum(attempts) FROM jobs").fetchone()[0])


def _begun(live: Live, before: int) -> int:
    """Wait until a job was begun since; how many were by now."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if (now := _attempts(live)) > before:
            return now
        time.sleep(0.02)
    raise AssertionError(live.log.read_text("utf-8")[-3000:])


def _wait(live: Live, numbers: list[str]) -> None:
    until = time.monotonic() + PATIENCE
    with live.client() as client:
        while time.monotonic() < until:
            states = [client.get(f"{API}/{number}").json()["state"] for number in numbers]
            if all(state == "done" for state in states):
                return
            time.sleep(0.5)
    raise AssertionError((states, live.log.read_text("utf-8")[-3000:]))


def _gone(pids: list[int]) -> bool:
    for _ in range(50):
        if not any(_alive(pid) for pid in pids):
            return True
        time.sleep(0.1)
    return False


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_killed_workers_and_a_killed_server_lose_and_double_nothing(live: Live) -> None:
    folder = bundle(live.folder / "申报件")
    with live.client() as client:
        numbers = [
            client.post(API, files=parts(folder), data={"policy": POLICY}).json()["id"]
            for _ in range(SUBMISSIONS)
        ]
    begun = 0
    for _ in range(3):
        begun = _begun(live, begun)
        for pid in live.workers():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
    time.sleep(1.0)
    orphans = live.workers()
    live.kill()
    assert _gone(orphans)  # they died with it
    live.start()
    _wait(live, numbers)
    reports = _reports(live)
    assert _attempts(live) > SUBMISSIONS  # some were begun twice
    assert len(reports) == SUBMISSIONS
    assert {count for _, count in reports} == {1}
