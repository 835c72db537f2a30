"""Findings against what was planted (植入问题)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docint.values.text import bare
from docint.vocabulary import DOCUMENT_TITLES

SERIOUS = ("high", "medium")


@dataclass(frozen=True, slots=True)
class Caught:
    """What became of one bundle's planted problems."""

    named: tuple[Mapping[str, Any], ...]
    """Planted problems that a finding names."""
    overlooked: tuple[Mapping[str, Any], ...]
    """Planted problems that none names."""
    beside: tuple[Mapping[str, Any], ...]
    """High and medium findings that nobody planted."""


def caught(report: Mapping[str, Any], gold: Mapping[str, Any]) -> Caught:
    """Pair a report's findings with the gold's planted problems, each finding once."""
    open_ = list(report["findings"])
    also = _declared_names(gold)
    named, overlooked = [], []
    for problem in gold.get("planted", ()):
        finding = next((f for f in open_ if _names(f, problem, also)), None)
        if finding is None:
            overlooked.append(problem)
        else:
            open_.remove(finding)
            named.append(problem)
    beside = tuple(f for f in open_ if f["severity"] in SERIOUS)
    return Caught(tuple(named), tuple(overlooked), beside)


def _declared_names(gold: Mapping[str, Any]) -> dict[str, str]:
    """By the name on a unit's papers the one it is declared under, where the two differ."""
    declared = gold.get("declared") or {}
    units = [declared.get("lead") or {}, *(declared.get("members") or ())]
    called = {unit["uscc"]: unit["name"] for unit in units if "uscc" in unit and "name" in unit}
    names: dict[str, str] = {}
    for document in gold.get("documents", ()):
        printed = {key: document["facts"].get(key, {}).get("value") for key in ("uscc", "name")}
        if called.get(printed["uscc"], printed["name"]) != printed["name"]:
            names[str(printed["name"])] = called[printed["uscc"]]
    return names


def _names(finding: Mapping[str, Any], problem: Mapping[str, Any], also: Mapping[str, str]) -> bool:
    """Whether a finding is of a planted problem: its code, and all it names where it names any.

    The gold names types as the contract does (``title-certificate 张三``), findings in Chinese;
    the gold names units as their papers do, findings as they are declared.
    """
    if finding["code"] != problem["code"]:
        return False
    said = bare(f"{finding['subject'] or ''} {finding.get('message') or ''}")
    words = str(problem.get("subject") or "").split()
    return all(bare(_title(word)) in said or bare(also.get(word, word)) in said for word in words)


def _title(word: str) -> str:
    return DOCUMENT_TITLES.get(word, word).split("（", maxsplit=1)[0]
