"""同一公民身份号码在各文件中对应同一姓名."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check
from docint.judge.outcomes import failed, passed, unknown, unsure
from docint.judge.proof import declared, misread, stated, text
from docint.judge.subjects import NAME_OF_PERSON, subjects
from docint.judge.wording import masked, says
from docint.types.case import Case
from docint.types.finding import Exhibit, Outcome
from docint.values.text import bare, simplified

CODE = "person-name-mismatch"


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    for number, names in _by_number(case).items():
        if len(names) > 1:
            yield _compared(case, number, names)


def _by_number(case: Case) -> dict[str, list[Exhibit]]:
    """Names by whole ID number, declared ones first."""
    found: dict[str, list[Exhibit]] = {}
    for person in subjects(case).persons:
        name = declared(case, *person.path, "name")
        if name and person.id_number:
            found.setdefault(text(person.id_number), []).append(name)
    for document in case.of_kind(*NAME_OF_PERSON):
        name = stated(case, document, NAME_OF_PERSON[document.kind])
        number = stated(case, document, "id_number")
        if name and number and "*" not in text(number):
            found.setdefault(text(number), []).append(name)
    return found


def _compared(case: Case, number: str, names: list[Exhibit]) -> Outcome:
    first = names[0]
    other = next((x for x in names if _key(x) != _key(first)), None)
    subject = f"身份号码 {masked(number)}"
    if other is None:
        return passed(CODE, subject, f"各文件中姓名均为“{text(first)}”。", *names)
    reason = f"同一公民身份号码下，{says(case, first)}，{says(case, other)}，姓名不一致。"
    if unsure(first, other) and (misread(text(first), text(other)) or _slip(first, other)):
        reason += "两名形近，可能为识别误差。"
        return unknown(CODE, subject, reason, first, other, settled_by="该人员身份证")
    return failed(CODE, subject, reason, first, other, innocent=("曾用名", "号码填写有误"))


_DOUBTFUL = 0.95
"""A reading less sure than this may have one character of a name wrong."""


def _slip(first: Exhibit, other: Exhibit) -> bool:
    """Whether the names differ in one character of a reading that is doubtful itself."""
    one, two = _key(first), _key(other)
    apart = sum(a != b for a, b in zip(one, two, strict=False))
    doubtful = min(first.fact.confidence, other.fact.confidence) < _DOUBTFUL
    return len(one) == len(two) >= 2 and apart == 1 and doubtful


def _key(exhibit: Exhibit) -> str:
    return simplified(bare(text(exhibit)))


check = Check(
    codes=(CODE,),
    statement="同一公民身份号码在各文件中对应同一姓名",
    run=_run,
    parameters={},
    standing=True,
)
