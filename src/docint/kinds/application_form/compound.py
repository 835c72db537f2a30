"""Two things in one field (合栏): ``电话/邮箱``; one value over several cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docint.kinds.application_form.labels import Label, match
from docint.kinds.application_form.slots import Slot

_HEADS = re.compile(r"[/／、及和与(（]")
_MARKS = re.compile(r"[^/／、,，;；\s]+")
_BRACKETS = re.compile(r"[^/／、,，;；\s()（）]+")
_RESTS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(r"(?:19|20)\d\d年(?:\d{1,2}月)?"),
        re.compile(r"\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日"),
    ),
    (re.compile(r".*(?:省|市|自治区)"), re.compile(r"[\u4e00-\u9fff]{1,8}[市区县旗盟州]")),
    (re.compile(r"[\d,，.]+"), re.compile(r"(?:人民币)?[百千万亿]*元")),
)
"""What a cell begins and the next one goes on with: a date, a place, an amount."""


def heads(text: str) -> list[Label]:
    """The labels of a heading of several; empty where any of its words is none."""
    found = [match(part) for part in _HEADS.split(text.rstrip(")）"))]
    return [one for one in found if one] if len(found) > 1 and all(found) else []


def pieces(slot: Slot, wanted: int) -> list[Slot]:
    """What marks part in a cell; brackets do only where nothing else gives as many as wanted."""
    told = [slot.cut(*found.span()) for found in _MARKS.finditer(slot.text)]
    if len(told) == wanted:
        return told
    return [slot.cut(*found.span()) for found in _BRACKETS.finditer(slot.text)]


def parted(label: Label, text: str, values: Sequence[Slot]) -> list[tuple[Label, tuple[Slot, ...]]]:
    """A label with its value, or each of its two with its own: ``电话/邮箱 | 0512-…/a@b.cn``."""
    asked = heads(text) if len(values) == 1 else []
    for family in ("unit", "person"):
        names = [one.fields.get(family, "-") for one in asked]
        whose = {"-", "legal_representative"} & set(names)  # 法定代表人/电话: not the unit's
        if not asked or whose or len(set(names)) < len(names):
            continue
        told = pieces(values[0], len(asked))
        if len(told) == len(asked):
            return [(one, (part,)) for one, part in zip(asked, told, strict=True)]
    return [(label, tuple(values))]


def rest(first: Slot, following: Sequence[Slot]) -> list[Slot]:
    """The cells behind a value that go on with it: ``2013年 | 7月 | 9日``, ``5000 | 万元``."""
    said, found = first.folded, []
    for slot in following:
        form = next((more for begun, more in _RESTS if begun.fullmatch(said)), None)
        if form is None or not form.fullmatch(slot.folded):
            break
        found.append(slot)
        said += slot.folded
    return found
