"""Audit reports by the year they audit; the year in a report's number is that of its issue."""

from __future__ import annotations

import re

from docint.judge.proof import stated, steps
from docint.types.case import Case
from docint.types.document import Document
from docint.values.text import fold

_SPAN = re.compile(r"((?:19|20)\d\d)(?:年度?)?(?:[至和及、~—–-]|与)((?:19|20)\d\d)年")


def audited_year(case: Case, document: Document) -> int | None:
    """The fiscal year of a financial audit, or the latest year its statements have a column for."""
    said = stated(case, document, "fiscal_year")
    if said:
        digits = re.search(r"(?:19|20)\d\d", str(said.fact.value))
        return int(digits[0]) if digits else None
    columns = _columns(case, document, "revenue") | _columns(case, document, "total_assets")
    return max(columns, default=None)


def audited_years(case: Case, document: Document) -> frozenset[int]:
    """All years a report audits: a special audit's columns; a span on a report's first pages."""
    if document.kind == "rd-audit-report":
        years = _columns(case, document, "rd_expense")
        return frozenset(years or {y for y in [audited_year(case, document)] if y})
    single = audited_year(case, document)
    years = {single} if single else set()
    head = fold("".join(leaf.page.text for leaf in document.leaves[:2]))
    for match in _SPAN.finditer(head):
        first, last = int(match[1]), int(match[2])
        if first < last <= first + 3:
            years |= set(range(first, last + 1))
    return frozenset(years)


def _columns(case: Case, document: Document, key: str) -> set[int]:
    return {int(step) for step in steps(case.facts.get(document.id), key) if str(step).isdigit()}
