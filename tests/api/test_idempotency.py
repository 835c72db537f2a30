"""One ``Idempotency-Key``, one submission, however often and however fast it is sent."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.api.house import API, POLICY, House, parts

KEY = {"Idempotency-Key": "a-key"}


def test_a_repeated_request_gives_the_first_submission(house: House, folder: Path) -> None:
    first = house.post(API, files=parts(folder), data={"policy": POLICY}, headers=KEY)
    again = house.post(API, files=parts(folder), data={"policy": POLICY}, headers=KEY)
    assert again.status_code == 202
    assert again.json()["id"] == first.json()["id"]
    assert again.headers["idempotency-replayed"] == "true"
    assert "idempotency-replayed" not in first.headers
    assert len(house.get(API).json()["items"]) == 1


def test_another_body_under_the_same_key_is_422(house: House, folder: Path) -> None:
    house.post(API, files=parts(folder), data={"policy": POLICY}, headers=KEY)
    other = {"policy": POLICY, "applied_on": "2024-01-01"}
    answer = house.post(API, files=parts(folder), data=other, headers=KEY)
    assert answer.status_code == 422
    assert answer.json()["type"] == "/problems/idempotency-key-reused"


def test_keys_of_different_callers_do_not_meet(house: House, folder: Path) -> None:
    first = house.post(API, files=parts(folder), data={"policy": POLICY}, headers=KEY)
    second = house.post(API, "stranger", files=parts(folder), data={"policy": POLICY}, headers=KEY)
    assert first.json()["id"] != second.json()["id"]


def test_a_key_that_is_too_long_is_refused(house: House, folder: Path) -> None:
    long = {"Idempotency-Key": "x" * 256}
    answer = house.post(API, files=parts(folder), data={"policy": POLICY}, headers=long)
    assert answer.status_code == 422


def test_many_at_once_give_one_job(house: House, folder: Path) -> None:
    def send(_: int) -> str:
        answer = house.post(API, files=parts(folder), data={"policy": POLICY}, headers=KEY)
        assert answer.status_code == 202
        return str(answer.json()["id"])

    with ThreadPoolExecutor(16) as pool:
        numbers = set(pool.map(send, range(100)))
    assert len(numbers) == 1
    assert len(house.get(API).json()["items"]) == 1
