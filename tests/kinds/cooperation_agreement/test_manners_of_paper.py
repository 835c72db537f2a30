"""Agreements that are no contract by their form: cards, a letter, minutes, a list of sides."""

from __future__ import annotations

import pytest

from docint.contracts import Tools
from docint.kinds.cooperation_agreement.kind import find
from docint.types.fact import Facts
from tests.printed import document_of, printed_page

UNITS = ["翊川精密仪器有限公司", "南方海洋大学"]
CARDS = """联合体成员登记表
成员一
单位名称：翊川精密仪器有限公司
联合体身份：牵头单位
承担任务：深海浮标总体设计
成员二
单位名称：南方海洋大学
联合体身份：参与单位
承担任务：水声信号处理算法研究
约定事项
1.各成员对登记内容的真实性负责。
"""
LETTER = """关于共建联合体的函
南方海洋大学：
我单位（翊川精密仪器有限公司）作为牵头单位，诚邀贵单位作为参与单位共同组建联合体，约定如下。
1.任务的分配
我单位翊川精密仪器有限公司承担：深海浮标总体设计。
贵单位南方海洋大学承担：水声信号处理算法研究。
"""
MINUTES = """联合体筹建会议纪要
翊川精密仪器有限公司召集南方海洋大学在深圳召开联合体筹建会。会议议定如下：
一、会议推选翊川精密仪器有限公司担任牵头单位，南方海洋大学以成员单位身份加入。
二、会议就攻关任务作出安排：
（一）深海浮标总体设计，由翊川精密仪器有限公司抓总落实。
（二）水声信号处理算法研究，由南方海洋大学抓总落实。
三、会议明确，合作所得专利，谁完成归谁。
"""
SIDES = """框架合同
本合同由下列单位订立：
（一）翊川精密仪器有限公司（下称“总体方”），住所地深圳市盐田区海景二路8号；
（二）南方海洋大学（下称“协同方”），住所地广州市番禺区大学城外环路1号；
第一条 总体方为联合体的牵头单位，其余签约单位为联合体的参与单位。
第二条 工作分解
2.1 总体方的工作：深海浮标总体设计；
2.2 协同方的工作：水声信号处理算法研究；
"""
OVER = """技术开发合同
项目牵头单位（甲方）：翊川精密仪器有限公司
项目合作单位（乙方）：南方海洋大学
第一条 各方分工承担如下工作：
甲方：
1.研究开发内容：深海浮标总体设计。
2.工作进度：按年度计划。
乙方：
1.研究开发内容：水声信号处理算法研究。
2.工作进度：按年度计划。
第二条 各方提供的技术资料应当真实。
"""


def read(text: str) -> Facts:
    page = printed_page(text, plain=True)
    return find(document_of("cooperation-agreement", page), Tools())


def values(facts: Facts, name: str, key: str) -> list[object]:
    found = facts.under(name).keys()
    return [fact.value for n in found if (fact := facts.get(name, n, key))]


@pytest.mark.parametrize("text", [CARDS, LETTER, MINUTES, SIDES, OVER])
def test_parties_roles_and_work_are_read_in_every_manner(text: str) -> None:
    facts = read(text)
    roles = dict(
        zip(values(facts, "parties", "name"), values(facts, "parties", "role"), strict=True)
    )
    assert roles == dict(zip(UNITS, ("lead", "participant"), strict=True))
    work = dict(
        zip(
            values(facts, "rd_division", "party"), values(facts, "rd_division", "text"), strict=True
        )
    )
    assert "深海浮标总体设计" in str(work[UNITS[0]])
    assert "水声信号处理算法研究" in str(work[UNITS[1]])
    assert "约定事项" not in str(work[UNITS[1]])
