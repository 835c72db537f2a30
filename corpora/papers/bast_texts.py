"""Forms of the Beijing programs as one card, and as chapters and articles."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

from corpora.blocks import (
    Block,
    Grid,
    Heading,
    Inline,
    Pairs,
    Parts,
    Prose,
    Shown,
    Title,
)
from corpora.papers.bast_cells import (
    Cells,
    cell,
    gathered,
    item_of,
    shared,
    target,
    whole_of,
    yuan_of,
)
from corpora.papers.bast_parts import Sheet, rows, values
from corpora.print_forms import capitals, small


def card(sheet: Sheet) -> list[Block]:
    """One table without headings, named at the left: units as columns, people in cells."""
    told, world = values(sheet), sheet.world
    name = (
        f"北京市科协创新联合体成立申请表（{sheet.group}）"
        if sheet.group
        else "科创协同联合体建设项目申报卡"
    )
    amount = told.get("matching")
    money: list[tuple[str, Inline]] = [("申请资助开支（万元）", _listed(sheet))]
    money += [("另筹配套（万元）", amount)] if amount is not None else []
    return [
        Title((name,)), Prose(("填卡日期：", sheet.applied), indent=False),
        Pairs(rows(told, "leader=姓名", "leader_title=职称"), 2, "项目负责人"),
        Pairs(rows(told, "lead=名称", "uscc=信用代码", "lead_kind=类型", "head=法人代表", "established=何日成立", "district=在何区", "address=住址"), 2, "牵头方"),
        *([Pairs(rows(told, "applicant=名称", "applicant_kind=类型"), 2, "申报方")] if "applicant" in told else []),
        Pairs(rows(told, "industry=产业", "period=建设自何日至何日", "project=全名"), 2, "联合体"),
        Pairs(tuple(money), 1, "资金"),
        Grid(("任务", "数量") * 3, tuple(_abreast([_brief(sheet, n) for n in range(len(world.targets))], 3)), "任务"),
        *_columns(sheet.data["members"]), *_seats(sheet),
        Prose(("本卡所填各项与事实相符。",)), sheet.stamp("申报方盖章处", ""),
    ]  # fmt: skip


def _brief(sheet: Sheet, n: int) -> Cells:
    item, number, unit = target(sheet, n)
    return item, Parts((number, " ", unit))


def _listed(sheet: Sheet) -> Inline:
    """The whole budget in one cell."""
    parts: list[str | Shown] = []
    for n, (_, amount) in enumerate(sheet.world.budget):
        parts += [
            item_of(sheet, n),
            " ",
            Shown(f"budget.{n}.amount", f"{amount / 10000:.1f}", f"{amount:.2f}"),
            "；",
        ]
    return Parts((*parts, f"共计 {whole_of(sheet) / 10000:.1f}"))


def _abreast(cells: Sequence[Cells], many: int) -> list[Cells]:
    """So many records beside each other, empty cells after the last."""
    blank: Cells = ("",) * len(cells[0])
    filled = [*cells, *[blank] * (-len(cells) % many)]
    return [tuple(chain(*filled[n : n + many])) for n in range(0, len(filled), many)]


def _columns(units: Sequence[dict[str, Any]]) -> list[Block]:
    """Units as columns, two at a time, labels at the left."""
    labels = (
        ("全称", "name"),
        ("信用代码", "uscc"),
        ("类型", "kind"),
        ("法人代表", "legal_representative"),
        ("身份", "role"),
    )
    made: list[Block] = []
    for start in range(0, len(units), 2):
        part = list(enumerate(units))[start : start + 2]
        heads = ("", *(f"成员{small(n + 1)}" for n, _ in part))
        lines: list[Cells] = [
            (label, *(cell(f"members.{n}.{key}", unit[key]) for n, unit in part))
            for label, key in labels
        ]
        made.append(Grid(heads, tuple(lines), "成员方"))
    return made


def _seats(sheet: Sheet) -> list[Block]:
    """Three experts a row, each in one cell."""
    cells: list[Cells] = []
    for n, _ in enumerate(sheet.data.get("experts", [])):
        name, title, home = (
            Shown(f"experts.{n}.{k}", sheet.data["experts"][n][k])
            for k in ("name", "title", "employer")
        )
        cells.append((Parts((name, "／", title, "／", home)),))
    head = "姓名／职称／单位"
    return [Grid((head,) * 3, tuple(_abreast(cells, 3)), "专家")] if cells else []


def articles(sheet: Sheet) -> list[Block]:
    """Chapters and articles, no table at all; targets and money before the units."""
    told = values(sheet)
    name = (
        f"北京市科协创新联合体成立申请表（{sheet.group}）"
        if sheet.group
        else "科创协同联合体项目申报书（条文式）"
    )
    if isinstance(told.get("matching"), Shown):
        amount = sheet.world.matching
        told["matching"] = Parts(
            ("人民币", yuan_of("matching_funds", amount, "{:.0f}"), f"元（大写{capitals(amount)}）")
        )
    chapters: tuple[tuple[str, list[Cells]], ...] = (
        ("申报事项", [
            ("申请设立的联合体，定名为“", told["project"], "”。"), ("联合体面向", told["industry"], "产业开展服务。"),
            ("联合体的建设工作自", told["from"], "开始，到", told["until"], "结束。"),
            *([("申报工作由", told["applicant"], "（统一社会信用代码", told["applicant_code"], "，属", told["applicant_kind"], "）办理。")] if "applicant" in told else []),
        ]),
        ("目标和经费", [("建设期满，联合体须交出以下成果：", *_promised(sheet)), ("资助经费", *_spent(sheet))]),
        ("牵头单位和负责人", [
            ("由", told["lead"], "担任牵头单位，该单位属", told["lead_kind"], "，统一社会信用代码为", told["uscc"], "，法定代表人是", told["head"], "。"),
            ("牵头单位于", told["established"], "登记成立，登记住所是", told["address"], "，位于", told["district"], "。"),
            ("项目负责人：", told["leader"], "；负责人职称：", told["leader_title"], "。"),
            *([("牵头单位投入的配套经费：", told["matching"], "。")] if "matching" in told else []),
        ]),
        ("成员和专家", [("除牵头单位外，", *_partners(sheet)), *_called(sheet)]),
    )  # fmt: skip
    made: list[Block] = [Title((name,))]
    count = 0
    for number, (head, articles) in enumerate(chapters, 1):
        made.append(Heading(f"第{small(number)}章　{head}"))
        for words in articles:
            count += 1
            made.append(Prose((f"第{small(count)}条　", *words)))
    return [
        *made,
        Prose(("以上各条，申报单位均已核实，并愿接受监督。",)),
        sheet.stamp("申报单位（印章）", sheet.applied),
    ]


def _promised(sheet: Sheet) -> list[Inline]:
    parts: list[Inline] = []
    for n in range(len(sheet.world.targets)):
        item, number, unit = target(sheet, n)
        parts += ["；" if n else "", f"（{small(n + 1)}）", item, "，不少于", number, unit]
    return [*parts, "。"]


def _spent(sheet: Sheet) -> list[Inline]:
    whole = whole_of(sheet)
    parts: list[Inline] = [f"共申请人民币{capitals(whole)}（{whole:.0f}元），分别用于："]
    for n, (_, amount) in enumerate(sheet.world.budget):
        parts += [
            "、" if n else "",
            item_of(sheet, n),
            yuan_of(f"budget.{n}.amount", amount, "{:.0f}"),
            "元",
        ]
    return [*parts, "。"]


def _partners(sheet: Sheet) -> list[Inline]:
    units = sheet.data["members"]
    parts: list[Inline] = [f"另有{small(len(units))}家单位加入联合体："]
    for n, unit in enumerate(units):
        name, kind, code, head, role = (
            cell(f"members.{n}.{k}", unit[k])
            for k in ("name", "kind", "uscc", "legal_representative", "role")
        )
        parts += [
            "；" if n else "",
            f"（{small(n + 1)}）",
            name,
            "，",
            kind,
            "，代码",
            code,
            "，法定代表人",
            head,
            "，为",
            role,
        ]
    return [*parts, "。"]


def _called(sheet: Sheet) -> list[Cells]:
    """The experts, those of one unit together."""
    people = sheet.data.get("experts", [])
    if not people:
        return []
    parts: list[Inline] = [f"联合体聘请专家{small(len(people))}名："]
    count = 0
    for group in gathered(people, "employer"):
        parts += ["；" if count else "", "来自", shared("experts", count, group, "employer"), "的"]
        for n, one in enumerate(group):
            at = f"experts.{count}."
            parts += [
                "、" if n else "",
                Shown(at + "name", one["name"]),
                "（",
                Shown(at + "title", one["title"]),
                "）",
            ]
            count += 1
    return [(*parts, "。")]
