"""Parties on cards (主体信息): a unit's name under its label, and below it what it is called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docint.extract.clauses import Prose
from docint.extract.unit_names import whole
from docint.kinds.cooperation_agreement.party import LABEL, Party

_NAME = re.compile(
    r"(?m)^(?:主体|单位|企业|机构|当事人|签约人|成员|法人|公司)(?:名称|全称)[:：]?\n?(?P<name>[^\n:：]{4,40})$"
)
_CALLED = re.compile(
    rf"(?m)^(?:(?:合同|协议|本文|文)[中内]?)?(?:称谓|简称|代称|代号|称呼)[:：]?\n?[“\"]?(?P<label>{LABEL})[”\"]?$"
)
_REACH = 200
"""Characters below its name in which a card says what the unit is called."""


def carded(prose: Prose) -> Iterator[Party]:
    """``主体名称　某公司``, ``合同中称谓　甲方``: one party to a card, two cards at least."""
    names = [m for m in _NAME.finditer(prose.text) if whole(m["name"])]
    ends = [m.start() for m in names[1:]] + [len(prose.text)]
    found = []
    for name, end in zip(names, ends, strict=False):
        called = _CALLED.search(prose.text, name.end(), min(end, name.end() + _REACH))
        if called:
            spans = name.span("name"), called.span("label")
            found.append(Party(called["label"], name["name"], (spans[0],), spans[1]))
    yield from found if len(found) >= 2 else ()
