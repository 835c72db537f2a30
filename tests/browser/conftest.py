"""A browser that somebody signed in with."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.api.live import Live

PASSWORD = "a long password"  # noqa: S105 - of a test
PATIENCE = 60_000


@pytest.fixture(scope="module")
def browser_page() -> Iterator[Page]:
    """One page for the whole story; anything the browser complains about fails it."""
    complaints: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="zh-CN")
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
        yield page
        context.close()
        browser.close()
    assert complaints == []


@pytest.fixture(scope="module")
def signed_in(live: Live, browser_page: Page) -> Page:
    """By the link that the first start prints."""
    link = re.search(r"http://\S+/welcome/\S+", live.log.read_text("utf-8"))
    assert link
    browser_page.goto(link[0])
    browser_page.fill("[name=password]", PASSWORD)
    browser_page.fill("[name=again]", PASSWORD)
    browser_page.click("text=设置并登录")
    browser_page.wait_for_url(live.url + "/")
    return browser_page
