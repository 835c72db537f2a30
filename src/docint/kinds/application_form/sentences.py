"""Units and persons told in a sentence (叙述): ``甲，男，1975年8月生，高级工程师，现任职于某公司``.

The name comes first; every further piece says by itself what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docint.extract.unit_names import whole
from docint.kinds.application_form.choices import ROLE
from docint.kinds.application_form.inline import stated
from docint.kinds.application_form.labels import Label, match
from docint.kinds.application_form.owners import OWNERS, Family
from docint.kinds.application_form.senses import CODE, IDENTITY, KIND, TITLE
from docint.kinds.application_form.slots import Slot
from docint.values.text import fold

_NUMBER = r"\s*(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）.、．]|[①-⑳])\s*"
_RECORD = re.compile(rf"[；;。\n]+(?=.)|(?<=[)）]){_NUMBER}(?=[\u4e00-\u9fff])")
_PERSON = re.compile(
    rf"(?:{_NUMBER})?(?P<name>[\u4e00-\u9fff]{{2,4}}?)(?=(?:同志|先生|女士)?\s*[，,、（(]|(?:同志|先生|女士)?担任)"
)
_UNIT = re.compile(rf"(?:{_NUMBER})?(?P<name>[\u4e00-\u9fff][^，,；;、:：]{{3,40}})")
_PIECE = re.compile(r"[^，,、；;。（）()\n]+")
_EMPLOYED = (
    r"(?:现|就|任|供|工作|职|在|单位|为|所属|所在|受?聘用?|系|是|于|来自|来源|全职|签约|服务|加入|效力"
    r"|[:：])*"
)
_AT_WORK = re.compile(
    r"(?:的?(?:全职|专职|任职|工作|就职|供职|从业|在岗|在编|人员|员工|职工|总工程师|副?总经理|董事长|副?总裁"
    r"|(?:技术|研发|副)?总监|副?主任|副?所长|副?院长|部长|经理))+$"
)
"""What stands behind an employer's name: ``在甲公司全职工作``."""
_PIECES: dict[Family, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "person": (
        ("sex", re.compile(r"(?:性别[:：]?)?(?P<value>[男女])")),
        ("id_number", re.compile(rf"[^\d]*?(?P<value>{IDENTITY.pattern})")),
        (
            "birth_date",
            re.compile(
                r"(?:出?生于?|(?:出生(?:日期|年月日?|时间)|生日)为?[:：]?)?(?P<value>19\d\d\s*(?:年|[-./])\s*\d{1,2}"
                r"\s*(?:月|[-./])?\s*(?:\d{1,2}\s*日?)?)(?:出?生)?"
            ),
        ),
        ("age", re.compile(r"(?:现年|今年|时年|年龄为?[:：]?)?(?P<value>\d\d(?:周?岁)?)")),
        (
            "title",
            re.compile(
                rf"(?:现任|其?职称为?[:：]?|具有|具备|取得|获得|获评|评为|拥有)?了?(?P<value>{TITLE.pattern})"
                r"(?:任职)?(?:职称|资格)?"
            ),
        ),
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
        (
            "role",
            re.compile(
                rf"(?:角色|身份)?(?:[为系是:：]|作为)?(?:[本该]?(?:创新)?(?:联合体|项目)的?)?(?P<value>{ROLE.pattern})"
            ),
        ),
        (
            "established_on",
            re.compile(
                r"[于自]?(?P<value>(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?)"
                r"(?:在[\u4e00-\u9fff]{2,8})?(?:依法|正式|登记|注册|核准)*(?:成立|设立)"
            ),
        ),
        ("kind", re.compile(rf"(?:单位)?(?:类型|性质|类别)?[为:：]?(?P<value>{KIND.pattern})")),
    ),
}
_LED_IN = re.compile(r"[还主另要]{0,2}(?:包括|包含|有|如下|[为是系由])[:：]?")
"""What joins those spoken of to what is told of them."""
_OWNER = 14
"""Characters of the longest word for a person's part."""
_CALLED = r"\s*[\u4e00-\u9fff·]{2,6}\s*[，,（(]"
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
    for start, end in _spans(slot.text, family):
        if len(one := list(_record(slot, start, end, family))) < 2:
            return []  # the name alone, or something else among them
        found.append(one)
    proved = any(name not in _WEAK and name != "name" for one in found for name, _ in one)
    return found if proved or len(found) > 1 else []


def goes_on(slot: Slot, family: Family) -> list[tuple[str, Slot]]:
    """What a text without a subject tells of whom the line before told: ``受聘于…，取得…资格。``.

    Most of its pieces must say by themselves what they are; empty otherwise.
    """
    if family not in _PIECES or not re.search("[，,；;。]", slot.text):
        return []
    pieces = list(_pieces(slot.text, 0, len(slot.text)))
    found: dict[str, Slot] = {}
    for piece in pieces:
        if said := _said(slot, piece, family):
            found.setdefault(*said)
    proved = any(name not in _WEAK and name != "name" for name in found)
    return list(found.items()) if proved and 2 * len(found) > len(pieces) else []


def introduced(slot: Slot) -> tuple[Label, Slot] | None:
    """Whose a sentence is by its beginning, and the rest: ``研发团队还包括：甲（…）；乙（…）``.

    Also ``项目负责人由甲担任，…`` and ``首席技术负责人为甲，男，…``.
    """
    for found in _LED_IN.finditer(slot.text):
        said = re.split(r"[，,。；;]|下列|以下", slot.text[: found.start()])[-1]
        label = match(said) if said else None
        if label and label.names and not label.heading:
            return label, slot.cut(found.end(), len(slot.text))
    return _called(slot)


def _called(slot: Slot) -> tuple[Label, Slot] | None:
    """Whose a sentence is that has the name right behind the owner: ``首席技术负责人甲，男，…``."""
    for end in range(min(_OWNER, len(slot.text)), 2, -1):
        label = match(slot.text[:end])
        if label and label.names and OWNERS[label.owner].family == "person":
            rest = slot.cut(end, len(slot.text))
            return (label, rest) if re.match(_CALLED, rest.text) else None
    return None


def listed(slot: Slot) -> Slot | None:
    """The unit's name on a numbered line of its own, or None."""
    number = re.match(_NUMBER, slot.text)
    if number is None or not whole(fold(slot.text[number.end() :]).rstrip("；;。:：")):
        return None
    return slot.cut(number.end(), len(slot.text.rstrip(" ；;。:：")))


def _spans(text: str, family: Family) -> Iterator[tuple[int, int]]:
    """Where each record stands; a semicolon within brackets, or before no name, parts none."""
    start = 0
    for cut in _RECORD.finditer(text):
        goes_on = text[cut.start()] in "；;" and not _named(text, cut.end(), len(text), family)
        if _even(text[start : cut.start()]) and not goes_on:
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
    found = form.match(text, start, end)
    if found is None:
        return None
    begin, stop = found.span("name")
    if family == "person":
        return begin, stop
    stops = [stop, *(begin + m.start() for m in re.finditer("[（(]", text[begin:stop]))]
    begin = _behind_owner(text, begin, stops[-1])
    return next(
        (
            (begin, at)
            for at in sorted(stops, reverse=True)
            if _even(text[begin:at]) and whole(fold(text[begin:at]))
        ),
        None,
    )


def _behind_owner(text: str, begin: int, end: int) -> int:
    """Where a unit's name begins behind the word for its part: ``申报主体甲有限公司``."""
    for at in range(min(end, begin + 14), begin + 2, -1):
        label = match(text[begin:at])
        if label and label.names and label.sureness == 1.0 and OWNERS[label.owner].family == "unit":
            return at
    return begin


def _even(text: str) -> bool:
    """Whether no bracket is left open."""
    return len(re.findall("[（(]", text)) == len(re.findall("[)）]", text))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Pieces between marks; a unit's name keeps its brackets."""
    for part in re.compile(r"[^，,、；;。\n]+").finditer(text, start, end):
        if whole(fold(_AT_WORK.sub("", re.sub(f"^{_EMPLOYED}", "", part[0])))):
            yield part.span()
        else:
            yield from (piece.span() for piece in _PIECE.finditer(text, *part.span()))


def _said(slot: Slot, span: tuple[int, int], family: Family) -> tuple[str, Slot] | None:
    text = slot.text[span[0] : span[1]]
    at = span[0] + len(text) - len(text.lstrip())
    for name, form in _PIECES[family]:
        if found := form.fullmatch(text.strip()):
            return name, slot.cut(at + found.start("value"), at + found.end("value"))
    lead, tail = re.match(_EMPLOYED, text), _AT_WORK.search(text.rstrip())
    end = tail.start() if tail else len(text)
    if family == "person" and lead and whole(fold(text[lead.end() : end])):
        return "employer", slot.cut(span[0] + lead.end(), span[0] + end)
    for label, value in stated(slot.cut(*span)):
        if (name := label.fields.get(family, "-")) != "-":
            return name, value
    return None
