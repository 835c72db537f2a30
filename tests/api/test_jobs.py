"""Leases: who holds one may finish, who lost it may not."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from docint_api import jobs, worker, working
from docint_api.supervisor import STALLED
from docint_api.tables import Job, Submission, now
from sqlalchemy import select

from tests.api.house import API, House

LANES = jobs.LANES


def _expire(house: House) -> None:
    with house.running.database.write() as session:
        for job in session.scalars(select(Job)):
            job.leased_until = now() - timedelta(seconds=1)


def _take(house: House, worker: str) -> jobs.Lease | None:
    with house.running.database.write() as session:
        return jobs.take(session, LANES, worker, 30)


def test_a_leased_job_is_given_to_nobody_else(house: House, folder: Path) -> None:
    house.submit(folder)
    assert _take(house, "one") is not None
    assert _take(house, "two") is None


def test_a_silent_workers_job_goes_to_the_next(house: House, folder: Path) -> None:
    house.submit(folder)
    first = _take(house, "one")
    _expire(house)
    second = _take(house, "two")
    assert first
    assert second
    assert first.job == second.job
    assert first.token != second.token


def test_who_lost_the_lease_cannot_finish(house: House, folder: Path) -> None:
    number = house.submit(folder)
    first = _take(house, "one")
    _expire(house)
    _take(house, "two")
    assert first
    with house.running.database.write() as session:
        assert jobs.held(session, first) is None
        assert not jobs.renew(session, first, 30)
        assert not jobs.fail(session, first, "too late")
    assert house.get(f"{API}/{number}").json()["state"] == "reading"


def test_lost_leases_do_not_count_as_crashes(house: House, folder: Path) -> None:
    number = house.submit(folder)
    for turn in range(5):
        assert _take(house, f"worker {turn}")
        with house.running.database.write() as session:
            jobs.release(session, f"worker {turn}", crashed=False)
    house.work()
    assert house.get(f"{API}/{number}").json()["state"] == "done"


def test_a_job_that_brings_workers_down_is_given_up(house: House, folder: Path) -> None:
    number = house.submit(folder)
    for turn in range(jobs.MOST_CRASHES):
        assert _take(house, f"worker {turn}")
        with house.running.database.write() as session:
            jobs.release(session, f"worker {turn}", crashed=True)
    house.work()
    body = house.get(f"{API}/{number}").json()
    assert body["state"] == "failed"
    assert "多次异常终止" in body["error"]


def test_the_oldest_comes_first(house: House, folder: Path) -> None:
    numbers = [house.submit(folder) for _ in range(3)]
    leases = [_take(house, "one") for _ in numbers]
    assert [lease.submission for lease in leases if lease] == numbers


def test_a_submission_is_judged_by_one_worker_at_a_time(house: House, folder: Path) -> None:
    number = house.submit(folder)
    first = _take(house, "one")
    assert first
    with house.running.database.write() as session:
        jobs.add(session, session.get_one(Submission, number), "judge")
    assert _take(house, "two") is None
    with house.running.database.write() as session:
        assert jobs.fail(session, first, "over")
    second = _take(house, "two")
    assert second
    assert second.lane == "judge"


def test_a_deleted_submissions_job_is_not_begun(house: House, folder: Path) -> None:
    number = house.submit(folder)
    with house.running.database.write() as session:
        session.get_one(Submission, number).deleted_at = now()
    assert _take(house, "one") is None


def test_a_worker_that_comes_no_further_ends_itself(house: House, folder: Path) -> None:
    house.submit(folder)
    lease = _take(house, "one")
    assert lease
    ended = threading.Event()
    with (
        patch("docint_api.working.os._exit", side_effect=lambda _: ended.set()) as exit_,
        working.Heart(house.running.database, lease, seconds=0.3, stall=0.0),
    ):
        assert ended.wait(5)
    assert exit_.call_args.args == (STALLED,)


@pytest.mark.parametrize(("lanes", "gives_way"), [("read", True), ("judge", False)])
def test_reading_gives_way_to_people_who_wait(lanes: str, gives_way: bool) -> None:
    with (
        patch("sys.argv", ["worker", "--lanes", lanes]),
        patch("docint_api.worker.os.nice") as nice,
        patch("docint_api.worker.signal.signal"),
        patch.object(worker, "import_module"),
    ):
        worker.main()
    assert nice.called is gives_way
