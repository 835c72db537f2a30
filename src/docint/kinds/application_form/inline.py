"""Labels and values inside one slot: ``申报单位：____深圳市…____  申报日期：2024年3月15日``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from docint.extract.unit_names import whole
from docint.kinds.application_form.labels import LONGEST, Label, match
from docint.kinds.application_form.owners import Family
from docint.kinds.application_form.slots import Slot

_COLON = re.compile(r"[:：]|(?<=[\u4e00-\u9fff]—)—(?!—)")
_BREAK = re.compile(r"[\n。；;，,]|\s{2,}|\t|_{2,}|[)）](?=[^:：]{2,12}[:：])")
_UNIT_LIKE = re.compile(
    r"公司|大学|学院|研究院|研究所|研究中心|学会|协会|集团|中心|医院|园区|银行|厂|院|所|会|社|校|局|部|基金"
)
_SPLIT = re.compile(
    r"[、；;\n]|[，,](?=\S{4})|\s{2,}|(?<=[\u4e00-\u9fff)）])\s+(?=[\u4e00-\u9fff(（\d])"
)


_STATED = re.compile(
    r"(?:为|是|(?<![联关体])系)[:：]?(?=[“\"《\d\u4e00-\u9fffA-Z])|(?<=[期间限])[自从](?=20)|(?<=[址所])位于|(?<=地址|住所)在"
    r"|(?<=[资本金])(?=\d)"
)
"""What joins a label to its value in a sentence: ``建设期限自2025年…``, ``注册资本1000万元``."""
_MONEY_UNIT = re.compile(r"\s*(?:人民币)?[亿万千百]{0,2}元\s*(?:$|[)）])")
_PERSON = r"[\u4e00-\u9fff]{2,4}"
_CLAUSE = re.compile("[，,。；;\n]")
_COUNT = re.compile(r"^[(（]?\d{1,2}[)）.、．]\s*(?=[\u4e00-\u9fff])")
_ANSWER = re.compile(
    r"\s*(?:\d{1,2}[、.．)）]|[(（]\d{1,2}[)）])\s*(?P<label>[^（()）:：]{2,14})[（(](?P<value>.+)[)）]\s*"
)
_HINT = re.compile(
    r"^(?:单位[:：]?)?(?:人民币)?[亿万千百]{0,2}[元年月岁人个项]$|盖章|签[字名章]|公章|如有|必填|选填|可选|打[√勾]|√|□|附"
)
"""What stands in brackets behind a label and is no answer."""
_SUBJECT = re.compile(r"(?:其中|[本此]次|其|本|该|拟|项目的|联合体的|我(?:单位|公司|司))")


@dataclass(frozen=True, slots=True)
class _Hit:
    label: Label
    start: int
    """Of the label."""
    end: int
    """Behind the colon."""


def pairs(slot: Slot, noisy: bool = False) -> list[tuple[Label, Slot]]:
    """Labels with colons inside a slot, each with the text up to the next label."""
    text = slot.text
    hits: list[_Hit] = []
    for colon in _COLON.finditer(text):
        start = hits[-1].end if hits else 0
        hit = _before(text, start, colon.start(), noisy)
        if hit:
            hits.append(hit)
    found = []
    for number, hit in enumerate(hits):
        end = hits[number + 1].start if number + 1 < len(hits) else len(text)
        if _MONEY_UNIT.match(text, hit.end, end):
            continue  # （单位：万元）
        found.append((hit.label, slot.cut(hit.end, _value_end(text, hit.end, end, hit.label))))
    return found


def labelled_before(slot: Slot) -> list[tuple[Label, Slot]]:
    """A label that a blank parts from its value: ``统一社会信用代码 9144…``; else nothing."""
    told = _COUNT.sub("", slot.text.strip())
    head, blank, rest = told.partition(" ")
    label = match(head) if blank and rest.strip() else None
    if label is None or not label.fields or label.heading or match(rest):
        return []
    start = slot.text.find(head) + len(head)
    return [(label, slot.cut(start, len(slot.text)))]


def told_inside(slot: Slot, noisy: bool = False) -> list[tuple[Label, Slot]]:
    """Labels with their values in one slot, joined by colons, by verbs or by a blank."""
    return pairs(slot, noisy) or stated(slot) or _numbered(slot)


def _numbered(slot: Slot) -> list[tuple[Label, Slot]]:
    """``(2) 所属领域 新能源``: a point of a list, its label parted from the value by a blank."""
    if not _COUNT.match(slot.text.strip()):
        return []
    return [(label, value) for label, value in labelled_before(slot) if label.sureness >= 0.95]


def answered(slot: Slot) -> list[Slot]:
    """``2、性别（男）``: a point of a list parted into its label and the value in brackets."""
    found = _ANSWER.fullmatch(slot.text)
    label = match(found["label"]) if found else None
    if found is None or label is None or not label.fields or label.sureness < 0.9:
        return [slot]
    if _HINT.search(found["value"]) or match(found["value"]):
        return [slot]
    return [slot.cut(*found.span("label")), slot.cut(*found.span("value"))]


def stated(slot: Slot) -> list[tuple[Label, Slot]]:
    """Labels that a sentence joins to their values by a verb, clause by clause.

    The whole clause before the verb must be the label, so that no ordinary sentence gives one.
    """
    found = []
    start = 0
    for stop in [*_CLAUSE.finditer(slot.text), None]:
        end = stop.start() if stop else len(slot.text)
        verb = _STATED.search(slot.text, start, end)
        if verb and verb.end() < end:
            said = slot.text[start : verb.start()].strip()
            label = match(_SUBJECT.sub("", said, count=1)) if _SUBJECT.match(said) else match(said)
            label = label or match(said)
            if label and label.names and match(slot.text[verb.end() : end]):
                label = None  # 首席技术负责人为全职: a word for a field is nobody's name
            if (
                label
                and len(said) >= (2 if verb[0] == "位于" else 3)
                and (label.fields or label.owner)
                and not label.heading
            ):
                less = replace(label, sureness=min(label.sureness, 0.95))
                found.append((less, slot.cut(verb.end(), end)))
        start = stop.end() if stop else end
    return found


def unglued(slot: Slot) -> list[Slot]:
    """A cell that holds its label's value too (``姓名张三``), where a rule was not seen.

    What is left behind the label must be a whole name, so that no value is cut.
    """
    for end in range(min(len(slot.text) - 2, 12), 1, -1):
        rest = slot.text[end:].strip()
        if not rest or not (label := match(slot.text[:end])) or label.sureness < 0.95:
            continue
        named = slot.text[:end].rstrip().endswith("姓名") and re.fullmatch(_PERSON, rest)
        unit = label.fields.get("unit") == "name" or label.fields.get("person") == "employer"
        if (named and not match(rest)) or (unit and whole(rest)):
            return [slot.cut(0, end), slot.cut(end, len(slot.text))]
    return [slot]


def _value_end(text: str, start: int, end: int, label: Label) -> int:
    """A value ends at its line's end if more than the next label stands between.

    What a semicolon parts from a name is no part of it: ``单位：甲公司；分管工``.
    """
    if label.fields.get("person") in {"name", "employer"} and (
        stop := re.compile("(?<=\\S)[；;]").search(text, start, end)
    ):
        end = stop.start()
    newline = text.find("\n", start, end)
    if newline > 0 and text[start:newline].strip(" _"):
        return newline
    return end


def _before(text: str, start: int, colon: int, noisy: bool) -> _Hit | None:
    """The label that ends at a colon: all since the last break, or its longest known end."""
    begin = start
    for match_ in _BREAK.finditer(text, start, colon):
        begin = match_.end()
    segment = text[begin:colon]
    joined = re.sub(r"\s+", "", text[start:colon])
    whole = match(segment, noisy) if 0 < len(segment.strip()) <= LONGEST else None
    runs_on = start > 0 and begin == start  # 丁海平身份证号： no break behind the value before
    if whole and (whole.fields or whole.owner) and (whole.sureness == 1.0 or not runs_on):
        return _Hit(whole, begin, colon + 1)
    if len(joined) <= 4 and (spaced := match(joined)):
        return _Hit(spaced, start, colon + 1)  # 姓    名：
    for at in range(max(begin, colon - 14), colon - 1):
        label = match(text[at:colon])
        if label and label.sureness == 1.0 and (label.fields or label.owner) and text[at] != " ":
            return _Hit(label, at, colon + 1)
    if whole and (whole.fields or whole.owner):
        return _Hit(whole, begin, colon + 1)
    return None


def after_label(family: Family, slot: Slot) -> list[Slot] | None:
    """Several units or persons named in one field, or None if it names only one."""
    parts = []
    start = 0
    for match_ in [*_SPLIT.finditer(slot.text), None]:
        end = match_.start() if match_ else len(slot.text)
        if slot.text[start:end].strip():
            parts.append(slot.cut(start, end))
        start = match_.end() if match_ else end
    parts = [_unnumbered(part) for part in parts if not part.folded.strip("()").isdigit()]
    if len(parts) < 2 or not _names(family, parts):
        return None
    return parts


def _unnumbered(slot: Slot) -> Slot:
    return replace(
        slot,
        text=re.sub(
            r"^\s*[(（]?(?:\d{1,2}|[一二三四五六七八九十])[)）.、．]\s*", "", slot.text
        ).strip(),
    )


def _names(family: Family, parts: Sequence[Slot]) -> bool:
    if family == "unit":
        return all(_UNIT_LIKE.search(part.text) and len(part.folded) >= 4 for part in parts)
    if family == "person":
        return all(re.fullmatch(r"[\u4e00-\u9fff·]{2,4}", part.folded) for part in parts)
    return False
