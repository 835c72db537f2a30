"""The interface does what its OpenAPI document says: Schemathesis asks, in order and out of it.

Nothing it sends may end in a 5xx, in a status or a type of content that is not written down, or
be let in where the document forbids it.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import APIOperation, Case, CheckFunction, GenerationMode
from schemathesis.core.failures import FailureGroup
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.api.house import POLICY, House, built, bundle

pytestmark = pytest.mark.slow

EXAMPLES = 12
"""Requests of each operation, well-formed and as many malformed."""
ENDLESS = "/api/v1/submissions/{id}/events"
"""Does not end as long as work waits."""
MAY_BE_REFUSED: list[CheckFunction] = [positive_data_acceptance]
"""A document cannot tell which programs, submissions and accounts there are."""

Asked = tuple[House, dict[str, str]]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    """A service, and one of each kind of thing in it."""
    top = tmp_path_factory.mktemp("service")
    house = built(top, requests_per_minute=1_000_000)
    call = house.post("/api/v1/calls", "operator", json={"name": "2024", "policy": POLICY}).json()
    hook = house.post("/api/v1/webhooks", "operator", json={"url": "https://apply.example"}).json()
    people = house.get("/api/v1/accounts", "operator").json()["items"]
    known = {
        "accounts": next(one["id"] for one in people if one["name"] == "stranger"),
        "submissions": house.screened(bundle(top / "岚图申报件"), "operator"),
        "calls": call["id"],
        "webhooks": hook["id"],
    }
    yield house, known
    house.client.close()
    house.running.database.close()


def _faults(
    operation: APIOperation[Any, Any, Any, Any], mode: GenerationMode, asked: Asked
) -> list[str]:
    """What is wrong with the answers of one operation."""
    house, known = asked
    found: dict[str, str] = {}

    @settings(
        max_examples=EXAMPLES, deadline=None, database=None, derandomize=True,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Case[Any]) -> None:
        room = operation.path.split("/")[3:4]
        some = str(case.path_parameters.get("id", ""))
        if len(some) % 2 and case.method != "DELETE":  # half of them: what is truly there
            case.path_parameters["id"] = known[room[0]]
        try:
            answer = case.call(headers=house.headers("operator"))
            case.validate_response(answer, excluded_checks=MAY_BE_REFUSED)
        except FailureGroup as group:
            for fault in group.exceptions:
                found.setdefault(type(fault).__name__, f"{operation.label}: {fault}")

    with suppress(Unsatisfiable):  # nothing can be malformed where nothing is sent
        ask()
    return list(found.values())


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_every_answer_is_as_described(asked: Asked, mode: GenerationMode) -> None:
    house, known = asked
    report = f"/api/v1/submissions/{known['submissions']}/report"
    assert house.get(report, "operator").status_code == 200
    interface = schemathesis.openapi.from_asgi("/openapi.json", house.app)
    every = interface.get_all_operations()
    operations = [found.ok() for found in every if isinstance(found, Ok)]
    assert len(operations) > 25
    faults: list[str] = []
    with warnings.catch_warnings(action="ignore"):
        for operation in operations:
            if operation.path != ENDLESS:
                faults += _faults(operation, mode, asked)
    assert not faults, "\n\n".join(faults)
