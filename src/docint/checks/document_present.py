"""应提交的材料已提交: one outcome for each paper and each unit or person it is asked of.

While a file or page of the bundle is unread nothing is surely missing; nor where a document of the
same kind is there but cannot be told to be whose, or something stands where it should.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge import fitting
from docint.judge.lookalikes import lookalikes
from docint.judge.outcomes import failed, passed, unknown, unread
from docint.judge.proof import declared, stated, text
from docint.judge.subjects import IDENTITY, NAME_OF_PERSON, Person, Unit, of_whom, subjects
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Decides, Outcome
from docint.values.text import bare
from docint.vocabulary import DOCUMENT_TITLES

CODE = "missing-document"
_FIRM = "会计师事务所"
_SIGNS = re.compile(
    r"(?:代表人?|负责人|代理人|经办人?|经理|签发人?)(?:签[字名章]|盖章|姓名)*[一-鿿]{2,4}"
)
"""Whoever acts for the employer, with the name that follows."""
A_PAPER = 200
"""Characters from which an unrecognised document may be any paper."""
RIVAL = 0.3
"""A page taken for something else that may have been the paper asked for, by this score."""


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    kinds, whose = tuple(parameters["kinds"]), parameters["whose"]
    paper = parameters.get("title") or "或".join(DOCUMENT_TITLES[kind] for kind in kinds)
    if whose == "bundle":
        lead = subjects(case).lead
        subject = f"{paper}（{lead.label}）" if lead else paper
        yield _outcome(case, kinds, paper, subject, case.of_kind(*kinds), _unrecognised(case))
    elif whose in ("chief_engineer", "titled"):
        for person in _persons(case, whose):
            yield _of_person(case, person, kinds, paper)
    else:
        for unit in of_whom(case, whose):
            yield _of_unit(case, unit, kinds, paper)


def _persons(case: Case, whose: str) -> tuple[Person, ...]:
    who = subjects(case)
    if whose == "chief_engineer":
        # undeclared, the paper is still asked for: it belongs to whoever will be named
        return (who.chief_engineer or Person(("chief_engineer",), None, None),)
    return tuple(p for p in who.persons if declared(case, *p.path, "title"))


def _of_person(case: Case, person: Person, kinds: tuple[str, ...], paper: str) -> Outcome:
    doubtful = tuple(d for d in person.doubtful if d.kind in kinds)
    nameless = tuple(
        d
        for d in case.of_kind(*kinds)
        if person.name is None or (not text_of_name(case, d) and not _of_another(case, person, d))
    )
    subject = f"{paper}（{person.label}）"
    strays = (*doubtful, *nameless, *_unrecognised(case, text(person.name)))
    return _outcome(case, kinds, paper, subject, person.of_kind(*kinds), strays)


def text_of_name(case: Case, document: Document) -> str:
    """The name of the person a document is said to be of; empty where it is not legible."""
    fact = case.fact(document, NAME_OF_PERSON[document.kind])
    return str(fact.value) if fact else ""


def _of_another(case: Case, person: Person, document: Document) -> bool:
    """Whether a paper whose name was not made out speaks of another declared person alone.

    Who signs for the employer is named on everybody's contract, and a name may be misread.
    """
    said = _SIGNS.sub("", bare(document.text))
    names = {bare(text(p.name)) for p in subjects(case).persons if p.name}
    others = any(len(name) > 1 and name in said for name in names)
    return others and not _perhaps(bare(text(person.name)), said)


def _perhaps(name: str, said: str) -> bool:
    """Whether a name, or one that differs in a single character, stands in a text."""
    forms = (f"{re.escape(name[:at])}.{re.escape(name[at + 1 :])}" for at in range(len(name)))
    return any(re.search(form, said) for form in forms)


def _of_unit(case: Case, unit: Unit, kinds: tuple[str, ...], paper: str) -> Outcome:
    subject = f"{paper}（{unit.label}）"
    if not (unit.name or unit.uscc or unit.of_kind(*kinds)):
        reason = f"申报书所填{unit.label}的名称和代码未能识读，无法确认{paper}是否属于该单位。"
        return unknown(CODE, subject, reason, settled_by="申报书中单位名称清晰的页")
    owned = {d.id for u in subjects(case).units for d in u.documents}
    strays = tuple(
        d for d in case.of_kind(*kinds) if d.id not in owned and not _of_accountants(case, unit, d)
    )
    strays += _unrecognised(case, unit.label)
    return _outcome(case, kinds, paper, subject, unit.of_kind(*kinds), strays)


def _unrecognised(case: Case, name: str = "") -> tuple[Document, ...]:
    """Papers of which nothing tells what they are, and that speak of the one they are asked of."""
    return tuple(
        document
        for document in case.documents
        if document.kind == "unknown"
        and len(said := bare(document.text)) >= A_PAPER
        and (not name or _perhaps(bare(name), said))
    )


def _of_accountants(case: Case, unit: Unit, document: Document) -> bool:
    """Whether a licence is an accountants' firm's own, handed in with its report (审计机构证照)."""
    return (
        document.kind in IDENTITY
        and _FIRM in text(stated(case, document, "name"))
        and _FIRM not in unit.label
    )


def _outcome(
    case: Case,
    kinds: tuple[str, ...],
    paper: str,
    subject: str,
    present: tuple[Document, ...],
    strays: tuple[Document, ...],
) -> Outcome:
    if present:
        return passed(CODE, subject, f"已提交{paper}（{present[0].file}）。")
    if doubt := _doubt(case, kinds, paper, strays):
        return unknown(CODE, subject, doubt, settled_by=paper)
    return failed(
        CODE, subject, f"材料中未见{subject}。", decides=Decides(False),
        innocent=("漏交", "与其他材料合并装订而未能识别"),
    )  # fmt: skip


def _doubt(case: Case, kinds: tuple[str, ...], paper: str, strays: tuple[Document, ...]) -> str:
    if spots := unread(case):
        return f"未见{paper}，但有文件或页面未能识读：{spots}。请将其重新提交后再核对。"
    if strays:
        files = "、".join(dict.fromkeys(d.file for d in strays))
        if all(d.kind == "unknown" for d in strays):
            return f"{files}未能判明是何种材料，可能是{paper}。"
        return f"材料中的{paper}（{files}）所载名称与申报不一致或无法辨认，不能确认归属。"
    if instead := [d for kind in kinds for d in lookalikes(case, kind)]:
        return f"未见{paper}，但已提交相近材料（{instead[0].file}），见相应核验项。"
    for document in case.documents:
        if document.kind in ("other", "unknown") and any(
            rival.kind in kinds and rival.score >= RIVAL for rival in document.rivals
        ):
            return f"{document.file}可能是{paper}，但未能确认。"
    return ""


check = Check(
    codes=(CODE,),
    statement="应提交的材料已经提交",
    run=_run,
    parameters={
        "kinds": Parameter(list, "材料类型，有其一即可", fits=fitting.papers),
        "whose": Parameter(
            str,
            "谁的：bundle 整套材料一份，lead 牵头单位，applicant 申报单位，"
            "participants 各参与单位，members 全体成员，"
            "chief_engineer 首席技术负责人，titled 各填报职称的人员",
            fits=fitting.one_of(
                "bundle", "lead", "applicant", "participants", "members", "chief_engineer", "titled"
            ),
        ),
        "title": Parameter(str, "条文对该材料的称谓，缺省为类型名", False),
    },
)
