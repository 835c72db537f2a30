"""Addresses (住所、地址): taken apart, and compared down to the room."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields

from docint.values import districts, divisions, lookalikes
from docint.values.text import fold
from docint.values.text import parse as parse_text
from docint.values.text import same as same_text

_TOWN = re.compile(r"^([一-鿿]{1,8}?(?:街道办事处|街道办|街道|镇|乡|苏木))")
_VILLAGE = re.compile(
    r"^([一-鿿0-9]{1,10}?(?:社区居委会|社区|居委会|村委会|村(?![东西南北中]?(?:路|街|大街|大道|巷))))"
)
_ROAD = re.compile(r"^(.{0,16}?[一-鿿]{1,10}?(?:大道|大街|胡同|路|街|巷|弄|道)(?:[东西南北中]段)?)")
_NUMBER = re.compile(
    r"^[(]?(?:门牌)?([东西南北甲乙丙丁]?[0-9]+(?:[-~、/之][0-9]+)*)(?:号(?!楼|厂房|房|室|栋|座)(院?)|(弄))"
)
_BLOCK = re.compile(
    r"([0-9A-Za-z一二三四五六七八九十甲乙丙丁东西南北]{1,5}(?:-[0-9A-Z]{1,3})?)(?:栋|座|幢|号楼|号厂房|厂房)"
)
_ROOM = re.compile(
    r"(?:^|[^0-9A-Za-z])(?:(?P<floor>[0-9一二三四五六七八九十]{1,4})[层楼])?"
    r"(?P<room>[A-Za-z]{0,2}-?(?:[0-9]{1,2}-)?[0-9]{2,5}[A-Za-z]?(?:[-、,/~][A-Za-z]{0,2}[0-9]{1,5}[A-Za-z]?)*)"
    r"(?:室|房间?|号房?|单元|户|铺|卡位|工位)?$"
)
_LETTERED = re.compile(
    r"(?:^|[^0-9A-Za-z])(?P<floor>[0-9]{1,3})[层楼]?(?P<room>[A-Za-z])(?:室|单元|座)?$"
)
"""A room that is a letter of its floor: ``8楼A``, ``25A``."""
_POSTCODE = re.compile(r"^[0-9]{6}(?=[一-鿿])")
_FLOOR = re.compile(r"([0-9一二三四五六七八九十]{1,4}|[0-9]{1,3})(?:层|楼|F)(?:整层|全层)?$")
_REMARK = re.compile(
    r"\((?:[^()]*(?:入驻|仅限|商务秘书|集群|住所申报|一照多址|办公|经营)[^()]*)\)$"
)
_HAN_FIGURES = str.maketrans("〇零一二三四五六七八九", "00123456789")


@dataclass(frozen=True, slots=True)
class Address:
    """An address taken apart, folded; what is not there is empty."""

    district: str
    """Code of the finest division named at the head."""
    town: str
    """街道、镇、乡."""
    village: str
    """社区、村."""
    road: str
    number: str
    """门牌号, figures only (``6001``, ``甲12``)."""
    building: str
    """Name of the compound or building."""
    block: str
    """栋、座、号楼: its letter or figure."""
    floor: str
    room: str


def parse(text: str) -> str:
    """Canonical text of an address.

    Raises:
        ValueError: blank or filler.
    """
    return parse_text(text)


def show(value: str) -> str:
    """As it is."""
    return value


def split(text: str, hint: str = "") -> Address:
    """An address taken apart from left to right; ``hint`` names the city where it is left out."""
    code, rest = districts.split(_POSTCODE.sub("", fold(text)), hint)
    rest = _REMARK.sub("", rest)
    town, rest = _take(_TOWN, rest)
    village, rest = _take(_VILLAGE, rest)
    road, rest = _take(_ROAD, rest)
    number = ""
    if match := _NUMBER.match(rest):
        number, rest = match[1], rest[match.end() :]
    rest = re.sub(r"^[)(,、]+", "", rest)
    floor = room = ""
    if match := _ROOM.search(rest):
        floor, room = match["floor"] or "", match["room"]
        rest = rest[: match.start() + (0 if match.start("room") == 0 else 1)].rstrip(",-")
    elif match := _LETTERED.search(rest):
        floor, room = match["floor"], match["room"]
        rest = rest[: match.start("floor")]
    if not floor and (match := _FLOOR.search(rest)):
        floor, rest = match[1], rest[: match.start()]
    block = ""
    for last in list(_BLOCK.finditer(rest))[-1:]:
        block, rest = last[1], rest[: last.start()] + rest[last.end() :]
    if not floor and (match := re.fullmatch(r"([0-9]{1,2})([A-Za-z])", room)):  # 25A
        floor, room = match[1], match[2]
    if not block and (match := re.match(r"([A-Za-z])-?(?=[0-9]{3})", room)):  # B-1801
        block, room = match[1], room[match.end() :]
    return Address(code, town, village, road, number.lstrip("0"), _name(rest), _figures(block),
                   _figures(floor), room.upper())  # fmt: skip


def _take(pattern: re.Pattern[str], rest: str) -> tuple[str, str]:
    match = pattern.match(rest)
    return (match[1], rest[match.end() :]) if match else ("", rest)


def _name(rest: str) -> str:
    return re.sub(r"[^0-9A-Za-z一-鿿]", "", rest)


def _figures(text: str) -> str:
    """Chinese figures of a floor or block as ASCII: ``十六`` → ``16``."""
    if re.fullmatch("[一二三四五六七八九]?十[一二三四五六七八九]?", text):
        tens, ones = text.split("十")
        return (tens.translate(_HAN_FIGURES) or "1") + (ones.translate(_HAN_FIGURES) or "0")
    return text.translate(_HAN_FIGURES).upper()


def same(a: str, b: str, hint: str = "") -> bool | None:
    """Whether two addresses are one place, down to the room.

    True: equal as far as the room (or the number, where neither names a room or building).
    False: a part that both name differs. None: one is less exact, or a look-alike character apart.
    """
    if same_text(a, b):
        return True if split(a, hint).number or split(a, hint).room else None
    one, two = split(a, hint), split(b, hint)
    verdicts = [_agree(f.name, getattr(one, f.name), getattr(two, f.name)) for f in fields(one)]
    if False in verdicts:
        return False
    placed = (one.road and one.number) or one.building or (one.road and one.block and one.room)
    anchored = bool(placed) and one.district == two.district
    deciding = (_both(one, two, "room"), _both(one, two, "block"), _both(one, two, "building"))
    if None in verdicts or not anchored or None in deciding:
        return None
    return _both(one, two, "number") is not None


def _both(one: Address, two: Address, part: str) -> bool | None:
    """Whether both (True) or neither (False) name a part; None if just one does."""
    a, b = bool(getattr(one, part)), bool(getattr(two, part))
    return a if a == b else None


def _agree(part: str, a: str, b: str) -> bool | None:
    """Parts left out by one side agree; look-alikes leave it open."""
    if not a or not b or a == b:
        return True
    if part == "district":
        if districts.contains(a, b) or districts.contains(b, a):
            return True
        return None if _carved(a, b) else False
    if part == "road" and (a.endswith(b) or b.endswith(a)):  # a zone's name before it
        return True
    if part == "town" and re.sub("(?:街道|镇|乡).*", "", a) == re.sub("(?:街道|镇|乡).*", "", b):
        return True  # 福永镇 became 福永街道
    if part == "room" and (_first(a) == b or _first(b) == a):
        return None  # 201-203
    if part in {"town", "village", "building"}:
        # streets change hands between sub-districts, and one house has many names
        return True if a in b or b in a else None
    return None if _misread(a, b) else False


def _carved(a: str, b: str) -> bool:
    """Whether two districts are of one city and one came into being after 2000, out of others."""
    news = (min((era.since for era in divisions.table().get(c, ())), default=0) for c in (a, b))
    return a[:4] == b[:4] and any(since >= 2000 for since in news)


def _first(rooms: str) -> str:
    return re.split("[-、,/~]", rooms)[0]


def _misread(a: str, b: str) -> bool:
    """Whether just one character differs, by looks; figures are taken at their word."""
    differing = [x + y for x, y in zip(a, b, strict=False) if x != y]
    if len(a) != len(b) or len(differing) != 1 or differing[0][0].isdigit():
        return False
    return lookalikes.alike(*differing[0])
