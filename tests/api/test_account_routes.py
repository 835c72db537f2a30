"""Operators let people in and shut them out, over HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.house import API, House
from tests.api.test_desk import PASSWORD, _signed_in

ACCOUNTS, KEYS = "/api/v1/accounts", "/api/v1/keys"


def _number(house: House, name: str) -> str:
    items = house.get(ACCOUNTS, "operator").json()["items"]
    return str(next(one["id"] for one in items if one["name"] == name))


def _change(house: House, name: str, **wanted: Any) -> Any:
    path = f"{ACCOUNTS}/{_number(house, name)}"
    return house.client.patch(path, headers=house.headers("operator"), json=wanted)


def _actions(house: House, subject: str) -> list[str]:
    answer = house.get("/api/v1/audit", "operator", params={"object": subject}).json()
    return [entry["action"] for entry in answer["items"]]


def test_an_account_is_added_with_a_link_that_works_once(house: House) -> None:
    answer = house.post(ACCOUNTS, "operator", json={"name": "王老师", "role": "reviewer"})
    assert answer.status_code == 201
    assert answer.json()["state"] == "invited"
    form = {"password": PASSWORD, "again": PASSWORD}
    assert house.client.post(answer.json()["invitation"], data=form).status_code == 303
    house.client.cookies.clear()
    assert house.client.post(answer.json()["invitation"], data=form).status_code == 422
    found = house.get(ACCOUNTS, "operator").json()["items"]
    assert {"name": "王老师", "state": "active"}.items() <= next(
        one for one in found if one["name"] == "王老师"
    ).items()
    assert "invitation" not in found[0]
    assert "user.add" in _actions(house, "王老师")


@pytest.mark.parametrize(
    "wanted",
    [
        {"name": "x", "role": "king"},
        {"name": "lead", "role": "lead"},
        {"name": "  ", "role": "lead"},
    ],
)
def test_an_account_that_cannot_be_is_422(house: House, wanted: dict[str, str]) -> None:
    assert house.post(ACCOUNTS, "operator", json=wanted).status_code == 422


def test_who_is_shut_out_is_out_at_once_and_stays_signed_out(house: House) -> None:
    browser = _signed_in(house, "reviewer")
    assert browser.get("/").status_code == 200
    assert _change(house, "reviewer", disabled=True).json()["state"] == "disabled"
    assert browser.get("/").status_code == 303
    assert house.get(API, "reviewer").status_code == 401
    assert _change(house, "reviewer", disabled=False).json()["state"] == "active"
    assert browser.get("/").status_code == 303
    assert house.get(API, "reviewer").status_code == 200
    assert _actions(house, "reviewer")[:2] == ["user.enable", "user.disable"]


def test_a_reset_ends_the_password_and_the_sessions(house: House) -> None:
    browser = _signed_in(house, "reviewer")
    path = f"{ACCOUNTS}/{_number(house, 'reviewer')}/invitation"
    answer = house.post(path, "operator")
    assert answer.status_code == 201
    assert browser.get("/").status_code == 303
    form = {"name": "reviewer", "password": PASSWORD}
    assert house.client.post("/login", data=form).status_code == 401
    assert house.client.get(answer.json()["invitation"]).status_code == 200
    assert "user.reset" in _actions(house, "reviewer")


def test_a_new_role_counts_from_the_next_request(house: House) -> None:
    assert house.get("/api/v1/audit", "lead").status_code == 403
    assert _change(house, "lead", role="submitter").json()["role"] == "submitter"
    assert house.post("/api/v1/calls", "lead", json={}).status_code == 403
    assert _change(house, "lead", role="king").status_code == 422


def test_nobody_shuts_themselves_out(house: House) -> None:
    assert _change(house, "operator", disabled=True).status_code == 409
    assert _change(house, "operator", role="reviewer").status_code == 409
    path = f"{ACCOUNTS}/{_number(house, 'operator')}/invitation"
    assert house.post(path, "operator").status_code == 409
    assert house.get(ACCOUNTS, "operator").status_code == 200


def test_a_key_is_added_shown_once_and_revoked(house: House) -> None:
    wanted = {"account": "submitter", "label": "申报系统", "scopes": ["read"], "days": 30}
    made = house.post(KEYS, "operator", json=wanted).json()
    headers = {"Authorization": f"Bearer {made['key']}"}
    assert house.client.get(API, headers=headers).status_code == 200
    listed = house.get(KEYS, "operator")
    assert made["key"] not in listed.text
    assert made["prefix"] in listed.text
    gone = house.client.delete(f"{KEYS}/{made['id']}", headers=house.headers("operator"))
    assert gone.status_code == 204
    assert house.client.get(API, headers=headers).status_code == 401
    assert _actions(house, made["prefix"]) == ["key.revoked", "key.added"]


@pytest.mark.parametrize(
    "wanted", [{"account": "nobody"}, {"account": "submitter", "scopes": ["operate"]}]
)
def test_a_key_that_cannot_be_is_422(house: House, wanted: dict[str, Any]) -> None:
    assert house.post(KEYS, "operator", json=wanted).status_code == 422


@pytest.mark.parametrize("role", ["submitter", "reviewer", "lead"])
def test_only_operators_may(house: House, role: str) -> None:
    assert house.get(ACCOUNTS, role).status_code == 403
    assert house.get(KEYS, role).status_code == 403
    assert house.post(ACCOUNTS, role, json={"name": "x", "role": "operator"}).status_code == 403
    assert house.post(KEYS, role, json={"account": "operator"}).status_code == 403


def test_a_page_elsewhere_cannot_add_an_operator(house: House) -> None:
    browser = _signed_in(house, "operator")
    wanted = {"name": "intruder", "role": "operator"}
    assert browser.post(ACCOUNTS, json=wanted).status_code == 403
    assert "intruder" not in house.get(ACCOUNTS, "operator").text
