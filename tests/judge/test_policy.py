"""A policy that is wrong stops the start, with one sentence that names file and line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from docint import shelf
from docint.contracts import Check, Parameter
from docint.errors import ShelfError, UsageError
from docint.judge import policy
from docint.types.case import Case
from docint.types.finding import Outcome

TEXT = "第一条 牵头单位注册地在福田\n区，[bookmark: _GoBack]注册成立一年以上。"
HEAD = "name: some\ntitle: 某办法\nissuer: 某局\ntext: some.txt\narticles:\n"
ARTICLE = (
    "  - number: 第一条\n    status: rule\n    quote: 牵头单位注册地在福田区，注册成立一年以上\n"
)
RULE = "    rules:\n      - check: stands\n        parameters: {years: 1}\n"


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    yield Outcome("registered-too-recently", "pass", "", "")


CHECKS = {
    "stands": Check(("registered-too-recently",), "成立", _run, {"years": Parameter(int, "年")}),
    "expert_judges": Check(
        ("expert",),
        "评议",
        _run,
        {"code": Parameter(str, "代码"), "words": Parameter(list, "词", required=False)},
    ),
}


def written(folder: Path, yaml: str) -> Path:
    (folder / "texts").mkdir(exist_ok=True)
    (folder / "texts" / "some.txt").write_text(TEXT, encoding="utf-8")
    (folder / "some.yaml").write_text(yaml, encoding="utf-8")
    return folder


def test_a_quote_is_found_across_broken_lines_and_debris(tmp_path: Path) -> None:
    found = policy.load("some", CHECKS, written(tmp_path, HEAD + ARTICLE + RULE))
    assert found.articles[0].rules[0].parameters == {"years": 1}


@pytest.mark.parametrize(
    ("yaml", "line", "what"),
    [
        (HEAD + ARTICLE + RULE.replace("stands", "flies"), 10, "没有名为“flies”的核验项"),
        (HEAD + ARTICLE + RULE.replace("years", "months"), 11, "没有参数“months”"),
        (HEAD + ARTICLE + RULE.replace("{years: 1}", "{}"), 11, "缺少参数“years”"),
        (HEAD + ARTICLE + RULE.replace("1}", "'1'}"), 11, "应为 int 类型"),
        (HEAD + ARTICLE + RULE.replace("1}", "true}"), 11, "应为 int 类型"),
        (HEAD + ARTICLE.replace("    status: rule\n", "") + RULE, 6, "缺少 status"),
        (HEAD + ARTICLE.replace("status: rule", "status: law") + RULE, 7, "缺少 status"),
        (HEAD + ARTICLE + RULE + ARTICLE + RULE, 12, "重复"),
        (HEAD + ARTICLE.replace("一年", "两年") + RULE, 8, "不在政策原文之中"),
        (HEAD + "  - number: 第一条\n    status: procedure\n", 6, "缺少“quote”"),
        (HEAD + ARTICLE, 6, "没有任何规则"),
        (HEAD + ARTICLE.replace("rule", "expert"), 6, "缺少“code”"),
        (HEAD + ARTICLE + RULE + "        severity: grave\n", 12, "severity“grave”"),
        (HEAD + ARTICLE + RULE + "        stage: never\n", 12, "stage“never”"),
        (HEAD + ARTICLE + RULE + "        colour: red\n", 12, "没有名为“colour”的项"),
        (HEAD.replace("some.txt", "none.txt") + ARTICLE + RULE, 4, "没有政策原文"),
        (HEAD.replace("name: some", "name: other") + ARTICLE + RULE, 1, "应与文件名"),
        (HEAD, 5, "没有任何条款"),
        (HEAD + ARTICLE + RULE + "    status: rule\n", 12, "键“status”重复"),
        ("name: [", 1, "YAML 无法解析"),
        ("- 1\n", 1, "应为键值表"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(
    tmp_path: Path, yaml: str, line: int, what: str
) -> None:
    with pytest.raises(ShelfError) as caught:
        policy.load("some", CHECKS, written(tmp_path, yaml))
    said = str(caught.value)
    assert said.startswith(f"some.yaml 第 {line} 行：")
    assert what in said
    assert said.count("。") == 1


def test_a_policy_that_is_not_there_names_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="some"):
        policy.load("none", CHECKS, written(tmp_path, HEAD + ARTICLE + RULE))


def test_an_expert_article_is_put_to_the_expert_with_its_passages(tmp_path: Path) -> None:
    article = ARTICLE.replace("rule", "expert") + "    code: some-expert\n    passages: [甲, 乙]\n"
    found = policy.load("some", CHECKS, written(tmp_path, HEAD + article)).articles[0]
    assert found.passages == ("甲", "乙")
    assert found.rules[-1].parameters == {"code": "some-expert", "words": ["甲", "乙"]}


def test_quotes_on_a_restored_text_are_marked(tmp_path: Path) -> None:
    folder = written(
        tmp_path, HEAD.replace("articles", "restored: true\narticles") + ARTICLE + RULE
    )
    assert policy.load("some", CHECKS, folder).articles[0].restored


@pytest.mark.parametrize(
    ("rule", "key"),
    [
        ("{check: average_rd_at_least, parameters: {amount: 1000万}}", "amount"),
        ("{check: deadline_kept, parameters: {last: 7月5日}}", "last"),
        ("{check: registered_in_district, parameters: {district: '999999'}}", "district"),
        ("{check: document_present, parameters: {kinds: [licence], whose: lead}}", "kinds"),
        ("{check: document_present, parameters: {kinds: [id-card], whose: all}}", "whose"),
        ("{check: members_at_least, parameters: {count: 0}}", "count"),
        ("{check: lead_kind_allowed, parameters: {kinds: [bank], categories: []}}", "kinds"),
        ("{check: composition_complete, parameters: {slots: [{title: 高校}]}}", "slots"),
        ("{check: composition_complete, parameters: {slots: [{title: 甲, kinds: [x]}]}}", "slots"),
        ("{check: targets_at_least, parameters: {targets: [{title: 标准, number: 1}]}}", "targets"),
        ("{check: not_forbidden_expense, parameters: {forbidden: [捐赠]}}", "forbidden"),
    ],
)
def test_a_value_the_check_cannot_count_on_is_wrong_at_the_start(
    tmp_path: Path, rule: str, key: str
) -> None:
    yaml = HEAD + ARTICLE + f"    rules:\n      - {rule}\n"
    with pytest.raises(ShelfError, match=rf"^some\.yaml 第 10 行：.*参数“{key}”不合要求"):
        policy.load("some", shelf.units("checks", "check"), written(tmp_path, yaml))
