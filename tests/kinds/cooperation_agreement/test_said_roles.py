"""Roles that sentences tie to parties by a noun, however the two are linked."""

from __future__ import annotations

import pytest

from docint.contracts import Tools
from docint.kinds.cooperation_agreement.kind import find
from tests.printed import document_of, printed_page

PAPER = """合作协议
甲方：深圳市翊川精密仪器有限公司
乙方：南方海洋大学
丙方：辽阳食品研究院
第一条 组织
{said}
第二条 任务分工
（一）甲方负责总体方案设计。
（二）样机研制，牵头单位为乙方。
（三）可靠性试验由丙方承担。
第三条 未尽事宜另行协商。
"""


def roles(text: str) -> list[object]:
    page = printed_page(text, plain=True)
    facts = find(document_of("cooperation-agreement", page), Tools())
    return [
        fact.value if (fact := facts.get("parties", n, "role")) else None
        for n in facts.under("parties").keys()  # noqa: SIM118 - Facts is no mapping
    ]


@pytest.mark.parametrize(
    "said",
    [
        "牵头单位职责不变，仍由甲方担任。",
        "乙方、丙方认可甲方并服从其统筹，甲方现为本联合体的总牵头单位。",
        "联合体由链主单位甲方统筹，其余各方均为协作单位。",
        "经各方推选，甲方当选理事长单位，乙方和丙方以成员单位身份加入。",
        "以甲方为龙头组建联合体，乙方、丙方协同参与。",
    ],
)
def test_a_noun_and_a_few_words_that_link_give_the_roles(said: str) -> None:
    assert roles(PAPER.format(said=said)) == ["lead", "participant", "participant"]


def test_whoever_leads_one_task_does_not_lead_the_consortium() -> None:
    assert roles(PAPER.format(said="各方平等协商。")) == [None, None, None]


def test_units_that_a_sentence_brings_together_are_parties_whatever_verb_joins_them() -> None:
    for opening in (
        "南方海洋大学携手辽阳食品研究院及深圳市翊川精密仪器有限公司组建创新联合体，约定如下。",
        "由南方海洋大学发起，辽阳食品研究院、深圳市翊川精密仪器有限公司响应，各方商定如下。",
    ):
        text = "合作协议\n" + opening + "\n一、组织\n联合体由南方海洋大学牵头组建。\n二、其他\n"
        assert roles(text) == ["lead", "participant", "participant"], opening
