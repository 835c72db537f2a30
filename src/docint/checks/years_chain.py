"""相邻年度衔接: a year's closing figures are the next report's opening figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import combinations
from typing import Any

from docint.contracts import Check
from docint.judge.amounts import near
from docint.judge.audits import audited_year
from docint.judge.outcomes import failed, passed, unknown, unsure
from docint.judge.proof import misread, stated
from docint.judge.subjects import subjects
from docint.judge.wording import says
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Exhibit, Outcome

CODE = "years-not-chained"
ITEMS = {
    "total_assets": "资产总计",
    "total_liabilities": "负债合计",
    "owners_equity": "所有者权益合计",
}
ROUNDED = Decimal("0.00005")
RESTATED = ("追溯调整", "追溯重述", "会计政策变更", "前期差错", "重述", "差错更正")


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    for unit in subjects(case).consortium:
        reports = [
            (year, document)
            for document in unit.of_kind("audit-report")
            if (year := audited_year(case, document))
        ]
        for (a, one), (b, other) in combinations(sorted(reports, key=lambda r: r[0]), 2):
            if b == a + 1:
                yield _chained(case, unit.label, str(a), one, other)


def _chained(case: Case, unit: str, year: str, one: Document, other: Document) -> Outcome:
    subject = f"{unit}（{year}年末）"
    pairs = [
        (name, closing, opening)
        for key, name in ITEMS.items()
        if (closing := stated(case, one, key, year)) and (opening := stated(case, other, key, year))
    ]
    if not pairs:
        reason = "两份审计报告未同时载明同一年末的数据，无从比对。"
        return unknown(CODE, subject, reason, settled_by="两个年度的资产负债表清晰件")
    for name, closing, opening in pairs:
        if not near(closing.fact, opening.fact, ROUNDED):
            return _broken(case, subject, name, closing, opening, other)
    reason = f"上一年度报告的{year}年末数与下一年度报告的年初数一致。"
    return passed(CODE, subject, reason, *pairs[0][1:])


def _broken(
    case: Case, subject: str, name: str, closing: Exhibit, opening: Exhibit, later: Document
) -> Outcome:
    closed, opened = says(case, closing), says(case, opening)
    reason = f"{name}：{closed}（年末），{opened}（下一年度年初），两者不一致。"
    if restated := next((word for word in RESTATED if word in later.text), ""):
        reason += f"后一份报告载有“{restated}”，可能已作调整。"
        return unknown(
            CODE, subject, reason, closing, opening, settled_by="关于期初数调整的附注说明"
        )
    if unsure(closing, opening) and misread(str(closing.fact.value), str(opening.fact.value)):
        reason += "两数仅个别形近数字不同，可能为识别误差。"
        return unknown(CODE, subject, reason, closing, opening, settled_by="财务审计报告原件")
    return failed(
        CODE, subject, reason, closing, opening,
        innocent=("会计政策变更或前期差错更正", "合并报表与母公司报表之别"),
    )  # fmt: skip


check = Check(
    codes=(CODE,),
    statement="相邻年度审计报告的期末数与期初数衔接",
    run=_run,
    parameters={},
    standing=True,
)
