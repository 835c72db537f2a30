"""Whether eligibility turns on a finding, by how much, and where."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from docint import shelf
from docint.judge import policy
from docint.judge.judge import judge
from docint.types.finding import CheckResult, Judgement
from docint.vocabulary import DECIDING, FINDINGS, TURNS
from tests.judge.papers import case, changed

TABLE = Path(__file__).parents[1] / "policies" / "futian-2023.yaml"


@cache
def base() -> dict[str, Any]:
    return yaml.safe_load(TABLE.read_text(encoding="utf-8"))["base"]  # type: ignore[no-any-return]


def judged(changes: dict[str, Any]) -> Judgement:
    checks = shelf.units("checks", "check")
    return judge(case(changed(base(), changes)), policy.load("futian-2023", checks), checks)


def of(judgement: Judgement, code: str, verdict: str) -> CheckResult:
    return next(
        r for r in judgement.checks if r.outcome.code == code and r.outcome.verdict == verdict
    )


def low_audit(amount: str) -> dict[str, Any]:
    return {
        "documents.rd.facts.rd_expense": {"2023": amount, "2022": "12400000.00"},
        "documents.audit23.facts.rd_expense": {"2023": amount},
    }


def test_a_difference_that_carries_the_average_over_the_threshold_decides() -> None:
    judgement = judged(low_audit("5000000.00"))
    found = of(judgement, "rd-expense-mismatch", "fail")
    average = of(judgement, "rd-expense-below-threshold", "fail")
    assert found.outcome.decides
    assert found.outcome.decides.eligibility
    assert found.outcome.decides.affects == (average.id,)
    assert found.outcome.decides.margin == "-11800000.00"
    assert average.outcome.decides
    assert average.outcome.decides.margin == "-1300000.00"


def test_a_difference_that_leaves_the_average_above_does_not() -> None:
    found = of(judged(low_audit("15000000.00")), "rd-expense-mismatch", "fail")
    assert found.outcome.decides
    assert not found.outcome.decides.eligibility
    assert found.outcome.decides.affects == ()


def test_a_district_declared_otherwise_decides_where_the_licence_is() -> None:
    judgement = judged(
        {
            "documents.licence.facts.address": "深圳市南山区科技园路9号",
            "documents.licence.facts.district": {"code": "440305", "name": "广东省深圳市南山区"},
        }
    )
    found = of(judgement, "district-mismatch", "fail").outcome.decides
    assert found
    assert found.affects == (of(judgement, "lead-outside-district", "fail").id,)


def test_a_missing_audit_names_the_conditions_it_holds_open() -> None:
    changes = {f"documents.{name}": None for name in ("rd", "audit22", "audit23")}
    judgement = judged(changes)
    average = of(judgement, "rd-expense-below-threshold", "unknown")
    missing = next(
        r for r in judgement.checks
        if r.outcome.code == "missing-document" and "研发" in r.outcome.subject
    )  # fmt: skip
    assert missing.outcome.decides
    assert average.id in missing.outcome.decides.affects
    assert average.outcome.decides
    assert average.outcome.decides.eligibility


def test_with_one_year_known_the_other_must_come_to_the_rest() -> None:
    changes = {
        "documents.rd.facts.rd_expense": {"2023": "9000000.00"},
        "documents.audit22": None,
        "documents.audit23.facts.rd_expense": {"2023": "9000000.00"},
    }
    found = of(judged(changes), "rd-expense-below-threshold", "unknown").outcome.decides
    assert found
    assert found.turns_at == "2022年研发投入不低于1,100 万元"


@pytest.mark.parametrize(
    ("code", "turns_at"),
    [
        ("registered-too-recently", "申报日期不早于2016年6月18日即满1年"),
        ("chief-engineer-over-age", "申报日期不晚于2032年5月20日即未超过60周岁"),
    ],
)
def test_without_a_date_it_is_said_from_which_date_on_it_holds(code: str, turns_at: str) -> None:
    found = of(judged({"applied_on": None, "declared.applied_on": None}), code, "unknown")
    assert found.outcome.decides
    assert found.outcome.decides.turns_at == turns_at


def test_what_is_asked_in_principle_never_decides() -> None:
    judgement = judged({"documents.licence2.facts.established_on": "2023-12-01"})
    found = of(judgement, "registered-too-recently", "fail").outcome.decides
    assert found
    assert not found.eligibility


def test_every_finding_and_every_unknown_weighs_itself() -> None:
    for changes in ({}, low_audit("1.00"), {"applied_on": None}, {"documents.licence": None}):
        for result in judged(changes).checks:
            if result.outcome.verdict in ("fail", "unknown"):
                assert result.outcome.decides, result
                assert result.outcome.decides.turns_at, result


def test_the_codes_that_decide_and_turn_are_codes_of_findings() -> None:
    assert set(DECIDING) <= set(FINDINGS)
    assert set(TURNS) <= set(FINDINGS)
