"""Invented identities: codes with right check characters, names, addresses.

Check characters come from python-stdnum where it has them, so that the truth does not lean on the
code it measures.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from stdnum.cn import uscc as gb32100

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""Characters of a USCC: no I, O, Z, S, V (GB 32100-2015)."""

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛范彭郎鲁"
    "韦昌马苗凤方任袁柳唐罗薛雷贺倪汤殷毕郝安常傅卞齐康伍余顾孟黄穆萧尹姚邵湛汪祁毛狄米明臧戴宋庞熊"
    "纪舒屈项祝董梁杜阮闵席季麻贾路江童郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房解应丁邓洪"
)
_DOUBLE = ("欧阳", "上官", "司徒", "诸葛", "东方", "慕容")
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英文华建国志远思源嘉怡子涵浩然雨桐晓东立新海燕振宇学锋"
    "春梅少辉美玲一鸣若琳俊峰宏亮佩珊昱霖韬睿彦哲颖瑾璇旭晗珺煜炜昊宸谦逸钧淼骁翊婧妍岚峥嵘祺"
)
_BRAND_FIRST = (
    "云衡启博澄恒睿芯玄光数智航星湛格砺凌觉禾朗锐拓灵深坤沐融擎璞弘砚翊昀岑屹峤霁曦峻泓聿"
)
_BRAND_SECOND = "岫枢微见观曜图澜铁合峦榫纬筑蓝致行波明谷诚界扑犀泉瞻宇川汇苍石新元健月岳衍禾池远和"
_WELL_KNOWN = {
    "云谷",
    "智谷",
    "光谷",
    "深蓝",
    "星河",
    "芯原",
    "格力",
    "航天",
    "数码",
    "启明",
    "深圳",
}
_TRADES = (
    "量子科技 半导体技术 生物医药 信息技术 软件 智能装备 "
    "集成电路 光电科技 数据服务 新材料 机器人 医疗器械 "
    "区块链技术 通信技术 人工智能 传感技术 精密仪器 云计算 "
    "微电子 信息安全 生物科技 智能制造 电子科技 系统集成"
)
_STREETS = (
    "深南大道 福华一路 福华三路 滨河大道 红荔路 彩田路 "
    "梅林路 新洲路 益田路 泰然六路 泰然九路 天安路 香蜜湖路 "
    "侨香路 上步中路 华强北路 振华路 燕南路 八卦二路 金田路 福中三路 竹子林三路 紫竹六道 中康路"
)
_SUBDISTRICTS = (
    "福田街道",
    "莲花街道",
    "沙头街道",
    "梅林街道",
    "华强北街道",
    "香蜜湖街道",
    "园岭街道",
)
_ROADS = (
    "科技南路 创业大道 学府路 高新中一道 软件大道 人民中路 "
    "文化路 建设一路 迎宾大道 龙城大道 金融路 星湖街 望江西路 "
    "和平路 兴业路 科苑北路 长江路 新华大街 工业七路 环城东路 银杏路 海棠街"
)
_BUILDINGS = (
    "创新大厦 科技园 金地工业区 国际商务中心 数码城 创业园 "
    "智慧广场 产业园 时代大厦 联合总部 信息港 科研楼 软件园 "
    "财富中心 科创中心 工业厂房 国际科创谷 加速器 金谷大厦 新一代信息技术产业园"
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)

FUTIAN = "440304"

DISTRICTS = {
    "440304": "广东省深圳市福田区",
    "440305": "广东省深圳市南山区",
    "440303": "广东省深圳市罗湖区",
    "440306": "广东省深圳市宝安区",
    "440307": "广东省深圳市龙岗区",
    "440308": "广东省深圳市盐田区",
    "440309": "广东省深圳市龙华区",
    "440311": "广东省深圳市光明区",
    "440106": "广东省广州市天河区",
    "440112": "广东省广州市黄埔区",
    "320508": "江苏省苏州市姑苏区",
    "320105": "江苏省南京市建邺区",
    "330106": "浙江省杭州市西湖区",
    "340104": "安徽省合肥市蜀山区",
    "420111": "湖北省武汉市洪山区",
    "510107": "四川省成都市武侯区",
    "610113": "陕西省西安市雁塔区",
    "110108": "北京市海淀区",
    "110105": "北京市朝阳区",
    "310115": "上海市浦东新区",
}
"""Divisions that units stand in (GB/T 2260)."""

BIRTHPLACES = (
    "430103",
    "420106",
    "360102",
    "510104",
    "330102",
    "610102",
    "110108",
    "440304",
    "340104",
    "230103",
    "210102",
    "410105",
    "370102",
    "350102",
    "320102",
    "450103",
    "500103",
    "440106",
    "142601",
    "652901",
)
"""Divisions of ID numbers; each was in force at some time after 1984 (440304 only since 1990)."""


def city(division: str) -> str:
    """A district's city, without 市: 广东省深圳市福田区 → 深圳."""
    return DISTRICTS[division].rpartition("省")[2].partition("市")[0]


def person_name(random: Random) -> str:
    """An invented name of two to four characters."""
    family = random.choice(_DOUBLE) if random.random() < 0.04 else random.choice(_SURNAMES)
    return family + "".join(random.sample(_GIVEN, random.choice((1, 2, 2, 2, 2))))


def brand(random: Random, taken: set[str]) -> str:
    """A trade name (字号) of two or three characters that nobody has yet."""
    while True:
        name = random.choice(_BRAND_FIRST) + random.choice(_BRAND_SECOND)
        name += random.choice(_BRAND_SECOND) if random.random() < 0.15 else ""
        if name[:2] not in _WELL_KNOWN and name[:2] not in taken and len(set(name)) == len(name):
            taken.add(name[:2])
            return name


def firm_name(random: Random, place: str, taken: set[str], trade: str = "") -> str:
    """An invented firm: region, brand, trade, form."""
    own, trade = brand(random, taken), trade or random.choice(_TRADES.split())
    form = random.choice(("有限公司", "有限公司", "有限公司", "有限责任公司", "股份有限公司"))
    if random.random() < 0.25:
        return f"{own}{trade}（{place}）{form}"
    return f"{random.choice((place, place + '市'))}{own}{trade}{form}"


def organisation_code(random: Random) -> str:
    """Nine characters with the check character of GB 11714; MA… since 2015, digits before."""
    if random.random() < 0.6:
        body = "MA" + "".join(random.choice(ALPHABET) for _ in range(6))
    else:
        body = "".join(random.choice("0123456789") for _ in range(8))
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    rest = 11 - sum(int(c, 36) * w for c, w in zip(body, weights, strict=True)) % 11
    return body + {10: "X", 11: "0"}.get(rest, str(rest))


def uscc(random: Random, category: str, division: str) -> str:
    """A unified social credit code with a right check character."""
    body = category + division + organisation_code(random)
    return body + str(gb32100.calc_check_digit(body))


def id_number(random: Random, birth: date, sex: str, division: str) -> str:
    """A citizen's number with a right check character (GB 11643); the 17th digit tells the sex."""
    serial = random.randrange(0, 499) * 2 + (1 if sex == "男" else 0)
    body = f"{division}{birth:%Y%m%d}{serial:03d}"
    return body + "10X98765432"[sum(int(c) * w for c, w in zip(body, _WEIGHTS, strict=True)) % 11]


def address(random: Random, division: str) -> str:
    """A street address in a district, down to the room, with or without the province."""
    whole = DISTRICTS[division]
    shown = random.choice((whole, whole.rpartition("省")[2]))
    within = division == FUTIAN
    area = random.choice(_SUBDISTRICTS) if within and random.random() < 0.4 else ""
    street = random.choice((_STREETS if within else _ROADS).split())
    tower = random.choice(("", "", "A座", "B座", "1栋", "2号楼", "东座"))
    floor = random.randrange(2, 40)
    room = random.choice(
        (
            f"{floor}{random.randrange(1, 20):02d}",
            f"{floor}楼{random.choice('ABCDE')}",
            f"{floor}层",
        )
    )
    tail = random.choice(("", "室")) if room[-1].isdigit() else ""
    building = random.choice(_BUILDINGS.split())
    return f"{shown}{area}{street}{random.randrange(1, 9000)}号{building}{tower}{room}{tail}"


def past(random: Random, on: date, years: tuple[float, float]) -> date:
    """A day so many years before another."""
    return on - timedelta(days=int(365.25 * random.uniform(*years)))


def mobile(random: Random) -> str:
    """A mobile number."""
    return random.choice(("138", "139", "186", "158", "177")) + f"{random.randrange(10**8):08d}"


def later(day: date, years: int) -> date:
    """The same day some years later; 29 February becomes the 28th."""
    return day.replace(year=day.year + years, day=min(day.day, 28) if day.month == 2 else day.day)
