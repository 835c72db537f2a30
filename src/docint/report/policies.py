"""A policy → plain data: its articles, their standing, and what each asks (政策)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from docint.types.article import Article, Policy


def plain_policy(policy: Policy) -> dict[str, Any]:
    """All articles with quotes, statuses, checks and parameters."""
    return {
        "name": policy.name,
        "title": policy.title,
        "issuer": policy.issuer,
        "valid_from": policy.valid_from.isoformat() if policy.valid_from else None,
        "valid_until": policy.valid_until.isoformat() if policy.valid_until else None,
        "restored": policy.restored,
        "articles": [_article(article) for article in policy.articles],
    }


def _article(article: Article) -> dict[str, Any]:
    return {
        "number": article.number,
        "status": article.status,
        "quote": article.quote,
        "rules": [
            {
                "check": rule.check,
                "parameters": dict(rule.parameters),
                "severity": rule.severity or None,
                "stage": rule.stage,
                "note": rule.note or None,
            }
            for rule in article.rules
        ],
    }


def compared(one: Policy, other: Policy) -> dict[str, Any]:
    """What two programs ask differently: article by article, and check by check.

    Returns:
        ``articles``: numbers found in one only, and those whose quote or status differ (left out
        where the two texts share too little for numbers to mean the same); ``rules``: every check
        whose parameters, severity or stage are not the same in both.
    """
    return {
        "a": one.name,
        "b": other.name,
        "titles": [one.title, other.title],
        "articles": _articles(one, other) if _akin(one, other) else None,
        "rules": [
            {"check": check, "a": _beyond(mine, theirs), "b": _beyond(theirs, mine)}
            for check in sorted({*_asked(one), *_asked(other)})
            if _without_place(mine := _asked(one).get(check, []))
            != _without_place(theirs := _asked(other).get(check, []))
        ],
    }


def _beyond(
    mine: Sequence[Mapping[str, Any]], theirs: Sequence[Mapping[str, Any]]
) -> list[Mapping[str, Any]]:
    """Rules of one side that the other does not set likewise."""
    said = _without_place(theirs)
    return [rule for rule in mine if _without_place([rule])[0] not in said]


def _akin(one: Policy, other: Policy) -> bool:
    """Whether the two are versions of one text: a third of the shorter's quotes are in both."""
    mine, theirs = ({article.quote for article in policy.articles} for policy in (one, other))
    return 3 * len(mine & theirs) >= min(len(mine), len(theirs))


def _articles(one: Policy, other: Policy) -> dict[str, Any]:
    mine, theirs = ({a.number: a for a in policy.articles} for policy in (one, other))
    return {
        "only_a": [number for number in mine if number not in theirs],
        "only_b": [number for number in theirs if number not in mine],
        "changed": [
            {
                "number": number,
                "status": [a.status, theirs[number].status],
                "quote": [a.quote, theirs[number].quote],
            }
            for number, a in mine.items()
            if number in theirs
            and (a.status, a.quote) != (theirs[number].status, theirs[number].quote)
        ],
    }


def _asked(policy: Policy) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for article in policy.articles:
        for rule in article.rules:
            found.setdefault(rule.check, []).append(
                {
                    "article": article.number,
                    "parameters": dict(rule.parameters),
                    "severity": rule.severity or None,
                    "stage": rule.stage,
                }
            )
    return found


def _without_place(rules: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [{key: rule[key] for key in ("parameters", "severity", "stage")} for rule in rules]
