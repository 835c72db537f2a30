"""A program's text is cut into its articles, and laid out as a policy that loads."""

from __future__ import annotations

from pathlib import Path

import pytest

from docint import shelf
from docint.judge import policy
from docint.judge.outline import PLACEHOLDER, articles, skeleton

TEXTS = sorted((policy.shelf() / "texts").glob("*.txt"))
LAW = """某市创新联合体管理办法
第一章 总则
第一条 为了规范，制定
本办法。
第四条 牵头单位应当：
1.注册地在本市；
2. 研发投入不低于1.5亿元。
（一）另有规定：
1．从其规定。
第二章 附则
本章从略
第五条 自公布之日起施行。
"""


def test_articles_parts_and_items_are_numbered_as_they_are_cited() -> None:
    assert list(articles(LAW)) == [
        ("第一条", "第一条 为了规范，制定本办法。"),
        ("第四条", "第四条 牵头单位应当："),
        ("第四条第1项", "1.注册地在本市；"),
        ("第四条第2项", "2. 研发投入不低于1.5亿元。"),
        ("第四条（一）", "（一）另有规定："),
        ("第四条（一）第1项", "1．从其规定。"),
        ("第五条", "第五条 自公布之日起施行。"),
    ]


def test_a_notice_is_cut_at_its_headings_and_a_bare_text_at_its_paragraphs() -> None:
    assert [n for n, _ in articles("各单位：\n一、条件\n（一）在京\n二、其他")] == [
        "一", "一（一）", "二",
    ]  # fmt: skip
    assert [n for n, _ in articles("甲\n乙")] == ["正文1", "正文2"]


def test_a_number_that_comes_twice_is_told_apart() -> None:
    assert [n for n, _ in articles("第一条 甲\n1.乙\n1.丙")] == [
        "第一条",
        "第一条第1项",
        "第一条第1项之2",
    ]


@pytest.mark.parametrize(
    "text",
    [
        LAW,
        PLACEHOLDER,
        *(p.read_text("utf-8") for p in sorted((policy.shelf() / "texts").glob("*"))),
    ],
    ids=lambda text: str(text)[:12],
)
def test_what_is_laid_out_loads_as_it_stands(text: str, tmp_path: Path) -> None:
    checks = shelf.units("checks", "check")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "some-1.txt").write_text(text, "utf-8")
    (tmp_path / "some-1.yaml").write_text(skeleton("some-1", text, checks), "utf-8")
    found = policy.load("some-1", checks, tmp_path)
    assert [a.number for a in found.articles] == [number for number, _ in articles(text)]


def test_every_check_is_listed_with_what_it_takes() -> None:
    checks = shelf.units("checks", "check")
    made = skeleton("some-1", LAW, checks)
    for name, check in checks.items():
        assert f"#   {name}：{check.statement}" in made
    assert "*amount（str）" in made
