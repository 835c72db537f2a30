"""What a column holds by its cells (列义), where its heading is a word that no list has.

A cell tells more than its heading: ``件`` counts, ``12`` under 指标 is a number, a column of
``工程师`` is one of titles.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from docint.extract.counting import MEASURE
from docint.extract.unit_names import whole
from docint.kinds.application_form import choices
from docint.kinds.application_form.owners import Family
from docint.kinds.application_form.slots import Slot
from docint.kinds.application_form.stream import Row

WHOLE = re.compile(
    rf"(?:[≥>＞≧≤]|不少于|不低于|至少|大于|超过|达到?|约)?=?\d[\d,，]{{0,9}}(?:\.0)?(?:{MEASURE.pattern})?"
    r"(?:以上|及以上|左右)?"
)
MEASURED = re.compile(rf"(.{{2,}}?)[(（/](?:单位[:：])?({MEASURE.pattern})[)）]?")
"""A target with its measure: ``申请发明专利（件）``."""
_AMOUNT = re.compile(r"[¥￥]?\d[\d,，]*(?:\.\d{1,6})?(?:[亿万千]?元|万)?")
_AGE = re.compile(r"(?:1[6-9]|[2-8]\d)(?:周?岁)?")
TITLE = re.compile(
    r"[\u4e00-\u9fff]{0,8}(?:工程师|研究员|教授|讲师|助教|经济师|会计师|实验师|医师|药师|技师|高工|农艺师"
    r"|统计师|编审|翻译|技术员)"
)
CODE = re.compile(r"[0-9A-Z]{2}\d{6}[0-9A-Z]{10}")
IDENTITY = re.compile(r"\d{6}(?:19|20)\d{2}\d{2}\d{2}\d{3}[\dX]")
KIND = re.compile(
    r"(?:企业|高校|大学|院校|科研院所|科研机构|研究机构|研究院所?|事业单位|社会组织|社会团体|[市省]?学会|全国学会|协会"
    r"|金融机构|(?:产业)?园区|服务机构|民办非企业(?:单位)?|新型研发机构|[大中小]型企业)"
)
ROLE = re.compile(r"(?:牵头|参与|参加|成员|协作|合作|主要参与)(?:单位|方|企业|机构)?")
PERSON = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]+·[\u4e00-\u9fff]+")
_NUMBER = re.compile(r"\d{5}|\d{4}[-./年]\d")
_DATE = re.compile(r"(?:19|20)\d\d[-./年]\d{1,2}(?:[-./月]\d{0,2}日?)?")
_TEXT = re.compile(r"[^\d]*[\u4e00-\u9fff]{2}.*")
_SAMPLE = 4
"""Rows that are looked at."""

_FIELDS: Mapping[Family, tuple[tuple[str, str], ...]] = {
    "targets": (("measure", "unit"), ("whole", "number")),
    "unit": (
        ("code", "uscc"),
        ("unit", "name"),
        ("kind", "kind"),
        ("role", "role"),
        ("person", "legal_representative"),
    ),
    "person": (("id", "id_number"), ("unit", "employer"), ("title", "title"), ("age", "age")),
    "budget": (("amount", "amount"),),
    "claims": (("unit", "holder"), ("date", "date")),
}
"""What a sense means in a family, the surest first."""


_TELLING: Mapping[Family, tuple[frozenset[str], ...]] = {
    "unit": (frozenset({"unit", "code"}), frozenset({"unit", "role"}), frozenset({"unit", "kind"})),
    "person": (frozenset({"person", "title"}), frozenset({"person", "unit", "age"})),
    "targets": (frozenset({"text", "whole", "measure"}),),
}
"""Senses that no other kind of table has side by side."""


def column(rows: Sequence[Row], at: int, head: Slot, heads: Sequence[Slot]) -> list[str]:
    """The first cells under a heading, folded; blank ones are left out.

    Args:
        rows: the whole form.
        at: the first row below the headings.
        head: the heading.
        heads: all headings of the row.
    """
    found = []
    for row in rows[at : at + _SAMPLE]:
        if row.table != rows[at].table:
            break
        if len(row.full) < 2:
            continue  # a heading over a group of rows
        cell = next((s for s in row.slots if _over(s, heads) is head), None)
        if cell is not None and cell.folded.strip("-—/"):
            found.append(cell.folded)
    return found


def _over(slot: Slot, heads: Sequence[Slot]) -> Slot:
    """The heading that a cell stands under: the most of it, else the nearest."""
    middle = slot.left + slot.right
    return max(
        heads,
        key=lambda h: (slot.overlap(h.left, h.right), -abs(h.left + h.right - middle)),
    )


def senses(cells: Sequence[str]) -> frozenset[str]:
    """What the cells of a column may be, all of them; empty for no cells."""
    if not cells:
        return frozenset()
    found = {
        name
        for name, form in (
            ("measure", MEASURE),
            ("whole", WHOLE),
            ("amount", _AMOUNT),
            ("age", _AGE),
            ("title", TITLE),
            ("code", CODE),
            ("id", IDENTITY),
            ("kind", KIND),
            ("role", ROLE),
            ("person", PERSON),
            ("text", _TEXT),
            ("date", _DATE),
        )
        if all(form.fullmatch(cell) for cell in cells)
    }
    if all(whole(cell) for cell in cells):
        found.add("unit")
    if any(choices.chosen(cell) is not None for cell in cells):
        found -= {"text", "kind"}
    if len(cells) > 1 and list(cells) == [str(n + 1) for n in range(len(cells))]:
        found = {"serial"}
    return frozenset(found)


def holds_value(text: str) -> bool:
    """Whether a folded cell is a value, so that its row is no heading of values."""
    figure = (
        _AMOUNT.fullmatch(text)
        or WHOLE.fullmatch(text)
        or (text != "%" and MEASURE.fullmatch(text))
    )
    return bool(figure or _NUMBER.search(text) or TITLE.fullmatch(text) or whole(text))


def telling(family: Family, told: Sequence[frozenset[str]], expected: bool) -> bool:
    """Whether the cells alone tell what a table lists, whatever its headings are called.

    Sums beside words are costs only where costs are expected.
    """
    every = frozenset().union(*told)
    if family == "budget":
        return expected and {"text", "amount"} <= every
    return any(wanted <= every for wanted in _TELLING.get(family, ()))


def settled(family: Family, names: Sequence[str], told: Sequence[frozenset[str]]) -> list[str]:
    """The fields of a table's columns, by headings first and by content where they fail.

    Args:
        family: what the table is about.
        names: by headings; empty for an unknown one, ``-`` for an unwanted one.
        told: what each column's cells may be.
    """
    result = list(names)
    if family == "targets":
        result = [_counting(name, sense) for name, sense in zip(names, told, strict=True)]
    for sense, name in _FIELDS.get(family, ()):
        fitting = [n for n, one in enumerate(result) if not one and sense in told[n]]
        if name not in result and len(fitting) == 1:
            result[fitting[0]] = name
    key, form = ("item", "text") if family in {"targets", "budget"} else ("name", "person")
    if key not in result and family in {"targets", "budget", "person"}:
        unknown = [n for n, one in enumerate(result) if not one and form in told[n]]
        if unknown and len([one for one in result if one not in {"", "-"}]) > 1 - (key == "item"):
            result[unknown[0]] = key
    return result


def _counting(name: str, told: frozenset[str]) -> str:
    """``指标 | 目标 | 单位``: figures under a word that may head texts too are the numbers."""
    if name == "item" and "whole" in told:
        return "number"
    if name == "unit" and "unit" in told:
        return "-"  # 责任单位
    if name in {"number", ""} and "measure" in told and "whole" not in told:
        return "unit"  # 计数 | 数值
    if name == "number" and told and "whole" not in told and "text" in told:
        return "item"
    return name
