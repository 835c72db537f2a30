"""Clean worlds are clean: codes are valid, sums add up, every condition of the program is met."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from stdnum.cn import ric, uscc

from corpora.identity import later
from corpora.invent import make
from corpora.papers.form import declared
from corpora.world import World
from tests.corpora.truth import everyone, follows, ties

SEEDS = range(40)


@pytest.fixture(params=SEEDS, scope="module")
def world(request: pytest.FixtureRequest) -> World:
    return make(Random(request.param))


def test_one_seed_makes_one_world(world: World, request: pytest.FixtureRequest) -> None:
    seed = request.node.callspec.params["world"]
    assert asdict(make(Random(seed))) == asdict(world)
    assert declared(make(Random(seed))) == declared(world)


def test_another_seed_makes_another_world() -> None:
    assert len({make(Random(seed)).lead.uscc for seed in SEEDS}) == len(SEEDS)


def test_nothing_is_to_be_found_in_a_clean_world(world: World) -> None:
    assert follows(world) == set()


def test_every_code_has_its_check_character(world: World) -> None:
    for unit in everyone(world):
        assert uscc.is_valid(unit.uscc)
    for person in world.people:
        assert ric.calc_check_digit(person.id_number) == person.id_number[-1]


def test_id_numbers_agree_with_birth_and_sex(world: World) -> None:
    for person in world.people:
        assert person.id_number[6:14] == f"{person.birth:%Y%m%d}"
        assert int(person.id_number[16]) % 2 == (person.sex == "男")


def test_codes_carry_the_category_of_their_units(world: World) -> None:
    for unit in (world.lead, *world.members):
        assert unit.uscc[:2] == unit.category
        assert unit.uscc[2:4] == unit.division[:2]


def test_the_statements_of_every_year_add_up(world: World) -> None:
    for year in world.years.values():
        assert {name: gap for name, gap in ties(year) if gap} == {}


def test_each_year_opens_where_the_last_one_closed(world: World) -> None:
    years = sorted(world.years)
    assert years == [world.last - 2, world.last - 1, world.last]
    for before, year in pairwise(years):
        assert world.years[year].opening == world.years[before].balance


def test_the_application_lies_within_the_program_s_term(world: World) -> None:
    assert date(2023, 9, 1) <= world.applied_on <= date(2024, 8, 31)


def test_the_project_runs_for_two_years_after_the_application(world: World) -> None:
    begin, end = world.period
    assert begin > world.applied_on
    assert end == later(begin, 2) - timedelta(days=1)


def test_units_and_people_share_nothing(world: World) -> None:
    units = [world.lead, *world.members]
    for what in ("name", "uscc", "head", "address", "phone"):
        assert len({getattr(unit, what) for unit in units}) == len(units), what
    assert len({person.name for person in world.people}) == len(world.people)
    assert len({person.id_number for person in world.people}) == len(world.people)


def test_papers_are_dated_in_order(world: World) -> None:
    for unit in (world.lead, *world.members):
        assert unit.established <= unit.issued <= world.applied_on
        assert unit.established < world.signed_on <= world.applied_on
    for person in world.people:
        assert world.unit(person.employer).established < person.since < world.applied_on


def test_the_chief_engineer_is_the_lead_s(world: World) -> None:
    assert world.chief.employer == world.lead.name


def test_the_budget_has_only_heads_that_are_allowed(world: World) -> None:
    allowed = {"设备费", "人力资源费", "科研材料及事务费", "其它经营性费用"}
    assert {item for item, _ in world.budget} <= allowed


def test_the_form_states_the_world(world: World) -> None:
    stated = declared(world)
    assert stated["applied_on"] == world.applied_on.isoformat()
    assert stated["lead"]["uscc"] == world.lead.uscc
    assert [m["name"] for m in stated["members"]] == [m.name for m in world.members]
    assert stated["chief_engineer"]["age"] == world.chief.age(world.applied_on)
