"""axe-core looks at every page of the desk: nothing that shuts people out."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.api.house import POLICY, bundle, parts
from tests.api.live import Live

pytestmark = pytest.mark.browser
GRAVE = {"serious", "critical"}
PLACES = (
    "/", "/submissions", "/calls/{call}", "/submissions/{submission}",
    "/submissions/{submission}/opinion", "/upload", "/policies", f"/policies/{POLICY}",
    "/users", "/audit", "/docs", "{welcome}",
)  # fmt: skip


@pytest.fixture(scope="module")
def there(live: Live) -> dict[str, str]:
    """A call with a screened submission in it, and somebody who was invited."""
    with live.client() as client:
        call = client.post("/api/v1/calls", json={"name": "2024 年", "policy": POLICY}).json()["id"]
        files = parts(bundle(live.folder / "岚图申报件"))
        data = {"policy": POLICY, "call": call, "name": "岚图申报件"}
        number = client.post("/api/v1/submissions", files=files, data=data).json()["id"]
        with client.stream("GET", f"/api/v1/submissions/{number}/events") as events:
            assert "event: done" in events.read().decode()
    welcome = live.command("users", "add", "reviewer", "--role", "reviewer")
    return {"call": call, "submission": number, "welcome": welcome}


def _faults(page: Page) -> list[str]:
    """Each serious violation with what it was found on."""
    told = Axe().run(page).response
    assert told["passes"]  # it has looked at all
    return [
        f"{page.url} {one['id']}: {node['html'][:200]}"
        for one in told["violations"]
        if one["impact"] in GRAVE
        for node in one["nodes"]
    ]


def test_the_desk_shuts_nobody_out(live: Live, there: dict[str, str], signed_in: Page) -> None:
    faults: list[str] = []
    for place in PLACES:
        signed_in.goto(live.url + place.format(**there))
        faults += _faults(signed_in)
    signed_in.goto(f"{live.url}/submissions/{there['submission']}")
    tabs = signed_in.locator("[role=tab]")
    for number in range(1, tabs.count()):
        tabs.nth(number).click()
        faults += _faults(signed_in)
    signed_in.goto(live.url)
    signed_in.click("text=退出")
    signed_in.wait_for_url("**/login")
    faults += _faults(signed_in)
    assert not faults, "\n".join(dict.fromkeys(faults))
