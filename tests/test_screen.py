"""One submission in, one report out, on text so that no engine is needed."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from docint import screen
from docint.errors import DocintError, UsageError
from docint.readers import Read, Readers
from docint.screen import Asked, Screened
from docint.settings import Settings
from docint.types.source import Bundle
from tests.report import shape
from tests.submissions import LEAD, declaration, submission, zipped

BARE = Settings(ocr="null", second="", workers=1, cache=None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return submission(tmp_path_factory.mktemp("handed-in") / "申报件")


@pytest.fixture(scope="module")
def read(folder: Path) -> Iterator[tuple[Bundle, Read]]:
    with screen.taken(folder, BARE) as bundle, Readers(BARE) as readers:
        yield bundle, readers.start(bundle).result(lambda _: None)


@pytest.fixture(scope="module")
def asked() -> Asked:
    return Asked(screen.policy("futian-2023"))


@pytest.fixture(scope="module")
def screened(read: tuple[Bundle, Read], asked: Asked) -> Screened:
    return screen.screen(*read, asked, "null 1", BARE)


def test_a_submission_becomes_a_report_of_the_promised_shape(screened: Screened) -> None:
    shape.check(screen.written(screened))


def test_each_paper_is_known_by_its_content(screened: Screened) -> None:
    types = {d["file"]: d["type"] for d in screen.written(screened)["documents"]}
    assert types == {
        "application.json": "application-form",
        "证照/营业执照.pdf": "business-license",
        "劳动合同.pdf": "labor-contract",
    }


def test_a_licence_from_elsewhere_is_found_with_its_box_and_its_article(
    screened: Screened,
) -> None:
    findings = screen.written(screened)["findings"]
    found = next(f for f in findings if f["code"] == "district-mismatch")
    assert found["subject"] == LEAD
    assert found["declared"]["value"]["code"] == "440304"
    assert found["found"][0]["file"] == "证照/营业执照.pdf"
    left, top, right, bottom = found["found"][0]["box"]
    assert left < right < 0.9
    assert 0.2 < top < bottom < 0.35
    assert found["rule"]["quote"] in "".join(a.quote for a in screened.report.policy.articles)


def test_the_declared_date_is_the_day_of_application(screened: Screened) -> None:
    assert screen.written(screened)["applied_on"] == "2024-04-10"


def test_another_date_given_decides_and_both_are_shown(
    read: tuple[Bundle, Read], asked: Asked
) -> None:
    later = Asked(asked.policy, date(2024, 5, 6))
    report = screen.written(screen.screen(*read, later, "null 1", BARE))
    assert report["applied_on"] == "2024-05-06"
    assert any("2024-04-10" in r and "2024-05-06" in r for r in report["remarks"])


def test_the_same_input_gives_the_same_report_but_for_the_time(
    read: tuple[Bundle, Read], asked: Asked, screened: Screened
) -> None:
    again = screen.written(screen.screen(*read, asked, "null 1", BARE))
    first = screen.written(screened)
    assert again | {"screened_at": ""} == first | {"screened_at": ""}


def test_the_json_is_private_and_complete(screened: Screened, tmp_path: Path) -> None:
    report = screen.write(screened, tmp_path / "out")
    assert {p.name for p in (tmp_path / "out").iterdir()} == set(screen.NAMES)
    written = tmp_path / "out" / "report.json"
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    assert json.loads(written.read_text("utf-8")) == report


def test_a_second_writing_replaces_the_first_and_stays_private(
    screened: Screened, tmp_path: Path
) -> None:
    written = tmp_path / "report.json"
    written.write_text("{}")
    written.chmod(0o644)
    screen.write(screened, tmp_path)
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    assert json.loads(written.read_text("utf-8"))["schema"] == "docint.report/1"


def test_a_report_that_cannot_be_written_says_where(screened: Screened, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DocintError, match="file"):
        screen.write(screened, tmp_path / "file" / "out")


def test_folder_and_archive_are_one_submission(folder: Path, tmp_path: Path) -> None:
    archive = zipped(tmp_path / "申报件.zip", folder)
    with screen.taken(folder, BARE) as one, screen.taken(archive, BARE) as two:
        assert (one.name, one.sha256) == (two.name, two.sha256)
        assert [s.path for s in one.sources] == [s.path for s in two.sources]


def test_documents_can_be_taken_as_a_kind(read: tuple[Bundle, Read]) -> None:
    bundle, (readings, _) = read
    made = screen.extracted(bundle, readings, BARE, "other")
    assert {d["type"] for d in made["documents"]} == {"other"}


def test_documents_are_extracted_without_any_policy(read: tuple[Bundle, Read]) -> None:
    bundle, (readings, _) = read
    documents = screen.extracted(bundle, readings, BARE)["documents"]
    form = next(d for d in documents if d["type"] == "application-form")
    assert form["declared"]["lead"]["name"]["value"] == LEAD
    licence = next(d for d in documents if d["type"] == "business-license")
    assert licence["facts"]["name"]["value"] == LEAD
    assert licence["facts"]["established_on"]["value"] == "2016-05-20"


def test_an_unknown_policy_is_named() -> None:
    with pytest.raises(UsageError, match="no-such"):
        screen.policy("no-such")


def test_without_a_date_nothing_is_taken_for_today(asked: Asked, tmp_path: Path) -> None:
    file = declaration(tmp_path / "application.json", applied_on=None)
    with screen.taken(file, BARE) as bundle, Readers(BARE) as readers:
        read = readers.start(bundle).result(lambda _: None)
        report = screen.written(screen.screen(bundle, read, asked, "null 1", BARE))
    assert report["applied_on"] is None
    assert any("--applied-on" in remark for remark in report["remarks"])
