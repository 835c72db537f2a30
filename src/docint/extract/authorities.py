"""Which authority a seal names: its text is read roughly, so it is matched, not quoted.

On most licences the registering authority stands nowhere but in the seal, whose curved text loses
a character here and there. The authorities that may have registered a unit are few: those of the
divisions its address and its code name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from rapidfuzz.fuzz import ratio

from docint.types.fact import Fact
from docint.values import districts, gazetteer
from docint.values.text import fold

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
ENOUGH = 80.0
"""Similarity (0 to 100) from which a seal's text stands for an authority."""
APART = 4.0
"""By this much the best must be more similar than any other."""
_PARTS = re.compile(
    r"(?P<province>(?:北京|上海|天津|重庆)市|[^市]{2,8}?(?:省|自治区|特别行政区))?"
    r"(?P<city>[^市]{1,10}?(?:市|自治州|地区|盟))?(?P<county>.+)?"
)


def divisions_of(facts: Mapping[str | int, Fact]) -> list[str]:
    """Full names of the divisions that the address and the code name."""
    names: list[str] = []
    district = facts.get("district")
    if district is not None and isinstance(district.value, Mapping):
        names.append(district.value["name"])
    code = facts.get("uscc")
    if code is not None:
        with suppress(ValueError):
            names.append(districts.division_name(str(code.value)[2:8]))
    return list(dict.fromkeys(names))


def _seats(name: str) -> Iterator[tuple[str, str]]:
    """What authorities of the division and of those above it are called after, with its county."""
    match = _PARTS.fullmatch(name)
    if match is None:
        return
    province, city, county = (match[key] or "" for key in ("province", "city", "county"))
    for seat in dict.fromkeys((city + county, province + county, county, city, province)):
        if seat:
            yield seat, county if seat in {city, province} else ""


def authorities(divisions: Sequence[str], offices: Sequence[str]) -> list[str]:
    """Names an authority of these divisions may have.

    Args:
        divisions: full names, ``广东省深圳市福田区``.
        offices: what follows the division's name.
    """
    names: dict[str, None] = {}
    for division in divisions:
        for seat, county in _seats(division):
            for office in offices:
                names[seat + office] = None
                if county and office.endswith("局"):
                    short = county.rstrip("区县市")
                    names[f"{seat}{office}{short}分局"] = None
                    names[f"{seat}{office}{short}监管局"] = None
    return list(names)


_LOST = 3
"""Characters of an office's name that a reader may have lost."""


def whole_again(text: str) -> str:
    """An authority's name with the characters of its office that were not read, if one fits.

    Only what stands behind a division's whole name is made whole: ``广东省力资源和会保障厅``.
    """
    match = re.match(r"(?:[\u4e00-\u9fff]{2,8}?(?:省|自治区))?(?:[\u4e00-\u9fff]{2,8}?市)?", text)
    seat = match[0] if match else ""
    rest = text[len(seat) :]
    if not rest or rest in GRANTING or not _divisions(seat):
        return text
    fitting = [
        office
        for office in GRANTING
        if 0 < len(office) - len(rest) <= _LOST and _within(rest, office)
    ]
    longest = max(fitting, key=len, default=rest)
    return seat + longest if all(_within(office, longest) for office in fitting) else text


def _divisions(seat: str) -> bool:
    parts = re.findall(r"[^省区市]+(?:省|自治区|市)", seat)
    return bool(parts) and all(
        any(part in gazetteer.names(level).current for level in (1, 2)) for part in parts
    )


def _within(short: str, whole: str) -> bool:
    """Whether the characters of one text stand in the other in their order."""
    rest = iter(whole)
    return all(char in rest for char in short)


def named(seal: str, candidates: Sequence[str]) -> tuple[str, float] | None:
    """The candidate a seal's text stands for and its similarity, 0 to 1; None if none is near."""
    text = re.sub(r"[^\u4e00-\u9fff]", "", fold(seal))
    if len(text) < 5:
        return None
    ranked = sorted(((ratio(text, name), name) for name in candidates), reverse=True)[:2]
    if not ranked or ranked[0][0] < ENOUGH:
        return None
    if len(ranked) > 1 and ranked[0][0] < 100.0 and ranked[0][0] - ranked[1][0] < APART:
        return None
    return ranked[0][1], ranked[0][0] / 100
