"""Who is who (主体归属): units and persons as declared, and the documents that are theirs.

A unit is known by its 统一社会信用代码, else by a name of identical parts; a person by the
公民身份号码, else by name and employer. What only looks alike after OCR is still the same
subject's paper: the checks then say that it differs, or that it cannot be told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from docint.judge.naming import same_name
from docint.judge.proof import declared, misread, stated, steps, text
from docint.judge.wording import title
from docint.types.case import Case
from docint.types.document import Document
from docint.types.fact import Path
from docint.types.finding import Exhibit
from docint.values.ids import resident
from docint.values.names import lookalike, same

IDENTITY = ("business-license", "institution-certificate", "social-organization-certificate")
"""Papers that say what a unit is (证照)."""

NAME_OF_UNIT = {
    "business-license": "name",
    "institution-certificate": "name",
    "social-organization-certificate": "name",
    "audit-report": "company",
    "rd-audit-report": "company",
    "credit-report": "company",
    "qualification-certificate": "holder",
}
NAME_OF_PERSON = {
    "labor-contract": "employee",
    "social-insurance-record": "employee",
    "title-certificate": "holder",
    "id-card": "name",
}


@dataclass(frozen=True, slots=True)
class Unit:
    """A declared unit (单位) with the documents that are its own."""

    path: Path
    """``("lead",)``, ``("applicant",)``, ``("members", 0)``."""
    role: str
    """``lead``, ``applicant`` or ``participant``."""
    name: Exhibit | None
    uscc: Exhibit | None
    kind: str
    """As declared (contract §4), or empty."""
    documents: tuple[Document, ...] = ()
    registered: str = ""
    """The name read on its licence or certificate, where the declared one is not the same."""

    @property
    def label(self) -> str:
        """The declared name, with the registered one where that differs; else the role."""
        role = {"lead": "牵头单位", "applicant": "申报单位"}.get(self.role, "参与单位")
        also = f"（证照名称：{self.registered}）" if self.registered else ""
        return f"{text(self.name)}{also}" if self.name else self.registered or role

    def of_kind(self, *kinds: str) -> tuple[Document, ...]:
        """Its documents of these kinds."""
        return tuple(document for document in self.documents if document.kind in kinds)

    @property
    def identity(self) -> tuple[Document, ...]:
        """Its licence or certificate, all copies."""
        return self.of_kind(*IDENTITY)


@dataclass(frozen=True, slots=True)
class Person:
    """A declared person with the papers that are theirs."""

    path: Path
    """``("chief_engineer",)``, ``("project_leader",)``, ``("team", 0)``."""
    name: Exhibit | None
    id_number: Exhibit | None
    documents: tuple[Document, ...] = ()
    doubtful: tuple[Document, ...] = ()
    """Papers under the same name that may be a namesake's."""

    @property
    def label(self) -> str:
        """The declared name with the part played."""
        part = {"chief_engineer": "首席技术负责人", "project_leader": "项目负责人"}.get(
            str(self.path[0]), "团队成员"
        )
        return f"{part}{text(self.name)}"

    def of_kind(self, *kinds: str) -> tuple[Document, ...]:
        """Their papers of these kinds."""
        return tuple(document for document in self.documents if document.kind in kinds)


@dataclass(frozen=True, slots=True)
class Subjects:
    """All declared units and persons of a case."""

    units: tuple[Unit, ...]
    persons: tuple[Person, ...]
    strangers: tuple[Document, ...] = ()
    """Units' papers that are no declared unit's."""

    @property
    def lead(self) -> Unit | None:
        """The 牵头单位, if one is declared."""
        return next((unit for unit in self.units if unit.role == "lead"), None)

    @property
    def applicant(self) -> Unit | None:
        """The 申报单位, where the form names one apart from the lead."""
        return next((unit for unit in self.units if unit.role == "applicant"), None)

    @property
    def consortium(self) -> tuple[Unit, ...]:
        """Lead and members, each unit once."""
        return tuple(unit for unit in self.units if unit.role != "applicant")

    @property
    def outsider(self) -> Unit | None:
        """The applicant, where it is neither lead nor member."""
        applicant = self.applicant
        if applicant and not any(same_unit(applicant, unit) for unit in self.consortium):
            return applicant
        return None

    @property
    def participants(self) -> tuple[Unit, ...]:
        """Members but the lead."""
        return tuple(unit for unit in self.units if unit.role == "participant")

    @property
    def chief_engineer(self) -> Person | None:
        """The 首席技术负责人, if declared."""
        return next((p for p in self.persons if p.path == ("chief_engineer",)), None)


_last: list[tuple[Case, Subjects]] = []


def subjects(case: Case) -> Subjects:
    """Units and persons of a case; worked out once for the case judged last."""
    # a case is immutable and all checks of one judgement ask for it
    if _last and _last[0][0] is case:
        return _last[0][1]
    found = _subjects(case)
    _last[:] = [(case, found)]
    return found


def _subjects(case: Case) -> Subjects:
    units = tuple(_units(case))
    owners = _owners(case, units)
    bound = tuple(_with(unit, case, owners) for unit in units)
    strangers = tuple(
        d for d in case.of_kind(*NAME_OF_UNIT) if d.id not in owners and d.kind in IDENTITY
    )
    return Subjects(bound, tuple(_persons(case)), strangers)


def _units(case: Case) -> Iterator[Unit]:
    for role in ("applicant", "lead"):
        if case.declared.under(role):
            yield _unit(case, (role,), role)
    lead = _unit(case, ("lead",), "lead")
    for number in _numbers(case, "members"):
        unit = _unit(case, ("members", number), "participant")
        # forms often list the lead among the members again
        if not same_unit(unit, lead):
            yield unit


def _unit(case: Case, path: Path, role: str) -> Unit:
    return Unit(
        path=path,
        role=role,
        name=declared(case, *path, "name"),
        uscc=declared(case, *path, "uscc"),
        kind=text(declared(case, *path, "kind")),
    )


def _numbers(case: Case, key: str) -> list[int]:
    return sorted(step for step in steps(case.declared, key) if isinstance(step, int))


def labelled(case: Case, document: Document) -> str:
    """``营业执照（某某有限公司，证照/执照.pdf）``: its type, whose it is, and its file."""
    field = {**NAME_OF_UNIT, **NAME_OF_PERSON}.get(document.kind)
    whose = text(stated(case, document, field)) if field else ""
    year = text(stated(case, document, "fiscal_year")) if document.kind == "audit-report" else ""
    parts = [whose, f"{year}年度" if year else "", document.file]
    return f"{title(document)}（{'，'.join(part for part in parts if part)}）"


def same_unit(one: Unit, other: Unit) -> bool:
    """Whether two declared units are surely one: by code, else by name."""
    if one.uscc and other.uscc:
        return text(one.uscc) == text(other.uscc)
    return bool(one.name and other.name and same(text(one.name), text(other.name)))


def _owners(case: Case, units: tuple[Unit, ...]) -> dict[str, tuple[Path, ...]]:
    """Document id → paths of its units (a lead that is also the applicant owns it twice)."""
    owners: dict[str, tuple[Path, ...]] = {}
    for document in case.of_kind(*NAME_OF_UNIT):
        if paths := _owner(case, document, units):
            owners[document.id] = paths
    lead = next((unit for unit in units if unit.role == "lead"), None)
    if lead:
        owners |= _candidate(case, lead, owners)
    return owners | _of_same_name(case, owners)


def _of_same_name(case: Case, owners: dict[str, tuple[Path, ...]]) -> dict[str, tuple[Path, ...]]:
    """Papers that bear the very name of a unit's licence, where the declared one differs."""
    printed = {
        text(stated(case, document, "name")): owners[document.id]
        for document in case.of_kind(*IDENTITY)
        if document.id in owners
    }
    found = {}
    for document in case.of_kind(*NAME_OF_UNIT):
        name = text(stated(case, document, NAME_OF_UNIT[document.kind]))
        if name and name in printed and document.id not in owners:
            found[document.id] = printed[name]
    return found


def _owner(case: Case, document: Document, units: tuple[Unit, ...]) -> tuple[Path, ...]:
    printed = stated(case, document, NAME_OF_UNIT[document.kind])
    name = text(printed)
    uscc = text(stated(case, document, "uscc"))
    ties: tuple[Callable[[Unit], bool], ...] = (
        lambda unit: bool(uscc) and text(unit.uscc) == uscc,
        lambda unit: bool(name and unit.name) and same(text(unit.name), name) is True,
        lambda unit: bool(uscc and unit.uscc) and misread(text(unit.uscc), uscc),
        lambda unit: bool(printed and unit.name and name and same_name(unit.name, printed) is None),
    )
    for holds in ties:
        if found := [unit for unit in units if holds(unit)]:
            return tuple(unit.path for unit in units if unit in found or _twin(unit, found))
    return ()


def _twin(unit: Unit, found: list[Unit]) -> bool:
    """Whether a lead and an applicant are one by name, though one entry has its code wrong."""
    either = ("lead", "applicant")
    return unit.role in either and any(
        other.role in either and unit.name and other.name
        and same(text(unit.name), text(other.name)) is True
        for other in found
    )  # fmt: skip


def _candidate(
    case: Case, lead: Unit, owners: dict[str, tuple[Path, ...]]
) -> dict[str, tuple[Path, ...]]:
    """A lone licence of nobody declared, where the lead has none, is taken as the lead's."""
    identity = case.of_kind(*IDENTITY)
    if any(lead.path in owners.get(document.id, ()) for document in identity):
        return {}
    alone = [document for document in identity if document.id not in owners]
    return {alone[0].id: (lead.path,)} if len(alone) == 1 else {}


def _with(unit: Unit, case: Case, owners: dict[str, tuple[Path, ...]]) -> Unit:
    mine = tuple(d for d in case.documents if unit.path in owners.get(d.id, ()))
    printed = [x for d in mine if d.kind in IDENTITY and (x := stated(case, d, "name"))]
    differs = all(same(text(unit.name), text(x)) is False for x in printed)
    other = text(printed[0]) if printed and (differs or not unit.name) else ""
    return Unit(unit.path, unit.role, unit.name, unit.uscc, unit.kind, mine, other)


def _persons(case: Case) -> Iterator[Person]:
    paths: list[Path] = [("project_leader",), ("chief_engineer",)]
    paths += [("team", number) for number in _numbers(case, "team")]
    for path in paths:
        if case.declared.under(*path):
            yield _person(case, path)


def _person(case: Case, path: Path) -> Person:
    name, number = declared(case, *path, "name"), declared(case, *path, "id_number")
    employer = text(declared(case, *path, "employer"))
    papers = case.of_kind(*NAME_OF_PERSON)
    namesakes = _several(case, papers, text(name))
    sure: list[Document] = []
    doubtful: list[Document] = []
    for paper in papers:
        theirs = _by_number(case, paper, text(name), text(number))
        if theirs is _SILENT:
            theirs = _by_name(case, paper, text(name), employer if namesakes else "")
        if theirs is None:
            doubtful.append(paper)
        elif theirs:
            sure.append(paper)
    return Person(path, name, number, tuple(sure), tuple(doubtful))


_SILENT = "no number"


def _by_number(case: Case, paper: Document, name: str, number: str) -> bool | str | None:
    theirs = text(stated(case, paper, "id_number"))
    if not number or not theirs:
        return _SILENT
    if resident.agree(number, theirs):
        return True
    # one name, two numbers: a slip of the reader, or a namesake
    return None if name and name == text(stated(case, paper, NAME_OF_PERSON[paper.kind])) else False


def _by_name(case: Case, paper: Document, name: str, employer: str) -> bool | None:
    printed = text(stated(case, paper, NAME_OF_PERSON[paper.kind]))
    if not name or not printed:
        return False
    if name != printed:
        return None if len(name) == len(printed) and lookalike(name, printed) else False
    at = text(stated(case, paper, "employer"))
    return (same(employer, at) or None) if employer and at else True


def _several(case: Case, papers: tuple[Document, ...], name: str) -> bool:
    """Whether papers under one name carry different ID numbers: then the employer must tell."""
    numbers = {
        text(stated(case, paper, "id_number"))
        for paper in papers
        if name and text(stated(case, paper, NAME_OF_PERSON[paper.kind])) == name
    }
    return len(numbers - {""}) > 1


def of_consortium(case: Case, what: str) -> str:
    """The subject of what is asked of a consortium as a whole, known by its lead."""
    lead = subjects(case).lead
    return f"{what}（{text(lead.name)}）" if lead and lead.name else what


def of_whom(case: Case, whose: str) -> tuple[Unit, ...]:
    """Units a policy's ``whose`` means: ``lead``, ``applicant``, ``participants``, ``members``.

    ``members`` are lead and participants. An undeclared lead is still asked after.
    """
    who = subjects(case)
    lead = who.lead or Unit(("lead",), "lead", None, None, "")
    if whose == "lead":
        return (lead,)
    if whose == "applicant":
        return (who.applicant or Unit(("applicant",), "applicant", None, None, ""),)
    return who.participants if whose == "participants" else (lead, *who.participants)
