"""Units and persons told in a sentence (叙述): ``甲，男，1975年8月生，高级工程师，现任职于某公司``.

The name comes first; every further piece says by itself what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docint.extract.unit_names import whole
from docint.kinds.application_form.choices import ROLE
from docint.kinds.application_form.owners import Family
from docint.kinds.application_form.senses import CODE, IDENTITY, KIND, TITLE
from docint.kinds.application_form.slots import Slot
from docint.values.text import fold

_NUMBER = r"\s*(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）.、．]|[①-⑳])\s*"
_RECORD = re.compile(rf"[；;。\n]+(?=.)|(?<=[)）]){_NUMBER}(?=[\u4e00-\u9fff])")
_PERSON = re.compile(rf"(?:{_NUMBER})?(?P<name>[\u4e00-\u9fff]{{2,4}})(?=[，,、（(])")
_UNIT = re.compile(rf"(?:{_NUMBER})?(?P<name>[\u4e00-\u9fff][^，,；;、:：]{{3,40}})")
_PIECE = re.compile(r"[^，,、；;。（）()\n]+")
_EMPLOYED = r"(?:现|就|任|供|工作|职|在|单位|为|所属|所在|聘|系|是|于|[:：])*"
_PIECES: dict[Family, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "person": (
        ("sex", re.compile(r"(?:性别[:：]?)?(?P<value>[男女])")),
        ("id_number", re.compile(rf"[^\d]*?(?P<value>{IDENTITY.pattern})")),
        (
            "birth_date",
            re.compile(
                r"(?:出?生于?|出生(?:日期|年月)[:：]?)?(?P<value>19\d\d(?:年|[-./])\d{1,2}"
                r"(?:月|[-./])?(?:\d{1,2}日?)?)(?:出?生)?"
            ),
        ),
        ("age", re.compile(r"(?:现年|年龄[:：]?)?(?P<value>\d\d(?:周?岁)?)")),
        ("title", re.compile(rf"(?:现任|职称为?[:：]?|具有)?(?P<value>{TITLE.pattern})(?:职称)?")),
        (
            "role",
            re.compile(
                r"(?:主要)?(?:负责|承担|分工为?|任务为?)[:：]?(?P<value>[\u4e00-\u9fff]{2,20})"
            ),
        ),
    ),
    "unit": (
        ("uscc", re.compile(rf"[^\dA-Z]*?(?P<value>{CODE.pattern})")),
        (
            "legal_representative",
            re.compile(
                r"(?:法定代表人|法人代表|法人)(?:姓名|为|是|[:：])*(?P<value>[\u4e00-\u9fff·]{2,6})"
            ),
        ),
        ("role", re.compile(rf"(?:角色|身份)?[为:：]?(?P<value>{ROLE.pattern})")),
        ("kind", re.compile(rf"(?:单位)?(?:类型|性质|类别)?[为:：]?(?P<value>{KIND.pattern})")),
    ),
}
_WEAK = frozenset({"role", "kind"})
"""What alone does not prove that a name was a name."""


def records(slot: Slot, family: Family) -> list[list[tuple[str, Slot]]]:
    """The units or persons that a text tells of, each with its fields; empty if it tells none.

    Args:
        slot: the text, a field's or a line's.
        family: ``unit`` or ``person``.
    """
    if family not in _PIECES:
        return []
    found = []
    for start, end in _spans(slot.text):
        if len(one := list(_record(slot, start, end, family))) < 2:
            return []  # the name alone, or something else among them
        found.append(one)
    proved = any(name not in _WEAK and name != "name" for one in found for name, _ in one)
    return found if proved or len(found) > 1 else []


def listed(slot: Slot) -> Slot | None:
    """The unit's name on a numbered line of its own, or None."""
    number = re.match(_NUMBER, slot.text)
    if number is None or not whole(fold(slot.text[number.end() :]).rstrip("；;。:：")):
        return None
    return slot.cut(number.end(), len(slot.text.rstrip(" ；;。:：")))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each record stands; a semicolon within brackets parts none."""
    start = 0
    for cut in _RECORD.finditer(text):
        if _even(text[start : cut.start()]):
            yield start, cut.start()
            start = cut.end() if text[cut.start()] in "；;。\n" else cut.start()
    if text[start:].strip(" ；;。\n"):
        yield start, len(text)


def _record(slot: Slot, start: int, end: int, family: Family) -> Iterator[tuple[str, Slot]]:
    """The name that begins a record, then what its pieces say; each field once."""
    first = _named(slot.text, start, end, family)
    if first is None:
        return
    yield "name", slot.cut(*first)
    given = {"name"}
    for piece in _pieces(slot.text, first[1], end):
        said = _said(slot, piece, family)
        if said and said[0] not in given:
            given.add(said[0])
            yield said


def _named(text: str, start: int, end: int, family: Family) -> tuple[int, int] | None:
    form = _PERSON if family == "person" else _UNIT
    match = form.match(text, start, end)
    if match is None:
        return None
    begin, stop = match.span("name")
    if family == "person":
        return begin, stop
    stops = [stop, *(begin + m.start() for m in re.finditer("[（(]", text[begin:stop]))]
    return next(
        (
            (begin, at)
            for at in sorted(stops, reverse=True)
            if _even(text[begin:at]) and whole(fold(text[begin:at]))
        ),
        None,
    )


def _even(text: str) -> bool:
    """Whether no bracket is left open."""
    return len(re.findall("[（(]", text)) == len(re.findall("[)）]", text))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Pieces between marks; a unit's name keeps its brackets."""
    for part in re.compile(r"[^，,、；;。\n]+").finditer(text, start, end):
        if whole(fold(re.sub(f"^{_EMPLOYED}", "", part[0]))):
            yield part.span()
        else:
            yield from (piece.span() for piece in _PIECE.finditer(text, *part.span()))


def _said(slot: Slot, span: tuple[int, int], family: Family) -> tuple[str, Slot] | None:
    text = slot.text[span[0] : span[1]]
    at = span[0] + len(text) - len(text.lstrip())
    for name, form in _PIECES[family]:
        if match := form.fullmatch(text.strip()):
            return name, slot.cut(at + match.start("value"), at + match.end("value"))
    lead = re.match(_EMPLOYED, text)
    if family == "person" and lead and whole(fold(text[lead.end() :])):
        return "employer", slot.cut(span[0] + lead.end(), span[1])
    return None
