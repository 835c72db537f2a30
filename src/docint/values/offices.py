"""Names whose words are few (机关名称、单位名称的固定部分): offices behind a place, forms of firms.

Rings of seals and coloured print lose a character here and there. What a name ends with is one of
few, and an office's name begins with a place: there a slip can be mended, nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain

from rapidfuzz.distance import Levenshtein

from docint.values import gazetteer
from docint.values.lookalikes import alike

MARKET = (
    "市场监督管理局", "行政审批局", "行政审批服务局", "工商行政管理局", "市场和质量监督管理委员会",
    "市场监督管理委员会", "政务服务管理局", "行政审批和政务服务管理局", "市场监管局",
)  # fmt: skip
CIVIL = ("民政局", "民政厅", "社会组织管理局", "行政审批局", "行政审批服务局")
STAFFING = (
    "事业单位登记管理局", "机构编制委员会办公室", "事业单位登记管理办公室", "事业单位监督管理局",
    "事业单位登记服务中心", "事业单位登记服务局",
)  # fmt: skip
GRANTING = (
    "人力资源和社会保障厅", "人力资源和社会保障局", "人力资源保障局", "人力资源社会保障厅",
    "人力资源社会保障局", "人事局", "人事厅", "职称改革领导小组办公室", "科学技术厅", "科学技术局",
    "科技创新委员会", "工业和信息化厅", "工业和信息化局",
)  # fmt: skip
"""Offices that grant titles and qualifications."""
INSURING = (
    "社会保险基金管理局",
    "社会保险事业管理局",
    "社会保险事业管理中心",
    "社会保险基金管理中心",
)
OTHERS = (
    "人力资源局", "人力资源和社会保险局", "社会保障局", "社会保险局", "社会保险管理局",
    "社会保险中心", "社会保险管理中心", "社会保险服务中心", "科技局", "科技厅", "科技创新局",
    "科学技术委员会", "科技委员会", "财政局", "财政厅", "税务局", "市场监督局", "质量技术监督局",
    "编制委员会办公室",
)  # fmt: skip
"""Offices whose names lie within longer ones: behind a place they lack nothing."""
OFFICES = tuple(dict.fromkeys((*MARKET, *CIVIL, *STAFFING, *GRANTING, *INSURING, *OTHERS)))
FORMS = (
    "有限责任公司", "股份有限公司", "有限公司", "会计师事务所（特殊普通合伙）",
    "会计师事务所（普通合伙）", "会计师事务所有限公司",
)  # fmt: skip
"""What firms' names end with."""
SLIPS = 4
"""One slip is believed in so many characters."""
KEPT = 0.6
"""Share of an office's characters that must have been read where others are lacking."""
LEAST = 4
"""Characters from which an ending can be told although one is wrong."""


def slips(name: str) -> int | None:
    """Slips by which a name's end differs from the ending it must be; None where none is near."""
    found = _ending(name)
    return None if found is None else found[0]


def mended(name: str) -> str:
    """A name with the slips of its fixed parts mended; as it was where nothing fits or two do.

    >>> mended("广东省力资源和会保障厅")
    '广东省人力资源和社会保障厅'
    >>> mended("北京市朝区市场监督管理局")
    '北京市朝阳区市场监督管理局'
    >>> mended("深圳芯池信息技术有限司")
    '深圳芯池信息技术有限公司'
    >>> mended("深圳场督管理局")
    '深圳市市场监督管理局'
    """
    found = _ending(name)
    if found is not None:
        _, ending, begins = found
        head = name[:begins]
        if ending not in OFFICES:
            return head + ending
        seat = _seat(head)
        if seat in _places():
            return seat + ending
    return _filled(name) or name


def _filled(name: str) -> str:
    """The one office that has every character of a name in its order; empty if none or several.

    Print that crosses a ring, or a pale rim, costs characters and adds none.
    """
    found = {
        seat + office
        for office in OFFICES
        for begins in range(2, len(name) - 2)
        if _keeps(name[begins:], office)
        for seat in _lacking(name[:begins])
    }
    least = min((len(one) for one in found), default=0)
    fullest = [one for one in found if len(one) == least]
    return fullest[0] if len(fullest) == 1 and len(name) > KEPT * least else ""


def _keeps(part: str, whole: str) -> bool:
    """Whether a part has enough of a whole, in its order, from the same end."""
    ends = part[-1:] == whole[-1]
    return ends and len(part) >= KEPT * len(whole) and _is_within(part, whole)


def _is_within(part: str, whole: str) -> bool:
    rest = iter(whole)
    return all(character in rest for character in part)


@cache
def _lacking(head: str) -> tuple[str, ...]:
    """The cities and districts a head may be that lacks characters, but not its first."""
    return tuple(p for p in _places() if p[0] == head[0] and _keeps_place(head, p))


def _keeps_place(head: str, place: str) -> bool:
    return len(head) >= KEPT * len(place) and _is_within(head, place)


def placed(name: str) -> bool:
    """Whether a name begins with a province or a city, in full or in short."""
    return any(name[:length] in _seats() for length in range(2, 12))


def _is_seat(head: str) -> bool:
    return head in _places() or head in _seats()


@cache
def _seats() -> frozenset[str]:
    known = [gazetteer.names(level) for level in (1, 2)]
    return frozenset(chain.from_iterable((*one.current, *one.short) for one in known))


def _ending(name: str) -> tuple[int, str, int] | None:
    """Slips, the ending and where it begins; None where none is near or two are equally."""
    ranked = sorted(_fits(name))
    if not ranked:
        return None
    (slips, shortness, _), ending, begins = ranked[0]
    rivals = {other for (off, short, _), other, _ in ranked if (off, short) == (slips, shortness)}
    if len(rivals) > 1 and slips:
        seat = _seat(name[:begins])
        rivals = {one for one in rivals if one.endswith("厅") == seat.endswith(("省", "自治区"))}
        if len(rivals) != 1:
            return None
        ending = rivals.pop()
    return slips, ending, begins


def _fits(name: str) -> Iterator[tuple[tuple[int, int, int], str, int]]:
    """Endings that a name may have: slips, how short (long ones first), and where they begin."""
    for ending in (*OFFICES, *FORMS):
        most = len(ending) // SLIPS if len(ending) >= LEAST and ending not in OTHERS else 0
        for length in range(len(ending) - most, len(ending) + most + 1):
            begins = len(name) - length
            if begins < 1 or (ending in OTHERS and not _is_seat(name[:begins])):
                continue
            off = Levenshtein.distance(name[begins:], ending, score_cutoff=most)
            if off <= most:
                yield (off, -len(ending), abs(length - len(ending))), ending, begins


def _seat(head: str) -> str:
    """The place before an office with one slip mended: ``深训市``, ``北京市朝区``, ``湖北``."""
    if not head or head in _places():
        return head
    near = [place for place in _places() if Levenshtein.distance(head, place, score_cutoff=1) <= 1]
    if len(near) > 1:
        near = [one for one in near if _only_alike(head, one)]
    return near[0] if len(near) == 1 else head


def _only_alike(read: str, name: str) -> bool:
    pairs = zip(read, name, strict=False)
    return len(read) == len(name) and all(a == b or alike(a, b) for a, b in pairs)


@cache
def _places() -> frozenset[str]:
    """Provinces, cities, and districts behind their city; with the province before, too."""
    names = {""}
    for level in (1, 2, 3):
        for code in chain.from_iterable(gazetteer.names(level).current.values()):
            full = gazetteer.full_name(code)
            province = gazetteer.full_name(code[:2] + "0000")
            names |= {full, full if province.endswith("市") else full.removeprefix(province)}
    return frozenset(names - {""})
