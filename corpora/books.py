"""A firm's books: ledgers, statements and their ties, year upon year (财务报表、研发辅助账)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from random import Random

Lines = dict[str, Decimal]

ITEMS = (
    "人员人工费用",
    "直接投入费用",
    "折旧费用与长期待摊费用",
    "无形资产摊销费用",
    "设计费用",
    "装备调试费用与试验费用",
    "其他费用",
    "委托外部研究开发费用",
)
"""研究开发费用 as 国科发火〔2016〕195号 groups them; the last is 委托外部."""

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Project:
    """A research project (研发项目) of one year."""

    number: str
    name: str
    items: Lines

    @property
    def total(self) -> Decimal:
        """Sum of its items."""
        return sum(self.items.values(), Decimal(0))


@dataclass(frozen=True)
class Year:
    """An audited year (会计年度); every line ties."""

    income: Lines
    balance: Lines
    opening: Lines
    cash: Lines
    projects: tuple[Project, ...]

    @property
    def rd_items(self) -> Lines:
        """The ledger by item, over all projects."""
        return {item: sum((p.items[item] for p in self.projects), Decimal(0)) for item in ITEMS}

    @property
    def rd_total(self) -> Decimal:
        """The ledger's sum."""
        return sum((p.total for p in self.projects), Decimal(0))


def keep(
    seed: int,
    last: int,
    capital: Decimal,
    *,
    shrink: Decimal = Decimal(1),
    booked: Mapping[int, Decimal] | None = None,
) -> dict[int, Year]:
    """Three years of books up to the last; the same seed gives the same firm.

    Args:
        seed: of everything that is not asked for.
        last: the last fiscal year.
        capital: paid in, in yuan; it does not change.
        shrink: factor on every research project.
        booked: by year, the share of the research ledger that the income statement shows.
    """
    random = Random(seed)
    size = Decimal(random.randrange(6000, 40000)) * 10000
    gap = random.choice((Decimal(1), Decimal(1), Decimal(1), Decimal("0.97"), Decimal("0.955")))
    years: dict[int, Year] = {}
    opening = _opening(random, size, capital)
    for year in (last - 2, last - 1, last):
        inner = Random(random.getrandbits(48))
        projects = _projects(inner, shrink)
        ledger = sum((p.total for p in projects), Decimal(0))
        share = (booked or {}).get(year, gap)
        income = _income(inner, size, (ledger * share).quantize(CENT))
        closing = _closing(inner, opening, size, income["净利润"])
        cash = _cash(inner, income, opening, closing)
        years[year] = Year(income, closing, opening, cash, projects)
        opening, size = closing, (size * Decimal(random.randrange(100, 125)) / 100)
    return years


def _money(random: Random, low: Decimal | int, high: Decimal | int) -> Decimal:
    return Decimal(random.randrange(int(low * 100), int(high * 100))) / 100


def _share(random: Random, whole: Decimal, low: float, high: float) -> Decimal:
    return (whole * Decimal(str(round(random.uniform(low, high), 6)))).quantize(CENT)


_PROJECTS = [
    "低功耗感知芯片架构",
    "高可靠边缘计算终端",
    "多源数据融合分析平台",
    "精密运动控制器",
    "智能视觉检测算法",
    "新型封装工艺",
    "分布式存储引擎",
    "超声成像前端模块",
    "毫米波雷达信号处理",
    "隐私计算中间件",
    "量子测控电子学系统",
    "微流控检测卡",
]


def _projects(random: Random, shrink: Decimal) -> tuple[Project, ...]:
    names = random.sample(_PROJECTS, random.randrange(3, 6))
    outside = random.random() < 0.6
    made = []
    for number, name in enumerate(names, 1):
        parts = (
            [Decimal(5200000), Decimal(3300000)]
            + [Decimal(520000)] * 5
            + [Decimal(700000) if outside else Decimal(0)]
        )
        scale = shrink * Decimal(str(round(random.uniform(0.75, 1.6), 3))) / Decimal("3.2")
        items = {
            item: _share(random, part * scale, 0.7, 1.5)
            for item, part in zip(ITEMS, parts, strict=True)
        }
        suffix = random.choice(("的研发", "关键技术研究", "研发", "开发"))
        made.append(Project(f"RD{number:02d}", name + suffix, items))
    return _enough(tuple(made), shrink)


def _enough(projects: tuple[Project, ...], shrink: Decimal) -> tuple[Project, ...]:
    """At least 11 million yuan a year before shrinking: a clean firm is above the threshold."""
    total = sum((p.total for p in projects), Decimal(0))
    least = Decimal(11200000) * shrink
    if total >= least:
        return projects
    factor = least / total
    return tuple(
        Project(p.number, p.name, {k: (v * factor).quantize(CENT) for k, v in p.items.items()})
        for p in projects
    )


def _income(random: Random, size: Decimal, research: Decimal) -> Lines:
    revenue = _money(random, size, size * Decimal("1.2"))
    cost = _share(random, revenue, 0.42, 0.55)
    tax, selling = _share(random, revenue, 0.003, 0.009), _share(random, revenue, 0.03, 0.06)
    admin, finance = _share(random, revenue, 0.03, 0.06), _share(random, revenue, 0.001, 0.006)
    other = _share(random, revenue, 0.001, 0.01)
    operating = revenue - cost - tax - selling - admin - research - finance + other
    plus, minus = _money(random, 1000, 90000), _money(random, 1000, 60000)
    before = operating + plus - minus
    duty = (before * Decimal("0.15")).quantize(CENT) if before > 0 else Decimal(0)
    return {
        "营业收入": revenue,
        "营业成本": cost,
        "税金及附加": tax,
        "销售费用": selling,
        "管理费用": admin,
        "研发费用": research,
        "财务费用": finance,
        "其他收益": other,
        "营业利润": operating,
        "营业外收入": plus,
        "营业外支出": minus,
        "利润总额": before,
        "所得税费用": duty,
        "净利润": before - duty,
    }


def _opening(random: Random, size: Decimal, capital: Decimal) -> Lines:
    return _balance(random, size, capital, _share(random, size, 0.05, 0.3))


def _closing(random: Random, opening: Lines, size: Decimal, profit: Decimal) -> Lines:
    return _balance(random, size, opening["实收资本"], opening["未分配利润"] + profit)


def _balance(random: Random, size: Decimal, capital: Decimal, retained: Decimal) -> Lines:
    """Debts by chance, equity from capital and profit; cash takes up the rest."""
    loan, payable = _share(random, size, 0.02, 0.08), _share(random, size, 0.05, 0.14)
    wages, taxes = _share(random, size, 0.01, 0.03), _share(random, size, 0.002, 0.01)
    long_loan = _share(random, size, 0.02, 0.06)
    short = loan + payable + wages + taxes
    debts, equity = short + long_loan, capital + retained
    assets = debts + equity
    owed, stock = _share(random, assets, 0.12, 0.22), _share(random, assets, 0.08, 0.16)
    ahead = _share(random, assets, 0.01, 0.03)
    fixed, intangible = _share(random, assets, 0.1, 0.2), _share(random, assets, 0.02, 0.07)
    lasting = fixed + intangible
    cash = assets - owed - stock - ahead - lasting
    return {
        "货币资金": cash,
        "应收账款": owed,
        "预付款项": ahead,
        "存货": stock,
        "流动资产合计": cash + owed + ahead + stock,
        "固定资产": fixed,
        "无形资产": intangible,
        "非流动资产合计": lasting,
        "资产总计": assets,
        "短期借款": loan,
        "应付账款": payable,
        "应付职工薪酬": wages,
        "应交税费": taxes,
        "流动负债合计": short,
        "长期借款": long_loan,
        "非流动负债合计": long_loan,
        "负债合计": debts,
        "实收资本": capital,
        "未分配利润": retained,
        "所有者权益合计": equity,
    }


def _cash(random: Random, income: Lines, opening: Lines, closing: Lines) -> Lines:
    """The cash flow statement; its end is the balance sheet's cash."""
    change = closing["货币资金"] - opening["货币资金"]
    invested = -_share(random, income["营业收入"], 0.01, 0.05)
    financed = (closing["短期借款"] + closing["长期借款"]) - (
        opening["短期借款"] + opening["长期借款"]
    )
    operated = change - invested - financed
    inflow = _share(random, income["营业收入"], 1.02, 1.1)
    return {
        "经营活动现金流入小计": inflow,
        "经营活动现金流出小计": inflow - operated,
        "经营活动产生的现金流量净额": operated,
        "投资活动产生的现金流量净额": invested,
        "筹资活动产生的现金流量净额": financed,
        "现金及现金等价物净增加额": change,
        "期初现金及现金等价物余额": opening["货币资金"],
        "期末现金及现金等价物余额": closing["货币资金"],
    }
