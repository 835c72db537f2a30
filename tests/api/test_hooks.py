"""Webhooks: signed as the scheme says, tried again, given up, never pointed inside."""

from __future__ import annotations

import base64
import hmac
import json
import threading
from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from docint_api import hooks
from docint_api.tables import Delivery, Hook, now
from sqlalchemy import select

from tests.api.house import House

HOOKS = "/api/v1/webhooks"


class Listener(HTTPServer):
    """Somebody who wants to be told."""

    def __init__(self, *answers: int) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.answers = list(answers)
        self.heard: list[tuple[dict[str, str], bytes]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/hook"


class _Answer(BaseHTTPRequestHandler):
    server: Listener

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.heard.append(({k.lower(): v for k, v in self.headers.items()}, body))
        self.send_response(self.server.answers.pop(0) if self.server.answers else 204)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Keep the tests quiet."""


@pytest.fixture
def listener() -> Iterator[Listener]:
    found = Listener()
    thread = threading.Thread(target=found.serve_forever, daemon=True)
    thread.start()
    yield found
    found.shutdown()
    found.server_close()
    thread.join()


def _added(house: House, url: str, role: str = "reviewer") -> Any:
    answer = house.post(HOOKS, role, json={"url": url})
    assert answer.status_code == 201
    return answer.json()


def _due(house: House) -> None:
    with house.running.database.write() as session:
        for delivery in session.scalars(select(Delivery)):
            delivery.due_at = now() - timedelta(seconds=1)


def test_the_end_of_a_screening_is_told_and_signed(
    house: House, folder: Path, listener: Listener
) -> None:
    secret = _added(house, listener.url)["secret"]
    number = house.screened(folder, "reviewer")
    assert hooks.deliver_due(house.running.database) == 1
    headers, body = listener.heard[0]
    told = json.loads(body)
    assert told["type"] == "submission.done"
    assert told["data"]["submission"] == number
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    key = base64.b64decode(secret.removeprefix("whsec_"))
    right = base64.b64encode(hmac.new(key, signed, sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{right}"


def test_what_was_not_taken_is_told_again_under_the_same_id(
    house: House, folder: Path, listener: Listener
) -> None:
    hook = _added(house, listener.url)["id"]
    listener.answers = [500]
    house.screened(folder, "reviewer")
    assert hooks.deliver_due(house.running.database) == 1
    assert hooks.deliver_due(house.running.database) == 0  # not yet
    _due(house)
    assert hooks.deliver_due(house.running.database) == 1
    ids = {headers["webhook-id"] for headers, _ in listener.heard}
    assert len(ids) == 1
    told = house.get(f"{HOOKS}/{hook}/deliveries", "reviewer").json()["items"]
    assert (told[0]["state"], told[0]["attempts"]) == ("delivered", 2)


def test_who_is_gone_is_told_no_more(house: House, folder: Path, listener: Listener) -> None:
    _added(house, listener.url)
    listener.answers = [410]
    house.screened(folder, "reviewer")
    hooks.deliver_due(house.running.database)
    with house.running.database.read() as session:
        assert session.scalars(select(Hook)).one().disabled_at
    assert house.get(HOOKS, "reviewer").json()["items"] == []


def test_at_last_it_is_given_up(house: House, folder: Path, listener: Listener) -> None:
    _added(house, listener.url)
    listener.answers = [503] * (len(hooks.WAITS) + 1)
    house.screened(folder, "reviewer")
    for _ in range(len(hooks.WAITS) + 1):
        _due(house)
        hooks.deliver_due(house.running.database)
    with house.running.database.read() as session:
        assert session.scalars(select(Delivery)).one().state == "given-up"


def test_an_applicant_cannot_probe_the_own_network(
    house: House, folder: Path, listener: Listener
) -> None:
    _added(house, listener.url, "submitter")
    house.screened(folder)
    hooks.deliver_due(house.running.database)
    assert listener.heard == []


def test_others_submissions_are_not_told(house: House, folder: Path, listener: Listener) -> None:
    _added(house, listener.url)
    house.screened(folder, "submitter")
    assert hooks.deliver_due(house.running.database) == 0


@pytest.mark.parametrize("url", ["ftp://x.example", "gopher://x.example", "https://a:b@x.example"])
def test_an_address_that_cannot_be_called_is_422(house: House, url: str) -> None:
    assert house.post(HOOKS, json={"url": url}).status_code == 422


def test_a_hook_is_its_owners_alone(house: House, listener: Listener) -> None:
    hook = _added(house, listener.url, "submitter")["id"]
    headers = house.headers("stranger")
    assert house.client.delete(f"{HOOKS}/{hook}", headers=headers).status_code == 404
    headers = house.headers("submitter")
    assert house.client.delete(f"{HOOKS}/{hook}", headers=headers).status_code == 204
