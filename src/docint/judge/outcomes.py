"""Short ways to write the outcomes of a check."""

from __future__ import annotations

from docint.judge.proof import recognised
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Decides, Exhibit, Outcome, Severity

NO_DATE = "申报书的申报日期（或以 --applied-on 给出）"
"""What settles everything that counts from an unknown application date."""


def passed(
    code: str,
    subject: str,
    reason: str,
    *found: Exhibit,
    declared: Exhibit | None = None,
    decides: Decides | None = None,
) -> Outcome:
    """The statement holds."""
    return Outcome(code, "pass", subject, reason, declared, found, decides=decides)


def failed(
    code: str,
    subject: str,
    reason: str,
    *found: Exhibit,
    declared: Exhibit | None = None,
    severity: Severity | None = None,
    decides: Decides | None = None,
    innocent: tuple[str, ...] = (),
) -> Outcome:
    """The statement does not hold, on the evidence shown."""
    return Outcome(
        code, "fail", subject, reason, declared, found, severity, "", "", decides, innocent
    )


def unknown(
    code: str,
    subject: str,
    reason: str,
    *found: Exhibit,
    settled_by: str,
    declared: Exhibit | None = None,
    decides: Decides | None = None,
) -> Outcome:
    """It cannot be told; ``settled_by`` names the cheapest paper that would settle it."""
    return Outcome(code, "unknown", subject, reason, declared, found, None, "", settled_by, decides)


def not_applicable(code: str, subject: str, reason: str) -> Outcome:
    """The statement says nothing about this case."""
    return Outcome(code, "not-applicable", subject, reason)


def unread(case: Case, *of: Document) -> str:
    """Files and pages nobody could read, named for handing in again; empty if all were read.

    With documents given, only pages of their files count, and files unread as a whole: these may
    hold the rest of them.
    """
    files = {leaf.file for document in of for leaf in document.leaves}
    spots = [
        f"{refusal.path} 第{refusal.page}页" if refusal.page else refusal.path
        for refusal in case.refusals
        if not of or refusal.page is None or refusal.path in files
    ]
    for document in of or case.documents:
        spots += [f"{x.file} 第{x.page.number}页" for x in document.leaves if x.page.problem]
    return "、".join(dict.fromkeys(spots))


def unsure(*exhibits: Exhibit | None) -> bool:
    """Whether any of these values rests on a single OCR reading."""
    return any(x is not None and recognised(x.fact) and not x.fact.proved for x in exhibits)
