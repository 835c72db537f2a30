"""Each policy's table of cases: facts → outcome, for every boundary on both sides."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from docint import shelf
from docint.judge import policy
from docint.judge.judge import judge
from docint.types.article import Article, Policy
from docint.types.finding import CheckResult, Judgement
from tests.judge.papers import case, changed

WORSE = ("not-applicable", "pass", "expert", "unknown", "fail")
EXAMPLES = Path(__file__).parents[2] / "examples" / "policies"
TABLES = [
    *sorted(Path(__file__).parent.glob("*.yaml")),
    *sorted((EXAMPLES / "cases").glob("*.yaml")),
]


@cache
def loaded(name: str) -> Policy:
    return policy.load(name, shelf.units("checks", "check"), *policy.shelves(EXAMPLES))


@cache
def table(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def rows() -> Iterator[Any]:
    for path in TABLES:
        for number, row in enumerate(table(path)["cases"]):
            yield pytest.param(path, number, id=f"{path.stem}: {row['name']}")


def judged(path: Path, changes: dict[str, Any], stage: str = "") -> Judgement:
    """The base, what a later stage changes in it, and what the case changes."""
    later = table(path)[stage] if stage else {}
    data = changed(changed(table(path)["base"], later), changes)
    return judge(case(data), loaded(path.stem), shelf.units("checks", "check"))


def matching(judgement: Judgement, key: str) -> list[CheckResult]:
    code, _, part = key.partition(" @ ")
    return [
        r for r in judgement.checks if r.outcome.code == code and part.strip() in r.outcome.subject
    ]


@cache
def brought_about(path: Path, number: int) -> Judgement:
    """What a case of a table comes to."""
    row = table(path)["cases"][number]
    return judged(path, row.get("set", {}), row.get("at", ""))


@pytest.mark.parametrize(("path", "number"), list(rows()))
def test_the_case_comes_out_as_its_sentence_says(path: Path, number: int) -> None:
    row, judgement = table(path)["cases"][number], brought_about(path, number)
    for key, wanted in row["expect"].items():
        verdict, severity = wanted if isinstance(wanted, list) else (wanted, None)
        found = matching(judgement, key)
        if verdict == "absent":
            assert not found, key
            continue
        assert found, f"no outcome for {key}"
        worst = max(found, key=lambda result: WORSE.index(result.outcome.verdict))
        assert worst.outcome.verdict == verdict, worst.outcome
        assert severity in (None, worst.severity), worst
    if "recommendation" in row:
        assert judgement.recommendation == row["recommendation"]


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_an_honest_bundle_gives_no_finding_and_passes(path: Path) -> None:
    judgement = judged(path, {})
    assert [(f.code, f.subject, f.message) for f in judgement.findings] == []
    assert judgement.recommendation == "pass", [
        (r.outcome.code, r.outcome.subject, r.outcome.settled_by)
        for r in judgement.checks
        if r.outcome.verdict == "unknown"
    ]


def test_every_policy_has_its_table_of_cases() -> None:
    assert {path.stem for path in TABLES} == set(policy.names(*policy.shelves(EXAMPLES)))


def test_a_program_of_another_city_takes_less_than_sixty_lines_and_no_python() -> None:
    assert len((EXAMPLES / "chengdu-2024.yaml").read_text("utf-8").splitlines()) < 60
    assert not list(EXAMPLES.rglob("*.py"))


@pytest.mark.parametrize("name", policy.names(*policy.shelves(EXAMPLES)))
def test_every_article_of_a_policy_has_an_outcome_fit_for_its_status(name: str) -> None:
    articles = loaded(name).articles
    assert all(a.quote for a in articles)
    assert len({a.number for a in articles}) == len(articles)


@pytest.mark.parametrize("name", policy.names(*policy.shelves(EXAMPLES)))
def test_every_article_for_experts_says_which_passages_are_laid_before_them(name: str) -> None:
    bare = [a.number for a in loaded(name).articles if a.status == "expert" and not a.passages]
    assert not bare


ONE_SIDED = {
    "officer_confirms": {"unknown"},
    "applications_within_limit": {"unknown"},
    "policy_in_force": {"pass", "unknown"},
}
"""What no single bundle fails: an officer, the other bundles of a call, or the authority tells."""


@cache
def verdicts(path: Path) -> dict[tuple[str, str], set[str]]:
    """Everything the cases of a table bring about, by article and check."""
    said: dict[tuple[str, str], set[str]] = {}
    for number in range(len(table(path)["cases"])):
        for result in brought_about(path, number).checks:
            if result.citation:
                key = (result.citation.article, result.check)
                said.setdefault(key, set()).add(result.outcome.verdict)
    return said


@cache
def both_sides_of(check: str) -> bool:
    """Whether the check's own table has cases on both sides."""
    path = Path(__file__).parents[1] / "checks" / f"{check}.yaml"
    rows_ = yaml.safe_load(path.read_text(encoding="utf-8"))
    said = " ".join(" ".join(w) if isinstance(w := r["expect"], list) else w for r in rows_)
    return "pass" in said and "fail" in said


def ruled() -> Iterator[Any]:
    for path in TABLES:
        for article in loaded(path.stem).articles:
            if article.status == "rule":
                yield pytest.param(path, article, id=f"{path.stem} {article.number}")


@pytest.mark.parametrize(("path", "article"), list(ruled()))
def test_every_rule_has_cases_on_both_sides_of_its_boundary(path: Path, article: Article) -> None:
    checks = shelf.units("checks", "check")
    for rule in article.rules:
        wanted = ONE_SIDED.get(rule.check, {"pass", "fail"})
        if rule.parameters.get("doubtful"):  # such reports may lie outside filing: never a finding
            wanted = {"pass", "unknown"}
        # a statement that holds under every program alike has its sides in its own table
        if checks[rule.check].standing and not rule.parameters:
            assert both_sides_of(rule.check) or rule.check in ONE_SIDED, rule.check
        else:
            missing = wanted - verdicts(path).get((article.number, rule.check), set())
            assert not missing, (rule.check, missing)


BOUNDARIES = {
    "audit-year-missing": {"pass", "fail"},  # 申报之日前两个会计年度
    "rd-expense-below-threshold": {"pass", "fail", "unknown"},  # 年平均研发投入，一年已足
    "registered-too-recently": {"pass", "fail"},  # 注册成立一年以上
    "report-out-of-date": {"pass", "fail"},  # 报告日期在申报日前的一个月内
    "chief-engineer-over-age": {"pass", "fail", "unknown"},  # 年龄不超过60周岁
    "acceptance-overdue": {"pass", "fail", "unknown"},  # 建设期满后半年内
    "policy-period-outside": {"pass", "unknown"},  # 试行期一年
    "period-unusual": {"pass", "fail"},  # 建设期一般为两年
}
"""Where terms and sums are counted: everything the count may come to, on the days around it."""


@pytest.mark.parametrize("code", BOUNDARIES)
def test_every_count_of_days_years_and_money_has_cases_around_its_boundary(code: str) -> None:
    path = next(path for path in TABLES if path.stem == "futian-2023")
    said = {
        result.outcome.verdict
        for number in range(len(table(path)["cases"]))
        for result in brought_about(path, number).checks
        if result.outcome.code == code
    }
    assert said >= BOUNDARIES[code]
