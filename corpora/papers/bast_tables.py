"""Forms of the Beijing programs as tables: public finance, and what is stated beside its proof."""

from __future__ import annotations

from corpora.beijing import CONSORTIUM
from corpora.blocks import (
    ABOVE,
    Block,
    Break,
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
    merged,
    shared,
    target,
    whole_of,
    yuan_of,
)
from corpora.papers.bast_parts import Sheet, rows, ticked, values
from corpora.print_forms import capitals

_LEVELS = (
    (("产出指标", "成果产出"), ("形成产业成果", "形成需求清单", "形成成果清单")),
    (("产出指标", "学术与智库产出"), ("举办学术交流活动", "提交决策建议报告", "编制团体标准或蓝皮书")),
    (("效益指标", "人才效益"), ("凝聚科技人才", "编写人才工作报告", "编制人才清单")),
    (("效益指标", "可持续影响"), ("编写工作模式报告",)),
)  # fmt: skip
_GROUNDS = {
    "专家咨询费": "按受邀专家人次据实发放",
    "会议费": "按会议场次及规模测算",
    "劳务费": "按参与人员工作量测算",
    "印刷费": "按印制合同结算",
}


def performance(sheet: Sheet) -> list[Block]:
    """A cover, then numbered tables as public finance has them: three levels of indices, yuan."""
    told, data = values(sheet), sheet.data
    told["lead_kind"] = ticked(told["lead_kind"], "☑", "□", "　")
    if "applicant_kind" in told:
        told["applicant_kind"] = ticked(told["applicant_kind"], "☑", "□", "　")
    if isinstance(told.get("matching"), Shown):
        told["matching"] = yuan_of("matching_funds", sheet.world.matching)
    name = (
        f"北京市科协创新联合体建设申请表（{sheet.group}）"
        if sheet.group
        else "科创协同联合体项目申报文本"
    )
    head = rows(
        told, "project=联合体全称", "industry=主攻产业", "from=起始日期", "until=完成日期", "applicant=申报主体全称", "applicant_kind=申报主体类别",
        "lead=牵头主体全称", "uscc=牵头主体代码（18位）", "lead_kind=牵头主体类别", "district=注册地所属区", "address=注册地详址", "established=登记成立日",
        "head=法定代表人姓名", "leader=项目负责人姓名", "leader_title=项目负责人技术职称", "matching=落实配套经费（元）",
    )  # fmt: skip
    cover = (
        ("项目类别", sheet.group or "科创协同联合体"),
        ("拟建联合体", data["project_name"]),
        ("牵头主体", data["lead"]["name"]),
        ("编制日期", sheet.applied),
    )
    return [
        Title((name,)), Pairs(cover, 1, ruled=False), Break(),
        Prose(("编制说明：1．本文本由申报主体编制，一式两份。2．类别栏在所属类别前的方框内打勾。3．金额以人民币元为单位。",), indent=False),
        Heading("表一　申报基本信息表"), Pairs(head, 1),
        Heading("表二　项目绩效目标申报表"), Grid(("一级指标", "二级指标", "三级指标", "指标值"), _levels(sheet)),
        Heading("表三　项目支出预算及测算依据表"), _grounds(sheet),
        Heading("表四　联合体成员分类登记表"),
        Grid(("成员类别", "序号", "成员全称", "统一社会信用代码", "法定代表人", "承担角色"),
             tuple(merged("members", data["members"], "kind", "name", "uscc", "legal_representative", "role"))),
        *_staff(sheet),
        Prose(("申报主体承诺：本文本各表所列内容真实、完整，绩效目标经集体研究确定。",)), sheet.stamp("申报主体（公章）", ""),
    ]  # fmt: skip


def _staff(sheet: Sheet) -> list[Block]:
    if not sheet.data.get("experts"):
        return []
    made = merged("experts", sheet.data["experts"], "employer", "name", "title")
    return [
        Break(),
        Heading("表五　专家分单位登记表"),
        Grid(("专家所在单位", "序号", "专家姓名", "专业技术职务"), tuple(made)),
    ]


def _levels(sheet: Sheet) -> tuple[Cells, ...]:
    """Indices of three levels; the upper two are merged over their rows."""
    made: list[Cells] = []
    before = ("", "")
    for n, (item, _, _) in enumerate(sheet.world.targets):
        over = next((levels for levels, items in _LEVELS if item in items), ("产出指标", "其他"))
        shown, number, unit = target(sheet, n)
        first: Inline = ABOVE if over[0] == before[0] else over[0]
        made.append(
            (first, ABOVE if over == before else over[1], shown, Parts(("≥", number, unit)))
        )
        before = over
    return tuple(made)


def _grounds(sheet: Sheet) -> Grid:
    """The budget with its grounds, the amount last, the sum in words below."""
    lines: list[Cells] = [
        (str(n + 1), item_of(sheet, n), _GROUNDS.get(item, "按合同及票据据实列支"), yuan_of(f"budget.{n}.amount", amount))
        for n, (item, amount) in enumerate(sheet.world.budget)
    ]  # fmt: skip
    whole = whole_of(sheet)
    lines += [("", "合计", "", f"{whole:,.2f}"), (f"合计（大写）：人民币{capitals(whole)}",)]
    return Grid(("行号", "支出内容", "测算依据", "申请金额（元）"), tuple(lines))


_LEAST = {"形成产业成果": 5, "凝聚科技人才": 50}


def checked(sheet: Sheet) -> list[Block]:
    """What is stated, where its proof lies, what the office ticks; what is asked beside what is promised."""
    told = values(sheet)
    name = (
        f"北京市科协创新联合体建设申请表（{sheet.group}）"
        if sheet.group
        else "科创协同联合体申报表（附佐证索引）"
    )
    asked = rows(
        told, "applicant=谁来申报", "applicant_kind=申报者的单位类型", "lead=谁来牵头", "lead_kind=牵头者的单位类型", "uscc=牵头者的统一社会信用代码",
        "head=牵头者的法定代表人", "established=牵头者成立于", "district=牵头者所在区", "address=牵头者的注册地址", "leader=项目负责人", "leader_title=项目负责人的职称",
        "project=联合体的名称", "industry=联合体服务的产业", "period=联合体的建设期", "matching=牵头者的配套经费（万元）",
    )  # fmt: skip
    proofs = tuple((label, _proof(label), value, "□符　□不符") for label, value in asked)
    units: list[Cells] = []
    for n, unit in enumerate(sheet.data["members"]):
        full, code, kind, head, role = (
            cell(f"members.{n}.{k}", unit[k])
            for k in ("name", "uscc", "kind", "legal_representative", "role")
        )
        units += [
            (str(n + 1), kind, full, role),
            (ABOVE, Parts(("统一社会信用代码：", code, "　　法定代表人：", head))),
        ]
    return [
        Title((name,)),
        Heading("甲　申报内容与佐证对照"), Grid(("申报内容", "佐证", "填报", "受理核对"), proofs),
        Heading("乙　成员单位"), Grid(("号", "单位类型", "单位全称", "角色"), tuple(units)),
        Heading("丙　任务及申报数"), _compared(sheet),
        Heading("丁　资助经费用途（万元）"), Grid(("编号", "用途", "金额"), tuple(_summed(sheet))),
        *_ranked(sheet),
        Prose(("申报单位对所填内容及佐证材料的真实性负责。",)), sheet.stamp("申报单位印章：", "填报于 ", sheet.applied),
        Prose(("（下栏由受理部门填写，申报时留空）",), indent=False), Pairs((("受理编号", ""), ("受理意见", "")), 2),
    ]  # fmt: skip


def _proof(label: str) -> str:
    """Where the proof of a particular lies."""
    if "项目负责人" in label:
        return "工作方案"
    if "联合体" in label or "经费" in label:
        return "合作协议"
    return "登记证照"


def _compared(sheet: Sheet) -> Grid:
    """What is asked, where the program asks it, before what is promised: number and unit are one."""
    asked = sheet.world.program == CONSORTIUM
    made: list[Cells] = []
    for n, (name, _, measure) in enumerate(sheet.world.targets):
        item, number, unit = target(sheet, n)
        least = f"不少于{_LEAST.get(name, 1)}{measure}" if asked else str(n + 1)
        made.append((least, item, Parts((number, unit))))
    return Grid(("任务要求" if asked else "号", "任务", "申报数"), tuple(made))


def _summed(sheet: Sheet) -> list[Cells]:
    """The budget in two parts with their sums over their lines."""
    lines = list(enumerate(sheet.world.budget))
    parts = [
        [line for line in lines if (line[1][0] in {"专家咨询费", "劳务费"}) == own]
        for own in (True, False)
    ]
    made: list[Cells] = []
    for number, (head, part) in enumerate(
        zip(("人员支出小计", "业务支出小计"), parts, strict=True), 1
    ):
        made.append((str(number), head, f"{sum(a for _, (_, a) in part) / 10000:.2f}"))
        for n, (at, (_, amount)) in enumerate(part, 1):
            shown = Shown(f"budget.{at}.amount", f"{amount / 10000:.2f}", f"{amount:.2f}")
            made.append((f"{number}.{n}", item_of(sheet, at), shown))
    return [*made, ("3", "总计（1＋2）", f"{whole_of(sheet) / 10000:.2f}")]


def _ranked(sheet: Sheet) -> list[Block]:
    """The experts by their titles: how many, and who, with their units in brackets."""
    lines: list[Cells] = []
    count = 0
    for group in gathered(sheet.data.get("experts", []), "title"):
        title, parts = shared("experts", count, group, "title"), list[str | Shown]()
        for n, one in enumerate(group):
            at = f"experts.{count}."
            parts += [
                "、" if n else "",
                Shown(at + "name", one["name"]),
                "（",
                Shown(at + "employer", one["employer"]),
                "）",
            ]
            count += 1
        lines.append((title, str(len(group)), Parts(tuple(parts))))
    head = Heading("戊　专家按职称汇总")
    return [head, Grid(("职称", "人数", "姓名（工作单位）"), tuple(lines))] if lines else []
