"""The Beijing programs: what is clean meets every condition, what is planted misses one."""

from decimal import Decimal
from random import Random

import pytest
from stdnum.cn import uscc

from corpora import beijing
from corpora.beijing import CONSORTIUM, PROGRAMS, REGIONAL
from corpora.dossier import Dossier
from corpora.papers import bast
from corpora.plant import BY_PROGRAM, plant
from corpora.world import World

SEEDS = range(6)
CASES = [(program, name) for program in PROGRAMS for name in BY_PROGRAM[program]]


def _faults(w: World) -> set[str]:
    """The conditions that a world misses, worked out from the world alone."""
    kinds = [unit.kind for unit in (w.lead, *w.members)]
    found = set()
    if "北京" not in w.lead.address:
        found.add("lead-outside-district")
    if w.program == CONSORTIUM:
        asked = ["university research-institute", "city-society", "financial-institution"]
        asked += ["medium-enterprise", "park"]
        counts = [1] * 5
        found |= {"too-few-members"} if len(kinds) < 6 else set()
        found |= {"no-matching-funds"} if not w.matching else set()
        words = ("出国", "办公设备", "招待")
        found |= {
            "forbidden-expense" for item, _ in w.budget if any(word in item for word in words)
        }
        wanted = {i: n for i, n, _ in w.targets}
        if wanted["凝聚科技人才"] < 50 or wanted["形成产业成果"] < 5:
            found.add("target-below-required")
    else:
        asked = ["university research-institute", "city-society", "national-society"]
        counts = [2, 3, 1]
        asked.append("park" if w.program == REGIONAL else "enterprise")
        counts.append(1 if w.program == REGIONAL else 2)
        if w.applicant is None or not w.applicant.kind.endswith("society"):
            found.add("applicant-not-allowed")
        found |= {"too-few-experts"} if len({p.name for p in w.experts}) < 15 else set()
        total = sum((amount for _, amount in w.budget), Decimal(0))
        found |= {"budget-exceeds-grant"} if total > 100_000 else set()
        found |= {"late-application"} if w.applied_on.isoformat() > "2022-07-06" else set()
        if w.industry in {"文化旅游", "现代物流", "纺织服装"}:
            found.add("industry-not-listed")
    for any_of, count in zip(asked, counts, strict=True):
        if sum(kind in any_of.split() for kind in kinds) < count:
            found.add("composition-incomplete")
    return found


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_clean_world_meets_every_condition(program: str) -> None:
    for seed in SEEDS:
        world = beijing.make(Random(seed), program)
        assert not _faults(world)
        units = [world.lead, *world.members]
        assert len({unit.name for unit in units}) == len(units)
        assert all(uscc.is_valid(unit.uscc) for unit in units)


@pytest.mark.parametrize(("program", "name"), CASES)
def test_a_planting_breaks_what_it_says_and_nothing_else(program: str, name: str) -> None:
    for seed in SEEDS:
        world = beijing.make(Random(seed), program)
        told = plant(world, Random(seed), 0, (name,))
        assert _faults(world) == {one["code"] for one in told}


@pytest.mark.parametrize("group", ["main", "held-out"])
@pytest.mark.parametrize("program", PROGRAMS)
def test_every_paper_prints(program: str, group: str) -> None:
    world = beijing.make(Random(3), program)
    kinds = [paper.kind for paper in Dossier(world, 3, group).papers()]
    assert kinds.count("cooperation-agreement") == (program == CONSORTIUM)
    assert "social-organization-certificate" in kinds
    _, sheet = bast.blocks(world, bast.declared(world), Random(3), group)
    assert len(sheet) > 8
    assert bast.plan(world, Random(3), group)
