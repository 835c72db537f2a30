"""合作协议 and 劳动合同 (聘用合同书 of institutions), in several wordings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from corpora import identity
from corpora.layout import lay
from corpora.paper import Paper
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


_TITLES = {
    "main": ("创新联合体合作协议", "创新联合体共建协议", "创新联合体合作协议书", "共建创新联合体协议", "合作协议书"),
    "held-out": ("联合体协议书", "产学研合作协议", "共同组建创新联合体合同书", "联合研发合作合同"),
}  # fmt: skip


def agreement(world: World, random: Random, group: str) -> Paper:
    """创新联合体合作协议."""
    title = random.choice(_TITLES[group])
    # Drawn in any case, so that the rest of the paper stays as it was.
    wrong = Decimal(random.choice((10000, 100000, 90000)))
    said = world.grant + wrong if "agreement-words" in world.flags else world.grant
    amount = world.grant
    data = Agreement(
        title=title, project=world.project, subject=world.subject, parties=_parties(world, random),
        division="no-division" not in world.flags, ip_clause="" if "no-ip-clause" in world.flags else world.ip_clause,
        amount=amount, amount_text=random.choice((f"{amount:,.2f}元", f"{amount:.0f}元", f"{amount / 10000:.0f}万元", f"￥{amount:,.2f}元")),
        amount_words=capitals(said), period=world.period, signed_on=world.signed_on,
        style=random.choice((0, 1, 1, 2)), place_word=random.choice(("住所", "住所地", "地址", "注册地址")),
        or_agent=random.choice(("", "", "/授权代表", "（授权代表）")), phones=random.random() < 0.4,
    )  # fmt: skip
    paper = lay("cooperation-agreement", title, group, random, g=data)
    paper.role = "agreement"
    return paper


def _parties(world: World, random: Random) -> list[Party]:
    units = [world.lead, *(m for m in world.members if f"no-party:{m.name}" not in world.flags)]
    extra = world.printed.get("agreement:extra")
    if isinstance(extra, Unit):
        units.append(extra)
    first = str(world.printed.get("agreement:lead", world.lead.name))
    units.sort(key=lambda u: u.name != first)
    lead, other = random.choice(
        (("牵头单位", "参与单位"), ("牵头单位", "参与单位"), ("牵头方", "参与方"))
    )
    made, taken = [], set()
    for number, unit in enumerate(units):
        alias = next(a for a in (_alias(unit.name), unit.name) if a not in taken)
        taken.add(alias)
        made.append(Party(
            label=_LABELS[number], alias=alias, unit=unit, role="lead" if number == 0 else "participant",
            role_words=lead if number == 0 else other,
            task=world.tasks.get(unit.name, "参与技术验证与应用推广"),
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


_FULL = (
    ("乙方实行标准工时制，每日工作八小时，每周工作四十小时。", "标准工时制"),
    ("甲方安排乙方执行标准工时工作制，为全日制用工，每周休息日为周六、周日。", "全日制"),
    ("乙方所在岗位实行不定时工作制，乙方为甲方全职员工，不得在其他单位兼职。", "全职"),
    ("双方同意按标准工时工作制执行，每天工作不超过8小时，平均每周不超过40小时。", "标准工时工作制"),
)
_PART = (
    (
        "乙方以小时计酬为主，平均每日工作时间不超过四小时，每周累计不超过二十四小时，为非全日制用工。",
        "非全日制",
    ),
    ("本合同为非全日制用工，乙方每周到岗两个半天，可与其他单位同时建立劳动关系。", "非全日制用工"),
)


def labor(world: World, person: Person, random: Random, group: str) -> Paper:
    """劳动合同书 of a person, or 聘用合同书 where the employer is an institution."""
    chief = person is world.chief
    unit = world.unit(person.employer)
    employer = str(world.printed.get("labor:employer", unit.name)) if chief else unit.name
    part = chief and "part-time" in world.flags
    kind = "fixed" if random.random() < 0.75 or part else "open-ended"
    public = unit.category == "12" and employer == unit.name
    hours, words = random.choice(_PART if part else _FULL)
    start = person.since
    pay = (
        "工资标准按小时计算，每小时200元"
        if part
        else f"月工资标准为{random.randrange(12, 60) * 1000}元"
    )
    data = Employment(
        title=_title(random, group, public=public, part=part), noun="聘用合同" if public else "劳动合同",
        first=random.choice(("甲方（用人单位）", "甲方（用人单位）", "甲方（单位）") if not public else ("甲方（聘用单位）",)),
        second=random.choice(("乙方（劳动者）", "乙方（劳动者）", "乙方（员工）") if not public else ("乙方（受聘人员）",)),
        employer=employer, employer_head=unit.head, employer_address=unit.address, seal_number=unit.seal_number,
        person=person, id_number=person.id_number, term_title="聘用合同期限" if public else random.choice(("劳动合同期限", "合同期限")),
        term_kind=kind, term_words="固定期限" if kind == "fixed" else "无固定期限", start=start,
        end=_end(start, world.applied_on, random), trial=random.choice((1, 2, 3, 6)),
        signed=start - timedelta(days=random.randrange(0, 10)), style=random.choice((0, 1, 2)), full_time=not part,
        hours=hours, hours_words=words, pay=pay, phone=identity.mobile(random), with_birth=random.random() < 0.6,
    )  # fmt: skip
    paper = lay("labor-contract", f"{person.name}{data.noun}", group, random, k=data)
    paper.role = "labor" if chief else f"labor:{person.name}"
    return paper


def _title(random: Random, group: str, *, public: bool, part: bool) -> str:
    if part:
        return random.choice(("非全日制用工劳动合同", "非全日制劳动合同书"))
    if public:
        return random.choice(("聘用合同书", "事业单位聘用合同书"))
    return random.choice(
        ("劳动合同书", "劳动合同") if group == "main" else ("劳动合同", "员工劳动合同书")
    )


def _end(start: date, applied: date, random: Random) -> date:
    """A term of whole years that reaches well beyond the application."""
    years = next(
        n for n in (3, 5, 8, 10) if identity.later(start, n) > applied + timedelta(days=200)
    )
    return identity.later(start, years) - timedelta(days=random.choice((0, 1, 1)))
