"""申请表 and 建设运营方案 as DOCX; the form's scan is printed by LibreOffice-free HTML of the same rows."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt

from corpora.paper import day
from corpora.world import World

_KINDS = {"enterprise": "企业", "university": "高校", "research-institute": "科研院所"}
Rows = list[tuple[str, str]]


def declared(world: World) -> dict[str, Any]:
    """The truth of what is declared (contract §4), overrides of planting applied."""
    lead, on = world.lead, world.applied_on
    last = on.year - 1
    data: dict[str, Any] = {
        "program": "futian-2023",
        "applied_on": on.isoformat(),
        "project_name": world.project,
        "industry": world.industry,
        "period_from": world.period[0].isoformat(),
        "period_until": world.period[1].isoformat(),
        "lead": {
            "name": lead.name, "uscc": lead.uscc, "kind": "enterprise", "district": lead.district,
            "address": lead.address, "established_on": lead.established.isoformat(),
            "legal_representative": lead.head, "registered_capital": f"{lead.capital:.2f}", "phone": lead.phone,
        },
        "members": [
            {"name": m.name, "uscc": m.uscc, "kind": m.kind, "role": "participant", "legal_representative": m.head}
            for m in world.members
        ],
        "project_leader": {"name": world.leader.name, "employer": world.leader.employer, "title": world.leader.title},
        "chief_engineer": {
            "name": world.chief.name, "id_number": world.chief.id_number, "birth_date": world.chief.birth.isoformat(),
            "age": world.chief.age(on), "sex": world.chief.sex, "title": world.chief.title, "employer": world.chief.employer,
        },
        "team": [
            {"name": p.name, "age": p.age(on), "title": p.title, "employer": p.employer, "role": p.role} for p in world.team
        ],
        "rd_expense": {str(y): f"{world.years[y].rd_total:.2f}" for y in (last, last - 1)},
        "revenue": {str(y): f"{world.years[y].income['营业收入']:.2f}" for y in (last, last - 1)},
        "budget": [{"item": i, "amount": f"{a:.2f}"} for i, a in world.budget],
        "targets": [{"item": i, "number": n, "unit": u} for i, n, u in world.targets],
    }  # fmt: skip
    for path, value in world.declared.items():
        _set(data, path.split("."), value)
    return data


def _set(tree: Any, steps: list[str], value: Any) -> None:
    head, *rest = steps
    key: Any = int(head) if head.isdigit() and isinstance(tree, list) else head
    if rest:
        _set(tree[key], rest, value)
    else:
        tree[key] = value


def _wan(amount: str) -> str:
    return f"{Decimal(amount) / 10000:,.2f}"


def form(world: World, data: dict[str, Any], random: Random, layouts: str) -> tuple[bytes, dict[str, Any]]:
    """The form as DOCX, and what of ``data`` it states (money rounded as printed)."""
    paper = _paper("福田区创新联合体认定申请表" if layouts == "main" else "创新联合体认定申报书")
    style = random.randrange(3) if layouts == "main" else 3
    lead, chief, last = data["lead"], data["chief_engineer"], str(world.applied_on.year - 1)
    before = str(world.applied_on.year - 2)
    ways = (2, 4, 6, 4)[style]
    label = _labels(style)
    _heading(paper, "一、项目基本情况", style)
    _pairs(paper, ways, [
        (label["project"], data["project_name"]), (label["industry"], data["industry"]),
        (label["period"], f"{day(date.fromisoformat(data['period_from']), 1)}至{day(date.fromisoformat(data['period_until']), 1)}"),
    ])  # fmt: skip
    _heading(paper, "二、牵头单位情况", style)
    _pairs(paper, ways, [
        (label["name"], lead["name"]), ("统一社会信用代码", lead["uscc"]), (label["district"], lead["district"]["name"].removeprefix("广东省")),
        (label["address"], lead["address"]), ("成立日期" if style % 2 else "注册成立时间", day(date.fromisoformat(lead["established_on"]), style % 3)),
        ("法定代表人", lead["legal_representative"]), ("注册资本（万元）", _wan(lead["registered_capital"]).replace(",", "")), ("联系电话", lead["phone"]), ("单位性质", "☑企业 □高校 □科研院所 □其他"),
    ])  # fmt: skip
    _heading(paper, "三、经济数据（单位：万元）", style)
    _grid(paper, ["指标", f"{last}年", f"{before}年"], [
        ["营业收入", _wan(data["revenue"][last]), _wan(data["revenue"][before])],
        [label["rd"], _wan(data["rd_expense"][last]), _wan(data["rd_expense"][before])],
    ])  # fmt: skip
    _heading(paper, "四、首席技术负责人", style)
    _pairs(paper, ways, [
        ("姓名", chief["name"]), ("性别", chief["sex"]), ("出生年月" if style == 3 else "出生日期", day(date.fromisoformat(chief["birth_date"]), 1)), ("年龄", str(chief["age"])),
        ("身份证号码", chief["id_number"]), ("职称", chief["title"]), ("工作单位", chief["employer"]),
    ])  # fmt: skip
    _heading(paper, "五、项目负责人", style)
    leader = data["project_leader"]
    _pairs(paper, ways, [("姓名", leader["name"]), ("职称", leader["title"]), ("所在单位", leader["employer"])])
    _heading(paper, "六、参与单位情况", style)
    _grid(paper, ["序号", "单位名称", "统一社会信用代码", "单位类型", "法定代表人", "角色"], [
        [str(n), m["name"], m["uscc"], _KINDS.get(m["kind"], "其他"), m["legal_representative"], "牵头单位" if m["role"] == "lead" else "参与单位"]
        for n, m in enumerate(data["members"], 1)
    ])  # fmt: skip
    _heading(paper, "七、主要研发人员", style)
    _grid(paper, ["姓名", "年龄", "职称", "所在单位", "承担任务"], [[p["name"], str(p["age"]), p["title"], p["employer"], p["role"]] for p in data["team"]])
    _heading(paper, "八、经费预算", style)
    _grid(paper, ["支出科目", "金额（万元）"], [[b["item"], _wan(b["amount"])] for b in data["budget"]])
    _heading(paper, "九、绩效目标", style)
    _grid(paper, ["指标名称", "目标值", "单位"], [[t["item"], str(t["number"]), t["unit"]] for t in data["targets"]])
    paper.add_paragraph("承诺：本单位对申报材料的真实性、完整性、合法性负责。")
    paper.add_paragraph(f"牵头单位（盖章）：　　　　　　　　　　　{('申报日期', '日期', '填报日期', '申请日期')[style]}：{day(world.applied_on, 1)}")
    stated = {k: v for k, v in data.items() if k != "program"}
    for group in ("rd_expense", "revenue"):
        stated[group] = {y: f"{(Decimal(v) / 10000).quantize(Decimal('0.01')) * 10000:.2f}" for y, v in data[group].items()}
    buffer = io.BytesIO()
    paper.save(buffer)
    return buffer.getvalue(), stated


def _labels(style: int) -> dict[str, str]:
    words = (
        ("project", "项目名称", "联合体名称", "创新联合体名称", "项目（联合体）名称"), ("industry", "所属产业", "产业领域", "技术领域", "产业方向"),
        ("period", "建设期限", "建设周期", "起止时间", "项目实施期限"), ("name", "单位名称", "牵头单位名称", "单位全称", "企业名称"),
        ("district", "注册地", "注册所在区", "注册地所在区", "注册区域"), ("address", "注册地址", "住所", "单位地址", "注册住所"),
        ("rd", "研发投入", "研发费用", "研究开发费用", "研发经费支出"),
    )  # fmt: skip
    return {word[0]: word[1 + style] for word in words}


def _paper(title: str) -> Any:
    paper = Document()
    paper.styles["Normal"].font.name = "宋体"
    paper.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "宋体")
    paper.styles["Normal"].font.size = Pt(10.5)
    paper.add_heading(title, 0)
    return paper


def _heading(paper: Any, text: str, style: int) -> None:
    if style == 3:
        table = paper.add_table(1, 1, style="Table Grid")
        table.cell(0, 0).text = text.split("、", 1)[1]
    else:
        paper.add_paragraph(text).runs[0].bold = True


def _pairs(paper: Any, ways: int, rows: Rows) -> None:
    """Labels and values, one, two or three pairs a row; the last one is merged to the edge."""
    per = ways // 2
    table = paper.add_table(-(-len(rows) // per), ways, style="Table Grid")
    for index, (label, value) in enumerate(rows):
        row, column = divmod(index, per)
        table.cell(row, column * 2).text = label
        table.cell(row, column * 2 + 1).text = value
    rest = len(rows) % per
    if rest:
        last = -(-len(rows) // per) - 1
        table.cell(last, rest * 2 - 1).merge(table.cell(last, ways - 1))


def _grid(paper: Any, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = paper.add_table(1 + len(rows), len(head), style="Table Grid")
    for column, text in enumerate(head):
        table.cell(0, column).text = text
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row):
            table.cell(number, column).text = text


SECTIONS = ("项目简介", "项目实施的背景和意义", "技术发展趋势及国内外发展现状", "项目主要研究内容", "项目预期目标", "项目实施方案", "现有的工作基础和条件", "研发团队")


def plan(world: World, random: Random) -> bytes:
    """建设运营方案: eight sections of prose."""
    paper = _paper(f"{world.project}建设运营方案")
    bodies = (
        f"本项目由{world.lead.name}牵头，联合{'、'.join(m.name for m in world.members)}共同建设，建设期{day(world.period[0], 1)}至{day(world.period[1], 1)}。",
        "当前产业链关键环节对外依存度较高，组建创新联合体有利于集聚优势力量开展协同攻关。",
        "国外头部企业在该领域布局较早，国内近年来在算法与系统集成方面进展较快，但核心器件仍有差距。",
        "；".join(world.division_of_work.values()) + "。",
        "经济指标：" + "，".join(f"{i}{n}{u}" for i, n, u in world.targets) + "。学术指标与技术指标按年度考核。",
        "项目分三个阶段实施，第一阶段完成方案设计，第二阶段完成样机研制，第三阶段开展示范应用。",
        "牵头单位建有研发实验室，配备测试仪器设备四十余台（套），具备开展联合攻关的条件。",
        f"首席技术负责人{world.chief.name}，{world.chief.title}。项目负责人{world.leader.name}，{world.leader.title}。",
    )
    figures = "一二三四五六七八"
    for number, (heading, body) in enumerate(zip(SECTIONS, bodies, strict=True)):
        if f"no-section:{heading}" in world.flags:
            continue
        paper.add_heading(f"{figures[number]}、{heading}", 1)
        for _ in range(2):
            paper.add_paragraph(body)
    buffer = io.BytesIO()
    paper.save(buffer)
    return buffer.getvalue()
