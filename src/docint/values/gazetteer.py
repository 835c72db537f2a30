"""Names of today's divisions, and where the names of abolished ones lead (地名索引)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from docint.values.divisions import current_name, table

MUNICIPALITIES = ("11", "12", "31", "50")
_PLACEHOLDER = re.compile("市辖区|市区|县|[省自治区]+直辖.*|.*行政单位")
_GENERIC = frozenset({"城区", "郊区", "矿区", "市区", "东区", "西区", "南区", "北区", "新区"})
"""Names that mean a district only behind the name of its city."""
_NATIONS = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|"
    "佤|畲|拉祜|水|东乡|纳西|景颇|"
    "柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|鄂温克|保安|裕固|独龙|鄂伦春|各"
)
_MERGED = {
    "110103": "110101", "110104": "110102",
    "120107": "120116", "120108": "120116", "120109": "120116",
    "310103": "310101", "310108": "310106", "310119": "310115",
    "320103": "320104", "320107": "320106",
    "320202": "320213", "320203": "320213", "320204": "320213",
    "320502": "320508", "320503": "320508", "320504": "320508",
    "330103": "330105",
    "371200": "370100", "371202": "370116", "371203": "370117",
    "440102": "440104", "440107": "440103", "440116": "440112",
}  # fmt: skip
"""Divisions wholly merged into another of a different name (国务院批复)."""
_ZONES = {"光明新区": "440311", "坪山新区": "440310", "龙华新区": "440309"}
"""Functional zones that became districts within their bounds; others are no divisions."""


@dataclass(frozen=True, slots=True)
class Names:
    """Names of one level → codes of today; ``past`` holds names no longer in force."""

    current: Mapping[str, tuple[str, ...]]
    short: Mapping[str, tuple[str, ...]]
    """Without 省 市 区 县; believed only where another name or nothing follows."""
    past: Mapping[str, tuple[str, ...]]


def level_of(code: str) -> int:
    """1 province, 2 city (地级), 3 county."""
    return 1 if code.endswith("0000") else 2 if code.endswith("00") else 3


def short(name: str) -> str:
    """A name without its generic end: ``内蒙古自治区`` → ``内蒙古``, ``福田区`` → ``福田``."""
    stem = re.sub(rf"(?:(?:{_NATIONS})族)*自治[区州县旗]$", "", name)
    stem = re.sub(r"(?:特别行政区|地区|林区|[省市盟区县])$", "", stem) if stem == name else stem
    stem = re.sub("(?:壮族|回族|维吾尔)$", "", stem)
    return stem if len(stem) >= 2 else name


def placeholder(code: str) -> bool:
    """Whether a code stands for no place of its own (市辖区, 省直辖县级行政单位)."""
    return bool(_PLACEHOLDER.fullmatch(current_name(code) or "市辖区"))


def full_name(code: str) -> str:
    """Province, city and county of a current code: ``广东省深圳市福田区``.

    Raises:
        ValueError: not a code in force.
    """
    if placeholder(code):
        raise ValueError(f"no division in force: {code!r}")
    parts = dict.fromkeys((code[:2] + "0000", code[:4] + "00", code))
    above = [part for part in parts if part == code or level_of(part) < level_of(code)]
    return "".join(current_name(part) or "" for part in above if not placeholder(part))


def finest(code: str) -> bool:
    """Whether nothing finer lies below: a county, or a city or region without counties."""
    if level_of(code) == 3:
        return True
    below = code[: 2 * level_of(code)]
    return not any(c.startswith(below) and c != code and not placeholder(c) for c in table())


@cache
def names(level: int) -> Names:
    """The index of one level."""
    current, shorts, past = (defaultdict[str, set[str]](set) for _ in range(3))
    for code in table():
        if level_of(code) == level and not placeholder(code):
            name = current_name(code) or ""
            current[name].add(code)
            shorts[short(name)].add(code)
            if name.endswith(("自治州", "自治县")):  # 恩施州, as everyone writes
                current[short(name) + name[-1]].add(code)
    if level == 3:
        for name, code in _ZONES.items():
            past[name].add(code)
    for name, code in _past(level):
        past[name].add(code)
    return Names(*({n: tuple(sorted(c)) for n, c in d.items()} for d in (current, shorts, past)))


def _past(level: int) -> Iterator[tuple[str, str]]:
    """Abolished names with the code of today's division they became, where that is known."""
    for code, eras in table().items():
        if level_of(code) != level:
            continue
        for era in eras:
            name = era.name.removesuffix("办事处")
            if (
                (era.current and name == era.name)
                or _PLACEHOLDER.fullmatch(name)
                or name in _GENERIC
            ):
                continue
            if (heir := _heir(code, name)) and current_name(heir) != name:
                yield name, heir


def _heir(code: str, name: str) -> str | None:
    """Where an abolished division went: by stem in its city, by known merger, by its own code."""
    if code in _MERGED:
        return _MERGED[code]
    if len(short(name)) < len(name):
        same = _stems(code[:4]).get(short(name), ())
        if len(same) == 1:
            return same[0]
    # a code that was given anew to a place elsewhere (419001) says nothing
    return code if current_name(code) and code[2:4] != "90" and not placeholder(code) else None


@cache
def _stems(prefix: str) -> dict[str, tuple[str, ...]]:
    found = defaultdict[str, set[str]](set)
    for code in table():
        if code.startswith(prefix) and level_of(code) == 3 and not placeholder(code):
            found[short(current_name(code) or "")].add(code)
    return {stem: tuple(sorted(codes)) for stem, codes in found.items()}


def generic(name: str) -> bool:
    """Whether a county's name counts only behind its city's (``城区``, ``东区``)."""
    return name in _GENERIC
