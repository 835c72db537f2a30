"""财务审计报告 and 研发费用专项审计报告."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from random import Random

from corpora.fonts import font
from corpora.paper import Ink, Paper, day, yuan
from corpora.world import World

_SIGNED = {"营业成本": "减：营业成本", "营业利润": "二、营业利润（亏损以“-”号填列）", "营业收入": "一、营业收入", "利润总额": "三、利润总额", "净利润": "四、净利润", "其他收益": "加：其他收益", "营业外收入": "加：营业外收入", "营业外支出": "减：营业外支出", "所得税费用": "减：所得税费用"}  # fmt: skip
_TOTALS = {"资产总计": "total_assets", "负债合计": "total_liabilities", "所有者权益合计": "owners_equity"}
_TIES = {"营业收入": "revenue", "研发费用": "rd_expense", "净利润": "net_profit"}
_LEFT = ("货币资金", "应收账款", "存货", "流动资产合计", "固定资产", "无形资产", "非流动资产合计", "资产总计")
_RIGHT = ("短期借款", "应付账款", "流动负债合计", "长期借款", "非流动负债合计", "负债合计", "实收资本", "未分配利润", "所有者权益合计")


class _Table:
    """Prints amounts in one table's unit."""

    def __init__(self, ink: Ink, unit: str) -> None:
        self.ink = ink
        self.unit = unit

    def plain(self, amount: Decimal) -> str:
        """An amount as this table prints it."""
        shown = amount / 10000 if self.unit == "万元" else amount
        text = f"{abs(shown):,.2f}"
        return f"({text})" if shown < 0 else text

    def fact(self, path: str, amount: Decimal) -> object:
        """An amount that is truth."""
        printed = (amount / 10000).quantize(Decimal("0.01")) * 10000 if self.unit == "万元" else amount
        return self.ink(path, self.plain(amount), yuan(printed))


def financial(world: World, year: int, random: Random, layouts: str) -> Paper:
    """财务审计报告 of a year: cover, opinion, balance sheet, income statement, notes."""
    ink = Ink()
    name = str(world.printed.get(f"audit-{year}:company", world.lead.name))
    report_on = date(year + 1, random.randrange(1, min(6, world.applied_on.month if world.applied_on.year == year + 1 else 6) + 1 if world.applied_on.year == year + 1 else 6), random.randrange(1, 20))
    if report_on >= world.applied_on:
        report_on = date(year + 1, 1, 15)
    number = random.choice((f"深鹏会审字[{year + 1}]第{random.randrange(9999):04d}号", f"衡达审字〔{year + 1}〕{random.randrange(1, 9)}-{random.randrange(999)}号", f"中岳审字（{year + 1}）第{random.randrange(99999):05d}号"))  # fmt: skip
    code = f"粤{(year + 1) % 100}{''.join(random.choice('ABCDEFGHJKLMNPQRSTUVWXYZ0123456789') for _ in range(8))}"
    data, before = world.years[year], world.years.get(year - 1)
    heads = (("本期金额", "上期金额"), (f"{year}年度", f"{year - 1}年度"), ("本年累计数", "上年同期数"))[random.randrange(3) if layouts == "main" else 2]
    unit = "元"
    table = _Table(ink, unit)
    rows = []
    income = dict(data.income)
    rd = world.printed.get(f"audit-{year}:rd_expense")
    for line, amount in income.items():
        value = Decimal(str(rd)) if line == "研发费用" and rd is not None else amount
        earlier = before.income[line] if before else None
        path = _TIES.get(line)
        now = table.fact(f"{path}.{year}", value) if path else table.plain(value)
        then = "" if earlier is None else table.fact(f"{path}.{year - 1}", earlier) if path else table.plain(earlier)
        rows.append(f"<tr><td>{_SIGNED.get(line, line)}</td><td class='n'>{now}</td><td class='n'>{then}</td></tr>")
    income_html = f"<table class='st'><tr><th>项　　目</th><th>{heads[0]}</th><th>{heads[1]}</th></tr>{''.join(rows)}</table>"
    ink("company", name)
    html = f"""<div class="sheet cover"><h1>{name}</h1><h1>{random.choice((f'{year}年度审计报告', f'{year}年度财务报表审计报告'))}</h1><p>{ink("report_number", number)}</p><p>报告编码：{ink("verification_code", code)}</p><p class="firm">{world.firm.name}</p></div>
    <div class="sheet letter"><h2>审 计 报 告</h2><p class="r">{number}</p><p><b>{ink("company", name)}全体股东：</b></p><h3>一、审计意见</h3><p>我们审计了{name}（以下简称“贵公司”）财务报表，包括{year}年12月31日的资产负债表，{year}年度的利润表、现金流量表、所有者权益变动表以及相关财务报表附注。</p>
    <p>我们认为，后附的财务报表在所有重大方面按照企业会计准则的规定编制，公允反映了贵公司{year}年12月31日的财务状况以及{year}年度的经营成果和现金流量。</p><h3>二、形成审计意见的基础</h3><p>我们按照中国注册会计师审计准则的规定执行了审计工作。审计报告的“注册会计师对财务报表审计的责任”部分进一步阐述了我们在这些准则下的责任。</p>
    <h3>三、管理层和治理层对财务报表的责任</h3><p>管理层负责按照企业会计准则的规定编制财务报表，使其实现公允反映。</p><h3>四、注册会计师对财务报表审计的责任</h3><p>我们的目标是对财务报表整体是否不存在由于舞弊或错误导致的重大错报获取合理保证。</p>
    <div class="sign"><p>{ink("audit_firm", world.firm.name)}（盖章）</p><p>中国注册会计师：{ink("cpas.0.name", world.cpas[0][0])}（{ink("cpas.0.certificate_number", world.cpas[0][1])}）</p><p>中国注册会计师：{ink("cpas.1.name", world.cpas[1][0])}（{ink("cpas.1.certificate_number", world.cpas[1][1])}）</p><p>中国·深圳　　{ink("report_date", day(report_on, random.choice((1, 6))), report_on.isoformat())}</p></div></div>
    <div class="sheet">{_balance(world, year, table, random, layouts)}</div><div class="sheet"><h2>利 润 表</h2><div class="cap"><span>编制单位：{name}</span><span>{year}年度</span><span>单位：人民币{unit}</span></div>{income_html}<p class="small">法定代表人：{world.lead.head}　　主管会计工作负责人：　　　会计机构负责人：</p></div>
    <div class="sheet"><h2>财务报表附注</h2><p>一、公司基本情况</p><p>{name}成立于{day(world.lead.established, 1)}，统一社会信用代码{world.lead.uscc}，注册地址为{world.lead.address}。</p><p>二、重要会计政策</p><p>本公司以持续经营为基础，根据实际发生的交易和事项，按照企业会计准则的规定进行确认和计量。</p></div>"""  # fmt: skip
    ink.truth["fiscal_year"] = {"value": year, "text": f"{year}年度"}
    ink.truth["opinion"] = {"value": "unqualified", "text": "我们认为，后附的财务报表在所有重大方面按照企业会计准则的规定编制，公允反映了"}
    paper = Paper("audit-report", f"{year}年度审计报告", html, _css(random), ink.truth, f"financial-{layouts}")
    paper.critical = ink.critical
    return paper


def _balance(world: World, year: int, table: _Table, random: Random, layouts: str) -> str:
    data = world.years[year]
    closing, opening = dict(data.balance), data.opening
    wrong = world.printed.get(f"audit-{year}:负债合计")
    if wrong is not None:
        closing["负债合计"] = Decimal(str(wrong))

    def cells(line: str, label: str) -> str:
        path = _TOTALS.get(line)
        now = table.fact(f"{path}.{year}", closing[line]) if path else table.plain(closing[line])
        then = table.fact(f"{path}.{year - 1}", opening[line]) if path else table.plain(opening[line])
        return f"<td>{label}</td><td class='n'>{now}</td><td class='n'>{then}</td>"

    heads = random.choice((("期末余额", "年初余额"), ("期末余额", "上年年末余额")))
    top = f"<h2>资产负债表</h2><div class='cap'><span>编制单位：{world.lead.name}</span><span>{year}年12月31日</span><span>单位：元</span></div>"
    total = closing["负债合计"] + closing["所有者权益合计"] if wrong is None else closing["资产总计"]
    end = f"<td>负债和所有者权益总计</td><td class='n'>{table.plain(total)}</td><td class='n'>{table.plain(opening['资产总计'])}</td>"
    if layouts == "held-out" or random.random() < 0.5:
        lines = [f"<tr>{cells(line, line)}</tr>" for line in (*_LEFT, *_RIGHT)] + [f"<tr>{end}</tr>"]
        return f"{top}<table class='st'><tr><th>项　目</th><th>{heads[0]}</th><th>{heads[1]}</th></tr>{''.join(lines)}</table>"
    right = [cells(line, line) for line in _RIGHT] + [end]
    left = [cells(line, line) for line in _LEFT[:-1]] + ["<td></td><td></td><td></td>"] * (len(right) - len(_LEFT)) + [cells("资产总计", "资产总计")]
    lines = [f"<tr>{a}{b}</tr>" for a, b in zip(left, right, strict=True)]
    head = f"<th>资产</th><th>{heads[0]}</th><th>{heads[1]}</th><th>负债和所有者权益</th><th>{heads[0]}</th><th>{heads[1]}</th>"
    return f"{top}<table class='st two'><tr>{head}</tr>{''.join(lines)}</table>"


def research(world: World, years: tuple[int, ...], random: Random, layouts: str) -> Paper:
    """研发费用专项审计报告: by year in columns, or by project in columns."""
    ink = Ink()
    last = years[0]
    on = date(last + 1, 2, random.randrange(5, 25)) if world.applied_on > date(last + 1, 3, 1) else date(last + 1, 1, 10)
    name = world.lead.name
    number = f"深{random.choice('鹏立岳')}专审字[{last + 1}]第{random.randrange(9999):04d}号"
    unit = "元" if layouts == "held-out" else random.choice(("元", "元", "万元"))
    table = _Table(ink, unit)
    ledgers: Mapping[int, Mapping[str, Decimal]] = {y: world.years[y].rd_items for y in years}
    rows = ""
    for item in ledgers[last]:
        cells = "".join(f"<td class='n'>{table.fact(f'rd_items.{y}.{item}', ledgers[y][item]) if ledgers[y][item] else '-'}</td>" for y in years)
        rows += f"<tr><td>{item}</td>{cells}</tr>"
    totals = ""
    for y in years:
        printed = world.printed.get(f"rd-{y}:total")
        totals += f"<td class='n'>{table.fact(f'rd_expense.{y}', Decimal(str(printed)) if printed is not None else world.years[y].rd_total)}</td>"
    rows += f"<tr><td>{random.choice(('合计', '合　　计', '研究开发费用合计'))}</td>{totals}</tr>"
    heads = "".join(f"<th>{y}年度</th>" for y in years)
    title = random.choice(("研究开发费用专项审计报告", "研发费用专项审计报告")) if layouts == "main" else "研究开发费用结构明细表专项审计报告"
    span = f"{last}年度" if len(years) == 1 else f"{years[-1]}年度至{last}年度"
    ink("company", name)
    html = f"""<div class="sheet letter"><h2>{title}</h2><p class="r">{ink("report_number", number)}</p><p><b>{ink("company", name)}：</b></p><p>我们审计了后附的{name}（以下简称“贵公司”）{span}研究开发费用结构明细表。按照《高新技术企业认定管理工作指引》的规定编制该明细表是贵公司管理层的责任。</p>
    <p>我们认为，贵公司{span}研究开发费用结构明细表在所有重大方面按照上述规定编制，公允反映了贵公司的研究开发费用发生情况。</p>
    <div class="sign"><p>{ink("audit_firm", world.firm.name)}（盖章）</p><p>中国注册会计师：{ink("cpas.0.name", world.cpas[0][0])}　证书编号：{ink("cpas.0.certificate_number", world.cpas[0][1])}</p><p>中国注册会计师：{ink("cpas.1.name", world.cpas[1][0])}　证书编号：{ink("cpas.1.certificate_number", world.cpas[1][1])}</p><p>{ink("report_date", day(on, 1), on.isoformat())}</p></div></div>
    <div class="sheet"><h2>研究开发费用结构明细表</h2><div class="cap"><span>企业名称：{name}</span><span>金额单位：人民币{unit}</span></div><table class="st"><tr><th>科　　目</th>{heads}</tr>{rows}</table><p class="small">企业填报人：　　　　　法定代表人：{world.lead.head}</p></div>"""  # fmt: skip
    paper = Paper("rd-audit-report", f"{span}研发费用专项审计报告", html, _css(random), ink.truth, f"research-{layouts}")
    paper.critical = ink.critical
    return paper


def _css(random: Random) -> str:
    size = random.choice((12, 13))
    ruled = random.random() < 0.75
    border = "border:1px solid #333" if ruled else "border-bottom:1px solid #ddd"
    return f"""& .sheet{{width:210mm;height:297mm;padding:20mm;font-family:{font(random, random.choice(('serif', 'sans')))};font-size:14px;line-height:1.7}}& .cover{{text-align:center;padding-top:60mm}}& .firm{{margin-top:90mm;font-size:18px}}h1{{font-size:26px}}h2{{text-align:center;font-size:20px}}h3{{font-size:15px}}
    & .letter p{{text-indent:2em}}& .r{{text-align:right}}& .sign{{margin:14mm 0 0 60mm}}& .cap{{display:flex;justify-content:space-between;font-size:12px;margin-bottom:2mm}}table.st{{border-collapse:collapse;width:100%;font-size:{size}px}}& .st.two{{font-size:9.5px}}& .st th,& .st td{{{border};padding:1mm 1.5mm;line-height:1.45}}& td.n{{text-align:right;font-family:{font(random, 'sans')};white-space:nowrap}}& .small{{font-size:12px}}"""
