"""Parties side by side: in columns of a page, in a table's columns, in a row to sign on."""

from __future__ import annotations

import pytest

from docint.contracts import Tools
from docint.kinds.cooperation_agreement.kind import find
from docint.types.fact import Facts
from tests.printed import document_of, printed_page

BLOCKS = """创新联合体合作协议

甲方：蓝鲸海工装备（深圳）有限公司            乙方：南粤海洋工程大学
法定代表人：司马光宗                          法定代表人：上官婉如
丙方：深圳市海洋新能源研究院                  丁方：广东省船舶行业协会
法定代表人：夏侯元让                          法定代表人：东方既白

一、各方同意由甲方牵头组建创新联合体。
"""
ACROSS = """合作协议书

项目            甲方                            乙方                        丙方
单位名称        苏州衡石新材料股份有限公司      江南工业大学                苏州市第三人民医院
法定代表人      钟离恪                          秦川                        苗青
角色            牵头单位                        参与单位                    参与单位
研究任务        骨修复材料配方与制备            材料降解机理研究            动物实验与临床验证

一、知识产权
共同成果由三方共有。
"""
SIGNED = """合作协议
甲方（牵头单位）：蓝鲸海工装备（深圳）有限公司
乙方（参与单位）：南粤海洋工程大学
第一条 成果归属
各方独立完成的成果归各自所有，共同完成的成果由双方共有，按贡献分享收益。
甲方（盖章）：蓝鲸海工装备（深圳）有限公司      乙方（盖章）：南粤海洋工程大学
法定代表人：司马光宗                            法定代表人：上官婉如
"""


def read(text: str, *, plain: bool = False) -> Facts:
    page = printed_page(text, plain=plain)
    return find(document_of("cooperation-agreement", page), Tools())


def each(facts: Facts, *keys: str) -> list[tuple[object, ...]]:
    return [
        tuple(fact.value if (fact := facts.get("parties", n, key)) else None for key in keys)
        for n in facts.under("parties").keys()  # noqa: SIM118 - Facts is no mapping
    ]


def test_a_party_has_the_representative_of_its_own_column() -> None:
    assert each(read(BLOCKS), "label", "representative") == [
        ("甲方", "司马光宗"),
        ("乙方", "上官婉如"),
        ("丙方", "夏侯元让"),
        ("丁方", "东方既白"),
    ]


def test_a_table_may_give_every_party_a_column() -> None:
    facts = read(ACROSS)
    assert each(facts, "label", "name", "role", "representative") == [
        ("甲方", "苏州衡石新材料股份有限公司", "lead", "钟离恪"),
        ("乙方", "江南工业大学", "participant", "秦川"),
        ("丙方", "苏州市第三人民医院", "participant", "苗青"),
    ]
    work = [fact.value for fact in facts.under("rd_division") if fact.path[-1] == "text"]
    assert work == ["骨修复材料配方与制备", "材料降解机理研究", "动物实验与临床验证"]


@pytest.mark.parametrize("plain", [False, True])
def test_names_in_a_row_to_sign_on_keep_their_own_representatives(plain: bool) -> None:
    text = SIGNED
    if plain:  # a table's cells follow each other
        text = "\n".join(
            part for part in SIGNED.replace("      ", "\n").split("\n") if part.strip()
        )
    assert each(read(text, plain=plain), "representative") == [("司马光宗",), ("上官婉如",)]


SHORT = """产学研用合作协议书
立约各方：
序号      单位名称（简称）                            联合体身份        法定代表人
1         深圳市昱能直流电气有限公司（昱能直流）      理事长单位        轩辕敬
2         南方建筑科技大学（南建大）                  成员单位          令狐安

一、合作任务
昱能直流牵头研制直流配电成套装备；
南建大重点突破建筑柔性用电控制策略。
二、知识产权归谁
谁完成归谁；几家一起完成的，由几家共有。本条所称知识产权包括专利和技术秘密。
"""


def test_a_short_name_in_a_cell_is_no_part_of_the_name_and_names_the_party() -> None:
    facts = read(SHORT)
    assert each(facts, "name", "role", "representative") == [
        ("深圳市昱能直流电气有限公司", "lead", "轩辕敬"),
        ("南方建筑科技大学", "participant", "令狐安"),
    ]
    work = [fact.value for fact in facts.under("rd_division") if fact.path[-1] == "party"]
    assert work == ["深圳市昱能直流电气有限公司", "南方建筑科技大学"]


def test_a_clause_that_allots_and_then_defines_is_one() -> None:
    clause = read(SHORT).get("ip_clause")
    assert clause is not None
    assert str(clause.value).startswith("谁完成归谁")
