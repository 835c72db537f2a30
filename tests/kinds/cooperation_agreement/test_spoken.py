"""Agreements that name their parties in running prose alone."""

from __future__ import annotations

import pytest

from docint.contracts import Tools
from docint.extract.entities import SUREST
from docint.kinds.cooperation_agreement.kind import find
from docint.types.fact import Facts
from tests.printed import document_of, printed_page

AIR, ROBOT = "江陵云帆航空技术有限公司", "青岚机器人股份有限公司"
MEMO = """关于共同推进低空感知项目的合作备忘录
二〇二四年三月，江陵云帆航空技术有限公司联合江陵科技大学、南浦智能传感研究所，就共同申报事宜进行了磋商。
江陵云帆航空技术有限公司牵头开展雷达样机研制，江陵科技大学承担目标识别算法研究，南浦智能传感研究所完成外场测试验证。
"""
NOTE = """联合体共建书
牵头的是青岚机器人股份有限公司，跟它一起的有青岚市人工智能学会和西陵工业大学。
青岚机器人股份有限公司侧重整机集成，西陵工业大学侧重运动控制算法，青岚市人工智能学会组织标准编制。
"""


def read(text: str) -> Facts:
    return find(document_of("cooperation-agreement", printed_page(text, plain=True)), Tools())


@pytest.mark.parametrize(
    ("text", "units", "lead"),
    [
        (MEMO, {AIR, "江陵科技大学", "南浦智能传感研究所"}, AIR),
        (NOTE, {ROBOT, "青岚市人工智能学会", "西陵工业大学"}, ROBOT),
    ],
)
def test_units_that_only_sentences_name_are_found_and_never_sure(
    text: str, units: set[str], lead: str
) -> None:
    facts = read(text)
    found = {
        str(name.value): role.value if (role := facts.get("parties", n, "role")) else None
        for n in facts.under("parties").keys()  # noqa: SIM118 - Facts is no mapping
        if (name := facts.get("parties", n, "name"))
    }
    assert set(found) == units
    assert [name for name, role in found.items() if role == "lead"] == [lead]
    assert all(fact.confidence <= SUREST for fact in facts.items if fact.method == "entities")


def test_their_work_is_quoted() -> None:
    facts = read(MEMO)
    work = {
        str(party.value): str(text.value)
        for n in facts.under("rd_division").keys()  # noqa: SIM118 - Facts is no mapping
        if (party := facts.get("rd_division", n, "party"))
        and (text := facts.get("rd_division", n, "text"))
    }
    assert work["江陵科技大学"] == "承担目标识别算法研究"
    assert len(work) == 3
