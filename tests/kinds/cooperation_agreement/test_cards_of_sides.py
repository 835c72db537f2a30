"""Sides told first in the preamble and then on cards; clauses counted 01, 02; titles run in."""

from __future__ import annotations

import pytest

from docint.contracts import Tools
from docint.kinds.cooperation_agreement.kind import find
from docint.types.fact import Facts
from tests.printed import document_of, printed_page

CARDS = """深海探测协作契约
翊川精密仪器有限公司与澄海海洋大学为联合开展浮标研究，达成本协议。
{a}
{name}：翊川精密仪器有限公司
{part}：{lead}
法定代表人：卫青禾
{work}：深海浮标总体设计与样机试制
{b}
{name}：澄海海洋大学
{part}：{join}
法定代表人：江若溪
{work}：水声信号处理算法研究
共同条款
01 联合体自成立至终止的期间为2024年3月1日至2026年2月28日。
02 经费由各方自筹。
03 权属：各方投入的既有权利不转移。新形成的权利由作出贡献的单位共同申请、共同持有；
收入按份额分派。
04 未尽事宜另行商定。
"""


def _found(*lines: str) -> Facts:
    return find(document_of("cooperation-agreement", printed_page("\n".join(lines))), Tools())


def _value(facts: Facts, *path: str | int) -> object:
    made = facts.get(*path)
    return made and made.value


@pytest.mark.parametrize(
    "words",
    [
        ("关于甲方", "关于乙方", "名称", "身份", "牵头责任方", "协同责任方", "研究工作"),
        (
            "一、甲方基本情况",
            "二、乙方基本情况",
            "单位全称",
            "角色",
            "牵头主体",
            "参与主体",
            "工作内容",
        ),
        ("甲方", "乙方", "称", "作为", "联合体总体单位", "联合体参研单位", "所承担的研究工作"),
        ("【甲方】", "【乙方】", "法人名称", "为", "牵头法人", "参与法人", "职责分工"),
    ],
)
def test_a_card_tells_a_side_its_part_and_its_work(words: tuple[str, ...]) -> None:
    keys = ("a", "b", "name", "part", "lead", "join", "work")
    facts = _found(*CARDS.format(**dict(zip(keys, words, strict=True))).splitlines())
    for n, (label, name, role, person, work) in enumerate(
        (
            ("甲方", "翊川精密仪器有限公司", "lead", "卫青禾", "深海浮标总体设计与样机试制"),
            ("乙方", "澄海海洋大学", "participant", "江若溪", "水声信号处理算法研究"),
        )
    ):
        assert _value(facts, "parties", n, "label") == label
        assert _value(facts, "parties", n, "name") == name
        assert _value(facts, "parties", n, "role") == role
        assert _value(facts, "parties", n, "representative") == person
        assert _value(facts, "rd_division", n, "text") == work


def test_clauses_counted_with_a_nought_end_where_the_next_begins() -> None:
    keys = ("a", "b", "name", "part", "lead", "join", "work")
    words = ("关于甲方", "关于乙方", "名称", "身份", "牵头方", "参与方", "研究工作")
    facts = _found(*CARDS.format(**dict(zip(keys, words, strict=True))).splitlines())
    assert _value(facts, "ip_clause") == (
        "各方投入的既有权利不转移。新形成的权利由作出贡献的单位共同申请、共同持有；收入按份额分派。"
    )
    assert _value(facts, "valid_from") == "2024-03-01"
    assert _value(facts, "valid_until") == "2026-02-28"


@pytest.mark.parametrize("title", ["知识产权安排", "知识产权的归属和分享", "成果权利"])
def test_a_title_that_runs_into_its_clause_is_left_out(title: str) -> None:
    said = "本项目运行期间产出的专利，能够分清完成单位的，归完成单位；不能分清的，由各方各占一半。"
    facts = _found(
        "共同研制协议",
        "甲方：翊川精密仪器有限公司",
        "乙方：澄海海洋大学",
        "4·治理各方派代表组成工作委员会。",
        f"5·{title}{said}",
        "6·保密未经许可，各方不得对外提供资料。",
    )
    assert _value(facts, "ip_clause") == said


def test_what_belongs_to_a_side_is_no_title() -> None:
    said = "知识产权归属甲方，成果归属各方共有。"
    facts = _found(
        "共同研制协议",
        "甲方：翊川精密仪器有限公司",
        "乙方：澄海海洋大学",
        f"5.{said}",
        "6.其他事项另议。",
    )
    assert _value(facts, "ip_clause") == said


def test_the_title_of_an_agreement_allots_nothing() -> None:
    facts = _found(
        "联合攻关与成果分配协议书",
        "甲方：翊川精密仪器有限公司",
        "乙方：澄海海洋大学",
        "1.各方密切协作。",
    )
    assert _value(facts, "ip_clause") is None


HEADED = """医工合作协议
甲方：翊川精密仪器有限公司
丙方1：澄海海洋大学
丙方2：东屿检测研究院
第一条 各方职责
1.1 甲方职责
（1）担任项目总体单位，负责进度统筹；
（2）负责导航样机研制。
1.2 丙方1职责
（1）作为项目参研单位，接受检查；
（2）负责荧光成像算法研究。
1.3 丙方2职责
（1）作为项目参研单位，接受检查；
（2）负责样机检测与评价。
"""
RECORDS = """联合攻关任务表
甲方：翊川精密仪器有限公司
乙方：澄海海洋大学
任务1　深海浮标总体设计
责任方　甲方
完成时间　项目启动后十二个月内
任务2　水声信号处理算法研究
责任方　乙方
完成时间　项目启动后二十个月内
本表经各单位盖章后代替合作协议，各单位应当按照本表所列的任务和时间组织实施，并按季报送进展情况。
"""


def test_sides_may_share_a_letter_and_a_clause_of_their_own_tells_their_part() -> None:
    facts = _found(*HEADED.splitlines())
    told = [
        (_value(facts, "parties", n, "label"), _value(facts, "parties", n, "role"))
        for n in range(3)
    ]
    assert told == [("甲方", "lead"), ("丙方1", "participant"), ("丙方2", "participant")]
    assert _value(facts, "rd_division", 2, "party") == "东屿检测研究院"


def test_records_tell_a_task_and_below_it_who_bears_it() -> None:
    facts = _found(*RECORDS.splitlines())
    assert _value(facts, "rd_division", 0, "party") == "翊川精密仪器有限公司"
    assert _value(facts, "rd_division", 0, "text") == "深海浮标总体设计"
    assert _value(facts, "rd_division", 1, "party") == "澄海海洋大学"
    assert _value(facts, "rd_division", 1, "text") == "水声信号处理算法研究"


@pytest.mark.parametrize(
    ("said", "allots"),
    [
        ("谁研发、谁所有；合作研发的，共同署名、共同所有。", True),
        ("形成的专利权登记在完成该项工作的单位名下。", True),
        ("成果归谁所有，此次未作讨论，留待正式协议约定。", False),
        ("成果转化所得收益的分配，由各方在验收后另签协议。", False),
    ],
)
def test_results_left_to_a_later_agreement_are_not_allotted(said: str, allots: bool) -> None:
    sides = ("共同研制协议", "甲方：翊川精密仪器有限公司", "乙方：澄海海洋大学")
    facts = _found(*sides, "1、各方密切协作。", f"2、{said}", "3、其他事项另议。")
    assert (_value(facts, "ip_clause") is not None) == allots


CHANGED = """联合体变更协议
签订各方：翊川精密仪器有限公司、澄海海洋大学
各方此前约定由澄海海洋大学担任联合体的牵头单位，现作如下变更：
第1条 牵头单位由澄海海洋大学变更为翊川精密仪器有限公司，其权利和义务由翊川精密仪器有限公司承受。
第2条 变更后，联合体的参与单位为：澄海海洋大学。
"""
SUBPROJECTS = """项目联合实施协议
课题一 深海浮标总体设计
①课题承担单位：翊川精密仪器有限公司；
②课题负责人：卫青禾；
课题二 水声信号处理算法研究
①课题承担单位：澄海海洋大学；
②课题负责人：江若溪；
1.课题一的承担单位兼任本项目的牵头单位；其余课题的承担单位为本项目的参与单位。
"""
MEMO = """合作备忘录
翊川精密仪器有限公司、东屿海洋装备股份有
限公司、澄海海洋大学就深海浮标项目进行了商谈，形成以下共识，特此备忘，以便各方今后共同遵照执行。
关于组织。各方同意由翊川精密仪器有限公司负责总体，代表联合体办理手续；澄海海洋大学参加联合体。
关于分工。初步划分为：
深海浮标总体设计交由翊川精密仪器有限公司完成；
浮标试制与中试交由东屿海洋装备股份有限公司完成；
水声信号处理算法研究交由澄海海洋大学完成；
"""


def _sides(text: str) -> list[tuple[object, object]]:
    facts = _found(*text.splitlines())
    found = sorted(facts.under("parties").keys())
    return [
        (_value(facts, "parties", n, "name"), _value(facts, "parties", n, "role")) for n in found
    ]


def test_a_change_of_lead_leaves_the_new_one() -> None:
    assert _sides(CHANGED) == [
        ("翊川精密仪器有限公司", "lead"),
        ("澄海海洋大学", "participant"),
    ]


def test_bearers_of_tasks_are_the_sides_where_no_others_are_named() -> None:
    assert _sides(SUBPROJECTS) == [
        ("翊川精密仪器有限公司", "lead"),
        ("澄海海洋大学", "participant"),
    ]
    facts = _found(*SUBPROJECTS.splitlines())
    assert _value(facts, "parties", 0, "representative") is None
    assert _value(facts, "rd_division", 1, "text") == "水声信号处理算法研究"


def test_a_companys_form_broken_over_lines_is_one_name() -> None:
    names = [name for name, _ in _sides(MEMO)]
    assert names == ["翊川精密仪器有限公司", "东屿海洋装备股份有限公司", "澄海海洋大学"]
    assert _sides(MEMO)[0][1] == "lead"
    facts = _found(*MEMO.splitlines())
    told = {str(_value(facts, "rd_division", n, "text")) for n in facts.under("rd_division").keys()}  # noqa: SIM118 - Facts is no mapping
    assert not any("商谈" in text for text in told)


def test_a_card_heading_that_a_full_line_swallowed_lends_no_other_sides_name() -> None:
    facts = _found(
        "共同研制协议",
        "关于甲方",
        "名称：翊川精密仪器有限公司",
        "身份：联合体总体单位",
        "研究工作：深海浮标总体设计与样机试制及海上试验验证并提交成果关于乙方",
        "名称：澄海海洋大学",
        "身份：联合体参研单位",
        "研究工作：水声信号处理算法研究",
    )
    assert _value(facts, "parties", 0, "label") == "甲方"
    assert _value(facts, "parties", 0, "name") == "翊川精密仪器有限公司"


def test_an_end_without_a_beginning_is_no_length_in_years() -> None:
    facts = _found(
        "合作协议",
        "甲方：翊川精密仪器有限公司",
        "乙方：澄海海洋大学",
        "1.本协议自双方签字之日起生效，有效期至2027年12月31日。",
        "签订日期：2024年11月8日",
    )
    assert _value(facts, "valid_until") == "2027-12-31"
    assert _value(facts, "valid_from") == "2024-11-08"


def test_rows_without_rules_charge_nobody_with_a_label_or_with_several_sides_work() -> None:
    facts = _found(
        "项目合作研发协议",
        "项目名称    高性能气瓶",
        "合作单位    牵头单位（甲方）    翊川精密仪器有限公司",
        "            参加单位（乙方）    澄海创新创业园",
        "            参加单位（丙方）    东屿检测研究院",
        "主要内容    甲方：气瓶结构设计与工艺开发",
        "            乙方：疲劳寿命预测模型研究",
        "            丙方：型式试验与检测",
        "成果归属    各自取得的成果归各自所有，共同取得的成果归共同所有",
        "起止时间    2024年1月1日至2025年12月31日",
    )
    shares = facts.under("rd_division").keys()
    told = [str(_value(facts, "rd_division", n, "text")) for n in sorted(shares)]
    assert not any("主要内容" in text or "乙方：" in text for text in told)
    assert _value(facts, "parties", 0, "role") == "lead"
    assert _value(facts, "ip_clause") == "各自取得的成果归各自所有，共同取得的成果归共同所有"
