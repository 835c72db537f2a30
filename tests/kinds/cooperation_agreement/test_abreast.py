"""Lists in columns without rules: names on the left, on the right what is told of each."""

from __future__ import annotations

from docint.contracts import Tools
from docint.kinds.cooperation_agreement.kind import find
from docint.types.fact import Facts
from tests.printed import document_of, printed_page

FRONT = """海洋观测装备联合体协议

甲方        蓝鲸海工装备（深圳）有限公司              法人代表
            注册地址：深圳市盐田区海景二路8号         司马光宗
乙方        南粤海洋工程大学                          法人代表
            注册地址：广州市番禺区大学城外环路1号     上官婉如

（一）【地位】联合体由链主单位甲方统筹，其余各方均为协作单位。
（二）【任务】围绕海洋观测，各方按下列分配开展研发：
1）蓝鲸海工装备（深圳）      按年度计划推进深海浮标总体设计及
有限公司                     成果产业化
2）南粤海洋工程大学          承揽水声信号处理算法研究并向各方
                             提交可验证的成果
（三）【保密】各方对非公开信息负保密义务。
"""
BRACKETS = """协同攻关协议
签约各方
（1）蓝鲸海工装备（深圳）有限公司〈主承担单位〉（“甲方”）
住所深圳市盐田区海景二路8号；法定代表人司马光宗
（2）南粤海洋工程大学〈协作承担单位〉（“乙方”）
住所广州市番禺区大学城外环路1号；法定代表人上官婉如
鉴于
（A）各方拟共建联合体；
1. 工作范围
（a）甲方之工作范围：负责深海浮标总体设计；
（b）乙方之工作范围：按计划推进水声信号处理算法研究；
"""
ANNEX = """共建协议
本协议由蓝鲸海工装备（深圳）有限公司（住深圳市盐田区海景二路8号，法定代表人司马光宗，下称“甲方”）、南粤海洋工程大学（住广州市番禺区大学城外环路1号，下称“乙方”）共同签订。
一、任务划分详见附表。
附表
承担单位                          合作身份        承担的研究任务
蓝鲸海工装备（深圳）有限公司      牵头建设方      深海浮标总体设计
南粤海洋工程大学                  参与建设方      水声信号处理算法研究
"""


def read(text: str) -> Facts:
    return find(document_of("cooperation-agreement", printed_page(text)), Tools())


def each(facts: Facts, list_name: str, *keys: str) -> list[tuple[object, ...]]:
    return [
        tuple(fact.value if (fact := facts.get(list_name, n, key)) else None for key in keys)
        for n in facts.under(list_name).keys()  # noqa: SIM118 - Facts is no mapping
    ]


def test_a_row_of_columns_names_label_unit_and_who_stands_under_the_word_for_it() -> None:
    assert each(read(FRONT), "parties", "label", "name", "role", "representative") == [
        ("甲方", "蓝鲸海工装备（深圳）有限公司", "lead", "司马光宗"),
        ("乙方", "南粤海洋工程大学", "participant", "上官婉如"),
    ]


def test_a_name_broken_in_its_column_leaves_the_work_beside_it_whole() -> None:
    assert each(read(FRONT), "rd_division", "party", "text") == [
        ("蓝鲸海工装备（深圳）有限公司", "按年度计划推进深海浮标总体设计及成果产业化"),
        ("南粤海洋工程大学", "承揽水声信号处理算法研究并向各方提交可验证的成果"),
    ]


def test_roles_stand_in_brackets_of_any_kind_and_recitals_end_what_is_before_them() -> None:
    facts = read(BRACKETS)
    assert each(facts, "parties", "label", "role", "representative") == [
        ("甲方", "lead", "司马光宗"),
        ("乙方", "participant", "上官婉如"),
    ]
    assert each(facts, "rd_division", "text") == [
        ("负责深海浮标总体设计；",),
        ("按计划推进水声信号处理算法研究；",),
    ]


def test_a_table_of_work_tells_each_ones_part_in_the_consortium() -> None:
    assert each(read(ANNEX), "parties", "label", "role") == [
        ("甲方", "lead"),
        ("乙方", "participant"),
    ]


BEHIND = """联合体权利义务协议
甲方：蓝鲸海工装备（深圳）有限公司
乙方：南粤海洋工程大学
§1 释义
“主办单位”指甲方，“协办单位”指乙方。
§2 工作分配
下列任务由所列一方承担：
牵头编制深海浮标总体设计的细则      ——蓝鲸海工装备（深圳）有限公司
并组织实施
以包干方式完成水声信号处理算法      南粤海洋工程大学
研究
§3 知识产权
各方独立完成的成果归各自所有。
"""


def test_names_behind_their_tasks_bear_them_and_section_signs_number_clauses() -> None:
    facts = read(BEHIND)
    assert each(facts, "parties", "role") == [("lead",), ("participant",)]
    assert each(facts, "rd_division", "party", "text") == [
        ("蓝鲸海工装备（深圳）有限公司", "牵头编制深海浮标总体设计的细则并组织实施"),
        ("南粤海洋工程大学", "以包干方式完成水声信号处理算法研究"),
    ]
    clause = facts.get("ip_clause")
    assert clause
    assert clause.value == "各方独立完成的成果归各自所有。"
