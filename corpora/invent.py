"""Inventing a world: people, project, tasks and money of a submission without a flaw."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from corpora import books, identity
from corpora.identity import FUTIAN
from corpora.units import audit_firm, firm, institution, private_institute
from corpora.world import Person, Unit, World

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
    members = [institution(random, applied)]
    members += [
        firm(random, random.choice(list(identity.DISTRICTS)), applied, taken)
        for _ in range(random.randrange(1, 4))
    ]
    if random.random() < 0.2:
        members.append(private_institute(random, applied, taken))
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
        firm=audit_firm(random, taken),
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
        tasks=tasks(random, subject, [lead, *members]),
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


def tasks(random: Random, subject: str, units: list[Unit]) -> dict[str, str]:
    """What each unit does in the project, by name."""
    chosen = [
        "工程样机研制与中试验证",
        "基础理论与核心算法研究",
        "测试平台搭建与性能评测",
        "行业应用示范与数据采集",
        "工艺优化与可靠性试验",
        "关键材料制备与表征",
    ]
    random.shuffle(chosen)
    work = {units[0].name: f"负责{subject}总体方案设计、{chosen[0]}及成果产业化"}
    for unit, task in zip(units[1:], chosen[1:], strict=False):
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
