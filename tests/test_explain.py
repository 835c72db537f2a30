"""A finding is explained from the article down to the printed text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands import docint
from tests.submissions import ID_NUMBER, submission


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explained")
    out = folder / "out"
    done = docint("screen", submission(folder / "申报件"), "-p", "futian-2023", "--out", out)
    assert done.code == 0
    return out


def finding(report: Path, code: str) -> str:
    findings = json.loads((report / "report.json").read_text("utf-8"))["findings"]
    return str(next(f["id"] for f in findings if f["code"] == code))


def test_the_chain_goes_from_the_article_to_page_box_and_print(report: Path) -> None:
    key = finding(report, "district-mismatch")
    links = json.loads(docint("explain", report, key, "--json").out)
    assert links["id"] == key
    assert links["article"]["title"] == "福田区创新联合体管理办法（试行）"
    assert links["article"]["quote"]
    assert links["rule"]["statement"] == "申报的注册地与证照住所一致"
    said, printed = links["facts"]
    assert (said["role"], printed["role"]) == ("申报", "材料")
    assert printed["page"] == 1
    assert len(printed["box"]) == 4
    assert printed["text"]
    assert links["result"]["outcome"] == "fail"
    assert links["result"]["decides"]["turns_at"]


def test_the_terminal_shows_every_link(report: Path) -> None:
    said = docint("explain", report / "report.json", finding(report, "district-mismatch"))
    assert said.code == 0
    for word in ("条文", "规则", "数据与原文位置", "距左", "原文“", "结果", "影响"):
        assert word in said.out


def test_a_check_result_is_explained_with_its_parameters_and_note(report: Path) -> None:
    made = json.loads((report / "report.json").read_text("utf-8"))
    age = next(c["id"] for c in made["checks"] if c["check"] == "age_at_most")
    links = json.loads(docint("explain", report, age, "--json").out)
    assert links["rule"]["parameters"] == [
        {"name": "years", "meaning": "年龄上限，周岁", "value": 60}
    ]
    assert "60周岁" in links["rule"]["note"]


def test_no_private_number_is_shown(report: Path) -> None:
    made = json.loads((report / "report.json").read_text("utf-8"))
    for check in made["checks"]:
        assert ID_NUMBER not in docint("explain", report, check["id"]).out


def test_what_is_not_there_is_said_in_one_line(report: Path, tmp_path: Path) -> None:
    unknown = docint("explain", report, "f99")
    assert (unknown.code, unknown.out) == (2, "")
    assert "f1" in unknown.err
    gone = docint("explain", tmp_path / "none", "f1")
    assert gone.code == 1
    assert "找不到报告" in gone.err
    other = tmp_path / "report.json"
    other.write_text("[]", "utf-8")
    assert "不是核验报告" in docint("explain", other, "f1").err
