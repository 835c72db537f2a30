"""What judging says: outcomes of checks, and the findings among them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from docint.types.fact import Fact

Verdict = Literal["pass", "fail", "unknown", "expert", "not-applicable"]
Severity = Literal["high", "medium", "low"]
FindingKind = Literal["completeness", "consistency", "eligibility", "fraud-signal"]


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A fact with the document it comes from (证据)."""

    fact: Fact
    document: str
    """Document id; empty for what was declared by a machine."""


@dataclass(frozen=True, slots=True)
class Decides:
    """Materiality: whether eligibility turns on this, by how much, and where it would turn."""

    eligibility: bool
    margin: str = ""
    """Distance from the threshold in the value's own form (money in yuan, days …)."""
    turns_at: str = ""
    """The value at which the outcome would turn, in plain Chinese."""
    affects: tuple[str, ...] = ()
    """Ids of the check results on conditions of application that it flips or holds open."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one check says of one subject."""

    code: str
    """A finding code of the contract."""
    verdict: Verdict
    subject: str
    """Whom or what it is about: a unit's name, ``2023 年度审计报告（某公司）`` …"""
    reason: str
    """Plain administrative Chinese; states what was read and where, accuses nobody."""
    declared: Exhibit | None = None
    found: tuple[Exhibit, ...] = ()
    severity: Severity | None = None
    """Lower than the contract's where the case asks for it; None takes the contract's."""
    title: str = ""
    """Headline of a finding; empty takes the code's own."""
    settled_by: str = ""
    """For ``unknown``: the cheapest document that would settle it."""
    decides: Decides | None = None
    innocent: tuple[str, ...] = ()
    """Ordinary explanations to be asked about first."""


@dataclass(frozen=True, slots=True)
class Citation:
    """The article a finding rests on."""

    policy: str
    article: str
    quote: str
    restored: bool = False


@dataclass(frozen=True, slots=True)
class CheckResult:
    """An outcome with the rule that asked for it."""

    id: str
    """``c1``, ``c2`` …"""
    check: str
    outcome: Outcome
    citation: Citation | None
    severity: Severity
    """In force for this outcome, after every lowering."""
    parameters: Mapping[str, Any]
    statement: str = ""
    """What the check says should hold."""
    meanings: Mapping[str, str] = field(default_factory=dict)
    """The parameters' meanings, in Chinese."""
    note: str = ""
    """How the policy reads the clause where its words leave room."""
    lowered: bool = False
    """True where the policy lowers the severity (原则上): it never decides alone."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A failed check as the reviewer reads it."""

    id: str
    """``f1``, ``f2`` … by severity, then bundle order."""
    code: str
    kind: FindingKind
    severity: Severity
    subject: str
    title: str
    message: str
    citation: Citation | None
    declared: Exhibit | None
    found: tuple[Exhibit, ...]
    confidence: float
    decides: Decides | None
    check: str
    """Id of the check result behind it."""


@dataclass(frozen=True, slots=True)
class ArticleOutcome:
    """How an article fared."""

    number: str
    status: str
    verdict: str
    """As a `Verdict`; empty for procedures and definitions."""
    checks: tuple[str, ...]
    """Ids of its check results."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """All outcomes of one case under one policy."""

    articles: tuple[ArticleOutcome, ...]
    checks: tuple[CheckResult, ...]
    findings: tuple[Finding, ...]
    recommendation: Literal["return", "review", "pass"]
