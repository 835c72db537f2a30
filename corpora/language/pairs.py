"""Pairs of units' names, of one unit or of two, in the ways that papers give rise to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from corpora.language.misreadings import misreadings

_CITIES = (
    "深圳",
    "广州",
    "北京",
    "上海",
    "杭州",
    "苏州",
    "武汉",
    "成都",
    "西安",
    "合肥",
    "长沙",
    "珠海",
)
_CHARS = (
    "云衡启博澄恒睿芯玄数智航湛格砺凌觉禾朗锐拓灵坤沐融擎璞弘砚翊昀岑屹峤霁曦峻泓聿岫枢微观曜图澜合峦榫纬"
    "筑致行波谷诚界泉瞻宇川汇元健岳衍池远安邦达德鼎方飞福高冠光广海浩和宏华汇嘉佳建江金京景君凯康科"
    "乐力立联龙隆美民明南宁鹏奇强青仁荣瑞润森盛世顺泰特天同万伟文翔欣新信兴星旭阳业益毅英永优裕源耀"
)
_TRADES = (
    "科技",
    "信息技术",
    "半导体",
    "生物科技",
    "智能装备",
    "新材料",
    "机器人",
    "光电",
    "软件",
    "医疗器械",
    "电子",
    "微电子",
    "精密仪器",
    "数据服务",
    "环保科技",
    "通信技术",
    "能源科技",
    "供应链管理",
    "文化传媒",
    "检测技术",
)
_FORMS = ("有限公司", "有限公司", "有限公司", "有限责任公司", "股份有限公司")
_PUBLIC = (
    "{c}{b}大学",
    "{c}{b}理工大学",
    "{c}市{b}研究院",
    "{c}{b}学会",
    "{c}市{b}协会",
    "{c}{b}职业技术学院",
    "{c}{b}会计师事务所（特殊普通合伙）",
    "{c}市{b}产业促进会",
    "{c}{b}国际量子研究院",
)
_SUBJECTS = ("电子", "材料", "机械", "信息", "生物", "能源", "光学", "自动化", "人工智能")


@dataclass(frozen=True)
class Pair:
    """Two printed names, whether one unit bears both, and the way they came about."""

    one: str
    other: str
    same: bool
    way: str


@dataclass(frozen=True)
class Firm:
    """A firm's name in parts."""

    city: str
    brand: str
    trade: str
    form: str
    bracketed: bool = False

    @property
    def name(self) -> str:
        """As the licence prints it."""
        if self.bracketed:
            return f"{self.brand}{self.trade}（{self.city.removesuffix('市')}）{self.form}"
        return f"{self.city}{self.brand}{self.trade}{self.form}"


def _brand(random: Random) -> str:
    return "".join(random.sample(_CHARS, random.choice((2, 2, 2, 3))))


def _firm(random: Random, *, bracketed: bool = True) -> Firm:
    city = random.choice(_CITIES) + random.choice(("", "市"))
    inside = bracketed and random.random() < 0.25
    return Firm(city, _brand(random), random.choice(_TRADES), random.choice(_FORMS), inside)


def _public(random: Random) -> str:
    brand = random.choice(_SUBJECTS) + random.choice(("工程", "技术", "", "应用"))
    return random.choice(_PUBLIC).format(c=random.choice(_CITIES), b=brand)


def _unit(random: Random) -> str:
    return _firm(random).name if random.random() < 0.75 else _public(random)


# ---------------------------------------------------------------- one unit


def _blanks(r: Random) -> tuple[str, str]:
    name = _unit(r)
    at = sorted(r.sample(range(1, len(name)), r.randrange(1, 4)), reverse=True)
    other = name
    for i in at:
        other = other[:i] + r.choice((" ", "\n", "　", "  ")) + other[i:]
    return name, other


def _width(r: Random) -> tuple[str, str]:
    name = _firm(r).name if r.random() < 0.5 else _public(r)
    return name, name.replace("（", "(").replace("）", ") ")


def _traditional(r: Random) -> tuple[str, str]:
    import opencc  # noqa: PLC0415 - seconds

    name = _unit(r)
    return name, str(opencc.OpenCC("s2t").convert(name))


def _remark(r: Random) -> tuple[str, str]:
    name = _unit(r)
    after = (
        "（盖章）",
        "（以下简称“甲方”）",
        "(公章)",
        "（牵头单位）",
        "（以下简称乙方）",
        "（单位盖章）",
    )
    return name, name + r.choice(after)


def _numbered(r: Random) -> tuple[str, str]:
    name, number = _unit(r), "".join(r.choices("0123456789", k=r.randrange(5, 9)))
    forms = (f"{number}{name}", f"{name}{number}", f"{number} {name}", f"{name}（{number}）", f"单位编号：{number}{name}",
             f"91440300MA{number[:5]}XJ8{name}"[-len(name) - 18 :])  # fmt: skip
    return name, r.choice(forms)


def _former(r: Random) -> tuple[str, str]:
    now, then = _unit(r), _unit(r)
    word = r.choice(("曾用名：", "原名：", "原", "更名前：", "曾用名"))
    return then, f"{now}（{word}{then}）"


def _region(r: Random) -> tuple[str, str]:
    firm = _firm(r, bracketed=False)
    bare = firm.city.removesuffix("市")
    return firm.name, firm.name.replace(firm.city, r.choice((bare, bare + "市", "", f"广东省{bare}市"
                      if bare in {"深圳", "广州", "珠海"} else bare)), 1)  # fmt: skip


def _form(r: Random) -> tuple[str, str]:
    firm = _firm(r)
    other = {"有限公司": "有限责任公司", "有限责任公司": "有限公司", "股份有限公司": "股份公司"}
    return firm.name, firm.name.removesuffix(firm.form) + other[firm.form]


def _short(r: Random) -> tuple[str, str]:
    firm = _firm(r)
    bare = firm.city.removesuffix("市")
    shorts = (
        firm.brand + firm.trade, bare + firm.brand, f"{firm.brand}{firm.trade}公司", firm.brand + "公司",
        f"{bare}{firm.brand}公司", bare + firm.brand + firm.trade,
    )  # fmt: skip
    return firm.name, r.choice(shorts)


def _misread(r: Random) -> tuple[str, str]:
    """One or two common characters of the 字号 misread as in a drawing that is kept apart."""
    pairs = [pair for pair in misreadings("apart") if pair[0].encode("gb2312") < b"\xd8"]
    firm = _firm(r)
    wrong = r.sample(pairs, r.choice((1, 1, 2)))
    brand = list((_brand(r) + _brand(r))[:3])
    read = list(brand)
    for place, (drawn, seen) in zip(r.sample(range(3), len(wrong)), wrong, strict=True):
        brand[place], read[place] = drawn, seen
    true = Firm(firm.city, "".join(brand), firm.trade, firm.form, firm.bracketed)
    return true.name, true.name.replace("".join(brand), "".join(read))


def _cut(r: Random) -> tuple[str, str]:
    name = _unit(r)
    return name, name[: -r.randrange(1, 3)]


def _damaged(r: Random) -> tuple[str, str]:
    name = _unit(r)
    kind = r.randrange(4)
    if kind == 0:
        return name, "".join(c * 2 for c in name)
    at = r.randrange(1, len(name))
    if kind == 1:
        return name, name[:at] + r.choice("\ue004\uf0b7\u200b\u00ad") + name[at:]
    if kind == 2:
        return name, "".join(
            chr(ord(c) + 0xFEE0) if "0" <= c <= "z" else c for c in name
        ) + "\ufeff"
    radicals = {
        "金": "⾦",
        "长": "⻓",
        "力": "⼒",
        "生": "⽣",
        "大": "⼤",
        "电": "⽥",
        "工": "⼯",
        "立": "⽴",
    }
    radicals.pop("电")
    return name, "".join(radicals.get(c, c) for c in name)


# ---------------------------------------------------------------- two units


def _other_brand(r: Random) -> tuple[str, str]:
    firm = _firm(r)
    at, near = r.randrange(len(firm.brand)), set(firm.brand)
    char = r.choice([c for c in _CHARS if c not in near])
    brand = firm.brand[:at] + char + firm.brand[at + 1 :]
    return firm.name, Firm(firm.city, brand, firm.trade, firm.form, firm.bracketed).name


def _swapped(r: Random) -> tuple[str, str]:
    firm = _firm(r)
    brand = firm.brand[::-1]
    if brand == firm.brand:
        brand = firm.brand[0] + "华" + firm.brand[1:]
    return firm.name, Firm(firm.city, brand, firm.trade, firm.form, firm.bracketed).name


def _other_trade(r: Random) -> tuple[str, str]:
    firm = _firm(r)
    trade = r.choice([t for t in _TRADES if t != firm.trade])
    return firm.name, Firm(firm.city, firm.brand, trade, firm.form, firm.bracketed).name


def _other_city(r: Random) -> tuple[str, str]:
    firm = _firm(r)
    city = r.choice([c for c in _CITIES if c != firm.city.removesuffix("市")])
    return firm.name, Firm(city, firm.brand, firm.trade, firm.form, r.random() < 0.3).name


def _sister(r: Random) -> tuple[str, str]:
    firm = _firm(r)
    more = r.choice(("国际", "控股", "投资", "实业", "研究", "产业园运营", "医疗", "物联网"))
    other = (Firm(firm.city, firm.brand, more + firm.trade, firm.form, firm.bracketed).name,
             Firm(firm.city, firm.brand, "", "集团有限公司").name,
             Firm(firm.city, firm.brand, firm.trade, "集团有限公司", firm.bracketed).name,
             Firm(firm.city, firm.brand, firm.trade, "合伙企业（有限合伙）").name)  # fmt: skip
    return firm.name, r.choice(other)


def _branch(r: Random) -> tuple[str, str]:
    firm = _firm(r)
    one, two = r.sample(_CITIES, 2)
    if r.random() < 0.5:
        return firm.name, f"{firm.name}{one}分公司"
    return f"{firm.name}{one}分公司", f"{firm.name}{two}分公司"


def _within(r: Random) -> tuple[str, str]:
    city, subject = r.choice(_CITIES), r.choice(_SUBJECTS)
    inside = (
        (f"{city}大学", f"{city}大学附属医院"), (f"{city}大学", f"{city}{subject}大学"),
        (f"{city}{subject}学会", f"{city}{subject}行业协会"), (f"{city}市{subject}研究院", f"{city}市{subject}研究所"),
        (f"中国{subject}学会", f"{city}{subject}学会"), (f"中国{subject}学会", f"中国{subject}学会青年工作委员会"),
        (f"{city}{subject}职业技术学院", f"{city}{subject}大学"), (f"{city}理工大学", f"{city}工业大学"),
        (f"{city}{subject}学会", f"{city}{subject}学会专业委员会"),
    )  # fmt: skip
    return r.choice(inside)


def _others_short(r: Random) -> tuple[str, str]:
    firm, other = _firm(r), _firm(r)
    if other.brand == firm.brand:
        return _others_short(r)
    return firm.name, r.choice(
        (other.brand + other.trade, other.brand + "公司", other.city + other.brand)
    )


def _strangers(r: Random) -> tuple[str, str]:
    return _unit(r), _unit(r)


Way = Callable[[Random], tuple[str, str]]
SAME: dict[str, Way] = {
    "blanks": _blanks, "brackets": _width, "traditional": _traditional, "remarks": _remark, "numbers": _numbered,
    "former": _former, "region": _region, "form": _form, "short": _short, "misread": _misread, "cut": _cut,
    "damaged": _damaged,
}  # fmt: skip
DIFFERENT: dict[str, Way] = {
    "brand": _other_brand, "swapped": _swapped, "trade": _other_trade, "city": _other_city, "sister": _sister,
    "branch": _branch, "within": _within, "another's short": _others_short, "strangers": _strangers,
}  # fmt: skip


def pairs(seed: int, count: int = 2000) -> list[Pair]:
    """As many pairs, half of them of one unit, each way about equally often."""
    random = Random(seed)
    found = []
    for number in range(count):
        ways, one_unit = (SAME, True) if number % 2 == 0 else (DIFFERENT, False)
        name = list(ways)[number // 2 % len(ways)]
        one, other = ways[name](random)
        while (one == other) != one_unit and (one == other):
            one, other = ways[name](random)
        if random.random() < 0.5:
            one, other = other, one
        found.append(Pair(one, other, one_unit, name))
    return found
