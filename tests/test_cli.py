"""The command line: exit codes, what goes where, one clear line for every failure."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from unittest.mock import patch

import pytest

from docint import screen
from tests.commands import BARE, Said, docint
from tests.submissions import (
    CONTRACT,
    ID_NUMBER,
    LEAD,
    LICENCE,
    PHONE,
    declaration,
    pdf,
    submission,
)

POLICY = ("--policy", "futian-2023")


def one_line(said: Said) -> str:
    """The only thing said: a line on standard error, and no traceback."""
    assert said.out == ""
    assert "Traceback" not in said.err
    lines = said.err.strip().splitlines()
    assert len(lines) == 1
    return lines[0]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return submission(tmp_path_factory.mktemp("handed-in") / "申报件")


# ---------------------------------------------------------------- done


def test_a_screening_ends_with_0_whatever_was_found(folder: Path, tmp_path: Path) -> None:
    said = docint("screen", folder, *POLICY, "--out", tmp_path)
    assert said.code == 0
    assert said.out == ""
    assert "申报注册地与证照住所不一致" in said.err
    assert str(tmp_path / "report.html") in said.err
    assert {p.name for p in tmp_path.iterdir()} == set(screen.NAMES)
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["summary"]["high"] > 0


def test_the_terminal_shows_no_private_number(folder: Path, tmp_path: Path) -> None:
    said = docint("screen", folder, *POLICY, "--out", tmp_path)
    for number in (ID_NUMBER, PHONE):
        assert number not in said.err
        assert number not in (tmp_path / "report.html").read_text("utf-8")
        assert number in (tmp_path / "report.json").read_text("utf-8")


def test_without_an_application_papers_are_missing_but_the_work_is_done(tmp_path: Path) -> None:
    pdf(tmp_path / "in" / "营业执照.pdf", LICENCE)
    said = docint("screen", tmp_path / "in", *POLICY, "--out", tmp_path / "out")
    assert said.code == 0
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    missing = {f["subject"] for f in report["findings"] if f["code"] == "missing-document"}
    assert any("申请表" in subject for subject in missing)
    assert report["declared"] == {}
    assert report["applied_on"] is None
    assert "--applied-on" in said.err


def test_reports_go_below_out_unless_told_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    declaration(tmp_path / "甲" / "application.json")
    monkeypatch.chdir(tmp_path)
    assert docint("screen", "甲", *POLICY).code == 0
    assert (tmp_path / "out" / "甲" / "report.html").is_file()


def test_reading_gives_json_and_nothing_else_on_standard_output(tmp_path: Path) -> None:
    said = docint("read", pdf(tmp_path / "a.pdf", LICENCE, CONTRACT))
    assert said.code == 0
    made = json.loads(said.out)
    assert made["schema"] == "docint.reading/1"
    assert [page["number"] for page in made["pages"]] == [1, 2]
    line = made["pages"][0]["lines"][0]
    assert line["text"].replace(" ", "") == "营业执照"
    assert 0 < line["box"][0] < line["box"][2] < 1


def test_extracting_gives_the_documents_with_their_facts(tmp_path: Path) -> None:
    said = docint("extract", pdf(tmp_path / "a.pdf", LICENCE))
    documents = json.loads(said.out)["documents"]
    assert [d["type"] for d in documents] == ["business-license"]
    assert documents[0]["facts"]["name"]["value"] == LEAD


def test_a_type_can_be_forced(tmp_path: Path) -> None:
    said = docint("extract", pdf(tmp_path / "a.pdf", CONTRACT), "--type", "other")
    assert [d["type"] for d in json.loads(said.out)["documents"]] == ["other"]


def test_policies_are_listed_and_one_is_shown_as_json() -> None:
    names = {policy["name"] for policy in json.loads(docint("policies", "--json").out)}
    assert {"futian-2023", "bast-consortium"} <= names
    made = json.loads(docint("policies", "futian-2023", "--json").out)
    assert made["articles"]
    assert docint("policies", "futian-2023").code == 0


def test_bulk_ends_with_1_after_all_others_are_done(tmp_path: Path) -> None:
    declaration(tmp_path / "call" / "甲" / "application.json")
    (tmp_path / "call" / "乙").mkdir()
    said = docint("bulk", tmp_path / "call", *POLICY, "--out", tmp_path / "out")
    assert said.code == 1
    assert said.out == ""
    assert "Traceback" not in said.err
    assert (tmp_path / "out" / "甲" / "report.json").is_file()
    assert (tmp_path / "out" / "index.html").is_file()
    assert "乙" in said.err


# ---------------------------------------------------------------- not done


@pytest.mark.parametrize("command", ["screen", "bulk"])
def test_a_missing_path_ends_with_1(command: str, tmp_path: Path) -> None:
    said = docint(command, tmp_path / "没有", *POLICY, "--out", tmp_path / "out")
    assert said.code == 1
    assert "没有" in one_line(said)
    assert not (tmp_path / "out" / "report.json").exists()


@pytest.mark.parametrize("command", ["screen", "bulk"])
def test_an_empty_folder_ends_with_1(command: str, tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    said = docint(command, tmp_path / "空", *POLICY, "--out", tmp_path / "out")
    assert said.code == 1
    assert "空" in one_line(said)


@pytest.mark.parametrize("command", ["read", "extract"])
def test_reading_what_cannot_be_read_ends_with_1(command: str, tmp_path: Path) -> None:
    file = tmp_path / "坏.pdf"
    file.write_bytes(b"%PDF-1.7\nnothing follows")
    said = docint(command, file)
    assert said.code == 1
    assert "坏.pdf" in one_line(said)


@pytest.mark.parametrize("command", ["screen", "bulk"])
def test_an_unknown_policy_ends_with_2(command: str, folder: Path, tmp_path: Path) -> None:
    said = docint(command, folder, "--policy", "no-such", "--out", tmp_path)
    assert said.code == 2
    assert "no-such" in one_line(said)


@pytest.mark.parametrize("day", ["2024-02-30", "2024/3/15", "昨天", "20240"])
def test_a_date_that_is_none_ends_with_2(day: str, folder: Path, tmp_path: Path) -> None:
    said = docint("screen", folder, *POLICY, "--out", tmp_path, "--applied-on", day)
    assert said.code == 2
    assert day in one_line(said)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("screen",), "缺少"),
        (("screen", "a"), "缺少选项 --policy"),
        (("no-such-command",), "没有“no-such-command”这一命令"),
        (("screen", "a", *POLICY, "--polcy", "x"), "没有“--polcy”这一选项（是否指"),
        (("bulk", "a", *POLICY), "缺少选项 --out"),
        (("bulk", "a", *POLICY, "--out"), "选项 --out 后面应写出它的值"),
        (("screen", "a", *POLICY, "--workers", "0"), "--workers 的值不对：不应小于 1"),
        (("screen", "a", *POLICY, "--workers", "many"), "--workers 的值不对：应为整数"),
        (("read", "a", "b"), "多出了参数：b"),
    ],
)
def test_wrong_usage_is_a_chinese_sentence_and_ends_with_2(
    words: tuple[str, ...], sentence: str
) -> None:
    said = docint(*words)
    assert said.code == 2
    assert sentence in one_line(said)
    assert "--help" in said.err


def test_an_unknown_engine_or_type_ends_with_2(folder: Path, tmp_path: Path) -> None:
    said = docint("screen", folder, *POLICY, "--out", tmp_path, "--ocr", "no-such")
    assert (said.code, "no-such" in one_line(said)) == (2, True)
    said = docint("extract", folder, "--type", "no-such")
    assert (said.code, "no-such" in one_line(said)) == (2, True)


def test_a_setting_nobody_knows_ends_with_2(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCINT_NO_SUCH", "1")
    said = docint("screen", folder, *POLICY, "--out", tmp_path)
    assert said.code == 2
    assert "NO_SUCH" in one_line(said)


@pytest.mark.parametrize("command", ["screen", "bulk"])
def test_a_folder_that_cannot_be_written_ends_with_1(
    command: str, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    handed_in = folder if command == "screen" else folder.parent
    said = docint(command, handed_in, *POLICY, "--out", tmp_path / "file" / "out")
    assert said.code == 1
    assert "file" in one_line(said)


def test_an_interruption_ends_with_130(folder: Path, tmp_path: Path) -> None:
    with patch.object(screen, "policy", side_effect=KeyboardInterrupt):
        said = docint("screen", folder, *POLICY, "--out", tmp_path)
    assert said.code == 130
    assert "Traceback" not in said.err


def test_help_and_version_are_there() -> None:
    assert docint("--help").code == 0
    assert docint("--version").out.startswith("docint ")
    for command in ("screen", "bulk", "read", "extract", "policies", "serve"):
        assert docint(command, "--help").code == 0


@pytest.mark.slow
def test_a_control_c_while_reading_ends_with_130_and_leaves_nobody_behind(
    folder: Path, tmp_path: Path
) -> None:
    many = tmp_path / "申报"
    for number in range(20):  # one alone may be done before the interruption comes
        shutil.copytree(folder, many / f"{number:02d}")
    process = subprocess.Popen(
        [sys.executable, "-m", "docint", "bulk", many, *POLICY, "--out", tmp_path / "out"],
        env={**os.environ, **BARE},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not _children(process.pid):
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == ""
    assert "Traceback" not in err


def _children(parent: int) -> list[str]:
    """Processes that any thread of ``parent`` has started: the pool's are not the main thread's."""
    threads = Path(f"/proc/{parent}/task").glob("*/children")
    return [child for thread in threads for child in thread.read_text().split()]
