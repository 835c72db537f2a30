"""申报的年龄和出生日期与公民身份号码一致; one year apart may be the day it was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from docint.contracts import Check
from docint.judge.outcomes import NO_DATE, failed, passed, unknown, unsure
from docint.judge.people import numbers
from docint.judge.periods import days
from docint.judge.proof import declared, misread, stated, text
from docint.judge.subjects import Person, subjects
from docint.judge.wording import place, shown
from docint.types.case import Case
from docint.types.finding import Exhibit, Outcome
from docint.values.dates import full_years, show
from docint.values.ids import resident

CODE = "age-mismatch"
_INNOCENT = ("按农历或虚岁填报", "户籍登记曾作更正")


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    for person in subjects(case).persons:
        source = _source(case, person)
        birth_date = declared(case, *person.path, "birth_date")
        age = declared(case, *person.path, "age")
        if source:
            yield from _of(case, person, source, birth_date, age)
        if source is None and (birth_date or age):
            reason = "未见该人员有效的公民身份号码，申报年龄无从核对。"
            yield unknown(
                CODE, person.label, reason, declared=birth_date or age, settled_by="该人员身份证"
            )


def _source(case: Case, person: Person) -> tuple[date, Exhibit] | None:
    """Birth date by a valid number, else by the date printed on a card or contract."""
    for exhibit in numbers(case, person):
        born = resident.birth(text(exhibit)) if resident.valid(text(exhibit)) else None
        if born:
            return born, exhibit
    for document in person.of_kind("id-card", "labor-contract"):
        printed = stated(case, document, "birth_date")
        bounds = days(printed.fact.value) if printed else None
        if printed and bounds and bounds[0] == bounds[1]:
            return bounds[0], printed
    return None


def _of(
    case: Case,
    person: Person,
    source: tuple[date, Exhibit],
    birth_date: Exhibit | None,
    age: Exhibit | None,
) -> Iterator[Outcome]:
    """What is said of the birth date and of the age; both wrong is one discrepancy."""
    born = _birth(case, person, birth_date, *source) if birth_date else None
    old = _age(case, person, age, *source) if age else None
    if born and old and born.verdict == old.verdict == "fail":
        reason = f"{born.reason}申报的年龄“{text(age)}”岁亦与之不符。"
        yield replace(born, subject=person.label, reason=reason)
        return
    yield from (outcome for outcome in (born, old) if outcome)


def _birth(case: Case, person: Person, said: Exhibit, born: date, exhibit: Exhibit) -> Outcome:
    bounds = days(said.fact.value)
    subject = f"{person.label}（出生日期）"
    if bounds and bounds[0] <= born <= bounds[1]:
        reason = "申报的出生日期与公民身份号码相符。"
        return passed(CODE, subject, reason, exhibit, declared=said)
    reason = (
        f"据{place(case, exhibit)}，出生日期为{show(born.isoformat())}，"
        f"申报为“{shown(said.fact.value)}”，两者不一致。"
    )
    if bounds is None or (unsure(said, exhibit) and misread(born.isoformat(), text(said))):
        return unknown(
            CODE, subject, f"{reason}可能为识别误差。", exhibit, declared=said,
            settled_by="该人员身份证",
        )  # fmt: skip
    return failed(CODE, subject, reason, exhibit, declared=said, innocent=_INNOCENT)


def _written_on(case: Case) -> date | None:
    """The day an age was declared: at acceptance the form's own date, years before."""
    if case.stage == "application":
        return case.applied_on
    said = declared(case, "applied_on")
    bounds = days(said.fact.value) if said else None
    return bounds[0] if bounds else None


def _age(case: Case, person: Person, said: Exhibit, born: date, exhibit: Exhibit) -> Outcome:
    subject = f"{person.label}（年龄）"
    on = _written_on(case)
    if on is None:
        reason = "申报日期不明，年龄无从核对。"
        return unknown(CODE, subject, reason, exhibit, declared=said, settled_by=NO_DATE)
    try:
        stated_age = int(str(said.fact.value))
    except ValueError:
        reason = f"申报的年龄“{shown(said.fact.value)}”不是数字。"
        return unknown(CODE, subject, reason, exhibit, declared=said, settled_by="该人员身份证")
    age = full_years(born, on)
    if stated_age == age:
        return passed(CODE, subject, "申报的年龄与公民身份号码相符。", exhibit, declared=said)
    reason = (
        f"据{place(case, exhibit)}，出生日期为{show(born.isoformat())}，申报日为{age}周岁，"
        f"申报为“{stated_age}”岁，两者不一致。"
    )
    if abs(stated_age - age) == 1:
        reason += "相差一岁，可能因填报时间或虚岁所致。"
        return unknown(CODE, subject, reason, exhibit, declared=said, settled_by="该人员身份证")
    return failed(CODE, subject, reason, exhibit, declared=said, innocent=_INNOCENT)


check = Check(
    codes=(CODE,),
    statement="申报的年龄和出生日期与公民身份号码一致",
    run=_run,
    parameters={},
    standing=True,
)
