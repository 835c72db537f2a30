"""由资助经费列支的预算不超过资助额度."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge import fitting
from docint.judge.amounts import amount
from docint.judge.outcomes import failed, passed, unknown
from docint.judge.printed import printed
from docint.judge.proof import declared, steps
from docint.judge.subjects import of_consortium
from docint.judge.wording import money, place
from docint.types.case import Case
from docint.types.finding import Decides, Exhibit, Outcome

CODE = "budget-exceeds-grant"

_OTHER = re.compile(r"配套|自筹|自有资金|自有经费|匹配资金|其他来源|其它来源|单位自投")


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    limit = Decimal(parameters["amount"])
    asked = declared(case, "grant")
    wanted = amount(asked.fact) if asked else None
    if asked and wanted is not None:
        yield _compared(case, asked, wanted, limit)
    else:
        yield _by_budget(case, limit)


def _compared(case: Case, asked: Exhibit, wanted: Decimal, limit: Decimal) -> Outcome:
    subject = of_consortium(case, "资助经费")
    said = f"{place(case, asked)}申请资助经费{money(wanted)}"
    decides = Decides(False, f"{limit - wanted:.2f}", f"不超过{money(limit)}")
    if wanted <= limit:
        return passed(CODE, subject, f"{said}，不超过{money(limit)}。", asked, decides=decides)
    reason = f"{said}，超过资助额度{money(limit)}。"
    innocent = ("含配套经费", "金额单位填写有误")
    return failed(CODE, subject, reason, declared=asked, innocent=innocent, decides=decides)


def _by_budget(case: Case, limit: Decimal) -> Outcome:
    """No grant is stated: the budget less what is matched must fit."""
    costs = [
        x
        for step in steps(case.declared, "budget")
        if (x := declared(case, "budget", step, "amount"))
    ]
    subject = of_consortium(case, "资助经费")
    total = sum((amount(x.fact) or Decimal() for x in costs), Decimal())
    matching = declared(case, "matching_funds")
    own = (amount(matching.fact) if matching else None) or Decimal()
    if not costs:
        reason = "申报材料未载资助经费或预算。"
        return unknown(CODE, subject, reason, settled_by="经费预算表")
    if total - own <= limit:
        reason = f"预算合计{money(total)}，扣除配套经费后不超过{money(limit)}。"
        return passed(CODE, subject, reason, *costs)
    decides = Decides(False, f"{limit - (total - own):.2f}", f"不超过{money(limit)}")
    if not own and not _other_sources(case):
        reason = f"预算合计{money(total)}，未写明其他资金来源，超过资助额度{money(limit)}。"
        innocent = ("预算含配套经费而未写明", "金额单位填写有误")
        return failed(CODE, subject, reason, *costs, decides=decides, innocent=innocent)
    reason = f"预算合计{money(total)}，其中由资助经费列支的部分未写明；资助额度为{money(limit)}。"
    settled = "区分资助与配套的预算表"
    return unknown(CODE, subject, reason, *costs, settled_by=settled, decides=decides)


def _other_sources(case: Case) -> bool:
    """Whether form or plan speak of money besides the grant."""
    return any(
        _OTHER.search(page.text)
        for page in printed(case)
        if page.document.kind in ("application-form", "construction-plan")
    )


check = Check(
    codes=(CODE,),
    statement="由资助经费列支的预算不超过资助额度",
    run=_run,
    parameters={"amount": Parameter(str, "资助额度，元，两位小数的字符串", fits=fitting.amount)},
)
