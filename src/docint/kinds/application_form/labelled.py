"""Label, value, label, value … (标签与值): cells, pieces of lines, and slots that hold both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from docint.extract.unit_names import whole
from docint.kinds.application_form import economy
from docint.kinds.application_form.choices import ROLE, kind_beside
from docint.kinds.application_form.compound import parted, rest
from docint.kinds.application_form.entries import Entry, Scope, root
from docint.kinds.application_form.inline import after_label, pairs, told_inside
from docint.kinds.application_form.labels import NEARLY, Label, likely, match
from docint.kinds.application_form.owners import OWNERS, Family
from docint.kinds.application_form.ownership import SINKS, Ownership, family_of
from docint.kinds.application_form.prose import targets_in
from docint.kinds.application_form.senses import CODE, IDENTITY, KIND, TITLE
from docint.kinds.application_form.sentences import (
    allied,
    goes_on,
    introduced,
    leading,
    listed,
    records,
)
from docint.kinds.application_form.slots import Slot
from docint.values import dates

_NAMING = frozenset({"role", "-", "kind", "title"})
"""Fields whose values may be words that are owners too (职务: 项目负责人)."""

_ASKED = frozenset({"unit", "person", "project"})
"""Families whose sections are cards of labels and values."""
_TOLD: Mapping[Family, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "unit": (
        ("email", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
        ("phone", re.compile(r"1\d{10}|0\d{2,3}-?\d{7,8}")),
        ("kind", KIND),
        (
            "qualifications",
            re.compile(
                r"(?:国家|省|市|区)?级?(?:高新技术|科技型中小|创新型中小|专精特新\S{0,6}|瞪羚|独角兽|雏鹰)"
                r"企业|(?:国家|省)?级?\S{0,8}小巨人\S{0,2}企业"
            ),
        ),
    ),
    "person": (
        ("title", TITLE),
        ("age", re.compile(r"\d\d(?:周?岁)")),
        ("sex", re.compile("[男女]")),
    ),
}
_PROJECT = re.compile("(?:联合体|项目|平台)$")
_STREET = r"[路街道巷村镇乡][^路街道巷]*\d+号|\d+号[^号]*[座室楼栋层]"
_TERM = 40
"""Characters; a longer text with two dates is a sentence."""


class Labelled:
    """Reads rows of labels and values for the owners spoken of."""

    def __init__(self, own: Ownership, noisy: bool) -> None:
        """``noisy``: the labels may be misread."""
        self.own = own
        self.noisy = noisy
        self.waiting: list[str] = []
        """Lists whose label had an empty cell for value."""

    def entries(self, slots: Sequence[Slot], caption: str, method: str) -> Iterator[Entry]:
        """The values of one row."""
        scope = Scope("")
        at = 0
        while at < len(slots):
            label = match(slots[at].text, self.noisy) if slots[at].text.strip() else None
            if label is None and method == "cell":
                label = self._unheard(slots, at, scope)
            if label is None or not (label.fields or label.owner):
                for inner, value in told_inside(slots[at], self.noisy):
                    made, scope = self._take(
                        inner, _beside(value, slots, at), scope, caption, "label"
                    )
                    yield from made
                at += 1
                continue
            values, step = self._values(slots, at, label)
            colon = slots[at].text.rstrip().endswith((":", "："))
            if not values and label.names and step == 1 and at + 1 < len(slots) and not colon:
                scope = self.own.enter_row(label, slots[at])
            else:
                if not values and label.names and OWNERS[label.owner].many:
                    self.waiting.append(label.owner)
                for one, part in parted(label, slots[at].text, values):
                    made, scope = self._take(one, part, scope, caption, method)
                    yield from made
            at += step

    def _unheard(self, slots: Sequence[Slot], at: int, scope: Scope) -> Label | None:
        """What an unknown label of the section asks, if a value stands in the cell behind it."""
        value = slots[at + 1] if at + 1 < len(slots) else None
        if value is None or at % 2 or not value.text.strip() or match(value.text, self.noisy):
            return None
        family = family_of(scope if scope.owner in OWNERS else self.own.section)
        label = likely(slots[at].text, self.noisy) if family in _ASKED else None
        name = label.fields.get(family) if label else None
        if name:
            return Label({family: name}, sureness=NEARLY)
        return by_value(value.folded) or told_by_itself(value.folded, family)

    def stacked(
        self, labels: Sequence[Label | None], values: Sequence[Slot], caption: str
    ) -> Iterator[Entry]:
        """The values of a row whose labels stand in the row above it."""
        for label, value in zip(labels, values, strict=True):
            if label is None:
                family = family_of(self.own.section)
                label = by_value(value.folded)  # noqa: PLW2901
                label = label or told_by_itself(value.folded, family)  # noqa: PLW2901
            if label is None:
                continue
            made, _ = self._take(label, (value,), Scope(""), caption, "cell")
            yield from made

    def _values(self, slots: Sequence[Slot], at: int, label: Label) -> tuple[tuple[Slot, ...], int]:
        """The value's slots after a label, and how far to go on."""
        if at + 1 >= len(slots):
            return (), 1
        following = slots[at + 1]
        if not following.text.strip():
            return (), 2
        signed = label.owner == "commitment"
        if (
            pairs(following, self.noisy) and not signed
        ):  # 牵头单位（盖章）：    申报日期：2024年3月15日
            return (), 1
        other = match(following.text, self.noisy)
        if other and (other.fields or other.owner) and not _is_value(label, other):
            return (), 1
        spelled = [following]
        for slot in slots[at + 2 :]:
            if len(slot.folded) > 1 or len(following.folded) > 1:
                break
            spelled.append(slot)
        if len(spelled) > 2:  # a code with a box for each character
            return tuple(spelled), 1 + len(spelled)
        whole_ = (following, *rest(following, slots[at + 2 :]))
        return whole_, 1 + len(whole_)

    def _take(
        self, label: Label, values: Sequence[Slot], scope: Scope, caption: str, method: str
    ) -> tuple[list[Entry], Scope]:
        """Entries of a label with its value, and whose the rest of the row is."""
        slot = merged(values) if values else None
        label = self._of_project(label, slot)
        target, name, sure = self.own.resolve(label, scope)
        name = _meant(label, name, slot.folded) if slot else name
        if label.names or (label.owner and name == "name"):
            carded = label.owner == "applicant" and target == self.own.section
            scope = target if carded or target.owner == label.owner else Scope(label.owner)
        if slot and label.owner in {"targets", "commitment"}:
            return self._prose(label.owner, slot), scope
        if slot is None or name in {"", "-"}:
            return [], scope
        if several := self._several(label, target, name, slot, method):
            return several, target if name == "name" else scope
        unit = label.unit or ("" if economy.money_unit_of(slot.text) else caption)
        if name in economy.METRICS:
            if not label.year:
                return list(economy.in_prose(slot, name, unit)), scope
            return [Entry((name, label.year), slot, slot.text, unit, sure, method)], scope
        target = self.own.fresh(target, name)
        if label.names and target.owner == self.own.section.owner:
            self.own.section = target  # 共建方2 | 某公司: the next rows are of this one
        if target.owner not in SINKS and target.owner not in {"project", ""}:
            self.own.remember(target)
            scope = target if scope.owner == target.owner else scope
        return [Entry((*root(target), name), slot, slot.text, unit, sure, method)], scope

    def _of_project(self, label: Label, slot: Slot | None) -> Label:
        """A bare 名称 in the project's section asks the project's."""
        if slot is None or label.owner or self.own.section.owner != "project":
            return label
        if label.fields.get("unit") == "name" and _PROJECT.search(slot.folded):
            return replace(label, fields={"project": "project_name"})
        return label

    def _several(
        self, label: Label, target: Scope, name: str, slot: Slot, method: str
    ) -> list[Entry]:
        """A field that tells more than one value: of a sentence, or of a list of names."""
        told = self.sentences(target, slot) if name == "name" else []
        if told or not (label.names and OWNERS[label.owner].many):
            return told
        listed = after_label(OWNERS[label.owner].family, slot)
        return self._listed(label.owner, listed, method) if listed is not None else []

    def sentences(self, target: Scope, slot: Slot) -> list[Entry]:
        """Entries of a unit or person, or of several of a list, that a sentence tells of."""
        if target.owner not in OWNERS or target.owner in SINKS:
            return []
        owner, made = OWNERS[target.owner], []
        found = records(slot, owner.family)
        if not found and owner.many and owner.family == "unit" and (only := listed(slot)):
            found = [[("name", only)]]
        for told in found if owner.many else found[:1] if len(found) == 1 else []:
            scope = self.own.fresh(target, "name")
            for name, part in told:
                self.own.given.add((*root(scope), name))
                made.append(Entry((*root(scope), name), part, part.text, "", 0.95, "pattern"))
        return made

    def told_on(self, slot: Slot) -> list[Entry]:
        """Entries of the unit or person of the section, whom the lines before this one named."""
        scope = self.own.section
        if scope.owner not in OWNERS or scope.owner in SINKS or pairs(slot, self.noisy):
            return []
        if OWNERS[scope.owner].many:
            scope = Scope(scope.owner, self.own.filled.get(scope.owner, 0) - 1)
        if (*root(scope), "name") not in self.own.given:
            return []
        made = []
        for name, part in goes_on(slot, OWNERS[scope.owner].family):
            if (*root(scope), name) not in self.own.given:
                self.own.given.add((*root(scope), name))
                made.append(Entry((*root(scope), name), part, part.text, "", 0.93, "pattern"))
        return made

    def introduced(self, slot: Slot) -> list[Entry]:
        """Entries of those whom a sentence names before it tells of them."""
        if not self.own.section.owner and (lead := leading(slot)):
            return [*self.sentences(Scope("lead"), slot), *self._allied(lead, slot)]
        found = introduced(slot)
        if found is None:
            return []
        label, rest = found
        index = self.own.filled.get(label.owner, 0) if OWNERS[label.owner].many else 0
        return self.sentences(Scope(label.owner, index), rest)

    def _allied(self, lead: Slot, slot: Slot) -> list[Entry]:
        """The lead, where its sentence tells nothing else of it, and the members it names."""
        path = ("lead", "name")
        made = [] if path in self.own.given else [Entry(path, lead, lead.text, "", 0.93, "pattern")]
        return [*made, *self._listed("members", allied(slot), "pattern")]

    def _prose(self, owner: str, slot: Slot) -> list[Entry]:
        """What a field of sentences says: targets, or the day a commitment was signed."""
        if owner == "targets":
            return list(targets_in(slot, self.own))
        return [Entry(("applied_on",), d, d.text, "", 0.85, "pattern") for d in _signed(slot)]

    def _listed(self, owner: str, names: Sequence[Slot], method: str) -> list[Entry]:
        made = []
        for slot in names:
            index = self.own.filled.get(owner, 0)
            name, said = kind_beside(slot.text)
            made.append(Entry((owner, index, "name"), slot, name, "", 0.97, method))
            if said and OWNERS[owner].family == "unit":
                made.append(Entry((owner, index, "kind"), slot, said, "", 0.95, method))
            self.own.given.add((owner, index, "name"))
            self.own.filled[owner] = index + 1
        return made


def _meant(label: Label, name: str, text: str) -> str:
    """The field that a label and its value tell together."""
    if name == "kind" and ROLE.fullmatch(text):
        return "role"  # 申请人类别：参与单位
    if label.names and label.owner == "project" and _PROJECT.search(text):
        return "project_name"  # 项目 | 某某创新联合体
    return name


def by_value(text: str) -> Label | None:
    """What a folded value answers beyond doubt, whatever its label is called."""
    if IDENTITY.fullmatch(text):
        return Label({"person": "id_number"}, sureness=0.9)
    if CODE.fullmatch(text):
        return Label({"unit": "uscc"}, sureness=0.9)
    if len(text) <= _TERM and len([d for d in dates.find_all(text) if len(d.value) == 10]) == 2:
        return Label({"project": "period"}, sureness=0.9)
    return None


def told_by_itself(text: str, family: Family) -> Label | None:
    """What a folded value answers in a section whose subject is known: a mailbox, a place, a name.

    Its label is unheard of, and in such sections these are asked of the subject alone.
    """
    for name, form in _TOLD.get(family, ()):
        if form.fullmatch(text):
            return Label({family: name}, sureness=NEARLY)
    if family == "unit" and re.search("[省市]", text[:12]) and re.search(_STREET, text):
        return Label({"unit": "address"}, sureness=NEARLY)
    if family in {"unit", "person"} and whole(text):
        return Label({family: "name" if family == "unit" else "employer"}, sureness=NEARLY)
    return None


def _signed(slot: Slot) -> list[Slot]:
    """The last full date of a signed field."""
    found = [hit for hit in dates.find_all(slot.text) if len(hit.value) == 10]
    return [slot.cut(hit.start, hit.end) for hit in found[-1:]]


def _is_value(label: Label, other: Label) -> bool:
    """Whether what looks like a label is the value of the one before it."""
    if other.names and set(label.fields.values()) & _NAMING:
        return True
    if label.fields.get("person") == "role":
        return True
    return other.sureness < 0.9 and label.sureness > other.sureness


def _beside(value: Slot, slots: Sequence[Slot], at: int) -> tuple[Slot, ...]:
    """The value behind a colon, or the next slot where nothing stands behind it."""
    if value.text.strip(" _\n\t"):
        return (value,)
    following = slots[at + 1] if at + 1 < len(slots) else None
    if following is None or match(following.text) or pairs(following):
        return ()
    return (following,)


def merged(values: Sequence[Slot]) -> Slot:
    """Slots that hold one character each, as one."""
    if len(values) == 1:
        return values[0]
    box = values[0].box
    for slot in values[1:]:
        box = box.joined(slot.box) if box and slot.box else box
    return replace(values[0], text="".join(s.text for s in values), right=values[-1].right, box=box)
