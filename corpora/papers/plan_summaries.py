"""Ways to say in a plan who builds the consortium, and from when until when."""

from __future__ import annotations

from corpora.blocks import Block, Grid, Inline, Pairs, Parts, Prose, Shown
from corpora.papers import plan_kept_summaries
from corpora.papers.plan_facts import Way
from corpora.papers.plan_facts import joined as _joined
from corpora.papers.plan_facts import lead as _lead
from corpora.papers.plan_facts import members as _members
from corpora.papers.plan_facts import term as _term
from corpora.world import World


def _plain(world: World) -> list[Block]:
    begin, end = _term(world, 1)
    return [
        Prose(("本项目由", _lead(world), "牵头，联合", *_joined(world), "共同建设。")),
        Prose(("项目建设期为", begin, "至", end, "。")),
    ]


def _brief(world: World) -> list[Block]:
    begin, end = _term(world, 0)
    return [
        Prose(("牵头单位：", _lead(world))),
        Prose(("成员单位如下：",)),
        *(Prose((f"{n}）", member)) for n, member in enumerate(_members(world), 1)),
        Prose(("建设周期自", begin, "起，到", end, "结束。")),
    ]


def _tabled(world: World) -> list[Block]:
    """Members in a table, the term in a line of its own."""
    begin, end = _term(world, 4)
    rows: list[tuple[Inline, ...]] = [("1", "牵头单位", _lead(world))]
    rows += [(str(n), "参加单位", member) for n, member in enumerate(_members(world), 2)]
    return [
        Prose((f"本项目围绕{world.subject}方向组建创新联合体，各单位情况如下表。",)),
        Grid(("序号", "类别", "单位名称"), tuple(rows)),
        Prose(("实施期限：", begin, "—", end, "。")),
    ]


def _listed(world: World) -> list[Block]:
    """Lead and members one below the other, each with what it is; the term at the end."""
    begin, end = _term(world, 0)
    return [
        Prose((f"联合体聚焦{world.subject}，由以下单位组成：",)),
        Prose(("牵头单位：", _lead(world))),
        *(Prose((f"成员单位{n}：", member)) for n, member in enumerate(_members(world), 1)),
        Prose(("建设期：", begin, "起至", end, "止。")),
    ]


def _parted(world: World) -> list[Block]:
    """Units in one sentence, the lead before them."""
    begin, end = _term(world, 1)
    return [
        Prose(("联合体牵头单位为", _lead(world), "，参与单位为", *_joined(world), "。")),
        Prose(("实施周期（", begin, "—", end, "）内完成全部任务。")),
    ]


def _particulars(world: World) -> list[Block]:
    """A table of labels and values, begin and end of the term in rows of their own."""
    begin, end = _term(world, 8)
    rows: list[tuple[str, Inline]] = [("牵头组建单位", _lead(world))]
    rows += [(f"参建单位（{n}）", unit) for n, unit in enumerate(_members(world), 1)]
    return [
        Prose((f"拟在{world.subject}领域组建任务型创新联合体，基本信息如下：",)),
        Pairs((*rows, ("建设开始日期", begin), ("建设结束日期", end)), 1),
    ]


def _turned(world: World) -> list[Block]:
    """Units across, with what each of them is below; the term above the table."""
    begin, end = _term(world, 9)
    units = _members(world)
    row: tuple[Inline, ...] = ("单位全称", _lead(world), *units)
    people = ("法定代表人", world.lead.head, *(m.head for m in world.members))
    heads = ("类　别", "牵头", *(f"参与{n}" for n in range(1, len(units) + 1)))
    return [
        Prose(("建设运行周期（", begin, " 至 ", end, "）。联合体由下列法人单位构成，各自独立承担民事责任。")),
        Grid(heads, (row, people)),
    ]  # fmt: skip


def _told(world: World) -> list[Block]:
    """The lead in one sentence, the members in the next, the term last."""
    begin, end = _term(world, 6)
    units: list[Inline] = []
    for number, unit in enumerate(_members(world)):
        units += ["；" if number else "", f"{'一二三四五六七'[number]}是", unit]
    return [
        Prose((f"面向{world.subject}的产业需求，", _lead(world), "作为牵头单位发起组建本联合体。")),
        Prose((f"共同发起的单位有{len(world.members)}家：", *units, "。")),
        Prose(("自", begin, "开始建设，至", end, "完成全部建设任务并接受验收。")),
    ]


def _one_page(world: World) -> list[Block]:
    """A table of the main facts (一页纸摘要), members numbered below each other."""
    begin, end = _term(world, 4)
    rows: list[tuple[Inline, ...]] = [("牵头主体", _lead(world))]
    rows += [(f"共建主体{n}", member) for n, member in enumerate(_members(world), 1)]
    rows += [("聚焦方向", world.subject), ("启动日期", begin), ("收官日期", end)]
    return [Prose(("本方案要点如下：",)), Grid(("要素", "内容"), tuple(rows))]


def _behind(world: World) -> list[Block]:
    """Members before the lead, the term first."""
    begin, end = _term(world, 6)
    return [
        Prose(("自", begin, "始，迄", end, f"，联合体将围绕{world.subject}组织攻关。")),
        Prose(("联合体系在", *_joined(world), "的支持与参与下，由", _lead(world), "作为牵头单位发起组建。")),
    ]  # fmt: skip


def _duties(world: World) -> list[Block]:
    """Units as columns of a table of three, the term in two lines with labels."""
    begin, end = _term(world, 3)
    rows: list[tuple[Inline, ...]] = [(_lead(world), "●", "")]
    rows += [(member, "", "●") for member in _members(world)]
    return [
        Pairs((("计划开始", begin), ("计划完成", end)), 2),
        Prose(("参与建设的单位及其定位见下表（●表示对应的定位）。",)),
        Grid(("单位", "牵头", "参与"), tuple(rows)),
    ]


def _roster(world: World) -> list[Block]:
    """Units with code and head in a table, the lead marked behind its name's column; the term below."""
    begin, end = _term(world, 0)
    units = [(_lead(world), world.lead, "牵头"), *(
        (shown, unit, "共建") for shown, unit in zip(_members(world), world.members, strict=True)
    )]  # fmt: skip
    rows = tuple((name, u.head, part, "已签协议") for name, u, part in units)
    return [
        Prose((f"联合体服务于{world.industry}，主攻{world.subject}，组建单位见下表。",)),
        Grid(("组建单位", "法定代表人", "定位", "协议情况"), rows),
        Pairs((("建设起始时间", begin), ("建设截止时间", end)), 2, above=True),
    ]


def _asked(world: World) -> list[Block]:
    """Questions and answers, as a portal's outline asks for them."""
    begin, end = _term(world, 5)
    return [
        Prose(("◆ 哪家单位牵头？", _lead(world), "。")),
        Prose(("◆ 哪些单位参与？", *_joined(world), "。")),
        Prose(("◆ 何时开始、何时结束？", begin, "开始，", end, "结束。")),
    ]


def _sponsors(world: World) -> list[Block]:
    """As a notice says it: on whose initiative, with whom; the term in brackets behind."""
    begin, end = _term(world, 8)
    return [
        Prose((_lead(world), "（以下称牵头单位）会同", *_joined(world), f"，就{world.subject}组建创新联合体（建设期限：", begin, " 至 ", end, "）。")),
        Prose(("各单位法人地位不变，通过协议约定权利义务。",)),
    ]  # fmt: skip


def _signed_list(world: World) -> list[Block]:
    """Units with what they are in front, one below the other; the term in a sentence at the end."""
    begin, end = _term(world, 1)
    return [
        Prose((f"为攻克{world.subject}领域的难题，下列单位自愿组成创新联合体：",)),
        Prose(("（牵头）", _lead(world)), indent=False),
        *(Prose(("（参与）", member), indent=False) for member in _members(world)),
        Prose(("联合体的建设期为两年，", begin, "启动，", end, "届满。")),
    ]


def _pairs_four(world: World) -> list[Block]:
    """A table of two pairs a row, every member with its kind; the term in the first row."""
    begin, end = _term(world, 5)
    rows: list[tuple[str, Inline]] = [
        ("起始日", begin), ("终止日", end), ("牵头法人", _lead(world)), ("牵头法人代表", world.lead.head),
    ]  # fmt: skip
    for number, (shown, unit) in enumerate(zip(_members(world), world.members, strict=True), 1):
        rows += [(f"协同法人{number}", shown), ("法人代表", unit.head)]
    return [Prose(("组建信息登记如下：",)), Pairs(tuple(rows), 2)]


def _annexed(world: World) -> list[Block]:
    """A long sentence with the members numbered in it, as lawyers write."""
    begin, end = _term(world, 0)
    units: list[Inline] = []
    for number, unit in enumerate(_members(world), 1):
        units += ["、" if number > 1 else "", f"（{number}）", unit]
    return [
        Prose(("本方案所称联合体，系指以", _lead(world), "为牵头单位，由其与", *units, "依据合作协议共同组成的非法人合作组织。")),
        Prose(("本方案的执行期间：始于", begin, "，终于", end, "。")),
    ]  # fmt: skip


def _dialogue(world: World) -> list[Block]:
    """Labels in brackets at the head of lines: whom, with whom, when."""
    begin, end = _term(world, 8)
    return [
        Prose(("［牵头］", _lead(world)), indent=False),
        Prose(("［协同］", *_joined(world)), indent=False),
        Prose(("［期限］", begin, "—", end), indent=False),
        Prose((f"［方向］{world.industry}／{world.subject}",), indent=False),
    ]


def _merged(world: World) -> list[Block]:
    """One cell for all members, as a table in a bureau's summary."""
    begin, end = _term(world, 2)
    units: list[str | Shown] = []
    for unit in _members(world):
        units += ["；" if units else "", unit]
    rows: tuple[tuple[Inline, ...], ...] = (
        ("牵头单位", _lead(world)), ("参加单位", Parts(tuple(units))),
        ("执行年限", Parts((begin, " 至 ", end))), ("技术领域", world.subject),
    )  # fmt: skip
    return [Prose(("联合体概况表",), indent=False), Grid(("栏目", "填写内容"), rows)]


def _tasked(world: World) -> list[Block]:
    """A unit a row, its standing behind it in brackets; the term in the table's last row."""
    begin, end = _term(world, 3)
    rows: list[tuple[Inline, ...]] = [("01", Parts((_lead(world), "（牵头）")))]
    rows += [(f"{n:02d}", Parts((unit, "（参与）"))) for n, unit in enumerate(_members(world), 2)]
    return [
        Grid(("代号", "组建单位（地位）"), tuple(rows)),
        Prose(("注：组建期限 ", begin, " ～ ", end, "。"), indent=False),
    ]


def _term_between(world: World) -> list[Block]:
    """The lead, the term, then those it works with."""
    begin, end = _term(world, 0)
    return [
        Prose(("本联合体由", _lead(world), "牵头组建，建设期从", begin, "开始，到", end, "为止。")),
        Prose(("与牵头单位共同承担建设任务的参与单位包括：", *_joined(world), "。")),
    ]


def _above_each(world: World) -> list[Block]:
    """Labels over values, one below the other."""
    begin, end = _term(world, 1)
    rows: list[tuple[str, Inline]] = [("牵头单位名称", _lead(world))]
    rows += [(f"参与单位{n}名称", unit) for n, unit in enumerate(_members(world), 1)]
    rows += [("建设期开始", begin), ("建设期结束", end)]
    return [Pairs(tuple(rows), 1, above=True)]


SUMMARIES: dict[str, tuple[Way, ...]] = {
    "main": (
        _plain,
        _brief,
        _tabled,
        _listed,
        _parted,
        _particulars,
        _turned,
        _told,
        _one_page,
        _behind,
        _duties,
        _roster,
        _asked,
        _sponsors,
        _signed_list,
        _pairs_four,
        _annexed,
        _dialogue,
        _merged,
        _tasked,
        _term_between,
        _above_each,
    ),
    "held-out": plan_kept_summaries.KEPT,
}
