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


def blocks(world: World, random: Random, group: str) -> list[Block]:
    """The plan as blocks."""
    names = SECTIONS if group == "main" or random.random() < 0.5 else _OTHER
    title: tuple[Inline, ...] = (
        Shown("project_name", world.project),
        random.choice(("建设运营方案", "建设方案", "建设运营工作方案")),
    )
    bodies = (
        _summary(world), _prose(_BACKGROUND, world, random), _prose(_STATE, world, random), _contents(world),
        _targets(world), [*_prose(_STEPS, world, random), *_budget(world)], _prose(_BASIS, world, random), _team(world),
    )  # fmt: skip
    made: list[Block] = [Title(title if group == "main" else title[:1])]
    number = 0
    for heading, name, body in zip(SECTIONS, names, bodies, strict=True):
        if f"no-section:{heading}" in world.flags:
            continue
        mark = f"{'一二三四五六七八'[number]}、" if group == "main" else f"{number + 1}. "
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


def _contents(world: World) -> list[Block]:
    return [Prose((f"{name}{task}。",)) for name, task in world.tasks.items()]


def _targets(world: World) -> list[Block]:
    rows = tuple(
        (Shown(f"targets.{n}.item", item), Shown(f"targets.{n}.number", str(count), count), Shown(f"targets.{n}.unit", unit))
        for n, (item, count, unit) in enumerate(world.targets)
    )  # fmt: skip
    return [
        Prose(("项目设置经济指标、学术指标和技术指标，具体如下：",)),
        Grid(("指标名称", "指标值", "单位"), rows),
    ]


def _budget(world: World) -> list[Block]:
    rows = tuple(
        (
            Shown(f"budget.{n}.item", item),
            Shown(f"budget.{n}.amount", tens(amount), f"{rounded(amount):.2f}"),
        )
        for n, (item, amount) in enumerate(world.budget)
    )
    return [Prose(("项目经费预算如下：",)), Grid(("科目", "预算金额（万元）"), rows)]


def _team(world: World) -> list[Block]:
    chief, leader = world.chief, world.leader
    people = "；".join(f"{p.name}，{p.title}，{p.employer}，负责{p.role}" for p in world.team)
    return [
        Prose((f"首席技术负责人{chief.name}，{chief.title}，现任职于{chief.employer}。",)),
        Prose((f"项目负责人{leader.name}，{leader.title}。其他主要成员：{people}。",)),
    ]
