"""A policy → plain data: its articles, their standing, and what each asks (政策)."""

from __future__ import annotations

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
