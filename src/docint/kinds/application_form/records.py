"""One row of a row table as entries, column by column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from docint.extract.counting import MEASURE
from docint.kinds.application_form.choices import ROLE
from docint.kinds.application_form.compound import heads, pieces
from docint.kinds.application_form.economy import money_unit_of
from docint.kinds.application_form.entries import Entry
from docint.kinds.application_form.headers import Column, Header
from docint.kinds.application_form.labels import match
from docint.kinds.application_form.printed import BlankError, said, target
from docint.kinds.application_form.senses import MEASURED
from docint.kinds.application_form.slots import Slot
from docint.values.text import fold

_SUM = re.compile(
    r"[一二三四五六七八九十、(（0-9.）)]*(?:合计|总计|小计|共计|总额|总和|经费合计|资金合计)(?:[(（:：].*)?"
    r"|.{1,12}小计"
)


def record(header: Header, slots: Sequence[Slot], caption: str) -> Iterator[list[Entry]]:
    """The records of a row; side-by-side columns give several, sums and blank rows none."""
    for group in sorted({column.group for column in header.columns}):
        columns = [column for column in header.columns if column.group == group]
        entries = list(_entries(header, columns, slots, caption))
        key = next((entry for entry in entries if entry.path[-1] == header.key), None)
        if key and not _SUM.fullmatch(fold(key.text)):
            yield _sourced(key, entries) or _completed(header, columns, slots, entries)


def _entries(
    header: Header, columns: Sequence[Column], slots: Sequence[Slot], caption: str
) -> Iterator[Entry]:
    amount = _amount_column(columns)
    for column in columns:
        name = column.field
        if column is amount:
            name = "amount"
        elif name in {"", "-", "part"}:
            continue
        slot = _slot_of(column, slots)
        if slot is None or (name == header.key and re.fullmatch(r"\d{1,3}", slot.folded)):
            continue
        if name != "unit" and _blank(slot.text):
            continue
        names = _joint(header, column)
        if names and len(parts := pieces(slot, len(names))) > 1:
            if len(parts) == len(names):
                for field, part in zip(names, parts, strict=True):
                    yield Entry((field,), slot, part.text, "", 0.95, "cell")
            continue
        unit = column.unit or _unit_beside(slots, slot) or header.unit or caption
        yield Entry((name,), slot, slot.text, unit if name == "amount" else "", 1.0, "cell")


def _joint(header: Header, column: Column) -> list[str]:
    """The fields of a column of two (职称/年龄, 姓名（年龄）); none where it is of one field."""
    names = [label.fields.get(header.family, "") for label in heads(column.text)]
    return names if all(names) and len(set(names)) == len(names) else []


def _blank(text: str) -> bool:
    try:
        said(text)
    except BlankError:
        return True
    return False


def _amount_column(columns: Sequence[Column]) -> Column | None:
    """The column of whole amounts: one named as a total before one of a part."""
    whole = [column for column in columns if column.field == "amount"]
    total = next((c for c in whole if re.search("合计|总|小计", c.text)), None)
    parts = [column for column in columns if column.field == "part"]
    return total or next(iter(whole), None) or (parts[0] if len(parts) == 1 else None)


def _slot_of(column: Column, slots: Sequence[Slot]) -> Slot | None:
    """The slot under a heading; one that lies under several belongs to the one it covers most."""
    best = max(slots, key=lambda slot: slot.overlap(column.left, column.right), default=None)
    if best is None or best.overlap(column.left, column.right) <= 0:
        middle = (column.left + column.right) / 2
        near = [
            s for s in slots if abs((s.left + s.right) / 2 - middle) < column.right - column.left
        ]
        return near[0] if len(near) == 1 and near[0].text.strip() else None
    return best


def _unit_beside(slots: Sequence[Slot], amount: Slot) -> str:
    """A unit in a cell of its own: 100 | 万元."""
    for slot in slots:
        if slot is not amount and len(slot.folded) <= 4 and (unit := money_unit_of(slot.text)):
            return unit
    return ""


def _sourced(key: Entry, entries: Sequence[Entry]) -> list[Entry]:
    """A row of a budget that names a source of money (申请财政资金、单位自筹) is no item of it."""
    label = match(key.text)
    name = label.fields.get("project", "") if label and key.path == ("item",) else ""
    amount = next((entry for entry in entries if entry.path == ("amount",)), None)
    if name not in {"grant", "matching_funds"} or amount is None:
        return []
    return [replace(amount, path=(name,), sureness=0.95)]


def _completed(
    header: Header, columns: Sequence[Column], slots: Sequence[Slot], entries: list[Entry]
) -> list[Entry]:
    """A target's unit and a unit's role where no heading says so, by how the cell reads."""
    spare = [
        slot
        for column in columns
        if column.field in {"", "-"} and (slot := _slot_of(column, slots)) and slot.text.strip()
    ]
    for family, name, form in (("targets", "unit", MEASURE), ("unit", "role", ROLE)):
        if header.family != family or any(entry.path[-1] == name for entry in entries):
            continue
        found = [slot for slot in spare if form.fullmatch(slot.folded)]
        if len(found) == 1:
            entries = [*entries, Entry((name,), found[0], found[0].text, "", 0.93, "cell")]
    return _counted(header, entries)


def _measured(entries: list[Entry]) -> list[Entry]:
    """A target's unit from the brackets behind its item (``发明专利（件）``)."""
    item = next((entry for entry in entries if entry.path[-1] == "item"), None)
    found = MEASURED.fullmatch(fold(item.text)) if item else None
    if item is None or found is None:
        return entries
    rest = [entry for entry in entries if entry is not item]
    named = replace(item, text=found[1], sureness=0.97)
    return [named, *rest, Entry(("unit",), item.slot, found[2], "", 0.95, "cell")]


def _counted(header: Header, entries: list[Entry]) -> list[Entry]:
    """A target's unit from its number (``≥5项``) where it has no column of its own."""
    if header.family != "targets" or any(entry.path[-1] == "unit" for entry in entries):
        return entries
    number = next((entry for entry in entries if entry.path[-1] == "number"), None)
    if number is None:
        return entries
    try:
        unit = target(number.text)[1]
    except ValueError:
        return entries
    if not unit:
        return _measured(entries)
    return [*entries, Entry(("unit",), number.slot, unit, "", 0.95, "cell")]
