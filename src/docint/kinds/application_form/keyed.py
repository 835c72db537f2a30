"""Forms whose labels carry the name and number of their entry: ``参与单位1_法定代表人``.

Import templates print one field a row (or three abreast) and say in each label whose it is. Such
rows are put back into the table they were taken from: a heading, a row of labels, a row for each
number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from docint.kinds.application_form.labels import match
from docint.kinds.application_form.slots import Slot
from docint.kinds.application_form.stream import Row

_KEY = re.compile(
    r"(?P<series>[\u4e00-\u9fff]{2,10})[(（\[【]?(?P<number>\d{1,2})[)）\]】]?"
    r"\s*[_＿\-—·.．:：/]\s*(?P<label>[\u4e00-\u9fff].{0,12})"
)
_LETTER = re.compile(r"^[A-Z][\s、.．:：]*(?=[\u4e00-\u9fff]{2})")
_FEWEST = 2
"""Keyed labels of one series: one alone is a label like any other."""


@dataclass(frozen=True, slots=True)
class _Keyed:
    """A field of a numbered entry."""

    series: str
    number: int
    label: Slot
    value: Slot
    row: Row


def spread(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, keyed ones as tables; letters that count sections taken off."""
    plain = [replace(row, slots=tuple(_uncounted(row))) for row in rows]
    found = [_fields(row) for row in plain]
    made: list[Row] = []
    places = groupby(range(len(plain)), key=lambda at: found[at][0].series if found[at] else "")
    for series, at in places:
        block = list(at)
        fields = [field for n in block for field in found[n]]
        made += _table(fields) if series and len(fields) >= _FEWEST else [plain[n] for n in block]
    return tuple(made)


def _uncounted(row: Row) -> Iterator[Slot]:
    """A row's slots; ``E 首席技术负责人`` at the left of a table is a section's name alone."""
    for number, slot in enumerate(row.slots):
        letter = _LETTER.match(slot.text)
        side = number == 0 and letter and (slot.tall > 1 or len(row.slots) == 1 or not slot.first)
        named = side and letter and match(slot.text[letter.end() :])
        yield slot.cut(letter.end(), len(slot.text)) if named and letter else slot


def _fields(row: Row) -> list[_Keyed]:
    """The fields of a row of which every label is keyed alike; none of another row."""
    slots = list(row.slots)
    if slots and len(slots) % 2 and (slots[0].tall > 1 or not slots[0].first):
        slots = slots[1:]
    made = []
    for label, value in zip(slots[::2], slots[1::2], strict=False):
        key = _KEY.fullmatch(label.text.strip())
        if key is None:
            return []
        own = label.cut(label.text.index(key["label"]), len(label.text))
        made.append(_Keyed(key["series"], int(key["number"]), own, value, row))
    alike = len({(one.series, one.number) for one in made}) == 1
    return made if alike and len(slots) % 2 == 0 else []


def _table(fields: Sequence[_Keyed]) -> Iterator[Row]:
    """A heading, the labels, and a row for each number."""
    first = fields[0]
    columns = {field.label.folded: field.label for field in reversed(fields)}
    order = list(dict.fromkeys(field.label.folded for field in fields))
    heading = replace(first.label, text=first.series, tall=1, first=True)
    yield Row((heading,), first.row.leaf, 0)
    heads = [_at(columns[name], n) for n, name in enumerate(order)]
    yield Row(tuple(heads), first.row.leaf, first.row.table, opens=True)
    for _, entry in groupby(fields, key=lambda field: field.number):
        told = {field.label.folded: field for field in entry}
        blank = replace(heads[0], text="", box=None)
        slots = [
            _at(told[name].value if name in told else blank, n) for n, name in enumerate(order)
        ]
        yield Row(tuple(slots), next(iter(told.values())).row.leaf, first.row.table)


def _at(slot: Slot, column: int) -> Slot:
    """A slot in a column of the table."""
    return replace(slot, left=float(column), right=column + 1.0, tall=1, first=True)
