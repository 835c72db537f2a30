"""The auditor's opinion (审计意见): headings and sentences of the letter (准则第1501、1502号)."""

from __future__ import annotations

import re

from docint.extract.audits import is_letter
from docint.extract.flow import page_flow
from docint.extract.votes import Vote, voted
from docint.types.document import Document, Leaf
from docint.types.fact import Fact

_HEADING = r"(?m:^[一二三四五]?[、.]?\(?[一二三四五]?\)?{0}(?:的审计报告)?$)"
_FORMS: tuple[tuple[str, float, str], ...] = (
    (
        "disclaimer",
        3.0,
        r"形成无法表示意见的基础|"
        + _HEADING.format("无法表示意见")
        + r"|我们不对后附的?.{2,60}发表审计意见|无法(?:对.{2,40})?发表(?:审计)?意见",
    ),
    (
        "adverse",
        3.0,
        r"形成否定意见的基础|"
        + _HEADING.format("否定意见")
        + r"|没有在所有重大方面按照|未能?(?:在所有重大方面)?公允反映",
    ),
    (
        "qualified",
        3.0,
        r"形成保留意见的基础|"
        + _HEADING.format("保留意见")
        + r"|除.{2,80}(?:可能产生的影响|的影响|事项)外[,，]?.{0,60}(?:公允反映|按照)",
    ),
    (
        "unqualified-emphasis",
        3.0,
        _HEADING.format("强调事项(?:段)?") + r"|我们提醒财务报表使用者关注|带强调事项段",
    ),
    (
        "unqualified",
        2.0,
        (
            r"在(?:所有|一切|各)重大方面.{0,60}?公允(?:反映|列报|表达)(?:了)?|我们认为[,，]?.{0,200}?公允反映(?:了)?"
            r"|我们认为[,，]?.{0,200}?在所有重大方面|标准无保留意见|形成审计意见的基础"
        ),
    ),
)
"""From the gravest on: an emphasis counts only where the opinion is clean."""


def _votes(leaf: Leaf) -> list[Vote]:
    votes = []
    for joint in ("\n", ""):
        flow = page_flow(leaf, joint)
        for value, weight, pattern in _FORMS:
            if match := re.search(pattern, flow.text):
                votes.append(Vote(value, flow.group(match), weight))
    return votes


def opinion(document: Document) -> Fact | None:
    """One of the contract's five opinions; absent where the letter is not there."""
    votes = [v for leaf in document.leaves if is_letter(leaf) for v in _votes(leaf)]
    for value, _, _ in _FORMS:
        mine = [vote for vote in votes if vote.value == value]
        if mine:
            return voted(("opinion",), mine)
    return None
