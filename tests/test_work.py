from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from docint.errors import UnreadableError
from docint.work import Done, Pool, _seated

GIGABYTE = 1 << 30


class UnpicklableError(Exception):
    def __init__(self, one: str, two: str) -> None:
        super().__init__(one)
        self.lock = threading.Lock()


def job(what: Any) -> Any:  # noqa: C901, PLR0911, PLR0912 - one small thing after another
    match what:
        case int():
            return what * what
        case "segfault":
            return ctypes.string_at(0)
        case "loop":
            while True:
                pass
        case "wait":
            time.sleep(1.5)
            return "waited"
        case "native loop":  # holds the GIL and hears no signal
            return ctypes.PyDLL(None).usleep(20_000_000)
        case "hog":
            return len(bytearray(3 * GIGABYTE))
        case "exit":
            os._exit(5)
        case "quit":
            sys.exit(3)
        case "error":
            raise ValueError("something odd")
        case "ours":
            raise UnreadableError("文件已加密。")
        case "odd error":
            raise UnpicklableError("a", "b")
        case "odd value":
            return threading.Lock()
        case "cores":
            time.sleep(0.3)  # so that both workers get some
            return os.getpid(), tuple(sorted(os.sched_getaffinity(0)))
        case "pid":
            return os.getpid()
        case "mutter":
            os.write(1, b"stdout noise")
            os.write(2, b"stderr noise")
    return None


def pool(workers: int = 2, seconds: float = 2.0) -> Pool:
    return Pool(workers, seconds, 2 * GIGABYTE)


def value(done: Done[Any]) -> Any:
    assert done.failure is None
    return done.value


def each(workers: Pool, items: Iterable[Any]) -> list[Done[Any]]:
    """All items done, in their order."""
    return [one.result() for one in [workers.start(job, item) for item in items]]


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_every_item_comes_back_with_its_value() -> None:
    with pool() as workers:
        done = list(each(workers, range(30)))
    assert sorted((one.item, one.value) for one in done) == [(n, n * n) for n in range(30)]


def test_an_error_is_named_and_our_own_says_its_sentence() -> None:
    with pool(1) as workers:
        found = {one.item: one for one in each(workers, ["error", "ours", 3])}
    assert "ValueError" in (found["error"].failure or "")
    assert found["ours"] == Done("ours", None, "文件已加密。")
    assert found[3] == Done(3, 9)


def test_what_cannot_be_pickled_harms_nobody_else() -> None:
    with pool(1) as workers:
        jobs = [workers.start(job, what) for what in ("odd error", "odd value", "quit", 3)]
        failures = [one.result().failure for one in jobs]
    assert all(failures[:3])
    assert failures[3] is None


def test_a_job_that_cannot_be_sent_is_the_callers_mistake() -> None:
    with pool(1) as workers:
        with pytest.raises(TypeError, match="cannot be sent"):
            workers.start(job, threading.Lock()).result()
        assert workers.start(job, 3).result().value == 9


def test_what_native_libraries_mutter_is_not_heard(capfd: pytest.CaptureFixture[str]) -> None:
    with pool(1) as workers:
        assert workers.start(job, "mutter").result().failure is None
    assert capfd.readouterr() == ("", "")


def test_an_ended_pool_takes_no_jobs() -> None:
    with pool(1) as workers:
        pass
    with pytest.raises(RuntimeError):
        workers.start(job, 3)


@pytest.mark.parametrize(
    ("seats", "expected"),
    [
        (1, [[0, 1, 2, 5]]),
        (2, [[0, 1], [2, 5]]),
        (3, [[0], [1], [2, 5]]),
        (5, [[0], [1], [2], [5], [0]]),
    ],
)
def test_workers_share_the_cores_out(seats: int, expected: list[list[int]]) -> None:
    assert [_seated([0, 1, 2, 5], seat, seats) for seat in range(seats)] == expected


@pytest.mark.faults
def test_bad_jobs_are_named_singly_and_no_good_one_is_lost() -> None:
    bad = {
        "segfault": "SIGSEGV",
        "loop": "2 秒",
        "native loop": "2 秒",
        "hog": "内存超过 2 GB",
        "exit": "代码 5",
        "error": "ValueError",
    }
    items: list[Any] = [*range(8), *bad, *range(8, 16)]
    with pool() as workers:
        found = {one.item: one for one in each(workers, items)}
    assert {n: found[n].value for n in range(16)} == {n: n * n for n in range(16)}
    for what, word in bad.items():
        assert word in (found[what].failure or ""), found[what]
        assert found[what].value is None


@pytest.mark.faults
@pytest.mark.skipif(len(os.sched_getaffinity(0)) < 2, reason="needs two cores")
def test_workers_sit_on_cores_of_their_own_and_so_do_their_successors() -> None:
    with pool() as workers:
        first = {value(one) for one in each(workers, ["cores"] * 6)}
        list(each(workers, ["segfault"] * 3))
        second = {value(one) for one in each(workers, ["cores"] * 6)}
    for seats in (first, second):
        assert len(seats) == 2
        (_, one), (_, other) = seats
        assert not set(one) & set(other)
    assert first != second


@pytest.mark.faults
def test_a_pool_whose_idle_workers_were_killed_works_again() -> None:
    with pool() as workers:
        for _ in range(2):
            pids = {value(one) for one in each(workers, ["pid"] * 20)}
            for pid in pids:
                os.kill(pid, signal.SIGKILL)
            time.sleep(0.5)
        assert [workers.start(job, n).result().value for n in range(4)] == [0, 1, 4, 9]


@pytest.mark.faults
def test_a_job_whose_worker_was_killed_from_outside_is_done_by_another() -> None:
    with pool(1, seconds=20) as workers:
        pid = value(workers.start(job, "pid").result())
        waiting = workers.start(job, "cores")
        time.sleep(0.15)
        os.kill(pid, signal.SIGKILL)
        done = waiting.result()
    assert value(done)[0] != pid


@pytest.mark.faults
def test_a_pool_begun_in_a_short_lived_thread_outlives_it() -> None:
    found = []
    with pool(1) as workers:
        thread = threading.Thread(target=lambda: found.append(workers.start(job, "pid").result()))
        thread.start()
        thread.join()
        time.sleep(0.5)
        assert workers.start(job, "pid").result().value == found[0].value


@pytest.mark.faults
def test_leaving_stops_workers_in_the_middle_of_a_loop_at_once() -> None:
    with pool(2, seconds=60) as workers:
        pids = {value(one) for one in each(workers, ["pid"] * 8)}
        jobs = [workers.start(job, what) for what in ("loop", "native loop", 3)]
        time.sleep(0.5)
        start = time.monotonic()
    assert time.monotonic() - start < 2
    assert not any(alive(pid) for pid in pids)
    assert all(one.result().failure for one in jobs)


PARENT = """
import os, sys, time
from docint.work import Pool
from tests.test_work import each, job
if __name__ == "__main__":
    with Pool(2, 60, 2 << 30) as pool:
        pids = set()
        while len(pids) < 2:
            pids |= {one.value for one in each(pool, ["cores"] * 4)}
        jobs = [pool.start(job, what) for what in ("loop", "native loop")]
        time.sleep(0.5)
        print(*sorted(pid for pid, _ in pids), flush=True)
        jobs[0].result()
"""


@pytest.mark.faults
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_no_worker_outlives_its_parent(tmp_path: Path, how: signal.Signals) -> None:
    (tmp_path / "parent.py").write_text(textwrap.dedent(PARENT))
    root = str(Path(__file__).parent.parent)
    with subprocess.Popen(
        [sys.executable, str(tmp_path / "parent.py")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([root, *sys.path])},
    ) as parent:
        assert parent.stdout is not None
        pids = [int(pid) for pid in parent.stdout.readline().split()]
        assert len(pids) == 2
        assert all(alive(pid) for pid in pids)
        parent.send_signal(how)
        start = time.monotonic()
        parent.wait(10)
        assert time.monotonic() - start < 3
    time.sleep(0.3)
    assert not any(alive(pid) for pid in pids)


def test_time_spent_waiting_for_a_busy_machine_is_not_counted() -> None:
    with pool(1, seconds=1) as workers:
        assert value(workers.start(job, "wait").result()) == "waited"
