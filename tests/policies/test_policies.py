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
from docint.types.article import Policy
from docint.types.finding import CheckResult, Judgement
from tests.judge.papers import case, changed

WORSE = ("not-applicable", "pass", "expert", "unknown", "fail")
TABLES = sorted(Path(__file__).parent.glob("*.yaml"))


@cache
def loaded(name: str) -> Policy:
    return policy.load(name, shelf.units("checks", "check"))


@cache
def table(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def rows() -> Iterator[Any]:
    for path in TABLES:
        for row in table(path)["cases"]:
            yield pytest.param(path, row, id=f"{path.stem}: {row['name']}")


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


@pytest.mark.parametrize(("path", "row"), list(rows()))
def test_the_case_comes_out_as_its_sentence_says(path: Path, row: dict[str, Any]) -> None:
    judgement = judged(path, row.get("set", {}), row.get("at", ""))
    for key, wanted in row["expect"].items():
        verdict, severity = wanted if isinstance(wanted, list) else (wanted, None)
        found = matching(judgement, key)
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


@pytest.mark.parametrize("name", policy.names())
def test_every_article_of_a_policy_has_an_outcome_fit_for_its_status(name: str) -> None:
    articles = loaded(name).articles
    assert all(a.quote for a in articles)
    assert len({a.number for a in articles}) == len(articles)
