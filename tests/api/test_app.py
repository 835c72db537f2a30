"""The application: alive, ready, careful; the shelves shown."""

from __future__ import annotations

import socket
from unittest.mock import patch

import pytest
from docint_api import commands
from docint_api.serving import _bound

from docint import __version__
from docint.errors import DocintError
from tests.api.house import House


def test_the_process_says_that_it_lives_and_which_version_it_is(house: House) -> None:
    answer = house.client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "docint": __version__}


def test_it_is_ready_once_all_units_are_loaded(house: House) -> None:
    told = house.client.get("/readyz").json()
    assert told["status"] == "ok"
    assert told["kinds"] >= 16
    assert told["checks"] > 40


def test_policies_are_listed_with_their_articles(house: House) -> None:
    policies = {policy["name"]: policy for policy in house.get("/api/v1/policies").json()}
    assert {"futian-2023", "bast-consortium", "bast-regional-2022", "bast-industrial-2022"} <= set(
        policies
    )
    assert all(policy["articles"] for policy in policies.values())


def test_one_policy_is_the_same_as_in_the_list(house: House) -> None:
    for policy in house.get("/api/v1/policies").json():
        assert house.get(f"/api/v1/policies/{policy['name']}").json() == policy


@pytest.mark.parametrize("name", ["no-such", "..%2Ftexts%2Ffutian-2023", "futian-2023.yaml"])
def test_a_policy_nobody_knows_is_404(house: House, name: str) -> None:
    assert house.get(f"/api/v1/policies/{name}").status_code == 404


def test_kinds_and_checks_are_listed(house: House) -> None:
    assert "business-license" in {kind["name"] for kind in house.get("/api/v1/kinds").json()}
    assert all(check["statement"] for check in house.get("/api/v1/checks").json())


def test_the_interface_describes_itself(house: House) -> None:
    paths = house.client.get("/openapi.json").json()["paths"]
    assert {"/healthz", "/readyz", "/api/v1/policies", "/api/v1/submissions"} <= set(paths)


def test_errors_are_described_as_problems(house: House) -> None:
    schema = house.client.get("/openapi.json").json()
    routes = [route for methods in schema["paths"].values() for route in methods.values()]
    troubles = [answer for r in routes for code, answer in r["responses"].items() if code >= "400"]
    assert all(list(answer["content"]) == ["application/problem+json"] for answer in troubles)
    assert all("401" in r["responses"] for r in routes if "security" in r)
    report = schema["paths"]["/api/v1/submissions/{id}/report"]["get"]["responses"]["200"]
    assert "application/pdf" in report["content"]


def test_answers_carry_the_headers_that_keep_browsers_careful(house: House) -> None:
    headers = house.client.get("/healthz").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-request-id"]


def test_a_port_that_is_taken_is_said_in_one_line() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(DocintError, match="--port"):
            _bound("127.0.0.1", taken.getsockname()[1])


def test_the_service_listens_where_it_is_told() -> None:
    with patch("docint_api.serving.serve") as serve:
        commands.serve(host="127.0.0.1", port=8123)
    serve.assert_called_once_with("127.0.0.1", 8123)
