"""Worlds for the programs of the Beijing association (北京市科协): societies, banks, parks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from corpora import books, identity, invent
from corpora.units import firm, institution
from corpora.world import Person, Unit, World

CONSORTIUM, REGIONAL, INDUSTRIAL = "bast-consortium", "bast-regional-2022", "bast-industrial-2022"
PROGRAMS = (CONSORTIUM, REGIONAL, INDUSTRIAL)

_DISTRICTS = ("110108", "110105")
FIELDS = ("人工智能", "集成电路", "新材料", "智能制造", "新能源", "软件和信息服务业")
"""Industries of clean worlds, all of which the notice lists."""
_LEARNED = ("自动化", "电子", "通信", "光学", "材料", "金属", "计算机", "力学", "制冷", "测绘")
_TARGETS = (
    ("形成产业成果", 5, 9, "项"),
    ("形成需求清单", 1, 3, "份"),
    ("形成成果清单", 1, 3, "份"),
    ("举办学术交流活动", 1, 5, "场"),
    ("提交决策建议报告", 1, 3, "份"),
    ("编制团体标准或蓝皮书", 1, 3, "项"),
    ("凝聚科技人才", 50, 90, "名"),
    ("编写人才工作报告", 1, 2, "份"),
    ("编制人才清单", 1, 2, "份"),
    ("编写工作模式报告", 1, 2, "份"),
)


def make(random: Random, program: str) -> World:
    """A clean world of one of these programs."""
    world = invent.make(random)
    world.program = program
    taken: set[str] = set()
    if program != CONSORTIUM:
        world.applied_on = date(2022, 6, 6) + timedelta(days=random.randrange(25))
    world.lead = _firm(random, world.applied_on, taken, "medium-enterprise")
    if program == CONSORTIUM:
        world.members = _consortium(random, world.applied_on, taken)
    else:
        world.members = _notice(random, world.applied_on, taken, program)
    world.industry = random.choice(FIELDS)
    world.leader = replace(world.leader, employer=world.lead.name)
    world.chief = replace(world.chief, employer=world.lead.name)
    world.team = []
    world.years = books.keep(world.books_seed, world.last, world.lead.capital)
    first = date(world.applied_on.year, world.applied_on.month, 1) + timedelta(days=62)
    first = first.replace(day=1)
    world.period = (first, identity.later(first, 2) - timedelta(days=1))
    world.signed_on = world.applied_on - timedelta(days=random.randrange(5, 40))
    world.tasks = invent.tasks(random, world.subject, [world.lead, *world.members])
    world.targets = [(i, random.randrange(a, b), u) for i, a, b, u in _TARGETS]
    world.experts = _experts(random, world)
    if program == CONSORTIUM:
        world.matching = Decimal(random.randrange(30, 200)) * 10000
        world.budget = [
            (item, Decimal(random.randrange(3, 20)) * 10000)
            for item in ("专家咨询费", "会议费", "印刷费", "劳务费")
        ]
    else:
        world.applicant = next(m for m in world.members if m.kind == "city-society")
        world.budget = [
            ("专家咨询费", Decimal(40000)),
            ("会议费", Decimal(30000)),
            ("资料费", Decimal(random.randrange(1, 4)) * 10000),
        ]
    return world


def _consortium(random: Random, applied: date, taken: set[str]) -> list[Unit]:
    """With the lead six units: each kind once, and a firm more."""
    bank = _firm(random, applied, taken, "financial-institution")
    return [
        institution(random, applied),
        society(random, applied, taken),
        bank,
        _firm(random, applied, taken, "park"),
        _firm(random, applied, taken, "enterprise"),
    ]


def _notice(random: Random, applied: date, taken: set[str], program: str) -> list[Unit]:
    """What the notice of 2022 asks of regional or industrial consortia, and no more."""
    societies = [society(random, applied, taken) for _ in range(3)]
    schools = [institution(random, applied)]
    while len({school.name for school in schools}) < 2:
        schools.append(institution(random, applied))
    rest = [society(random, applied, taken, national=True), schools[0], schools[-1]]
    kinds = ("park",) if program == REGIONAL else ("enterprise", "enterprise")
    return [*societies, *rest, *(_firm(random, applied, taken, kind) for kind in kinds)]


def _firm(random: Random, applied: date, taken: set[str], kind: str) -> Unit:
    unit = firm(random, random.choice(_DISTRICTS), applied, taken, capital=(1000, 20000))
    unit.kind = kind
    own = identity.brand(random, taken)
    if kind == "financial-institution":
        unit.name, unit.entity_type = f"北京{own}村镇银行股份有限公司", "股份有限公司(非上市)"
        unit.scope = "吸收公众存款；发放短期、中期和长期贷款；办理国内结算；办理票据承兑与贴现。"
    elif kind == "park":
        unit.name, unit.entity_type = f"北京{own}科技园发展有限公司", "有限责任公司(法人独资)"
        unit.scope = "科技园区开发、建设与运营管理；科技企业孵化；物业管理。"
    return unit


def society(random: Random, applied: date, taken: set[str], *, national: bool = False) -> Unit:
    """A learned society (学会) of the city or the country: 社会团体法人登记证书."""
    free = [word for word in _LEARNED if word not in taken]
    topic = random.choice(free)
    taken.add(topic)
    place, code, office = ("中国", "100000", "中华人民共和国民政部")
    if not national:
        place, code, office = ("北京", "110000", "北京市民政局")
    division = random.choice(_DISTRICTS)
    start = identity.past(random, applied, (1.2, 3.4))
    return Unit(
        name=f"{place}{topic}学会",
        uscc=identity.uscc(random, "51", code),
        kind="national-society" if national else "city-society",
        entity_type="社会团体",
        head=identity.person_name(random),
        capital=Decimal(random.randrange(3, 50)) * 10000,
        established=start,
        division=division,
        address=identity.address(random, division),
        scope="学术交流、科学普及、咨询服务、专业培训、书刊编辑。",
        authority=office,
        issued=start,
        organizer="中国科学技术协会" if national else "北京市科学技术协会",
        phone=identity.mobile(random),
        seal_number=division + f"{random.randrange(10**7):07d}",
        valid=(start, identity.later(start, 5)),
        category="51",
    )


def seated(random: Random, unit: Unit, office: str) -> Unit:
    """An institution made a Beijing one, held (举办) by an office."""
    division = random.choice(_DISTRICTS)
    unit.name = unit.name.replace(identity.city(unit.division), "北京", 1)
    unit.uscc = identity.uscc(random, unit.category, "110000")
    unit.division, unit.address = division, identity.address(random, division)
    unit.authority, unit.organizer = "北京市登记管理局", office
    if unit.category == "52":
        unit.authority = "北京市民政局"
    unit.seal_number = division + unit.seal_number[6:]
    return unit


def _experts(random: Random, world: World) -> list[Person]:
    homes = [m.name for m in world.members if m.kind in {"university", "research-institute"}]
    made: dict[str, Person] = {}
    for _ in range(40):
        name = identity.person_name(random)
        title = random.choice(("教授", "研究员", "正高级工程师", "副教授", "高级工程师"))
        made[name] = replace(
            world.leader, name=name, title=title, employer=random.choice(homes), role="专家"
        )
    return list(made.values())[: random.randrange(15, 19)]
