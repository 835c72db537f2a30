"""What a form of the Beijing programs states, part by part, whatever it calls things."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from corpora.beijing import CONSORTIUM, REGIONAL
from corpora.blocks import Block, Grid, Inline, Parts, Shown, Stamp
from corpora.papers import form
from corpora.print_forms import day, rounded, tens
from corpora.world import World

Row = tuple[str, Inline]


@dataclass(frozen=True)
class Sheet:
    """A form to be drawn: whose it is, what it declares, how its dates are written."""

    world: World
    data: dict[str, Any]
    style: int

    @property
    def applied(self) -> Shown:
        """The day of the application."""
        on = self.world.applied_on
        return Shown("applied_on", day(on, self.style), on.isoformat())

    @property
    def group(self) -> str:
        """Which consortia the program asks for; none where it asks for one kind."""
        if self.world.program == CONSORTIUM:
            return ""
        return "区域创新联合体" if self.world.program == REGIONAL else "产业创新联合体"

    def stamp(self, text: str, *after: Inline) -> Stamp:
        """The line that the applying unit seals."""
        unit = self.world.applicant or self.world.lead
        return Stamp(text, unit.name, unit.seal_number, after)


Draw = Callable[[Sheet], list[Block]]
"""A form that is drawn as a whole."""


def values(sheet: Sheet) -> dict[str, Inline]:
    """The particulars; applicant and matching funds only where the program asks for them."""
    world, data, style = sheet.world, sheet.data, sheet.style
    lead, leader = data["lead"], data["project_leader"]
    first, last = world.period
    told: dict[str, Inline] = {
        "project": Shown("project_name", data["project_name"]), "industry": Shown("industry", data["industry"]),
        "period": Shown("period", f"{day(first, style)}至{day(last, style)}"),
        "from": Shown("period_from", day(first, style), first.isoformat()),
        "until": Shown("period_until", day(last, style), last.isoformat()),
        "lead": Shown("lead.name", lead["name"]), "uscc": Shown("lead.uscc", lead["uscc"]),
        "lead_kind": Shown("lead.kind", form.KINDS[lead["kind"]], lead["kind"]), "address": Shown("lead.address", lead["address"]),
        "district": Shown("lead.district", lead["district"]["name"], lead["district"]),
        "established": Shown("lead.established_on", day(date.fromisoformat(lead["established_on"]), style), lead["established_on"]),
        "head": Shown("lead.legal_representative", lead["legal_representative"]),
        "leader": Shown("project_leader.name", leader["name"]), "leader_title": Shown("project_leader.title", leader["title"]),
    }  # fmt: skip
    if world.applicant:
        unit = data["applicant"]
        told["applicant"] = Shown("applicant.name", unit["name"])
        told["applicant_code"] = Shown("applicant.uscc", unit["uscc"])
        told["applicant_kind"] = Shown("applicant.kind", form.KINDS[unit["kind"]], unit["kind"])
    if world.program == CONSORTIUM:
        money = f"{world.matching:.2f}"
        shown = Shown("matching_funds", tens(world.matching), money) if world.matching else "无"
        told["matching"] = shown
    return told


def rows(told: Mapping[str, Inline], *labels: str) -> tuple[Row, ...]:
    """Labels (``key=label``) with their values; those that the program does not ask for are left out."""
    pairs = (label.split("=", 1) for label in labels)
    return tuple((label, told[key]) for key, label in pairs if key in told)


def members(sheet: Sheet) -> Grid:
    """The members."""
    return Grid(
        ("序号", "单位名称", "统一社会信用代码", "单位类型", "法定代表人", "角色"),
        tuple(form.member(n, m) for n, m in enumerate(sheet.data["members"])),
    )


def experts(sheet: Sheet) -> Grid:
    """The experts."""
    return Grid(("序号", "姓名", "工作单位", "职称"), tuple(
        (str(n + 1), *(Shown(f"experts.{n}.{k}", p[k]) for k in ("name", "employer", "title")))
        for n, p in enumerate(sheet.data.get("experts", []))
    ))  # fmt: skip


def budget(world: World) -> Grid:
    """The budget in 万元."""
    return Grid(("支出科目", "金额（万元）"), tuple(
        (Shown(f"budget.{n}.item", item), Shown(f"budget.{n}.amount", tens(amount), f"{rounded(amount):.2f}"))
        for n, (item, amount) in enumerate(world.budget)
    ))  # fmt: skip


def targets(world: World) -> Grid:
    """The targets."""
    return Grid(("指标名称", "目标值", "计量单位"), tuple(
        (Shown(f"targets.{n}.item", i), Shown(f"targets.{n}.number", str(c), c), Shown(f"targets.{n}.unit", u))
        for n, (i, c, u) in enumerate(world.targets)
    ))  # fmt: skip


def ticked(shown: Inline, on: str, off: str, gap: str) -> Inline:
    """A unit's kind among all kinds, each with its box."""
    if not isinstance(shown, Shown):
        return shown
    parts: list[str | Shown] = []
    for name in (*form.KINDS.values(), "其他"):
        parts += [gap] if parts else []
        parts += [on, shown] if name == shown.text else [off + name]
    return Parts(tuple(parts))
