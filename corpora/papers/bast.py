"""申报书, 申请表 and 工作方案 of the Beijing programs."""

from __future__ import annotations

from random import Random
from typing import Any

from corpora.beijing import CONSORTIUM
from corpora.blocks import Block, Heading, Inline, Pairs, Prose, Shown, Title
from corpora.papers import form
from corpora.papers.bast_kept import DRAWN, KEPT_PLANS
from corpora.papers.bast_parts import (
    Row,
    Sheet,
    budget,
    experts,
    members,
    rows,
    targets,
    values,
)
from corpora.papers.bast_words import BUILDS, PLANS, WORDS
from corpora.papers.ways import lay_out
from corpora.print_forms import day
from corpora.world import World

_BASICS = (
    "project", "industry", "period", "applicant", "applicant_kind", "lead", "uscc", "lead_kind", "address", "district", "established",
    "head", "leader", "leader_title", "matching",
)  # fmt: skip
_LABELS = {
    "applicant_kind": "申报单位类型", "uscc": "统一社会信用代码", "lead_kind": "牵头单位类型", "district": "注册所在区", "head": "法定代表人",
    "leader_title": "负责人职称",
}  # fmt: skip
"""What most forms call alike."""
_WHY = (
    "面向{0}发展需求，开展{1}协同创新。",
    "{0}产业链条长、协同难，{1}等关键技术亟待突破，有必要组建联合体。",
)


def declared(world: World) -> dict[str, Any]:
    """The declaration (contract §4), overrides of planting applied."""
    data = form.declared(world)
    keep = (
        "applied_on", "project_name", "industry", "period_from", "period_until", "lead", "members", "project_leader",
        "budget", "targets",
    )  # fmt: skip
    data = {"program": world.program, **{key: data[key] for key in keep}}
    data["lead"]["kind"] = world.lead.kind
    data["lead"].pop("qualifications", None)
    if world.applicant:
        unit = world.applicant
        data["applicant"] = {"name": unit.name, "uscc": unit.uscc, "kind": unit.kind}
    if world.experts:
        data["experts"] = [
            {"name": p.name, "employer": p.employer, "title": p.title} for p in world.experts
        ]
    if world.program == CONSORTIUM:
        data["matching_funds"] = f"{world.matching:.2f}"
    return data


def blocks(
    world: World, data: dict[str, Any], random: Random, group: str
) -> tuple[str, list[Block]]:
    """The form: its manner's name and its blocks."""
    plain = WORDS if group == "main" else ()
    which, style = random.randrange(len(plain) + len(DRAWN[group])), random.choice((0, 1, 3))
    across = random.choice((1, 2))
    if which >= len(plain):
        draw, styles = DRAWN[group][which - len(plain)]
        return f"bast-{group}", draw(Sheet(world, data, styles[style % len(styles)]))
    words = plain[which]
    sheet = Sheet(world, data, style)
    made: list[Block] = [Title((_title(sheet, words),)), Heading("一、基本情况")]
    build = BUILDS.get(words["form"], {})
    basics = Pairs(_basics(sheet, words), across)
    made += lay_out(basics, build["basics"]) if "basics" in build else [basics]
    parts = [(key, grid) for key, grid in (
        ("members", members(sheet)), ("experts", experts(sheet)), ("budget", budget(world)), ("targets", targets(world))
    ) if grid.rows]  # fmt: skip
    for number, (key, grid) in enumerate(parts):
        made.append(Heading(f"{'二三四五六'[number]}、{words[key]}"))
        made += lay_out(grid, build[key]) if key in build else [grid]
    made.append(Prose(("以上内容真实有效，如有不实，由本单位承担责任。",)))
    made.append(sheet.stamp("单位（盖章）：", f"{words['date']}：", sheet.applied))
    return f"bast-{group}", made


def _title(sheet: Sheet, words: dict[str, str]) -> str:
    return f"北京市科协创新联合体成立申请表（{sheet.group}）" if sheet.group else words["form"]


def _basics(sheet: Sheet, words: dict[str, str]) -> tuple[Row, ...]:
    said = {**_LABELS, **words}
    return rows(values(sheet), *(f"{key}={said[key]}" for key in _BASICS))


def plan(world: World, random: Random, group: str) -> list[Block]:
    """工作方案."""
    units: list[Inline] = []
    for number, member in enumerate(world.members):
        units += (["、"] if number else []) + [Shown(f"members.{number}", member.name)]
    first, last = world.period
    term = (
        Shown("period_from", day(first, 1), first.isoformat()), "至", Shown("period_until", day(last, 1), last.isoformat()),
    )  # fmt: skip
    lead: tuple[Inline, ...] = (
        "由",
        Shown("lead", world.lead.name),
        "牵头，成员单位包括",
        *units,
        "。",
    )
    bodies: list[list[Block]] = [
        [Prose((random.choice(_WHY).format(world.industry, world.subject),))],
        [Prose(lead), Prose(("建设周期：", *term, "。"))],
        [Prose((f"{name}{task}。",)) for name, task in world.tasks.items()],
        [targets(world)],
        [budget(world)],
        [Prose(("设立秘书处负责日常工作，定期召开会议，建立考核机制。",))],
    ]
    mark, names = random.choice(PLANS if group == "main" else KEPT_PLANS)
    made: list[Block] = [Title((Shown("project_name", world.project), "工作方案"))]
    for number, (name, body) in enumerate(zip(names, bodies, strict=True)):
        shown = Shown(f"sections.{number}", mark.format("一二三四五六"[number]) + name, name)
        made += [Heading(shown), *body]
    return made
