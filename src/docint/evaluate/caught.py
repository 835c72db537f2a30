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
    named, overlooked = [], []
    for problem in gold.get("planted", ()):
        finding = next((f for f in open_ if _names(f, problem)), None)
        if finding is None:
            overlooked.append(problem)
        else:
            open_.remove(finding)
            named.append(problem)
    beside = tuple(f for f in open_ if f["severity"] in SERIOUS)
    return Caught(tuple(named), tuple(overlooked), beside)


def _names(finding: Mapping[str, Any], problem: Mapping[str, Any]) -> bool:
    """Whether a finding is of a planted problem: its code, and all it names where it names any.

    The gold names types as the contract does (``title-certificate 张三``), findings in Chinese.
    """
    if finding["code"] != problem["code"]:
        return False
    said = bare(f"{finding['subject'] or ''} {finding.get('message') or ''}")
    words = str(problem.get("subject") or "").split()
    return all(bare(_title(word)) in said for word in words)


def _title(word: str) -> str:
    return DOCUMENT_TITLES.get(word, word).split("（", maxsplit=1)[0]
