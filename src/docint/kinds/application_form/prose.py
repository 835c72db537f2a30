"""Targets in running text (预期成果): ``1.申请发明专利5项；2.培养人才不少于50名``."""

from __future__ import annotations

from collections.abc import Iterator

from docint.extract.counting import counted
from docint.kinds.application_form.entries import Entry
from docint.kinds.application_form.ownership import Ownership
from docint.kinds.application_form.slots import Slot
from docint.values.text import level


def targets_in(slot: Slot, own: Ownership) -> Iterator[Entry]:
    """Numbers with an item before them and a unit behind them, or between verb and object."""
    for one in counted(level(slot.text)):
        index = own.filled.get("targets", 0)
        own.filled["targets"] = index + 1
        said = slot.cut(one.start, one.end)
        number = slot.cut(one.number_start, one.number_end)
        unit = slot.cut(one.unit_start, one.unit_start + len(one.unit))
        for name, part, text in (
            ("item", said, one.item),
            ("number", number, str(one.number)),
            ("unit", unit, one.unit),
        ):
            yield Entry(("targets", index, name), part, text, "", 0.9, "pattern")
