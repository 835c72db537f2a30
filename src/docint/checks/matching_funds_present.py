"""有明确的配套经费投入."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check
from docint.judge.amounts import amount
from docint.judge.form import asks
from docint.judge.outcomes import failed, passed, unknown
from docint.judge.passages import passages
from docint.judge.proof import declared
from docint.judge.subjects import of_consortium
from docint.judge.wording import money, place
from docint.types.case import Case
from docint.types.finding import Outcome

CODE = "no-matching-funds"
_LABELS = ("配套经费", "配套资金", "自筹经费", "自筹资金", "配套投入")
_FIGURE = re.compile(r"[1-9一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾]")


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    subject = of_consortium(case, "配套经费")
    said = declared(case, "matching_funds")
    value = amount(said.fact) if said else None
    if said and value:
        yield passed(
            CODE,
            subject,
            f"{place(case, said)}载明配套经费{money(value)}。",
            said,
        )
    elif said and value == 0:
        reason = f"{place(case, said)}载明配套经费为零。"
        yield failed(
            CODE,
            subject,
            reason,
            declared=said,
            innocent=("配套经费另见承诺函",),
        )
    else:
        yield _by_plan(case)


def _by_plan(case: Case) -> Outcome:
    """Nothing in the form's field: the plan's words may still name an amount."""
    subject = of_consortium(case, "配套经费")
    lines = passages(case, _LABELS, whole=False)
    amounts = [x for x in lines if _FIGURE.search(str(x.fact.value)) and "元" in str(x.fact.value)]
    if amounts:
        reason = f"{place(case, amounts[0])}提及配套经费，申报书相应栏未填。"
        return unknown(CODE, subject, reason, *amounts, settled_by="配套经费承诺函")
    if asks(case, "matching_funds", *_LABELS):
        reason = "申报书设有配套经费一栏，未见数额。"
        return failed(
            CODE,
            subject,
            reason,
            *lines[:1],
            innocent=("漏填", "配套经费另见承诺函"),
        )
    return unknown(CODE, subject, "申报材料未载配套经费。", settled_by="配套经费承诺函")


check = Check(
    codes=(CODE,),
    statement="有明确的配套经费投入",
    run=_run,
    parameters={},
)
