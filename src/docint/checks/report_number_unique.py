"""同一报告编号不用于不同单位或年度."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from docint.contracts import Check
from docint.judge.audits import audited_years
from docint.judge.outcomes import failed, passed, unknown, unsure
from docint.judge.proof import stated, text
from docint.judge.wording import says
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Exhibit, Outcome
from docint.values.names import same
from docint.values.text import bare

CODE = "report-number-reused"


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    seen: dict[tuple[str, str], list[tuple[Document, Exhibit]]] = {}
    for document in case.of_kind("audit-report", "rd-audit-report"):
        for key in ("report_number", "verification_code"):
            if number := stated(case, document, key):
                seen.setdefault((key, bare(text(number))), []).append((document, number))
    reused = False
    for papers in seen.values():
        for (one, a), (other, b) in combinations(papers, 2):
            if outcome := _of(case, one, a, other, b):
                reused = True
                yield outcome
    if seen and not reused:
        yield passed(CODE, "全部审计报告", "各审计报告的编号不重复。")


def _of(case: Case, one: Document, a: Exhibit, other: Document, b: Exhibit) -> Outcome | None:
    companies = [stated(case, document, "company") for document in (one, other)]
    years = [audited_years(case, document) for document in (one, other)]
    differs = same(text(companies[0]), text(companies[1])) is False if all(companies) else False
    apart = bool(years[0] and years[1] and not years[0] & years[1] and one.kind == other.kind)
    if not differs and not apart:
        return None
    what = "不同单位" if differs else "不同年度"
    reason = f"{says(case, a)}，{says(case, b)}，同一编号用于{what}的报告。"
    subject = f"报告编号 {text(a)}"
    if unsure(a, b):
        reason += "编号为识别结果，须核对原件。"
        if a.fact.confidence < 0.9 or b.fact.confidence < 0.9:
            return unknown(CODE, subject, reason, a, b, settled_by="财务审计报告原件")
    return failed(
        CODE, subject, reason, a, b, innocent=("一份报告分册装订", "编号识读有误", "编号印刷有误")
    )


check = Check(
    codes=(CODE,),
    statement="同一报告编号不用于不同单位或年度的报告",
    run=_run,
    parameters={},
    standing=True,
)
