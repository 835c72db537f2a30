"""Ways to say who builds the consortium, and when, that nobody tunes on."""

from __future__ import annotations

from corpora.blocks import Block, Grid, Inline, Pairs, Parts, Prose, Shown
from corpora.papers.plan_facts import Way, joined, lead, members, months, term, whole
from corpora.print_forms import tens
from corpora.world import World


def _money(world: World) -> str:
    return f"{tens(whole(world))}万元"


def _sheet(world: World) -> list[Block]:
    """One table of four parts, each named at its left side: units, term, heads, the rest."""
    begin, end = term(world, 2)
    rows: list[tuple[Inline, ...]] = [("牵头单位", lead(world), world.lead.head)]
    rows += [
        ("参与单位", name, unit.head)
        for name, unit in zip(members(world), world.members, strict=True)
    ]
    return [
        Prose(("项 目 概 要 表",), indent=False),
        Grid(("身份", "单位名称（与公章一致）", "法定代表人"), tuple(rows), "组建单位"),
        Pairs((("起始时间", begin), ("终止时间", end)), 2, "建设期"),
        Pairs((("首席技术负责人", world.chief.name), ("项目负责人", world.leader.name)), 2, "负责人"),
        Pairs((("经费总额", _money(world)), ("产业领域", world.industry)), 2, "其他"),
    ]  # fmt: skip


def _council(world: World) -> list[Block]:
    """Units by their seat in the council; the term as lawyers count it, to the hour."""
    begin, end = term(world, 1)
    rows: list[tuple[Inline, ...]] = [("理事长单位（牵头单位）", lead(world), world.lead.head)]
    rows += [
        ("理事单位（参与单位）", name, unit.head)
        for name, unit in zip(members(world), world.members, strict=True)
    ]
    return [
        Prose((f"联合体设理事会，由{len(rows)}家单位组成，议事地位如下：",)),
        Grid(("联合体职务", "派出单位", "理事"), tuple(rows)),
        Prose((f"建设期共{months(world)}个月，自", begin, "零时起算，至", end, "二十四时届满。",)),
        Prose((f"首席技术负责人为{world.chief.name}，日常事务由项目负责人{world.leader.name}主持；计划总投入{_money(world)}。",)),
    ]  # fmt: skip


def _clauses(world: World) -> list[Block]:
    """Numbered entries; all members numbered in one cell."""
    begin, end = term(world, 3)
    units: list[str | Shown] = []
    for number, unit in enumerate(members(world)):
        units += [f"{'；' if number else ''}{'①②③④⑤⑥⑦'[number]}", unit]
    rows: tuple[tuple[Inline, ...], ...] = (
        ("1.1", "联合体名称", world.project),
        ("1.2", "所属领域", f"{world.industry}（{world.subject}）"),
        ("1.3", "牵头建设主体", lead(world)),
        ("1.4", "协同建设主体", Parts(tuple(units))),
        ("1.5", "建设起算日", begin),
        ("1.6", "建设届满日", end),
        ("1.7", "项目总投入", _money(world)),
        ("1.8", "首席技术负责人", f"{world.chief.name}（{world.chief.title}）"),
    )
    return [Grid(("条目", "名称", "说明"), rows)]


def _dashes(world: World) -> list[Block]:
    """Lines without a colon: what it is, a dash, what it says."""
    begin, end = term(world, 8)
    rows: list[tuple[str, Inline]] = [("主攻方向", world.subject), ("牵头主体", lead(world))]
    rows += [(f"协作主体（{'一二三四五六七'[n]}）", unit) for n, unit in enumerate(members(world))]
    rows += [("启动日", begin), ("收官日", end), ("总投入", _money(world))]
    return [Pairs(tuple(rows), 1, ruled=False, mark="——")]


def _duties(world: World) -> list[Block]:
    """Units with what they do; the term in a note below the table."""
    begin, end = term(world, 5)
    names = [lead(world), *members(world)]
    rows = tuple(
        (name, world.tasks.get(unit.name, "参与联合攻关"), "参与" if n else "牵头")
        for n, (name, unit) in enumerate(
            zip(names, (world.lead, *world.members), strict=True)
        )
    )  # fmt: skip
    return [
        Prose((f"各建设单位围绕{world.subject}协同攻关，职责划分如下。",)),
        Grid(("建设单位", "在联合体中承担的职责", "参与方式"), rows),
        Prose(("注：联合体建设期起于", begin, "、止于", end, f"，计{months(world)}个月。"), indent=False),
    ]  # fmt: skip


def _values_first(world: World) -> list[Block]:
    """What it is stands behind, in brackets: dates and units first."""
    begin, end = term(world, 4)
    return [
        Prose((lead(world), "〔牵头单位〕"), indent=False),
        *(Prose((unit, "〔参与单位〕"), indent=False) for unit in members(world)),
        Prose((begin, "〔建设期首日〕　", end, "〔建设期末日〕"), indent=False),
        Prose((f"{world.chief.name}〔首席技术负责人〕　{_money(world)}〔总经费〕",), indent=False),
    ]


def _news(world: World) -> list[Block]:
    """As a news item tells it: the day first, who takes the lead in the middle."""
    begin, end = term(world, 1)
    return [
        Prose((begin, f"，聚焦{world.subject}的创新联合体将正式启动建设，由", lead(world), "担纲牵头。")),
        Prose(("加入攻关行列的还有", *joined(world), f"。{world.chief.name}出任首席技术负责人，各方计划投入{_money(world)}。")),
        Prose((f"按照安排，经过{months(world)}个月的协同攻关，联合体将于", end, "完成全部建设任务。")),
    ]  # fmt: skip


KEPT: tuple[Way, ...] = (
    _sheet,
    _council,
    _clauses,
    _dashes,
    _duties,
    _values_first,
    _news,
)
