"""The shape of ``report.json``, key by key, so that other programs may rely on it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

SEVERITIES = {"high", "medium", "low"}
KINDS = {"completeness", "consistency", "eligibility", "fraud-signal"}
OUTCOMES = {"pass", "fail", "unknown", "expert", "not-applicable"}
STATUSES = {"rule", "expert", "procedure", "definition"}
READERS = {"text", "ocr", "docx", "json"}
TOP = {
    "schema", "submission", "policy", "applied_on", "screened_at", "docint", "declared",
    "documents", "articles", "checks", "findings", "summary",
}  # fmt: skip


def check(report: Mapping[str, Any]) -> None:
    """Assert the whole report's shape."""
    assert report.keys() >= TOP
    assert report["schema"] == "docint.report/1"
    assert {"id", "source", "sha256"} <= report["submission"].keys()
    assert re.fullmatch("[0-9a-f]{64}", report["submission"]["sha256"])
    assert report["applied_on"] is None or re.fullmatch(r"\d{4}-\d\d-\d\d", report["applied_on"])
    assert re.fullmatch(r"[\d-]{10}T[\d:]{8}[+-]\d\d:\d\d", report["screened_at"])
    tree(report["declared"])
    for document in report["documents"]:
        _document(document)
    known = {one["id"] for one in report["documents"]} | {""}
    checks = {one["id"] for one in report["checks"]}
    for article in report["articles"]:
        assert article["status"] in STATUSES
        assert article["outcome"] is None or article["outcome"] in OUTCOMES
        assert set(article["checks"]) <= checks
    for result in report["checks"]:
        _result(result, known)
    for finding in report["findings"]:
        _finding(finding, known)
    _summary(report)


def _document(document: Mapping[str, Any]) -> None:
    assert document["reader"] in READERS
    assert 0 <= document["confidence"] <= 1
    assert document["pages"]
    assert all(page >= 1 for page in document["pages"])
    assert document["parts"][0] == {"file": document["file"], "pages": document["pages"]}
    assert "\\" not in document["file"]
    tree(document["facts"])
    if document["type"] == "application-form":
        assert document["facts"] == {}
    for seal in document["seals"]:
        assert {"text", "color", "page", "box", "confidence"} <= seal.keys()
        box(seal["box"])


def _result(result: Mapping[str, Any], known: set[str]) -> None:
    assert result["outcome"] in OUTCOMES
    assert isinstance(result["subject"], str)
    assert isinstance(result["reason"], str)
    assert {"rule", "settled_by", "code"} <= result.keys()
    for exhibit in result["evidence"]:
        fact(exhibit)
        assert exhibit["document"] in known
        assert isinstance(exhibit["file"], str)


def _finding(finding: Mapping[str, Any], known: set[str]) -> None:
    assert finding["kind"] in KINDS
    assert finding["severity"] in SEVERITIES
    assert 0 <= finding["confidence"] <= 1
    assert finding["title"]
    assert finding["message"]
    if finding["rule"] is not None:
        assert {"policy", "article", "quote"} <= finding["rule"].keys()
    for exhibit in [*finding["found"], *([finding["declared"]] if finding["declared"] else [])]:
        fact(exhibit)
        assert exhibit["document"] in known
    if finding["decides"] is not None:
        assert isinstance(finding["decides"]["eligibility"], bool)


def _summary(report: Mapping[str, Any]) -> None:
    summary = report["summary"]
    for severity in SEVERITIES:
        assert summary[severity] == sum(f["severity"] == severity for f in report["findings"])
    assert summary["unknown"] == sum(c["outcome"] == "unknown" for c in report["checks"])
    assert summary["recommendation"] in {"return", "review", "pass"}


def tree(node: Any) -> None:
    """Assert a tree of facts: objects by name or year, lists, facts as leaves."""
    if isinstance(node, list):
        assert node
        for item in node:
            tree(item)
    elif "value" in node:
        fact(node)
    else:
        for name, branch in node.items():
            assert isinstance(name, str)
            tree(branch)


def fact(leaf: Mapping[str, Any]) -> None:
    """Assert a fact: value, text as printed, page, box or the place in words, confidence."""
    assert {"value", "text", "page", "box", "confidence"} <= leaf.keys()
    assert isinstance(leaf["value"], str | int | bool | dict)
    assert isinstance(leaf["text"], str)
    assert leaf["page"] >= 1
    assert 0 <= leaf["confidence"] <= 1
    if leaf["box"] is None:
        assert leaf["where"]
    else:
        box(leaf["box"])


def box(corners: list[float]) -> None:
    """Assert fractions of the page, left before right, top before bottom."""
    left, top, right, bottom = corners
    assert 0 <= left < right <= 1
    assert 0 <= top < bottom <= 1
