"""What letters tell of the project (函件): its name, its field and its term, in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docint.kinds.application_form.entries import Entry
from docint.kinds.application_form.pieces import DAY, SPELLED
from docint.kinds.application_form.slots import Slot
from docint.values.text import level

_QUOTED = r'[“"「《](?P<value>[^“”"」》]{4,40})[”"」》]'
_TOLD: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "project_name",
        re.compile(rf"(?:定名|命名|取名|冠名|名称)(?:为|是|叫|作)?[:：]?{_QUOTED}"),
    ),
    (
        "project_name",
        re.compile(
            r"(?:组建|建设|申报|发起|成立|共建|认定|申请)(?:的|了)?"
            r"[“「《](?P<value>[^“”「」《》]{2,34}(?:联合体|项目))[”」》]"
        ),
    ),
    (
        "industry",
        re.compile(
            r"[，,。；;](?:属于?|所属|面向|聚焦|针对|瞄准)(?P<value>[\u4e00-\u9fff]{2,14}?)(?:产业|行业)?(?:领域|赛道)"
        ),
    ),
    (
        "period",
        re.compile(
            rf"(?:建设|实施|执行|合作|运营|研究|履行|项目)(?:期限?|周期|时间)(?:为|是|自|从|拟|[:：])*"
            rf"(?P<value>(?:{DAY}|{SPELLED})起?(?:至|到|—+|-|~|～)(?:{DAY}|{SPELLED}))"
        ),
    ),
)


def project_in(slot: Slot) -> Iterator[Entry]:
    """The project's name in quotation marks, its field, its first and last day."""
    text = level(slot.text)
    for name, form in _TOLD:
        if found := form.search(text):
            part = slot.cut(*found.span("value"))
            yield Entry((name,), part, part.text, "", 0.92, "pattern")
