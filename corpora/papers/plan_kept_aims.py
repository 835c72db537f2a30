"""Ways to state a plan's targets that nobody tunes on."""

from __future__ import annotations

from corpora.blocks import Block, Grid, Inline, Parts, Prose, Shown
from corpora.papers.plan_facts import Way, aims
from corpora.world import World

_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_CLASSES = {
    "新增营业收入": ("效益指标", "经济效益指标", "经济效益"),
    "培养研发人才": ("效益指标", "社会效益指标", "人才培养"),
    "参与制定标准": ("效益指标", "可持续影响指标", "标准引领"),
}
_OUTPUT = ("产出指标", "数量指标", "创新产出")


def _classes(item: Shown) -> tuple[str, str, str]:
    return _CLASSES.get(item.text, _OUTPUT)


def _commas(number: Shown) -> Shown:
    """With commas between thousands."""
    return Shown(number.path, f"{number.value:,}", number.value)


def _classed(world: World) -> list[Block]:
    """A row for every class, all its targets in one cell."""
    by_class: dict[str, list[str | Shown]] = {}
    for item, number, unit in aims(world):
        cell = by_class.setdefault(_classes(item)[2], [])
        cell += ["；" if cell else "", item, number, unit]
    rows = tuple((name, Parts(tuple(cell))) for name, cell in by_class.items())
    return [
        Prose(("（一）总体目标。突破一批共性关键技术，形成可持续的协同创新机制。",)),
        Prose(("（二）量化目标。建设期末应达到的水平见下表，均为建设期内累计数。",)),
        Grid(("目标类别", "具体内容"), rows),
    ]


def _fiscal(world: World) -> list[Block]:
    """The three levels of a fiscal performance table; what kind of bound, the value, its unit."""
    count = len(world.targets)
    weights = [100 // count] * (count - 1)
    weights.append(100 - sum(weights))
    rows = tuple(
        (*_classes(item)[:2], item, "≥", number, unit, f"{weight}分")
        for (item, number, unit), weight in zip(aims(world), weights, strict=True)
    )
    heads = ("一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "权重")
    return [Prose(("项目支出绩效目标表",), indent=False), Grid(heads, rows)]


def _fields(world: World) -> list[Block]:
    """A paragraph for each class, thousands with commas."""
    made: list[Block] = [Prose(("到建设期满，联合体拟在以下方面取得可量化的进展。",))]
    by_class: dict[str, list[Inline]] = {}
    for item, number, unit in aims(world):
        said = by_class.setdefault(_classes(item)[2], [])
        said += ["，" if said else "", item, " ", _commas(number), " ", unit, "以上"]
    made += [Prose((f"在{name}方面，", *said, "。")) for name, said in by_class.items()]
    return made


def _answered_for(world: World) -> list[Block]:
    """Who answers for a target before the target; the bound, number and unit in one cell."""
    units = (world.lead, *world.members)
    rows = tuple(
        (units[n % len(units)].name, item, Parts(("≥", number, unit)), "结题验收")
        for n, (item, number, unit) in enumerate(aims(world))
    )
    heads = ("责任单位", "考核目标", "承诺完成值", "考核节点")
    return [Prose(("各项目标已落实到责任单位，由责任单位对完成情况负责。",)), Grid(heads, rows)]


def _unit_in_head(world: World) -> list[Block]:
    """Names with their units as heads, what there is now and what is to be as rows."""
    made = aims(world)
    heads: tuple[Inline, ...] = ("", *(Parts((item, "（", unit, "）")) for item, _, unit in made))
    rows: tuple[tuple[Inline, ...], ...] = (
        ("建设前", *("0" for _ in made)),
        ("期满时", *(number for _, number, _ in made)),
    )
    return [Prose(("建设前后对比（只计建设期内新形成的数量）：",)), Grid(heads, rows)]  # fmt: skip


def _wide_figures(world: World) -> list[Block]:
    """Lines in figures as wide as characters, as old office software writes them."""
    made: list[Block] = [Prose(("经各单位商定，联合体期满须完成下列任务量：",))]
    for n, (item, number, unit) in enumerate(aims(world), 1):
        wide = Shown(number.path, number.text.translate(_WIDE), number.value)
        made.append(Prose((f"{n}、".translate(_WIDE), item, wide, unit, "（含）以上；")))
    return [*made, Prose(("上列任务量未完成的，由牵头单位向理事会说明原因。",))]


def _name_and_unit(world: World) -> list[Block]:
    """Name and unit in one cell with a stroke, the number beside it, then how it is counted."""
    rows = tuple(
        (f"（{n}）", Parts((item, "／", unit)), number, "按建设期累计计", "第三方核查")
        for n, (item, number, unit) in enumerate(aims(world), 1)
    )
    heads = ("项次", "绩效名称／单位", "预期值", "统计口径", "核查方式")
    return [Prose(("绩效预期一览",), indent=False), Grid(heads, rows)]


KEPT: tuple[Way, ...] = (
    _classed,
    _fiscal,
    _fields,
    _answered_for,
    _unit_in_head,
    _wide_figures,
    _name_and_unit,
)
