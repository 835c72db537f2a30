"""What a screening found, in every form."""

from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image

from tests.api.house import API, House
from tests.submissions import ID_NUMBER, LEAD

Screened = tuple[House, str]


def test_the_report_is_the_contracts(screened: Screened) -> None:
    house, number = screened
    report = house.get(f"{API}/{number}/report").json()
    assert report["schema"] == "docint.report/1"
    assert report["submission"]["id"] == number
    assert report["submission"]["source"] == "岚图申报件"
    assert "district-mismatch" in {finding["code"] for finding in report["findings"]}


@pytest.mark.parametrize(
    ("accept", "kind"),
    [("*/*", "application/json"), ("text/html,application/xml;q=0.9", "text/html"),
     ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "application/vnd.openxmlformats")],
)  # fmt: skip
def test_its_form_is_the_one_asked_for(screened: Screened, accept: str, kind: str) -> None:
    house, number = screened
    answer = house.get(f"{API}/{number}/report", headers={"Accept": accept})
    assert answer.headers["content-type"].startswith(kind)


def test_the_page_for_people_masks_personal_numbers(screened: Screened) -> None:
    house, number = screened
    assert ID_NUMBER not in house.get(f"{API}/{number}/report?format=html").text
    assert ID_NUMBER in house.get(f"{API}/{number}/report?format=json").text


def test_every_look_at_full_values_is_logged(screened: Screened) -> None:
    house, number = screened
    house.get(f"{API}/{number}/facts", "reviewer")
    entries = house.get("/api/v1/audit", "operator", params={"object": number}).json()["items"]
    assert ("reviewer", "facts.viewed") in {(e["actor"], e["action"]) for e in entries}


def test_findings_can_be_narrowed(screened: Screened) -> None:
    house, number = screened
    found = house.get(f"{API}/{number}/findings", params={"severity": "high"}).json()["items"]
    assert found
    assert {finding["severity"] for finding in found} == {"high"}


def test_facts_have_their_places(screened: Screened) -> None:
    house, number = screened
    facts = house.get(f"{API}/{number}/facts").json()
    licence = next(d for d in facts["documents"] if d["type"] == "business-license")
    assert licence["facts"]["name"]["value"] == LEAD
    assert len(licence["facts"]["name"]["box"]) == 4
    assert facts["declared"]["lead"]["name"]["value"] == LEAD


def test_pages_are_numbered_through_all_files(screened: Screened) -> None:
    house, number = screened
    pages = house.get(f"{API}/{number}/pages").json()["items"]
    assert [page["number"] for page in pages] == [1, 2, 3]
    drawn = [page for page in pages if page["image"]]
    assert {page["file"] for page in drawn} == {"证照/营业执照.pdf", "劳动合同.pdf"}
    picture = Image.open(io.BytesIO(house.get(drawn[0]["image"]).content))
    assert picture.size == (drawn[0]["width"], drawn[0]["height"])


def test_a_crop_is_the_part_that_was_asked_for(screened: Screened) -> None:
    house, number = screened
    page = next(p for p in house.get(f"{API}/{number}/pages").json()["items"] if p["image"])
    answer = house.get(page["image"], params={"box": "0.5,0,1,0.25"})
    picture = Image.open(io.BytesIO(answer.content))
    assert abs(picture.width - page["width"] / 2) < 3
    assert abs(picture.height - page["height"] / 4) < 3
    assert house.get(page["image"], params={"width": "200"}).status_code == 200


@pytest.mark.parametrize("box", ["1,2", "a,b,c,d", "0.5,0,0.4,1", "0,0,2,2", "nan,0,1,1"])
def test_a_box_that_is_none_is_422(screened: Screened, box: str) -> None:
    house, number = screened
    answer = house.get(f"{API}/{number}/pages/1", params={"box": box})
    assert answer.status_code == 422


def test_a_page_that_is_not_there_is_404(screened: Screened) -> None:
    house, number = screened
    assert house.get(f"{API}/{number}/pages/99").status_code == 404


def test_a_page_shows_personal_numbers_only_when_asked_and_that_is_logged(
    screened: Screened,
) -> None:
    house, number = screened
    page = next(
        p for p in house.get(f"{API}/{number}/pages").json()["items"] if "劳动" in p["file"]
    )
    covered = house.get(page["image"], "reviewer").content
    shown = house.get(page["image"], "reviewer", params={"unmasked": "true"}).content
    assert covered != shown
    entries = house.get("/api/v1/audit", "operator", params={"object": number}).json()["items"]
    assert ("reviewer", "page.unmasked") in {(e["actor"], e["action"]) for e in entries}


def test_the_report_as_a_workbook_masks_numbers(screened: Screened) -> None:
    house, number = screened
    answer = house.get(f"{API}/{number}/report", params={"format": "xlsx"})
    strings = zipfile.ZipFile(io.BytesIO(answer.content)).read("xl/sharedStrings.xml").decode()
    assert "岚图申报件" in strings
    assert ID_NUMBER not in strings
