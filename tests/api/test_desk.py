"""The desk over HTTP: doors, rooms, the page of a submission, its letter."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from docint_api.accounts import account_named, invite
from docint_api.desk.journal import ACTIONS
from fastapi.testclient import TestClient

from tests.api.house import API, House, built, bundle
from tests.submissions import ID_NUMBER

PASSWORD = "a long password"  # noqa: S105 - of a test
HTML = {"Accept": "text/html"}


def _signed_in(house: House, name: str) -> TestClient:
    """A browser whose owner has just set a password."""
    with house.running.database.write() as session:
        token = invite(account_named(session, name))
    client = TestClient(house.app, follow_redirects=False, raise_server_exceptions=False)
    client.headers["Accept"] = "text/html"
    answer = client.post(f"/welcome/{token}", data={"password": PASSWORD, "again": PASSWORD})
    assert answer.status_code == 303
    return client


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[House, str, TestClient]]:
    """A service, a screened submission, and a lead reviewer's browser."""
    top = tmp_path_factory.mktemp("desk")
    house = built(top)
    number = house.screened(bundle(top / "岚图申报件"), name="岚图申报件")
    yield house, number, _signed_in(house, "lead")
    house.running.database.close()


Place = tuple[House, str, TestClient]


@pytest.mark.parametrize("path", ["/", "/submissions", "/upload", "/policies", "/audit"])
def test_who_is_not_signed_in_stands_at_the_door(place: Place, path: str) -> None:
    house, _, _ = place
    answer = house.client.get(path, headers=HTML)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/login?next=%2F")


@pytest.mark.parametrize(
    "path", ["/", "/submissions", "/upload", "/policies", "/policies/futian-2023", "/login"]
)
def test_every_room_opens(place: Place, path: str) -> None:
    _, _, browser = place
    answer = browser.get(path, follow_redirects=True)
    assert answer.status_code == 200
    assert "审查工作台" in answer.text


def test_a_wrong_password_is_refused_and_logged(place: Place) -> None:
    house, _, _ = place
    answer = house.client.post("/login", data={"name": "lead", "password": "wrong"})
    assert answer.status_code == 401
    entries = house.get("/api/v1/audit", "operator", params={"object": "lead"}).json()["items"]
    assert "sign-in.refused" in {entry["action"] for entry in entries}


@pytest.mark.parametrize("next_", ["//evil.example", "https://evil.example", "/\\evil.example"])
def test_the_door_leads_nowhere_else(place: Place, next_: str) -> None:
    house, _, _ = place
    form = {"name": "lead", "password": PASSWORD, "next": next_}
    answer = house.client.post("/login", data=form)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/"
    house.client.cookies.clear()


def test_a_form_from_elsewhere_signs_nobody_in(place: Place) -> None:
    house, _, _ = place
    form = {"name": "lead", "password": PASSWORD}
    away = {"Origin": "https://evil.example"}
    assert house.client.post("/login", data=form, headers=away).status_code == 401


def test_an_invitation_is_used_up(place: Place) -> None:
    house, _, _ = place
    with house.running.database.write() as session:
        token = invite(account_named(session, "reviewer"))
    form = {"password": PASSWORD, "again": PASSWORD}
    assert house.client.post(f"/welcome/{token}", data=form | {"again": "x"}).status_code == 422
    assert house.client.post(f"/welcome/{token}", data=form).status_code == 303
    assert house.client.get(f"/welcome/{token}").status_code == 404
    house.client.cookies.clear()


def test_the_page_of_a_submission_shows_findings_articles_and_places(place: Place) -> None:
    _, number, browser = place
    text = browser.get(f"/submissions/{number}").text
    assert "申报注册地与证照住所不一致" in text
    assert "福田区创新联合体管理办法" in text
    assert re.search(r'class="ink" data-page="\d" data-box="0\.', text)


def test_a_pre_check_is_shown_to_its_owner_with_its_end(house: House, folder: Path) -> None:
    number = house.screened(folder, precheck="true", name="先行自查")
    own, lead = _signed_in(house, "submitter"), _signed_in(house, "lead")
    assert "本人的预检" in own.get("/").text
    assert "将于" in own.get(f"/submissions/{number}").text
    assert lead.get(f"/submissions/{number}").status_code == 404
    for path in ("/", "/submissions"):
        assert "先行自查" not in lead.get(path).text


def test_an_address_that_is_none_keeps_the_head_of_the_desk(place: Place) -> None:
    house, _, browser = place
    assert "审计日志" not in browser.get("/nowhere").text  # a lead may not see it
    assert 'aria-label="主导航"' in browser.get("/nowhere").text
    assert 'aria-label="主导航"' not in house.client.get("/nowhere", headers=HTML).text


def test_the_picture_that_is_seen_first_is_asked_for_at_once(place: Place) -> None:
    _, number, browser = place
    text = browser.get(f"/submissions/{number}").text
    wanted = re.search(r'<link rel="preload" as="image" href="([^"]+)">', text)
    ink = re.search(r'<button class="ink" data-page="(\d+)" data-box', text)
    assert wanted
    assert ink
    assert wanted[1] == f"{API}/{number}/pages/{ink[1]}"
    assert f'<img src="{wanted[1]}"' in text


def test_personal_numbers_are_masked_until_asked_for_and_that_is_logged(place: Place) -> None:
    house, number, browser = place
    assert ID_NUMBER not in browser.get(f"/submissions/{number}").text
    assert ID_NUMBER in browser.get(f"/submissions/{number}?unmasked=1").text
    entries = house.get("/api/v1/audit", "operator", params={"object": number}).json()["items"]
    assert ("lead", "submission.unmasked") in {(e["actor"], e["action"]) for e in entries}


def test_the_text_of_a_page_without_a_picture_is_masked(place: Place) -> None:
    house, number, browser = place
    pages = house.get(f"{API}/{number}/pages").json()["items"]
    plain = next(page for page in pages if not page["image"])
    text = browser.get(f"/submissions/{number}/pages/{plain['number']}/text").text
    assert "申报" in text or "lead" in text
    assert ID_NUMBER not in text


def _token(browser: TestClient) -> str:
    found = re.search(r'<meta name="csrf" content="([^"]+)"', browser.get("/").text)
    assert found
    return found[1]


def test_a_change_needs_the_pages_own_token(place: Place) -> None:
    house, number, browser = place
    key = house.get(f"{API}/{number}/findings").json()["items"][0]["key"]
    asked = {"finding": key, "verdict": "accept"}
    assert browser.post(f"{API}/{number}/decisions", json=asked).status_code == 403
    token = {"X-CSRF-Token": _token(browser)}
    answer = browser.post(f"{API}/{number}/decisions", json=asked, headers=token)
    assert answer.status_code == 201


def test_the_letter_says_what_was_decided(place: Place) -> None:
    house, number, browser = place
    found = house.get(f"{API}/{number}/findings", params={"code": "district-mismatch"}).json()
    asked = {"finding": found["items"][0]["key"], "verdict": "ask", "reason": "请说明迁址情况"}
    house.post(f"{API}/{number}/decisions", "lead", json=asked)
    text = browser.get(f"/submissions/{number}/opinion").text
    assert "请说明迁址情况" in text
    assert "置信度" not in text  # said to the reviewer, not by them
    assert not re.search(r"依据(第\S+?)：\1", text)
    content = browser.get(f"/submissions/{number}/opinion.docx").content
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(content)).paragraphs)
    assert "二、请申报单位说明或补正的事项" in text
    assert "请说明迁址情况" in text


def test_a_submission_under_way_shows_its_progress(place: Place, tmp_path: Path) -> None:
    house, _, browser = place
    number = house.submit(bundle(tmp_path / "x"), "lead")
    text = browser.get(f"/submissions/{number}").text
    assert f'data-progress="{number}"' in text
    assert 'application.json <span class="soft small">1 KB' in text


def test_what_is_not_there_is_a_page_in_chinese(place: Place) -> None:
    _, _, browser = place
    answer = browser.get("/submissions/sub_none")
    assert answer.status_code == 404
    assert "没有找到" in answer.text
    assert answer.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("path", ["/audit", "/users"])
def test_rooms_of_operators_are_closed_to_others(place: Place, path: str) -> None:
    _, _, browser = place
    assert browser.get(path).status_code == 403


def test_a_submitter_sees_only_its_own(place: Place) -> None:
    house, number, _ = place
    stranger = _signed_in(house, "stranger")
    assert number not in stranger.get("/").text
    assert stranger.get(f"/submissions/{number}").status_code == 404
    assert stranger.get(f"/submissions/{number}/opinion").status_code == 404


def test_names_of_applicants_cannot_become_markup(place: Place, tmp_path: Path) -> None:
    house, _, browser = place
    number = house.screened(bundle(tmp_path / "x"), "lead", name="<script>alert(1)</script>")
    for path in (f"/submissions/{number}", "/submissions", f"/submissions/{number}/opinion"):
        assert "<script>alert(1)" not in browser.get(path).text


def test_signing_out_ends_the_session(place: Place) -> None:
    house, _, _ = place
    browser: Any = _signed_in(house, "operator")
    cookie = browser.cookies["docint"]
    assert browser.post("/logout", params={"csrf": _token(browser)}).status_code == 303
    browser.cookies.set("docint", cookie)
    assert browser.get("/").status_code == 303


def test_the_log_is_read_in_chinese(place: Place) -> None:
    house, number, browser = place
    browser.get(f"/submissions/{number}")
    text = _signed_in(house, "operator").get("/audit").text
    assert "提交申报件" in text
    assert "依据：futian-2023" in text
    assert f'href="/submissions/{number}"' in text
    entries = house.get("/api/v1/audit", "operator", params={"limit": 500}).json()["items"]
    assert {entry["action"] for entry in entries} <= set(ACTIONS)
