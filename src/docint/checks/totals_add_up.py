"""应当相加的数据加总相符 (勾稽关系): statements and R&D ledgers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check
from docint.extract.statements import Tie, amount, ties
from docint.judge.outcomes import failed, passed, unknown
from docint.judge.proof import recognised
from docint.judge.subjects import labelled
from docint.judge.wording import money, title
from docint.types.case import Case
from docint.types.document import Document
from docint.types.fact import Fact
from docint.types.finding import Exhibit, Outcome

CODE = "totals-conflict"
CLEAR = 0.97
"""A reader's own score below which a figure in a broken sum is first of all a misread one."""


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    for document in case.of_kind("audit-report", "rd-audit-report"):
        facts = case.facts.get(document.id)
        found = ties(facts) if facts else ()
        broken = [tie for tie in found if tie.broken]
        # one altered figure breaks every equation it stands in: they are one conflict
        for year in sorted({tie.year for tie in broken}):
            subject = f"{labelled(case, document)}{year}年度"
            yield _broken(document, subject, year, [tie for tie in broken if tie.year == year])
        if found and not broken:
            subject = labelled(case, document)
            held = sum(1 for tie in found if tie.holds)
            yield passed(CODE, subject, f"可核算的{held}项勾稽关系成立。")


def _broken(document: Document, subject: str, year: str, broken: list[Tie]) -> Outcome:
    facts = {fact.path: fact for tie in broken for fact in tie.facts}
    shown = tuple(Exhibit(fact, document.id) for fact in facts.values())
    said = "；".join(f"{tie.name}（相差{money(abs(tie.difference))}）" for tie in broken)
    reason = f"{document.file}中{year}年下列加总关系不成立：{said}。"
    if any(_doubtful(fact) for fact in facts.values()) or any(map(_run_together, broken)):
        reason += "其中有数字识别不确定，可能为识别误差。"
        return unknown(CODE, subject, reason, *shown, settled_by=f"{title(document)}原件")
    return failed(
        CODE, subject, reason, *shown, innocent=("个别数字印刷或识读有误", "报表另有未列明的项目")
    )  # fmt: skip


def _run_together(tie: Tie) -> bool:
    """Whether a recognised part is many times its total: two figures read as one."""
    whole = amount(tie.total)
    parts = [amount(part) for _, part in tie.parts if recognised(part)]
    return whole is not None and any(p is not None and abs(p) > 100 * abs(whole) for p in parts)


def _doubtful(fact: Fact) -> bool:
    """Whether an OCR figure is rather misread: contradicted by a reader, or of a low score."""
    if not recognised(fact):
        return False
    readers = [w for w in fact.witnesses if w.kind not in ("sum", "words")]
    if any(not witness.agrees for witness in readers):
        return True
    return not readers and min(e.confidence for e in fact.evidence) < CLEAR


check = Check(
    codes=(CODE,),
    statement="财务报表和研发费用明细的加总关系成立",
    run=_run,
    parameters={},
    standing=True,
)
