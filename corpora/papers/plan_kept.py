"""Titles, numbering and headings of plans that nobody tunes on."""

from __future__ import annotations

from corpora.blocks import Block, Break, Pairs, Parts, Prose, Title
from corpora.papers.plan_facts import Mark, Names, Opening, months, project
from corpora.print_forms import day
from corpora.world import World

NAMES: tuple[Names, ...] = (
    ((
        "项目速览", "建设背景阐述及意义", "国内外技术发展水平与趋势分析", "研究任务与技术攻关点", "目标体系及考核口径", "实施安排与资金投入",
        "已有条件和前期工作", "核心研发力量",
    ), (0, 1, 2, 3, 4, 5, 6, 7)),
    ((
        "联合体设立概况", "组建的现实背景与长远意义", "技术发展态势（国内、国外）", "研究工作内容", "建设期应达目标", "运行实施方案（含经费）",
        "承担单位工作基础及条件", "主要研发人员情况",
    ), (0, 1, 2, 4, 3, 7, 6, 5)),
    ((
        "一页读懂本项目", "为什么做：背景和意义", "别人做到哪一步：国内外现状与技术趋势", "做什么：主要研究内容", "做成什么样：预期目标",
        "怎么做、怎么花：实施方案", "凭什么能做：工作基础和条件", "谁来做：研发团队",
    ), (0, 1, 2, 3, 4, 7, 6, 5)),
    ((
        "项目简况", "提出背景与实施意义", "国际国内发展现状、技术演进趋势", "研究开发任务书", "指标与成果目标", "组织管理、实施进度及经费",
        "研究条件与工作基础说明", "团队力量",
    ), (0, 7, 6, 1, 2, 3, 4, 5)),
    ((
        "建设项目概要说明", "战略背景、现实需求与建设意义", "国内外技术现状扫描及未来趋势", "重点攻关任务及主要研究内容", "预期目标（含绩效）", "实施路线图与保障",
        "既有基础和条件", "带头人及科研团队",
    ), (0, 1, 2, 3, 5, 4, 6, 7)),
)  # fmt: skip
"""What the eight parts are called, and in which order they come."""

_CAPITAL = tuple("壹贰叁肆伍陆柒捌")
MARKS: tuple[Mark, ...] = (
    ("{}、", _CAPITAL, False),
    ("{}　", _CAPITAL, True),
    ("{}、", tuple("甲乙丙丁戊己庚辛"), False),
    ("{} ｜ ", tuple(f"0{n}" for n in range(1, 9)), False),
    ("{}.0　", tuple("12345678"), False),
    ("{}. ", tuple("ⅠⅡⅢⅣⅤⅥⅦⅧ"), False),
    ("■　", tuple("12345678"), False),
    ("模块{}　", tuple("一二三四五六七八"), True),
    ("{}．", tuple("ABCDEFGH"), False),
)
"""How headings are numbered, and whether they are bars of a table."""


def _cover(world: World, _: list[str]) -> list[Block]:
    """A cover of its own: what it is, for whom, by whom, when."""
    rows = (
        ("联合体名称", project(world)), ("编制单位", world.lead.name), ("联系电话", world.lead.phone or "见申请表"),
        ("编制日期", day(world.applied_on, 1)),
    )  # fmt: skip
    return [Title(("创新联合体建设运营方案",)), Pairs(rows, 1, ruled=False), Break()]


def _two_lines(world: World, _: list[str]) -> list[Block]:
    """A title in two lines, a bracket below it."""
    return [
        Title((project(world),)),
        Title(("建 设 运 营 方 案",)),
        Prose((f"（{months(world)}个月建设期）",), indent=False),
    ]


def _annex(world: World, _: list[str]) -> list[Block]:
    """An annex to a letter: its number above, the name in a line below the title."""
    return [
        Prose(("附件2",), indent=False),
        Title(("建设运营方案",)),
        Prose(("联合体（项目）名称：", project(world)), indent=False),
        Prose((f"填报单位：{world.lead.name}　　填报时间：{day(world.applied_on, 8)}",), indent=False),
    ]  # fmt: skip


def _with_contents(world: World, heads: list[str]) -> list[Block]:
    """A list of contents on a page of its own."""
    listed = [Prose((head,), indent=False) for head in heads]
    return [
        Title((project(world), "组建暨运营方案文本")),
        Prose(("目　　录",), indent=False),
        *listed,
        Break(),
    ]


def _controlled(world: World, _: list[str]) -> list[Block]:
    """A document under control, as a software house keeps it."""
    made = day(world.applied_on, 3)
    rows = (
        ("文件名称", Parts((project(world), "建设运营方案"))), ("文件编号", f"LHT-{world.applied_on.year}-JS-01"),
        ("版本", "V1.2"), ("密级", "内部"), ("编制日期", made), ("发布状态", "正式"),
    )  # fmt: skip
    return [Title(("建设运营方案",)), Pairs(rows, 2)]


OPENINGS: tuple[Opening, ...] = (_cover, _two_lines, _annex, _with_contents, _controlled)
