"""公民身份号码校验相符 (GB 11643-1999): check character and a possible birth date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check
from docint.judge.outcomes import failed, passed, unknown, unsure
from docint.judge.proof import declared, stated, text
from docint.judge.subjects import NAME_OF_PERSON, subjects
from docint.judge.wording import masked, place
from docint.types.case import Case
from docint.types.finding import Exhibit, Outcome
from docint.values.ids import resident

CODE = "id-number-invalid"
_FOREIGN = "9"
"""外国人永久居留证 begin so; their divisions are none."""


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    for number, shown in _numbers(case).items():
        if "*" not in number and len(number) != 15 and not number.startswith(_FOREIGN):
            yield _of(case, number, shown)


def _numbers(case: Case) -> dict[str, list[tuple[str, Exhibit]]]:
    """Whose number stands where, papers before the form."""
    found: dict[str, list[tuple[str, Exhibit]]] = {}
    persons = subjects(case).persons
    whose = {text(p.id_number): text(p.name) for p in persons if p.id_number}
    for document in case.of_kind(*NAME_OF_PERSON):
        if number := stated(case, document, "id_number"):
            printed = text(stated(case, document, NAME_OF_PERSON[document.kind]))
            name = printed or whose.get(text(number), "")
            found.setdefault(text(number), []).append((name or document.file, number))
    for person in persons:
        if person.id_number:
            name = text(declared(case, *person.path, "name")) or person.label
            found.setdefault(text(person.id_number), []).append((name, person.id_number))
    return found


def _of(case: Case, number: str, shown: list[tuple[str, Exhibit]]) -> Outcome:
    subject, first = shown[0]
    exhibits = [exhibit for _, exhibit in shown]
    problem = resident.problem(number, case.applied_on)
    if not problem:
        return passed(CODE, subject, f"{place(case, first)}所载号码校验相符。", first)
    reason = f"{place(case, first)}所载公民身份号码“{masked(number)}”：{problem}"
    if all(unsure(exhibit) for exhibit in exhibits) and (doubt := _doubt(case, subject, number)):
        return unknown(CODE, subject, f"{reason}{doubt}", *exhibits, settled_by="身份证原件")
    return failed(
        CODE, subject, reason, *exhibits, innocent=("填写笔误", "识读误差", "所载为其他证件号码")
    )


def _doubt(case: Case, subject: str, number: str) -> str:
    """Why a number may only be misread: another paper of the person carries a valid one near it."""
    if len(number) != 18:
        return "号码位数不全，可能为识别误差。"
    near = set(resident.candidates(number))
    for other, places in _numbers(case).items():
        if other in near or (resident.valid(other) and subject in {name for name, _ in places}):
            return "同一人在另一处所载号码校验相符，可能为识别误差。"
    return ""


check = Check(
    codes=(CODE,),
    statement="公民身份号码校验相符",
    run=_run,
    parameters={},
    standing=True,
)
