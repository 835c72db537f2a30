"""Ways to state a plan's money: tables, sentences, with shares, by source."""

from __future__ import annotations

from decimal import Decimal

from corpora.blocks import Block, Grid, Inline, Parts, Prose, Shown
from corpora.papers import plan_kept_funds
from corpora.papers.plan_facts import Way
from corpora.papers.plan_facts import amounts as _amounts
from corpora.papers.plan_facts import items as _items
from corpora.papers.plan_facts import paid as _paid
from corpora.papers.plan_facts import whole as _whole
from corpora.print_forms import capitals, rounded, tens
from corpora.world import World


def _printed(world: World) -> Decimal:
    """The sum of what is printed in 万元 with two decimals."""
    return sum((rounded(amount) for _, amount in world.budget), Decimal(0))


def _in(world: World, says: str, heads: tuple[str, str], *, total: bool = False) -> list[Block]:
    rows: list[tuple[Inline, ...]] = [*_paid(world)]
    if total:
        rows.append(("合计", tens(_printed(world))))
    return [Prose((says,)), Grid(heads, tuple(rows))]


def _by_source(world: World) -> list[Block]:
    """Every line with its sum, then by source."""
    rows: list[tuple[Inline, ...]] = []
    granted = Decimal(0)
    for n, (item, amount) in enumerate(_paid(world), 1):
        part = (Decimal(amount.value) * 2 / 5).quantize(Decimal(100))
        granted += part
        rows.append((str(n), item, amount, tens(part), tens(Decimal(amount.value) - part)))
    whole = _printed(world)
    rows.append(("", "总　计", tens(whole), tens(granted), tens(whole - granted)))
    heads = ("序号", "经费开支科目", "预算合计", "专项经费", "自筹经费")
    over = (*((head, 1) for head in heads[:3]), ("其中", 2))
    return [Prose(("经费概算（金额单位：万元）",)), Grid(heads, tuple(rows), over=over)]


def _with_shares(world: World) -> list[Block]:
    """Sum first, shares and reasons behind."""
    whole = _whole(world)
    rows: list[tuple[Inline, ...]] = [("总预算", tens(whole, 4), "100.0%", "—")]
    rows += [
        (item, amount, f"{100 * Decimal(amount.value) / whole:.1f}%", "据实测算")
        for item, amount in _paid(world, 4)
    ]
    heads = ("费用", "概算数（万元）", "占比", "测算依据")
    return [Prose(("经费概算由各单位汇总形成。",)), Grid(heads, tuple(rows))]


def _told(world: World) -> list[Block]:
    """The lines of the budget in one sentence, the sum behind them."""
    said: list[Inline] = []
    for item, amount in _paid(world):
        said += ["、" if said else "资金主要用于以下方面：", item, amount, "万元"]
    return [Prose((*said, f"，合计{tens(_printed(world))}万元，由财务部门统一核算。"))]


def _numbered_across(world: World) -> list[Block]:
    """Lines of the budget as columns with numbers over them."""
    heads = ("序　号", *(f"（{'一二三四五六七八'[n]}）" for n in range(len(world.budget))), "—")
    rows: tuple[tuple[Inline, ...], ...] = (
        ("科目名称", *_items(world), "合　计"),
        ("金　　额", *_amounts(world), tens(_printed(world))),
    )
    return [Prose(("经费分配情况（单位：万元）",)), Grid(heads, rows)]


def _across(world: World) -> list[Block]:
    """Items as heads, amounts in one row below them."""
    heads: tuple[Inline, ...] = ("科目", *_items(world), "总计")
    row: tuple[Inline, ...] = ("预算", *_amounts(world, 0), tens(_whole(world), 0))
    return [Prose(("资金安排（单位：万元）",)), Grid(heads, (row,))]


def _in_words(world: World) -> list[Block]:
    """Amounts in a sentence with their unit."""
    said: list[Inline] = [f"经测算，本项目总投入为人民币{tens(_whole(world))}万元，其中："]
    for number, (item, amount) in enumerate(_paid(world), 1):
        said += [item, amount, "万元", "。" if number == len(world.budget) else "，"]
    return [Prose(tuple(said))]


def _reasoned(world: World) -> list[Block]:
    """Serial, item, why, amount in yuan; the sum first."""
    rows: list[tuple[Inline, ...]] = [("", "总额", "", f"{_whole(world):,.2f}")]
    for n, (item, (_, amount)) in enumerate(zip(_items(world), world.budget, strict=True)):
        money = Shown(f"budget.{n}.amount", f"{amount:,.2f}", f"{amount:.2f}")
        rows.append((str(n + 1), item, "按任务量及市场询价测算", money))
    return [
        Prose(("费用构成及测算依据如下，金额以人民币元列示。",)),
        Grid(("#", "费用科目", "测算依据", "预算金额（元）"), tuple(rows)),
    ]


def _in_thousands(world: World) -> list[Block]:
    """In 千元, shares before amounts, the sum in words at the foot."""
    whole = _whole(world)
    rows: list[tuple[Inline, ...]] = []
    for n, (item, (_, amount)) in enumerate(zip(_items(world), world.budget, strict=True)):
        said = (amount / 1000).quantize(Decimal("0.001"))
        money = Shown(f"budget.{n}.amount", f"{said:,}", f"{said * 1000:.2f}")
        rows.append((item, f"{100 * amount / whole:.1f}%", money))
    rows.append((f"合计（大写）：人民币{capitals(whole)}",))
    return [
        Prose(("各项用途所需资金列示如下（金额单位：人民币千元）。",)),
        Grid(("资金用途", "所占比例", "金额"), tuple(rows)),
    ]


def _each_said(world: World) -> list[Block]:
    """A line for every item, six decimals."""
    made: list[Block] = [Prose(("本项目经费按下列科目编列：",))]
    for n, (item, amount) in enumerate(_paid(world, 6), 1):
        made.append(Prose((f"{n}、", item, "：编列", amount, "万元，据实核销。")))
    return made


def _abreast(world: World) -> list[Block]:
    """Two items a row, the sum across the foot."""
    cells: list[tuple[Inline, ...]] = [*_paid(world), *[("", "")] * (len(world.budget) % 2)]
    rows: list[tuple[Inline, ...]] = [
        (*a, *b) for a, b in zip(cells[::2], cells[1::2], strict=True)
    ]
    rows.append((f"以上总计：{tens(_printed(world))}万元",))
    heads = ("经费科目", "预算（万元）") * 2
    return [Prose(("经费编制结果：",)), Grid(heads, tuple(rows))]


def _by_units(world: World) -> list[Block]:
    """How each line is split between lead and members, the whole last."""
    rows: list[tuple[Inline, ...]] = []
    for item, amount in _paid(world):
        lead = (Decimal(amount.value) * 3 / 5).quantize(Decimal(100))
        rows.append((item, tens(lead), tens(Decimal(amount.value) - lead), amount))
    heads = ("经费用途", "牵头单位使用", "参与单位使用", "经费额度")
    over = (("经费用途", 1), ("其中", 2), ("经费额度", 1))
    return [
        Prose(("资金按用途和使用主体编列，计量单位为万元。",)),
        Grid(heads, tuple(rows), over=over),
    ]


def _on_lines(world: World) -> list[Block]:
    """Lines with dotted leaders, amounts in yuan, the sum in capitals below."""
    made: list[Block] = [Prose(("费用预计（人民币，元）",), indent=False)]
    for n, (item, (_, amount)) in enumerate(zip(_items(world), world.budget, strict=True)):
        money = Shown(f"budget.{n}.amount", f"¥{amount:,.2f}", f"{amount:.2f}")
        made.append(Prose((item, " ………… ", money), indent=False))
    return [*made, Prose((f"共计人民币{capitals(_whole(world))}。",), indent=False)]


def _words_each(world: World) -> list[Block]:
    """A clause for every line: first comes the amount, then what it is for."""
    said: list[Inline] = [f"在总额{tens(_whole(world), 0)}万元以内，"]
    for number, (item, amount) in enumerate(_paid(world, 0), 1):
        said += ["以", amount, "万元用于", item, "。" if number == len(world.budget) else "，"]
    return [Prose(tuple(said))]


def _two_columns_of_years(world: World) -> list[Block]:
    """By year, amounts in 千元, the whole in the middle."""
    rows: list[tuple[Inline, ...]] = []
    for n, (item, (_, amount)) in enumerate(zip(_items(world), world.budget, strict=True)):
        said = (amount / 1000).quantize(Decimal("0.01"))
        first = (said * 7 / 10).quantize(Decimal("0.01"))
        money = Shown(f"budget.{n}.amount", f"{said:,}", f"{said * 1000:.2f}")
        rows.append((item, money, f"{first:,}", f"{said - first:,}"))
    heads = ("列支科目", "两年合计", "首年度", "次年度")
    return [Prose(("分年度用款计划（千元）：",)), Grid(heads, tuple(rows))]


def _shares_first(world: World) -> list[Block]:
    """Share, amount with its unit, item; the sum in the heading."""
    whole = _printed(world)
    rows = tuple(
        (f"{100 * Decimal(amount.value) / whole:.0f}%", Parts((amount, "万元")), item, "据实列支")
        for item, amount in _paid(world)
    )
    says = f"本项目经费{tens(whole)}万元，构成如下。"
    return [Prose((says,)), Grid(("占比", "额度", "开支内容", "管理要求"), rows)]


def _summed_first(world: World) -> list[Block]:
    """The sum in the first row, then its parts with what they are based on."""
    rows: list[tuple[Inline, ...]] = [("预算总额", tens(_printed(world)), "各项之和")]
    rows += [(item, amount, "按合同及市价测算") for item, amount in _paid(world)]
    heads = ("名目", "预算（万元）", "编列依据")
    return [Prose(("预算总额及其组成如下。",)), Grid(heads, tuple(rows))]


def _in_yuan(world: World) -> list[Block]:
    """A list in yuan, each line with its amount in brackets."""
    made: list[Block] = [Prose(("拟列支的费用（均为人民币）：",))]
    for n, (item, (_, amount)) in enumerate(zip(_items(world), world.budget, strict=True)):
        money = Shown(f"budget.{n}.amount", f"{amount:,.2f}元", f"{amount:.2f}")
        made.append(Prose((f"（{n + 1}）", item, "（", money, "）；")))
    return made


def _stages(world: World) -> list[Block]:
    """Amounts to four places before items, with the stage of the spending."""
    rows = tuple(
        (str(n), amount, item, "按进度支出") for n, (item, amount) in enumerate(_paid(world, 4), 1)
    )
    says = "费用计划（计量单位：万元）按开支内容列示。"
    return [Prose((says,)), Grid(("行次", "计划金额（万元）", "开支内容", "支出时点"), rows)]


FUNDS: dict[str, tuple[Way, ...]] = {
    "main": (
        lambda w: _in(w, "项目经费预算如下：", ("科目", "预算金额（万元）")),
        lambda w: _in(w, "资金安排：", ("费用名称", "安排金额（单位：万元）")),
        lambda w: _in(w, "经费支出预算（单位：万元）见下表。", ("预算科目", "金额（万元）"), total=True),
        lambda w: _in(w, "资金使用计划如下。", ("支出内容", "预算数（万元）")),
        lambda w: _in(w, "项目总经费及用途见下表（单位：万元）。", ("支出类别", "预算额（万元）"), total=True),
        lambda w: _in(w, "经费测算：", ("开支项目", "测算金额（万元）")),
        _by_source, _with_shares, _told, _numbered_across,
        _across, _in_words, _reasoned,
_in_thousands, _each_said, _abreast,
        _by_units, _on_lines, _words_each, _two_columns_of_years, _shares_first,
        _summed_first, _in_yuan, _stages),
    "held-out": plan_kept_funds.KEPT,
}  # fmt: skip
