"""What is true: units, people and money of one invented submission, all of it consistent."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from corpora import books, identity
from corpora.identity import FUTIAN


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
        by_category = {"12": "institution-certificate", "52": "social-organization-certificate"}
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


_SUBJECTS = (
    "低功耗视觉芯片",
    "超导量子测控",
    "多模态医学影像",
    "隐私计算平台",
    "精密运动控制",
    "高精度惯性传感",
    "工业质检智能体",
    "先进封装工艺",
    "可信数据流通",
    "微创手术机器人",
    "第三代半导体功率器件",
    "体外诊断试剂",
)
_BUDGET = ("设备费", "人力资源费", "科研材料及事务费", "其它经营性费用")
_TARGETS = (
    ("申请发明专利", 5, 20, "件"),
    ("发表SCI论文", 3, 12, "篇"),
    ("新增营业收入", 1000, 9000, "万元"),
    ("培养研发人才", 10, 60, "名"),
    ("参与制定标准", 1, 5, "项"),
    ("研制样机", 1, 6, "台"),
)


def make(random: Random) -> World:
    """A clean world: nothing in it contradicts anything else, and every condition is met."""
    applied = date(2023, 9, 5) + timedelta(days=random.randrange(0, 350))
    if applied.month in (1, 2, 3) or applied > date(2024, 8, 25):
        # Before spring the last year's audit is seldom done.
        applied = applied.replace(
            month=random.choice((4, 5, 6, 7)), year=2024, day=min(applied.day, 28)
        )
    taken: set[str] = set()
    lead = firm(random, FUTIAN, applied, taken, capital=(1000, 20000))
    members = [_institution(random, applied)]
    members += [
        firm(random, random.choice(list(identity.DISTRICTS)), applied, taken)
        for _ in range(random.randrange(1, 4))
    ]
    if random.random() < 0.2:
        members.append(_private_institute(random, applied, taken))
    random.shuffle(members)
    begin = (applied.replace(day=1) + timedelta(days=32)).replace(day=1)
    subject = random.choice(_SUBJECTS)
    seed = random.getrandbits(48)
    people = _people(random, applied, lead, members)
    return World(
        applied_on=applied,
        project=f"{subject}{random.choice(('关键技术', '', '共性技术'))}创新联合体",
        subject=subject,
        industry=random.choice(
            ("半导体与集成电路", "软件和信息服务", "生物医药", "量子信息", "区块链")
        ),
        lead=lead,
        members=members,
        chief=people[0],
        leader=people[1],
        team=people[2:],
        books_seed=seed,
        years=books.keep(seed, applied.year - 1, lead.capital),
        firm=_audit_firm(random, taken),
        cpas=[
            (identity.person_name(random), f"4403{random.randrange(10**8):08d}") for _ in range(2)
        ],
        signed_on=applied - timedelta(days=random.randrange(8, 60)),
        period=(begin, identity.later(begin, 2) - timedelta(days=1)),
        credit_on=applied - timedelta(days=random.randrange(1, 25)),
        budget=[(item, Decimal(random.randrange(20, 200)) * 10000) for item in _BUDGET],
        targets=[
            (i, random.randrange(a, b), u)
            for i, a, b, u in random.sample(_TARGETS, random.randrange(4, 7))
        ],
        grant=Decimal(random.randrange(200, 900)) * 10000,
        tasks=_tasks(random, subject, [lead, *members]),
        ip_clause=random.choice(_IP),
        high_tech=random.random() < 0.75,
    )


def _people(random: Random, applied: date, lead: Unit, members: list[Unit]) -> list[Person]:
    chief = _person(random, applied, lead, (38, 58), "首席技术负责人", senior=True)
    leader = _person(random, applied, lead, (35, 55), "项目负责人", senior=True)
    team = [
        _person(random, applied, unit, (26, 55), role)
        for unit, role in zip(
            (lead, lead, *members),
            ("研发骨干", "算法研究", "样机研制", "测试验证", "应用示范"),
            strict=False,
        )
    ]
    return [chief, leader, *team[: random.randrange(3, 5)]]


def firm(
    random: Random,
    division: str,
    applied: date,
    taken: set[str],
    capital: tuple[int, int] = (200, 5000),
) -> Unit:
    """An enterprise; Shenzhen registers with the city (440300), Beijing with the district."""
    name = identity.firm_name(random, identity.city(division), taken)
    stock = (
        "股份有限公司(非上市、自然人投资或控股)",
        "股份有限公司（非上市）",
        "其他股份有限公司(非上市)",
    )
    limited = (
        "有限责任公司(自然人投资或控股)",
        "有限责任公司（自然人独资）",
        "有限责任公司(法人独资)",
        "有限责任公司",
        "其他有限责任公司",
    )
    established = identity.past(random, applied, (3.4, 16))
    coded = division if division.startswith(("11", "31")) else division[:4] + "00"
    span = max(2, (applied - established).days - 30)
    issued = established + timedelta(
        days=random.choice((0, 0, random.randrange(span), random.randrange(span)))
    )
    # Codes replaced registration numbers in October 2015; older licences were exchanged.
    issued = max(issued, min(date(2015, 10, 8) + timedelta(days=random.randrange(700)), applied))
    ends = identity.later(established, random.choice((20, 30, 50))) - timedelta(
        days=random.choice((0, 1))
    )
    return Unit(
        name=name,
        uscc=identity.uscc(random, "91", coded),
        kind="enterprise",
        entity_type=random.choice(stock if "股份" in name else limited),
        head=identity.person_name(random),
        capital=_capital(random, capital),
        established=established,
        division=division,
        address=identity.address(random, division),
        scope=_scope(random),
        authority=_authority(division),
        issued=issued,
        phone=identity.mobile(random),
        seal_number=division + f"{random.randrange(10**7):07d}",
        valid=(established, ends if random.random() < 0.5 else None),
    )


def _capital(random: Random, between: tuple[int, int]) -> Decimal:
    """Mostly round, as founders choose it; at times the odd sum of a later round."""
    low, high = between
    tens = random.randrange(low, high)
    if random.random() < 0.7:
        return Decimal(max(low, tens // 100 * 100 or 100)) * 10000
    return (
        Decimal(tens * 10000 + random.randrange(10000))
        if random.random() < 0.5
        else Decimal(tens) * 10000
    )


def _institution(random: Random, applied: date) -> Unit:
    division = random.choice(("440305", "420111", "610113", "510107", "330106", "440106", "340104"))
    city = identity.city(division)
    word = random.choice(("理工", "科技", "工业", "应用技术", "信息工程", "交通", "师范"))
    tail = random.choice(("大学", "大学", "学院", "研究院"))
    start = identity.past(random, applied, (1.2, 4.5))
    return Unit(
        name=f"{city}{random.choice(_CAMPUS)}{word}{tail}",
        uscc=identity.uscc(random, "12", division[:4] + "00"),
        kind="research-institute" if tail == "研究院" else "university",
        entity_type="事业单位",
        head=identity.person_name(random),
        capital=Decimal(random.randrange(2000, 90000)) * 10000,
        established=start,
        division=division,
        address=identity.address(random, division),
        scope=random.choice(
            (
                (
                    "培养高等学历人才，促进科技文化发展。"
                    "相关学科高等学历教育，科学研究，技术开发与社会服务。"
                ),
                (
                    "开展应用基础研究与技术开发，促进科技成果转化。"
                    "科学研究、技术咨询、学术交流与人才培养。"
                ),
            )
        ),
        authority=f"{city}市事业单位登记管理局",
        issued=start,
        organizer=f"{city}市{random.choice(('教育局', '人民政府', '科学技术局'))}",
        phone=identity.mobile(random),
        seal_number=division + f"{random.randrange(10**7):07d}",
        valid=(start, identity.later(start, 5)),
        category="12",
    )


_CAMPUS = ("滨海", "东湖", "云麓", "长河", "北岭", "南屏", "澜江")


def _private_institute(random: Random, applied: date, taken: set[str]) -> Unit:
    division = random.choice(("440304", "440305", "440309"))
    start = identity.past(random, applied, (1.3, 3.6))
    trade = random.choice(("数字技术", "先进材料", "生物芯片", "智能制造"))
    return Unit(
        name=f"深圳市{identity.brand(random, taken)}{trade}研究院",
        uscc=identity.uscc(random, "52", "440300"),
        kind="research-institute",
        entity_type="民办非企业单位",
        head=identity.person_name(random),
        capital=Decimal(random.randrange(5, 300)) * 10000,
        established=start,
        division=division,
        address=identity.address(random, division),
        scope="开展相关领域技术研究、技术开发、技术咨询与成果转化服务。",
        authority="深圳市民政局",
        issued=start,
        organizer=random.choice(("深圳市科技创新局", "无", "深圳市科技创新委员会")),
        phone=identity.mobile(random),
        seal_number=division + f"{random.randrange(10**7):07d}",
        valid=(start, identity.later(start, random.choice((4, 5)))),
        category="52",
    )


def _audit_firm(random: Random, taken: set[str]) -> Unit:
    unit = firm(random, "440305", date(2020, 1, 1), taken)
    form = random.choice(("普通合伙", "特殊普通合伙"))
    unit.name = f"深圳{identity.brand(random, taken)}会计师事务所（{form}）"
    unit.entity_type = "普通合伙企业" if form == "普通合伙" else "特殊普通合伙企业"
    unit.head_label = "执行事务合伙人"
    unit.scope = (
        "审查企业会计报表，出具审计报告；验证企业资本，出具验资报告；"
        "法律、行政法规规定的其他审计业务。"
    )
    return unit


_TITLES = ("高级工程师", "正高级工程师", "工程师", "副研究员", "研究员", "助理研究员")
_ACADEMIC = ("教授", "副教授", "讲师", "研究员", "副研究员")
_POSITIONS = (
    "技术总监",
    "研发总监",
    "总工程师",
    "首席科学家",
    "研发经理",
    "高级研发工程师",
    "算法工程师",
)


def _person(
    random: Random,
    applied: date,
    unit: Unit,
    ages: tuple[int, int],
    role: str,
    *,
    senior: bool = False,
) -> Person:
    sex = random.choice("男男女")
    birth = identity.past(random, applied, (ages[0] + 0.1, ages[1]))
    titles = _ACADEMIC if unit.kind == "university" else _TITLES
    earliest = max(unit.established, applied - timedelta(days=1600), identity.later(birth, 23))
    since = earliest + timedelta(
        days=random.randrange(20, max(40, (applied - earliest).days - 200))
    )
    return Person(
        name=identity.person_name(random),
        sex=sex,
        birth=birth,
        id_number=identity.id_number(random, birth, sex, random.choice(identity.BIRTHPLACES)),
        title=random.choice(titles[:2] if senior else titles),
        employer=unit.name,
        role=role,
        address=identity.address(random, random.choice(("440304", "440305", "440306"))),
        specialty=random.choice(
            ("电子信息", "计算机应用", "自动化", "材料工程", "生物工程", "微电子")
        ),
        position=random.choice(_POSITIONS[:4] if senior else _POSITIONS[4:]),
        since=since,
    )


_SCOPE = [
    "技术开发、技术咨询、技术转让、技术服务",
    "计算机软硬件及辅助设备的销售",
    "电子产品的研发与销售",
    "集成电路设计",
    "工业自动化设备的研发、生产和销售",
    "货物进出口、技术进出口",
    "医疗器械技术研发",
    "数据处理和存储支持服务",
    "人工智能应用软件开发",
    "仪器仪表制造",
    "电子元器件与机电组件设备销售",
    "信息系统集成服务",
    "新材料技术推广服务",
]


def _scope(random: Random) -> str:
    chosen = "；".join(random.sample(_SCOPE, random.randrange(3, 8)))
    return (
        random.choice(("一般项目：", ""))
        + chosen
        + random.choice(
            (
                "。（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）",
                "。（依法须经批准的项目，经相关部门批准后方可开展经营活动）",
                "。【依法须经批准的项目，经相关部门批准后方可开展经营活动】",
            )
        )
    )


def _authority(division: str) -> str:
    whole = identity.DISTRICTS[division]
    if "深圳" in whole:
        return "深圳市市场监督管理局"
    local = whole.rpartition("省")[2]
    return local + ("市场监督管理局" if division[0] != "5" else "行政审批局")


def _tasks(random: Random, subject: str, units: list[Unit]) -> dict[str, str]:
    tasks = [
        "工程样机研制与中试验证",
        "基础理论与核心算法研究",
        "测试平台搭建与性能评测",
        "行业应用示范与数据采集",
        "工艺优化与可靠性试验",
        "关键材料制备与表征",
    ]
    random.shuffle(tasks)
    work = {units[0].name: f"负责{subject}总体方案设计、{tasks[0]}及成果产业化"}
    for unit, task in zip(units[1:], tasks[1:], strict=False):
        form = random.choice(
            ("承担{}", "负责{}，并参与联合攻关", "牵头开展{}", "参与{}，提交阶段研究报告")
        )
        work[unit.name] = form.format(task)
    return work


_IP = (
    (
        "各方在合作前已拥有的知识产权归各方自行所有；"
        "合作过程中由一方独立完成的研究成果，其知识产权归完成方所有；"
        "由各方共同完成的研究成果，其知识产权由完成各方共同所有，具体份额按实际贡献另行约定。"
    ),
    (
        "联合研发形成的专利、软件著作权等知识产权由参与研发的各方共同所有，未经其他共有方书面同意，"
        "任何一方不得单独转让或许可第三方使用；各方独立完成的成果归各自所有。"
    ),
    (
        "本协议项下新产生的知识产权，按照“谁完成、谁所有”的原则归属；共同完成的，"
        "由牵头单位与相关参与单位按照百分之六十、百分之四十的比例享有权益。"
    ),
    (
        "项目执行期间产生的背景知识产权归原权利人所有，"
        "前景知识产权由各方按照实际投入与贡献协商确定归属，"
        "各方在联合体内部享有免费、非独占的实施许可。"
    ),
)
