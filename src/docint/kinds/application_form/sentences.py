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
from docint.kinds.application_form.pieces import PIECES
from docint.kinds.application_form.senses import TITLE
from docint.kinds.application_form.slots import Slot
from docint.values.text import fold

_NUMBER = r"\s*(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）.、．]|[①-⑳])\s*"
_RECORD = re.compile(
    rf"[；;。\n]+(?=.)|(?<=[)）]){_NUMBER}(?=[\u4e00-\u9fff])"
    r"|(?<=[)）])[、，,](?=[\u4e00-\u9fff]{2,4}[（(])"
)
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
_LED_IN = re.compile(r"[还主另要]{0,2}(?:包括|包含|有|如下|[为是系由])[:：]?")
"""What joins those spoken of to what is told of them."""
_OWNER = 14
"""Characters of the longest word for a person's part."""
_CALLED = r"\s*[\u4e00-\u9fff·]{2,6}\s*[，,（(]"
_TITLE = TITLE.pattern.replace("{0,8}", "{0,3}")
_OFFICE = re.compile(
    rf"(?:[^，,。；;]{{0,14}}?[由:：])?(?P<employer>[\u4e00-\u9fff][^，,；;、。由:：]{{3,40}}?)的?(?P<title>{_TITLE})"
    r"(?P<name>[\u4e00-\u9fff]{2,4}?)(?=(?:同志|先生|女士)?(?:担任|任|[，,。（(]|$))"
)
"""``甲公司的高级工程师张三担任``: employer, title and name in one."""
_WEAK = frozenset({"role", "kind"})
"""What alone does not prove that a name was a name."""


def records(slot: Slot, family: Family) -> list[list[tuple[str, Slot]]]:
    """The units or persons that a text tells of, each with its fields; empty if it tells none.

    Args:
        slot: the text, a field's or a line's.
        family: ``unit`` or ``person``.
    """
    if family not in PIECES:
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
    if family not in PIECES or not re.search("[，,；;。]", slot.text):
        return []
    pieces = list(_pieces(slot.text, 0, len(slot.text)))
    found: dict[str, Slot] = {}
    for piece in pieces:
        if said := _said(slot, piece, family):
            found.setdefault(*said)
    proved = any(name not in _WEAK and name != "name" for name in found)
    return list(found.items()) if proved and 2 * len(found) > len(pieces) else []


_SERVES = re.compile(
    r"(?:^|[，,。；;])(?:拟|现)?由(?P<who>[^。；;]{2,80}?)(?:同志)?担任(?P<part>[\u4e00-\u9fff]{3,14})"
)


def introduced(slot: Slot) -> tuple[Label, Slot] | None:
    """Whose a sentence is by its beginning, and the rest: ``研发团队还包括：甲（…）；乙（…）``.

    Also ``项目负责人由甲担任，…``, ``由甲（男）担任技术负责人`` and ``首席技术负责人为甲，男，…``.
    """
    served = _SERVES.search(slot.text)
    label = (
        match(re.sub("^[本该]?(?:创新联合体|联合体)的?", "", served["part"])) if served else None
    )
    if served and label and label.names and OWNERS[label.owner].family == "person":
        return label, slot.cut(served.start("who"), len(slot.text))
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


def leading(slot: Slot) -> Slot | None:
    """The lead's name that begins a letter's sentence: ``甲公司（…）拟牵头联合乙、丙组建``."""
    first = _named(slot.text, 0, len(slot.text), "unit")
    said = re.split("。", slot.text[first[1] :])[0] if first else ""
    found = re.search(
        r"[拟将]?(?:作为|由其)?牵头(?!单位|企业|方)", re.sub(r"[(（][^()（）]*[)）]", "", said)
    )
    return slot.cut(*first) if first and found and found.start() < _OWNER else None


_ALLIED = re.compile(
    r"(?:联合|会同|携手|联同)(?P<who>[^。；;“”]+?)(?:等(?:\d+|[一二三四五六七八九十]+)?[家个]?单位)?"
    r"(?:共同|联合|一起)?(?:组建|申报|建设|发起|成立|申请|共建)"
)


_PARTNER = re.compile(r"[^、，,和与及]+(?:[和与及][^、，,]*?(?:所|院|会|中心|公司))?")


def allied(slot: Slot) -> list[Slot]:
    """The units a lead's sentence names as its partners; empty unless all are whole names."""
    for found in _ALLIED.finditer(slot.text):
        at = found.start("who")
        parts = [part.span() for part in _PARTNER.finditer(found["who"])]
        names = [slot.cut(at + start, at + end) for start, end in parts]
        if names and all(whole(name.folded) for name in names):
            return names
    return []


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
            start = cut.end() if text[cut.start()] in "；;。\n、，," else cut.start()
    if text[start:].strip(" ；;。\n"):
        yield start, len(text)


def _record(slot: Slot, start: int, end: int, family: Family) -> Iterator[tuple[str, Slot]]:
    """The name that begins a record, then what its pieces say; each field once."""
    first = _named(slot.text, start, end, family)
    office = _OFFICE.match(slot.text, start, end) if family == "person" else None
    if office and whole(fold(office["employer"])):
        for name in ("name", "title", "employer"):
            yield name, slot.cut(*office.span(name))
        return
    if first is None:
        return
    yield "name", slot.cut(*first)
    given = {"name"}
    yield from _part(slot, start, first[0], family)
    for piece in _pieces(slot.text, first[1], end):
        said = _said(slot, piece, family)
        if said and said[0] not in given:
            given.add(said[0])
            yield said


def _part(slot: Slot, start: int, end: int, family: Family) -> Iterator[tuple[str, Slot]]:
    """The role that stands before a unit's name: ``参与单位甲有限公司，…``."""
    before = slot.cut(start, end)
    if family == "unit" and ROLE.fullmatch(before.folded):
        yield "role", before


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
    for name, form in PIECES[family]:
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
