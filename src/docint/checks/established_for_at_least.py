"""注册成立满规定年限 on the application date; exactly the corresponding day passes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge import fitting
from docint.judge.outcomes import NO_DATE, failed, passed, unknown, unsure
from docint.judge.periods import days
from docint.judge.proof import declared, misread, stated, text
from docint.judge.subjects import Unit, of_whom
from docint.judge.wording import says
from docint.types.case import Case
from docint.types.finding import Decides, Exhibit, Outcome
from docint.values.dates import add_years, show

CODE = "registered-too-recently"


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    for unit in of_whom(case, parameters["whose"]):
        yield _of(case, unit, parameters["years"])


def _of(case: Case, unit: Unit, years: int) -> Outcome:
    licences = [d for d in unit.identity if d.kind == "business-license"]
    founded = [x for d in licences if (x := stated(case, d, "established_on"))]
    if case.applied_on is None:
        return _undated(unit, founded[:1], years)
    if founded:
        return _judged(case, unit, founded[0], years, case.applied_on)
    return _by_validity(case, unit, years, case.applied_on)


def _undated(unit: Unit, founded: list[Exhibit], years: int) -> Outcome:
    since = days(founded[0].fact.value) if founded else None
    first = show(add_years(since[1], years).isoformat()) if since else ""
    turns_at = f"申报日期不早于{first}即满{years}年" if first else ""
    reason = "申报日期不明，成立年限无从计算。"
    decides = Decides(True, turns_at=turns_at)
    return unknown(CODE, unit.label, reason, *founded, settled_by=NO_DATE, decides=decides)


def _judged(case: Case, unit: Unit, founded: Exhibit, years: int, on: date) -> Outcome:
    bounds = days(founded.fact.value)
    if bounds is None:
        reason = f"{says(case, founded)}，成立日期无法辨认。"
        return unknown(CODE, unit.label, reason, founded, settled_by="营业执照清晰件")
    first, last = (add_years(day, years) <= on for day in bounds)
    limit = add_years(on, -years)
    margin = (on - add_years(bounds[0], years)).days
    decides = Decides(True, f"{margin} 日", f"成立日期不晚于{show(limit.isoformat())}即满{years}年")
    counted = f"{says(case, founded)}成立，至申报日{show(on.isoformat())}"
    if first != last:
        reason = f"{counted}是否满{years}年，因日期未印全而不能判断。"
        return unknown(
            CODE, unit.label, reason, founded, settled_by="营业执照清晰件", decides=decides
        )
    if not first and (doubt := _doubt(case, unit, founded, years, on)):
        return unknown(
            CODE, unit.label, f"{counted}未满{years}年；{doubt}", founded,
            settled_by="营业执照原件", decides=decides,
        )  # fmt: skip
    if first:
        return passed(CODE, unit.label, f"{counted}已满{years}年。", founded, decides=decides)
    return failed(
        CODE, unit.label, f"{counted}未满{years}年（尚差 {-margin} 日）。", founded,
        decides=decides, innocent=("由其他主体改制、更名或合并而来，成立日期为新证照日期",),
    )  # fmt: skip


def _doubt(case: Case, unit: Unit, founded: Exhibit, years: int, on: date) -> str:
    """Why a young date on a scan may only be misread: it lies ahead, or the form's is one off."""
    if not unsure(founded):
        return ""
    bounds, said = days(founded.fact.value), declared(case, *unit.path, "established_on")
    if bounds and bounds[0] > on:
        return "该日期晚于申报日，可能为识别误差。"
    stated_on = days(said.fact.value) if said else None
    passes = bool(stated_on and add_years(stated_on[1], years) <= on)
    if passes and misread(text(founded), text(said)):
        return "申报的成立日期与此仅差一个形近数字，可能为识别误差。"
    return ""


def _by_validity(case: Case, unit: Unit, years: int, on: date) -> Outcome:
    """事业单位和社会组织证书不载成立日期: a term that began early enough still proves it."""
    for document in unit.identity:
        since = stated(case, document, "valid_from")
        bounds = days(since.fact.value) if since else None
        if document.kind != "business-license" and since and bounds:
            if add_years(bounds[1], years) <= on:
                reason = f"{says(case, since)}起有效，成立已满{years}年。"
                return passed(CODE, unit.label, reason, since)
            reason = f"{says(case, since)}起有效；证书不载成立日期，不能据此判断成立年限。"
            return unknown(CODE, unit.label, reason, since, settled_by="批准设立文件或以往证书")
    reason = "未见载明成立日期的证照。"
    settled = "批准设立文件或以往证书" if unit.identity else "营业执照或事业单位法人证书"
    return unknown(CODE, unit.label, reason, settled_by=settled)


check = Check(
    codes=(CODE,),
    statement="单位在申报日已注册成立满规定年限",
    run=_run,
    parameters={
        "years": Parameter(int, "年数", fits=fitting.above_nil),
        "whose": Parameter(
            str,
            "何单位：lead 牵头单位，participants 参与单位，members 全体成员",
            fits=fitting.one_of("lead", "participants", "members"),
        ),
    },
)
