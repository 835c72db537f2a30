"""Invented units: enterprises, institutions, private institutes, audit firms."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from corpora import identity
from corpora.world import Unit


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


def institution(random: Random, applied: date) -> Unit:
    """A university or research institute, with a certificate of five years."""
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


def private_institute(random: Random, applied: date, taken: set[str]) -> Unit:
    """A research institute that is a 民办非企业单位 of Shenzhen."""
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


def audit_firm(random: Random, taken: set[str]) -> Unit:
    """An audit firm of Shenzhen, a partnership."""
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
