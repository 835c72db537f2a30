"""Roles told in running text (牵头、参与): a word for the part beside a unit, before or behind it.

``牵头单位X，参与单位Y、Z``, ``以X为龙头，Y协同参与``, ``X（牵头）``, ``哪家牵头？X``.
The word gives its part to the list of units it stands against, with nothing between but what
joins a label to a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docint.extract.clauses import Prose
from docint.extract.headings import level
from docint.extract.unit_names import units_in
from docint.values.text import bare

_WHOSE = "(?:总|本|该|项目|创新联合体|联合体|主要|其他|各)*"
_FOR = "(?:组建|建设|申报|承担|实施|共建|参与|参加)*"
_CALLED = "(?:单位|方|企业|机构|院校|公司|者|主体|伙伴|成员|法人|人)+"
_ROLE = re.compile(
    rf"{_WHOSE}(?:(?P<leads>牵头|主导|领衔|龙头|链主|盟主|发起|主责)"
    rf"|(?P<joins>参与|参加|参建|参研|成员|协作|合作|共建|协同|配合|加盟|协办))"
    rf"{_FOR}(?P<called>{_CALLED})?"
)
_BARE_END = re.compile(
    r"[,，。;；:：)\]】”\"—\-?？、\s]|$|组建|建设|申报|成立|共建|实施(?!方案)|联合|会同|携手"
)
"""What follows a bare verb that tells a part in the whole, not in a task (``牵头开展…``)."""
_BEFORE_UNITS = re.compile(
    r"(?:名称|名单|全称|组成|构成)?(?:\(?[\d一二三四五六七八九十A-Z]{1,2}\)?(?!家))?(?:\(?共?计?有?[\d一二三四五六七八九十]{1,2}家(?:单位)?\)?)?"
    r"[,，]?(?:分别|依次)?(?:为|是|由|有|包括|系|含)?[:：?？\]】)”\"—\-|/]{0,3}(?:答[:：])?"
)
_BEHIND_UNITS = re.compile(
    r"[,，]?(?:\((?:以下|下文)?(?:均|统|合|简)?称(?:为|作)?:?)?[“\"「\[【(:：—\-|/]{0,3}"
    r"(?:共同|协同|联合|一[道起]|分别|均|等(?:\d{1,2}家)?(?:单位)?)*(?:为|作为|担任|系|是|负责)?(?:本?联合体|本?项目)?(?:的)?"
)
_NOTE = r"(?:\([^()\n]{1,24}\))?"
_BETWEEN = re.compile(rf"{_NOTE}(?:[、,，;；和与及暨]|以及){{1,2}}(?:\d{{1,2}}[.、)])?")
_JOINED = re.compile(
    r"(?:[,，)”\"]|单位|企业|方|牵头|领衔|发起|主导)*(?:联合|会同|携手|协同|偕同|联手|与|和|同)"
)
_TOGETHER = re.compile("联合体|组建|共建|共同|参与|参加")
_ELSEWHERE = re.compile(
    "专家|评审|课题|子项|近[年一二两三四五]|曾|已(?!签)|先后|完成了|委员会|理事会|办公室|小组|工作组|任务[一二三四\\d]"
)
"""Sentences that tell who leads or joins something other than the consortium."""
_DOES = re.compile(
    "依据|根据|按照|参照|遵照|关于|鉴于|[建拥设现具]有|负责|承担|建[立成设]|组建|提供|共[建同]|成立|依托|开展|推动|支持|各"
)
_ASKS = 24
"""Characters of a line that does nothing but name a part, or ask for it."""


@dataclass(frozen=True, slots=True)
class Role:
    """A unit that a text gives a part, and where its name stands."""

    name: str
    start: int
    end: int
    leads: bool


def elsewhere(text: str, at: int) -> bool:
    """Whether the sentence at a place tells who leads something other than the consortium."""
    start = max(text.rfind(stop, 0, at) for stop in "。;；\n") + 1
    return bool(_ELSEWHERE.search(re.split(r"[。;；\n]", text[start:], maxsplit=1)[0]))


def roles(text: Prose) -> list[Role]:
    """Every unit with a part, once; empty unless exactly one unit leads."""
    found: dict[str, Role] = {}
    carried: bool | None = None
    for start, end in text.paragraphs():
        if _ELSEWHERE.search(text.text, start, end):
            carried = None
            continue
        told = list(_told(text.text, start, end, carried))
        carried = _carries(text.text[start:end], carried, told)
        for one in told:
            known = found.get(bare(one.name))
            if known is None or (one.leads and not known.leads):
                found[bare(one.name)] = one
    made = list(found.values())
    return made if sum(one.leads for one in made) == 1 else []


def _carries(paragraph: str, carried: bool | None, told: list[Role]) -> bool | None:
    """The part that a line gives to the units in the lines below it."""
    if told:
        return carried
    mark = level(paragraph)
    line = paragraph[mark[1] if mark else 0 :]
    match = next((m for m in _ROLE.finditer(line)), None)
    alone = match and (len(match[0]) == len(line.rstrip(":：?？")) or line[-1] in "?？")
    return bool(match["leads"]) if match and alone and len(line) <= _ASKS else None


def _told(text: str, start: int, end: int, carried: bool | None) -> Iterator[Role]:
    """The units of one paragraph with their parts."""
    lists = _lists(text, start, end)
    if not lists:
        return
    parts: dict[int, bool] = {}
    labelled: bool | None = None  # what a label before a list says, whatever a note adds
    for n, units in enumerate(lists):
        before = text[lists[n - 1][-1][2] if n else start : units[0][1]]
        after = text[units[-1][2] : lists[n + 1][0][1] if n + 1 < len(lists) else end]
        labelled = labelled if n and _BETWEEN.fullmatch(before) else _ahead(before)
        told = _behind(after)
        told = labelled if told is None or (told and len(units) > 1) else told
        if told is None and n and parts.get(n - 1) and _JOINED.search(before[-8:]):
            told = False if _TOGETHER.search(text, start, end) else None
        if told is None and n == 0 and carried is not None and _begins(before):
            told = carried
        if told is not None:
            parts[n] = told
    for n, leads in parts.items():
        for name, left, right in lists[n] if not leads else lists[n][:1]:
            off = 1 if name[0] == "以" and text[right : right + 1] in "为作" else 0  # 以某公司为…
            yield Role(name[off:], left + off, right, leads and len(lists[n]) == 1)


def _begins(before: str) -> bool:
    """Whether nothing stands before a unit but a number, a bullet or 答."""
    return bool(
        re.fullmatch(r"\(?[\d一二三四五六七八九十]{0,2}[)、.．]?|[-—·●◆▪•*]|答[:：]", before)
    )


def _lists(text: str, start: int, end: int) -> list[list[tuple[str, int, int]]]:
    """Units that stand in one list; one that a bracket gives a part of its own stands alone."""
    lists: list[list[tuple[str, int, int]]] = []
    for unit in units_in(text, start, end):
        if _ROLE.fullmatch(unit[0]) or _DOES.match(unit[0]):
            continue  # 链主企业 is no name, and 建有实验室 none either
        gap = text[lists[-1][-1][2] : unit[1]] if lists else ""
        noted = _ROLE.search(gap) and gap.startswith("(")
        if lists and _BETWEEN.fullmatch(gap) and not noted:
            lists[-1].append(unit)
        else:
            lists.append([unit])
    return lists


def _ahead(before: str) -> bool | None:
    """The part that the last word before a list of units gives it."""
    for match in reversed(list(_ROLE.finditer(before))):
        rest = before[match.end() :]
        if _BEFORE_UNITS.fullmatch(rest) and (match["called"] or rest):
            return bool(match["leads"])
        return None
    return None


def _behind(after: str) -> bool | None:
    """The part that the first word behind a list of units gives it."""
    joint = _BEHIND_UNITS.match(after)
    match = _ROLE.match(after, joint.end() if joint else 0)
    if match is None:
        return None
    # a label of the next list stands behind a comma: 牵头单位X，参与单位Y
    if _next_label(after, match):
        return None
    whole = match["called"] or _BARE_END.match(after, match.end())
    return bool(match["leads"]) if whole else None


def _next_label(after: str, match: re.Match[str]) -> bool:
    """Whether a word behind a comma or a dash of its own belongs to what follows it."""
    lead_in = after[: match.start()]
    return lead_in[:1] in ("", ",", "，", ";", "；") and bool(
        match["called"] and _BEFORE_UNITS.fullmatch(after[match.end() :])
    )
