"""Calls for applications: many submissions at once, one table."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from tests.api.house import API, House, parts
from tests.submissions import ID_NUMBER, submission, zipped

CALLS = "/api/v1/calls"


def _opened(house: House) -> str:
    asked = {"name": "2024 年第一批", "policy": "futian-2023", "applied_on": "2024-04-10"}
    answer = house.post(CALLS, "lead", json=asked)
    assert answer.status_code == 201
    assert answer.headers["location"] == answer.json()["links"]["self"]
    return str(answer.json()["id"])


def _bulk(house: House, call: str, tmp_path: Path, role: str = "submitter") -> list[Any]:
    """Two folders and a zip."""
    for name in ("甲", "乙"):
        submission(tmp_path / "all" / name)
    zipped(tmp_path / "all" / "丙.zip", submission(tmp_path / "three"))
    answer = house.post(f"{CALLS}/{call}/submissions", role, files=parts(tmp_path / "all"))
    assert answer.status_code == 202, answer.text
    return list(answer.json()["items"])


def test_every_folder_and_every_zip_is_a_submission(house: House, tmp_path: Path) -> None:
    call = _opened(house)
    items = _bulk(house, call, tmp_path)
    assert {item["name"] for item in items} == {"甲", "乙", "丙"}
    assert {item["applied_on"] for item in items} == {"2024-04-10"}
    assert house.get(f"{CALLS}/{call}").json()["submissions"] == {"total": 3, "queued": 3}


def test_a_pre_check_is_its_owners_alone(house: House, folder: Path) -> None:
    call = _opened(house)
    number = house.submit(folder, precheck="true", call=call)
    own = f"{API}/{number}"
    assert house.get(own).status_code == 200
    assert [one["id"] for one in house.get(API).json()["items"]] == [number]
    for role in ("reviewer", "lead", "operator", "stranger"):
        assert house.get(own, role).status_code == 404
        assert house.get(API, role).json()["items"] == []


def test_a_pre_check_stands_in_no_table_of_a_call(house: House, folder: Path) -> None:
    call = _opened(house)
    house.submit(folder, precheck="true", call=call)
    for role in ("submitter", "reviewer"):
        assert house.get(f"{CALLS}/{call}", role).json()["submissions"] == {"total": 0}
        assert house.get(f"{CALLS}/{call}/submissions", role).json()["items"] == []
        assert house.get(f"{CALLS}/{call}/summary", role).json()["bundles"] == []


@pytest.mark.parametrize("path", [API, CALLS, f"{CALLS}/{{call}}/submissions"])
def test_long_lists_ask_the_database_no_more_than_short_ones(
    house: House, tmp_path: Path, path: str
) -> None:
    call = _opened(house)
    house.submit(submission(tmp_path / "one"), call=call)
    path = path.format(call=call)
    short = _questions(house, path)
    _bulk(house, call, tmp_path)
    _opened(house)
    assert _questions(house, path) == short


def _questions(house: House, path: str) -> int:
    """Statements that one GET sends to the database."""
    asked: list[str] = []

    def note(*told: Any) -> None:
        asked.append(told[2])

    engine = house.running.database.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        assert house.get(path).status_code == 200
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return len(asked)


def test_the_summary_is_the_contracts(house: House, tmp_path: Path) -> None:
    call = _opened(house)
    _bulk(house, call, tmp_path)
    house.work()
    told = house.get(f"{CALLS}/{call}/summary", "reviewer").json()
    assert told["schema"] == "docint.summary/1"
    assert {row["name"] for row in told["bundles"]} == {"甲", "乙", "丙"}
    assert all(row["summary"]["high"] >= 1 and row["error"] is None for row in told["bundles"])


def test_its_tables_open_in_excel_and_mask_numbers(house: House, tmp_path: Path) -> None:
    call = _opened(house)
    _bulk(house, call, tmp_path)
    house.work()
    answer = house.get(f"{CALLS}/{call}/summary", "reviewer", params={"format": "xlsx"})
    strings = zipfile.ZipFile(io.BytesIO(answer.content)).read("xl/sharedStrings.xml").decode()
    assert all(f">{name}<" in strings for name in ("甲", "乙", "丙"))
    assert ID_NUMBER not in strings
    text = house.get(f"{CALLS}/{call}/summary", "reviewer", params={"format": "csv"}).text
    assert text.startswith("\ufeff申报件")


def test_a_submitter_counts_its_own_only(house: House, tmp_path: Path) -> None:
    call = _opened(house)
    _bulk(house, call, tmp_path)
    assert house.get(f"{CALLS}/{call}", "stranger").json()["submissions"]["total"] == 0
    assert house.get(f"{CALLS}/{call}/submissions", "stranger").json()["items"] == []


def test_a_closed_call_takes_nothing_more(house: House, tmp_path: Path, folder: Path) -> None:
    call = _opened(house)
    assert house.post(f"{CALLS}/{call}/closing", "lead").status_code == 200
    answer = house.post(f"{CALLS}/{call}/submissions", files=parts(folder))
    assert answer.status_code == 409
    assert house.get(f"{CALLS}/{call}").status_code == 404
    assert house.get(f"{CALLS}/{call}", "reviewer").status_code == 200


@pytest.mark.parametrize("role", ["submitter", "reviewer"])
def test_only_lead_reviewers_open_calls(house: House, role: str) -> None:
    asked = {"name": "x", "policy": "futian-2023"}
    assert house.post(CALLS, role, json=asked).status_code == 403


def test_a_call_under_an_unknown_policy_is_422(house: House) -> None:
    answer = house.post(CALLS, "lead", json={"name": "x", "policy": "no-such"})
    assert answer.status_code == 422
    assert house.post(CALLS, "lead", json={"policy": "futian-2023"}).status_code == 422
