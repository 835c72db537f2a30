"""Names (单位名称、姓名): taken apart and compared part by part.

A similarity score cannot tell other firms from a misread (宝安智联 and 福田智联 score 85 of 100),
so parts decide: another 字号 is another unit, a look-alike character leaves the question open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from docint.values import gazetteer, lookalikes
from docint.values.text import bare, fold, has_han, simplified, tidy

_SEAL_WORDS = re.compile(
    r"[（(](?:盖章|公章|盖公章|签章|单位盖章|单位公章|章|签字|签名|牵头单位|牵头|参与单位|联合体牵头单位|[甲乙丙丁戊己]方"
    r"|以下简称.*|简称.*|全称)[)）]"
)
_FORMER = re.compile(
    r"[（(](?:曾用名|原名称?|更名前|变更前|原)[：:为是]?(?P<n>[^（()）]{2,40}(?:[（(][^（()）]*[)）][^（()）]*)?)[)）]"
)
_NUMBERED = re.compile(
    r"^(?:(?:单位|参保|缴费|组织|客户|登记)?(?:编号|编码|代码|号码)[：:]?)?"
    r"(?:[0-9A-Z]{18}|[0-9]{5,})[-—_/：:.、]? ?(?=[\u4e00-\u9fff（(].{3})"
    r"|(?<=.{4})[（(]?[0-9]{5,}[)）]?$"
)
"""A unit's number (单位编号) or code that a form prints beside its name, glued to it."""
_FORMS = (
    "有限责任公司", "股份有限公司", "集团有限公司", "集团股份有限公司", "有限公司",
    "合伙企业(有限合伙)", "合伙企业(普通合伙)", "合伙企业", "(有限合伙)", "(普通合伙)",
    "(特殊普通合伙)", "会计师事务所(特殊普通合伙)", "会计师事务所(普通合伙)", "会计师事务所",
    "律师事务所", "事务所", "农民专业合作社", "专业合作社", "合作社", "集团公司", "股份公司",
    "总公司",
    "公司", "促进会", "联合会", "商会", "学会", "协会", "研究会", "基金会", "联盟", "服务中心",
    "中心", "研究总院", "研究院", "研究所", "实验室", "大学", "职业技术学院", "学院", "学校",
    "医院", "委员会", "管理局", "局", "厂", "银行", "店",
)  # fmt: skip
_INDUSTRY = re.compile(
    r"(?<=..)(?:高新技术|新材料|新能源|人工智能|半导体|微电子|集成电路|智能|智慧|信息|网络|数字|数据|科技|技术|软件|电子|通信|通讯|生物|医药"
    r"|医疗|药业|健康|材料|能源|环保|环境|电力|电气|机器人|自动化|机械|装备|设备|精密|光电|激光|航空|航天|汽车|工程|建设|建筑|设计"
    r"|咨询|顾问|管理|投资|控股|实业|发展|产业|工业|制造|贸易|商贸|进出口|供应链|物流|文化|传媒|教育|服务|金融|融资|租赁|保险|证券"
    r"|基金|检测|认证|知识产权|人力资源|园区|运营|集团|会计师|律师|税务师|资产评估|系统|互联|物联网|云计算|计算机|区块链|安全)"
)
_BRANCH = re.compile(
    r"^(?P<parent>.+?(?:公司|银行|事务所(?:\([^()]*\))?|研究院|学会|协会|大学|学院|中心|基金会|促进会|商会))"
    r"(?P<branch>[^()]{0,16}(?:\([^()]*\))?[^()]{0,6}?(?:分公司|分行|支行|分所|分院|分会|办事处|代表处|分中心|分校|专业委员会|工作委员会|分店"
    r"|营业部|分部))$"
)
_BRACKETED = re.compile(r"\(([^()]{2,12})\)")


@dataclass(frozen=True, slots=True)
class Parts:
    """A unit's name taken apart, folded and simplified."""

    region: str
    """行政区划 at the head, as printed (``深圳市``); may be empty."""
    brand: str
    """字号: what tells one unit from another."""
    industry: str
    form: str
    """组织形式."""
    inner: str
    """A region in brackets inside the name (``（深圳）``), without them."""
    branch: str
    """What follows the parent's name in a branch's (``深圳分公司``)."""


def parse(text: str) -> str:
    """Canonical name: tidy, full-width brackets, without ``（盖章）``, former names and numbers.

    Raises:
        ValueError: no name: blank, filler, or without any letter.
    """
    name = tidy(_SEAL_WORDS.sub("", _FORMER.sub("", tidy(text))))
    name = unnumbered(name.strip(" :：,，;；。、*_-—/")).strip(" :：-—/")
    if not re.search(r"[^\W\d_]", name) or re.fullmatch("[×xX*]+", name):
        raise ValueError(f"no name: {text!r}")
    return name


def unnumbered(name: str) -> str:
    """Without a unit's number or code that stands glued to its name: ``6793076某某有限公司``."""
    return _NUMBERED.sub("", name)


def show(value: str) -> str:
    """As it is."""
    return value


def former(text: str) -> tuple[str, ...]:
    """Former names (曾用名) given in brackets behind a name."""
    return tuple(tidy(match["n"]) for match in _FORMER.finditer(tidy(text)))


@lru_cache(maxsize=4096)
def parts(name: str) -> Parts:
    """Region, 字号, industry and form of a unit's name."""
    line = simplified(fold(parse(name)))
    branch = ""
    if match := _BRANCH.match(line):
        line, branch = match["parent"], match["branch"]
    form = max((f for f in _FORMS if line.endswith(f)), key=len, default="")
    line = line.removesuffix(form)
    inner = ""
    for match in _BRACKETED.finditer(line):
        inner, line = match[1], line.replace(match.group(), "", 1)
    region = _region(line)
    line = line[len(region) :]
    found = _INDUSTRY.search(line)
    cut = found.start() if found else len(line)
    return Parts(region, line[:cut], line[cut:], form, inner, branch)


def _region(line: str) -> str:
    """Names of divisions at the head, each inside the one before; never all there is.

    Province and city may be short (``深圳``): but 清远 in 北京清远宏通 is no part of Beijing.
    """
    end, within = 0, {""}
    for level in (1, 2, 3):
        for length in range(min(12, len(line) - end - 2), 1, -1):
            codes = _codes(line[end : end + length], level)
            inside = {c[: 2 * level] for c in codes if any(c.startswith(w) for w in within)}
            if inside:
                end, within = end + length, inside
                break
    if not end and line.startswith(("中国", "中华", "全国")) and len(line) > 3:
        return line[:2]
    return line[:end]


def _codes(word: str, level: int) -> tuple[str, ...]:
    known = gazetteer.names(level)
    return known.current.get(word, ()) or (known.short.get(word, ()) if level < 3 else ())


def canonical(name: str) -> str:
    """What of a name is compared: simplified, without blanks, punctuation and what is beside it."""
    return simplified(bare(parse(name)))


def same(a: str, b: str) -> bool | None:
    """Whether two names are one unit's.

    True: equal but for width, blanks, brackets and traditional characters, or one is given as the
    other's former name. False: another 字号 or industry, other kinds of form, or a branch and its
    parent. None: only look-alike characters differ, or one name is short for the other, leaves out
    its region or shortens its form.
    """
    try:
        p, q = parts(a), parts(b)
        one, two = canonical(a), canonical(b)
    except ValueError:
        return None
    if one == two or _renamed(a, two) or _renamed(b, one):
        return True
    if bool(p.branch) != bool(q.branch):
        return False
    if lookalike(one, two) or _cut_off(one, two):
        return None
    if p.branch != q.branch or _regions_differ(p, q):
        return False
    core = (p.brand, p.industry) == (q.brand, q.industry) and _forms_akin(p.form, q.form)
    return None if core or _short_for(p, q) or _short_for(q, p) else False


def _renamed(name: str, other: str) -> bool:
    """Whether the other is a former name given in this one's brackets."""
    return any(simplified(bare(earlier)) == other for earlier in former(name))


def _short_for(short: Parts, whole: Parts) -> bool:
    """Whether one is a short form (简称): the 字号, and no word that the other lacks.

    ``福田智联``, ``深圳智联``, ``智联公司``; what prints its trade and form is no short form.
    """
    if short.branch or short.form not in {"", "公司", "集团"} or not whole.form or short.inner:
        return False
    if len(whole.brand) < 2 or not short.brand.startswith(whole.brand):
        return False
    rest = short.brand[len(whole.brand) :] + short.industry
    return whole.industry.startswith(rest)


def _cut_off(a: str, b: str) -> bool:
    """Whether one is the other's beginning: a line that lost its end."""
    return min(len(a), len(b)) >= 6 and (a.startswith(b) or b.startswith(a))


def _regions_differ(a: Parts, b: Parts) -> bool:
    """Whether both name a region and none of one's lies within the other's words."""
    x, y = ({gazetteer.short(r) for r in (of.region, of.inner) if r} for of in (a, b))
    return bool(x and y) and not any(u in v or v in u for u in x for v in y)


def _forms_akin(a: str, b: str) -> bool:
    """Whether one form may stand for the other: one cut off or left out, or both companies."""
    if ("集团" in a) != ("集团" in b):
        return False
    if a.endswith("公司") and b.endswith("公司"):
        return True
    return a.startswith(b) or b.startswith(a)


def lookalike(a: str, b: str) -> bool:
    """Whether two texts differ only by characters that readers take for one another.

    One in four characters at most, and never more than three; equal texts are no look-alikes.
    Of several characters, though not of figures, one may be a slip that nobody would foresee.
    """
    one, two = bare(a), bare(b)
    differing = [(x, y) for x, y in zip(one, two, strict=False) if x != y]
    if len(one) != len(two) or not 1 <= len(differing) <= min(3, max(1, len(one) // 4)):
        return False
    unlike = [x for x, y in differing if not lookalikes.alike(x, y)]
    return not unlike or (len(unlike) == 1 < len(differing) and not unlike[0].isascii())


# ---------------------------------------------------------------- persons

_PERSON_ENDS = re.compile(r"[（(](?:签字|签名|签章|盖章|手签|代)[)）]|(?:先生|女士|同志)$")
_DOTS = str.maketrans("•‧∙⋅・.．", "·······")


def parse_person(text: str) -> str:
    """A person's name: no blanks in Chinese, ``·`` between the parts of a transcribed one.

    Raises:
        ValueError: blank, filler, figures in it, or longer than names are.
    """
    name = tidy(_PERSON_ENDS.sub("", tidy(text))).strip(" :：,，;；。、_-—/")
    if has_han(name):
        name = name.translate(_DOTS).strip("·")
    if not re.fullmatch(r"[^\W\d_]+(?:[ ·'’.\-]+[^\W\d_]+)*\.?", name) or len(name) > 40:
        raise ValueError(f"no person's name: {text!r}")
    if re.fullmatch("[xX×]+|无|同上", name):
        raise ValueError(f"no person's name: {text!r}")
    return name
