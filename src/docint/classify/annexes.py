"""An audit firm's own papers behind its report are not the applicant's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from docint.types.document import Document
from docint.values.text import fold

_REPORTS = frozenset({"audit-report", "rd-audit-report"})
_PAPERS = frozenset({
    "business-license", "qualification-certificate", "title-certificate", "id-card", "other",
    "proof-of-claim", "unknown",
})  # fmt: skip
_FIRM = re.compile(
    r"[\u4e00-\u9fff()]{2,24}(?:会计师|税务师)事务所(?:\([^()]{2,10}\))?(?:有限(?:责任)?公司)?"
)
_OWN = re.compile(r"会计师事务所|税务师事务所|注册会计师")


def annexed(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Documents with ``annex_of`` set where a report's author annexed its own paper."""
    reports = [document for document in documents if document.kind in _REPORTS]
    return tuple(
        replace(document, annex_of=_host(document, reports)) if reports else document
        for document in documents
    )


def _host(document: Document, reports: Sequence[Document]) -> str:
    if document.kind not in _PAPERS:
        return ""
    text = fold(document.text)
    if not _OWN.search(text):
        return ""
    before = [r for r in reports if r.file == document.file and _stands_before(r, document)]
    if before:
        return before[-1].id
    named = set(_FIRM.findall(text))
    for report in reports:
        if any(firm in fold(report.text) for firm in named) and document.kind == "business-license":
            return report.id
    return ""


def _stands_before(report: Document, document: Document) -> bool:
    return report.leaves[0].page.number < document.leaves[0].page.number
