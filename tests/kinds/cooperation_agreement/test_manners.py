"""Agreements in many manners: who the parties are, who does what, whose the results are."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from docint.contracts import Tools
from docint.kinds.cooperation_agreement.kind import find
from docint.types.fact import Facts
from tests.printed import document_of, printed_page


@dataclass(frozen=True)
class Manner:
    """A print and what it says."""

    name: str
    pages: tuple[str, ...]
    parties: tuple[tuple[str, str, str], ...]
    """Name, role, representative; empty where not said."""
    work: tuple[tuple[str, str], ...] = ()
    """Party (a part of its name) and text."""
    ip: str = ""
    other: dict[str, str] = field(default_factory=dict)
    plain: bool = True


PREAMBLE = Manner(
    "defined terms in the preamble, articles with sentences",
    (
        (
            "产学研合作协议\n"
            "本协议由深圳云岫智能科技有限公司（以下简称“甲方”）、华南滨海大学（以下简称“乙方”）和"
            "深圳市光子传感行业协会（以下简称“丙方”）于2023年9月12日在深圳市福田区共同签订。\n"
            "第一条 合作宗旨\n各方本着优势互补的原则开展合作，由甲方作为牵头单位申报项目。\n"
            "第二条 各方工作\n"
            "2.1 甲方负责光子芯片总体架构设计与系统集成，并承担样机试制。\n"
            "2.2 乙方开展单光子探测机理研究，每年提交研究报告一份。\n"
            "2.3 丙方协助制定团体标准，组织会员单位开展应用示范。\n"
            "第三条 成果归属\n合作产生的专利由完成方申请；共同完成的，由完成各方共有。\n"
            "第四条 期限\n本协议自2023年10月1日起至2025年9月30日止。\n"
        ),
    ),
    (
        ("深圳云岫智能科技有限公司", "lead", ""),
        ("华南滨海大学", "participant", ""),
        ("深圳市光子传感行业协会", "participant", ""),
    ),
    (
        ("云岫", "甲方负责光子芯片总体架构设计与系统集成，并承担样机试制。"),
        ("滨海", "乙方开展单光子探测机理研究，每年提交研究报告一份。"),
        ("协会", "丙方协助制定团体标准，组织会员单位开展应用示范。"),
    ),
    "合作产生的专利由完成方申请；共同完成的，由完成各方共有。",
    {"signed_on": "2023-09-12", "valid_from": "2023-10-01", "valid_until": "2025-09-30"},
)
SHORT_NAMES = Manner(
    "no 甲乙, short names, one paragraph",
    (
        (
            "关于共建智慧港口创新联合体的合作备忘录\n"
            "牵头方为北京寰宇智联科技股份有限公司（下称“寰宇"
            "智联”），协作方为海淀理工学院（下称“海理工”）"
            "与天津远岸港务集团有限公司（下称“远岸港务”）。\n"
            "一、合作背景\n为推动港口智能化，达成如下备忘。\n"
            "二、工作分配\n寰宇智联牵头研制岸桥自动控制系"
            "统；海理工主攻多机协同调度算法，并培养研究生；"
            "远岸港务提供试验码头和运行数据。\n"
            "三、知识产权\n各自独立取得的成果归各自所有，联合取得的成果按贡献共有。\n"
        ),
    ),
    (
        ("北京寰宇智联科技股份有限公司", "lead", ""),
        ("海淀理工学院", "participant", ""),
        ("天津远岸港务集团有限公司", "participant", ""),
    ),
    (
        ("寰宇", "寰宇智联牵头研制岸桥自动控制系统；"),
        ("海淀", "海理工主攻多机协同调度算法，并培养研究生；"),
        ("远岸", "远岸港务提供试验码头和运行数据。"),
    ),
    "各自独立取得的成果归各自所有，联合取得的成果按贡献共有。",
)
BLOCKS = Manner(
    "numbered parties with blocks, duties under a heading for each",
    (
        (
            "创新联合体组建合同\n一、协议各方\n1. 牵头"
            "单位\n单位名称：广州澜川海洋装备有限责任公司\n"
            "住所：广州市南沙区海滨路18号\n法定代表人：欧阳澜 职务：董事长\n"
            "2. 参与单位一\n单位名称：珠江海洋大学\n法定代表人：梁克庸\n"
            "3. 参与单位二\n单位名称：广东省深海探测研究院\n法定代表人：容止\n"
            "二、各方职责\n（一）牵头单位职责\n1. 负责水下机器人总体设计；\n2. 组织海试。\n"
            "（二）参与单位一职责\n1. 研究水声通信算法；\n2. 指导研究生。\n"
            "（三）参与单位二职责\n1. 承担耐压材料测试。\n"
            "三、成果管理\n项目形成的知识产权归牵头单位所有，其他单位享有免费使用权。\n"
            "四、经费\n项目总经费为人民币壹佰贰拾万元整（¥1,200,000.00）。\n"
        ),
    ),
    (
        ("广州澜川海洋装备有限责任公司", "lead", "欧阳澜"),
        ("珠江海洋大学", "participant", "梁克庸"),
        ("广东省深海探测研究院", "participant", "容止"),
    ),
    (
        ("澜川", "1. 负责水下机器人总体设计；2. 组织海试。"),
        ("珠江", "1. 研究水声通信算法；2. 指导研究生。"),
        ("深海", "1. 承担耐压材料测试。"),
    ),
    "项目形成的知识产权归牵头单位所有，其他单位享有免费使用权。",
    {"amount": "1200000.00", "amount_words": "1200000.00"},
)
PASSIVE = Manner(
    "the party as agent behind the work",
    (
        (
            "联合攻关协议书\n甲 方：苏州衡石新材料股份有限公司\n法定代表人：钟离恪\n"
            "乙 方：江南工业大学\n法定代表人：秦川\n丙 方：苏州市第三人民医院\n法定代表人：苗青\n"
            "第一条 甲方为本项目牵头单位，乙方、丙方为参与单位。\n"
            "第二条 任务划分\n骨修复材料的配方设计与制备由甲方负责；材料降解机理研究由乙方承担；"
            "动物实验与临床验证由丙方牵头完成。\n"
            "第三条 专利申请权归甲方和乙方共有，论文署名权按贡献确定。\n"
        ),
    ),
    (
        ("苏州衡石新材料股份有限公司", "lead", "钟离恪"),
        ("江南工业大学", "participant", "秦川"),
        ("苏州市第三人民医院", "participant", "苗青"),
    ),
    (
        ("衡石", "骨修复材料的配方设计与制备由甲方负责；"),
        ("江南", "材料降解机理研究由乙方承担；"),
        ("医院", "动物实验与临床验证由丙方牵头完成。"),
    ),
    "专利申请权归甲方和乙方共有，论文署名权按贡献确定。",
)
COMMAS = Manner(
    "one sentence with commas",
    (
        (
            "战略合作协议\n甲方（牵头单位）：武汉星野遥感技术有限公司，法定代表人：闻人舟\n"
            "乙方（参与单位）：汉江大学，法定代表人：简宁\n"
            "为发挥各自优势，双方约定：甲方负责卫星载荷研制"
            "和数据接收，乙方负责反演算法研究与精度验证。\n"
            "合作形成的软件著作权由双方共同享有。\n"
        ),
    ),
    (
        ("武汉星野遥感技术有限公司", "lead", "闻人舟"),
        ("汉江大学", "participant", "简宁"),
    ),
    (
        ("星野", "甲方负责卫星载荷研制和数据接收"),
        ("汉江", "乙方负责反演算法研究与精度验证。"),
    ),
    "合作形成的软件著作权由双方共同享有。",
)
TENDER = Manner(
    "the manner of joint tenders",
    (
        (
            "联合体协议书\n杭州拓岚机器人有限公司、浙东科"
            "技大学、杭州市计量测试研究院自愿组成创新联合体，"
            "共同申报项目。现就有关事宜订立协议如下。\n"
            "1. 杭州拓岚机器人有限公司为联合体牵头人。\n"
            "2. 联合体各成员单位内部的职责分工如下：杭州拓岚机器人有限公司承担伺服驱动与整机研制；"
            "浙东科技大学承担运动规划算法研究；杭州市计量测试研究院承担性能测试与标定。\n"
            "3. 联合体研发取得的知识产权由各成员按投入比例共有。\n"
            "4. 本协议书自签署之日起生效。\n"
        ),
    ),
    (
        ("杭州拓岚机器人有限公司", "lead", ""),
        ("浙东科技大学", "participant", ""),
        ("杭州市计量测试研究院", "participant", ""),
    ),
    (
        ("拓岚", "杭州拓岚机器人有限公司承担伺服驱动与整机研制；"),
        ("浙东", "浙东科技大学承担运动规划算法研究；"),
        ("计量", "杭州市计量测试研究院承担性能测试与标定。"),
    ),
    "联合体研发取得的知识产权由各成员按投入比例共有。",
)
ALONE_ON_LINES = Manner(
    "label and name on lines of their own, duties by clauses",
    (
        (
            "共建协议\n甲方（发起单位）\n成都芯垣微电子有限公司\n"
            "统一社会信用代码：91510100MA6CXXXX0X\n"
            "法定代表人：夏侯瑾\n乙方\n西部电子科技大学\n法定代表人：曲直\n"
            "一、总则\n双方共建联合实验室。\n二、甲方的任务\n负责射频芯片流片、封装与测试。\n"
            "三、乙方的任务\n承担器件建模和新型电路拓扑研究，提交设计文件。\n"
            "四、知识产权约定\n新产生的知识产权归甲乙双方共有，"
            "各占百分之五十。\n五、其他\n未尽事宜另行商定。\n"
        ),
    ),
    (
        ("成都芯垣微电子有限公司", "lead", "夏侯瑾"),
        ("西部电子科技大学", "participant", "曲直"),
    ),
    (
        ("芯垣", "负责射频芯片流片、封装与测试。"),
        ("西部", "承担器件建模和新型电路拓扑研究，提交设计文件。"),
    ),
    "新产生的知识产权归甲乙双方共有，各占百分之五十。",
)
BY_TASK = Manner(
    "tasks that name who bears them",
    (
        (
            "重点研发计划联合申报协议\n牵头单位：合肥量桥科技有"
            "限公司\n参加单位：皖江大学、合肥低温工程研究所\n"
            "一、课题设置\n课题一：稀释制冷机整机研制（承担单位：合肥量桥科技有限公司）\n"
            "课题二：超导量子比特噪声机理研究（承担单位：皖江大学）\n"
            "课题三：低温线缆与滤波器件开发（承担单位：合肥低温工程研究所）\n"
            "二、成果与知识产权\n各课题产生的成果归课题承担单位所有。\n"
        ),
    ),
    (
        ("合肥量桥科技有限公司", "lead", ""),
        ("皖江大学", "participant", ""),
        ("合肥低温工程研究所", "participant", ""),
    ),
    (
        ("量桥", "课题一：稀释制冷机整机研制"),
        ("皖江", "课题二：超导量子比特噪声机理研究"),
        ("低温", "课题三：低温线缆与滤波器件开发"),
    ),
    "各课题产生的成果归课题承担单位所有。",
)
MEMBERS = Manner(
    "a founder, a list of members, a hospital and an association among them",
    (
        (
            "康复机器人产业创新联合体章程协议\n发起单位：深圳臻行"
            "康复科技有限公司（以下简称臻行科技）\n成员单位：\n"
            "1、深圳市福田区第二人民医院；\n2、岭南医科大学；\n3、深圳市医疗器械行业协会。\n"
            "第一条 发起单位主要任务：负责外骨骼样机开发，统筹项目进度。\n"
            "第二条 岭南医科大学重点研究步态识别模型；深圳"
            "市福田区第二人民医院提供病例数据并组织临床试验；"
            "深圳市医疗器械行业协会负责标准研究与推广。\n"
            "第三条 权益分配：形成的专利由参与研发的单位共有。\n"
        ),
    ),
    (
        ("深圳臻行康复科技有限公司", "lead", ""),
        ("深圳市福田区第二人民医院", "participant", ""),
        ("岭南医科大学", "participant", ""),
        ("深圳市医疗器械行业协会", "participant", ""),
    ),
    (
        ("臻行", "负责外骨骼样机开发，统筹项目进度。"),
        ("岭南", "岭南医科大学重点研究步态识别模型；"),
        ("医院", "深圳市福田区第二人民医院提供病例数据并组织临床试验；"),
        ("协会", "深圳市医疗器械行业协会负责标准研究与推广。"),
    ),
    "形成的专利由参与研发的单位共有。",
)
FRAMEWORK = Manner(
    "a framework without a division of work or results",
    (
        (
            "战略合作框架协议\n甲方：青岛鲲屿冷链有限公司\n乙方：胶州湾银行股份有限公司\n"
            "一、合作内容\n双方在融资、结算等方面建立长期合作关系。\n"
            "二、双方权利义务\n甲方应按时支付费用。乙方应为"
            "甲方提供授信。\n三、保密\n双方应当保密。\n"
        ),
    ),
    (("青岛鲲屿冷链有限公司", "", ""), ("胶州湾银行股份有限公司", "", "")),
)
COVER = Manner(
    "a printed cover with names that wrap, signatures in two columns",
    (
        (
            "             技术合作开发合同\n\n    甲方（牵头单位）：沈阳重器高端装备与智能制造\n"
            "                      技术有限公司\n    乙方（参与单位）：辽河理工大学\n"
        ),
        (
            "第一条 研究分工\n甲方承担机床整机设计与制造；\n乙方承担热误差补偿模型研究。\n"
            "第二条 技术成果的归属\n履行本合同产生的技术成果归双方共有。\n"
            "甲方（盖章）：                    乙方（盖章）：\n"
            "法定代表人：皇甫谧                法定代表人：慕容白\n"
            "日期：2024年1月8日                日期：2024年1月9日\n"
        ),
    ),
    (
        ("沈阳重器高端装备与智能制造技术有限公司", "lead", ""),
        ("辽河理工大学", "participant", ""),
    ),
    (
        ("沈阳", "甲方承担机床整机设计与制造；"),
        ("辽河", "乙方承担热误差补偿模型研究。"),
    ),
    "履行本合同产生的技术成果归双方共有。",
    {"signed_on": "2024-01-09"},
    plain=False,
)
TABLE = Manner(
    "tables without rules for the parties and for their tasks",
    (
        (
            "创新联合体合作协议\n\n"
            "序号    单位名称                          角色        负责人\n"
            "1       南京弥远智能网联汽车有限公司      牵头单位    左丘明远\n"
            "2       金陵交通大学                      参与单位    仲长理\n"
            "3       江苏省道路试验中心                参与单位    司空见\n\n"
            "一、任务分解\n"
            "承担单位                          研究内容                            完成时间\n"
            "南京弥远智能网联汽车有限公司      车路协同控制器研制与系统集成        2024年12月\n"
            "金陵交通大学                      多源融合感知算法研究                2024年6月\n"
            "江苏省道路试验中心                封闭场地测试与评价规程制定          2025年3月\n\n"
            "二、知识产权归属\n前景知识产权由完成单位享有。\n"
        ),
    ),
    (
        ("南京弥远智能网联汽车有限公司", "lead", "左丘明远"),
        ("金陵交通大学", "participant", "仲长理"),
        ("江苏省道路试验中心", "participant", "司空见"),
    ),
    (
        ("弥远", "车路协同控制器研制与系统集成"),
        ("金陵", "多源融合感知算法研究"),
        ("江苏", "封闭场地测试与评价规程制定"),
    ),
    "前景知识产权由完成单位享有。",
    plain=False,
)
COLLECTIVE = Manner(
    "advantages before the subject, two parties together",
    (
        (
            "协同创新协议\n主办单位（甲方）：长沙砺金刀具有限公司（简称：砺金刀具）\n"
            "协办单位（乙方）：湘岳大学（简称：湘岳大学）\n协办单位（丙方）：湖南省硬质合金学会\n"
            "第四条 任务与分工\n（一）发挥产业化优势，甲方主导涂层刀具工艺开发。\n"
            "（二）依托国家重点实验室，乙方开展涂层界面机理"
            "研究。\n（三）乙方与丙方共同编制行业标准。\n"
            "第五条 知识产权的归属和分享\n5.1 背景知识产权归"
            "原所有方。\n5.2 共同研发成果由甲乙丙三方共有。\n"
            "第六条 有效期三年，自2022年7月1日起算。\n"
        ),
    ),
    (
        ("长沙砺金刀具有限公司", "lead", ""),
        ("湘岳大学", "participant", ""),
        ("湖南省硬质合金学会", "participant", ""),
    ),
    (
        ("砺金", "发挥产业化优势，甲方主导涂层刀具工艺开发。"),
        ("湘岳", "依托国家重点实验室，乙方开展涂层界面机理研究。"),
        ("湘岳", "乙方与丙方共同编制行业标准。"),
        ("学会", "乙方与丙方共同编制行业标准。"),
    ),
    "5.1 背景知识产权归原所有方。5.2 共同研发成果由甲乙丙三方共有。",
    {"valid_from": "2022-07-01", "valid_until": "2025-06-30"},
)
LETTERED = Manner(
    "partners by letters and a line of roles",
    (
        (
            "合作研究协议（三方）\n合作方A：厦门鹭澄环保科技有限公司（以下称“A方”）\n"
            "合作方B：闽海大学（以下称“B方”）\n合作方C：福建省水环境监测中心（以下称“C方”）\n"
            "项目由A方牵头，B方、C方参与。\n"
            "3 工作内容\nA方：设计并制造膜生物反应器，建设中试平台；\nB方：研究膜污染控制技术；\n"
            "C方：开展水质监测与数据分析。\n"
            "4 成果\n论文和专利等成果由三方共享，专利申请权属于A方。\n"
        ),
    ),
    (
        ("厦门鹭澄环保科技有限公司", "lead", ""),
        ("闽海大学", "participant", ""),
        ("福建省水环境监测中心", "participant", ""),
    ),
    (
        ("鹭澄", "设计并制造膜生物反应器，建设中试平台；"),
        ("闽海", "研究膜污染控制技术；"),
        ("监测", "开展水质监测与数据分析。"),
    ),
    "论文和专利等成果由三方共享，专利申请权属于A方。",
)

MANNERS = (
    PREAMBLE, SHORT_NAMES, BLOCKS, PASSIVE, COMMAS, TENDER, ALONE_ON_LINES, BY_TASK, MEMBERS,
    FRAMEWORK, COVER, TABLE, COLLECTIVE, LETTERED,
)  # fmt: skip


def read(manner: Manner) -> Facts:
    drawn = [printed_page(p, n, plain=manner.plain) for n, p in enumerate(manner.pages, 1)]
    return find(document_of("cooperation-agreement", *drawn), Tools())


def said(facts: Facts, *path: str | int) -> str:
    fact = facts.get(*path)
    return str(fact.value) if fact else ""


def bare(text: str) -> str:
    return text.rstrip("。；").replace(" ", "")


@pytest.mark.parametrize("manner", MANNERS, ids=lambda m: m.name)
def test_the_parties_their_roles_and_representatives_are_read(manner: Manner) -> None:
    facts = read(manner)
    found = [
        tuple(said(facts, "parties", n, key) for key in ("name", "role", "representative"))
        for n in facts.under("parties").keys()  # noqa: SIM118 - Facts is no mapping
    ]
    wanted = [
        (name, role, head or got[2])
        for (name, role, head), got in zip(
            manner.parties, [*found, *[("", "", "")] * 9], strict=False
        )
    ]
    assert found == wanted


@pytest.mark.parametrize("manner", MANNERS, ids=lambda m: m.name)
def test_who_does_what_is_read_with_its_sentence(manner: Manner) -> None:
    facts = read(manner)
    found = [
        (said(facts, "rd_division", n, "party"), bare(said(facts, "rd_division", n, "text")))
        for n in facts.under("rd_division").keys()  # noqa: SIM118 - Facts is no mapping
    ]
    assert [text for _, text in found] == [bare(text) for _, text in manner.work]
    assert all(part in name for (name, _), (part, _) in zip(found, manner.work, strict=True))


@pytest.mark.parametrize("manner", MANNERS, ids=lambda m: m.name)
def test_whose_the_results_are_and_the_terms_are_read(manner: Manner) -> None:
    facts = read(manner)
    assert bare(said(facts, "ip_clause")) == bare(manner.ip)
    assert {key: said(facts, key) for key in manner.other} == manner.other
