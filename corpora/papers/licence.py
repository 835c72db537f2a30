"""营业执照, in the layouts of domain: six items (Shenzhen), portrait, landscape, electronic."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random

from markupsafe import Markup

from corpora.fonts import font
from corpora.paper import Ink, Paper, capitals, day, yuan
from corpora.world import Unit

QR = Markup(
    '<svg viewBox="0 0 21 21" style="width:{0};height:{0}" shape-rendering="crispEdges">{1}</svg>'
)


def licence(unit: Unit, random: Random, layouts: str, until: date | None = None) -> Paper:
    """A unit's licence in a layout drawn by chance from ``main`` or ``held-out``."""
    choices = MAIN if layouts == "main" else HELD_OUT
    if "深圳" in unit.authority and layouts == "main" and random.random() < 0.4:
        choices = (six_items,)
    layout = random.choice(choices)
    ink = Ink()
    html, css, landscape = layout(unit, random, ink, until)
    paper = Paper("business-license", "营业执照", html, css, ink.truth, layout.__name__, landscape)
    paper.critical = ink.critical
    paper.truth["district"] = paper.truth["address"] | {"value": unit.district}
    return paper


Layout = Callable[[Unit, Random, Ink, date | None], tuple[str, str, bool]]


def _capital(unit: Unit, random: Random, ink: Ink) -> Markup:
    tens = unit.capital / 10000
    words = capitals(unit.capital)
    text = random.choice((f"{tens}万元人民币", f"{tens:.4f}万元人民币", f"人民币{words}", words, f"{tens}万元", f"人民币{tens:,}万元"))  # fmt: skip
    return ink("registered_capital", text, yuan(unit.capital))


def _style(random: Random) -> int:
    return random.choice((0, 1, 2))


def _term(unit: Unit, random: Random, ink: Ink, until: date | None) -> Markup:
    start = ink("valid_from", day(unit.established, 1), unit.established.isoformat())
    if until:
        return start + " 至 " + ink("valid_until", day(until, 1), until.isoformat())
    if random.random() < 0.5:
        return start + Markup(" 至 ") + ink("valid_until", "长期", "long-term")
    end = unit.established.replace(year=unit.established.year + 30, day=min(unit.established.day, 28))
    return start + " 至 " + ink("valid_until", day(end, 1), end.isoformat())


def _qr(random: Random, size: str) -> Markup:
    cells = "".join(
        f'<rect x="{x}" y="{y}" width="1" height="1"/>'
        for x in range(21) for y in range(21)
        if _finder(x, y) if True
    ) + "".join(
        f'<rect x="{random.randrange(21)}" y="{random.randrange(8, 21)}" width="1" height="1"/>' for _ in range(130)
    )  # fmt: skip
    return Markup(QR.format(size, cells))


def _finder(x: int, y: int) -> bool:
    for left, top in ((0, 0), (14, 0), (0, 14)):
        dx, dy = x - left, y - top
        if 0 <= dx < 7 and 0 <= dy < 7:
            return dx in (0, 6) or dy in (0, 6) or (2 <= dx <= 4 and 2 <= dy <= 4)
    return False


def _border(random: Random) -> str:
    color = random.choice(("#c9a24a", "#b99a56", "#8aa9a0", "#c78a6a"))
    return f"& .frame{{position:absolute;inset:9mm;border:3mm double {color};background:radial-gradient(#fffdf6,#fdf9ec)}}"


def six_items(unit: Unit, random: Random, ink: Ink, until: date | None) -> tuple[str, str, bool]:
    """Shenzhen's licence since 2013: six items and a notice."""
    rows = [
        ("统一社会信用代码", ink("uscc", unit.uscc)),
        ("名　　　　　称", ink("name", unit.name)),
        ("主　体　类　型", ink("entity_type", unit.entity_type, critical=False)),
        ("住　　　　　所", ink("address", unit.address)),
        (random.choice(("法　定　代表人", "法定代表人")), ink("legal_representative", unit.head)),
        ("成　立　日　期", ink("established_on", day(unit.established, _style(random)), unit.established.isoformat())),
    ]  # fmt: skip
    body = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in rows)
    html = f"""<div class="sheet"><div class="frame"></div><div class="in"><div class="qr">{_qr(random, '24mm')}</div>
    <h1>营业执照</h1><div class="sub">（副 本）</div><table>{body}</table>
    <div class="tip"><b>重要提示</b><br>1、商事主体的经营范围由章程确定。经营范围中属于法律、法规规定应当经批准的项目，取得许可审批文件后方可开展相关经营活动。<br>
    2、商事主体经营范围和许可审批项目等有关事项及年报信息和其他信用信息，请登录深圳市市场监督管理局商事主体信用信息公示平台查询。<br>3、商事主体须于每年1月1日-6月30日向商事登记机关提交上一年度的年度报告。</div>
    <div class="auth">登记机关</div><div class="date">{ink("issued_on", day(unit.issued, 2), unit.issued.isoformat())}</div></div></div>"""
    css = _border(random) + f"""& .sheet{{width:210mm;height:297mm;font-family:{font(random, 'serif')}}}& .in{{position:absolute;inset:22mm}}
    h1{{text-align:center;font-size:46px;letter-spacing:14px;margin:16mm 0 0}}& .sub{{text-align:center;font-size:18px}}th{{text-align:left;font-weight:500;font-size:17px;width:44mm;vertical-align:top;padding:3mm 0}}
    td{{font-size:18px;padding:3mm 0}}table{{margin:12mm 4mm}}& .tip{{font-size:12px;margin:6mm;line-height:1.7}}& .qr{{position:absolute;right:2mm;top:2mm}}& .auth{{position:absolute;right:40mm;bottom:30mm;font-size:17px}}& .date{{position:absolute;right:16mm;bottom:16mm;font-size:17px}}"""  # fmt: skip
    return html, css, False


def portrait(unit: Unit, random: Random, ink: Ink, until: date | None) -> tuple[str, str, bool]:
    """The portrait licence of 2014 to 2019, eight items one below the other."""
    head = unit.head_label
    rows = [
        ("名　　称", ink("name", unit.name)),
        ("类　　型", ink("entity_type", unit.entity_type, critical=False)),
        ("住　　所", ink("address", unit.address)),
        ({"法定代表人": "法定代表人", "负责人": "负 责 人"}.get(head, head), ink("legal_representative", unit.head)),
        ("注册资本", _capital(unit, random, ink)),
        ("成立日期", ink("established_on", day(unit.established, _style(random)), unit.established.isoformat())),
        ("营业期限", _term(unit, random, ink, until)),
        ("经营范围", ink("business_scope", unit.scope, critical=False)),
    ]  # fmt: skip
    body = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in rows)
    html = f"""<div class="sheet"><div class="frame"></div><div class="in"><h1>营业执照</h1>
    <div class="sub">（副　本）</div><div class="code">统一社会信用代码 {ink("uscc", unit.uscc)}</div><table>{body}</table>
    <div class="tip">{"提示：每年1月1日至6月30日通过企业信用信息公示系统报送并公示上一年度年度报告。" if random.random() < .6 else ""}</div><div class="qr">{_qr(random, '26mm')}</div>
    <div class="auth">登记机关</div><div class="date">{ink("issued_on", day(unit.issued, 2), unit.issued.isoformat())}</div>
    <div class="foot">企业信用信息公示系统网址：http://www.gsxt.gov.cn　　　　中华人民共和国国家工商行政管理总局监制</div></div></div>"""
    size = random.choice((16, 17, 18))
    css = _border(random) + f"""& .sheet{{width:210mm;height:297mm;font-family:{font(random, random.choice(('serif', 'kai')))}}}& .in{{position:absolute;inset:24mm}}
    h1{{text-align:center;font-size:50px;letter-spacing:18px;margin:14mm 0 2mm}}& .sub{{text-align:center;font-size:18px}}& .code{{text-align:center;font-size:18px;margin:5mm}}th{{text-align:left;font-weight:500;font-size:{size}px;width:32mm;vertical-align:top;padding:2mm 0;color:#333}}
    td{{font-size:{size}px;padding:2mm 0;line-height:1.6}}table{{margin:4mm 6mm}}& .tip{{font-size:12px;margin:4mm 6mm}}& .qr{{position:absolute;left:8mm;bottom:22mm}}& .auth{{position:absolute;right:44mm;bottom:42mm;font-size:18px}}& .date{{position:absolute;right:16mm;bottom:26mm;font-size:18px}}& .foot{{position:absolute;bottom:0;font-size:11px}}"""  # fmt: skip
    return html, css, False


def landscape(unit: Unit, random: Random, ink: Ink, until: date | None) -> tuple[str, str, bool]:
    """The landscape licence since 2019: two columns; since 2022 without a term."""
    left = [
        ("名　　称", ink("name", unit.name)),
        ("类　　型", ink("entity_type", unit.entity_type, critical=False)),
        (unit.head_label if unit.head_label != "负责人" else "负 责 人", ink("legal_representative", unit.head)),
        ("经营范围", ink("business_scope", unit.scope, critical=False)),
    ]  # fmt: skip
    right = [
        ("注册资本", _capital(unit, random, ink)),
        ("成立日期", ink("established_on", day(unit.established, _style(random)), unit.established.isoformat())),
    ]  # fmt: skip
    if unit.issued < date(2022, 3, 1) or until:
        right.append(("营业期限", _term(unit, random, ink, until)))
    right.append(("住　　所", ink("address", unit.address)))
    sides = ["".join(f"<tr><th>{a}</th><td>{b}</td></tr>" for a, b in side) for side in (left, right)]
    html = f"""<div class="sheet"><div class="frame"></div><div class="in"><div class="code">统一社会信用代码<br><b>{ink("uscc", unit.uscc)}</b></div>
    <h1>营业执照</h1><div class="sub">（副　本）{random.choice(('', '(1-1)'))}</div><div class="qr">{_qr(random, '24mm')}<p>扫描二维码登录“国家企业信用信息公示系统”了解更多登记、备案、许可、监管信息。</p></div>
    <div class="cols"><table>{sides[0]}</table><table>{sides[1]}</table></div><div class="auth">登 记 机 关</div>
    <div class="date">{ink("issued_on", day(unit.issued, 2), unit.issued.isoformat())}</div>
    <div class="foot"><span>国家企业信用信息公示系统网址：http://www.gsxt.gov.cn</span><span>国家市场监督管理总局监制</span></div></div></div>"""
    size = random.choice((15, 16))
    css = _border(random) + f"""& .sheet{{width:297mm;height:209mm;font-family:{font(random, 'serif')}}}& .in{{position:absolute;inset:17mm}}
    h1{{text-align:center;font-size:50px;letter-spacing:20px;margin:10mm 0 0}}& .sub{{text-align:center;font-size:17px}}& .code{{position:absolute;left:4mm;top:8mm;font-size:15px}}& .qr{{position:absolute;right:0;top:6mm;width:60mm;display:flex;gap:2mm;font-size:9px}}& .qr p{{margin:0}}
    & .cols{{display:flex;gap:8mm;margin:10mm 4mm}}& .cols table{{width:50%}}tr{{vertical-align:top}}th{{text-align:left;font-weight:500;font-size:{size}px;width:25mm;padding:1.6mm 0;color:#6b4a16;white-space:nowrap}}td{{font-size:{size}px;padding:1.6mm 0;line-height:1.55}}
    & .auth{{position:absolute;right:62mm;bottom:32mm;font-size:17px;color:#6b4a16}}& .date{{position:absolute;right:20mm;bottom:18mm;font-size:17px}}& .foot{{position:absolute;left:0;right:0;bottom:0;font-size:10px;display:flex;justify-content:space-between}}"""  # fmt: skip
    return html, css, True


def electronic(unit: Unit, random: Random, ink: Ink, until: date | None) -> tuple[str, str, bool]:
    """The electronic licence as the applet prints it."""
    html, css, wide = landscape(unit, random, ink, until)
    marks = "".join(f'<i style="left:{x}mm;top:{y}mm">电子营业执照</i>' for x in (20, 110, 200) for y in (40, 90, 140))
    html = html.replace('<div class="in">', f'<div class="in"><div class="wm">{marks}</div><div class="src">仅用于项目申报 打印件 下载时间：{unit.issued}</div>', 1)
    css += "& .wm i{position:absolute;color:#0001;font-size:26px;transform:rotate(-24deg)}& .src{position:absolute;left:4mm;bottom:8mm;font-size:10px;color:#888}"
    return html, css, wide


def portrait_lined(unit: Unit, random: Random, ink: Ink, until: date | None) -> tuple[str, str, bool]:
    """Held out: items on dotted lines, code at the right, colons after labels."""
    rows = [
        ("企业名称", ink("name", unit.name)), ("公司类型", ink("entity_type", unit.entity_type, critical=False)),
        ("住所", ink("address", unit.address)), (unit.head_label, ink("legal_representative", unit.head)),
        ("注册资本", _capital(unit, random, ink)), ("成立日期", ink("established_on", day(unit.established, 1), unit.established.isoformat())),
        ("经营期限", _term(unit, random, ink, until)), ("经营范围", ink("business_scope", unit.scope, critical=False)),
    ]  # fmt: skip
    body = "".join(f'<div class="row"><span>{a}：</span><u>{b}</u></div>' for a, b in rows)
    html = f"""<div class="sheet"><div class="frame"></div><div class="in"><h1>营业执照</h1><div class="sub">正本</div>
    <div class="code">社会信用代码：{ink("uscc", unit.uscc)}</div>{body}<div class="qr">{_qr(random, '22mm')}</div>
    <div class="auth">发照机关（印章）</div><div class="date">{ink("issued_on", day(unit.issued, 0), unit.issued.isoformat())}</div></div></div>"""
    css = _border(random) + f"""& .sheet{{width:210mm;height:297mm;font-family:{font(random, 'sans')}}}& .in{{position:absolute;inset:24mm}}h1{{text-align:center;font-size:44px;letter-spacing:30px;margin:22mm 0 0}}
    & .sub{{text-align:center;font-size:18px}}& .code{{text-align:right;margin:6mm 0;font-size:15px}}& .row{{display:flex;font-size:16px;margin:4mm 0;line-height:1.7}}& .row span{{width:34mm;flex:none}}u{{text-decoration:none;border-bottom:1px dotted #777;flex:1}}
    & .qr{{position:absolute;left:0;bottom:8mm}}& .auth{{position:absolute;right:20mm;bottom:40mm;font-size:17px}}& .date{{position:absolute;right:12mm;bottom:26mm;font-size:17px}}"""  # fmt: skip
    return html, css, False


def landscape_grid(unit: Unit, random: Random, ink: Ink, until: date | None) -> tuple[str, str, bool]:
    """Held out: a landscape licence with centred code and labels above a rule."""
    cells = [
        ("名称", ink("name", unit.name)), ("注册资本", _capital(unit, random, ink)),
        ("类型", ink("entity_type", unit.entity_type, critical=False)), ("成立日期", ink("established_on", day(unit.established, 0), unit.established.isoformat())),
        (unit.head_label, ink("legal_representative", unit.head)), ("住所", ink("address", unit.address)),
    ]  # fmt: skip
    body = "".join(f"<div><b>{a}</b><span>{b}</span></div>" for a, b in cells)
    html = f"""<div class="sheet"><div class="frame"></div><div class="in"><h1>营 业 执 照</h1><div class="code">统一社会信用代码：{ink("uscc", unit.uscc)}　　证照编号：{random.randrange(10**11)}</div>
    <div class="grid">{body}</div><div class="scope"><b>经营范围</b><span>{ink("business_scope", unit.scope, critical=False)}</span></div>
    <div class="qr">{_qr(random, '26mm')}</div><div class="auth">登记机关</div><div class="date">{ink("issued_on", day(unit.issued, 1), unit.issued.isoformat())}</div></div></div>"""
    css = _border(random) + f"""& .sheet{{width:297mm;height:209mm;font-family:{font(random, 'serif')}}}& .in{{position:absolute;inset:18mm}}h1{{text-align:center;font-size:46px;margin:8mm 0 3mm}}& .code{{text-align:center;font-size:15px}}
    & .grid{{display:grid;grid-template-columns:1fr 1fr;gap:3mm 10mm;margin:8mm 6mm 3mm;font-size:16px}}& .grid div,& .scope{{display:flex;gap:5mm;line-height:1.6}}& .scope{{margin:0 6mm;font-size:15px}}b{{font-weight:500;flex:none;width:24mm;color:#444}}
    & .qr{{position:absolute;left:8mm;bottom:4mm}}& .auth{{position:absolute;right:64mm;bottom:30mm;font-size:17px}}& .date{{position:absolute;right:20mm;bottom:16mm;font-size:17px}}"""  # fmt: skip
    return html, css, True


MAIN: tuple[Layout, ...] = (portrait, landscape, landscape, electronic)
HELD_OUT: tuple[Layout, ...] = (portrait_lined, landscape_grid)
