"""Layouts to tune on and layouts to measure on are kept apart, and every one of them prints."""

from random import Random

import pytest

from corpora import blocks, invent
from corpora import layout as layouts_of
from corpora.dossier import Dossier
from corpora.layout import TEMPLATES, names
from corpora.papers import form
from corpora.papers.manners import MANNERS
from corpora.papers.plan_aims import AIMS
from corpora.papers.plan_funds import FUNDS
from corpora.papers.plan_summaries import SUMMARIES

KINDS = sorted(path.name for path in TEMPLATES.iterdir())
FIRST_CLASS = (
    "business-license", "audit-report", "rd-audit-report", "cooperation-agreement",
    "labor-contract", "credit-report",
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_no_layout_is_both_to_tune_on_and_to_measure_on(kind: str) -> None:
    tuned = {(TEMPLATES / kind / "main" / f"{n}.html.j2").read_text() for n in names(kind, "main")}
    kept = {
        (TEMPLATES / kind / "held-out" / f"{n}.html.j2").read_text()
        for n in names(kind, "held-out")
    }
    assert tuned
    assert kept
    assert not tuned & kept


@pytest.mark.parametrize("kind", FIRST_CLASS)
def test_first_class_papers_have_two_layouts_to_measure_on(kind: str) -> None:
    assert len(names(kind, "held-out")) >= 2


def test_forms_have_two_manners_to_measure_on() -> None:
    kept = {manner.name for manner in MANNERS["held-out"]}
    assert len(kept) >= 2
    assert not kept & {manner.name for manner in MANNERS["main"]}


@pytest.mark.parametrize("kind", KINDS)
def test_a_layout_is_known_by_its_name(kind: str) -> None:
    assert not set(names(kind, "main")) & set(names(kind, "held-out"))


@pytest.mark.slow
@pytest.mark.parametrize("group", ["main", "held-out"])
def test_every_layout_comes_up(group: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # gsxt is handed in only where it is planted.
    wanted = {(kind, layout) for kind in KINDS if kind != "gsxt" for layout in names(kind, group)}

    def unseen(kind: str, layouts: list[str], random: Random) -> str:
        """Of the layouts that may be drawn, one that was not yet, if there is any."""
        left = [layout for layout in layouts if (kind, layout) in wanted]
        layout = random.choice(left or layouts)
        wanted.discard((kind, layout))
        return layout

    monkeypatch.setattr(layouts_of, "drawn", unseen)
    for seed in range(60):
        Dossier(invent.make(Random(seed)), seed, group).papers()
        if not wanted:
            break
    assert not wanted


@pytest.mark.parametrize("name", [m.name for group in MANNERS.values() for m in group])
def test_every_manner_of_the_form_states_the_lead_and_the_money(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    only = tuple(m for group in MANNERS.values() for m in group if m.name == name)
    monkeypatch.setattr(form, "MANNERS", {"main": only})
    world = invent.make(Random(3))
    _, sheet = form.blocks(world, form.declared(world), Random(3), "main")
    said = blocks.truth(sheet)
    wanted = {"project_name", "lead.name", "lead.uscc", f"revenue.{world.last}"}
    wanted |= {f"members.{n}.name" for n in range(len(world.members))}
    wanted |= {f"budget.{n}.amount" for n in range(len(world.budget))}
    wanted |= {f"targets.{n}.number" for n in range(len(world.targets))}
    assert wanted <= set(said)


WAYS = [
    (part, group, n)
    for part, ways in (("SUMMARIES", SUMMARIES), ("AIMS", AIMS), ("FUNDS", FUNDS))
    for group in ways
    for n in range(len(ways[group]))
]
STATED = {
    "SUMMARIES": ("lead", "members.", "period_from", "period_until"),
    "AIMS": ("targets.0.item", "targets.0.number", "targets.0.unit"),
    "FUNDS": ("budget.0.item", "budget.0.amount"),
}


@pytest.mark.parametrize(("part", "group", "n"), WAYS)
def test_every_way_of_a_plan_states_its_part(part: str, group: str, n: int) -> None:
    way = {"SUMMARIES": SUMMARIES, "AIMS": AIMS, "FUNDS": FUNDS}[part][group][n]
    said = blocks.truth(way(invent.make(Random(5))))
    assert all(any(path.startswith(fact) for path in said) for fact in STATED[part])


@pytest.mark.parametrize("group", ["main", "held-out"])
def test_one_seed_prints_the_same_papers(group: str) -> None:
    one, two = (
        [(p.role, p.layout, p.html) for p in Dossier(invent.make(Random(4)), 4, group).papers()]
        for _ in range(2)
    )
    assert one == two
