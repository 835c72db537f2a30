"""The small HTTP application: alive, ready, policies."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from docint_api import commands
from docint_api.app import application
from fastapi import FastAPI

from docint import __version__
from tests.api.asgi import get


@pytest.fixture(scope="module")
def app() -> FastAPI:
    return application()


def test_the_process_says_that_it_lives_and_which_version_it_is(app: FastAPI) -> None:
    answer = get(app, "/healthz")
    assert answer.status == 200
    assert answer.json() == {"status": "ok", "docint": __version__}


def test_it_is_ready_once_all_units_are_loaded(app: FastAPI) -> None:
    told = get(app, "/readyz").json()
    assert told["status"] == "ok"
    assert told["kinds"] >= 16
    assert told["checks"] > 40


def test_policies_are_listed_with_their_articles(app: FastAPI) -> None:
    policies = {policy["name"]: policy for policy in get(app, "/api/v1/policies").json()}
    assert {"futian-2023", "bast-consortium", "bast-regional-2022", "bast-industrial-2022"} <= set(
        policies
    )
    assert all(policy["articles"] for policy in policies.values())


def test_one_policy_is_the_same_as_in_the_list(app: FastAPI) -> None:
    listed = get(app, "/api/v1/policies").json()
    for policy in listed:
        assert get(app, f"/api/v1/policies/{policy['name']}").json() == policy


@pytest.mark.parametrize("name", ["no-such", "..%2Ftexts%2Ffutian-2023", "futian-2023.yaml"])
def test_a_policy_nobody_knows_is_404(app: FastAPI, name: str) -> None:
    assert get(app, f"/api/v1/policies/{name}").status == 404


def test_the_interface_describes_itself(app: FastAPI) -> None:
    paths = get(app, "/openapi.json").json()["paths"]
    assert {"/healthz", "/readyz", "/api/v1/policies"} <= set(paths)


def test_the_service_listens_where_it_is_told() -> None:
    with patch("uvicorn.run") as run:
        commands.serve(host="127.0.0.1", port=8123)
    assert run.call_args.kwargs["host"] == "127.0.0.1"
    assert run.call_args.kwargs["port"] == 8123
