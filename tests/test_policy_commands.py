"""Policies of an installation's own: laid out, found, compared, and wrong ones named."""

from __future__ import annotations

import json
import os
from pathlib import Path
from unittest.mock import patch

import pytest

from tests.commands import Said, docint
from tests.submissions import submission


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "own"
    said = docint("new", "policy", "hefei-2024", "--folder", made)
    assert said.code == 0, said.err
    return made


def with_folder(folder: Path, *words: object) -> Said:
    with patch.dict(os.environ, {"DOCINT_POLICIES": str(folder)}):
        return docint(*words)


def test_a_new_policy_is_laid_out_and_loads_as_it_stands(folder: Path) -> None:
    said = with_folder(folder, "policies", "hefei-2024", "--json")
    assert said.code == 0, said.err
    assert json.loads(said.out)["articles"][0]["status"] == "procedure"
    assert "hefei-2024" in with_folder(folder, "policies").out
    assert "hefei-2024" not in docint("policies").out


def test_a_new_policy_never_replaces_one_that_is_there(folder: Path) -> None:
    for name in ("hefei-2024", "futian-2023"):
        said = docint("new", "policy", name, "--folder", folder)
        assert said.code == 2
        assert "已有名为" in said.err


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (("kind", "x"), "不能新建“kind”"),
        (("policy", "合肥"), "不合规则"),
        (("policy", "x"), "--folder"),
    ],
)
def test_wrong_usage_is_one_line(words: tuple[str, ...], what: str) -> None:
    said = docint("new", *words)
    assert (said.code, said.out) == (2, "")
    assert what in said.err


def test_a_text_that_is_not_there_is_said(tmp_path: Path) -> None:
    said = docint("new", "policy", "x", "--folder", tmp_path, "--text", tmp_path / "none.txt")
    assert said.code == 1
    assert "找不到办法原文" in said.err


def test_a_bundle_is_screened_under_a_policy_of_ones_own(folder: Path, tmp_path: Path) -> None:
    bundle = submission(tmp_path / "申报件")
    out = tmp_path / "out"
    said = with_folder(folder, "screen", bundle, "-p", "hefei-2024", "--out", out)
    assert said.code == 0, said.err
    assert json.loads((out / "report.json").read_text("utf-8"))["policy"] == "hefei-2024"


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("status: procedure", "status: rule", "没有任何规则"),
        ("quote: '第一条", "quote: '第二条", "引文不在政策原文之中"),
        ("    quote:", "    quotes:", "没有名为“quotes”的项"),
    ],
)
def test_a_wrong_policy_stops_the_start_and_names_file_and_line(
    folder: Path, old: str, new: str, what: str
) -> None:
    path = folder / "hefei-2024.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    for words in (("policies",), ("screen", folder, "-p", "hefei-2024")):
        said = with_folder(folder, *words)
        assert (said.code, said.out) == (1, "")
        assert said.err.startswith("错误：hefei-2024.yaml 第 ")
        assert what in said.err
        assert len(said.err.strip().splitlines()) == 1


def test_two_policies_of_one_name_are_an_error(folder: Path) -> None:
    (folder / "futian-2023.yaml").write_text("name: futian-2023\n", "utf-8")
    said = with_folder(folder, "policies", "futian-2023")
    assert said.code == 1
    assert "有两个文件" in said.err


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    said = with_folder(tmp_path / "none", "policies")
    assert said.code == 2
    assert "不存在" in said.err


def test_versions_of_one_text_are_compared_article_by_article() -> None:
    words = ("policies", "diff", "bast-regional-2022", "bast-industrial-2022")
    found = json.loads(docint(*words, "--json").out)
    assert [a["number"] for a in found["articles"]["changed"]] == [
        "三（一）", "三（二）", "四（四）第1项", "四（四）第2项",
    ]  # fmt: skip
    by_check = {rule["check"]: rule for rule in found["rules"]}
    assert by_check["industry_listed"]["a"] == []
    assert by_check["composition_complete"]["b"][0]["article"] == "四（四）第2项"
    assert "registered_in_district" not in by_check
    assert "industry_listed" in docint(*words).out


def test_programs_of_different_texts_are_compared_by_what_they_ask() -> None:
    found = json.loads(docint("policies", "diff", "futian-2023", "bast-consortium", "--json").out)
    assert found["articles"] is None
    districts = next(r for r in found["rules"] if r["check"] == "registered_in_district")
    assert districts["a"][0]["parameters"] == {"district": "440304"}
    assert districts["b"][0]["parameters"] == {"district": "110000"}


def test_a_policy_does_not_differ_from_itself() -> None:
    found = json.loads(docint("policies", "diff", "futian-2023", "futian-2023", "--json").out)
    assert found["rules"] == []
    assert not any(found["articles"].values())


def test_diff_asks_for_two_names() -> None:
    assert docint("policies", "diff", "futian-2023").code == 2
