"""Which papers an applicant hands in (第七条 of the program), each printed from the world."""

from __future__ import annotations

from random import Random

from corpora.paper import Paper
from corpora.papers import audits, certificates, contracts, research
from corpora.papers.licence import licence
from corpora.world import Person, Unit, World


def papers(world: World, random: Random, group: str) -> list[Paper]:
    """All printed papers but the form and the plan, in the order of the program's list."""
    made = [*_units(world, random, group), _credit(world, random, group)]
    made += [*_audits(world, random, group), contracts.agreement(world, random, group)]
    for person in world.people:
        made += _person(world, person, random, group)
    if world.high_tech:
        made.append(certificates.qualification(world, random, group))
    return [paper for paper in made if paper.role not in world.absent]


def _units(world: World, random: Random, group: str) -> list[Paper]:
    made = []
    for unit in (world.lead, *world.members):
        if unit.paper == "business-license":
            other = world.printed.get(f"qr:{unit.name}")
            paper = licence(unit, random, group, other if isinstance(other, Unit) else None)
        else:
            paper = certificates.certificate(unit, random, group)
        lead = unit is world.lead
        paper.role = "licence" if lead else f"member:{unit.name}"
        paper.name = f"{'牵头单位' if lead else unit.name}{paper.name}"
        made.append(paper)
    return made


def _credit(world: World, random: Random, group: str) -> Paper:
    make = certificates.gsxt if "gsxt" in world.flags else certificates.credit
    return make(world, random, group)


def _audits(world: World, random: Random, group: str) -> list[Paper]:
    made = []
    annexed = random.random() < 0.35
    for year in (world.last, world.last - 1):
        report = audits.financial(world, year, random, group)
        made.append(report)
        if annexed and report.role not in world.absent:
            firm = licence(world.firm, random, group)
            firm.role, firm.annex_of = "annex", report
            made.append(firm)
    years = (world.last,) if "rd-one-year" in world.flags else (world.last, world.last - 1)
    made.append(research.research(world, years, random, group))
    return made


def _person(world: World, person: Person, random: Random, group: str) -> list[Paper]:
    """A contract or a record of contributions, or both; the title's certificate; the chief's ID."""
    chief = person is world.chief
    shown = str(world.printed.get("title:title", person.title)) if chief else person.title
    made: list[Paper] = []
    both, which = random.random() < 0.5, random.random() < 0.5
    if chief or which or person is world.leader:
        made.append(contracts.labor(world, person, random, group))
    if (chief and both) or not made:
        made.append(certificates.insurance(world, person, random, group))
    if chief:
        made.append(certificates.id_card(person, world.applied_on, random, group))
    made.append(certificates.title(person, shown, random, group, world.applied_on))
    return made
