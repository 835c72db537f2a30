"""The typed client against a real server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from docint_api.client import ApiError, Client

from tests.api.house import bundle
from tests.api.live import Live
from tests.submissions import zipped

pytestmark = pytest.mark.faults  # starts a server of its own


@pytest.fixture(scope="module")
def client(live: Live) -> Iterator[Client]:
    key = live.command("keys", "add", "admin", "--label", "client")
    with Client(live.url, key) as found:
        yield found


def test_a_folder_goes_in_and_its_report_comes_out(client: Client, tmp_path: Path) -> None:
    handed = client.submit(bundle(tmp_path / "岚图"), "futian-2023")
    last = list(client.events(handed.id))[-1]
    assert last.state == "done"
    done = client.wait(handed.id)
    assert done.name == "岚图"
    assert done.summary
    assert client.report(handed.id)["schema"] == "docint.report/1"
    assert client.findings(handed.id)
    assert client.page(handed.id, 1)[:2] == b"\xff\xd8"
    assert client.report_file(handed.id, "docx")[:2] == b"PK"


def test_a_zip_is_streamed(client: Client, tmp_path: Path) -> None:
    archive = zipped(tmp_path / "岚图.zip", bundle(tmp_path / "x"))
    handed = client.submit(archive, "futian-2023", key="one")
    assert client.submit(archive, "futian-2023", key="one").id == handed.id
    assert client.wait(handed.id).state == "done"
    again = client.screen_again(handed.id, policy="bast-consortium")
    assert client.wait(again.id).policy == "bast-consortium"
    assert handed.id in {one.id for one in client.submissions()}
    client.delete(handed.id)
    with pytest.raises(ApiError) as refused:
        client.submission(handed.id)
    assert refused.value.status == 404


def test_a_refusal_is_a_sentence(client: Client, tmp_path: Path) -> None:
    with pytest.raises(ApiError, match="没有名为") as refused:
        client.submit(bundle(tmp_path / "x"), "no-such")
    assert refused.value.problem["field"] == "policy"
