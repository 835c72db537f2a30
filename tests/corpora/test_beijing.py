"""The Beijing programs: what is clean meets every condition, what is planted misses one."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest
from stdnum.cn import uscc

from corpora import beijing, blocks
from corpora.beijing import CONSORTIUM, INDUSTRIAL, PROGRAMS, REGIONAL
from corpora.dossier import Dossier
from corpora.identity import later
from corpora.papers import bast, bast_kept
from corpora.plant import BY_PROGRAM, plant
from corpora.world import World

SEEDS = range(6)
CASES = [(program, name) for program in PROGRAMS for name in BY_PROGRAM[program]]


PLACES = {
    CONSORTIUM: (
        (1, {"university", "research-institute"}),
        (1, {"city-society"}),
        (1, {"financial-institution"}),
        (1, {"medium-enterprise"}),
        (1, {"park"}),
    ),
    REGIONAL: (
        (2, {"university", "research-institute"}),
        (3, {"city-society"}),
        (1, {"national-society"}),
        (1, {"medium-enterprise"}),
        (1, {"park"}),
    ),
    INDUSTRIAL: (
        (2, {"university", "research-institute"}),
        (3, {"city-society"}),
        (1, {"national-society"}),
        (3, {"medium-enterprise", "enterprise"}),
    ),
}
FORBIDDEN = ("福利", "奖金", "出国", "招待", "办公", "管理费", "协调", "投资", "捐赠", "贷款")


def _faults(w: World) -> set[str]:
    """The conditions that a world misses, worked out from the world alone."""
    return {*_units(w), *_declared(w), *_papers(w), *_asked(w)}


def _units(w: World) -> Iterator[str]:
    units = [w.lead, *w.members]
    names = {unit.name for unit in units}
    if "北京" not in w.lead.address:
        yield "lead-outside-district"
    if "分公司" in w.lead.entity_type:
        yield "not-legal-person"
    if w.lead.category not in (("91", "51") if w.program == CONSORTIUM else ("91",)):
        yield "lead-kind-not-allowed"
    if any(unit.organizer in names for unit in units):
        yield "affiliated-members"
    if any(member.head == w.lead.head for member in w.members):
        yield "shared-legal-representative"
    for unit in units:
        if unit.category != "91" and unit.valid and (unit.valid[1] or date.max) < w.applied_on:
            yield "expired-document"
    for count, kinds in PLACES[w.program]:
        if sum(unit.kind in kinds for unit in units) < count:
            yield "composition-incomplete"


def _declared(w: World) -> Iterator[str]:
    truth = {
        "name": ("name-mismatch", w.lead.name),
        "uscc": ("uscc-mismatch", w.lead.uscc),
        "district": ("district-mismatch", w.lead.district),
        "legal_representative": ("legal-representative-mismatch", w.lead.head),
        "established_on": ("established-date-mismatch", w.lead.established.isoformat()),
    }
    for field, (code, true) in truth.items():
        if w.declared.get(f"lead.{field}", true) != true:
            yield code
    for number, member in enumerate(w.members):
        if w.declared.get(f"members.{number}.legal_representative", member.head) != member.head:
            yield "legal-representative-mismatch"
    if w.declared.get("project_leader.name") == "":
        yield "project-leader-missing"


def _papers(w: World) -> Iterator[str]:
    if w.absent:
        yield "missing-document"
    if "agreement:extra" in w.printed:
        yield "undeclared-agreement-party"
    if "agreement:lead" in w.printed:
        yield "member-role-mismatch"
    codes = {
        "no-party": "member-not-in-agreement",
        "unsigned": "unsigned-document",
        "unsealed": "seal-missing",
    }
    for flag in w.flags:
        yield codes[flag.partition(":")[0]]


def _asked(w: World) -> Iterator[str]:
    total = sum((amount for _, amount in w.budget), Decimal(0))
    if w.program == CONSORTIUM:
        wanted = {i: n for i, n, _ in w.targets}
        tests = {
            "too-few-members": len(w.members) < 5,
            "no-matching-funds": not w.matching,
            "forbidden-expense": any(word in item for item, _ in w.budget for word in FORBIDDEN),
            "target-below-required": wanted["凝聚科技人才"] < 50 or wanted["形成产业成果"] < 5,
            "period-unusual": later(w.period[0], 2) - timedelta(days=1) != w.period[1],
        }
    else:
        tests = {
            "applicant-not-allowed": not (w.applicant and w.applicant.category == "51"),
            "too-few-experts": len({p.name for p in w.experts}) < 15,
            "budget-exceeds-grant": total > 100_000,
            "late-application": w.applied_on.isoformat() > "2022-07-06",
            "industry-not-listed": w.program == INDUSTRIAL and w.industry not in beijing.FIELDS,
        }
    yield from (code for code, missed in tests.items() if missed)


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


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("number", range(len(bast_kept.DRAWN["held-out"])))
def test_a_form_that_is_drawn_as_a_whole_states_everything(
    program: str, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    only = {"held-out": (bast_kept.DRAWN["held-out"][number],)}
    monkeypatch.setattr(bast, "DRAWN", only)
    world = beijing.make(Random(number), program)
    _, sheet = bast.blocks(world, bast.declared(world), Random(number), "held-out")
    said = {path: leaf["value"] for path, leaf in blocks.truth(sheet).items()}
    for many, keys in (
        ("members", ("name", "uscc", "kind", "legal_representative", "role")),
        ("experts", ("name", "employer", "title")),
    ):
        stated = bast.declared(world)[many]
        rows = [tuple(said[f"{many}.{n}.{key}"] for key in keys) for n in range(len(stated))]
        assert sorted(rows) == sorted(tuple(one[key] for key in keys) for one in stated)
    assert [f"{a:.2f}" for _, a in world.budget] == [
        said[f"budget.{n}.amount"] for n in range(len(world.budget))
    ]
    assert [c for _, c, _ in world.targets] == [
        said[f"targets.{n}.number"] for n in range(len(world.targets))
    ]
    assert said["applied_on"] == world.applied_on.isoformat()
