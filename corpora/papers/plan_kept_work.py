"""Ways to say what units do, when, and who is on the team, that nobody tunes on."""

from __future__ import annotations

from datetime import date

from corpora.blocks import Block, Grid, Inline, Pairs, Prose
from corpora.papers.plan_facts import Way, months
from corpora.print_forms import small
from corpora.world import Person, World

# ---------------------------------------------------------------- what units do


def _topics(world: World) -> list[Block]:
    """A table of topics, each with who answers for it."""
    rows = tuple(
        (f"课题{small(n)}", task, name) for n, (name, task) in enumerate(world.tasks.items(), 1)
    )
    return [
        Prose((f"围绕{world.subject}设置{len(rows)}个课题，逐题明确承担单位。",)),
        Grid(("课题", "任务内容", "承担单位"), rows),
    ]


def _contents_first(world: World) -> list[Block]:
    """What is done first, who does it in brackets behind."""
    return [
        Prose((f"研究内容{small(n)}：{task}（责任主体为{name}）。",))
        for n, (name, task) in enumerate(world.tasks.items(), 1)
    ]


def _in_one(world: World) -> list[Block]:
    """All units in one paragraph, after what holds them together."""
    said = "；".join(f"{name}{task}" for name, task in world.tasks.items())
    return [
        Prose((f"攻关对象为{world.subject}，重点解决机理不清、工艺不稳、验证不足三类问题。",)),
        Prose((f"任务分工上，{said}。各单位对所承担任务的进度、质量和经费负责。",)),
    ]


def _cards(world: World) -> list[Block]:
    """A small table for every unit."""
    return [
        Pairs((("承担单位", name), ("任务", task), ("交付形式", "研究报告、样品或测试数据")), 1, f"分工{small(n)}")
        for n, (name, task) in enumerate(world.tasks.items(), 1)
    ]  # fmt: skip


WORK: tuple[Way, ...] = (_topics, _contents_first, _in_one, _cards)

# ---------------------------------------------------------------- when

_STEPS = (
    ("启动期", "完善机制，完成总体设计", "总体方案"),
    ("攻坚期", "开展技术攻关与联合调试", "阶段报告"),
    ("检验期", "组织应用验证并准备验收", "验收材料"),
)


def _bounds(world: World) -> list[tuple[int, int]]:
    """The first and last month of each of three stages."""
    last = months(world)
    ends = (last // 3, last * 2 // 3, last)
    return list(zip((1, ends[0] + 1, ends[1] + 1), ends, strict=True))


def _month(world: World, number: int) -> str:
    """A month of the term, from 1, as it is called."""
    first = world.period[0]
    years, month = divmod(first.month - 1 + number - 1, 12)
    return f"{date(first.year + years, month + 1, 1):%Y.%m}"


def _scheduled(world: World) -> list[Block]:
    """A table of stages with their months."""
    rows = tuple(
        (stage, f"{_month(world, begin)}—{_month(world, end)}", what, gives)
        for (stage, what, gives), (begin, end) in zip(_STEPS, _bounds(world), strict=True)
    )
    return [
        Prose(("进度计划",), indent=False),
        Grid(("阶段", "时间区间", "工作要点", "交付物"), rows),
    ]


def _counted(world: World) -> list[Block]:
    """Months counted from the start, in sentences."""
    return [
        Prose((f"第{begin}至{end}个月（{stage}）：{what}，形成{gives}。",))
        for (stage, what, gives), (begin, end) in zip(_STEPS, _bounds(world), strict=True)
    ]


def _none(_: World) -> list[Block]:
    return []


STAGES: tuple[Way, ...] = (_scheduled, _counted, _none)

# ---------------------------------------------------------------- who


def _row(world: World, person: Person) -> tuple[Inline, ...]:
    age = str(person.age(world.applied_on))
    return person.name, person.sex, age, person.title, person.employer, person.role


def _tabled(world: World) -> list[Block]:
    """Everybody in a table, duty last."""
    rows = tuple((str(n), *_row(world, p)) for n, p in enumerate(world.people, 1))
    heads = ("序号", "姓名", "性别", "年龄", "职称", "所在单位", "职责")
    return [
        Prose((f"项目固定研发人员{len(rows)}人，名单如下，其余人员根据任务需要动态配置。",)),
        Grid(heads, rows),
    ]


def _lives(world: World) -> list[Block]:
    """A paragraph for everybody, as a company's report introduces its managers."""
    made: list[Block] = []
    for person in world.people:
        name, sex, age, title, employer, role = _row(world, person)
        made.append(Prose((f"{name}：{sex}，{age}岁，{title}，{person.specialty}专业，现就职于{employer}。在联合体中担任{role}。",)))  # fmt: skip
    return made


def _led(world: World) -> list[Block]:
    """Both heads in a table of pairs each, the others in a sentence by unit."""
    made: list[Block] = [
        Pairs((("姓名", p.name), ("职称", p.title), ("单位", p.employer), ("现任职务", p.position)), 2, label)
        for label, p in (("首席技术负责人", world.chief), ("项目负责人", world.leader))
    ]  # fmt: skip
    by_unit: dict[str, list[str]] = {}
    for person in world.team:
        said = f"{person.name}（{person.title}，{person.role}）"
        by_unit.setdefault(person.employer, []).append(said)
    said = "；".join(f"{unit}派出{'、'.join(people)}" for unit, people in by_unit.items())
    return [*made, Prose((f"骨干成员由各单位派出：{said}。",))]


def _structured(world: World) -> list[Block]:
    """Numbers before names: how many of which title, then who leads."""
    titles: dict[str, int] = {}
    for person in world.people:
        titles[person.title] = titles.get(person.title, 0) + 1
    counted = "、".join(f"{title}{count}人" for title, count in titles.items())
    names = "、".join(p.name for p in world.team)
    return [
        Prose((f"从职称结构看，团队共{len(world.people)}人，其中{counted}。",)),
        Prose((f"技术路线由首席技术负责人{world.chief.name}（{world.chief.employer}{world.chief.title}）把关，项目负责人{world.leader.name}（{world.leader.title}）负责组织；参加人员有{names}。",)),
    ]  # fmt: skip


TEAMS: tuple[Way, ...] = (_tabled, _lives, _led, _structured)
