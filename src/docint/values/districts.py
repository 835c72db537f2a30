"""Districts (行政区划, GB/T 2260): ``{"code": "440304", "name": "广东省深圳市福田区"}``.

An address is read from its left end, province, city, county; names further on (streets, buildings)
decide nothing. What is ambiguous is refused, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docint.values import gazetteer, lookalikes
from docint.values.text import fold, simplified

_LABEL = re.compile(
    r"^(?:住所地?|(?:主要)?(?:经营|营业|办公)场所|(?:注册|登记|通[讯信]|办公|单位|企业|联系)?地址|注册地"
    r"|所在地|住址|所属(?:地区|区域)|行政区划)[:]?"
)
_FREE_TRADE = re.compile(r"^(?:中国)?\([^()]{2,8}\)自由贸易试验区(?:[^省市区县]{2,8}片区)?")
_PLACE_AFTER = re.compile(
    r"^[东西南北中]{0,2}(?:[一二三四五六七八九十\d]{0,2})(?:路|街|大道|道|里|巷|桥|胡同)"
)


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to read the head of an address."""

    code: str
    end: int
    levels: int
    """How many names were read."""
    past: bool
    """Whether any is no longer in force."""
    bare: bool
    """Whether the last name lacks its 省, 市 or 区."""


def parse(text: str, hint: str = "", *, coarse: bool = False, mend: bool = True) -> dict[str, str]:
    """The district of an address, of a district's name, or of a code.

    Args:
        text: ``深圳市福田区深南大道1号``, ``福田区``, ``440304`` …; abolished divisions lead to
            today's where that is known.
        hint: a city or province (name or code) to choose by where a bare name is ambiguous.
        coarse: also accept that only the city or province is named.
        mend: accept a county misread in one character, if exactly one of that city's fits.

    Raises:
        ValueError: no district at its head (streets, development zones), or an ambiguous one.
    """
    line = _plain(text)
    if re.fullmatch("[0-9]{6}", line):
        return of(line)
    way = _best(line, hint, mend=mend) or _best(simplified(line), hint, mend=mend)
    if not way:
        raise ValueError(f"no district at the head: {text!r}")
    found = way.code
    if not coarse and not gazetteer.finest(found):
        raise ValueError(f"no district named within {gazetteer.full_name(found)}: {text!r}")
    return of(found)


def split(text: str, hint: str = "") -> tuple[str, str]:
    """Code of the province, city or county at the head, and the folded rest; never raises.

    The code is empty where there is none, or an ambiguous one.
    """
    line = simplified(_plain(text))
    try:
        way = _best(line, hint, mend=True)
    except ValueError:
        return "", line
    return (way.code, line[way.end :]) if way else ("", line)


def _plain(text: str) -> str:
    return _FREE_TRADE.sub("", _LABEL.sub("", fold(text))).lstrip("(")


def show(value: Mapping[str, str]) -> str:
    """The full name."""
    return value["name"]


def of(code: str) -> dict[str, str]:
    """The district of a code in force.

    Raises:
        ValueError: no such code today.
    """
    return {"code": code, "name": gazetteer.full_name(code)}


def division_name(code: str) -> str:
    """Full name of a code in force; raises ValueError for others. See `of`."""
    return "中华人民共和国" if code == "100000" else gazetteer.full_name(code)


def contains(outer: str | Mapping[str, str], inner: str | Mapping[str, str]) -> bool:
    """Whether a division is or contains another: 440300 contains 440304, 100000 everything."""
    a, b = (value if isinstance(value, str) else value["code"] for value in (outer, inner))
    if a == "100000":
        return True
    return b.startswith(a[: 2 * gazetteer.level_of(a)]) if b else False


def _best(line: str, hint: str, *, mend: bool) -> _Way | None:
    """The reading most names agree on; None if there is none.

    Raises:
        ValueError: several are equally good.
    """
    ways = list(_ways(line))
    if mend and not any(gazetteer.finest(way.code) for way in ways):
        ways += _mended(line, ways)
    if not ways:
        return None
    hinted = _hint(hint)
    inside = [way for way in ways if hinted and contains(hinted, way.code)]
    ranked = sorted(inside or ways, key=_rank, reverse=True)
    top = [way for way in ranked if _rank(way) == _rank(ranked[0])]
    codes = {way.code for way in top}
    if len(codes) > 1:
        names = "、".join(gazetteer.full_name(code) for code in sorted(codes))
        raise ValueError(f"ambiguous district: {names}")
    return top[0]


def _rank(way: _Way) -> tuple[int, bool, int, int]:
    return gazetteer.level_of(way.code), not way.past, way.levels, way.end


def _hint(hint: str) -> str:
    if not hint or re.fullmatch("[0-9]{6}", hint):
        return hint
    found = [way for way in _ways(fold(hint)) if way.end == len(fold(hint))]
    best = max(found, key=_rank, default=None)
    return best.code if best else ""


def _ways(line: str) -> Iterator[_Way]:
    """Every way to read province, city and county, each of which may be absent, at the head."""
    start = _Way("", 0, 0, past=False, bare=False)
    for province in (start, *_step(line, start, 1)):
        for city in (province, *_step(line, province, 2)):
            for county in (city, *_step(line, city, 3)):
                if county.levels and not (county.bare and _runs_on(line, county.end)):
                    yield county


def _runs_on(line: str, end: int) -> bool:
    """A bare name counts only at the end (``广东深圳福田``): 北京路 is a street."""
    return line[end:] not in {"", ")"}


def _step(line: str, before: _Way, level: int) -> Iterator[_Way]:
    """The names of one level that stand right behind what is read, inside it."""
    names = gazetteer.names(level)
    place = before.end
    while before.levels and (skip := re.match(r"市辖区|[()·,、\-/]", line[place:])):
        place += skip.end()
    repeated = level == 2 and before.code[:2] in gazetteer.MUNICIPALITIES
    if repeated and line.startswith(gazetteer.full_name(before.code), place):
        place += len(gazetteer.full_name(before.code))
        yield _Way(before.code, place, before.levels, before.past, bare=False)
    within = before.code[: 2 * gazetteer.level_of(before.code)] if before.code else ""
    for length in range(2, 16):
        name = line[place : place + length]
        if len(name) < length:
            break
        for table, past, bare in (
            (names.current, before.past, False),
            (names.short, before.past, True),
            (names.past, True, False),
        ):
            if bare and name in names.current:
                continue
            for code in table.get(name, ()):
                if code.startswith(within) and not (gazetteer.generic(name) and not before.levels):
                    yield _Way(code, place + length, before.levels + 1, past, bare)


def _mended(line: str, ways: list[_Way]) -> list[_Way]:
    """Counties one character off, behind a city that was read whole; the only fit or none."""
    mended = []
    for way in ways:
        within = way.code[: 2 * gazetteer.level_of(way.code)]
        if gazetteer.level_of(way.code) == 1 and within not in gazetteer.MUNICIPALITIES:
            continue
        token = re.match(r"[(]?([一-鿿]{1,6}?[区县市旗])", line[way.end :])
        if not token or token[1] in gazetteer.names(3).current or _PLACE_AFTER.match(token[1]):
            continue
        near = [
            (code, _one_off(name, token[1]))
            for name, codes in gazetteer.names(3).current.items()
            for code in codes
            if code.startswith(within) and _one_off(name, token[1])
        ]
        # 褔田区 is one character from 盐田区 too; looks decide
        near = near if len(near) == 1 else [n for n in near if lookalikes.alike(*n[1][:2])]
        if len(near) == 1:
            end = way.end + token.end()
            mended.append(_Way(near[0][0], end, way.levels + 1, past=way.past, bare=False))
    return mended


def _one_off(a: str, b: str) -> str:
    """The two characters in which equal lengths differ, if just one, not the last (区, 县, 市)."""
    if len(a) != len(b) or len(a) < 3 or a[-1] != b[-1]:
        return ""
    differing = [x + y for x, y in zip(a, b, strict=True) if x != y]
    return differing[0] if len(differing) == 1 else ""
