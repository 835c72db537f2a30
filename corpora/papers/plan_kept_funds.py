"""Ways to state a plan's money that nobody tunes on."""

from __future__ import annotations

from decimal import Decimal
from itertools import zip_longest

from corpora.blocks import Block, Grid, Inline, Parts, Prose, Shown
from corpora.papers.plan_facts import Way, amounts, items, paid, whole
from corpora.print_forms import bare, capitals, tens
from corpora.world import World

_USES = {
    "设备费": "购置、租赁试验与检测仪器",
    "人力资源费": "研发人员薪酬及专家咨询",
    "科研材料及事务费": "原材料、测试化验与会议差旅",
    "其它经营性费用": "场地、水电与日常运行",
}


def _use(item: Shown) -> str:
    return _USES.get(item.text, "按协议约定据实列支")


def _in_yuan(world: World, form: str) -> list[tuple[Shown, Shown]]:
    """Items and amounts in yuan as ``form`` prints them."""
    return [
        (item, Shown(f"budget.{n}.amount", form.format(amount), f"{amount:.2f}"))
        for n, (item, (_, amount)) in enumerate(zip(items(world), world.budget, strict=True))
    ]


def _balance(world: World) -> list[Block]:
    """Where the money comes from beside where it goes."""
    total = whole(world)
    asked = (total * 2 / 5).quantize(Decimal("1E2"))
    sources = [("申请财政资助", tens(asked)), ("组建单位自筹", tens(total - asked))]
    blank = ("", "")
    rows: list[tuple[Inline, ...]] = [
        (*(source or blank), *(spent or blank))
        for source, spent in zip_longest(sources, paid(world))
    ]
    rows.append(("来源合计", tens(total), "支出合计", tens(total)))
    heads = ("来源", "金额", "支出科目", "预算数")
    over = (("资金来源", 2), ("资金支出", 2))
    return [Prose(("资金平衡表　　　　单位：万元",), indent=False), Grid(heads, tuple(rows), over=over)]  # fmt: skip


def _both_ways(world: World) -> list[Block]:
    """Amounts in capital characters and in figures, as banks ask for them."""
    rows: list[tuple[Inline, ...]] = [
        (item, capitals(Decimal(amount.value)), amount)
        for item, amount in _in_yuan(world, "{:,.2f}")
    ]
    rows.append(("总　额", capitals(whole(world)), f"{whole(world):,.2f}"))
    heads = ("款项用途", "人民币（大写）", "小写（元）")
    return [Prose(("用款预算如下，大小写金额一致。",)), Grid(heads, tuple(rows))]


def _explained(world: World) -> list[Block]:
    """A paragraph for each item: what it is for, then how much, then its share."""
    total = whole(world)
    made: list[Block] = [Prose((f"预算说明。本项目总预算{tens(total)}万元，分项说明如下。",))]
    for n, (item, amount) in enumerate(paid(world), 1):
        share = f"{100 * Decimal(amount.value) / total:.1f}%"
        made.append(Prose((f"{n}. ", item, f"。主要用于{_use(item)}，列预算", amount, f"万元，占总预算的{share}。")))  # fmt: skip
    return made


def _described(world: World) -> list[Block]:
    """The item with what it is for in one cell; amounts with their unit, without decimals."""
    rows: list[tuple[Inline, ...]] = [
        (Parts((item, f"：{_use(item)}")), Parts((amount, "万元")))
        for item, amount in paid(world, 0)
    ]
    rows.append(("总计", f"{tens(whole(world), 0)}万元"))
    heads = ("开支科目及主要用途", "预计支出")
    return [Prose(("经费开支计划",), indent=False), Grid(heads, tuple(rows))]


def _by_unit(world: World) -> list[Block]:
    """A row for every unit, a column for every item: what an item costs is in the last row."""
    units = (world.lead, *world.members)
    each = [
        (amount / 2 / len(world.members)).quantize(Decimal("1E2")) for _, amount in world.budget
    ]
    rest = [
        amount - part * len(world.members)
        for (_, amount), part in zip(world.budget, each, strict=True)
    ]
    rows: list[tuple[Inline, ...]] = []
    for n, unit in enumerate(units):
        parts = each if n else rest
        rows.append((unit.name, *map(tens, parts), tens(sum(parts, Decimal(0)))))
    rows.append(("合计", *amounts(world), tens(whole(world))))
    heads: tuple[Inline, ...] = ("单位", *items(world), "小计")
    return [Prose(("经费在各单位间的分配（万元）",), indent=False), Grid(heads, tuple(rows))]


def _plain_yuan(world: World) -> list[Block]:
    """One sentence in yuan without commas or decimals, the sum last in capitals."""
    said: list[Inline] = ["预算编制坚持目标相关、经济合理，安排"]
    for n, (item, (_, amount)) in enumerate(zip(items(world), world.budget, strict=True)):
        money = Shown(f"budget.{n}.amount", bare(amount), f"{amount:.2f}")
        said += ["、" if n else "", item, money, "元"]
    said.append(f"，以上{len(world.budget)}项共计人民币{capitals(whole(world))}。")
    return [Prose(tuple(said)), Prose(("超出预算部分由各单位自行承担。",))]


KEPT: tuple[Way, ...] = (
    _balance,
    _both_ways,
    _explained,
    _described,
    _by_unit,
    _plain_yuan,
)
