"""Many submissions: one broken stops none, done ones are kept, changed ones are screened anew."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from docint import bulk, screen
from docint.errors import DocintError
from docint.screen import Asked
from docint.settings import Settings
from tests.submissions import declaration, zipped

BARE = Settings(ocr="null", second="", workers=1, cache=None)


@dataclass(frozen=True)
class Ran:
    """A run over the call: rows by name, and which bundles were screened in it."""

    rows: Mapping[str, Mapping[str, Any]]
    screened: tuple[str, ...]


def run(folder: Path, out: Path, asked: Asked) -> Ran:
    names: list[str] = []

    def counted(bundle: Any, *rest: Any) -> Any:
        names.append(bundle.name)
        return screen.screen(bundle, *rest)

    with patch.object(bulk, "screen", counted):
        rows = bulk.bulk(
            folder, asked, out, BARE, tell=lambda _: None, done=lambda _row, _number, _total: None
        )
    return Ran({row["name"]: row for row in rows}, tuple(names))


@pytest.fixture(scope="module")
def asked() -> Asked:
    return Asked(screen.policy("futian-2023"))


@pytest.fixture(scope="module")
def call(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """甲 as a folder and as an archive, 乙 with nothing readable, 丙 torn, 丁 fine."""
    folder = tmp_path_factory.mktemp("call")
    declaration(folder / "甲" / "application.json")
    zipped(folder / "甲.zip", folder / "甲")
    (folder / "乙").mkdir()
    (folder / "乙" / "空.pdf").write_bytes(b"")
    (folder / "丙.zip").write_bytes((folder / "甲.zip").read_bytes()[:200])
    declaration(folder / "丁" / "application.json", project_name="丁项目")
    (folder / "说明.txt").write_text("no bundle")
    (folder / ".隐藏").mkdir()
    return folder


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("out")


@pytest.fixture(scope="module")
def first(call: Path, out: Path, asked: Asked) -> Ran:
    return run(call, out, asked)


def test_every_sub_folder_and_archive_is_a_bundle_and_nothing_else(first: Ran) -> None:
    assert set(first.rows) == {"甲", "甲-2", "乙", "丙", "丁"}


def test_a_broken_bundle_stops_no_other(first: Ran) -> None:
    failed = {name for name, row in first.rows.items() if row["error"]}
    assert failed == {"乙", "丙"}
    assert all(first.rows[name]["summary"] for name in ("甲", "甲-2", "丁"))


def test_each_bundle_has_its_three_reports(first: Ran, out: Path) -> None:
    for name in ("甲", "甲-2", "丁"):
        assert {p.name for p in (out / name).iterdir()} == set(screen.NAMES)
        assert first.rows[name]["report"] == f"{name}/report.json"


def test_the_tables_tell_of_all_bundles(first: Ran, out: Path) -> None:
    made = json.loads((out / "summary.json").read_text("utf-8"))
    assert made["schema"] == "docint.summary/1"
    assert made["policy"] == "futian-2023"
    assert {row["name"] for row in made["bundles"]} == set(first.rows)
    table = list(csv.reader(io.StringIO((out / "summary.csv").read_text("utf-8-sig"))))
    assert {line[0] for line in table[1:]} == set(first.rows)
    assert (out / "summary.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert (out / "summary.xlsx").read_bytes().startswith(b"PK")
    assert "丁/report.html" not in (out / "index.html").read_text("utf-8")  # quoted: no raw link
    assert "%E4%B8%81/report.html" in (out / "index.html").read_text("utf-8")


def test_what_was_done_is_not_done_again(first: Ran, call: Path, out: Path, asked: Asked) -> None:
    again = run(call, out, asked)
    assert again.screened == ()
    assert again.rows == first.rows


def test_changed_bytes_are_screened_again_and_nothing_else(
    first: Ran, call: Path, out: Path, asked: Asked, tmp_path: Path
) -> None:
    changed = tmp_path / "call"
    shutil.copytree(call, changed)
    copy = tmp_path / "out"
    shutil.copytree(out, copy)
    declaration(changed / "丁" / "application.json", project_name="丁项目（更正）")
    (copy / "甲" / "report.json").write_text('{"schema": "docint.rep')  # torn by a crash
    again = run(changed, copy, asked)
    assert sorted(again.screened) == ["丁", "甲"]


def test_another_date_or_version_is_another_report(
    first: Ran, call: Path, out: Path, asked: Asked, tmp_path: Path
) -> None:
    copy = tmp_path / "out"
    shutil.copytree(out, copy)
    dated = run(call, copy, Asked(asked.policy, date(2024, 5, 6)))
    assert sorted(dated.screened) == ["丁", "甲", "甲"]
    with patch.object(bulk, "__version__", "another"):
        assert sorted(run(call, out, asked).screened) == ["丁", "甲", "甲"]


def test_an_empty_folder_and_a_missing_one_say_so(asked: Asked, tmp_path: Path) -> None:
    with pytest.raises(DocintError, match="没有申报件"):
        bulk.tasks(tmp_path)
    with pytest.raises(DocintError, match="找不到"):
        bulk.tasks(tmp_path / "nowhere")
