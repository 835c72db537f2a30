"""What is true: units, people and money of one invented submission, all of it consistent."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from corpora import identity

YEAR_ITEMS = ("人员人工费用", "直接投入费用", "折旧费用与长期待摊费用", "无形资产摊销费用", "设计费用", "装备调试费用与试验费用", "其他费用", "委托外部研究开发费用")


@dataclass
class Unit:
    """A legal person (单位)."""

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

    @property
    def district(self) -> dict[str, str]:
        """The contract's district object."""
        return {"code": self.division, "name": identity.DISTRICTS[self.division]}


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
    address: str = ""
    specialty: str = ""

    def age(self, on: date) -> int:
        """Full years on a day."""
        return on.year - self.birth.year - ((on.month, on.day) < (self.birth.month, self.birth.day))


@dataclass
class Year:
    """An audited year (会计年度): lines that add up."""

    income: dict[str, Decimal]
    balance: dict[str, Decimal]
    opening: dict[str, Decimal]
    rd_items: dict[str, Decimal]

    @property
    def rd_total(self) -> Decimal:
        """Sum of the ledger."""
        return sum(self.rd_items.values(), Decimal(0))


@dataclass
class World:
    """One submission before it is printed."""

    applied_on: date
    project: str
    industry: str
    lead: Unit
    members: list[Unit]
    chief: Person
    leader: Person
    team: list[Person]
    years: dict[int, Year]
    firm: Unit
    cpas: list[tuple[str, str]]
    signed_on: date
    period: tuple[date, date]
    contract_from: date
    contract_until: date
    credit_on: date
    budget: list[tuple[str, Decimal]]
    targets: list[tuple[str, int, str]]
    grant: Decimal
    division_of_work: dict[str, str]
    ip_clause: str
    declared: dict[str, object] = field(default_factory=dict)
    """Overrides of what the form states, by dotted path; planting writes here."""
    printed: dict[str, object] = field(default_factory=dict)
    """Overrides of what single papers print, by ``paper:fact``; planting writes here."""
    absent: set[str] = field(default_factory=set)
    """Papers left out."""
    flags: set[str] = field(default_factory=set)
    """Other alterations that papers look at: ``no-ip-clause`` …"""


def make(random: Random) -> World:
    """A clean world."""
    applied = date(random.choice((2023, 2024)), random.randrange(3, 13), random.randrange(1, 28))
    if applied.year == 2023:
        applied = applied.replace(month=random.randrange(9, 13))
    elif applied.month > 8:
        applied = applied.replace(month=random.randrange(3, 9))
    taken: set[str] = set()
    lead = _firm(random, "440304", applied, taken, capital=(1000, 20000))
    members = [_university(random, applied)]
    for _ in range(random.randrange(1, 4)):
        members.append(_firm(random, random.choice(list(identity.DISTRICTS)), applied, taken))
    chief = _person(random, applied, lead.name, (36, 58), "首席技术负责人")
    leader = _person(random, applied, lead.name, (35, 55), "项目负责人")
    team = [_person(random, applied, u.name, (26, 55), "研发骨干") for u in [lead, *members][:3]]
    years = _years(random, applied.year - 1)
    begin = (applied.replace(day=1) + timedelta(days=32)).replace(day=1)
    end = begin.replace(year=begin.year + 2) - timedelta(days=1)
    trade = random.choice(("低功耗视觉芯片", "超导量子测控", "多模态医学影像", "隐私计算平台", "精密运动控制", "高精度惯性传感", "工业质检智能体"))
    signed = applied - timedelta(days=random.randrange(10, 60))
    start = max(identity.past(random, applied, (1.2, 4)), lead.established + timedelta(days=40))
    return World(
        applied_on=applied,
        project=f"{trade}关键技术创新联合体",
        industry=random.choice(("半导体与集成电路", "软件与信息服务", "生物医药", "量子信息", "智能传感器")),
        lead=lead,
        members=members,
        chief=chief,
        leader=leader,
        team=team,
        years=years,
        firm=_audit_firm(random, taken),
        cpas=[(identity.person_name(random), f"4700{random.randrange(10**8):08d}") for _ in range(2)],
        signed_on=signed,
        period=(begin, end),
        contract_from=start,
        contract_until=date(applied.year + random.randrange(1, 4), start.month, min(start.day, 28)),
        credit_on=applied - timedelta(days=random.randrange(1, 25)),
        budget=[(i, Decimal(random.randrange(20, 200)) * 10000) for i in ("设备费", "人力资源费", "科研材料及事务费", "其它经营性费用")],
        targets=[("申请发明专利", random.randrange(5, 20), "件"), ("发表论文", random.randrange(3, 12), "篇"), ("新增营业收入", random.randrange(1000, 9000), "万元"), ("培养研发人才", random.randrange(10, 60), "名")],
        grant=Decimal(random.randrange(200, 600)) * 10000,
        division_of_work=_work(random, trade, lead, members),
        ip_clause=_ip(random),
    )  # fmt: skip


def _firm(random: Random, division: str, applied: date, taken: set[str], capital: tuple[int, int] = (200, 5000)) -> Unit:
    place = identity.DISTRICTS[division]
    city = place.split("省")[-1].split("市")[0]
    name = identity.firm_name(random, city, taken)
    stock = "股份" in name
    kinds = ("股份有限公司(非上市、自然人投资或控股)", "股份有限公司（非上市）") if stock else ("有限责任公司(自然人投资或控股)", "有限责任公司（自然人独资）", "有限责任公司(法人独资)", "有限责任公司")
    established = identity.past(random, applied, (2.2, 15))
    coded = division if division.startswith(("11", "31")) else division[:4] + "00"
    if division.startswith("31"):
        coded = "310115"
    return Unit(
        name=name,
        uscc=identity.uscc(random, "91", coded),
        kind="enterprise",
        entity_type=random.choice(kinds),
        head=identity.person_name(random),
        capital=Decimal(random.randrange(*capital)) * 10000,
        established=established,
        division=division,
        address=identity.address(random, division, random.randrange(2)),
        scope=_scope(random),
        authority=_authority(division),
        issued=established + timedelta(days=random.randrange(0, max(2, (applied - established).days - 30))),
        phone=identity.mobile(random),
    )  # fmt: skip


def _university(random: Random, applied: date) -> Unit:
    division = random.choice(("440305", "420111", "610113", "510107", "330106"))
    city = identity.DISTRICTS[division].split("省")[-1].split("市")[0]
    word = random.choice(("理工", "科技", "工业", "应用技术", "信息工程"))
    tail = random.choice(("大学", "大学", "研究院"))
    established = identity.past(random, applied, (1.3, 4.5))
    return Unit(
        name=f"{city}{random.choice(('滨海', '南山', '东湖', '云麓', '长河'))}{word}{tail}",
        uscc=identity.uscc(random, "12", division[:4] + "00"),
        kind="university" if tail == "大学" else "research-institute",
        entity_type="事业单位",
        head=identity.person_name(random),
        capital=Decimal(random.randrange(2000, 90000)) * 10000,
        established=established,
        division=division,
        address=identity.address(random, division),
        scope="培养高等学历人才，促进科技文化发展。相关学科高等学历教育，科学研究，技术开发与社会服务。",
        authority="事业单位登记管理局",
        issued=established,
        organizer=f"{city}市教育局",
        phone=identity.mobile(random),
    )


def _audit_firm(random: Random, taken: set[str]) -> Unit:
    firm = _firm(random, "440305", date(2020, 1, 1), taken)
    brand = random.choice(("鹏信", "诚立", "中岳", "天衡达", "衡信达", "德永", "联创立信"))
    firm.name = f"深圳{brand}会计师事务所（{random.choice(('普通合伙', '特殊普通合伙'))}）"
    firm.entity_type = "普通合伙企业"
    firm.head_label = "执行事务合伙人"
    return firm


def _person(random: Random, applied: date, employer: str, ages: tuple[int, int], role: str) -> Person:
    sex = random.choice("男男女")
    birth = identity.past(random, applied, (ages[0] + 0.1, ages[1]))
    division = random.choice(("430103", "420106", "360102", "510104", "330102", "610102", "110108"))
    title = random.choice(("高级工程师", "正高级工程师", "工程师", "副研究员", "研究员"))
    return Person(
        identity.person_name(random), sex, birth,
        identity.id_number(random, birth, sex, division), title, employer, role,
        address=identity.address(random, "440304"),
        specialty=random.choice(("电子信息", "计算机应用", "自动化", "材料工程", "生物工程")),
    )  # fmt: skip


def _money(random: Random, low: int, high: int) -> Decimal:
    return Decimal(random.randrange(low * 100, high * 100)) / 100


def _years(random: Random, last: int) -> dict[int, Year]:
    made: dict[int, Year] = {}
    base = random.randrange(4000, 30000) * 10000
    opening = _balance(random, base)
    for year in (last - 2, last - 1, last):
        closing = _balance(random, int(base * random.uniform(1.0, 1.3)))
        ledger = _ledger(random)
        made[year] = Year(_income(random, base, ledger), closing, opening, ledger)
        opening = closing
    return made


def _balance(random: Random, size: int) -> dict[str, Decimal]:
    cash, owed, stock = (_money(random, size // 10, size // 4) for _ in range(3))
    fixed, intangible = (_money(random, size // 12, size // 5) for _ in range(2))
    current = cash + owed + stock
    lasting = fixed + intangible
    assets = current + lasting
    short, payable = (_money(random, size // 20, size // 9) for _ in range(2))
    loan = _money(random, size // 30, size // 15)
    debts = short + payable + loan
    paid_in = Decimal(random.randrange(500, 3000)) * 10000
    return {
        "货币资金": cash, "应收账款": owed, "存货": stock, "流动资产合计": current,
        "固定资产": fixed, "无形资产": intangible, "非流动资产合计": lasting, "资产总计": assets,
        "短期借款": short, "应付账款": payable, "流动负债合计": short + payable,
        "长期借款": loan, "非流动负债合计": loan, "负债合计": debts,
        "实收资本": paid_in, "未分配利润": assets - debts - paid_in,
        "所有者权益合计": assets - debts,
    }  # fmt: skip


def _ledger(random: Random) -> dict[str, Decimal]:
    staff, material = _money(random, 5500000, 12000000), _money(random, 3200000, 6000000)
    rest = [_money(random, 100000, 900000) for _ in range(5)]
    outside = _money(random, 200000, 1500000) if random.random() < 0.6 else Decimal(0)
    return dict(zip(YEAR_ITEMS, [staff, material, *rest, outside], strict=True))


def _income(random: Random, size: int, ledger: dict[str, Decimal]) -> dict[str, Decimal]:
    revenue = _money(random, max(size, 52000000), max(int(size * 1.4), 60000000))
    cost = (revenue * Decimal(str(random.uniform(0.4, 0.55)))).quantize(Decimal("0.01"))
    tax = _money(random, 100000, 600000)
    selling, admin = _money(random, 500000, 3000000), _money(random, 800000, 4000000)
    research = sum(ledger.values(), Decimal(0))
    finance = _money(random, 10000, 400000)
    other = _money(random, 50000, 900000)
    operating = revenue - cost - tax - selling - admin - research - finance + other
    plus, minus = _money(random, 1000, 90000), _money(random, 1000, 60000)
    before = operating + plus - minus
    duty = (before * Decimal("0.15")).quantize(Decimal("0.01")) if before > 0 else Decimal(0)
    return {
        "营业收入": revenue, "营业成本": cost, "税金及附加": tax, "销售费用": selling,
        "管理费用": admin, "研发费用": research, "财务费用": finance, "其他收益": other,
        "营业利润": operating, "营业外收入": plus, "营业外支出": minus, "利润总额": before,
        "所得税费用": duty, "净利润": before - duty,
    }  # fmt: skip


def _scope(random: Random) -> str:
    items = "技术开发、技术咨询、技术转让、技术服务|计算机软硬件及辅助设备的销售|电子产品的研发与销售|集成电路设计|工业自动化设备的研发、生产和销售|货物进出口、技术进出口|医疗器械技术研发|数据处理和存储支持服务|人工智能应用软件开发|仪器仪表制造".split("|")
    chosen = "；".join(random.sample(items, random.randrange(3, 6)))
    return random.choice(("一般项目：", "")) + chosen + random.choice(
        ("。（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）", "。（依法须经批准的项目，经相关部门批准后方可开展经营活动）")
    )


def _authority(division: str) -> str:
    place = identity.DISTRICTS[division]
    if "深圳" in place:
        return "深圳市市场监督管理局"
    if place.startswith(("北京", "上海")):
        return place + "市场监督管理局"
    return place.split("省")[-1] + "市场监督管理局"


def _work(random: Random, trade: str, lead: Unit, members: list[Unit]) -> dict[str, str]:
    tasks = ["工程样机研制与中试验证", "基础理论与核心算法研究", "测试平台搭建与性能评测", "行业应用示范与数据采集", "工艺优化与可靠性试验"]
    random.shuffle(tasks)
    work = {lead.name: f"负责{trade}总体方案设计、{tasks[0]}及成果产业化"}
    for unit, task in zip(members, tasks[1:], strict=False):
        work[unit.name] = random.choice((f"承担{task}", f"负责{task}，并参与联合攻关", f"牵头开展{task}"))
    return work


def _ip(random: Random) -> str:
    return random.choice((
        "各方在合作前已拥有的知识产权归各方自行所有；合作过程中由一方独立完成的研究成果，其知识产权归完成方所有；由各方共同完成的研究成果，其知识产权由完成各方共同所有，具体份额按实际贡献另行约定。",
        "联合研发形成的专利、软件著作权等知识产权由参与研发的各方共同所有，未经其他共有方书面同意，任何一方不得单独转让或许可第三方使用；各方独立完成的成果归各自所有。",
        "本协议项下新产生的知识产权，按照“谁完成、谁所有”的原则归属；共同完成的，由甲方与相关参与方按照甲方百分之六十、参与方百分之四十的比例享有权益。",
    ))  # fmt: skip
