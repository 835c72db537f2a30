"""建设运营方案: the eight parts that the program asks for."""

from __future__ import annotations

from random import Random

from corpora.blocks import Block, Heading, Prose, Shown, Title
from corpora.papers.plan_aims import AIMS
from corpora.papers.plan_funds import FUNDS
from corpora.papers.plan_prose import PROSE
from corpora.papers.plan_summaries import SUMMARIES
from corpora.world import World

_ARABIC = ("{}．", "{}　", "{}. ", "Part {}　", "{}）", "§{}　", "Ⅰ-{}　", "{}、　")
SECTIONS = (
    "项目简介", "项目实施的背景和意义", "技术发展趋势及国内外发展现状", "项目主要研究内容", "项目预期目标", "项目实施方案",
    "现有的工作基础和条件", "研发团队",
)  # fmt: skip
_NAMES = {
    "main": (SECTIONS, SECTIONS, (
    "项目概况", "实施背景与意义", "技术发展趋势与国内外现状", "主要研究内容", "预期目标与绩效指标", "实施方案与进度安排",
    "工作基础与支撑条件", "研发团队介绍",
    ), (
    "联合体及项目简述", "建设背景与必要性", "国内外技术现状与发展趋势", "研究内容与关键技术", "建设目标及指标", "组织实施与保障措施",
    "已有工作基础", "人才团队",
    ), (
        "项目基本情况介绍", "立项背景及重要意义", "国内外发展现状与技术发展趋势", "研究开发内容", "项目目标与考核指标", "技术路线及实施方案",
        "前期工作基础与条件保障", "项目研发团队及分工",
    ), (
        "联合体概要", "组建的背景和意义", "行业技术趋势及国内外现状分析", "拟开展的主要研究内容", "拟实现的预期目标", "项目组织实施方案",
        "工作基础和条件", "团队组成情况",
    ), (
        "项目概述", "项目建设背景和重要意义", "国内外技术现状和发展趋势分析", "研究内容与任务", "总体目标和绩效指标", "实施计划与组织方案",
        "现有基础与支撑保障条件", "研发队伍情况",
    ), (
        "联合体基本情况简介", "必要性及意义", "技术趋势与国内外研究现状", "重点研究方向和内容", "两年建设目标", "项目实施路径及经费方案",
        "研发基础和条件", "首席专家及研发团队",
    ), (
        "总论", "建设的必要性与战略意义", "国内外技术发展动态与趋势研判", "主攻任务和研究内容", "发展目标与量化指标", "推进步骤与经费概算",
        "建设基础与保障", "队伍建设",
    ), (
        "创新联合体基本信息", "项目提出的背景、目的和意义", "国内外相关技术发展概况及趋势", "研发任务分解", "绩效目标申报", "实施进度与资金安排",
        "单位现有条件和工作基础", "项目组人员构成",
    ), (
        "简要说明", "组建背景和重大意义", "相关领域技术现状、趋势与差距", "攻关方向及内容", "阶段目标和最终目标", "运行机制与经费使用方案",
        "平台设施和前期成果", "核心研发人员简介",
    ),
        (
        "方案摘要", "为什么要组建联合体：背景与意义", "技术走向与国内外现状研判", "研究任务", "目标与关键绩效指标", "实施路径、里程碑与经费",
        "我们的基础", "核心团队",
    ), (
        "联合体简介", "项目背景、目的及意义", "国内外同类技术比较及发展动态", "研发内容与技术要点", "考核目标", "工作计划及资金计划",
        "支撑条件与前期积累", "组织与人员",
    ), (
        "项目综述", "建设意义及市场背景分析", "行业现状及技术发展趋势研究", "攻关内容", "建设成效预期", "推进措施与投资估算",
        "平台基础及资源条件", "专家与技术骨干",
    ),
(
        "联合体情况综述", "组建缘起与现实意义", "国内外技术进展及走势", "攻关任务与研究内容", "预期成效与考核指标", "实施步骤与资金测算",
        "依托条件与工作积累", "首席专家与骨干队伍",
    ), (
        "项目摘要", "立项必要性和意义", "同领域技术发展状况及趋势", "主要任务", "拟达到的目标", "组织实施与经费",
        "已具备的基础条件", "人员与团队",
    ), (
        "组建单位及周期", "背景分析与建设意义", "国内外现状与技术发展方向", "研究开发的主要内容", "目标任务及量化考核", "运行方式、进度和预算",
        "研发条件与前期基础", "研发人员及负责人",
    ), (
        "项目要览", "建设动因与价值", "技术前沿动态和国内外水平对比", "协同攻关内容", "绩效承诺", "推进安排与经费筹划",
        "资源条件与前期铺垫", "人员配置",
    ), (
        "基本信息", "为何立项：产业背景和意义", "国内外发展态势与技术方向", "研发课题设置", "预期成果及验收指标", "进度、组织与经费使用",
        "工作积累和条件支撑", "团队结构与骨干介绍",
    ), (
        "引言", "需求分析及建设意义", "国内外现状述评与趋势判断", "课题任务书摘要", "建设期目标", "实施办法和资金使用方案",
        "已有平台、设备与业绩", "研究队伍",
    ), (
        "联合体设立说明", "政策依据、背景与意义", "同类技术国内外比较和演进方向", "主要科研任务", "成效指标", "组织推进与预算编制",
        "软硬件条件及合作基础", "技术带头人和研发人员",
    )),
    "held-out": ((
        "项目提要", "建设缘起及重要意义", "国内外技术水平与未来走势", "科研攻关任务", "预期效果与考核", "工作部署及资金预算",
        "科研基础与支撑平台", "人力资源安排",
    ), (
        "联合体名片", "市场需求、建设背景与意义", "技术对标：国内外现状与趋势", "研究课题与关键问题", "目标值一览", "实施步骤、治理与经费",
        "起步条件", "研发队伍与带头人",
    ), (
        "事项概述", "立项依据及意义", "国内外研究动态与发展趋势", "研究内容和拟解决的关键问题", "预定目标", "执行方案与费用",
        "研究基础与工作条件", "研究人员组成",
    )),
}  # fmt: skip
_MARKS = {
    "main": (
        "{}、",
        "（{}）",
        "第{}部分　",
        "{}．",
        "第{}章　",
        "{}　",
        "{}. ",
        "第{}节　",
        "【{}】",
        "{}　　",
        "第{}篇　",
        "Part {}　",
        "{}）",
        "〔{}〕",
        "{}／",
        "{}·",
        "［{}］",
        "§{}　",
        "第{}、",
        "◎{}　",
        "{}：",
        "{}、　",
        "（第{}部分）",
        "第 {} 部分：",
        "Ⅰ-{}　",
    ),
    "held-out": ("▍{}　", "{}﹒", "其{}　", "第{}条目　"),
}
_TITLES = {
    "main": (
        ("", "建设运营方案"), ("", "建设方案"), ("", "建设运营工作方案"), ("关于组建", "的实施方案"),
        ("", "建设与运营方案"), ("", "运营建设方案"), ("《", "》建设运营方案"), ("", "项目建设运营实施方案"),
        ("", "组建与运营方案"), ("", "（建设运营方案）"), ("共建", "建设运营方案"), ("", "建设运营总体方案"),
        ("", "建设运营实施意见"), ("", "组建运行方案"), ("关于建设运营", "的工作方案"), ("“", "”建设运营方案（报批稿）"),
        ("", "——建设运营方案（送审稿）"), ("“", "”建设及运营策划方案"), ("", "建设运营规划"), ("附件：", "建设运营方案"),
        ("", "建设和运营方案（申报稿）"), ("", "组建及运营计划书"), ("「", "」建设运营方案"), ("关于", "建设运营的方案"),
        ("", "建设运营任务方案（修订稿）"), ("【", "】建设及运营方案"), ("", "（两年期）建设运营方案"), ("拟组建", "之建设运营方案"), ("", "筹建与运营工作方案"),
    ),
    "held-out": (
        ("", "建设运营方案书"), ("附：", "的建设与运营方案"), ("", "建设运营方案（专家论证稿）"), ("推进", "建设运营的总体方案"),
    ),
}  # fmt: skip


def blocks(world: World, random: Random, group: str) -> list[Block]:
    """The plan as blocks."""
    names, form = random.choice(_NAMES[group]), random.choice(_MARKS[group])
    before, after = random.choice(_TITLES[group])
    texts = random.choice(PROSE[group])
    summary, targets, budget = (random.choice(ways[group]) for ways in (SUMMARIES, AIMS, FUNDS))
    bodies = (
        summary(world), _prose(texts["background"], world, random), _prose(texts["state"], world, random), _contents(world),
        targets(world), [*_prose(texts["steps"], world, random), *budget(world)], _prose(texts["basis"], world, random), _team(world),
    )  # fmt: skip
    made: list[Block] = [Title((before, Shown("project_name", world.project), after))]
    number = 0
    for heading, name, body in zip(SECTIONS, names, bodies, strict=True):
        if f"no-section:{heading}" in world.flags:
            continue
        mark = form.format(number + 1 if form in _ARABIC else "一二三四五六七八"[number])
        made += [Heading(Shown(f"sections.{number}", f"{mark}{name}", name)), *body]
        number += 1
    return made


def _prose(texts: tuple[str, ...], world: World, random: Random) -> list[Block]:
    count = random.randrange(20, 90)
    return [Prose((text.format(world.subject, count),)) for text in texts]


def _contents(world: World) -> list[Block]:
    return [Prose((f"{name}{task}。",)) for name, task in world.tasks.items()]


def _team(world: World) -> list[Block]:
    chief, leader = world.chief, world.leader
    people = "；".join(f"{p.name}，{p.title}，{p.employer}，负责{p.role}" for p in world.team)
    return [
        Prose((f"首席技术负责人{chief.name}，{chief.title}，现任职于{chief.employer}。",)),
        Prose((f"项目负责人{leader.name}，{leader.title}。其他主要成员：{people}。",)),
    ]
