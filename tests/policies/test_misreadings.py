"""No slip of a reader may weigh heavily: a wrong serious finding is the worst there is."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from docint import shelf
from docint.judge import policy
from docint.judge.judge import judge
from docint.values.lookalikes import neighbours
from tests.judge.papers import case, leaves

FIGURES = {"0": "8", "1": "7", "2": "7", "3": "8", "5": "6", "6": "5", "7": "1", "8": "3", "9": "4"}
EVERY = 7
"""Of all characters each so-manieth is misread; together with the seed 0 … 6 they are all."""


def base() -> dict[str, Any]:
    table = Path(__file__).with_name("futian-2023.yaml")
    data: dict[str, Any] = yaml.safe_load(table.read_text(encoding="utf-8"))["base"]
    for paper in data["documents"].values():
        paper["reader"] = "rapidocr"
    return data


def slips(data: dict[str, Any]) -> Iterator[tuple[str, tuple[Any, ...], str]]:
    """Every fact with every character taken for one like it: document, path, reading."""
    for name, paper in data["documents"].items():
        for path, value in leaves(paper.get("facts", {})):
            for at, char in enumerate(value if isinstance(value, str) else ""):
                other = FIGURES.get(char) or next(iter(sorted(neighbours(char))), "")
                if other:
                    assert isinstance(value, str)
                    yield name, path, value[:at] + other + value[at + 1 :]


def misread(data: dict[str, Any], name: str, path: tuple[Any, ...], reading: str) -> dict[str, Any]:
    changed = deepcopy(data)
    branch = changed["documents"][name]["facts"]
    for step in path[:-1]:
        branch = branch[step]
    branch[path[-1]] = reading
    return changed


def test_an_honest_bundle_of_scans_passes() -> None:
    judgement = judge(
        case(base()),
        policy.load("futian-2023", shelf.units("checks", "check")),
        shelf.units("checks", "check"),
    )
    assert [(f.code, f.message) for f in judgement.findings] == []
    assert judgement.recommendation == "pass"


@pytest.mark.parametrize(
    "seed", [pytest.param(n, marks=[pytest.mark.slow] if n else []) for n in range(EVERY)]
)
def test_no_single_misread_character_of_a_scan_makes_a_high_finding(seed: int) -> None:
    checks = shelf.units("checks", "check")
    program = policy.load("futian-2023", checks)
    data = base()
    for name, path, reading in list(slips(data))[seed::EVERY]:
        judgement = judge(case(misread(data, name, path, reading)), program, checks)
        high = [f.message for f in judgement.findings if f.severity == "high"]
        assert high == [], (name, path, reading)
