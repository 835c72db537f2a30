"""Invented identities: codes with right check characters, names, addresses.

Check characters come from python-stdnum, so that the truth does not lean on the code it measures.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from stdnum.cn import uscc as gb32100

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛范彭郎鲁韦昌马苗凤方任袁柳唐罗薛雷贺倪汤"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英文华建国志远思源嘉怡子涵浩然雨桐晓东立新海燕振宇学锋春梅少辉美玲一鸣若琳俊峰宏亮佩珊"
_BRANDS = "天枢 云岫 量衡 启微 博见 澄观 恒曜 睿图 芯澜 玄铁 光合 数峦 智榫 航纬 星筑 湛蓝 元象 格致 砺行 旷野 凌波 觉明 禾谷 朗诚 锐界 拓扑 灵犀 深泉 远瞻 坤宇 沐光 融汇 擎苍 知微 璞石 鼎新 岚图 行健 霁月 青禾 瀚元 衡岳 卓衍 宸芯 微禾 弘远 砚池 雅川".split()
_TRADES = "量子科技 半导体技术 生物医药 信息技术 软件 智能装备 集成电路 光电科技 数据服务 新材料 机器人 医疗器械 区块链技术 通信技术 人工智能 传感技术 精密仪器 云计算".split()
_STREETS = "深南大道 福华一路 滨河大道 红荔路 彩田路 梅林路 新洲路 益田路 泰然六路 车公庙天安路 香蜜湖路 侨香路 上步中路 华强北路".split()
_ROADS = "科技南路 创业大道 学府路 高新中一道 软件大道 人民中路 文化路 建设一路 迎宾大道 龙城大道 金融路 星湖街 望江西路 光谷大道 和平路".split()
_BUILDINGS = "创新大厦 科技园 金地工业区 国际商务中心 天安数码城 创业园 智慧广场 产业园 时代大厦 联合总部 信息港 科研楼 软件园 财富中心".split()
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)

DISTRICTS: dict[str, str] = {
    "440304": "广东省深圳市福田区",
    "440305": "广东省深圳市南山区",
    "440303": "广东省深圳市罗湖区",
    "440306": "广东省深圳市宝安区",
    "440307": "广东省深圳市龙岗区",
    "440309": "广东省深圳市龙华区",
    "440106": "广东省广州市天河区",
    "320508": "江苏省苏州市姑苏区",
    "330106": "浙江省杭州市西湖区",
    "420111": "湖北省武汉市洪山区",
    "510107": "四川省成都市武侯区",
    "610113": "陕西省西安市雁塔区",
    "110108": "北京市海淀区",
    "310115": "上海市浦东新区",
}


def person_name(random: Random) -> str:
    """An invented name of two or three characters."""
    return random.choice(_SURNAMES) + "".join(
        random.sample(_GIVEN, random.choice((1, 2, 2, 2)))
    )


def firm_name(random: Random, place: str, taken: set[str], trade: str = "") -> str:
    """An invented firm: region, brand, trade, form."""
    brand = random.choice([b for b in _BRANDS if b not in taken])
    taken.add(brand)
    trade = trade or random.choice(_TRADES)
    form = random.choice(("有限公司", "有限公司", "有限公司", "股份有限公司"))
    if random.random() < 0.25:
        return f"{brand}{trade}（{place}）{form}"
    return f"{random.choice((place, place + '市'))}{brand}{trade}{form}"


def organisation_code(random: Random) -> str:
    """Nine characters with the check character of GB 11714."""
    body = "".join(random.choice("0123456789ABCDEFGHJKLMNPQRTUWXY"[:10]) for _ in range(2))
    body = random.choice(("MA", "MA", body)) + "".join(
        random.choice("0123456789ABCDEFGHJKLMNPQRTUWXY") for _ in range(6)
    )
    if not body.startswith("MA"):
        body = "".join(random.choice("0123456789") for _ in range(8))
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    rest = 11 - sum(int(c, 36) * w for c, w in zip(body, weights, strict=True)) % 11
    return body + {10: "X", 11: "0"}.get(rest, str(rest))


def uscc(random: Random, category: str, division: str) -> str:
    """A unified social credit code with a right check character."""
    body = category + division + organisation_code(random)
    return body + gb32100.calc_check_digit(body)


def id_number(random: Random, birth: date, sex: str, division: str) -> str:
    """A citizen's number with a right check character (GB 11643)."""
    serial = random.randrange(0, 499) * 2 + (1 if sex == "男" else 0)
    body = f"{division}{birth:%Y%m%d}{serial:03d}"
    return body + "10X98765432"[sum(int(c) * w for c, w in zip(body, _WEIGHTS, strict=True)) % 11]


def address(random: Random, division: str, style: int = 0) -> str:
    """A street address in a district, down to the room."""
    district = DISTRICTS[division]
    shown = district.removeprefix("广东省") if style % 2 else district
    street = random.choice(_STREETS if division == "440304" else _ROADS)
    building = random.choice(_BUILDINGS)
    tower = random.choice(("", "A座", "B座", "1栋", "2号楼"))
    room = f"{random.randrange(2, 40)}{random.randrange(1, 20):02d}"
    return f"{shown}{street}{random.randrange(1, 9000)}号{building}{tower}{room}{random.choice(('', '室'))}"


def past(random: Random, on: date, years: tuple[float, float]) -> date:
    """A day so many years before another."""
    return on - timedelta(days=int(365.25 * random.uniform(*years)))


def mobile(random: Random) -> str:
    """A mobile number."""
    return random.choice(("138", "139", "186", "158", "177")) + f"{random.randrange(10**8):08d}"
