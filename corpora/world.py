"""What is true: units, people and money of one invented submission, all of it consistent."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from corpora import books, identity


@dataclass
class Unit:
    """A legal person (单位), or what should be one."""

    name: str
    uscc: str
    kind: str
    entity_type: str
    head: str
    capital: Decimal
    established: date
    division: str
    address: str
    scope: str
    authority: str
    issued: date
    organizer: str = ""
    head_label: str = "法定代表人"
    phone: str = ""
    seal_number: str = ""
    valid: tuple[date, date | None] | None = None
    """Term of the certificate; of a licence, what it prints (None: 长期)."""

    @property
    def district(self) -> dict[str, str]:
        """The contract's district object."""
        return {"code": self.division, "name": identity.DISTRICTS[self.division]}

    @property
    def paper(self) -> str:
        """The kind of paper that proves it."""
        by_category = {
            "12": "institution-certificate",
            "51": "social-organization-certificate",
            "52": "social-organization-certificate",
        }
        return by_category.get(self.category, "business-license")

    category: str = "91"
    """What the unit is registered as; its code says the same, unless planting altered it."""


@dataclass
class Person:
    """A person on the team (人员)."""

    name: str
    sex: str
    birth: date
    id_number: str
    title: str
    employer: str
    role: str
    address: str
    specialty: str
    position: str
    since: date
    """Begin of the contract."""

    def age(self, on: date) -> int:
        """Full years on a day."""
        return on.year - self.birth.year - ((on.month, on.day) < (self.birth.month, self.birth.day))


@dataclass
class World:
    """One submission before it is printed."""

    applied_on: date
    project: str
    subject: str
    industry: str
    lead: Unit
    members: list[Unit]
    chief: Person
    leader: Person
    team: list[Person]
    books_seed: int
    years: dict[int, books.Year]
    firm: Unit
    cpas: list[tuple[str, str]]
    signed_on: date
    period: tuple[date, date]
    credit_on: date
    budget: list[tuple[str, Decimal]]
    targets: list[tuple[str, int, str]]
    grant: Decimal
    tasks: dict[str, str]
    """What each unit does in the project, by name."""
    ip_clause: str
    high_tech: bool
    program: str = "futian-2023"
    applicant: Unit | None = None
    """Who applies, where that is not the lead."""
    experts: list[Person] = field(default_factory=list)
    matching: Decimal = Decimal(0)
    """Matching funds (配套经费), where the program asks for them."""
    declared: dict[str, object] = field(default_factory=dict)
    """Overrides of what the form states, by dotted path; planting writes here."""
    printed: dict[str, object] = field(default_factory=dict)
    """Overrides of what single papers print, by ``paper:fact``; planting writes here."""
    absent: set[str] = field(default_factory=set)
    """Papers left out."""
    flags: set[str] = field(default_factory=set)
    """Other alterations that papers look at: ``no-ip-clause`` …"""

    @property
    def last(self) -> int:
        """The fiscal year before the application."""
        return self.applied_on.year - 1

    @property
    def people(self) -> list[Person]:
        """Chief engineer, project leader, team."""
        return [self.chief, self.leader, *self.team]

    def unit(self, name: str) -> Unit:
        """The lead or member of this name, else the lead."""
        return next((u for u in (self.lead, *self.members) if u.name == name), self.lead)
