"""A planting does what it says, says all that follows from it, and nothing else changes."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import asdict
from random import Random

import pytest

from corpora.invent import make
from corpora.plant import PLANTINGS, plant
from corpora.world import World
from docint.vocabulary import FINDINGS
from tests.corpora.truth import CODES, follows, ties

SEEDS = range(12)


def planted(name: str, seed: int) -> tuple[World, World, list[dict[str, str]]]:
    """The world before, the world after, and what was said."""
    before = make(Random(seed))
    after = deepcopy(before)
    return before, after, plant(after, Random(seed + 1), 1, (name,))


@pytest.mark.parametrize("name", PLANTINGS)
def test_a_planting_says_exactly_what_follows(name: str) -> None:
    for seed in SEEDS:
        _, after, said = planted(name, seed)
        told = {(one["code"], one["subject"]) for one in said if one["code"] in CODES}
        if name == "expired_qualification":  # lies in the paper, not in the world
            told = set()
        assert told == follows(after), seed


@pytest.mark.parametrize("name", PLANTINGS)
def test_a_planting_alters_the_world_and_names_known_codes(name: str) -> None:
    for seed in SEEDS:
        before, after, said = planted(name, seed)
        assert said
        assert asdict(before) != asdict(after)
        assert {one["code"] for one in said} <= FINDINGS.keys()
        assert all(one["subject"] and one["note"] for one in said)


@pytest.mark.parametrize("name", PLANTINGS)
def test_books_still_tie_after_any_planting(name: str) -> None:
    for seed in SEEDS:
        _, after, _ = planted(name, seed)
        for year in after.years.values():
            assert {tie: gap for tie, gap in ties(year) if gap} == {}


@pytest.mark.parametrize("name", PLANTINGS)
def test_one_seed_plants_one_thing(name: str) -> None:
    _, one, said = planted(name, 3)
    _, two, again = planted(name, 3)
    assert asdict(one) == asdict(two)
    assert said == again


def test_plantings_in_one_world_do_not_meddle_with_each_other() -> None:
    for seed in range(60):
        world = make(Random(seed))
        said = plant(world, Random(seed), 4)
        told = {(one["code"], one["subject"]) for one in said if one["code"] in CODES}
        stale = "stale-high-tech" in world.flags
        told -= {("expired-document", world.lead.name)} if stale else set()
        assert told == follows(world), seed


def test_nothing_is_planted_when_nothing_is_asked() -> None:
    world = make(Random(1))
    before = asdict(deepcopy(world))
    assert plant(world, Random(1), 0) == []
    assert asdict(world) == before
