"""合作协议 and 劳动合同, in several wordings."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from corpora.fonts import font
from corpora.paper import Ink, Paper, capitals, day, yuan
from corpora.world import Person, Unit, World

_LABELS = ("甲方", "乙方", "丙方", "丁方", "戊方", "己方")


def agreement(world: World, random: Random, layouts: str) -> Paper:
    """创新联合体合作协议."""
    ink = Ink()
    parties: list[Unit] = [world.lead, *(m for m in world.members if f"no-party:{m.name}" not in world.flags)]
    if extra := world.printed.get("agreement:extra"):
        parties.append(extra)  # type: ignore[arg-type]
    title = random.choice(("创新联合体合作协议", "创新联合体共建协议") if layouts == "main" else ("联合体协议书", "产学研合作协议书"))
    swapped = world.printed.get("agreement:lead")
    roles = ["lead" if p.name == (swapped or world.lead.name) else "participant" for p in parties]
    writer = _labelled if layouts == "main" else _prose
    heads, names = writer(parties, roles, ink, random)
    for index, (party, role) in enumerate(zip(parties, roles, strict=True)):
        ink.truth[f"parties.{index}.role"] = {"value": role, "text": "牵头单位" if role == "lead" else "参与单位"}
        ink.truth[f"parties.{index}.representative"] = {"value": party.head, "text": party.head}
    clauses = [f"<h3>{_no(1, random)}合作目标</h3><p>各方围绕{world.project}开展联合攻关，优势互补，共同提升产业链协同创新能力。</p>"]
    if "no-division" not in world.flags:
        clauses.append(f"<h3>{_no(2, random)}{random.choice(('研发内容分工', '任务分工', '各方职责分工'))}</h3>" + _division(world, parties, names, ink))
    amount = world.grant
    words = capitals(amount + (10000 if "agreement-words" in world.flags else 0))
    clauses.append(f"<h3>{_no(3, random)}经费</h3><p>项目研发经费合计人民币{ink('amount', f'{amount:,.2f}元', yuan(amount))}（大写：{words}），由各方按年度投入。</p>")
    if "no-ip-clause" not in world.flags:
        clauses.append(f"<h3>{_no(4, random)}{random.choice(('知识产权分配', '知识产权归属', '成果与知识产权'))}</h3><p>{ink('ip_clause', world.ip_clause, critical=False)}</p>")
    clauses.append(f"<h3>{_no(5, random)}保密</h3><p>各方对合作中知悉的对方技术秘密和商业秘密负有保密义务，保密期限为五年。</p>")
    end = world.period[1]
    clauses.append(f"<h3>{_no(6, random)}协议期限</h3><p>本协议有效期自{ink('valid_from', day(world.period[0], 1), world.period[0].isoformat())}至{ink('valid_until', day(end, 1), end.isoformat())}止，自各方签字盖章之日起生效。</p>")
    clauses.append(f"<h3>{_no(7, random)}违约责任</h3><p>任何一方违反本协议约定，应承担相应的违约责任。</p>")
    blank = "unsigned-agreement" in world.flags
    blocks = "".join(
        f"<div class='sig'><p>{name}（盖章）：{party.name}</p><p>法定代表人或授权代表（签字）：{'' if blank and i else party.head}</p><p>日期：{'　　　年　　月　　日' if blank and i else ink('signed_on', day(world.signed_on, 1), world.signed_on.isoformat())}</p></div>"
        for i, (party, name) in enumerate(zip(parties, _signers(parties, roles, random, layouts), strict=True))
    )  # fmt: skip
    ink("title", title)
    html = f"""<div class="sheet"><h1>{title}</h1><p>项目名称：{world.project}</p>{heads}<p>根据《中华人民共和国民法典》及有关规定，各方经友好协商，就共同组建创新联合体事宜达成如下协议：</p>{''.join(clauses[:3])}</div><div class="sheet">{''.join(clauses[3:])}</div><div class="sheet"><p>（本页无正文，为《{title}》签署页）</p>{blocks}</div>"""
    css = f"& .sheet{{width:210mm;height:297mm;padding:24mm 26mm;font-family:{font(random, random.choice(('serif', 'kai')))};font-size:15px;line-height:1.8}}h1{{text-align:center;font-size:24px}}h3{{font-size:16px;margin:3mm 0 1mm}}p{{margin:1mm 0}}& .sig{{margin:10mm 0 18mm}}"
    paper = Paper("cooperation-agreement", title, html, css, ink.truth, f"agreement-{layouts}")
    paper.critical = ink.critical
    paper.seals = [{"text": p.name, "sheet": 2, "at": (0.42, 0.13 + 0.17 * i)} for i, p in enumerate(parties)]
    return paper


def _no(number: int, random: Random) -> str:
    figures = "一二三四五六七八九"
    return random.choice((f"第{figures[number - 1]}条　", f"{figures[number - 1]}、"))


def _labelled(parties: list[Unit], roles: list[str], ink: Ink, random: Random) -> tuple[str, list[str]]:
    text, names = "", []
    for index, (party, role) in enumerate(zip(parties, roles, strict=True)):
        label = _LABELS[index]
        shown = "牵头单位" if role == "lead" else "参与单位"
        text += f"<p>{ink(f'parties.{index}.label', label)}（{shown}）：{ink(f'parties.{index}.name', party.name)}</p><p>统一社会信用代码：{party.uscc}</p><p>住所：{party.address}</p><p>法定代表人：{party.head}</p>"
        names.append(label)
    return text, names


def _prose(parties: list[Unit], roles: list[str], ink: Ink, random: Random) -> tuple[str, list[str]]:
    text, names = "", []
    for index, (party, role) in enumerate(zip(parties, roles, strict=True)):
        short = party.name.replace("有限公司", "").replace("股份", "")[-6:]
        shown = "联合体牵头单位" if role == "lead" else "联合体参与单位"
        text += f"<p>{shown}：{ink(f'parties.{index}.name', party.name)}（以下简称“{short}”），法定代表人{party.head}，住所地{party.address}。</p>"
        names.append(short)
    return text, names


def _signers(parties: list[Unit], roles: list[str], random: Random, layouts: str) -> list[str]:
    if layouts == "main":
        return list(_LABELS[: len(parties)])
    return ["牵头单位" if role == "lead" else "参与单位" for role in roles]


def _division(world: World, parties: list[Unit], names: list[str], ink: Ink) -> str:
    text = ""
    index = 0
    for party, name in zip(parties, names, strict=True):
        work = world.division_of_work.get(party.name)
        if work:
            sentence = ink(f"rd_division.{index}.text", f"{name}{work}", critical=False)
            ink.truth[f"rd_division.{index}.party"] = {"value": party.name, "text": name}
            text += f"<p>{index + 1}.{sentence}。</p>"
            index += 1
    return text


def labor(world: World, person: Person, employer: str, random: Random, layouts: str) -> Paper:
    """劳动合同书, or 聘用合同书 of an institution."""
    ink = Ink()
    start, end = world.contract_from, world.contract_until
    signed = start - timedelta(days=random.randrange(0, 10))
    fixed = random.random() < 0.75
    part_time = "part-time" in world.flags
    position = random.choice(("首席科学家", "技术总监", "研发总监", "总工程师"))
    title = "非全日制用工劳动合同" if part_time else random.choice(("劳动合同书", "劳动合同"))
    number = str(world.printed.get("labor:id_number", person.id_number))
    if fixed:
        term = f"固定期限：自{ink('valid_from', day(start, 2), start.isoformat())}起至{ink('valid_until', day(end, 2), end.isoformat())}止"
        ink.truth["term_kind"] = {"value": "fixed", "text": "固定期限"}
        other = "□无固定期限：自　　年　月　日起　□以完成一定工作任务为期限"
        box = f"☑{term}　{other}" if random.random() < 0.5 else f"本合同为{term}。"
    else:
        term = f"无固定期限：自{ink('valid_from', day(start, 2), start.isoformat())}起"
        ink.truth["term_kind"] = {"value": "open-ended", "text": "无固定期限"}
        box = f"□固定期限：自　　年　月　日起至　　年　月　日止　☑{term}" if random.random() < 0.5 else f"本合同期限为{term}。"
    ink.truth["full_time"] = {"value": not part_time, "text": "非全日制" if part_time else "标准工时"}
    hours = "乙方以小时计酬，平均每日工作时间不超过四小时，为非全日制用工。" if part_time else "乙方实行标准工时制，每日工作八小时，每周工作四十小时，为全日制用工。"
    first, second = (("甲方（用人单位）", "乙方（劳动者）"), ("用人单位名称", "劳动者姓名"))[layouts == "held-out"]
    birth = person.birth
    html = f"""<div class="sheet"><h1>{title}</h1><p class="r">编号：{random.randrange(10**6):06d}</p><p>{first}：{ink("employer", employer)}</p><p>住所：{world.lead.address}</p><p>法定代表人（主要负责人）：{world.lead.head}</p>
    <p>{second}：{ink("employee", person.name)}　　性别：{ink("sex", person.sex, critical=False)}　　出生日期：{ink("birth_date", day(birth, 1), birth.isoformat())}</p><p>居民身份证号码：{ink("id_number", number)}</p><p>联系地址：{person.address}</p>
    <p>根据《中华人民共和国劳动合同法》等法律法规，甲乙双方在平等自愿、协商一致的基础上订立本合同。</p><h3>一、劳动合同期限</h3><p>{box}，其中试用期三个月。</p><h3>二、工作内容和工作地点</h3><p>乙方担任{ink("position", position)}岗位，工作地点为深圳市。</p>
    <h3>三、工作时间和休息休假</h3><p>{hours}</p><h3>四、劳动报酬</h3><p>甲方每月15日前以货币形式支付乙方工资。</p><h3>五、社会保险</h3><p>甲乙双方按国家和地方规定参加社会保险。</p></div>
    <div class="sheet"><h3>六、劳动合同的变更、解除和终止</h3><p>甲乙双方协商一致，可以变更劳动合同约定的内容。</p><div class="sig"><p>甲方（盖章）：{employer}</p><p>乙方（签字）：{person.name}</p><p>签订日期：{ink("signed_on", day(signed, 1), signed.isoformat())}</p></div></div>"""
    css = f"& .sheet{{width:210mm;height:297mm;padding:24mm;font-family:{font(random, random.choice(('serif', 'sans')))};font-size:15px;line-height:1.9}}h1{{text-align:center;font-size:26px}}h3{{font-size:16px;margin:2mm 0}}p{{margin:1mm 0}}& .r{{text-align:right}}& .sig{{margin-top:30mm}}"
    paper = Paper("labor-contract", f"{person.name}劳动合同", html, css, ink.truth, f"labor-{layouts}")
    paper.critical = ink.critical
    paper.seals = [{"text": employer, "sheet": 1, "at": (0.4, 0.3)}]
    return paper
