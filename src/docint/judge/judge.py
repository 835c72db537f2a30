"""Case → Judgement: every rule of a policy put to its check, and what follows from it.

Pure: no clock, no files; the same case under the same policy gives the same judgement.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any, Literal

from docint.contracts import Check
from docint.judge.materiality import weighed
from docint.judge.proof import SUMS, confidence, proved
from docint.judge.wording import message
from docint.types.article import Article, Policy, Rule
from docint.types.case import Case
from docint.types.finding import (
    ArticleOutcome,
    CheckResult,
    Citation,
    Finding,
    Judgement,
    Outcome,
    Severity,
)
from docint.vocabulary import DECIDING, DOCUMENT_TITLES, FINDINGS

_RANK: dict[Severity, int] = {"low": 0, "medium": 1, "high": 2}
_WORST_FIRST = ("fail", "unknown", "expert", "pass")
_REQUIRING = "document_present"
"""The check by which a policy names its required papers."""

_OF_SUMS = ("totals-conflict", "amount-words-conflict")
"""Findings that are themselves what a sum or the words in characters speak against."""

_log = logging.getLogger(__name__)


def judge(case: Case, policy: Policy, checks: Mapping[str, Check]) -> Judgement:
    """Judge a case under a policy.

    Args:
        case: all that is known; dates count from ``case.applied_on``.
        policy: validated by `docint.judge.policy.load`.
        checks: units of the shelf by file name; standing ones run even if no article names them.

    Returns:
        Results ``c1`` … in the order of the articles, findings ``f1`` … by severity.
    """

    def conditions(other: Case) -> tuple[CheckResult, ...]:
        asked = _conditions(policy, checks)
        return _results(other, asked, {r.check: checks[r.check] for r in _rules(asked)})

    results = weighed(case, _results(case, policy, checks), conditions)
    findings = _findings(case, results)
    articles = tuple(_article_outcome(article, results) for article in policy.articles)
    return Judgement(articles, results, findings, _recommendation(policy, results, findings))


def _results(case: Case, policy: Policy, checks: Mapping[str, Check]) -> tuple[CheckResult, ...]:
    return tuple(
        _result(f"c{number}", case, checks[asked[0]], *asked)
        for number, asked in enumerate(_asked(case, policy, checks), 1)
    )


def _conditions(policy: Policy, checks: Mapping[str, Check]) -> Policy:
    """The policy with only those rules that may decide eligibility."""
    articles = (
        replace(a, rules=tuple(r for r in a.rules if DECIDING & {*checks[r.check].codes}))
        for a in policy.articles
    )
    return replace(policy, articles=tuple(articles))


def _rules(policy: Policy) -> Iterator[Rule]:
    return (rule for article in policy.articles for rule in article.rules)


def _asked(
    case: Case, policy: Policy, checks: Mapping[str, Check]
) -> Iterator[tuple[str, Rule, Outcome, Citation | None]]:
    named: set[str] = set()
    for article in policy.articles:
        citation = Citation(policy.name, article.number, article.quote, article.restored)
        for rule in article.rules:
            if rule.stage == case.stage:
                named.add(rule.check)
                for outcome in _run(checks[rule.check], rule.check, case, rule.parameters):
                    yield rule.check, rule, outcome, citation
    for name, check in sorted(checks.items()):
        if check.standing and name not in named:
            for outcome in _run(check, name, case, {}):
                yield name, Rule(name), outcome, None


def _run(check: Check, name: str, case: Case, parameters: Mapping[str, Any]) -> tuple[Outcome, ...]:
    try:
        return tuple(check.run(case, parameters))
    except Exception:  # one check must not take the whole report with it
        _log.exception("check %s failed", name)
        reason = f"核验项“{check.statement}”因数据异常未能完成，请人工核对。"
        return (Outcome(check.codes[0], "unknown", "核验程序", reason),)


def _result(
    number: str,
    case: Case,
    check: Check,
    name: str,
    rule: Rule,
    outcome: Outcome,
    citation: Citation | None,
) -> CheckResult:
    return CheckResult(
        id=number,
        check=name,
        outcome=outcome,
        citation=citation,
        severity=_severity(case, rule, outcome),
        parameters=rule.parameters,
        statement=check.statement,
        meanings={key: check.parameters[key].meaning for key in rule.parameters},
        note=rule.note,
        lowered=bool(rule.severity),
    )


def _severity(case: Case, rule: Rule, outcome: Outcome) -> Severity:
    """The code's own, lowered by the rule, the outcome and the want of proof; never raised."""
    if outcome.code not in FINDINGS:
        return "low"
    own = FINDINGS[outcome.code].severity
    wishes: list[Severity] = [own, *([outcome.severity] if outcome.severity else [])]
    if rule.severity in _RANK:
        wishes.append(rule.severity)
    lowest = min(wishes, key=_RANK.__getitem__)
    exhibits = (*([outcome.declared] if outcome.declared else []), *outcome.found)
    asked = SUMS if outcome.code in _OF_SUMS else frozenset()
    if lowest == "high" and not all(proved(case, exhibit, asked) for exhibit in exhibits):
        return "medium"
    return lowest


def _findings(case: Case, results: tuple[CheckResult, ...]) -> tuple[Finding, ...]:
    # two articles may ask the same; it is found once, under the first
    seen: dict[tuple[str, str, str], CheckResult] = {}
    for result in results:
        outcome = result.outcome
        if outcome.verdict == "fail" and outcome.code in FINDINGS:
            seen.setdefault((outcome.code, outcome.subject, outcome.reason), result)
    failed = list(seen.values())
    failed.sort(key=lambda result: -_RANK[result.severity])  # stable: keeps the articles' order
    return tuple(_finding(f"f{n}", case, result) for n, result in enumerate(failed, 1))


def _finding(number: str, case: Case, result: CheckResult) -> Finding:
    outcome, code = result.outcome, FINDINGS[result.outcome.code]
    return Finding(
        id=number,
        code=outcome.code,
        kind=code.kind,
        severity=result.severity,
        subject=outcome.subject,
        title=outcome.title or code.title,
        message=message(outcome, code.kind),
        citation=result.citation,
        declared=outcome.declared,
        found=outcome.found,
        confidence=confidence(case, outcome),
        decides=outcome.decides,
        check=result.id,
    )


def _article_outcome(article: Article, results: tuple[CheckResult, ...]) -> ArticleOutcome:
    mine = [r for r in results if r.citation and r.citation.article == article.number]
    verdict = ""
    if article.status in ("rule", "expert"):
        said = {result.outcome.verdict for result in mine}
        # what stands beside an expert's question never answers it
        verdict = "expert" if article.status == "expert" and "expert" in said else _worst(said)
    return ArticleOutcome(article.number, article.status, verdict, tuple(r.id for r in mine))


def _worst(said: Collection[str]) -> str:
    return next((v for v in _WORST_FIRST if v in said), "not-applicable")


def _recommendation(
    policy: Policy, results: tuple[CheckResult, ...], findings: tuple[Finding, ...]
) -> Literal["return", "review", "pass"]:
    if any(f.kind == "completeness" and f.severity == "high" for f in findings):
        return "return"
    if any(f.severity in ("high", "medium") for f in findings):
        return "review"
    papers = _required_papers(policy)
    for result in results:
        settled_by = result.outcome.settled_by
        if result.outcome.verdict == "unknown" and any(p in settled_by for p in papers):
            return "review"
    return "pass"


def _required_papers(policy: Policy) -> frozenset[str]:
    """Chinese titles of the papers that the policy's own text requires."""
    rules = [r for article in policy.articles for r in article.rules if r.check == _REQUIRING]
    titles = {
        DOCUMENT_TITLES.get(kind, kind) for rule in rules for kind in rule.parameters["kinds"]
    }
    return frozenset(titles | {r.parameters["title"] for r in rules if "title" in r.parameters})
