"""事业单位法人证书, 身份证, 职称证书, 社保证明, 高新技术企业证书, 信用报告."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from corpora.fonts import font
from corpora.paper import Ink, Paper, day, yuan
from corpora.world import Person, Unit, World


def _paper(kind: str, name: str, html: str, css: str, ink: Ink, layout: str, *, wide: bool = False) -> Paper:
    paper = Paper(kind, name, html, css, ink.truth, layout, wide)
    paper.critical = ink.critical
    return paper


def institution(unit: Unit, applied: date, random: Random, layouts: str) -> Paper:
    """事业单位法人证书."""
    ink = Ink()
    start = max(unit.established, applied - timedelta(days=365 * 4))
    end = start.replace(year=start.year + 5, day=min(start.day, 28))
    rows = [
        ("统一社会信用代码", ink("uscc", unit.uscc)), ("名　　　称", ink("name", unit.name)),
        ("宗旨和业务范围", ink("business_scope", unit.scope, critical=False)), ("住　　　所", ink("address", unit.address)),
        ("法定代表人", ink("legal_representative", unit.head)), ("经费来源", "财政补助、事业收入"),
        ("开办资金", ink("opening_funds", f"￥{unit.capital / 10000}万元", yuan(unit.capital))),
        ("举办单位", ink("organizer", unit.organizer)),
    ]  # fmt: skip
    body = "".join(f"<tr><th>{a}</th><td>{b}</td></tr>" for a, b in rows)
    term = f"自{ink('valid_from', day(start, 0), start.isoformat())}至{ink('valid_until', day(end, 0), end.isoformat())}"
    ink.truth["district"] = ink.truth["address"] | {"value": unit.district}
    html = f"""<div class="sheet"><h1>中华人民共和国<br>事业单位法人证书</h1><div class="sub">（副　本）</div><table>{body}</table>
    <div class="term">有效期　{term}</div><div class="auth">登记管理机关</div><div class="foot">国家事业单位登记管理局监制</div></div>"""
    css = f"""& .sheet{{width:210mm;height:297mm;padding:24mm;border:4mm double #a88;font-family:{font(random, 'serif')}}}h1{{text-align:center;font-size:30px;line-height:1.5;color:#922}}
    & .sub{{text-align:center}}table{{margin:10mm 2mm;border-collapse:collapse;width:100%}}th{{width:44mm;text-align:left;font-weight:500;vertical-align:top}}th,td{{padding:3mm 2mm;font-size:16px;{'border:1px solid #888' if layouts == 'held-out' else ''}}}
    & .term{{font-size:16px;margin:4mm}}& .auth{{position:absolute;right:50mm;bottom:50mm;font-size:16px}}& .foot{{position:absolute;bottom:14mm;left:0;right:0;text-align:center;font-size:11px}}"""  # fmt: skip
    return _paper("institution-certificate", "事业单位法人证书", html, css, ink, "institution")


def id_card(person: Person, random: Random) -> Paper:
    """居民身份证 both sides on one sheet."""
    ink = Ink()
    issued = max(date(person.birth.year + 27, 6, 3), date(2015, 3, 2))
    until = issued.replace(year=issued.year + 20) if person.birth.year + 46 > issued.year else None
    validity = f"{issued:%Y.%m.%d}-" + (f"{until:%Y.%m.%d}" if until else "长期")
    parts = ink("valid_until", validity.split("-")[1], until.isoformat() if until else "long-term")
    birth = f"{person.birth.year} 年 {person.birth.month} 月 {person.birth.day} 日"
    html = f"""<div class="sheet"><div class="card front"><p><b>姓 名</b> {ink("name", person.name)}</p><p><b>性 别</b> {ink("sex", person.sex)}　<b>民 族</b> 汉</p>
    <p><b>出 生</b> {ink("birth_date", birth, person.birth.isoformat())}</p><p class="addr"><b>住 址</b> <span>{ink("address", person.address)}</span></p><p class="num"><b>公民身份号码</b>　{ink("id_number", person.id_number)}</p><div class="face"></div></div>
    <div class="card back"><h2>中华人民共和国<br>居民身份证</h2><p><b>签发机关</b>　深圳市公安局福田分局</p><p><b>有效期限</b>　{validity.split('-')[0]}-{parts}</p></div><div class="note">复印件仅供项目申报使用</div></div>"""
    css = f"""& .sheet{{width:210mm;height:297mm;padding:30mm 40mm;font-family:{font(random, 'sans')}}}& .card{{width:128mm;height:81mm;border:1px solid #999;border-radius:4mm;margin:0 0 16mm;padding:9mm;position:relative;background:linear-gradient(120deg,#eef6fb,#fdf6ee)}}
    p{{margin:2mm 0;font-size:15px}}b{{font-weight:500;color:#4a7aa8;font-size:13px}}& .addr span{{display:inline-block;width:62mm;vertical-align:top}}& .num{{position:absolute;bottom:6mm;font-size:17px}}& .face{{position:absolute;right:9mm;top:12mm;width:30mm;height:38mm;background:#c9ccd2}}h2{{text-align:center;font-size:22px;letter-spacing:4px}}& .note{{color:#999;transform:rotate(-8deg)}}"""  # fmt: skip
    return _paper("id-card", f"{person.name}身份证", html, css, ink, "id-card")


def title_certificate(person: Person, random: Random, title: str) -> Paper:
    """职称证书."""
    ink = Ink()
    issued = date(max(person.birth.year + 30, 2012), random.randrange(1, 12), random.randrange(1, 28))
    issuer = random.choice(("广东省人力资源和社会保障厅", "深圳市人力资源和社会保障局", "湖北省职称改革工作领导小组办公室"))
    level = "正高级" if title in ("正高级工程师", "研究员") else "副高级" if title in ("高级工程师", "副研究员") else "中级"
    rows = [
        ("姓　名", ink("holder", person.name)), ("性　别", person.sex), ("专　业", ink("specialty", person.specialty)),
        ("资格名称", ink("title", title)), ("级　别", ink("level", level, critical=False)), ("证书编号", f"粤高职证字第{random.randrange(10**10):010d}号"),
        ("授予时间", ink("issued_on", day(issued, 1), issued.isoformat())), ("发证单位", ink("issued_by", issuer)),
    ]  # fmt: skip
    body = "".join(f"<p><b>{a}：</b>{b}</p>" for a, b in rows)
    html = f"<div class='sheet'><h1>{random.choice(('专业技术资格证书', '广东省职称证书', '职称证书'))}</h1>{body}</div>"
    css = f"& .sheet{{width:210mm;height:148mm;padding:20mm 34mm;font-family:{font(random, 'serif')}}}h1{{text-align:center;font-size:28px;color:#933}}p{{font-size:16px;margin:3mm 0}}b{{font-weight:500;display:inline-block;width:28mm}}"
    return _paper("title-certificate", f"{person.name}职称证书", html, css, ink, "title")


def insurance(world: World, person: Person, random: Random) -> Paper:
    """深圳市社会保险参保证明."""
    ink = Ink()
    printed = world.applied_on - timedelta(days=random.randrange(3, 25))
    months = random.randrange(8, 24)
    end = printed.replace(day=1) - timedelta(days=1)
    begin_index = end.year * 12 + end.month - months
    begin = date(begin_index // 12, begin_index % 12 + 1, 1)
    rows = "".join(
        f"<tr><td>{begin_index // 12 + (begin_index % 12 + i) // 12}{(begin_index + i) % 12 + 1:02d}</td><td>{person.employer}</td><td>12000</td><td>1680.00</td><td>960.00</td></tr>"
        for i in range(min(months, 12))
    )  # fmt: skip
    html = f"""<div class="sheet"><h1>深圳市社会保险参保证明</h1><p>姓名：{ink("employee", person.name)}　　社会保障号码：{ink("id_number", person.id_number)}　　电脑号：{random.randrange(10**9)}</p>
    <p>单位名称：{ink("employer", person.employer)}　　单位编号：{random.randrange(10**7)}</p><p>参保起止年月：{ink("paid_from", f"{begin:%Y年%m月}", f"{begin:%Y-%m}")}至{ink("paid_until", f"{end:%Y年%m月}", f"{end:%Y-%m}")}　累计月数：{ink("months", str(months), months)}</p>
    <table><tr><th>缴费年月</th><th>单位名称</th><th>缴费基数</th><th>养老（单位交）</th><th>养老（个人交）</th></tr>{rows}</table><p>校验码：{random.randrange(10**12):x}</p><p class="r">打印日期：{ink("issued_on", day(printed, 3), printed.isoformat())}</p></div>"""
    css = f"& .sheet{{width:210mm;height:297mm;padding:18mm;font-family:{font(random, 'sans')};font-size:13px}}h1{{text-align:center;font-size:22px}}table{{border-collapse:collapse;width:100%}}th,td{{border:1px solid #555;padding:1.2mm;text-align:center}}& .r{{text-align:right}}"
    return _paper("social-insurance-record", f"{person.name}社保证明", html, css, ink, "insurance")


def qualification(unit: Unit, applied: date, random: Random) -> Paper:
    """高新技术企业证书."""
    ink = Ink()
    issued = date(applied.year - random.choice((1, 2)), 12, random.randrange(1, 28))
    number = f"GR{issued.year}44{random.randrange(200000, 209999)}"
    html = f"""<div class="sheet"><h1>高新技术企业证书</h1><p>企业名称：{ink("holder", unit.name)}</p><p>证书编号：{ink("number", number)}</p>
    <p>发证时间：{ink("issued_on", day(issued, 1), issued.isoformat())}</p><p>有效期：三年</p><p>批准机关：{ink("issued_by", "深圳市科技创新委员会", critical=False)}</p></div>"""
    ink.truth["title"] = {"value": "高新技术企业证书", "text": "高新技术企业证书"}
    css = f"& .sheet{{width:297mm;height:209mm;padding:40mm 60mm;border:5mm double #b66;font-family:{font(random, 'serif')}}}h1{{text-align:center;font-size:40px;color:#a22}}p{{font-size:18px;margin:6mm 0}}"
    return _paper("qualification-certificate", "高新技术企业证书", html, css, ink, "qualification", wide=True)


def credit(unit: Unit, on: date, random: Random, layouts: str, dishonest: int = 0) -> Paper:
    """信用中国 法人和非法人组织公共信用信息报告."""
    ink = Ink()
    penalties = random.choice((0, 0, 0, 1))
    counts = [("行政管理", "3"), ("诚实守信", "0"), ("严重失信", ink("dishonest_count", str(dishonest), dishonest, critical=False)), ("经营异常", ink("abnormal_count", "0", 0, critical=False)), ("行政处罚", ink("penalty_count", str(penalties), penalties, critical=False)), ("信用承诺", "1"), ("司法信息", "0")]  # fmt: skip
    date_label, name_label = (("报告生成日期", "机构名称"), ("查询时间", "主体名称"))[layouts == "held-out"]
    body = "".join(f"<tr><td>{a}</td><td>{b} 条</td></tr>" for a, b in counts) if layouts == "main" else "<tr>" + "".join(f"<th>{a}</th>" for a, _ in counts) + "</tr><tr>" + "".join(f"<td>{b}</td>" for _, b in counts) + "</tr>"  # fmt: skip
    lists = f"<p>{'、'.join(['查询期内列入严重失信主体名单信息 ' + str(dishonest) + ' 条：因拒不履行生效法律文书确定的义务被列入。']) if dishonest else '查询期内无严重失信主体名单记录。'}</p>"
    html = f"""<div class="sheet"><div class="logo">信用中国　CREDIT CHINA</div><h1>法人和非法人组织公共信用信息报告</h1><div class="cover"><p>{name_label}：{ink("company", unit.name)}</p><p>统一社会信用代码：{ink("uscc", unit.uscc)}</p>
    <p>报告编号：{on:%Y%m%d}{random.randrange(10**10):010d}</p><p>{date_label}：{ink("report_date", day(on, random.choice((1, 3))), on.isoformat())}</p><p>报告出具单位：国家公共信用信息中心</p></div></div>
    <div class="sheet"><h2>一、报告概述</h2><table>{body}</table><h2>二、基础信息</h2><table><tr><td>法定代表人</td><td>{unit.head}</td></tr><tr><td>企业类型</td><td>{unit.entity_type}</td></tr><tr><td>成立日期</td><td>{unit.established}</td></tr><tr><td>住所</td><td>{unit.address}</td></tr></table>
    <h2>三、严重失信主体名单信息</h2>{lists}<h2>四、行政处罚信息</h2><p>{'查询期内共有 1 条行政处罚信息：未按规定期限公示年度报告，警告。' if penalties else '查询期内无行政处罚记录。'}</p></div>"""
    css = f"& .sheet{{width:210mm;height:297mm;padding:22mm;font-family:{font(random, 'sans')};font-size:14px}}& .logo{{color:#b22;font-size:20px}}h1{{text-align:center;font-size:25px;margin:40mm 0 24mm}}& .cover p{{margin:5mm 16mm;font-size:16px}}table{{border-collapse:collapse;width:100%}}th,td{{border:1px solid #888;padding:2mm}}h2{{font-size:16px}}"
    return _paper("credit-report", "信用报告", html, css, ink, f"credit-{layouts}")


def gsxt(unit: Unit, on: date, random: Random) -> Paper:
    """企业信用信息公示报告: what is often handed in instead of the credit report."""
    ink = Ink()
    html = f"""<div class="sheet"><h1>企业信用信息公示报告</h1><p>国家企业信用信息公示系统</p><table><tr><td>企业名称</td><td>{unit.name}</td></tr><tr><td>统一社会信用代码</td><td>{unit.uscc}</td></tr><tr><td>法定代表人</td><td>{unit.head}</td></tr>
    <tr><td>注册资本</td><td>{unit.capital / 10000}万元人民币</td></tr><tr><td>住所</td><td>{unit.address}</td></tr></table><h2>股东及出资信息</h2><p>以年度报告公示为准。</p><h2>列入经营异常名录信息</h2><p>暂无。</p><p class="r">报告生成日期：{day(on, 1)}</p></div>"""
    ink.truth["title"] = {"value": "企业信用信息公示报告", "text": "企业信用信息公示报告"}
    css = f"& .sheet{{width:210mm;height:297mm;padding:22mm;font-family:{font(random, 'sans')};font-size:14px}}h1{{text-align:center;font-size:25px}}table{{border-collapse:collapse;width:100%}}td{{border:1px solid #888;padding:2mm}}& .r{{text-align:right}}"
    return _paper("other", "信用报告", html, css, ink, "gsxt")
