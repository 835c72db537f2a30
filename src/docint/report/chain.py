"""The chain behind a finding or an open question: article → rule → facts → place → print (依据链).

Made from the plain report alone, so that the page, the command line and the service show one story.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docint.report import wording

Plain = Mapping[str, Any]


def named(report: Plain, key: str) -> Plain | None:
    """The check result behind a key: a finding's id (``f1``), or the result's own (``c7``)."""
    checks = {check["id"]: check for check in report["checks"]}
    for finding in report["findings"]:
        if finding["id"] == key:
            return checks.get(finding["check"])
    return checks.get(key)


def chain(report: Plain, check: Plain) -> dict[str, Any]:
    """The chain of a check result.

    Args:
        report: the plain report.
        check: one of its ``checks``.

    Returns:
        ``article`` (or None), ``rule``, ``facts`` each with its place, and ``result``.
    """
    finding = next((f for f in report["findings"] if f["check"] == check["id"]), None)
    declared = finding["declared"] if finding else None
    return {
        "id": finding["id"] if finding else check["id"],
        "check": check["id"],
        "title": (finding or {}).get("title") or wording.title(check["code"]),
        "subject": check["subject"],
        "article": _article(report, check),
        "rule": {
            "check": check["check"],
            "statement": check["statement"],
            "parameters": [
                {"name": name, "meaning": check["meanings"].get(name, ""), "value": value}
                for name, value in check["parameters"].items()
            ],
            "note": check["note"],
        },
        "facts": [_fact(fact, declared) for fact in check["evidence"]],
        "result": {
            "outcome": check["outcome"],
            "severity": finding["severity"] if finding else None,
            "message": finding["message"] if finding else check["reason"],
            "settled_by": check["settled_by"],
            "decides": check["decides"],
            "weight": wording.weight(check, report["checks"]),
        },
    }


def _article(report: Plain, check: Plain) -> dict[str, Any] | None:
    rule = check["rule"]
    if rule is None:
        return None
    return {
        "policy": rule["policy"],
        "title": report.get("policy_title") or rule["policy"],
        "number": rule["article"],
        "quote": rule["quote"],
        "restored": bool(rule.get("restored")),
    }


def _fact(fact: Plain, declared: Plain | None) -> dict[str, Any]:
    same = declared is not None and all(
        fact.get(key) == declared.get(key) for key in ("document", "file", "page", "field", "value")
    )
    return {
        "role": "申报" if same else "材料",
        "field": fact["field"],
        "value": fact["value"],
        "text": fact["text"],
        "file": fact["file"],
        "page": fact["page"],
        "box": fact["box"],
        "where": fact.get("where"),
        "place": wording.place(fact),
        "spot": wording.spot(fact["box"]),
        "method": fact["method"],
        "confidence": fact["confidence"],
        "repaired": bool(fact.get("repaired")),
        "witnesses": fact.get("witnesses", []),
    }
