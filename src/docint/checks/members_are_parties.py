"""申报的牵头单位和参与单位都是合作协议的签约方."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check
from docint.judge.agreements import Party, agreements, is_party, mentioned, parties
from docint.judge.outcomes import failed, not_applicable, passed, unknown, unread
from docint.judge.proof import text
from docint.judge.subjects import Unit, subjects
from docint.judge.wording import says, title
from docint.types.case import Case
from docint.types.finding import Outcome

CODE = "member-not-in-agreement"


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    if not agreements(case):
        yield not_applicable(CODE, "合作协议", "未见合作协议，另作缺少材料处理。")
        return
    signed = parties(case)
    for unit in subjects(case).consortium:
        if unit.name:
            yield _of(case, unit, signed)


def _of(case: Case, unit: Unit, signed: tuple[Party, ...]) -> Outcome:
    answers = [is_party(case, unit, party) for party in signed]
    if True in answers:
        name = signed[answers.index(True)].name
        return passed(CODE, unit.label, f"{says(case, name)}为签约方。", name, declared=unit.name)
    doubt = _doubt(case, unit, signed, answers)
    if doubt:
        return unknown(
            CODE, unit.label, doubt, declared=unit.name, settled_by="合作协议签约方及签章页清晰件"
        )
    listed = "、".join(dict.fromkeys(text(party.name) for party in signed))
    reason = f"{title(signed[0].document)}载明的签约方为{listed}，其中没有申报成员“{unit.label}”。"
    return failed(
        CODE, unit.label, reason, *(party.name for party in signed), declared=unit.name,
        innocent=("另有补充协议未提交", "单位已更名", "由上级法人代为签约"),
    )  # fmt: skip


def _doubt(case: Case, unit: Unit, signed: tuple[Party, ...], answers: list[bool | None]) -> str:
    if not signed:
        return "合作协议的签约方无法辨认。"
    if None in answers:
        alike = text(signed[answers.index(None)].name)
        return f"签约方“{alike}”与申报成员“{unit.label}”形近，可能为识别误差或简称。"
    if mentioned(case, text(unit.name)):
        return f"“{unit.label}”见于合作协议正文，但未能确认其为签约方。"
    if spots := unread(case, *agreements(case)):
        return f"尚有未能识读的文件或页面（{spots}），请重新提交后再核对。"
    return ""


check = Check(
    codes=(CODE,),
    statement="申报的成员单位都是合作协议的签约方",
    run=_run,
    parameters={},
    standing=True,
)
