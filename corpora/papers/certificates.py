"""事业单位法人证书, 民办非企业单位登记证书, 身份证, 职称证书, 社保证明, 高新技术企业证书, 信用报告."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from corpora import identity
from corpora.layout import lay
from corpora.paper import Paper
from corpora.world import Person, Unit, World


def certificate(unit: Unit, random: Random, group: str) -> Paper:
    """事业单位法人证书 or 民办非企业单位登记证书, whichever the unit has."""
    names = {"12": "事业单位法人证书", "51": "社会团体法人登记证书"}
    name = names.get(unit.category, "民办非企业单位登记证书")
    return lay(unit.paper, name, group, random, u=unit)


def id_card(person: Person, applied: date, random: Random, group: str) -> Paper:
    """居民身份证, both sides; the term follows from the age at issue (16–25: 10 years, to 45: 20)."""
    issued = identity.past(random, applied, (1, 8))
    age = person.age(issued)
    until = None if age >= 46 else identity.later(issued, 10 if age < 26 else 20)
    paper = lay(
        "id-card", f"{person.name}身份证", group, random, p=person, since=issued, until=until
    )
    paper.role = "id"
    return paper


@dataclass(frozen=True)
class Title:
    """A 职称 as certified."""

    person: Person
    title: str
    level: str
    on: date
    issuer: str


_LEVELS = {
    "正高级工程师": "正高级", "研究员": "正高级", "教授": "正高级", "高级工程师": "副高级", "副研究员": "副高级",
    "副教授": "副高级", "工程师": "中级", "助理研究员": "中级", "讲师": "中级", "助理工程师": "初级",
}  # fmt: skip


def title(person: Person, shown: str, random: Random, group: str, applied: date) -> Paper:
    """职称证书 of a person for a title."""
    level = _LEVELS[shown]
    young = {"正高级": 36, "副高级": 31}.get(level, 25)
    first = min(identity.later(person.birth, young), identity.past(random, applied, (0.5, 1)))
    span = max(30, min(4000, (applied - first).days - 60))
    issuer = random.choice(
        ("广东省人力资源和社会保障厅", "深圳市人力资源和社会保障局", "湖北省人力资源和社会保障厅")
    )
    data = Title(person, shown, level, first + timedelta(days=random.randrange(span)), issuer)
    paper = lay("title-certificate", f"{person.name}职称证书", group, random, t=data)
    paper.role = f"title:{person.name}"
    return paper


@dataclass(frozen=True)
class Insurance:
    """A record of contributions."""

    person: Person
    employer: str
    code: str
    first: date
    last: date
    rows: list[date]
    base: int
    office: str
    on: date

    @property
    def months(self) -> int:
        """Months paid."""
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1


def insurance(world: World, person: Person, random: Random, group: str) -> Paper:
    """社保证明: an unbroken run of months up to the one before it was printed."""
    unit = world.unit(person.employer)
    on = world.applied_on - timedelta(days=random.randrange(3, 25))
    last = on.replace(day=1) - timedelta(days=1)
    run = min(random.randrange(6, 30), max(2, (last - person.since).days // 30))
    rows = [_months_before(last, n) for n in range(run)][::-1]
    city = identity.city(unit.division)
    office = {"深圳": "深圳市社会保险基金管理局"}.get(city, f"{city}市社会保险基金管理中心")
    data = Insurance(
        person, unit.name, f"{random.randrange(10**7):07d}", rows[0], rows[-1], rows[-13:],
        random.randrange(4, 24) * 1000, office, on,
    )  # fmt: skip
    elsewhere = (
        "letter",
        "rights",
        "certificate_text",
        "employer_letter",
        "national_certificate",
        "province_rights",
        "sentence_proof",
        "labels_above",
        "narrated",
        "unit_statement",
        "year_strip",
        "stub_receipt",
        "paid_by_kinds",
        "span_rows_by_payer",
        "months_listed_two_columns",
        "employer_roll_one",
    )
    only = () if city == "深圳" else elsewhere
    paper = lay("social-insurance-record", f"{person.name}社保证明", group, random, only, s=data)
    paper.role = "insurance" if person is world.chief else f"insurance:{person.name}"
    return paper


def _months_before(day: date, number: int) -> date:
    index = day.year * 12 + day.month - 1 - number
    return date(index // 12, index % 12 + 1, 1)


@dataclass(frozen=True)
class Qualification:
    """高新技术企业: valid for three years."""

    unit: Unit
    number: str
    on: date
    until: date
    offices: tuple[str, ...]


def qualification(world: World, random: Random, group: str) -> Paper:
    """高新技术企业证书 of the lead."""
    back = 4 if "stale-high-tech" in world.flags else random.choice((1, 2))
    on = date(world.applied_on.year - back, 12, random.randrange(1, 28))
    number = f"GR{on.year}4420{random.randrange(10**4):04d}"
    offices = ("深圳市科技创新委员会", "深圳市财政局", "国家税务总局深圳市税务局")
    data = Qualification(world.lead, number, on, identity.later(on, 3), offices)
    paper = lay("qualification-certificate", "高新技术企业证书", group, random, q=data)
    paper.role = "qualification"
    return paper


@dataclass(frozen=True)
class Credit:
    """What 信用中国 says of a unit."""

    unit: Unit
    name: str
    uscc: str
    on: date
    style: int
    licences: int
    penalties: int
    dishonest: int
    abnormal: int
    honest: int


def credit(world: World, random: Random, group: str) -> Paper:
    """法人和非法人组织公共信用信息报告 of the lead; 行政处罚 alone is no 严重失信."""
    data = _credit(world, random)
    paper = lay("credit-report", "信用报告", group, random, c=data)
    paper.role = "credit"
    if "pages-missing:credit" in world.flags and "/classic" in paper.layout:
        paper.drop = {2}
    return paper


def gsxt(world: World, random: Random, group: str) -> Paper:
    """企业信用信息公示报告: what is often handed in instead."""
    paper = lay("gsxt", "信用报告", group, random, c=_credit(world, random), as_kind="other")
    paper.role = "credit"
    return paper


def _credit(world: World, random: Random) -> Credit:
    return Credit(
        world.lead, world.lead.name, world.lead.uscc, world.credit_on, random.choice((0, 1, 3)),
        random.randrange(0, 9), random.choice((0, 0, 0, 0, 1)), int("dishonest" in world.flags), 0,
        random.randrange(0, 4),
    )  # fmt: skip
