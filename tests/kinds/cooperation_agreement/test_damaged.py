"""The same agreement in damaged text: it is understood alike, and quoted as it was printed."""

from __future__ import annotations

import pytest

from docint.contracts import Tools
from docint.kinds.cooperation_agreement.kind import find
from docint.types.fact import Facts
from tests.printed import document_of, printed_page

TEXT = """创新联合体合作协议
甲方（牵头单位）：江陵云帆航空技术有限公司
乙方（参与单位）：青岚机器人股份有限公司
第一条 研发内容分工
甲方负责雷达样机研制，乙方负责运动控制算法研究。
第二条 知识产权
项目形成的专利权归甲方所有。
"""
TRADITIONAL = """創新聯合體合作協議
甲方（牽頭單位）：江陵雲帆航空技術有限公司
乙方（參與單位）：青嵐機器人股份有限公司
第一條 研發內容分工
甲方負責雷達樣機研製，乙方負責運動控制算法研究。
第二條 知識產權
項目形成的專利權歸甲方所有。
"""
TWICE = "".join(char if char in "\n " else char * 2 for char in TEXT)
DAMAGED = {
    "traditional characters": TRADITIONAL,
    "readings in brackets": TEXT.replace("青岚", "青（qīng）岚（lán）"),
    "bold print drawn twice": TWICE,
    "private-use glyphs": TEXT.replace("云帆", "云\ue012帆").replace("第一条", "\uf0b7第一条"),
    "a watermark of zero-width marks": TEXT.replace("方", "方\u200b\u2060"),
    "full-width marks": TEXT.replace("：", "﹕").replace("（", "﹙").replace("）", "﹚"),
}


def read(text: str) -> Facts:
    return find(document_of("cooperation-agreement", printed_page(text, plain=True)), Tools())


@pytest.mark.parametrize("text", DAMAGED.values(), ids=list(DAMAGED))
def test_damage_does_not_change_what_is_understood(text: str) -> None:
    facts = read(text)
    roles = [fact.value if (fact := facts.get("parties", n, "role")) else None for n in (0, 1)]
    assert roles == ["lead", "participant"]
    assert facts.get("rd_division", 1, "party") is not None
    assert facts.get("ip_clause") is not None


@pytest.mark.parametrize(
    ("damage", "value", "raw"),
    [
        ("traditional characters", "青嵐機器人股份有限公司", "青嵐機器人股份有限公司"),
        ("readings in brackets", "青岚机器人股份有限公司", "青（qīng）岚（lán）机器人股份有限公司"),
        ("bold print drawn twice", "青岚机器人股份有限公司", TWICE.split("\n")[2][18:]),
    ],
)  # fmt: skip
def test_the_raw_print_is_kept(damage: str, value: str, raw: str) -> None:
    name = read(DAMAGED[damage]).get("parties", 1, "name")
    assert name is not None
    assert name.value == value
    assert name.evidence[0].quote == raw


def test_a_companys_form_misread_in_one_character_still_ends_its_name() -> None:
    text = (
        "合作协议\n立约单位：翊川精密仪器（深圳）有限公浴、南方海洋大学和岫峰能源有限责任公河。\n"
        "第一条 组织\n联合体由翊川精密仪器（深圳）有限公司牵头组建，其余各方均为参与单位。\n"
        "第二条 分工\n翊川精密仪器（深圳）有限公司负责总体设计。南方海洋大学将苁事算法研究。\n"
        "岫峰能源有限责任公司负责样机研制。\n"
    )
    page = printed_page(text, origin="ocr")
    facts = find(document_of("cooperation-agreement", page), Tools())
    names = [facts.get("parties", n, "name") for n in range(3)]
    assert [name and name.value for name in names] == [
        "翊川精密仪器（深圳）有限公司", "南方海洋大学", "岫峰能源有限责任公司",
    ]  # fmt: skip
    shares = [facts.get("rd_division", n, "party") for n in range(3)]
    assert {share and str(share.value)[:4] for share in shares} == {
        "翊川精密", "南方海洋", "岫峰能源",
    }  # fmt: skip


def test_parts_and_colons_misread_on_a_scan_still_name_their_bearers() -> None:
    text = """联合体协议
甲方;翊川精密仪器有限公司
乙方:澄海海洋大学
一、甲方为本联合体的牵头羊位,乙方为本联合体的爹与单位。
"""
    page = printed_page(text, origin="ocr", score=0.97)
    facts = find(document_of("cooperation-agreement", page), Tools())
    names = [fact and fact.value for fact in (facts.get("parties", n, "name") for n in (0, 1))]
    assert names == ["翊川精密仪器有限公司", "澄海海洋大学"]
    lead = facts.get("parties", 0, "role")
    assert lead
    assert lead.value == "lead"
