"""建设运营方案: the eight parts that the program asks for."""

from __future__ import annotations

from random import Random

from corpora.blocks import Block, Grid, Heading, Inline, Prose, Shown, Title
from corpora.print_forms import day, rounded, tens
from corpora.world import World

SECTIONS = (
    "项目简介", "项目实施的背景和意义", "技术发展趋势及国内外发展现状", "项目主要研究内容", "项目预期目标", "项目实施方案",
    "现有的工作基础和条件", "研发团队",
)  # fmt: skip
_OTHER = (
    "项目概况", "实施背景与意义", "技术发展趋势与国内外现状", "主要研究内容", "预期目标与绩效指标", "实施方案与进度安排",
    "工作基础与支撑条件", "研发团队介绍",
)  # fmt: skip
_KEPT = (
    "联合体及项目简述", "建设背景与必要性", "国内外技术现状与发展趋势", "研究内容与关键技术", "建设目标及指标", "组织实施与保障措施",
    "已有工作基础", "人才团队",
)  # fmt: skip
_MARKS = ("（{}）", "第{}部分　", "{}．")
_KEPT_PROSE = {
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


_PROSE = {"background": _BACKGROUND, "state": _STATE, "steps": _STEPS, "basis": _BASIS}


def blocks(world: World, random: Random, group: str) -> list[Block]:
    """The plan as blocks."""
    main = group == "main"
    names = (SECTIONS if random.random() < 0.7 else _OTHER) if main else _KEPT
    title: tuple[Inline, ...] = (
        Shown("project_name", world.project),
        random.choice(("建设运营方案", "建设方案", "建设运营工作方案")),
    )
    texts = _PROSE if main else _KEPT_PROSE
    bodies = (
        _summary(world) if main else _brief(world), _prose(texts["background"], world, random), _prose(texts["state"], world, random),
        _contents(world), _targets(world, main=main), [*_prose(texts["steps"], world, random), *_budget(world, main=main)],
        _prose(texts["basis"], world, random), _team(world),
    )  # fmt: skip
    made: list[Block] = [Title(title if main else ("关于组建", title[0], "的", "实施方案"))]
    number, form = 0, "{}、" if main else random.choice(_MARKS)
    for heading, name, body in zip(SECTIONS, names, bodies, strict=True):
        if f"no-section:{heading}" in world.flags:
            continue
        mark = form.format("一二三四五六七八"[number] if form != "{}．" else number + 1)
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


def _contents(world: World) -> list[Block]:
    return [Prose((f"{name}{task}。",)) for name, task in world.tasks.items()]


def _targets(world: World, *, main: bool) -> list[Block]:
    rows = tuple(
        (Shown(f"targets.{n}.item", item), Shown(f"targets.{n}.number", str(count), count), Shown(f"targets.{n}.unit", unit))
        for n, (item, count, unit) in enumerate(world.targets)
    )  # fmt: skip
    if not main:
        return [Prose(("到期应完成：",)), Grid(("内容", "数量", "计量单位"), rows)]
    return [
        Prose(("项目设置经济指标、学术指标和技术指标，具体如下：",)),
        Grid(("指标名称", "指标值", "单位"), rows),
    ]


def _budget(world: World, *, main: bool) -> list[Block]:
    rows = tuple(
        (
            Shown(f"budget.{n}.item", item),
            Shown(f"budget.{n}.amount", tens(amount), f"{rounded(amount):.2f}"),
        )
        for n, (item, amount) in enumerate(world.budget)
    )
    heads = ("科目", "预算金额（万元）") if main else ("费用名称", "安排金额（单位：万元）")
    return [Prose(("项目经费预算如下：" if main else "资金安排：",)), Grid(heads, rows)]


def _team(world: World) -> list[Block]:
    chief, leader = world.chief, world.leader
    people = "；".join(f"{p.name}，{p.title}，{p.employer}，负责{p.role}" for p in world.team)
    return [
        Prose((f"首席技术负责人{chief.name}，{chief.title}，现任职于{chief.employer}。",)),
        Prose((f"项目负责人{leader.name}，{leader.title}。其他主要成员：{people}。",)),
    ]
