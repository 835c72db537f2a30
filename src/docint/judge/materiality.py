"""Materiality (影响程度): whether eligibility turns on an outcome, by how much, and where.

A check that counts says so itself. For all others it follows here from the code, and, where a
declared value and a paper differ, from asking again with the declared value put in the paper's
place: if a condition of application then comes out otherwise, the difference decides it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from docint.judge.amounts import amount
from docint.judge.wording import shown
from docint.types.case import Case
from docint.types.fact import Fact, Facts, Value
from docint.types.finding import CheckResult, Decides, Exhibit, Outcome
from docint.vocabulary import DECIDING, FINDINGS, TURNS

Again = Callable[[Case], Iterable[CheckResult]]
"""Judges the conditions of application anew, for another case."""

_YEAR_KEYED = ("rd_expense", "revenue")


def weighed(case: Case, results: Sequence[CheckResult], again: Again) -> tuple[CheckResult, ...]:
    """Results whose failures and unknowns all say what hangs on them.

    Args:
        case: what was judged.
        results: of all rules and standing checks.
        again: the conditions of application, for a case in which one value is another.
    """
    return tuple(
        replace(r, outcome=replace(r.outcome, decides=_decides(case, r, results, again)))
        if r.outcome.verdict in ("fail", "unknown")
        else r
        for r in results
    )


def deciding(result: CheckResult, *, lowered: bool = False) -> bool:
    """Whether a result is of a condition without which an application cannot succeed.

    Args:
        result: what a rule gave.
        lowered: the article says 原则上 or the like: it never decides alone.
    """
    own = result.outcome.decides
    if lowered:
        return False
    return own.eligibility if own else result.outcome.code in DECIDING


def _decides(
    case: Case, result: CheckResult, results: Sequence[CheckResult], again: Again
) -> Decides:
    outcome = result.outcome
    own = outcome.decides or Decides(False)
    moved = _moved(case, result, results, again)
    return Decides(
        eligibility=deciding(result, lowered=result.lowered) or bool(moved),
        margin=own.margin or _margin(outcome),
        turns_at=own.turns_at or _turns_at(outcome),
        affects=moved or _held_open(outcome, results),
    )


def _margin(outcome: Outcome) -> str:
    """How far the last paper is from what was declared: yuan, or days."""
    if outcome.verdict != "fail" or not outcome.declared or not outcome.found:
        return ""
    one, other = outcome.declared.fact, outcome.found[-1].fact
    if one.path[0] in _YEAR_KEYED or str(one.path[-1]).endswith(("capital", "amount", "funds")):
        a, b = amount(one), amount(other)
        return f"{b - a:.2f}" if isinstance(a, Decimal) and isinstance(b, Decimal) else ""
    try:
        apart = date.fromisoformat(str(other.value)) - date.fromisoformat(str(one.value))
    except ValueError:
        return ""
    return f"{apart.days} 日"


def _turns_at(outcome: Outcome) -> str:
    if outcome.code in TURNS:
        return TURNS[outcome.code]
    if outcome.declared and outcome.found:
        return f"申报与材料一致（材料所载为“{shown(outcome.found[-1].fact.value)}”）"
    code = FINDINGS.get(outcome.code)
    if outcome.settled_by and code and code.kind == "consistency":
        return f"{outcome.settled_by}所载与申报一致"
    if outcome.settled_by:
        return f"{outcome.settled_by}载明符合规定"
    return "说明或补正后两处一致"


def _moved(
    case: Case, result: CheckResult, results: Sequence[CheckResult], again: Again
) -> tuple[str, ...]:
    """Conditions that come out otherwise once the papers state what was declared."""
    outcome = result.outcome
    code = FINDINGS.get(outcome.code)
    if outcome.verdict != "fail" or not outcome.declared or not code or code.kind != "consistency":
        return ()
    other = _supposing(case, outcome.found, outcome.declared.fact)
    if other is None:
        return ()
    now = {_key(r): r for r in results if r.id != result.id and deciding(r, lowered=r.lowered)}
    then = {_key(r): r.outcome.verdict for r in again(other)}
    return tuple(r.id for key, r in now.items() if then.get(key, r.outcome.verdict) != _said(r))


def _said(result: CheckResult) -> str:
    return result.outcome.verdict


def _key(result: CheckResult) -> tuple[str, str, str]:
    article = result.citation.article if result.citation else ""
    return article, result.outcome.code, result.outcome.subject


def _supposing(case: Case, found: Sequence[Exhibit], declared: Fact) -> Case | None:
    """The case with the declared value where the papers state another; None without papers."""
    where = {(x.document, x.fact.path) for x in found if x.document != case.declared_document}
    if declared.path[-1] == "district":  # the address is shown, the district is counted
        where |= {(document, ("district",)) for document, _ in where}
    facts = {
        document: Facts(
            tuple(
                replace(fact, value=_meant(fact, declared), witnesses=())
                if (document, fact.path) in where
                else fact
                for fact in stated
            )
        )
        for document, stated in case.facts.items()
    }
    return replace(case, facts=facts) if where else None


def _meant(fact: Fact, declared: Fact) -> Value:
    """The declared value as the paper would state it: an address names its district."""
    value = declared.value
    if fact.path[-1] == "address" and isinstance(value, Mapping):
        return str(value.get("name", ""))
    return value


def _held_open(outcome: Outcome, results: Sequence[CheckResult]) -> tuple[str, ...]:
    """For a missing or unread paper: conditions that cannot be told without it."""
    if outcome.code not in ("missing-document", "wrong-document", "audit-year-missing"):
        return ()
    paper = outcome.subject.partition("（")[0]
    return tuple(
        r.id
        for r in results
        if r.outcome.verdict == "unknown"
        and r.outcome.code != outcome.code
        and deciding(r, lowered=r.lowered)
        and any(name in r.outcome.settled_by for name in _names(paper))
    )


def _names(paper: str) -> tuple[str, ...]:
    return tuple(name for name in paper.split("或") if name)
