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
from docint.values import districts
from docint.values.text import fold

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
