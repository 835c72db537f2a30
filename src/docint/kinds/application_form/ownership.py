"""Whose a label is: the owner it names, its row, its section, or what was spoken of last."""

from __future__ import annotations

from docint.kinds.application_form.entries import Scope
from docint.kinds.application_form.labels import Label
from docint.kinds.application_form.owners import OWNERS, Family
from docint.kinds.application_form.slots import Slot

PROJECT = Scope("project")
SINKS = frozenset({"contact", "representative", "other-person", "other-unit"})
"""Persons and units whose own data the contract does not ask for."""


def family_of(scope: Scope) -> Family:
    """What kind of thing a scope is; ``none`` before any section."""
    return OWNERS[scope.owner].family if scope.owner else "none"


class Ownership:
    """What the form is speaking of, as the walk goes on."""

    def __init__(self) -> None:
        """Nothing has been spoken of yet."""
        self.section = Scope("")
        self.unit = Scope("")
        self.person = Scope("")
        self.card = False
        """Whether the section is one of a list, so that its 申请人名称 is its own."""
        self.filled: dict[str, int] = {}
        """How many of each list were met."""
        self.given: set[tuple[str | int, ...]] = set()
        """Fields that were given, and ordinals that were met."""

    def enter(self, label: Label) -> Scope:
        """The section a label opens becomes the current one."""
        owner = OWNERS[label.owner]
        scope = Scope(label.owner)
        if (
            owner.many
            and owner.family in {"unit", "person"}
            and (label.ordinal or not label.heading)
        ):
            scope = Scope(label.owner, self.place(label))
        elif owner.many:
            scope = Scope(label.owner, self.filled.get(label.owner, 0))
        self.section = scope
        self.card = owner.many and not label.heading
        self.remember(scope)
        return scope

    def leave(self) -> None:
        """A section begins that nobody knows: what stands in it is nobody's."""
        self.section, self.person, self.card = Scope(""), Scope(""), False

    def enter_row(self, label: Label, slot: Slot) -> Scope:
        """A label without value before another label: it says whose the row is."""
        if slot.tall > 1 and not slot.first and self.section.owner == label.owner:
            return self.section
        owner = OWNERS[label.owner]
        index = self.place(label) if owner.many else 0
        scope = Scope(label.owner, index)
        if label.owner not in SINKS:
            self.section = scope
        self.remember(scope)
        return scope

    def place(self, label: Label) -> int:
        """Which of a list a label means: a new one, unless its ordinal was met before."""
        key = (label.owner, "#", label.ordinal)
        count = self.filled.get(label.owner, 0)
        if label.ordinal and key in self.given:
            return label.ordinal - 1
        if label.ordinal:
            self.given.add(key)
        return count

    def remember(self, scope: Scope) -> None:
        """Keeps the unit and the person spoken of last."""
        family = OWNERS[scope.owner].family
        if family == "unit" and scope.owner not in SINKS:
            self.unit, self.person = scope, Scope("")
        elif family == "person" and scope.owner not in {
            "contact",
            "representative",
            "other-person",
        }:
            self.person = scope

    def fresh(self, scope: Scope, name: str) -> Scope:
        """The next one of a list where this one has such a field already."""
        if scope.owner not in OWNERS or not OWNERS[scope.owner].many:
            return scope
        path = (scope.owner, scope.index, name)
        if path in self.given:
            scope = Scope(scope.owner, self.filled.get(scope.owner, scope.index + 1))
            if self.section.owner == scope.owner:
                self.section = scope
        self.given.add((scope.owner, scope.index, name))
        self.filled[scope.owner] = max(self.filled.get(scope.owner, 0), scope.index + 1)
        return scope

    def resolve(self, label: Label, row_scope: Scope) -> tuple[Scope, str, float]:
        """Whose a label is and which field, by owner, row, section, and what came last."""
        if label.owner and label.owner != "economy":
            return self._owned(label, row_scope)
        spoken = (row_scope, self.section, self.person, self.unit)
        if self._nameless() and self.person.owner:
            spoken = (row_scope, self.person, self.section, self.unit)  # 人员信息: one by one
        for number, scope in enumerate(spoken):
            name = label.fields.get(family_of(scope), "") if scope.owner else ""
            if name == "-":
                return Scope(""), "-", label.sureness
            if name:
                return self._redirected(scope, name, label.sureness * (1.0 if number < 2 else 0.99))
        return self._by_word(label)

    def _nameless(self) -> bool:
        """Whether the section is a list of persons that has named none yet."""
        listed = self.section.owner in OWNERS and OWNERS[self.section.owner].many
        named = any(self.given_to(self.section.owner))
        return listed and family_of(self.section) == "person" and not named

    def given_to(self, owner: str) -> list[tuple[str | int, ...]]:
        """What was given to the records of a list."""
        return [path for path in self.given if path[0] == owner and len(path) > 2]

    def _by_word(self, label: Label) -> tuple[Scope, str, float]:
        """A label whose word alone says what it is about."""
        if name := label.fields.get("project", ""):
            # a date under 推荐意见 is another's: who recommends, who approves
            others = name == "signed_on" and self.section.owner == "opinion"
            return (Scope(""), "-", 1.0) if others else (PROJECT, name, label.sureness)
        if (name := label.fields.get("economy", "-")) != "-":
            return Scope("economy"), name, label.sureness
        if "unit" in label.fields and not (self.unit.owner or self.section.owner):
            return Scope("lead"), label.fields["unit"], label.sureness * 0.9
        return Scope(""), "", label.sureness

    def _owned(self, label: Label, row_scope: Scope) -> tuple[Scope, str, float]:
        owner = OWNERS[label.owner]
        if owner.family == "project" or (label.names and "project" in label.fields):
            return PROJECT, label.fields.get("project", ""), label.sureness
        for scope in (row_scope, self.section) if label.names else ():
            family = family_of(scope)
            if family in label.fields:  # 依托单位 of a person, 承担单位 of a project
                return scope, label.fields[family], label.sureness
        if owner.family not in {"unit", "person"}:
            return Scope(label.owner), "", label.sureness
        if label.owner == "applicant" and label.fields and self._in_card():
            return self.section, label.fields["unit"], label.sureness
        name = label.fields.get(owner.family, "name")
        if label.owner == "representative" and label.names:
            unit = self._unit_of(row_scope)
            return unit, "legal_representative", label.sureness
        index = 0
        if owner.many:
            same = next(
                (s for s in (row_scope, self.section) if s.owner == label.owner and label.fields),
                None,
            )
            index = same.index if same and not label.ordinal else self.place(label)
        return self._redirected(Scope(label.owner, index), name, label.sureness)

    def _in_card(self) -> bool:
        return self.card and family_of(self.section) == "unit"

    def _redirected(self, scope: Scope, name: str, sure: float) -> tuple[Scope, str, float]:
        """A contact's telephone is the unit's; a representative's name is a field of the unit."""
        if scope.owner == "contact":
            wanted = name if name in {"phone", "email"} else "-"
            return self._unit_of(Scope("")), wanted, sure * 0.95
        if scope.owner == "representative":
            wanted = name if name in {"phone", "email"} else "-"
            wanted = "legal_representative" if name == "name" else wanted
            return self._unit_of(Scope("")), wanted, sure * (1.0 if name == "name" else 0.8)
        return scope, name, sure

    def _unit_of(self, row_scope: Scope) -> Scope:
        """The unit whose representative or contact is spoken of."""
        for scope in (row_scope, self.section, self.unit):
            if scope.owner in OWNERS and OWNERS[scope.owner].family == "unit":
                return scope
        return Scope("lead")
