"""Each check's table of small cases beside this file: what is given, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from docint import shelf
from docint.contracts import Check
from docint.vocabulary import FINDINGS
from tests.judge.papers import case

HERE = Path(__file__).parent
CHECKS: dict[str, Check] = shelf.units("checks", "check")


def rows() -> Iterator[Any]:
    for path in sorted(HERE.glob("*.yaml")):
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield pytest.param(path.stem, row, id=f"{path.stem}: {row['name']}")


@pytest.mark.parametrize(("name", "row"), list(rows()))
def test_the_check_says_what_its_table_says(name: str, row: dict[str, Any]) -> None:
    check = CHECKS[name]
    outcomes = list(check.run(case(row.get("given", {})), row.get("parameters", {})))
    said = [f"{o.verdict} {o.code} {o.subject}" for o in outcomes]
    wanted = row["expect"] if isinstance(row["expect"], list) else [row["expect"]]
    if not wanted:
        assert said == []
    for one in wanted:
        words = one.split()
        assert any(all(word in line for word in words) for line in said), (one, said)
    for word in row.get("says", ()):
        assert any(word in o.reason for o in outcomes), [o.reason for o in outcomes]
    assert len(outcomes) == row.get("count", len(outcomes)), said


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_every_check_has_a_table_of_cases(name: str) -> None:
    assert (HERE / f"{name}.yaml").is_file()


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_every_check_is_described_and_says_what_it_takes(name: str) -> None:
    check = CHECKS[name]
    assert check.statement
    assert check.codes
    assert all(parameter.meaning for parameter in check.parameters.values())
    assert not (check.standing and any(p.required for p in check.parameters.values()))


def test_unknowns_always_name_what_would_settle_them() -> None:
    for name, check in CHECKS.items():
        for row in yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8")):
            for outcome in check.run(case(row.get("given", {})), row.get("parameters", {})):
                assert outcome.reason, name
                if outcome.verdict == "unknown":
                    assert outcome.settled_by, (name, row["name"])
                if outcome.verdict == "fail":
                    assert outcome.code in FINDINGS, name


def test_no_check_accuses() -> None:
    for name, check in CHECKS.items():
        for row in yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8")):
            for outcome in check.run(case(row.get("given", {})), row.get("parameters", {})):
                for word in ("造假", "伪造", "欺诈", "虚假", "骗", "作弊"):
                    assert word not in outcome.reason + "".join(outcome.innocent), name
