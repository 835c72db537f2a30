"""Names of units (单位名称) in running text: where one begins and where it ends.

A name ends with its form (有限公司, 大学, 研究院, 协会 …) and is bounded on the left by a mark, a
preposition (由, 与, 和) or a role (牵头单位); ``和`` inside a name (和而泰) stays, for what stands
before it is no unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from docint.values import gazetteer

_LEVELS = (1, 2, 3)
_HAN = r"\u4e00-\u9fff"
FORMS = (
    "集团股份有限公司", "集团有限责任公司", "集团有限公司", "股份有限公司", "有限责任公司",
    "有限公司",
    "集团公司", "分公司", "分会", "分院", "分所", "分中心", "专委会", "专业委员会", "子公司",
    "总公司", "公司", "集团", "(集团)",
    "(有限合伙)", "(普通合伙)", "(特殊普通合伙)", "合伙企业", "个人独资企业", "企业", "合作社",
    "事务所",
    "大学", "学院", "学校", "党校", "附属医院", "医院", "卫生院", "疾病预防控制中心", "研究总院",
    "研究院", "研究所",
    "设计院", "科学院", "工程院", "医学院", "检测院", "检验院", "计量院", "勘察院", "规划院",
    "总院", "研究中心",
    "检验所", "检测所", "计量所", "监测所", "设计所", "质检所", "质检院", "监测院", "试验站",
    "试验场", "推广站",
    "技术中心", "创新中心", "服务中心", "孵化中心", "孵化器", "众创空间", "加速器", "实验室",
    "中心", "研究会",
    "学会", "协会", "促进会", "联合会", "商会", "同业公会", "公会", "总会", "联盟", "基金会",
    "基金", "俱乐部",
    "分行", "支行", "银行", "信用社", "保险社", "出版社", "杂志社", "报社", "电视台", "委员会",
    "管委会", "办公室",
    "管理局", "管理处", "服务站", "工作站", "监测站", "气象台", "天文台", "图书馆", "博物馆",
    "科技馆",
    "产业园", "科技园", "软件园", "园区", "基地", "工厂", "制造厂", "总厂", "药厂", "厂",
    "平台公司", "局",
)  # fmt: skip
"""What units are called at the end of their names (组织形式), folded."""
_SURE_ENDS = ("有限公司", "有限责任公司")
"""Forms behind which a name ends whatever follows; of a branch, the longer form is tried first."""
_FORM = "(?:" + "|".join(re.escape(form) for form in sorted(FORMS, key=len, reverse=True)) + ")"
_TAIL = rf"(?:\([{_HAN}A-Za-z0-9·]{{2,16}}\))?"
_CHARS = rf"{_HAN}A-Za-z0-9()·&.\-"
WHOLE = re.compile(rf"[{_HAN}A-Za-z][{_CHARS}]{{1,50}}?{_FORM}{_TAIL}")
"""A whole text that is a unit's name."""
_ENDS = re.compile(_FORM)
_PIECE = re.compile(rf"[{_CHARS}]+")
_LEADING = re.compile(
    r"^(?:[\d一二三四五六七八九十]{1,2}[、.)]|我们|[我贵本](?:单位|公司|校|院|所|方)(?!长)|[一二三四五六]是|服从|召集|邀请|(?:会议)?(?:一致)?(?:推选|推举|选举)|以下|下列|其中|[统简下又]?称为?|现|今|兹有?|经|并|应|故"
    r"|由|与|和|及其?"
    r"|以及|同|跟|向|对|为|是|系|即|"
    r"在|于|将|把|被|让|请|或|乃|并由|授权|(?:委托|联合|依托)(?!单位|方|人|机构|体)|会同|携手|包括|作为|关于|鉴于|根据|按照|"
    r"(?:[甲乙丙丁戊己庚辛]方)|(?:总|联合体|项目)?(?:牵头|参与|参加|成员|协作|合作|共建|发起|主办"
    r"|协办|承担|主导|"
    r"依托|主持|联合|支撑|协同|配合|加盟|参建|参研|协研|共研|领衔|召集|组长|组员|主责|签约|协议|申报|申请|委托|受托)(?:单位|方|人|企业|机构"
    r"|院校)(?:[一二三四五六七八九十\d]{1,2})?|"
    r"(?:本|该)?(?:协议|合同|联合体|项目)(?:各方)?)+(?=.{3})"
)
_VERBS = re.compile(
    r"负责|承担|提供|签订|签署|组成|组建|共同|开展|完成|研发的|所有|享有|同意|应当|按照|以下|双方"
    r"|各方|乙方|甲方|丙方|"
    r"召集|召开|推选|推举|选举|邀请|约请|服从|牵头|携手|会同|作为|愿意|进行|就|具有|拥有|如下|的|等|其|该|本"
    r"|由|我们|变更|调整为|更换为"
)
_GENERIC = re.compile(
    r"(?:牵头|参与|成员|协作|合作|各|本|该|贵|我|你|分|子|母|总|其他?|任何|相关|有关|上述|以上"
    r"|几家|多家|家|个)?(?:有限)?"
    r"(?:企业|公司|单位|大学|学院|医院|研究院|研究所|实验室|中心|协会|学会|联盟|集团|基金|委员会"
    r"|办公室|管理局|平台|基地|园区|产业园|厂|局)"
    r"|(?:创新)?联合体.*|(?:共同|联合|协同)?(?:研发|研究|创新|技术|工程|仲裁|项目|指导|管理|工作"
    r"|专家|理事)*(?:中心|实验室|平台|委员会|办公室|基地|基金|联盟)"
    r"|.*(?:仲裁委员会|人民法院|仲裁院)|(?:股?份?有?限)?(?:责?任)?公司"
)


def whole(text: str) -> bool:
    """Whether a folded text is nothing but a unit's name."""
    match = WHOLE.fullmatch(text)
    return bool(match) and len(text) >= 4 and not _GENERIC.fullmatch(text)


def ended(text: str) -> bool:
    """Whether a folded text ends with a unit's form, so that a name may be complete."""
    return bool(re.search(rf"{_FORM}{_TAIL}$", text))


def at_start(text: str) -> tuple[str, int] | None:
    """The unit's name that a folded text begins with, and its length; None without one.

    The name ends with the last form before a mark, a bracket of its own, or a verb.
    """
    piece = _PIECE.match(text)
    if piece is None or not re.match(rf"[{_HAN}A-Za-z]", text):
        return None
    run = _alone(_balanced(_unbracketed(_before_number(piece[0]))))
    ends = [m.end() for m in _ENDS.finditer(run) if _closed(run[: m.end()])]
    for end in reversed(ends):
        tail = _kept(run[end:])
        stop = end + (tail.end() if tail else 0)
        name = run[:stop]
        ends_here = name.endswith(_SURE_ENDS) or _may_end(run[stop:])
        one = not _TWO.search(name)
        if 3 <= len(name) <= 40 and one and not _VERBS.search(_core(name)) and ends_here:
            return None if _GENERIC.fullmatch(name) else (name, stop)
    return None


_BEHIND = "(?:(?<=公司)|(?<=大学)|(?<=[学医]院)|(?<=研究[院所])|(?<=[协学]会)|(?<=研究中心))"


_TWO = re.compile(r"有限(?:责任)?公司.+有限(?:责任)?公司$")
"""A run that ends as a company's name and holds another's: somebody calls somebody."""


def _alone(run: str) -> str:
    """Up to the word that joins a company's name to the next unit's: ``甲有限公司及乙大学``."""
    found = re.search(rf"{_BEHIND}(?:{JOINTS.pattern})(?=[{_CHARS}]{{2,40}}?{_FORM})", run)
    return run[: found.start()] if found else run


def _before_number(run: str) -> str:
    """Up to the number of the list's next item: ``甲大学2.乙协会``."""
    found = (m for m in re.finditer(r"\(?\d{1,2}[.)]", run) if ended(run[: m.start()]))
    first = next(found, None)
    return run[: first.start()] if first else run


def _closed(text: str) -> bool:
    """Whether every bracket is closed: a department inside one is not the unit."""
    return text.count("(") == text.count(")")


def _kept(rest: str) -> re.Match[str] | None:
    """A bracket that belongs to the name before it: ``（有限合伙）``, ``（深圳校区）``."""
    match = re.match(rf"\((?P<in>[{_HAN}]{{2,8}})\)", rest)
    if match is None:
        return None
    inside = match["in"]
    form = re.fullmatch(r"有限合伙|普通合伙|特殊普通合伙|集团|筹|.*(?:校区|分校)", inside)
    return match if form or is_place(inside) else None


@cache
def is_place(word: str) -> bool:
    """Whether a word names a province, a city or a district (深圳, 福田区)."""
    return any(
        word in known.current or word in known.short for known in map(gazetteer.names, _LEVELS)
    )


def _core(name: str) -> str:
    """A name without what may look like a verb inside of it."""
    return re.sub(
        r"本溪|共同体|研发|合作|同方|本田|本草|其乐|的卢|就业|创就|等离子|中等|高等|平等|日本|资本"
        r"|基本|成本|版本|自由",
        "",
        name,
    )


def _unbracketed(run: str) -> str:
    """Without a bracket that glosses a name: ``(以下简称…``, ``(甲方)``, ``(盖章)``."""
    match = re.search(
        r"\((?:以下|下称|简称|又称|统称|[甲乙丙丁戊己庚辛]方|盖章|公章|签章|印章|加盖|章\)|签[字名署]|合同专?用?章|牵头|参与|成员"
        r"|法定|全称|代表|单位|联合体|乙|甲)",
        run,
    )
    return run[: match.start()] if match else run


def _balanced(run: str) -> str:
    """Up to the first bracket that is not closed or was never opened."""
    depth, open_at = 0, 0
    for at, char in enumerate(run):
        if char == "(":
            depth, open_at = depth + 1, at
        elif char == ")":
            if depth == 0:
                return run[:at]
            depth -= 1
    return run[:open_at] if depth else run


def _may_end(rest: str) -> bool:
    """Whether a name may stop where ``rest`` begins."""
    return (
        not rest
        or not re.match(rf"[{_HAN}]", rest)
        or bool(
            re.match(
                r"为|是|系|作|作为|的|在|于|与|和|及|以|由|将|应|须|可|等|共|联合|签|负责|承担"
                r"|牵头|主导|参与|参加|协助|"
                r"配合|提供|组[织建成]|开展|完成|就|对|向|经|已|拥|具|依|法定|法人|代表|(?:注册|办公|通[讯信])?地址|住[所址]|注册地|联系"
                r"|电话|统一|牵|盖章|公章|印章|"
                r"[甲乙丙丁戊己庚辛]方|简称|以下|下称|同意|自愿|授权|委托|派|占|享|所有|主|协|推"
                r"|研|设|实施|侧重|重点|围绕|利用|发挥"
                r"|发起|响应|召集|倡议|决定|本着|达成|订立|携手|会同|偕|加[入盟]|出[任席资]|当选|充[任当]|接受"
                r"|服从|认可|确认|抓|管|统筹|现|均|仍|则|也|作出|双方|三方|各方|全",
                rest,
            )
        )
    )


def units_in(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Names of units in ``text[start:end]`` with their places, left to right."""
    at = start
    while at < end:
        piece = _PIECE.search(text, at, end)
        if piece is None:
            return
        found = _first_in(piece[0])
        if found is None:
            at = piece.end()
            continue
        name, left, right = found
        yield name, piece.start() + left, piece.start() + right
        at = piece.start() + right


def _first_in(run: str) -> tuple[str, int, int] | None:
    """The first unit in a run of name characters."""
    left = 0
    while left < len(run):
        rest = run[left:]
        lead = _LEADING.match(rest)
        if lead:
            left += lead.end()
            rest = run[left:]
        if found := _name_of(rest):
            return found[0], left, left + found[1]
        following = re.search(r"[)(]|由|与|和|及|为", rest)
        if following is None:
            return None
        left += following.end()
    return None


JOINTS = re.compile(
    r"以及|和|与|及|暨|携手|会同|牵手|偕同|连同"
    r"|(?:联合|协同)(?!实验|研究|创新|中心|培养|攻关|研发|体|会|党|工作|检测)"
)
"""Words that join one unit's name to the next."""


def _name_of(rest: str) -> tuple[str, int] | None:
    """The name a run begins with, cut where ``和`` joins it to the next one."""
    joint = next(
        (m for m in JOINTS.finditer(rest) if ended(rest[: m.start()])),
        None,
    )
    first = rest[: joint.start()] if joint else rest
    return at_start(first) or (at_start(rest) if joint else None)
