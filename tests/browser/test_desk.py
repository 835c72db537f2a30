"""A reviewer's day in a real browser: from the printed link to the exported letter."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.api.house import bundle
from tests.api.live import Live
from tests.submissions import ID_NUMBER

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def uploaded(live: Live, signed_in: Page) -> str:
    """A folder handed in by the upload page and screened; the address of its page."""
    folder = bundle(live.folder / "岚图申报件")
    signed_in.goto(live.url + "/upload")
    signed_in.select_option("[name=policy]", "futian-2023")
    signed_in.set_input_files("#pick-folder", folder)
    expect(signed_in.locator("#chosen li")).to_have_count(3)
    signed_in.click("text=上传并核验")
    expect(signed_in.locator(".watched .chip")).to_have_text("已核验", timeout=60_000)
    expect(signed_in.locator(".watched a")).to_have_text("岚图申报件")
    address = signed_in.locator(".watched a").get_attribute("href")
    assert address
    return live.url + address


def _opened(page: Page, title: str) -> None:
    finding = page.locator(".finding", has_text=title).first
    if finding.locator(".body").is_hidden():
        finding.locator(".fold").click()
    expect(finding.locator(".body")).to_be_visible()


def test_the_first_finding_stands_beside_its_ink(signed_in: Page, uploaded: str) -> None:
    signed_in.goto(uploaded)
    _opened(signed_in, "申报注册地与证照住所不一致")
    now = signed_in.locator(".finding.now .ink.now")
    expect(now).to_be_visible()
    left, top, right, bottom = map(float, (now.get_attribute("data-box") or "").split(","))
    mark = signed_in.locator(".mark")
    expect(mark).to_be_visible()
    signed_in.wait_for_timeout(700)  # the mark settles
    image = signed_in.locator(".page img").bounding_box()
    box = mark.bounding_box()
    assert image
    assert box
    assert box["x"] <= image["x"] + left * image["width"]
    assert box["x"] + box["width"] >= image["x"] + right * image["width"]
    assert box["y"] <= image["y"] + top * image["height"]
    assert box["y"] + box["height"] >= image["y"] + bottom * image["height"]
    assert 0 < box["y"] < 800  # in sight


def test_keys_lead_through_findings_and_pages(signed_in: Page, uploaded: str) -> None:
    signed_in.goto(uploaded)
    first = signed_in.locator(".finding.now").get_attribute("id")
    signed_in.keyboard.press("j")
    assert signed_in.locator(".finding.now").get_attribute("id") != first
    signed_in.keyboard.press("k")
    assert signed_in.locator(".finding.now").get_attribute("id") == first
    signed_in.keyboard.press("3")
    expect(signed_in.locator("#documents")).to_be_visible()
    signed_in.keyboard.press("1")


def test_a_decision_is_made_by_one_key_and_stays(signed_in: Page, uploaded: str) -> None:
    signed_in.goto(uploaded)
    _opened(signed_in, "申报注册地与证照住所不一致")
    signed_in.evaluate("window.same = true")
    signed_in.keyboard.press("a")
    finding = signed_in.locator(".finding", has_text="申报注册地与证照住所不一致").first
    expect(finding.locator(".decided")).to_have_text("采纳")
    expect(finding).not_to_have_class("now")  # the next one is open
    assert signed_in.evaluate("window.same")  # nothing was loaded anew
    signed_in.reload()
    expect(finding.locator(".decided")).to_have_text("采纳")


def test_no_needs_a_reason(signed_in: Page, uploaded: str) -> None:
    signed_in.goto(uploaded)
    signed_in.keyboard.press("d")
    expect(signed_in.locator(".finding.now .deciding .wrong")).to_have_text("请先写明理由。")


def test_a_misread_value_is_put_right_and_the_finding_is_gone(
    signed_in: Page, uploaded: str
) -> None:
    signed_in.goto(uploaded)
    _opened(signed_in, "牵头单位注册地不在规定区域")
    signed_in.locator(".finding.now [data-fix]").last.click()
    signed_in.fill("#fixing [name=value]", "深圳市福田区科技南路18号软件大厦502")
    signed_in.evaluate("window.same = true")
    signed_in.click("text=更正并重新核对")
    gone = signed_in.locator(".finding", has_text="牵头单位注册地不在规定区域")
    expect(gone).to_have_count(0, timeout=60_000)
    expect(signed_in.locator("#fixing")).to_be_hidden()
    assert signed_in.evaluate("window.same")
    signed_in.click("#t-history")
    expect(signed_in.locator("#history")).to_contain_text("科技南路18号")


def test_personal_numbers_show_only_on_purpose(signed_in: Page, uploaded: str) -> None:
    signed_in.goto(uploaded)
    assert ID_NUMBER not in signed_in.content()
    with signed_in.expect_navigation():
        signed_in.click("text=显示个人号码")
    assert ID_NUMBER in signed_in.content()


def test_the_opinion_letter_is_downloaded(signed_in: Page, uploaded: str) -> None:
    signed_in.goto(uploaded)
    signed_in.click("text=导出")
    with signed_in.expect_download() as found:
        signed_in.click("text=审查意见书（DOCX）")
    assert Path(found.value.path()).read_bytes()[:2] == b"PK"


def test_the_table_is_searched_and_sorted(live: Live, signed_in: Page, uploaded: str) -> None:
    assert uploaded
    signed_in.goto(live.url + "/submissions")
    signed_in.keyboard.press("/")
    signed_in.keyboard.type("没有这样的申报件")
    expect(signed_in.locator("[data-count]")).to_have_text("0 / 1 件")
    signed_in.fill("[data-find]", "岚图")
    expect(signed_in.locator("[data-table] tbody tr:visible")).to_have_count(1)


@pytest.mark.parametrize("width", [1280, 1440])
@pytest.mark.parametrize("path", ["/", "/submissions", "/upload", "/policies", "/audit", "/users"])
def test_no_page_is_wider_than_the_screen(
    live: Live, signed_in: Page, path: str, width: int
) -> None:
    signed_in.set_viewport_size({"width": width, "height": 800})
    signed_in.goto(live.url + path)
    assert signed_in.evaluate("document.documentElement.scrollWidth") <= width


def test_every_field_has_a_name_for_those_who_cannot_see(
    live: Live, signed_in: Page, uploaded: str
) -> None:
    for address in (live.url + "/", live.url + "/upload", uploaded):
        signed_in.goto(address)
        nameless = signed_in.evaluate(
            """() => [...document.querySelectorAll(
              "input:not([type=hidden]),select,textarea,button")].filter(
              (one) => !one.labels?.length && !one.getAttribute("aria-label")
              && !one.textContent.trim()).map((one) => one.outerHTML)"""
        )
        assert nameless == []


def test_an_operator_lets_somebody_in_and_shuts_them_out(live: Live, signed_in: Page) -> None:
    signed_in.goto(live.url + "/users")
    signed_in.click("text=新增账户")
    signed_in.fill("#new-account [name=name]", "王老师")
    signed_in.click("#new-account button.main")
    expect(signed_in.locator("#once output")).to_contain_text(f"{live.url}/welcome/")
    with signed_in.expect_navigation():
        signed_in.click("#once [data-close]")
    row = signed_in.locator("tr", has_text="王老师")
    expect(row.locator(".chip")).to_have_text("待设密码")
    signed_in.once("dialog", lambda dialog: dialog.accept())
    with signed_in.expect_navigation():
        row.locator("text=停用").click()
    expect(row.locator(".chip")).to_have_text("已停用")


def test_an_operator_makes_a_key_and_revokes_it(live: Live, signed_in: Page) -> None:
    signed_in.goto(live.url + "/users")
    signed_in.click("text=新增密钥")
    signed_in.fill("#new-key [name=label]", "申报系统")
    signed_in.check("#new-key [value=read]")
    signed_in.click("#new-key button.main")
    expect(signed_in.locator("#once output")).to_contain_text("dk_")
    with signed_in.expect_navigation():
        signed_in.click("#once [data-close]")
    row = signed_in.locator("tr", has_text="申报系统")
    expect(row.locator("td").nth(3)).to_have_text("查看本人的")
    signed_in.once("dialog", lambda dialog: dialog.accept())
    with signed_in.expect_navigation():
        row.locator("text=吊销").click()
    expect(row.locator(".chip")).to_have_text("已吊销")
