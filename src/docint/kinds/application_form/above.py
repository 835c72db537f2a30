"""Values below their labels (上下栏): ``单位名称 | 信用代码`` over a company and its code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from docint.extract.unit_names import whole
from docint.kinds.application_form.headers import COUNTERS
from docint.kinds.application_form.inline import pairs, stated
from docint.kinds.application_form.labelled import by_value, told_by_itself
from docint.kinds.application_form.labels import Label, likely, match
from docint.kinds.application_form.owners import OWNERS
from docint.kinds.application_form.ownership import Ownership
from docint.kinds.application_form.senses import CODE, IDENTITY, PERSON, ROLE, holds_value
from docint.kinds.application_form.slots import Slot
from docint.kinds.application_form.stream import Row
from docint.values import dates

_WORDS = r"[\u4e00-\u9fff、/()与及和]{2,14}"
"""What a row of labels consists of."""
_TABLES = frozenset({"budget", "targets", "claims", "economy", "opinion", "commitment"})


class Above:
    """Which rows of a form are labels of the row below them."""

    def __init__(self, rows: Sequence[Row], own: Ownership, noisy: bool) -> None:
        """No such row was met yet."""
        self.rows = rows
        self.own = own
        self.noisy = noisy
        self.stacked = -1
        """Table that has its values below their labels."""

    def labels(self, at: int, slots: Sequence[Slot]) -> list[Label | None]:
        """The labels of a row that has their values below it, once: no table of records."""
        row, after = self.rows[at], self.below(at, slots)
        section = self.own.section.owner
        colons = not row.table and any(slot.text.rstrip().endswith((":", "：")) for slot in slots)
        many = bool(section) and OWNERS[section].many and not self._carded(at, slots)
        if colons or len(slots) < 2 or not after or many or slots[0].folded in COUNTERS:
            return []
        family = OWNERS[section].family if section else "none"
        labels = [likely(slot.text, self.noisy, family) for slot in slots]
        labels = [one if one and (one.fields or one.owner == section) else None for one in labels]
        if _lists_claims(slots) or not self._asks(slots, labels, after[0].slots):
            return []
        told = row.table and any(_typed(slot) for slot in after[0].slots)
        told = told or (row.table and all(_of_project(label) for label in labels))
        if not (section or told or row.table == self.stacked):
            return []
        same = [r.table == row.table and len(r.slots) == len(slots) for r in after]
        listed = len(after) > 1 and same[1] and not self._mostly_ask(after[1].full)
        answers = [slot for slot in after[0].slots if not ROLE.fullmatch(slot.folded)]
        if not same[0] or any(asking(answers, self.noisy)) or listed:
            return []
        self.stacked = row.table
        return labels

    def _carded(self, at: int, slots: Sequence[Slot]) -> bool:
        """Whether the label taken off at the left counts records: ``协作单位1``."""
        taken = self.rows[at].slots[: len(self.rows[at].slots) - len(slots)]
        return any(slot.folded[-1:].isdigit() for slot in taken)

    def below(self, at: int, slots: Sequence[Slot]) -> list[Row]:
        """The next two rows, without what was taken off at the left of this one."""
        taken = len(self.rows[at].slots) - len(slots)
        sides = [slot.folded for slot in self.rows[at].slots[:taken]]
        found = []
        for row in self.rows[at + 1 : at + 3]:
            inside = [slot.folded for slot in row.slots[:taken]] == sides
            found.append(replace(row, slots=row.slots[taken:]) if inside else row)
        return found

    def _asks(
        self, slots: Sequence[Slot], labels: Sequence[Label | None], below: Sequence[Slot]
    ) -> bool:
        """Whether a row asks: its labels are known, or all but a few where no figure stands.

        A label is as good as known where its value tells itself.
        """
        alike = len(below) == len(slots) > 2
        values: Sequence[Slot | None] = below if alike else [None] * len(slots)
        known = [
            label
            for label, value in zip(labels, values, strict=True)
            if label or (value and by_value(value.folded))
        ]
        if len(known) == len(slots):
            return True
        worded = all(re.fullmatch(_WORDS, slot.folded) for slot in slots)
        return worded and 3 * len(known) >= 2 * len(slots)

    def _mostly_ask(self, slots: Sequence[Slot]) -> bool:
        asking = [slot for slot in slots if likely(slot.text, self.noisy)]
        return 2 * len(asking) > len(slots) and not any(holds_value(s.folded) for s in slots)

    def label(self, at: int, full: Sequence[Slot]) -> Label | None:
        """The label of a line that has its value on the next one, both of them alone there."""
        row, below = self.rows[at], self.rows[at + 1] if at + 1 < len(self.rows) else None
        if below is None or below.table != row.table or len(full) != 1 or len(below.full) != 1:
            return None
        label, value = match(full[0].text, self.noisy), below.full[0]
        if row.table:
            return self._cell(row, label, value)
        if label is None or label.heading or label.sureness < 0.95 or len(value.folded) > 60:
            return None
        if asking([value], self.noisy)[0] or pairs(value, self.noisy) or stated(value):
            return None
        asked = (
            label.fields.get("unit") or label.fields.get("project") or label.fields.get("person")
        )
        if label.owner == "representative" and label.names and PERSON.fullmatch(value.folded):
            return label
        if not label.names:
            return label if asked and asked != "-" and label.owner not in _TABLES else None
        if OWNERS[label.owner].many or OWNERS[label.owner].family != "unit":
            return None
        return label if whole(value.folded) else None

    def _cell(self, row: Row, label: Label | None, value: Slot) -> Label | None:
        """The label of a ruled row of its own, if its value is all of the row below."""
        owner = OWNERS.get(self.own.section.owner or ("project" if _of_project(label) else ""))
        if owner is None or owner.many or len(row.slots) > 1:
            return None
        if label is None and row.table == self.stacked:
            return told_by_itself(value.folded, owner.family)
        if label is None or label.heading:
            return None
        asked = label.fields.get(owner.family, "-")
        fits = value.left <= row.slots[0].left and value.right >= row.slots[0].right
        spoken = asking([value], self.noisy)[0] or pairs(value, self.noisy)
        return label if asked != "-" and fits and not spoken else None


def _lists_claims(slots: Sequence[Slot]) -> bool:
    """Whether a row heads what was won: ``项目名称 | 项目编号 | 承担单位 | 立项时间``."""
    asked = {label.fields.get("claims") for slot in slots if (label := match(slot.text))}
    return {"title", "date"} <= asked


def _of_project(label: Label | None) -> bool:
    """Whether a label asks of the project: no section need say so (联合体名称 | 产业领域)."""
    return label is not None and label.fields.get("project", "-") not in {"-", "item"}


def _typed(slot: Slot) -> bool:
    """Whether a cell is a value beyond doubt: a code, an identity number, a full date."""
    text = slot.folded
    if CODE.fullmatch(text) or IDENTITY.fullmatch(text):
        return True
    return any(len(hit.value) == 10 for hit in dates.find_all(text))


def asking(slots: Sequence[Slot], noisy: bool) -> list[Label | None]:
    """What each slot asks; None for one that asks nothing."""
    found = [match(slot.text, noisy) for slot in slots]
    return [label if label and (label.fields or label.owner) else None for label in found]
