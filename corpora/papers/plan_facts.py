"""What the parts of a plan print: its facts as they are shown, and what a part is."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from corpora.blocks import Block, Inline, Shown
from corpora.print_forms import day, rounded, tens
from corpora.world import World

Way = Callable[[World], list[Block]]
"""A way to state a part of the plan."""
Opening = Callable[[World, list[str]], list[Block]]
"""What stands before the first heading; it may list the headings."""
Names = tuple[tuple[str, ...], tuple[int, ...]]
"""What the eight parts are called, and in which order they come."""
Mark = tuple[str, tuple[str, ...], bool]
"""How a heading is numbered, with which figures, and whether it is a bar of a table."""


def project(world: World) -> Shown:
    """The consortium's name."""
    return Shown("project_name", world.project)


def term(world: World, style: int) -> tuple[Shown, Shown]:
    """Both ends of the term."""
    first, last = world.period
    return (
        Shown("period_from", day(first, style), first.isoformat()),
        Shown("period_until", day(last, style), last.isoformat()),
    )


def lead(world: World) -> Shown:
    """Who leads."""
    return Shown("lead", world.lead.name)


def members(world: World) -> list[Shown]:
    """Who takes part."""
    return [Shown(f"members.{n}", member.name) for n, member in enumerate(world.members)]


def joined(world: World, between: str = "、") -> list[Inline]:
    """Members in a sentence."""
    units: list[Inline] = []
    for member in members(world):
        units += [*([between] if units else []), member]
    return units


def months(world: World) -> int:
    """How long the term is."""
    first, last = world.period
    return (last.year - first.year) * 12 + last.month - first.month + 1


def aims(world: World) -> list[tuple[Shown, Shown, Shown]]:
    """Name, number and unit of every target."""
    return [
        (
            Shown(f"targets.{n}.item", item),
            Shown(f"targets.{n}.number", str(count), count),
            Shown(f"targets.{n}.unit", unit),
        )
        for n, (item, count, unit) in enumerate(world.targets)
    ]


def items(world: World) -> list[Shown]:
    """What the money is for."""
    return [Shown(f"budget.{n}.item", item) for n, (item, _) in enumerate(world.budget)]


def amounts(world: World, places: int = 2) -> list[Shown]:
    """In 万元 with so many decimals."""
    return [
        Shown(f"budget.{n}.amount", tens(amount, places), f"{rounded(amount, places):.2f}")
        for n, (_, amount) in enumerate(world.budget)
    ]


def paid(world: World, places: int = 2) -> list[tuple[Shown, Shown]]:
    """What the money is for, and how much in 万元."""
    return list(zip(items(world), amounts(world, places), strict=True))


def whole(world: World) -> Decimal:
    """All the money."""
    return sum((amount for _, amount in world.budget), Decimal(0))
