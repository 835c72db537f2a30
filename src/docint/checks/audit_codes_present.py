"""经备案的审计报告载有备案码或验证码."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge import fitting
from docint.judge.outcomes import failed, passed, unknown
from docint.judge.proof import stated
from docint.judge.subjects import Unit, of_whom
from docint.judge.wording import place, title
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Outcome
from docint.values.text import fold

CODE = "audit-code-missing"
_PRINTED = re.compile(
    r"(?:报告编码|报备编码|报备号|防伪编[号码]|防伪码|备案[号码]|验证码|验真码|查验码|统一编码|报备编号|"
    r"备案编[号码])[:：]?[0-9A-Za-z京沪粤津渝深]{4,}|acc\.mof\.gov\.cn|业务报备"
)


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    for unit in of_whom(case, parameters.get("whose", "lead")):
        for report in unit.of_kind(*parameters["kinds"]):
            yield _of(case, unit, report, tuple(parameters.get("doubtful", ())))


def _of(case: Case, unit: Unit, report: Document, doubtful: tuple[str, ...]) -> Outcome:
    subject = f"{title(report)}（{unit.label}，{report.file}）"
    code = stated(case, report, "verification_code")
    if code:
        return passed(CODE, subject, f"{place(case, code)}载有备案码或验证码。", code)
    if _PRINTED.search(fold(report.text)) or any(leaf.page.codes for leaf in report.leaves[:2]):
        return passed(CODE, subject, f"{report.file}载有备案、防伪或验证标识。")
    reason = f"{report.file}未见审计报告备案码、防伪编号或验证码。"
    if report.kind in doubtful:
        reason += "此类报告不一定在报备范围之内。"
        return unknown(CODE, subject, reason, settled_by="报备回执或事务所关于报备范围的说明")
    return failed(
        CODE, subject, reason, innocent=("封面或备案页未一并提交", "专项报告不在报备范围")
    )


check = Check(
    codes=(CODE,),
    statement="经备案的审计报告载有备案码或验证码",
    run=_run,
    parameters={
        "kinds": Parameter(list, "审计报告类型", fits=fitting.papers),
        "whose": Parameter(str, "谁的，缺省为 lead", False),
        "doubtful": Parameter(list, "其中不一定在报备范围之内的类型", False),
    },
)
