"""Which papers an applicant hands in (第七条 of the program), each printed from the world.

Every paper has randomness of its own, drawn from the seed and its role: what is altered in one
leaves all the others as they were, to the letter.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from corpora.beijing import CONSORTIUM, PROGRAMS
from corpora.paper import Paper
from corpora.papers import audits, certificates, contracts, research
from corpora.papers.licence import licence
from corpora.world import Person, Unit, World


@dataclass(frozen=True)
class Dossier:
    """The papers of one world."""

    world: World
    seed: int
    group: str

    def random(self, role: str) -> Random:
        """A paper's own randomness."""
        return Random(f"{self.seed}/{role}")

    def papers(self) -> list[Paper]:
        """All printed papers but form and plan, in the order of the program's list."""
        world, group = self.world, self.group
        if world.program in PROGRAMS:
            made = self._units()
            if world.program == CONSORTIUM:
                made.append(contracts.agreement(world, self.random("agreement"), group))
            return [paper for paper in made if paper.role not in world.absent]
        made = [*self._units(), self._credit(), *self._audits()]
        made.append(contracts.agreement(world, self.random("agreement"), group))
        for number, person in enumerate(world.people):
            made += self._person(number, person)
        if world.high_tech:
            made.append(certificates.qualification(world, self.random("qualification"), group))
        return [paper for paper in made if paper.role not in world.absent]

    def _units(self) -> list[Paper]:
        made = []
        for number, unit in enumerate((self.world.lead, *self.world.members)):
            random = self.random(f"unit {number}")
            if unit.paper == "business-license":
                other = self.world.printed.get(f"qr:{unit.name}")
                named = other if isinstance(other, Unit) else None
                paper = licence(unit, random, self.group, named, full=not number)
            else:
                paper = certificates.certificate(unit, random, self.group)
            paper.role = f"member:{unit.name}" if number else "licence"
            paper.name = f"{unit.name if number else '牵头单位'}{paper.name}"
            made.append(paper)
        return made

    def _credit(self) -> Paper:
        make = certificates.gsxt if "gsxt" in self.world.flags else certificates.credit
        return make(self.world, self.random("credit"), self.group)

    def _audits(self) -> list[Paper]:
        made = []
        world, group = self.world, self.group
        annexed = self.random("annexed").random() < 0.35
        for back in (0, 1):
            report = audits.financial(world, world.last - back, self.random(f"audit {back}"), group)
            made.append(report)
            if annexed and report.role not in world.absent:
                firm = licence(world.firm, self.random("annex"), group)
                firm.role, firm.annex_of = f"annex:{report.role}", report
                made.append(firm)
        years = (world.last,) if "rd-one-year" in world.flags else (world.last, world.last - 1)
        made.append(research.research(world, years, self.random("rd"), group))
        return made

    def _person(self, number: int, person: Person) -> list[Paper]:
        """Contract or record of contributions, or both; the title's certificate; the chief's ID."""
        world, group = self.world, self.group
        chief = person is world.chief
        shown = str(world.printed.get("title:title", person.title)) if chief else person.title
        toss = self.random(f"person {number}")
        contract = chief or person is world.leader or toss.random() < 0.5
        insured = not contract or (chief and toss.random() < 0.5)
        made: list[Paper] = []
        if contract:
            made.append(contracts.labor(world, person, self.random(f"labor {number}"), group))
        if insured:
            made.append(certificates.insurance(world, person, self.random(f"dues {number}"), group))
        if chief:
            made.append(certificates.id_card(person, world.applied_on, self.random("id"), group))
        random = self.random(f"title {number}")
        made.append(certificates.title(person, shown, random, group, world.applied_on))
        return made
