"""Report → the plain data of ``report.json`` (schema ``docint.report/1``), full values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docint.types.document import Document
from docint.types.fact import Fact, Facts
from docint.types.finding import CheckResult, Citation, Decides, Exhibit, Finding
from docint.types.place import Box
from docint.types.reading import Page, Reading, Seal
from docint.types.report import Report
from docint.types.source import Bundle

SCHEMA = "docint.report/1"
FORM = "application-form"


def plain(report: Report) -> dict[str, Any]:
    """The report as the contract's §6 lays it down, ready for ``json.dump``."""
    case = report.case
    view = _View(report.bundle, report.readings, case.documents)
    return {
        "schema": SCHEMA,
        "submission": {
            "id": report.bundle.sha256[:16],
            "source": report.bundle.name,
            "sha256": report.bundle.sha256,
        },
        "policy": report.policy.name,
        "policy_title": report.policy.title,
        "applied_on": case.applied_on.isoformat() if case.applied_on else None,
        "screened_at": report.screened_at,
        "docint": report.version,
        "models": dict(report.models),
        "remarks": list(report.remarks),
        "declared": view.tree(case.declared, view.documents.get(case.declared_document)),
        "documents": [
            view.document(document, case.facts.get(document.id, Facts()))
            for document in case.documents
        ],
        "refused": [
            {"file": r.path, "page": r.page, "code": r.code, "reason": r.reason}
            for r in case.refusals
        ],
        "articles": [
            {
                "number": article.number,
                "status": article.status,
                "outcome": article.verdict or None,
                "checks": list(article.checks),
            }
            for article in report.judgement.articles
        ],
        "checks": [view.check(result) for result in report.judgement.checks],
        "findings": [view.finding(finding) for finding in report.judgement.findings],
        "summary": summary(report),
    }


def plain_documents(
    bundle: Bundle,
    readings: Mapping[str, Reading],
    documents: tuple[Document, ...],
    facts: Mapping[str, Facts],
) -> dict[str, Any]:
    """Documents with their facts; a form's content stands under ``declared``, as in the report."""
    view = _View(bundle, readings, documents)
    return {
        "schema": "docint.documents/1",
        "source": bundle.name,
        "documents": [
            view.document(document, facts.get(document.id, Facts()))
            | (
                {"declared": view.tree(facts.get(document.id, Facts()), document)}
                if document.kind == FORM
                else {}
            )
            for document in documents
        ],
    }


def summary(report: Report) -> dict[str, Any]:
    """Counts by severity, the number of open questions, and the recommendation."""
    findings = report.judgement.findings
    counts: dict[str, Any] = {
        severity: sum(1 for f in findings if f.severity == severity)
        for severity in ("high", "medium", "low")
    }
    counts["unknown"] = sum(
        1 for result in report.judgement.checks if result.outcome.verdict == "unknown"
    )
    counts["recommendation"] = report.judgement.recommendation
    return counts


def nested(facts: Iterable[tuple[tuple[str | int, ...], Any]]) -> dict[str, Any]:
    """Leaves by path → a tree; number steps become lists, in ascending order."""
    tree: dict[str | int, Any] = {}
    for path, leaf in facts:
        branch = tree
        for step in path[:-1]:
            branch = branch.setdefault(step, {})
        branch[path[-1]] = leaf
    listed = _listed(tree)
    return listed if isinstance(listed, dict) else {}


def _listed(tree: Any) -> Any:
    if not isinstance(tree, dict):
        return tree
    if tree and all(isinstance(key, int) for key in tree):
        return [_listed(tree[key]) for key in sorted(tree)]
    return {str(key): _listed(value) for key, value in tree.items()}


class _View:
    """Looks things up while the report is written: pages by place, files by hash."""

    def __init__(
        self,
        bundle: Bundle,
        readings: Mapping[str, Reading],
        documents: tuple[Document, ...],
    ) -> None:
        self.readings = readings
        self.files: dict[str, str] = {}
        for source in bundle.sources:
            self.files.setdefault(source.sha256, source.path)
        self.documents = {document.id: document for document in documents}

    def file(self, fact: Fact, document: Document | None) -> str:
        source = fact.evidence[0].place.source
        if document:
            for leaf in document.leaves:
                if leaf.source == source:
                    return leaf.file
        return self.files.get(source, "")

    def tree(self, facts: Facts, document: Document | None) -> dict[str, Any]:
        return nested((fact.path, self.fact(fact, document)) for fact in facts)

    def fact(self, fact: Fact, document: Document | None) -> dict[str, Any]:
        place = fact.evidence[0].place
        page = page_at(self.readings, place.source, place.page)
        written: dict[str, Any] = {
            "value": dict(fact.value) if isinstance(fact.value, Mapping) else fact.value,
            "text": fact.raw,
            "page": place.page,
            "box": fractions(place.box, page),
            "confidence": round(fact.confidence, 4),
            "method": fact.method,
        }
        if place.box is None:
            written["where"] = place.where
        if document and self.file(fact, document) != document.file:
            written["file"] = self.file(fact, document)
        if fact.repaired:
            written["repaired"] = True
        if fact.witnesses:
            written["witnesses"] = [
                {"kind": w.kind, "agrees": w.agrees, "note": w.note} for w in fact.witnesses
            ]
        return written

    def exhibit(self, exhibit: Exhibit) -> dict[str, Any]:
        document = self.documents.get(exhibit.document)
        return {
            **self.fact(exhibit.fact, document),
            "field": ".".join(str(step) for step in exhibit.fact.path),
            "document": exhibit.document,
            "file": self.file(exhibit.fact, document),
        }

    def document(self, document: Document, facts: Facts) -> dict[str, Any]:
        parts: dict[str, list[int]] = {}
        for leaf in document.leaves:
            parts.setdefault(leaf.file, []).append(leaf.page.number)
        return {
            "id": document.id,
            "file": document.file,
            "pages": parts[document.file],
            "parts": [{"file": file, "pages": pages} for file, pages in parts.items()],
            "type": document.kind,
            "confidence": round(document.score, 4),
            "reader": _reader(document),
            "annex_of": document.annex_of or None,
            "rivals": [{"type": r.kind, "score": round(r.score, 4)} for r in document.rivals],
            "facts": {} if document.kind == FORM else self.tree(facts, document),
            "seals": [
                seal(found, leaf.page) | {"file": leaf.file}
                for leaf in document.leaves
                for found in leaf.page.seals
            ],
        }

    def check(self, result: CheckResult) -> dict[str, Any]:
        outcome = result.outcome
        evidence = [*([outcome.declared] if outcome.declared else []), *outcome.found]
        return {
            "id": result.id,
            "check": result.check,
            "code": outcome.code,
            "outcome": outcome.verdict,
            "subject": outcome.subject,
            "reason": outcome.reason,
            "severity": result.severity,
            "rule": citation(result.citation),
            "statement": result.statement,
            "parameters": dict(result.parameters),
            "meanings": dict(result.meanings),
            "note": result.note or None,
            "evidence": [self.exhibit(exhibit) for exhibit in evidence],
            "settled_by": outcome.settled_by or None,
            "decides": decides(outcome.decides),
        }

    def finding(self, finding: Finding) -> dict[str, Any]:
        return {
            "id": finding.id,
            "code": finding.code,
            "kind": finding.kind,
            "severity": finding.severity,
            "subject": finding.subject,
            "title": finding.title,
            "message": finding.message,
            "rule": citation(finding.citation),
            "declared": self.exhibit(finding.declared) if finding.declared else None,
            "found": [self.exhibit(exhibit) for exhibit in finding.found],
            "confidence": round(finding.confidence, 4),
            "decides": decides(finding.decides),
            "check": finding.check,
        }


def _reader(document: Document) -> str:
    origins = {leaf.page.origin for leaf in document.leaves}
    for origin in ("ocr", "text", "docx", "json"):
        if origin in origins:
            return origin
    return "text"


def page_at(readings: Mapping[str, Reading], source: str, number: int) -> Page | None:
    """The page a place points to, or None for a source that was not read."""
    reading = readings.get(source)
    pages = reading.pages if reading else ()
    return next((page for page in pages if page.number == number), None)


def fractions(box: Box | None, page: Page | None) -> list[float] | None:
    """A box in points → ``[left, top, right, bottom]`` as fractions 0–1 of the page."""
    if box is None or page is None or page.width <= 0 or page.height <= 0:
        return None
    corners = (
        box.x0 / page.width,
        box.top / page.height,
        box.x1 / page.width,
        box.bottom / page.height,
    )
    return [round(min(max(value, 0.0), 1.0), 5) for value in corners]


def seal(found: Seal, page: Page) -> dict[str, Any]:
    """A seal as the contract's §3 writes it."""
    return {
        "text": found.text,
        "color": found.color,
        "shape": found.shape,
        "page": page.number,
        "box": fractions(found.box, page),
        "confidence": round(found.confidence, 4),
    }


def citation(found: Citation | None) -> dict[str, Any] | None:
    """The article a result rests on, with its verbatim quote."""
    if found is None:
        return None
    written: dict[str, Any] = {
        "policy": found.policy,
        "article": found.article,
        "quote": found.quote,
    }
    if found.restored:
        written["restored"] = True
    return written


def decides(found: Decides | None) -> dict[str, Any] | None:
    """Materiality, or None."""
    if found is None:
        return None
    return {
        "eligibility": found.eligibility,
        "margin": found.margin or None,
        "turns_at": found.turns_at or None,
        "affects": list(found.affects),
    }
