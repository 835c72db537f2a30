"""Ways to state a plan's targets: tables, lists, sentences, by year."""

from __future__ import annotations

from corpora.blocks import Block, Grid, Inline, Pairs, Parts, Prose, Shown
from corpora.papers import plan_kept_aims
from corpora.papers.plan_facts import Way
from corpora.papers.plan_facts import aims as _aims
from corpora.world import World


def _by_year(number: Shown) -> tuple[str, str]:
    """What falls to the first year, and to the second."""
    early = int(number.value) * 2 // 5
    return str(early), str(int(number.value) - early)


def _in(world: World, says: str, heads: tuple[str, str, str]) -> list[Block]:
    return [Prose((says,)), Grid(heads, tuple(_aims(world)))]


def _listed(world: World) -> list[Block]:
    """Targets as a list of lines."""
    listed = [Prose((f"（{n}）", *aim, "；")) for n, aim in enumerate(_aims(world), 1)]
    return [Prose(("项目实施期满，实现以下目标：",)), *listed]


def _said(world: World) -> list[Block]:
    """Targets in one running sentence."""
    said: list[Inline] = ["到建设期末，力争实现："]
    for number, aim in enumerate(_aims(world), 1):
        said += [*aim, "。" if number == len(world.targets) else "；"]
    return [Prose(tuple(said))]


def _under_one_head(world: World) -> list[Block]:
    """Targets with what falls to each year, under one head."""
    rows = tuple(
        (str(n), item, unit, number, *_by_year(number))
        for n, (item, number, unit) in enumerate(_aims(world), 1)
    )
    heads = ("序号", "绩效指标", "计量单位", "指标总值", "首年", "次年")
    over = (*((head, 1) for head in heads[:4]), ("分年度目标", 2))
    return [Prose(("绩效目标按年度分解如下表。",)), Grid(heads, rows, over=over)]


def _abreast(world: World) -> list[Block]:
    """Two targets a row, the unit behind the number."""
    cells: list[tuple[Inline, ...]] = [*_aims(world), *[("", "", "")] * (len(world.targets) % 2)]
    rows = tuple((*a, *b) for a, b in zip(cells[::2], cells[1::2], strict=True))
    heads = ("约束性指标", "数值", "单位") * 2
    return [Prose(("到验收时，应达到下列约束性指标：",)), Grid(heads, rows)]


def _as_items(world: World) -> list[Block]:
    """A sentence for every target."""
    verbs = ("建设期内不少于", "两年累计达到", "期满达到")
    made: list[Block] = [Prose(("主要目标：",))]
    for n, (item, number, unit) in enumerate(_aims(world)):
        made.append(Prose((f"目标{n + 1}　", item, f"，{verbs[n % 3]}", number, unit, "。")))
    return made


def _numbers_first(world: World) -> list[Block]:
    """Numbers before names, proof behind."""
    rows = tuple((number, unit, item, "证书、合同或报告") for item, number, unit in _aims(world))
    heads = ("目标值", "量纲", "考核内容", "佐证材料")
    return [Prose(("考核方式为查验佐证材料，指标如下。",)), Grid(heads, rows)]


def _split(world: World) -> list[Block]:
    """Targets split over two years, the sum last."""
    rows = tuple(
        (str(n), item, unit, *_by_year(number), number)
        for n, (item, number, unit) in enumerate(_aims(world), 1)
    )
    heads = ("序号", "指标", "单位", "第一年", "第二年", "合计")
    over = (("序号", 1), ("指标", 1), ("单位", 1), ("分年度目标", 2), ("合计", 1))
    return [Prose(("各项目标按年度分解如下。",)), Grid(heads, rows, over=over)]


def _at_least(world: World) -> list[Block]:
    """A line for each target: 不少于."""
    said: list[Block] = [Prose(("到期时，联合体须达成的硬性目标包括但不限于：",))]
    for n, (item, number, unit) in enumerate(_aims(world), 1):
        said.append(Prose((f"目标{n}——", item, "，不少于", number, unit, "。")))
    return said


def _counted_first(world: World) -> list[Block]:
    """Columns in the order a consultant's table has them, with how it is proved."""
    rows = tuple(
        (f"KPI-{n:02d}", number, unit, item, "验收时提供证明材料")
        for n, (item, number, unit) in enumerate(_aims(world), 1)
    )
    heads = ("编号", "目标值", "单位", "关键绩效指标", "验证方式")
    return [Prose(("关键绩效指标（KPI）一览：",)), Grid(heads, rows)]


def _matrix(world: World) -> list[Block]:
    """Names as heads, numbers and units as rows below them."""
    aims = _aims(world)
    heads: tuple[Inline, ...] = ("考核事项", *(item for item, _, _ in aims))
    counts: tuple[Inline, ...] = ("应完成数", *(number for _, number, _ in aims))
    units: tuple[Inline, ...] = ("计量", *(unit for _, _, unit in aims))
    return [Prose(("联合体期末应完成的考核事项列示如下。",)), Grid(heads, (counts, units))]


def _with_base(world: World) -> list[Block]:
    """What there is now, what is to be, in columns; words across the table between its parts."""
    rows: list[tuple[Inline, ...]] = [
        (item, unit, "0", number, "查验证书或合同") for item, number, unit in _aims(world)
    ]
    half = -(-len(rows) // 2)
    parts = (("（一）约束性目标",), *rows[:half], ("（二）预期性目标",), *rows[half:])
    heads = ("目标内容", "计量单位", "基期值", "目标值", "核验办法")
    return [Prose(("以申报之日为基期，考核目标如下表：",)), Grid(heads, tuple(parts))]


def _ordered(world: World) -> list[Block]:
    """Numbers before units and names, in lines with circled figures."""
    said: list[Block] = [Prose(("建设期届满之日，联合体应当交付：",))]
    for n, (item, number, unit) in enumerate(_aims(world)):
        said.append(Prose((f"{'①②③④⑤⑥⑦⑧⑨⑩'[n]} ", item, "：", number, " ", unit, "；")))
    return said


def _cards(world: World) -> list[Block]:
    """Every target a small table with its labels above."""
    made: list[Block] = [Prose(("建设期满须完成的指标卡如下。",))]
    for n, (item, number, unit) in enumerate(_aims(world), 1):
        rows = (("指标", item), ("期末数", number), ("计量", unit), ("责任方", "各承担单位"))
        made.append(Pairs(rows, 4, f"{n}", above=True))
    return made


def _bracketed(world: World) -> list[Block]:
    """The number and unit in one cell behind the name, with how it is weighed."""
    aims = _aims(world)
    weight = 100 // len(aims)
    rows = tuple(
        (f"T{n}", item, Parts((number, "（", unit, "）")), f"{weight}%")
        for n, (item, number, unit) in enumerate(aims, 1)
    )
    heads = ("代号", "目标事项", "承诺值（计量单位）", "权重")
    return [Prose(("联合体对下列事项作出承诺，验收时逐项评分。",)), Grid(heads, rows)]


def _three_years(world: World) -> list[Block]:
    """Half-way and final numbers; the final one last, under a head of its own."""
    rows = tuple(
        (item, _by_year(number)[0], Parts((number, unit))) for item, number, unit in _aims(world)
    )
    heads = ("验收内容", "中期评估应达", "期满验收应达")
    return [
        Prose(("按中期评估和期满验收两个节点考核，期满数含中期数。",)),
        Grid(heads, rows, over=(("验收内容", 1), ("考核节点", 2))),
    ]


def _said_each(world: World) -> list[Block]:
    """Numbers first, as an engineer tells it: eight of this, three of that."""
    said: list[Inline] = ["项目完成后，将形成以下可核查的产出："]
    for n, (item, number, unit) in enumerate(_aims(world), 1):
        said += [
            f"{n}）",
            item,
            "（",
            number,
            unit,
            "）",
            "。" if n == len(world.targets) else "，",
        ]
    return [Prose(tuple(said))]


def _unit_in_name(world: World) -> list[Block]:
    """The unit between name and number, lines with dotted leaders."""
    lines = [
        Prose((item, "（", unit, "）…………", number), indent=False)
        for item, number, unit in _aims(world)
    ]
    return [Prose(("主要量化指标如下：",)), *lines]


def _vertical(world: World) -> list[Block]:
    """Every target a column, names in the head."""
    names, numbers, units = zip(*_aims(world), strict=True)
    rows = (("计数单位", *units), ("期末值", *numbers))
    return [Prose(("建设期末各项目标值（横向列示）：",)), Grid(("目标", *names), rows)]


def _committed(world: World) -> list[Block]:
    """A paragraph for each target, the unit right behind the number, a duty after it."""
    made: list[Block] = []
    for n, (item, number, unit) in enumerate(_aims(world)):
        begin = f"目标{'一二三四五六七八九十'[n]}——"
        made.append(Prose((begin, item, "，不少于", number, unit, "，由牵头单位统计并留存证明。")))
    return made


def _with_evidence(world: World) -> list[Block]:
    """Two columns that nobody asks for between name and number."""
    rows = tuple(
        (str(n), item, "佐证文件", *_by_year(number), Parts((number, unit)))
        for n, (item, number, unit) in enumerate(_aims(world), 1)
    )
    heads = ("编号", "考核事项", "证明方式", "前期", "后期", "累计")
    over = (("编号", 1), ("考核事项", 1), ("证明方式", 1), ("应完成数", 3))
    return [Prose(("考核事项及完成数如下表所列。",)), Grid(heads, rows, over=over)]


AIMS: dict[str, tuple[Way, ...]] = {
    "main": (
        lambda w: _in(w, "项目设置经济指标、学术指标和技术指标，具体如下：", ("指标名称", "指标值", "单位")),
        lambda w: _in(w, "到期应完成：", ("内容", "数量", "计量单位")),
        _listed,
        lambda w: _in(w, "考核指标见下表。", ("考核指标", "指标值（期末）", "计量单位")),
        _said,
        lambda w: _in(w, "建设目标分解为下列可考核的指标。", ("目标内容", "目标数量", "单位")),
        _under_one_head, _abreast, _as_items, _numbers_first,
        _split, _at_least, _counted_first,
_matrix, _with_base, _ordered,
        _cards, _bracketed, _three_years, _said_each, _unit_in_name,
        _vertical, _committed, _with_evidence),
    "held-out": plan_kept_aims.KEPT,
}  # fmt: skip
