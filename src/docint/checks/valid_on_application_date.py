"""证照在申报日有效."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check
from docint.judge.outcomes import NO_DATE, failed, passed, unknown
from docint.judge.periods import days
from docint.judge.proof import stated, text
from docint.judge.subjects import IDENTITY
from docint.judge.wording import says, title
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Exhibit, Outcome
from docint.values.dates import LONG_TERM, show

CODE = "expired-document"
KINDS = (*IDENTITY, "qualification-certificate", "id-card")


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    groups: dict[tuple[str, str], list[tuple[Document, Exhibit]]] = {}
    for document in case.of_kind(*KINDS):
        until = stated(case, document, "valid_until")
        if until:
            key = (_what(case, document), _holder(case, document))
            groups.setdefault(key, []).append((document, until))
    for (what, holder), papers in groups.items():
        subject = f"{what}（{holder}）" if holder else f"{what}（{papers[0][0].file}）"
        yield _of(case, subject, [until for _, until in papers])


def _what(case: Case, document: Document) -> str:
    """The paper's type; qualifications by their own title, for a unit may hold several."""
    if document.kind == "qualification-certificate":
        return text(stated(case, document, "title")) or title(document)
    return title(document)


def _holder(case: Case, document: Document) -> str:
    return text(stated(case, document, "name") or stated(case, document, "holder"))


def _of(case: Case, subject: str, untils: list[Exhibit]) -> Outcome:
    """One paper in all its copies and renewals: the last term counts."""
    if any(text(until) == LONG_TERM for until in untils):
        return passed(CODE, subject, "长期有效。", *untils[:1])
    dated = [(bounds, until) for until in untils if (bounds := days(until.fact.value))]
    if not dated:
        reason = "有效期无法辨认。"
        return unknown(CODE, subject, reason, *untils, settled_by=f"{subject}清晰件")
    (first, last), until = max(dated, key=lambda pair: pair[0][1])
    if case.applied_on is None:
        reason = f"{says(case, until)}为有效期止，申报日期不明。"
        return unknown(CODE, subject, reason, until, settled_by=NO_DATE)
    on = show(case.applied_on.isoformat())
    if first >= case.applied_on:
        return passed(CODE, subject, f"{says(case, until)}为有效期止，申报日{on}有效。", until)
    if last >= case.applied_on:
        reason = f"{says(case, until)}为有效期止，日期未印全，不能判断申报日{on}是否有效。"
        return unknown(CODE, subject, reason, until, settled_by=f"{subject}清晰件")
    return failed(
        CODE, subject, f"{says(case, until)}为有效期止，早于申报日{on}。", until,
        innocent=("已换发新证而未提交",),
    )  # fmt: skip


check = Check(
    codes=(CODE,),
    statement="证照在申报日处于有效期内",
    run=_run,
    parameters={},
    standing=True,
)
