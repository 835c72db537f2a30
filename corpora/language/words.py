"""Words that sentences are filled with: names of units and people, places, dates, money."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date as day
from functools import cache
from random import Random

from corpora import identity
from corpora.language.vary import noun
from docint.values import divisions, gazetteer

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛范彭郎鲁韦昌马苗凤方任袁"
    "柳唐罗薛雷贺倪汤殷毕郝安常傅卞齐康伍余顾孟黄穆萧尹姚邵湛汪祁毛狄米明臧戴宋庞熊纪舒屈项祝董梁杜阮闵席季麻贾路江童"
    "郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房解应丁邓洪石崔龚程邢裴陆荣翁甄曲封储靳段富乌焦巴牧车侯全班仇栾甘厉"
    "祖武符刘景詹束龙叶司黎薄白蒲卓池乔阴翟谭申冉雍桑桂牛边温庄晏柴瞿阎慕连习向古易廖终居步耿满匡文寇广东欧利师聂简饶空曾关相查付肖"
)
_DOUBLE = ("欧阳", "上官", "司徒", "诸葛", "东方", "慕容", "皇甫", "夏侯", "令狐", "司马")
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英文华建国志远思源嘉怡子涵浩然雨桐晓东立新海燕振宇学锋春梅少辉美玲一鸣若琳"
    "俊峰宏亮佩珊昱霖韬睿彦哲颖瑾璇旭晗珺煜炜昊宸谦逸钧淼骁翊婧妍岚峥嵘祺德庆光胜利福兰凤珍玉红云飞鹏程万里成龙虎根生永"
    "长江河山林森木水金银铁石天地人和正义仁礼智信忠孝诚实朴素清风月星辰阳雪冰松竹菊荷莲蕾薇蓉萍苗青翠绿蓝紫白乐欢喜庆祥瑞"
    "泽润深博雅诗书画琴棋语言墨翰卿可心意念恩惠爱慧聪敬业勤奋发展进步升腾跃达通顺安宁康健寿吉泰丰盈满盛世昌荣耀辉煌"
)
_FOREIGN = (
    "阿依古丽·买买提",
    "艾山·吐尔逊",
    "扎西·次仁",
    "约翰·史密斯",
    "巴特尔·苏和",
    "玛丽亚·伊万诺娃",
)
_BRAND = (
    "云衡启博澄恒睿芯玄光数智航星湛格砺凌觉禾朗锐拓灵深坤沐融擎璞弘砚翊昀岑屹峤霁曦峻泓聿岫枢微见观曜图澜铁合峦榫纬筑蓝致"
    "行波明谷诚界犀泉瞻宇川汇元健岳衍池远安邦达德鼎方飞福高冠广海浩和宏华嘉佳建江京景君凯康科乐力立联龙隆美民南宁鹏奇强青"
    "仁荣瑞润森盛世顺泰特天同万伟文翔欣新信兴旭阳业益毅英永优裕源耀中国东方华大金太平洋亚欧比迪赛维思创易讯腾盈捷"
)
_TRADES = (
    "科技 信息技术 半导体 生物科技 智能装备 新材料 机器人 光电 光电科技 软件 医疗器械 电子 微电子 精密仪器 数据服务 环保科技 "
    "通信技术 能源科技 供应链管理 文化传媒 检测技术 量子科技 智能制造 系统集成 网络技术 人工智能 集成电路 自动化 航空技术 生物医药 "
    "物联网 新能源 精密机械 工程咨询 建设工程 投资管理 知识产权服务 创业孵化 云计算 信息安全 传感技术 激光技术 汽车电子 仪器"
).split()
_FORMS = (
    "有限公司",
    "有限公司",
    "有限公司",
    "有限责任公司",
    "股份有限公司",
    "集团有限公司",
    "集团股份有限公司",
)
_SUBJECTS = (
    "电子 材料 机械 信息 生物 能源 光学 自动化 人工智能 计算机 通信 化学 物理 地质 农业 医学 交通 建筑 水利 环境 航空 海洋 纺织 冶金 "
    "电力 测绘 食品 量子 仪器仪表 集成电路 半导体 软件 大数据 区块链"
).split()
_SCHOOLS = "{c}大学 {c}理工大学 {c}科技大学 {c}工业大学 {c}师范大学 {c}{s}大学 {c}{s}学院 {c}{s}职业技术学院 {p}大学 {p}{s}大学".split()
_INSTITUTES = (
    "{c}市{s}研究院 {c}{s}研究所 中国科学院{c}{s}研究所 {c}先进技术研究院 {c}{b}{s}研究院 国家{s}技术创新中心 {p}{s}科学研究院 "
    "{c}{s}重点实验室 {c}市第{n}人民医院 {c}大学附属医院 {c}{s}检测中心 {c}国际{s}研究院 {c}市计量质量检测研究院"
).split()
_BODIES = (
    "{c}市科技创新局 {c}市{d}市场监督管理局 {c}市财政局 {c}市人力资源和社会保障局 {p}科学技术厅 {c}市{s}学会 中国{s}学会 {c}{s}协会 "
    "{c}市{s}行业协会 {c}{b}产业促进会 {c}市{d}科学技术协会 中国银行股份有限公司{c}分行 {c}{b}银行{d}支行 {c}{b}会计师事务所（特殊普通合伙） "
    "{c}{b}会计师事务所（普通合伙） {c}{b}律师事务所 {c}{b}科技园 {c}{b}产业园运营管理有限公司 {c}高新技术产业开发区管理委员会 "
    "{c}{b}创业投资合伙企业（有限合伙） {b}{t}有限公司{c}分公司 {c}{b}科技创新基金会 {c}市{b}{s}服务中心"
).split()
_UNIT_ROLES = (
    "牵头单位 牵头单位 牵头单位 参与单位 参与单位 参与单位 牵头方 参与方 成员单位 联合体牵头单位 联合牵头单位 共建单位 承担单位 "
    "参加单位 主导单位 支撑单位 项目牵头单位 合作单位 协作单位 依托单位 主要参与单位 联合体成员 参研单位 协同单位"
).split()
_PERSON_ROLES = (
    "项目负责人 项目负责人 首席技术负责人 首席技术负责人 技术负责人 课题负责人 首席科学家 首席专家 项目总师 技术总师 子课题负责人 "
    "联合体秘书长 学术带头人 项目联系人 财务负责人 研发骨干 技术骨干 项目总负责人 执行负责人 首席工程师 联合体负责人"
).split()
_POSTS = (
    "总经理 副总经理 董事长 技术总监 研发总监 总工程师 副总工程师 首席技术官 研发经理 研发部经理 算法工程师 项目经理 院长 副院长 所长 "
    "实验室主任 系主任 秘书长 理事长 产品经理 测试工程师 软件工程师 硬件工程师 人力资源总监 执行董事 结构工程师 部门经理 首席执行官 "
    "质量经理 研发中心主任 博士后 研发工程师 工艺工程师 市场总监"
).split()
_TITLES = (
    "高级工程师 高级工程师 正高级工程师 工程师 助理工程师 教授级高级工程师 教授 副教授 讲师 助理教授 研究员 副研究员 助理研究员 高级实验师 "
    "主任医师 副主任医师 高级经济师 高级会计师 正高级经济师 特聘教授 特聘研究员 实验师 高级技师 主任药师 研究馆员"
).split()
_FIELDS = (
    "人工智能 量子计算 生物医药 半导体 工业软件 智能制造 新能源 低空经济 高端装备 医学影像 隐私计算 区块链 机器视觉 柔性电子 先进封装 "
    "无线通信 智能驾驶 合成生物 储能 精密测量 三维感知 语音识别 材料基因 功率器件 边缘计算"
).split()
_OBJECTS = (
    "芯片 控制系统 检测平台 算法模型 传感器 样机 软件平台 数据集 关键材料 核心部件 工艺流程 测试系统 标准体系 仿真工具 驱动电路 光学模组 "
    "示范生产线 知识库 通信协议 电源模块 操作系统 试剂盒 手术机器人 封装工艺 质检装备"
).split()
_DOINGS = (
    "研发 设计 研制 测试验证 产业化 应用示范 优化 集成 开发 标准制定 中试 推广 选型 可靠性试验 部署 数据采集与标注 建模 工程化 性能评价"
).split()
_ROAD_TAILS = "路 路 大道 街 一路 二路 南路 北街 东大街 西路 三道".split()
_HOUSES = "大厦 科技园 工业区 国际商务中心 数码城 创业园 广场 产业园 软件园 科创中心 金融中心 孵化器 写字楼 工业厂房 花园 公寓".split()
_CN = "〇一二三四五六七八九"
_CAPITAL = "零壹贰叁肆伍陆柒捌玖"


@cache
def _counties() -> tuple[str, ...]:
    codes = [c for c in divisions.table() if not c.endswith("00") and divisions.current_name(c)]
    return tuple(c for c in codes if not gazetteer.placeholder(c))


@cache
def _cities() -> tuple[str, ...]:
    codes = [c for c in divisions.table() if c.endswith("00") and not c.endswith("0000")]
    names = [divisions.current_name(c) or "" for c in codes if not gazetteer.placeholder(c)]
    return tuple(n.removesuffix("市") for n in names if n.endswith("市"))


@cache
def _common() -> str:
    rows = [
        bytes((h, low)).decode("gb2312") for h in range(0xB0, 0xD7) for low in range(0xA1, 0xFF)
    ]
    return "".join(rows)


def _brand(random: Random) -> str:
    pool = _common() if random.random() < 0.25 else _BRAND
    return "".join(random.sample(pool, random.choice((2, 2, 2, 2, 3, 4))))


def _city(random: Random) -> str:
    big = (
        "深圳",
        "深圳",
        "北京",
        "上海",
        "广州",
        "杭州",
        "武汉",
        "成都",
        "西安",
        "南京",
        "苏州",
        "合肥",
    )
    return random.choice(big if random.random() < 0.6 else _cities())


def org(random: Random) -> str:
    """A unit of any kind, in full or, seldom, short."""
    city, brand, trade = _city(random), _brand(random), random.choice(_TRADES)
    drawn = random.random()
    if drawn < 0.5:
        head, form = random.choice((city, city + "市", "", city)), random.choice(_FORMS)
        if not head:
            where = random.choice((f"（{city}）", f"（{city}）", ""))
            return f"{brand}{trade}{where}{form}"
        return f"{head}{brand}{trade}{form}"
    if drawn < 0.56:
        return random.choice((brand + trade, brand + "公司", city + brand, brand + "集团"))
    if drawn < 0.58:
        latin = "".join(random.choices("abcdeghiklmnoprstuvy", k=random.randrange(4, 8))).title()
        return latin + random.choice(
            (" Technology Co., Ltd.", "科技有限公司", " Inc.", "（中国）有限公司")
        )
    forms = random.choice((_SCHOOLS, _INSTITUTES, _BODIES))
    return random.choice(forms).format(
        c=city, b=brand, t=trade, s=random.choice(_SUBJECTS), p=random.choice(("广东", "江苏", "湖北", "浙江", "四川", "中国")),
        d=random.choice(("福田区", "南山区", "海淀区", "")), n=random.choice("一二三四五六"),
    )  # fmt: skip


def person(random: Random) -> str:
    """A person of two to four characters; seldom a transcribed name."""
    if random.random() < 0.02:
        return random.choice(_FOREIGN)
    family = random.choice(_DOUBLE) if random.random() < 0.04 else random.choice(_SURNAMES)
    pool = _common() if random.random() < 0.1 else _GIVEN
    name = family + "".join(random.sample(pool, random.choice((1, 2, 2, 2))))
    return f"{name[0]} {name[1]}" if len(name) == 2 and random.random() < 0.1 else name


def date(random: Random) -> str:
    """A day, a month or a year, in the ways that papers print them."""
    y, m, d = random.randrange(1955, 2032), random.randrange(1, 13), random.randrange(1, 29)
    forms = (
        f"{y}年{m}月{d}日", f"{y}年{m}月{d}日", f"{y}年{m:02d}月{d:02d}日", f"{y} 年 {m} 月 {d} 日", f"{y}-{m:02d}-{d:02d}",
        f"{y}.{m:02d}.{d:02d}", f"{y}/{m}/{d}", f"{y}年{m}月", f"{y}.{m:02d}", f"{y}年", f"{y}年度", _han_date(y, m, d),
        f"{y}年{m}月底", f"{y}年第{random.choice('一二三四')}季度",
    )  # fmt: skip
    return random.choice(forms)


def _han_date(y: int, m: int, d: int) -> str:
    year = "".join(_CN[int(c)] for c in str(y))
    return f"{year}年{_tens(m)}月{_tens(d)}日"


def _tens(number: int) -> str:
    ten, one = divmod(number, 10)
    return ("" if ten == 0 else "十" if ten == 1 else _CN[ten] + "十") + (_CN[one] if one else "")


def money(random: Random) -> str:
    """An amount in figures or words, in yuan or ten thousands."""
    yuan = random.randrange(1, 9000) * random.choice((1, 100, 1000, 10000))
    wan, digit = random.randrange(1, 9000), random.randrange(1, 10)
    words = f"{_CAPITAL[digit]}{random.choice(('佰', '仟', '拾'))}{_CAPITAL[random.randrange(1, 10)]}{random.choice(('拾', ''))}万元整"
    forms = (
        f"{wan}万元", f"{wan}万元", f"人民币{wan}万元", f"{wan}.{random.randrange(10, 99)}万元", f"{yuan:,}元", f"{yuan:,}.00元",
        f"￥{yuan:,}.00", f"人民币{yuan}元", f"人民币{words}", words, f"{yuan}元", f"{wan / 1000:.2f}亿元", f"{wan}万美元",
        f"¥{yuan:,}元", f"{wan} 万元",
    )  # fmt: skip
    return random.choice(forms)


def district(random: Random) -> str:
    """A district or city by name, with or without what it lies in."""
    if random.random() < 0.4:
        full = random.choice(list(identity.DISTRICTS.values()))
    else:
        full = gazetteer.full_name(random.choice(_counties()))
    short = full.rpartition("省")[2]
    return random.choice(
        (full, short, short, short.partition("市")[0] + "市" if "市" in short else short)
    )


def address(random: Random) -> str:
    """A street address; at times without its district."""
    head = district(random) if random.random() < 0.9 else ""
    town = random.choice(("", "", "", _brand(random)[:2] + random.choice(("街道", "镇"))))
    road = _brand(random)[: random.choice((2, 2, 3))] + random.choice(_ROAD_TAILS)
    number = f"{random.randrange(1, 3000)}号"
    house = random.choice(("", _brand(random)[:3] + random.choice(_HOUSES)))
    block = random.choice(("", "", "A座", "B栋", "1栋", "3号楼", "东座"))
    room = random.choice(("", f"{random.randrange(1, 40)}层", f"{random.randrange(101, 4000)}室", f"{random.randrange(101, 4000)}",
                          f"{random.randrange(2, 30)}楼{random.choice('ABCD')}"))  # fmt: skip
    return head + town + road + number + house + block + room


def _field(random: Random) -> str:
    """A field of research; at times any word of the language."""
    return random.choice(_FIELDS) if random.random() < 0.65 else noun(random) + noun(random)


def _thing(random: Random) -> str:
    """What is worked on; at times any word of the language, and a tail."""
    if random.random() < 0.65:
        return random.choice(_OBJECTS)
    return noun(random) + random.choice(
        ("系统", "样机", "材料", "技术", "平台", "装置", noun(random))
    )


def project(random: Random) -> str:
    """A project's title: it says that it is one."""
    field, thing = _field(random), _thing(random)
    forms = (
        f"{field}{thing}关键技术研究", f"基于{field}的{thing}研发及产业化", f"{field}创新联合体", f"面向{field}的{thing}关键技术攻关项目",
        f"{field}{thing}研发与应用示范项目", f"{field}领域{thing}共性技术平台建设项目", f"{field}与{random.choice(_FIELDS)}融合创新工程",
        f"{field}{thing}国产化替代项目", f"新一代{field}{thing}研制专项", f"{field}协同创新中心建设项目", f"{thing}{random.choice(_DOINGS)}及产业化项目",
        f"{field}重大科技专项", f"{field}{thing}创新能力提升计划",
    )  # fmt: skip
    return random.choice(forms)


def age(random: Random) -> str:
    """An age with its word."""
    years = random.randrange(22, 79)
    return random.choice(
        (f"{years}岁", f"{years}岁", f"{years}周岁", f"{years} 岁", f"{_tens(years)}岁")
    )


def number_of_person(random: Random) -> str:
    """A citizen's number (公民身份号码)."""
    birth = identity.past(random, day(2024, 1, 1), (22, 75))
    return identity.id_number(
        random, birth, random.choice("男女"), random.choice(identity.BIRTHPLACES)
    )


def number_of_unit(random: Random) -> str:
    """A unified social credit code."""
    return identity.uscc(random, random.choice(("91", "12", "51", "52")), "440300")


def work(random: Random) -> str:
    """A piece of work: what nobody's name is."""
    field, thing, doing = _field(random), _thing(random), random.choice(_DOINGS)
    forms = (f"{field}{thing}的{doing}", f"{thing}{doing}", f"{field}{thing}{doing}与{random.choice(_DOINGS)}", f"{thing}的{doing}工作",
             f"{field}场景{doing}", f"{thing}、{random.choice(_OBJECTS)}{doing}")  # fmt: skip
    return random.choice(forms)


WORDS: dict[str, Callable[[Random], str]] = {
    "ORG": org, "PERSON": person, "DATE": date, "MONEY": money, "DISTRICT": district, "ADDRESS": address, "PROJECT": project,
    "AGE": age, "ID.person": number_of_person, "ID.unit": number_of_unit, "work": work,
    "TITLE": lambda r: r.choice(_TITLES), "ROLE.unit": lambda r: r.choice(_UNIT_ROLES),
    "ROLE.person": lambda r: r.choice(_PERSON_ROLES), "ROLE.post": lambda r: r.choice(_POSTS),
    "role": lambda r: r.choice(("盖章", "委托方", "受托方", "公章", "以下简称本方")),
    "party": lambda r: r.choice(("甲方", "乙方", "丙方", "丁方", "戊方", "甲方一", "乙方二")),
    "field": _field,
    "num": lambda r: r.choice((str(r.randrange(1, 60)), "一", "二", "三", "四", "五")),
}  # fmt: skip
"""What fills each slot; capitals are entities."""
ROLES = tuple(dict.fromkeys((*_UNIT_ROLES, *_PERSON_ROLES)))
"""Parts played; they are entities wherever they stand."""
