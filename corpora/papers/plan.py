"""建设运营方案: the eight parts that the program asks for."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random

from corpora.blocks import Block, Grid, Heading, Inline, Prose, Shown, Title
from corpora.print_forms import day, rounded, tens
from corpora.world import World

Ways = dict[str, tuple[Callable[[World], list[Block]], ...]]
"""Ways to write a part, by group."""
_ARABIC = ("{}．", "{}　", "{}. ")
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
    )),
    "held-out": ((
        "项目概述", "项目建设背景和重要意义", "国内外技术现状和发展趋势分析", "研究内容与任务", "总体目标和绩效指标", "实施计划与组织方案",
        "现有基础与支撑保障条件", "研发队伍情况",
    ), (
        "联合体基本情况简介", "必要性及意义", "技术趋势与国内外研究现状", "重点研究方向和内容", "两年建设目标", "项目实施路径及经费方案",
        "研发基础和条件", "首席专家及研发团队",
    )),
}  # fmt: skip
_MARKS = {
    "main": ("{}、", "（{}）", "第{}部分　", "{}．", "第{}章　", "{}　"),
    "held-out": ("{}. ", "第{}节　", "（{}）"),
}
_TITLES = {
    "main": (
        ("", "建设运营方案"), ("", "建设方案"), ("", "建设运营工作方案"), ("关于组建", "的实施方案"),
        ("", "建设与运营方案"), ("", "运营建设方案"), ("《", "》建设运营方案"), ("", "项目建设运营实施方案"),
    ),
    "held-out": (("", "组建与运营方案"), ("", "（建设运营方案）"), ("共建", "建设运营方案"), ("", "建设运营总体方案")),
}  # fmt: skip
_PROSE_OF_A_LINK = {
    "background": (
        "{0}处于产业链上游，长期依赖进口，供应不稳的风险逐年上升，亟须由链主企业组织上下游共同攻关。",
        "省、市先后出台政策支持组建任务型创新联合体，本区已具备集聚要素、先行先试的条件。",
    ),
    "state": (
        "欧美日企业占据高端市场八成以上份额；国内在中低端产品上已实现替代，高端环节尚处样机阶段。",
        "预计未来三至五年，{0}将向集成化、标准化方向演进，应用场景由点及面展开。",
    ),
    "steps": (
        "由理事会统一决策、专家委员会提供咨询、秘书处负责日常推进，按年度分解任务并签订责任书。",
        "前十二个月以攻关和验证为主，后十二个月以中试、示范和推广为主；建立月报、季评、年审制度。",
    ),
    "basis": (
        "牵头单位拥有实验场地{1}00平方米，承担过多项市级以上科技项目，研发平台运行良好。",
        "成员单位间已签有技术合作协议，共享中试线与检测设备。",
    ),
}
_PROSE_OF_A_BUREAU = {
    "background": (
        "《“十四五”规划纲要》提出推进产学研深度融合，支持企业牵头组建创新联合体，{0}属于其中明确鼓励的方向。",
        "目前区内相关企业{1}余家，产值规模持续扩大，但关键工艺和核心部件仍受制于人，单个企业难以独立突破。",
        "组建联合体可以打通从实验室到生产线的环节，对稳定供应链具有现实意义。",
    ),
    "state": (
        "国际上，{0}已进入规模应用阶段，主要厂商通过并购完善产业布局；国内处于由跟跑向并跑转变的关键期。",
        "下一阶段的竞争焦点在于可靠性与成本，标准体系建设将明显提速。",
    ),
    "steps": (
        "设立联合体办公室，配备专职人员；重大事项由全体成员单位会议表决，技术路线由首席技术负责人审定。",
        "第一年度完成样机和小试，第二年度完成中试和用户验证，期末组织自评并提交验收申请。",
    ),
    "basis": (
        "牵头单位近三年承担各类科研任务{1}项，建有通过资质认定的检测实验室。",
        "参加单位在人才、设备、数据等方面具备互补条件，合作关系稳定。",
    ),
}
_PROSE_OF_AN_ADVISER = {
    "background": (
        "据行业协会统计，近三年{0}市场规模年均增速超过两成，下游客户对性能、成本和交付周期提出更高要求。",
        "产业链上中下游各有所长而缺少协同，重复投入与关键缺口并存，需要以创新联合体为纽带实现资源统筹。",
    ),
    "state": (
        "从专利分布看，全球前十位申请人中境外机构占七席；国内申请量增长快，但核心专利占比仍然偏低。",
        "{0}的技术路线正在收敛，下一代方案预计三年内定型，窗口期明显。",
    ),
    "steps": (
        "采用“总体组—任务组—保障组”三级架构，以任务书形式落实责任，实行节点评审、动态调整。",
        "按启动、攻关、验证、验收四个阶段推进，每阶段形成可检查的交付物。",
    ),
    "basis": (
        "现有中试场地{1}00平方米，主要设备原值数千万元，可满足本项目研制与测试需要。",
        "成员单位承担过国家和省级科研任务，形成了一批专利和标准。",
    ),
}
_BACKGROUND = (
    "当前产业链关键环节对外依存度较高，组建创新联合体有利于集聚优势力量开展协同攻关，补齐短板、锻造长板。",
    "随着新一代信息技术与实体经济深度融合，市场对{0}的需求快速增长，亟需通过产学研合作突破共性技术瓶颈。",
    "福田区正加快构建现代产业体系，{0}是其中的重要方向，本项目的实施有助于完善区域创新生态。",
)
_STATE = (
    "国外头部企业在该领域布局较早，已形成较完整的专利布局；国内近年来在算法与系统集成方面进展较快，但核心器件仍有差距。",
    "从技术演进看，{0}正朝着高精度、低功耗、智能化方向发展，国内外研究机构均在加大投入。",
    "近五年国内相关论文数量年均增长两成以上，产业化水平与国际先进水平相比仍存在一到两代的差距。",
)
_STEPS = (
    "项目分三个阶段实施：第一阶段完成方案设计与关键技术验证，第二阶段完成样机研制，第三阶段开展示范应用并组织验收。",
    "建立理事会领导下的首席技术负责人负责制，设立技术委员会与项目办公室，按季度召开进展例会。",
    "实行里程碑管理，设置年度考核节点，经费按任务进度拨付，单独核算、专款专用。",
)
_BASIS = (
    "牵头单位建有研发实验室，配备测试仪器设备{1}台（套），具备开展联合攻关的软硬件条件。",
    "各参与单位此前已在多个课题中开展合作，积累了较好的技术基础和数据资源。",
)


_PLAIN_PROSE = {"background": _BACKGROUND, "state": _STATE, "steps": _STEPS, "basis": _BASIS}
_PROSE = {
    "main": (_PLAIN_PROSE, _PROSE_OF_A_LINK, _PROSE_OF_A_BUREAU),
    "held-out": (_PROSE_OF_AN_ADVISER,),
}


def blocks(world: World, random: Random, group: str) -> list[Block]:
    """The plan as blocks."""
    names, form = random.choice(_NAMES[group]), random.choice(_MARKS[group])
    before, after = random.choice(_TITLES[group])
    texts = random.choice(_PROSE[group])
    summary, targets, budget = (random.choice(ways[group]) for ways in (_SUMMARIES, _AIMS, _FUNDS))
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


def _summary(world: World) -> list[Block]:
    members: list[Inline] = []
    for number, member in enumerate(world.members):
        members += (["、"] if number else []) + [Shown(f"members.{number}", member.name)]
    first, last = world.period
    return [
        Prose(("本项目由", Shown("lead", world.lead.name), "牵头，联合", *members, "共同建设。")),
        Prose(("项目建设期为", Shown("period_from", day(first, 1), first.isoformat()), "至", Shown("period_until", day(last, 1), last.isoformat()), "。")),
    ]  # fmt: skip


def _brief(world: World) -> list[Block]:
    first, last = world.period
    listed: list[Block] = [
        Prose((f"{n + 1}）", Shown(f"members.{n}", member.name)))
        for n, member in enumerate(world.members)
    ]
    return [
        Prose(("牵头单位：", Shown("lead", world.lead.name))), Prose(("成员单位如下：",)), *listed,
        Prose(("建设周期自", Shown("period_from", day(first, 0), first.isoformat()), "起，到", Shown("period_until", day(last, 0), last.isoformat()), "结束。")),
    ]  # fmt: skip


def _members(world: World) -> list[Block]:
    """Members in a table, the term in a line of its own."""
    first, last = world.period
    rows: list[tuple[Inline, ...]] = [("1", "牵头单位", Shown("lead", world.lead.name))]
    rows += [
        (str(n + 2), "参加单位", Shown(f"members.{n}", member.name))
        for n, member in enumerate(world.members)
    ]
    return [
        Prose((f"本项目围绕{world.subject}方向组建创新联合体，各单位情况如下表。",)), Grid(("序号", "类别", "单位名称"), tuple(rows)),
        Prose(("实施期限：", Shown("period_from", day(first, 4), first.isoformat()), "—", Shown("period_until", day(last, 4), last.isoformat()), "。")),
    ]  # fmt: skip


def _contents(world: World) -> list[Block]:
    return [Prose((f"{name}{task}。",)) for name, task in world.tasks.items()]


def _targets_in(world: World, says: str, heads: tuple[str, str, str]) -> list[Block]:
    rows = tuple(
        (Shown(f"targets.{n}.item", item), Shown(f"targets.{n}.number", str(count), count), Shown(f"targets.{n}.unit", unit))
        for n, (item, count, unit) in enumerate(world.targets)
    )  # fmt: skip
    return [Prose((says,)), Grid(heads, rows)]


def _targets_listed(world: World) -> list[Block]:
    """Targets as a list of lines."""
    listed: list[Block] = [
        Prose((
            f"（{n + 1}）", Shown(f"targets.{n}.item", item), Shown(f"targets.{n}.number", str(count), count), Shown(f"targets.{n}.unit", unit), "；",
        ))
        for n, (item, count, unit) in enumerate(world.targets)
    ]  # fmt: skip
    return [Prose(("项目实施期满，实现以下目标：",)), *listed]


def _budget_in(
    world: World, says: str, heads: tuple[str, str], *, total: bool = False
) -> list[Block]:
    rows: list[tuple[Inline, ...]] = [
        (
            Shown(f"budget.{n}.item", item),
            Shown(f"budget.{n}.amount", tens(amount), f"{rounded(amount):.2f}"),
        )
        for n, (item, amount) in enumerate(world.budget)
    ]
    if total:
        rows.append(("合计", tens(sum((rounded(a) for _, a in world.budget), Decimal(0)))))
    return [Prose((says,)), Grid(heads, tuple(rows))]


def _team(world: World) -> list[Block]:
    chief, leader = world.chief, world.leader
    people = "；".join(f"{p.name}，{p.title}，{p.employer}，负责{p.role}" for p in world.team)
    return [
        Prose((f"首席技术负责人{chief.name}，{chief.title}，现任职于{chief.employer}。",)),
        Prose((f"项目负责人{leader.name}，{leader.title}。其他主要成员：{people}。",)),
    ]


def _listed(world: World) -> list[Block]:
    """Lead and members one below the other, each with what it is; the term at the end."""
    first, last = world.period
    listed: list[Block] = [
        Prose((f"成员单位{n + 1}：", Shown(f"members.{n}", member.name)))
        for n, member in enumerate(world.members)
    ]
    return [
        Prose((f"联合体聚焦{world.subject}，由以下单位组成：",)), Prose(("牵头单位：", Shown("lead", world.lead.name))), *listed,
        Prose(("建设期：", Shown("period_from", day(first, 0), first.isoformat()), "起至", Shown("period_until", day(last, 0), last.isoformat()), "止。")),
    ]  # fmt: skip


def _parted(world: World) -> list[Block]:
    """Units in one sentence, the lead behind them."""
    first, last = world.period
    members: list[Inline] = []
    for number, member in enumerate(world.members):
        members += (["、"] if number else []) + [Shown(f"members.{number}", member.name)]
    return [
        Prose(("联合体牵头单位为", Shown("lead", world.lead.name), "，参与单位为", *members, "。")),
        Prose(("实施周期（", Shown("period_from", day(first, 1), first.isoformat()), "—", Shown("period_until", day(last, 1), last.isoformat()), "）内完成全部任务。")),
    ]  # fmt: skip


def _targets_said(world: World) -> list[Block]:
    """Targets in one running sentence."""
    said: list[Inline] = ["到建设期末，力争实现："]
    for n, (item, count, unit) in enumerate(world.targets):
        said += [
            Shown(f"targets.{n}.item", item), Shown(f"targets.{n}.number", str(count), count), Shown(f"targets.{n}.unit", unit),
            "。" if n == len(world.targets) - 1 else "；",
        ]  # fmt: skip
    return [Prose(tuple(said))]


_SUMMARIES: Ways = {
    "main": (_summary, _brief, _members),
    "held-out": (_listed, _parted),
}
_AIMS: Ways = {
    "main": (
        lambda w: _targets_in(w, "项目设置经济指标、学术指标和技术指标，具体如下：", ("指标名称", "指标值", "单位")),
        lambda w: _targets_in(w, "到期应完成：", ("内容", "数量", "计量单位")),
        _targets_listed,
        lambda w: _targets_in(w, "考核指标见下表。", ("考核指标", "指标值（期末）", "计量单位")),
    ),
    "held-out": (
        _targets_said,
        lambda w: _targets_in(w, "建设目标分解为下列可考核的指标。", ("目标内容", "目标数量", "单位")),
    ),
}  # fmt: skip
_FUNDS: Ways = {
    "main": (
        lambda w: _budget_in(w, "项目经费预算如下：", ("科目", "预算金额（万元）")),
        lambda w: _budget_in(w, "资金安排：", ("费用名称", "安排金额（单位：万元）")),
        lambda w: _budget_in(w, "经费支出预算（单位：万元）见下表。", ("预算科目", "金额（万元）"), total=True),
        lambda w: _budget_in(w, "资金使用计划如下。", ("支出内容", "预算数（万元）")),
    ),
    "held-out": (
        lambda w: _budget_in(w, "项目总经费及用途见下表（单位：万元）。", ("支出类别", "预算额（万元）"), total=True),
        lambda w: _budget_in(w, "经费测算：", ("开支项目", "测算金额（万元）")),
    ),
}  # fmt: skip
