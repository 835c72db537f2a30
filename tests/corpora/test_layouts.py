"""Layouts to tune on and layouts to measure on are kept apart, and every one of them prints."""

from random import Random

import pytest

from corpora import invent
from corpora.dossier import Dossier
from corpora.layout import TEMPLATES, names
from corpora.papers.manners import MANNERS

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


@pytest.mark.parametrize("group", ["main", "held-out"])
def test_every_layout_comes_up(group: str) -> None:
    # gsxt is handed in only where it is planted.
    wanted = {
        (kind, f"{group}/{n}") for kind in KINDS if kind != "gsxt" for n in names(kind, group)
    }
    for seed in range(80):
        papers = Dossier(invent.make(Random(seed)), seed, group).papers()
        wanted -= {(paper.kind, paper.layout) for paper in papers}
        if not wanted:
            break
    assert not wanted


@pytest.mark.parametrize("group", ["main", "held-out"])
def test_one_seed_prints_the_same_papers(group: str) -> None:
    one, two = (
        [(p.role, p.layout, p.html) for p in Dossier(invent.make(Random(4)), 4, group).papers()]
        for _ in range(2)
    )
    assert one == two
