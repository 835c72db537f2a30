"""所交材料是所要求的材料: not a look-alike, and not another unit's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge import fitting
from docint.judge.lookalikes import lookalikes, title_of
from docint.judge.outcomes import failed, passed, unknown, unsure
from docint.judge.proof import stated, text
from docint.judge.subjects import NAME_OF_UNIT, Unit, of_whom, subjects
from docint.judge.wording import says
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Exhibit, Outcome
from docint.values.text import fold
from docint.vocabulary import DOCUMENT_TITLES

CODE = "wrong-document"


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    kind, whose = parameters["kind"], parameters.get("whose", "lead")
    paper = DOCUMENT_TITLES[kind]
    if whose == "bundle":
        yield from _of(case, kind, paper, case.of_kind(kind))
    elif whose == "chief_engineer":
        person = subjects(case).chief_engineer
        if person:
            own = person.of_kind("labor-contract", "social-insurance-record")
            yield from _of(case, kind, f"{paper}（{person.label}）", own, text(person.name))
    else:
        for unit in of_whom(case, whose):
            subject = f"{paper}（{unit.label}）"
            yield from _of(case, kind, subject, unit.of_kind(kind))
            for document in _strays(case, kind) if not unit.of_kind(kind) else ():
                yield _anothers(case, unit, document, paper)


def _of(
    case: Case, kind: str, subject: str, own: tuple[Document, ...], name: str = ""
) -> Iterator[Outcome]:
    """The right paper where it is there; else what stands in its place, if it names the person."""
    if own:
        yield passed(CODE, subject, f"{own[0].file}为所要求的{DOCUMENT_TITLES[kind]}。")
        return
    for document in lookalikes(case, kind):
        if fold(name) in fold(document.text):
            yield _instead(case, subject, document, DOCUMENT_TITLES[kind])


def _instead(case: Case, subject: str, document: Document, paper: str) -> Outcome:
    title = stated(case, document, "title")
    shown = (title,) if title else ()
    reason = f"{document.file}为“{title_of(case, document)[:30]}”，不是所要求的{paper}。"
    return failed(
        CODE, subject, reason, *shown, innocent=("误交或误下载", "受理单位另行同意以此代替")
    )


def _strays(case: Case, kind: str) -> tuple[Document, ...]:
    """Documents of the kind that are no declared unit's."""
    owned = {document.id for unit in subjects(case).units for document in unit.documents}
    return tuple(d for d in case.of_kind(kind) if d.id not in owned)


def _anothers(case: Case, unit: Unit, document: Document, paper: str) -> Outcome:
    subject = f"{paper}（{unit.label}）"
    name = stated(case, document, NAME_OF_UNIT[document.kind])
    uscc = stated(case, document, "uscc")
    shown: tuple[Exhibit, ...] = tuple(x for x in (name, uscc) if x)
    if name is None or unit.name is None:
        reason = f"{document.file}的单位名称无法辨认，不能确认是否为“{unit.label}”的{paper}。"
        return unknown(CODE, subject, reason, *shown, settled_by=f"{paper}清晰件")
    reason = f"{says(case, name)}，不是“{unit.label}”。"
    if unsure(name) and uscc is None and name.fact.confidence < 0.5:
        return unknown(CODE, subject, reason, *shown, settled_by=f"{paper}清晰件")
    return failed(
        CODE, subject, reason, *shown, declared=unit.name,
        innocent=("单位曾用名", "所交为关联单位的材料，本单位材料漏交"),
    )  # fmt: skip


check = Check(
    codes=(CODE,),
    statement="所交材料是所要求的材料，且属于应提交的单位",
    run=_run,
    parameters={
        "kind": Parameter(str, "所要求的材料类型", fits=fitting.paper),
        "whose": Parameter(
            str, "谁的：lead、participants、bundle、chief_engineer，缺省为 lead", False
        ),
    },
)
