"""Targets in running text (预期成果): ``1.申请发明专利5项；2.培养人才不少于50名``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docint.kinds.application_form.entries import Entry
from docint.kinds.application_form.ownership import Ownership
from docint.kinds.application_form.slots import Slot
from docint.values.text import level

_TARGET = re.compile(
    r"(?P<item>[\u4e00-\u9fffA-Za-z（）()/、“”]{2,24}?)(?:达到|不少于|不低于|至少|超过|≥|>=|>|共|约)?\s*"
    r"(?P<number>\d{1,6})\s*(?P<unit>项|件|篇|名|人|个|家|场|次|套|份|部|台|种|条|万元|亿元|款|期)(?:以上)?(?=[，,。；;、\s）)]|$)"
)
_NUMBER = re.compile(r"^[(（]?[一二三四五六七八九十]{1,2}[)）、.．]")
_LEAD_IN = re.compile(r"^(?:并|同时|以及|新增|累计|计划|预计|建设期内|完成后|其中)+")


def targets_in(slot: Slot, own: Ownership) -> Iterator[Entry]:
    """Numbers with an item before them and a unit behind them."""
    for match in _TARGET.finditer(level(slot.text)):
        index = own.filled.get("targets", 0)
        own.filled["targets"] = index + 1
        item = _LEAD_IN.sub("", _NUMBER.sub("", match["item"]))
        for name, group in (("item", "item"), ("number", "number"), ("unit", "unit")):
            part = slot.cut(match.start(group), match.end(group))
            text = item if name == "item" else part.text
            yield Entry(("targets", index, name), part, text, "", 0.9, "pattern")
