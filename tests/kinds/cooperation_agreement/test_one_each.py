from __future__ import annotations

import pytest

from docint.contracts import Tools
from docint.kinds.cooperation_agreement.kind import find
from tests.printed import document_of, printed_page

UNITS = {"甲方": "衢州白浪仪表有限公司", "乙方": "丽水工学院", "丙方": "台州青岩精密制造有限公司"}
WORKS = ("微型阀体样机的研制", "阀芯寿命的试验与评价", "整机产线的部署和推广")
WAYS = (
    "{work}归口{who}办理。",
    "{work}——{who}。",
    "{who}主抓{work}。",
    "{who}名下的任务有{work}。",
    "{work}责任人：{who}。",
)


def shares(clause: str) -> dict[str, str]:
    parties = "\n".join(f"{label}：{unit}" for label, unit in UNITS.items())
    page = printed_page(
        f"创新联合体合作协议\n{parties}\n一、联合体的组成\n甲方为牵头单位，乙方、丙方为参与单位。\n"
        f"二、研发分工\n{clause}\n三、知识产权\n各方独立完成的成果归各自所有。\n"
    )
    facts = find(document_of("cooperation-agreement", page), Tools())
    found = {}
    for n in facts.under("rd_division").keys():  # noqa: SIM118 - Facts is no mapping
        party, text = facts.get("rd_division", n, "party"), facts.get("rd_division", n, "text")
        if party and text:
            found[str(party.value)] = str(text.value)
    return found


@pytest.mark.parametrize("way", WAYS)
def test_a_sentence_to_each_party_is_its_share_whatever_its_verb(way: str) -> None:
    lines = [way.format(who=who, work=work) for who, work in zip(UNITS, WORKS, strict=True)]
    found = shares("\n".join(lines))
    assert set(found) == set(UNITS.values())
    for unit, work in zip(UNITS.values(), WORKS, strict=True):
        assert work in found[unit]


def test_sentences_on_money_and_manners_are_nobodys_share() -> None:
    assert not shares("甲方的研发经费专款专用。\n乙方对测试数据不得外传。\n丙方有权查阅研究资料。")


def test_a_label_read_as_its_lookalike_names_the_same_party() -> None:
    page = printed_page(
        "创新联合体合作协议\n甲方：衢州白浪仪表有限公司\n乙方：丽水工学院\n"
        "丙方：台州青岩精密制造有限公司\n一、研发分工\n甲方负责样机研制。\n乙方负责寿命试验。\n"
        "内方负责整机产线的设计。\n二、知识产权\n各方独立完成的成果归各自所有。\n",
        origin="ocr",
    )
    facts = find(document_of("cooperation-agreement", page), Tools())
    found = [facts.get("rd_division", n, "party") for n in range(3)]
    assert [fact.value for fact in found if fact] == [
        "衢州白浪仪表有限公司",
        "丽水工学院",
        "台州青岩精密制造有限公司",
    ]
