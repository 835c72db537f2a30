"""Tables turned round (转置表): units, persons or targets side by side, labels at the left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docint.extract.unit_names import whole
from docint.kinds.application_form.entries import Entry, Scope, root
from docint.kinds.application_form.headers import COUNTERS, DEFAULT_OWNER
from docint.kinds.application_form.labels import Label, likely, match
from docint.kinds.application_form.owners import OWNERS, Family
from docint.kinds.application_form.ownership import SINKS, Ownership, family_of
from docint.kinds.application_form.senses import MEASURED, PERSON, WHOLE
from docint.kinds.application_form.slots import Slot
from docint.kinds.application_form.stream import Row

_KEYS: dict[Family, str] = {
    "unit": "name",
    "person": "name",
    "targets": "item",
    "budget": "item",
}
_BARE: dict[str, Family] = {"单位": "unit", "成员": "unit", "机构": "unit", "人员": "person"}
_COST = re.compile(r"[\u4e00-\u9fff()、/]{2,14}[费款用]|(?:合|总|小)计|其[他它]")
"""What heads a column of a budget that is turned round."""
_TOTAL = re.compile("[合总小]计")
_SUM = re.compile("合计|总计|总数|总量|累计|总目标|总体目标|总值")


@dataclass(frozen=True, slots=True)
class Across:
    """Records side by side as columns."""

    columns: tuple[tuple[float, float, Scope], ...]
    table: int
    key: Family | None = None
    """The family whose names stand in the first row; none where owners themselves do."""


def sides(
    rows: Sequence[Row], at: int, slots: Sequence[Slot], own: Ownership, noisy: bool
) -> Across | None:
    """``(blank) | 牵头单位 | 参与单位1 | 参与单位2``, with labels below the first."""
    row, rest = rows[at], slots[1:]
    below = rows[at + 1] if at + 1 < len(rows) else None
    labels = [match(slot.text, noisy) for slot in rest]
    if not row.table or len(rest) < 2 or below is None or below.table != row.table:
        return None
    heads = match(slots[0].text) if slots[0].text.strip() else None
    first = match(below.slots[0].text, noisy)
    if (heads and heads.names) or first is None or not first.fields or len(below.slots) < 3:
        return None
    columns = []
    for slot, label in zip(rest, labels, strict=True):
        if label is None or not label.names or OWNERS[label.owner].family not in first.fields:
            return None
        index = own.place(label) if OWNERS[label.owner].many else 0
        if OWNERS[label.owner].many:
            own.filled[label.owner] = index + 1
        columns.append((slot.left, slot.right, Scope(label.owner, index)))
    return Across(tuple(columns), row.table)


def named(
    rows: Sequence[Row], at: int, slots: Sequence[Slot], own: Ownership, noisy: bool
) -> Across | None:
    """``单位名称 | 甲公司 | 乙大学`` over rows of labels: each column is a record of its own."""
    row, rest = rows[at], [slot for slot in slots[1:] if slot.text.strip()]
    counted = slots[0].folded in COUNTERS and all(slot.folded.isdigit() for slot in rest)
    if not row.table or len(rest) < 2 or counted:
        return None
    label = likely(slots[0].text, noisy, family_of(own.section))
    for family, key in _KEYS.items():
        asked = bool(label and label.fields.get(family) == key)
        asked = asked or _BARE.get(slots[0].folded) == family
        asked = asked or bool(label and label.names and OWNERS[label.owner].family == family)
        counts = family == "targets" and own.section.owner == family
        asked = asked or (counts and all(MEASURED.fullmatch(slot.folded) for slot in rest))
        if not asked or not all(_is_key(family, slot) for slot in rest):
            continue
        if _labelled_below(rows, at, len(rest), family, noisy):
            return _records(family, row, rest, own)
    return None


def _is_key(family: Family, slot: Slot) -> bool:
    """Whether a cell is a name or an item, told by itself."""
    if family == "unit":
        return whole(slot.folded)
    if family == "budget":
        return bool(_COST.fullmatch(slot.folded))
    label = match(slot.text)
    if family == "person":
        return label is None and bool(PERSON.fullmatch(slot.folded))
    if label and (label.year or label.fields.get("targets")):
        return bool(MEASURED.fullmatch(slot.folded))
    return len(slot.folded) >= 3 and not slot.folded[0].isdigit()


def _labelled_below(rows: Sequence[Row], at: int, count: int, family: Family, noisy: bool) -> bool:
    """Whether the next rows ask more of as many records, and the first of them tells it."""
    after = [r for r in rows[at + 1 : at + 6] if r.table == rows[at].table]
    if family == "targets":
        return any(
            _asked(_lead(r, count), family, noisy) == "number"
            and all(WHOLE.fullmatch(slot.folded) for slot in r.full[-count:])
            for r in after
        )
    names = [_asked(_lead(r, count), family, noisy) for r in after[:2]]
    if family == "budget":
        return bool(names) and names[0] == "amount"
    return bool(names) and bool(names[0]) and all(name != _KEYS[family] for name in names)


def _lead(row: Row, count: int) -> Slot | None:
    """The label of a row that has a cell for every record."""
    left = row.full[:-count] if len(row.full) > count else ()
    return left[-1] if left else None


def _asked(slot: Slot | None, family: Family, noisy: bool) -> str:
    """What a label at the left edge asks of the records."""
    label = likely(slot.text, noisy, family) if slot else None
    name = label.fields.get(family, "") if label else ""
    if family == "targets" and slot and (name == "item" or not name) and _SUM.search(slot.folded):
        return "number"
    if family == "targets" and slot and name == "item" and "目标" in slot.folded:
        return "number"
    return name


def _records(family: Family, row: Row, rest: Sequence[Slot], own: Ownership) -> Across:
    """A place in the list for each column."""
    section = own.section.owner
    fits = section and OWNERS[section].family == family and section not in SINKS
    owner = section if fits and OWNERS[section].many else DEFAULT_OWNER[family]
    if family == "budget":
        rest = [slot for slot in rest if not _TOTAL.fullmatch(slot.folded)]
    first = own.filled.get(owner, 0)
    own.filled[owner] = first + len(rest)
    columns = [(s.left, s.right, Scope(owner, first + n)) for n, s in enumerate(rest)]
    return Across(tuple(columns), row.table, family)


def told(across: Across, slots: Sequence[Slot], noisy: bool) -> list[Entry]:
    """The values of one row, column by column."""
    label = match(slots[0].text, noisy)
    made: list[Entry] = []
    for left, right, scope in across.columns:
        slot = max(slots[1:], key=lambda s: s.overlap(left, right), default=None)
        if slot is None or slot.overlap(left, right) <= 0 or not slot.text.strip():
            continue
        name = _name(across, slots[0], label, scope, noisy)
        if across.key == "targets" and MEASURED.fullmatch(slot.folded):
            name = "item"
        if name in {"", "-"}:
            continue
        measured = MEASURED.fullmatch(slot.folded) if name == "item" else None
        text = measured[1] if measured else slot.text
        unit, sure = (label.unit, label.sureness) if label else ("", 0.95)
        made.append(Entry((*root(scope), name), slot, text, unit, sure))
        if measured:
            made.append(Entry((*root(scope), "unit"), slot, measured[2], "", 0.95))
    return made


def _name(across: Across, head: Slot, label: Label | None, scope: Scope, noisy: bool) -> str:
    """The field that a row of a turned table holds."""
    if across.key:
        bare = _BARE.get(head.folded) == across.key
        own = label is not None and label.names and OWNERS[label.owner].family == across.key
        return _KEYS[across.key] if bare or own else _asked(head, across.key, noisy)
    return label.fields.get(family_of(scope), "") if label else ""
