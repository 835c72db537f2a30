"""申请表: what the applicant declares, and the form that states it in one of several manners."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from corpora.blocks import Block, Break, Grid, Heading, Inline, Pairs, Prose, Shown, Stamp, Title
from corpora.papers.columns import added
from corpora.papers.manner import Manner
from corpora.papers.manners import MANNERS
from corpora.papers.ways import lay_out
from corpora.print_forms import capitals, day, rounded, tens
from corpora.world import World

KINDS = {
    "enterprise": "企业", "university": "高校", "research-institute": "科研院所", "medium-enterprise": "大中型企业",
    "financial-institution": "金融机构", "park": "产业园区", "city-society": "市学会", "national-society": "全国学会",
}  # fmt: skip


def declared(world: World) -> dict[str, Any]:
    """The declaration (contract §4), overrides of planting applied."""
    lead, on, chief = world.lead, world.applied_on, world.chief
    years = (world.last, world.last - 1)
    data: dict[str, Any] = {
        "program": "futian-2023", "applied_on": on.isoformat(), "project_name": world.project, "industry": world.industry,
        "period_from": world.period[0].isoformat(), "period_until": world.period[1].isoformat(),
        "lead": {
            "name": lead.name, "uscc": lead.uscc, "kind": "enterprise", "district": lead.district, "address": lead.address,
            "established_on": lead.established.isoformat(), "legal_representative": lead.head,
            "registered_capital": f"{lead.capital:.2f}", "phone": lead.phone,
        },
        "members": [
            {"name": m.name, "uscc": m.uscc, "kind": m.kind, "role": "participant", "legal_representative": m.head}
            for m in world.members
        ],
        "project_leader": {"name": world.leader.name, "employer": world.leader.employer, "title": world.leader.title},
        "chief_engineer": {
            "name": chief.name, "id_number": chief.id_number, "birth_date": chief.birth.isoformat(), "age": chief.age(on),
            "sex": chief.sex, "title": chief.title, "employer": chief.employer,
        },
        "team": [
            {"name": p.name, "age": p.age(on), "title": p.title, "employer": p.employer, "role": p.role} for p in world.team
        ],
        "rd_expense": {str(y): f"{world.years[y].rd_total:.2f}" for y in years},
        "revenue": {str(y): f"{world.years[y].income['营业收入']:.2f}" for y in years},
        "budget": [{"item": i, "amount": f"{a:.2f}"} for i, a in world.budget],
        "targets": [{"item": i, "number": n, "unit": u} for i, n, u in world.targets],
    }  # fmt: skip
    if world.high_tech:
        data["lead"]["qualifications"] = ["国家级高新技术企业"]
    for path, value in world.declared.items():
        _set(data, path.split("."), value)
    return data


def _set(tree: Any, steps: list[str], value: Any) -> None:
    head, *rest = steps
    key: Any = int(head) if isinstance(tree, list) else head
    if rest:
        _set(tree[key], rest, value)
    else:
        tree[key] = value


def blocks(
    world: World, data: dict[str, Any], random: Random, group: str
) -> tuple[str, list[Block]]:
    """The form in a manner drawn by chance: its name and its blocks."""
    manner = random.choice(MANNERS[group])
    style = random.choice(manner.styles)
    when = Shown("applied_on", day(world.applied_on, style), world.applied_on.isoformat())
    made: list[Block] = [Title((manner.title,))]
    if manner.cover:
        made += [_cover(world, data, manner, when), Break()]
    made += [Prose((words,)) for words in manner.foreword]
    sections = [
        (n, *_worded(head, body, manner, random))
        for n, (head, body) in enumerate(_sections(world, data, manner, style))
    ]
    if manner.coupled:
        sections[3] = (3, manner.coupled, _coupled(sections[3], sections[4]))
    for number, (at, head, body) in enumerate((sections[n] for n in manner.order), 1):
        made += _headed(head, number, manner)
        shown = _grouped(body, head) if manner.grouped else body
        made += lay_out(shown, manner.ways[at]) if at in manner.ways else [shown]
    made.append(Prose((manner.promise,)))
    dated = () if manner.cover else (f"{manner.date_label}：", when)
    made.append(Stamp(manner.stamp, world.lead.name, world.lead.seal_number, dated))
    if manner.opinions:
        left = "　" * 12 + "（公章）　　　　年　　月　　日"
        boxes = Pairs(tuple((words, left) for words in manner.opinions), 1)
        made += [Break(), Heading("审核意见"), boxes]
    return manner.name, made


def _coupled(*people: tuple[int, str, Pairs | Grid]) -> Grid:
    """Persons as columns of one table; what is not asked of one is struck out."""
    asked = [(head, dict(body.rows)) for _, head, body in people if isinstance(body, Pairs)]
    labels = tuple(asked[0][1])
    rows = tuple((label, *(said.get(label, "／") for _, said in asked)) for label in labels)
    return Grid(("", *(head for head, _ in asked)), rows)


def _headed(head: str, number: int, manner: Manner) -> list[Block]:
    """A section's heading, if the manner has any."""
    if manner.headed in ("row", "none"):
        return [Heading(head, row=True)] if manner.headed == "row" else []
    form = "{han}、" if manner.headed == "paragraph" else manner.headed
    return [Heading(form.format(number, han="一二三四五六七八九十"[number - 1]) + head)]


def _cover(world: World, data: dict[str, Any], manner: Manner, when: Shown) -> Pairs:
    """The title's page; what it repeats is plain, so that a fact has one place."""
    words = manner.words
    rows: tuple[tuple[str, Inline], ...] = (
        (words["project"], data["project_name"]), (words["name"], data["lead"]["name"]),
        ("联系人", world.leader.name), (manner.date_label, when),
    )  # fmt: skip
    return Pairs(rows, 1, ruled=False)


def _worded(
    head: str, body: Pairs | Grid, manner: Manner, random: Random
) -> tuple[str, Pairs | Grid]:
    """Headings, columns and labels in the manner's words and unit."""
    name, paren, rest = head.partition("（")
    head = manner.says.get(name, name)
    head += (paren + rest.replace("万元", manner.unit)) if manner.unit_apart else ""
    if isinstance(body, Pairs):
        pairs = tuple((manner.says.get(label, label), value) for label, value in body.rows)
        return head, Pairs(pairs, body.across, body.group, manner.ruled, mark=manner.mark)
    order = manner.columns.get(name, range(len(body.heads)))
    more = manner.blank.get(name, ())
    heads = tuple(manner.says.get(str(body.heads[n]), str(body.heads[n])) for n in order)
    rows = tuple((*(row[n] for n in order), *("" for _ in more)) for row in body.rows)
    grid = Grid((*heads, *more), rows, body.group)
    return head, added(grid, manner.adds.get(name, ()), random)


def _grouped(body: Pairs | Grid, head: str) -> Pairs | Grid:
    """The heading as a cell at the left; a unit of measure in it moves to the table's head."""
    name, _, rest = head.partition("（单位：")
    if isinstance(body, Pairs):
        return Pairs(body.rows, body.across, name, body.ruled, mark=body.mark)
    if not rest:
        return Grid(body.heads, body.rows, name)
    # Beside 金额 where there is such a column, else beside the name of the lines.
    at = next((n for n, head in enumerate(body.heads) if "金额" in str(head)), 0)
    heads = tuple(f"{h}（{rest}" if n == at else h for n, h in enumerate(body.heads))
    return Grid(heads, body.rows, name)


def _sections(
    world: World, data: dict[str, Any], manner: Manner, style: int
) -> list[tuple[str, Pairs | Grid]]:
    last = str(world.last)
    years = (last, str(world.last - 1))
    return [
        ("项目基本情况", Pairs(_project(data, manner, style), manner.across)),
        ("牵头单位情况", Pairs(_lead(data["lead"], manner, style), manner.across)),
        ("经济数据（单位：万元）", _figures(data, manner, years)),
        ("首席技术负责人", Pairs(_chief(data["chief_engineer"], manner, style), manner.across)),
        ("项目负责人", Pairs(tuple(
            (label, Shown(f"project_leader.{key}", data["project_leader"][key]))
            for label, key in (("姓名", "name"), (manner.words["title"], "title"), (manner.words["employer"], "employer"))
        ), manner.across)),
        ("参与单位情况", Grid(("序号", "单位名称", "统一社会信用代码", "单位类型", "法定代表人", manner.words["role"]), tuple(
            member(n, m) for n, m in enumerate(data["members"])
        ))),
        ("主要研发人员", Grid(("序号", "姓名", "年龄", "职称", "所在单位", "承担任务"), tuple(
            (str(n + 1), Shown(f"team.{n}.name", p["name"]), Shown(f"team.{n}.age", str(p["age"]), p["age"]),
             Shown(f"team.{n}.title", p["title"]), Shown(f"team.{n}.employer", p["employer"]), Shown(f"team.{n}.role", p["role"]))
            for n, p in enumerate(data["team"])
        ))),
        ("经费预算（单位：万元）", _budget(data["budget"], manner)),
        ("绩效指标", Grid(("指标名称", "目标值", "计量单位"), tuple(
            (Shown(f"targets.{n}.item", t["item"]), Shown(f"targets.{n}.number", str(t["number"]), t["number"]), Shown(f"targets.{n}.unit", t["unit"]))
            for n, t in enumerate(data["targets"])
        ))),
    ]  # fmt: skip


def _figures(data: dict[str, Any], manner: Manner, years: tuple[str, str]) -> Grid:
    rows = (("revenue", "revenue"), ("rd", "rd_expense"))
    years = (years[1], years[0]) if manner.oldest_first else years
    lines: list[list[Inline]] = [["指标", *(manner.year.format(y) for y in years)]]
    lines += [
        [manner.words[w], *(_money(f"{path}.{y}", data[path][y], manner) for y in years)]
        for w, path in rows
    ]
    if manner.years_down:
        lines = [list(line) for line in zip(*lines, strict=True)]
    heads, *body = lines
    return Grid(tuple(map(str, heads)), tuple(tuple(row) for row in body))


def _budget(budget: list[dict[str, str]], manner: Manner) -> Grid:
    amounts = [_money(f"budget.{n}.amount", b["amount"], manner) for n, b in enumerate(budget)]
    rows: list[tuple[Inline, ...]] = [
        (Shown(f"budget.{n}.item", b["item"]), amounts[n]) for n, b in enumerate(budget)
    ]
    if manner.totals:
        whole = sum((Decimal(shown.value) for shown in amounts), Decimal(0))
        rows.append(("合计", _money("", f"{whole:.2f}", manner).text))
    return Grid(("支出科目", "金额"), tuple(rows))


def _money(path: str, amount: str, manner: Manner) -> Shown:
    exact = Decimal(amount)
    if manner.unit == "元":
        text, value = f"{exact:,.2f}", exact
    elif manner.unit == "千元":
        thousands = (exact / 1000).quantize(Decimal(1).scaleb(-manner.places))
        text, value = f"{thousands:,}", thousands * 1000
    else:
        text, value = tens(exact, manner.places), rounded(exact, manner.places)
    text = text if manner.commas else text.replace(",", "")
    return Shown(path, manner.money.format(text), f"{value:.2f}")


def _capital(amount: str, manner: Manner) -> Shown:
    """Without commas, as most write it."""
    shown = _money("lead.registered_capital", amount, manner)
    words = capitals(Decimal(shown.value))
    text = manner.capital.format(shown.text.replace(",", ""), words=words)
    return Shown(shown.path, text, shown.value)


def _date(path: str, iso: str, style: int) -> Shown:
    return Shown(path, day(date.fromisoformat(iso), style), iso)


def _project(data: dict[str, Any], manner: Manner, style: int) -> tuple[tuple[str, Inline], ...]:
    words = manner.words
    first, last = date.fromisoformat(data["period_from"]), date.fromisoformat(data["period_until"])
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    until = manner.span.format(day(first, style), day(last, style), months=months)
    return (
        (words["project"], Shown("project_name", data["project_name"])), (words["industry"], Shown("industry", data["industry"])),
        (words["period"], Shown("period", until)),
    )  # fmt: skip


def _lead(lead: dict[str, Any], manner: Manner, style: int) -> tuple[tuple[str, Inline], ...]:
    words = manner.words
    rows: list[tuple[str, Inline]] = [
        (words["name"], Shown("lead.name", lead["name"])), ("统一社会信用代码", Shown("lead.uscc", lead["uscc"])),
        (words["district"], Shown("lead.district", lead["district"]["name"].removeprefix("广东省"), lead["district"])),
        (words["address"], Shown("lead.address", lead["address"])), (words["established"], _date("lead.established_on", lead["established_on"], style)),
        (words["head"], Shown("lead.legal_representative", lead["legal_representative"])),
        (words["capital"], _capital(lead["registered_capital"], manner)),
        (words["phone"], Shown("lead.phone", lead["phone"])), ("单位性质", Shown("lead.kind", manner.kind, "enterprise")),
    ]  # fmt: skip
    rows += [
        ("资质荣誉", Shown(f"lead.qualifications.{n}", q))
        for n, q in enumerate(lead.get("qualifications", []))
    ]
    return tuple(rows)


def _chief(chief: dict[str, Any], manner: Manner, style: int) -> tuple[tuple[str, Inline], ...]:
    words = manner.words
    at = "chief_engineer."
    return (
        ("姓名", Shown(at + "name", chief["name"])), ("性别", Shown(at + "sex", chief["sex"])),
        (words["birth"], _date(at + "birth_date", chief["birth_date"], style)), ("年龄", Shown(at + "age", str(chief["age"]), chief["age"])),
        (words["id"], Shown(at + "id_number", chief["id_number"])), (words["title"], Shown(at + "title", chief["title"])),
        (words["employer"], Shown(at + "employer", chief["employer"])),
    )  # fmt: skip


def member(number: int, unit: dict[str, Any]) -> tuple[Inline, ...]:
    """A row of the members' table."""
    at = f"members.{number}."
    role = "牵头单位" if unit["role"] == "lead" else "参与单位"
    return (
        str(number + 1), Shown(at + "name", unit["name"]), Shown(at + "uscc", unit["uscc"]),
        Shown(at + "kind", KINDS.get(unit["kind"], "其他"), unit["kind"]),
        Shown(at + "legal_representative", unit["legal_representative"]), Shown(at + "role", role, unit["role"]),
    )  # fmt: skip
