"""合作协议 and 劳动合同 (聘用合同书 of institutions), in several wordings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from corpora import identity
from corpora.layout import lay
from corpora.paper import Paper
from corpora.papers.wordings import ACCORDS, HIRINGS, Accord, Hiring
from corpora.print_forms import capitals
from corpora.world import Person, Unit, World

_LABELS = ("甲方", "乙方", "丙方", "丁方", "戊方", "己方", "庚方", "辛方")


@dataclass(frozen=True)
class Party:
    """A party (当事方) of the agreement."""

    label: str
    alias: str
    unit: Unit
    role: str
    role_words: str
    task: str
    sealed: bool
    signed: bool
    seal_kind: str
    seal_text: str


@dataclass(frozen=True)
class Agreement:
    """What the templates of an agreement print."""

    title: str
    project: str
    subject: str
    parties: list[Party]
    division: bool
    ip_clause: str
    amount: Decimal
    amount_text: str
    amount_words: str
    period: tuple[date, date]
    signed_on: date
    style: int
    place_word: str
    or_agent: str
    phones: bool


def agreement(world: World, random: Random, group: str) -> Paper:
    """创新联合体合作协议."""
    words = ACCORDS[group]
    title = random.choice(words.titles)
    # Drawn in any case, so that the rest of the paper stays as it was.
    wrong = Decimal(random.choice((10000, 100000, 90000)))
    said = world.grant + wrong if "agreement-words" in world.flags else world.grant
    amount = world.grant
    data = Agreement(
        title=title, project=world.project, subject=world.subject, parties=_parties(world, random, words),
        division="no-division" not in world.flags, ip_clause=_rights(world, random, words),
        amount=amount, amount_text=random.choice((f"{amount:,.2f}元", f"{amount:.0f}元", f"{amount / 10000:.0f}万元", f"￥{amount:,.2f}元")),
        amount_words=capitals(said), period=world.period, signed_on=world.signed_on,
        style=random.choice((0, 1, 1, 2)), place_word=random.choice(("住所", "住所地", "地址", "注册地址")),
        or_agent=random.choice(("", "", "/授权代表", "（授权代表）")), phones=random.random() < 0.4,
    )  # fmt: skip
    paper = lay("cooperation-agreement", title, group, random, g=data)
    paper.role = "agreement"
    return paper


def _rights(world: World, random: Random, words: Accord) -> str:
    clause = random.choice(words.rights) or world.ip_clause
    return "" if "no-ip-clause" in world.flags else clause


def _task(world: World, unit: Unit, random: Random, words: Accord) -> str:
    """What a unit does, as the plan says it or in the agreement's own words."""
    task = world.tasks.get(unit.name, "参与技术验证与应用推广")
    form = random.choice(words.tasks)
    if not form:
        return task
    for part in ("，并参与联合攻关", "，提交阶段研究报告"):
        task = task.removesuffix(part)
    for verb in ("承担", "负责", "牵头开展", "参与"):
        task = task.removeprefix(verb)
    return form.format(task)


def _parties(world: World, random: Random, words: Accord) -> list[Party]:
    units = [world.lead, *(m for m in world.members if f"no-party:{m.name}" not in world.flags)]
    extra = world.printed.get("agreement:extra")
    if isinstance(extra, Unit):
        units.append(extra)
    first = str(world.printed.get("agreement:lead", world.lead.name))
    units.sort(key=lambda u: u.name != first)
    lead, other = random.choice(words.roles)
    made, taken = [], set()
    for number, unit in enumerate(units):
        alias = next(a for a in (_alias(unit.name), unit.name) if a not in taken)
        taken.add(alias)
        made.append(Party(
            label=_LABELS[number], alias=alias, unit=unit, role="lead" if number == 0 else "participant",
            role_words=lead if number == 0 else other,
            task=_task(world, unit, random, words),
            sealed=f"unsealed:{unit.name}" not in world.flags, signed=f"unsigned:{unit.name}" not in world.flags,
            seal_kind="seal" if random.random() < 0.8 else "contract",
            seal_text=str(world.printed.get(f"seal:{unit.name}", unit.name)),
        ))  # fmt: skip
    return made


def _alias(name: str) -> str:
    for word in (
        "股份有限公司",
        "有限责任公司",
        "有限公司",
        "（深圳）",
        "深圳市",
        "深圳",
        "广州市",
        "北京市",
        "上海市",
        "市",
    ):
        name = name.replace(word, "")
    return name[:6]


@dataclass(frozen=True)
class Employment:
    """What the templates of a contract of employment print."""

    title: str
    noun: str
    first: str
    second: str
    employer: str
    employer_head: str
    employer_address: str
    seal_number: str
    person: Person
    id_number: str
    term_title: str
    term_kind: str
    term_words: str
    start: date
    end: date
    trial: int
    signed: date
    style: int
    full_time: bool
    hours: str
    hours_words: str
    pay: str
    phone: str
    with_birth: bool


def labor(world: World, person: Person, random: Random, group: str) -> Paper:
    """劳动合同书 of a person, or 聘用合同书 where the employer is an institution."""
    chief = person is world.chief
    unit = world.unit(person.employer)
    employer = str(world.printed.get("labor:employer", unit.name)) if chief else unit.name
    part = chief and "part-time" in world.flags
    kind = "fixed" if random.random() < 0.75 or part else "open-ended"
    public = unit.category == "12" and employer == unit.name
    words = HIRINGS[group]
    hours, shown = random.choice(words.part if part else words.full)
    employs, works = random.choice(words.public)
    start = person.since
    pay = (
        "工资标准按小时计算，每小时200元"
        if part
        else f"月工资标准为{random.randrange(12, 60) * 1000}元"
    )
    data = Employment(
        title=_title(random, words, public=public, part=part), noun="聘用合同" if public else "劳动合同",
        first=employs if public else random.choice(words.first),
        second=works if public else random.choice(words.second),
        employer=employer, employer_head=unit.head, employer_address=unit.address, seal_number=unit.seal_number,
        person=person, id_number=person.id_number, term_title="聘用合同期限" if public else random.choice(words.terms),
        term_kind=kind, term_words="固定期限" if kind == "fixed" else "无固定期限", start=start,
        end=_end(start, world.applied_on, random), trial=random.choice((1, 2, 3, 6)),
        signed=start - timedelta(days=random.randrange(0, 10)), style=random.choice((0, 1, 2)), full_time=not part,
        hours=hours, hours_words=shown, pay=pay, phone=identity.mobile(random), with_birth=random.random() < 0.6,
    )  # fmt: skip
    paper = lay("labor-contract", f"{person.name}{data.noun}", group, random, k=data)
    paper.role = "labor" if chief else f"labor:{person.name}"
    return paper


def _title(random: Random, words: Hiring, *, public: bool, part: bool) -> str:
    if part:
        return random.choice(words.part_titles)
    return random.choice(words.public_titles if public else words.titles)


def _end(start: date, applied: date, random: Random) -> date:
    """A term of whole years that reaches well beyond the application."""
    years = next(
        n for n in (3, 5, 8, 10) if identity.later(start, n) > applied + timedelta(days=200)
    )
    return identity.later(start, years) - timedelta(days=random.choice((0, 1, 1)))
