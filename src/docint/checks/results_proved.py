"""约定的专利、论文、标准有建设期内取得的证明."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from docint.contracts import Check
from docint.judge.outcomes import failed, not_applicable, passed, unknown, unread
from docint.judge.periods import days
from docint.judge.proof import declared, stated, steps, text
from docint.judge.term import term_days
from docint.judge.wording import place, says
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Decides, Exhibit, Outcome
from docint.values.text import fold

CODE = "deliverable-missing"
_KINDS = {"patent": "专利", "paper": "论文", "standard": "标准"}


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    proofs = case.of_kind("proof-of-claim")
    outside = {p.id: x for p in proofs if (x := _outside(case, p))}
    for document in proofs:
        if issued := outside.get(document.id):
            yield _untimely(case, document, issued)
    inside = [p for p in proofs if p.id not in outside]
    targets = list(_provable(case))
    for item, number, kind in targets:
        mine = [p for p in inside if text(stated(case, p, "kind")) == kind]
        yield _of(case, item, number, _KINDS[kind], mine)
    if not targets and not outside:
        yield not_applicable(CODE, "成果证明", "未约定专利、论文、标准的数量。")


def _outside(case: Case, proof: Document) -> Exhibit | None:
    """The date of a proof that surely lies before or after the term."""
    issued, span = stated(case, proof, "issued_on"), term_days(case)
    bounds = days(issued.fact.value) if issued else None
    if issued and bounds and span and (bounds[1] < span[0] or bounds[0] > span[1]):
        return issued
    return None


def _untimely(case: Case, document: Document, issued: Exhibit) -> Outcome:
    title = text(stated(case, document, "title")) or document.file
    reason = f"{says(case, issued)}为取得日期，不在建设期内，未计入建设期成果。"
    innocent = ("建设期内申请、期外授权", "证明的日期为补发日期")
    decides = Decides(False, turns_at="取得日期在建设期内")
    return failed(CODE, f"成果“{title}”", reason, issued, decides=decides, innocent=innocent)


def _provable(case: Case) -> Iterator[tuple[Exhibit, Decimal, str]]:
    for step in steps(case.declared, "targets"):
        item = declared(case, "targets", step, "item")
        number = declared(case, "targets", step, "number")
        kind = next((k for k, word in _KINDS.items() if word in fold(text(item))), "")
        try:
            if item and number and kind:
                yield item, Decimal(str(number.fact.value)), kind
        except InvalidOperation:
            continue


def _of(case: Case, item: Exhibit, number: Decimal, kind: str, mine: list[Document]) -> Outcome:
    subject = f"{text(item)}的证明材料"
    wanted = f"{number.normalize():f}"
    said = f"约定“{text(item)}”{wanted}项，所交建设期内的{kind}证明材料{len(mine)}份"
    decides = Decides(False, f"{len(mine) - number:f} 份", f"证明材料不少于{wanted}份")
    if len(mine) >= number:
        return passed(CODE, subject, f"{said}。", declared=item, decides=decides)
    if mine or (spots := unread(case)):
        # one paper may prove several, and an unread one may be among them
        reason = (
            f"{said}；一份材料可能证明多项，其余请核对。"
            if mine
            else f"{said}；未能识读：{spots}。"
        )
        settled = f"其余{kind}的证明材料"
        return unknown(CODE, subject, reason, declared=item, settled_by=settled, decides=decides)
    return failed(
        CODE, subject, f"{said}（{place(case, item)}）。", declared=item, decides=decides,
        innocent=("漏交", "以成果清单代替逐项证明"),
    )  # fmt: skip


check = Check(
    codes=(CODE,),
    statement="约定的专利、论文、标准均有建设期内取得的证明",
    run=_run,
    parameters={},
)
