"""Planting: each alters one thing of a world, and says which findings must follow from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from random import Random

from corpora.beijing import CONSORTIUM, INDUSTRIAL, REGIONAL
from corpora.plantings import beijing, money, papers, people, units
from corpora.plantings.said import ALL, Planted
from corpora.world import World

Plant = Callable[[World, Random], Planted]


@dataclass(frozen=True)
class Planting:
    """A discrepancy that can be planted."""

    name: str
    plant: Plant
    touches: frozenset[str]
    """What it meddles with; two plantings in one world touch different things."""


def _read(tables: Iterable[Mapping[Plant, str]]) -> dict[str, Planting]:
    return {
        plant.__name__: Planting(plant.__name__, plant, frozenset(touches.split()))
        for table in tables
        for plant, touches in table.items()
    }


PLANTINGS = _read((units.PLANTINGS, money.PLANTINGS, people.PLANTINGS, papers.PLANTINGS))
"""Those of the district's program (futian-2023) by name."""
BY_PROGRAM = {
    CONSORTIUM: _read((beijing.CONSORTIUM_PLANTINGS,)),
    REGIONAL: _read((beijing.REGIONAL_PLANTINGS,)),
    INDUSTRIAL: _read((beijing.INDUSTRIAL_PLANTINGS,)),
}
"""Those of the other programs by name."""


def plant(world: World, random: Random, number: int, names: tuple[str, ...] = ()) -> Planted:
    """Plant what is named, or so many discrepancies that do not meddle with each other.

    Args:
        world: altered in place.
        random: source of every choice.
        number: how many to plant by chance, if none is named.
        names: of ``PLANTINGS``.

    Returns:
        The findings that must follow: code, subject, and what was altered where.
    """
    planted: Planted = []
    touched: set[str] = set()
    table = BY_PROGRAM.get(world.program, PLANTINGS)
    rest = [table[name] for name in names] or random.sample(list(table.values()), len(table))
    done = 0
    for one in rest:
        if not names and (done >= number or _meddles(touched, one.touches)):
            continue
        planted += one.plant(world, random)
        touched |= one.touches
        done += 1
    return planted


def _meddles(touched: set[str], touches: frozenset[str]) -> bool:
    return bool(touched & touches) or bool(touched and ALL in touched | touches)
