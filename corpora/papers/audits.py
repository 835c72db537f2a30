"""财务审计报告: cover, opinion, statements, notes; and the firm's own licence bound in at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from corpora import books
from corpora.books import Year
from corpora.layout import lay
from corpora.paper import Paper
from corpora.print_forms import yuan
from corpora.world import Unit, World

_FACTS = {
    "营业收入": "revenue", "研发费用": "rd_expense", "净利润": "net_profit", "资产总计": "total_assets",
    "负债合计": "total_liabilities", "所有者权益合计": "owners_equity",
}  # fmt: skip
_INCOME = {
    "营业收入": "一、营业收入", "营业成本": "减：营业成本", "其他收益": "加：其他收益", "营业利润": "二、营业利润（亏损以“－”号填列）",
    "营业外收入": "加：营业外收入", "营业外支出": "减：营业外支出", "利润总额": "三、利润总额（亏损总额以“－”号填列）",
    "所得税费用": "减：所得税费用", "净利润": "四、净利润（净亏损以“－”号填列）",
}  # fmt: skip
_SMALL = {**_INCOME, "研发费用": "其中：研究费用"}
"""小企业会计准则: research stands as a part of 管理费用."""
_CASH = {
    "经营活动产生的现金流量净额": "一、经营活动产生的现金流量净额", "投资活动产生的现金流量净额": "二、投资活动产生的现金流量净额",
    "筹资活动产生的现金流量净额": "三、筹资活动产生的现金流量净额", "现金及现金等价物净增加额": "四、现金及现金等价物净增加额",
    "期初现金及现金等价物余额": "加：期初现金及现金等价物余额", "期末现金及现金等价物余额": "五、期末现金及现金等价物余额",
}  # fmt: skip
_ASSETS = (
    "货币资金",
    "应收账款",
    "预付款项",
    "存货",
    "流动资产合计",
    "固定资产",
    "无形资产",
    "非流动资产合计",
)
_DEBTS = (
    "短期借款", "应付账款", "应付职工薪酬", "应交税费", "流动负债合计", "长期借款", "非流动负债合计", "负债合计",
    "实收资本", "未分配利润", "所有者权益合计", "负债和所有者权益总计",
)  # fmt: skip
_HEADS = {
    "货币资金": "流动资产：",
    "固定资产": "非流动资产：",
    "短期借款": "流动负债：",
    "长期借款": "非流动负债：",
    "实收资本": "所有者权益：",
}


_UNITS = {
    "main": (
        "单位：{}", "单位：人民币{}", "金额单位：人民币{}", "单位：{} 币种：人民币", "货币单位：人民币{}", "金额单位：{}", "（单位：{}）",
        "人民币{}", "货币单位：{}", "币种：人民币　单位：{}", "（除特别注明外，金额单位均为人民币{}）",
        "单位：人民币（{}）", "计量单位：{}", "金额单位：{}（人民币）", "单位：{}　人民币", "单位： {}",
        "货币：人民币　计量：{}", "（人民币：{}）", "金额单位（人民币）：{}", "［单位：{}］",
        "（金额单位为人民币{}）", "单位：{}（人民币）", "币种：人民币 金额单位：{}", "除另有标明外，所有金额均以人民币{}为货币单位", "（人民币{}）", "单位∶{}",
"〔金额单位：人民币{}〕", "货币单位（人民币）：{}", "本表金额以人民币{}列示", "单位 — {}", "人民币｜{}", "金额：{}",
        "计价单位：人民币{}", "金额以{}计", "{}（人民币）", "货币单位:{}", "以人民币{}填列", "人民币单位：{}", "RMB／{}"),
    "held-out": ("币种及单位：人民币{}", "列报单位：{}", "表内数字以人民币{}为单位", "记账本位币：人民币　列示单位：{}",
        "CNY（{}）", "报表金额单位〔{}〕", "数据计量单位：人民币{}", "【人民币{}】"),
}  # fmt: skip


_SCALES = {"元": 1, "千元": 1000, "万元": 10000}
_SCALED = {"main": ("元", "元", "元", "万元"), "held-out": ("元", "元", "元", "万元", "千元")}


@dataclass(frozen=True)
class Audit:
    """What the templates of an audit report print."""

    year: int
    unit: Unit
    firm: Unit
    cpas: Sequence[tuple[str, str]]
    number: str
    code: str
    signed: date
    day_style: int
    numbers: bool
    """CPA certificate numbers stand behind the names."""
    sealed: bool
    standard: str
    income: books.Lines
    earlier: books.Lines | None
    balance: books.Lines
    opening: books.Lines
    cash: books.Lines
    cash_before: books.Lines | None
    unit_of: dict[str, str]
    unit_words: dict[str, str]
    short: str
    addressees: str
    equity_words: str
    prepared: str
    petty: Decimal
    chief_accountant: str
    with_cash: bool
    with_notes: bool
    must_number: bool
    """A page is going to be lost, so that the count must be printed."""

    @property
    def name(self) -> str:
        """The audited company."""
        return self.unit.name

    @property
    def small(self) -> bool:
        """Whether the small firms' standard is followed."""
        return self.standard.startswith("小企业")

    @property
    def income_lines(self) -> list[tuple[str, str]]:
        """Lines and labels of the income statement."""
        labels = _SMALL if self.small else _INCOME
        return [(line, labels.get(line, line)) for line in self.income]

    @property
    def balance_lines(self) -> list[tuple[str, str]]:
        """Lines and labels of the balance sheet, one below the other; heads carry no amount."""
        return _headed([*_ASSETS, "资产总计", *_DEBTS])

    @property
    def sides(self) -> list[tuple[tuple[str, str] | None, tuple[str, str] | None]]:
        """Assets at the left, debts and equity at the right, totals on one row."""
        left: list[tuple[str, str] | None] = list(_headed(_ASSETS))
        right: list[tuple[str, str] | None] = list(_headed(_DEBTS))
        left += [None] * (len(right) - len(left) - 1) + [("资产总计", "资产总计")]
        return list(zip(left, right, strict=True))

    @property
    def rd_note(self) -> list[tuple[str, Decimal]]:
        """The note on 研发费用: its parts add up to the income statement's line."""
        whole = self.income["研发费用"]
        parts = [
            (n, (whole * Decimal(s)).quantize(books.CENT))
            for n, s in (("职工薪酬", "0.52"), ("材料费", "0.27"), ("折旧与摊销", "0.11"))
        ]
        return [*parts, ("其他", whole - sum((a for _, a in parts), Decimal(0)))]

    def amount(self, table: str, line: str, which: str) -> Decimal | None:
        """The amount of a line now or a year before; None for heads and unknown years."""
        now, then = {
            "income": (self.income, self.earlier), "balance": (self.balance, self.opening), "cash": (self.cash, self.cash_before),
        }[table]  # fmt: skip
        lines = now if which == "now" else then
        return None if lines is None else lines.get(line)

    def path(self, table: str, line: str, which: str) -> str:
        """The contract's path of a line, if it is a fact."""
        field = _FACTS.get(line) if table != "cash" else None
        return f"{field}.{self.year if which == 'now' else self.year - 1}" if field else ""

    def show(self, amount: Decimal, unit: str = "元") -> str:
        """An amount as a table prints it."""
        shown = amount / _SCALES[unit]
        if shown == 0:
            return "-"
        return f"-{abs(shown):,.2f}" if shown < 0 else f"{shown:,.2f}"

    def truth(self, amount: Decimal, unit: str) -> str:
        """What the print says, in yuan."""
        scale = _SCALES[unit]
        return yuan((amount / scale).quantize(books.CENT) * scale)

    def note_number(self, line: str) -> str:
        """Number of the note on a line."""
        return {"货币资金": "四（一）", "研发费用": "四（二）", "所得税费用": "四（三）"}.get(
            line, ""
        )

    def cash_label(self, line: str) -> str:
        """Label of a cash flow line."""
        return _CASH.get(line, line)


def _headed(lines: Sequence[str]) -> list[tuple[str, str]]:
    made: list[tuple[str, str]] = []
    for line in lines:
        if line in _HEADS:
            made.append(("", _HEADS[line]))
        inner = line in (
            "货币资金",
            "应收账款",
            "预付款项",
            "存货",
            "固定资产",
            "无形资产",
            "短期借款",
            "应付账款",
            "应付职工薪酬",
            "应交税费",
            "长期借款",
            "未分配利润",
        )
        made.append(
            (line, ("　" if inner else "") + ("实收资本（或股本）" if line == "实收资本" else line))
        )
    return made


def financial(world: World, year: int, random: Random, group: str) -> Paper:
    """财务审计报告 of a year."""
    data, before = world.years[year], world.years.get(year - 1)
    paper = lay(
        "audit-report", f"{year}年度审计报告", group, random,
        a=_audit(world, year, data, before, random, group),
    )  # fmt: skip
    paper.role = f"audit-{year}"
    if f"pages-missing:{paper.role}" in world.flags:
        paper.drop = {5}
    return paper


def _audit(
    world: World, year: int, data: Year, before: Year | None, random: Random, group: str
) -> Audit:
    balance = dict(data.balance)
    balance["负债和所有者权益总计"] = balance["资产总计"]
    opening = dict(data.opening) | {"负债和所有者权益总计": data.opening["资产总计"]}
    for line in ("负债合计", "流动资产合计"):
        if (wrong := world.printed.get(f"audit-{year}:{line}")) is not None:
            balance[line] = Decimal(str(wrong))
    signed = world.printed.get(f"audit-{year}:signed")
    brief = "brief-audits" in world.flags
    unit, words = _unit(random, group)
    return Audit(
        year=year, unit=world.lead, firm=world.firm, cpas=world.cpas, number=_number(world.firm, year, random),
        code=_code(year, random), signed=signed if isinstance(signed, date) else _signed(world, year, random),
        day_style=random.choice((1, 6, 0)), numbers=random.random() < 0.6,
        sealed=f"unsealed:audit-{year}" not in world.flags,
        standard="小企业会计准则" if world.books_seed % 4 == 0 else "企业会计准则",
        income=_income(data, world), earlier=_income(before, world) if before else None, balance=balance, opening=opening,
        cash=data.cash, cash_before=before.cash if before else None,
        unit_of=dict.fromkeys(("balance", "income", "cash"), unit), unit_words=dict.fromkeys(("balance", "income", "cash"), words),
        short=random.choice(("贵公司", "贵公司", _short(world.lead.name))), addressees=random.choice(("全体股东", "董事会", "")),
        equity_words=random.choice(("、所有者权益变动表", "")), prepared=random.choice(("编制单位", "编制单位", "公司名称")),
        petty=Decimal(random.randrange(100, 99999)) / 10, chief_accountant=random.choice(("李敏", "陈燕", "黄海燕", "吴静")),
        with_cash=world.books_seed % 3 > 0 and not brief, with_notes=not brief, must_number=f"pages-missing:audit-{year}" in world.flags,
    )  # fmt: skip


def _unit(random: Random, group: str) -> tuple[str, str]:
    """The unit of the statements and how it is printed."""
    unit = random.choice(_SCALED[group])
    return unit, random.choice(_UNITS[group]).format(unit)


def _income(data: Year, world: World) -> books.Lines:
    """For small firms 管理费用 holds research, which is then no line of its own in the sum."""
    if world.books_seed % 4:
        return data.income
    lines = dict(data.income)
    lines["管理费用"] += lines["研发费用"]
    return lines


def _short(name: str) -> str:
    for word in ("深圳市", "深圳", "（深圳）", "股份有限公司", "有限责任公司", "有限公司"):
        name = name.replace(word, "")
    return name + "公司"


def _signed(world: World, year: int, random: Random) -> date:
    """Between January and June of the next year, before the application."""
    start = date(year + 1, 1, 12)
    last = min(date(year + 1, 6, 20), world.applied_on - timedelta(days=12))
    return start + timedelta(days=random.randrange(max(1, (last - start).days)))


def _number(firm: Unit, year: int, random: Random) -> str:
    brand = firm.name.removeprefix("深圳")[:1]
    issued, serial = year + 1, random.randrange(1, 9999)
    return random.choice((
        f"深{brand}会审字[{issued}]第{serial:04d}号", f"深{brand}审字〔{issued}〕{random.randrange(1, 9)}-{serial:03d}号",
        f"{brand}会审字（{issued}）第{serial:05d}号", f"深{brand}会财审字[{issued}]{serial:03d}号",
    ))  # fmt: skip


def _code(year: int, random: Random) -> str:
    tail = "".join(random.choice("ABCDEFGHJKLMNPQRSTUVWXYZ0123456789") for _ in range(8))
    return f"粤{(year + 1) % 100}{tail}"
