"""Parties that sentences introduce: with a defined term, brought together, or in a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from docint.extract.clauses import Prose
from docint.extract.unit_names import JOINTS, units_in
from docint.kinds.cooperation_agreement.charges import one_task
from docint.kinds.cooperation_agreement.party import LABEL, ROLE, Party, role_of
from docint.kinds.cooperation_agreement.terms_defined import (
    NUMBER,
    aliases_in,
    first_clause,
    glossed,
    where,
)

_SEATED = re.compile(r"(?:[住场处]所|[住地]址|所在地|注册地|位于)[^,，;；。()]*$")
"""Before a house or a park (``产业园``) of an address, which is no party."""
_TOGETHER = re.compile(
    r"(?:自愿|友好协商|协商一致|共同|决定|同意|拟|联合|合作|本着|经).{0,60}?(?:组成|组建|签订"
    r"|签署|达成|成立|建立|订立|共建|开展|缔结|结成|商定|约定|制定|承诺|召开|议定)|"
    r"签订|签署|订立|组成联合体|共建|形成[^。]{0,8}(?:共识|纪要|意向)|(?:商谈|洽谈|会谈)|召开[^。]{0,20}(?:联合体|合作|组建|筹建|签约)|(?:商定|约定|协议|承诺)(?:如下|以下)"
)
_DOES_SO = (
    r"发起|倡议|召集|响应|组[建成]|签[订署]|订立|制定|达成|决定|共同|联合|自愿|经|本着|现?就|在|于|为|均|作为"
    r"|牵头|加入|参[加与]|承诺"
)
"""What units do where a sentence brings them together."""
INTRODUCED = re.compile(
    r"(?:以下|下列)?(?:各方|单位|签约方|当事人|当事方|成员)[^。\n]{0,12}(?:签订|签署|订立|组成"
    r"|组建|达成|构成|为|如下)|"
    r"(?:签约|协议|合同|合作|缔约|立约|当事|签署)(?:各方|方[:：]|当事人|主体|单位|双方|三方|四方"
    r"|五方)"
    r"|协议由|合同由|立约方"
)
_AUTHORITY = re.compile(r"(?:管理|监督|资助|主管|审批|委托)(?:部门|机构|单位)")


def defined(prose: Prose) -> Iterator[Party]:
    """``由某某公司（以下简称“甲方”）、某某大学（“乙方”）签订``: units with a defined term."""
    for start, end in prose.paragraphs():
        text = prose.text[start:end]
        found = [
            unit
            for unit in units_in(prose.text, start, end)
            if prose.text[unit[1] - 1 : unit[1]] not in set("“\"'‘「称")
            and not _SEATED.search(prose.text[start : unit[2]])
        ]
        for n, (name, left, right) in enumerate(found):
            until = found[n + 1][1] if n + 1 < len(found) else end
            first = bool(re.fullmatch(NUMBER, prose.text[start:left]))
            tied = bool(_TOGETHER.search(text) or INTRODUCED.search(text))
            tied = tied or (
                first and bool(INTRODUCED.search(prose.text[max(0, start - 300) : start]))
            )
            close = _close(prose.text[right:until], anywhere=first)
            if party := _defined(prose, name, (start, left, right), close, tied=tied):
                yield party


def _close(behind: str, *, anywhere: bool) -> tuple[int, int]:
    """Where the bracket with the defined term stands behind a name; empty without one."""
    form = r"(?:\([^()]*(?:\([^()]*\)[^()]*)*\))+|[,，](?:以下)?简称[^,，。]*"
    match = re.match(form, behind)
    if match is None and anywhere:
        match = re.search(
            rf"\((?:(?:以下|下)(?:统?简?称|简称|称)|[“\"'‘「《]?{LABEL}[”\"'’」》]?(?:[,，、/)]|或|和))"
            r"[^()]*\)?",
            behind,
        )
    return match.span() if match else (0, 0)


def _defined(
    prose: Prose, name: str, spots: tuple[int, int, int], close: tuple[int, int], *, tied: bool
) -> Party | None:
    start, left, right = spots
    text = prose.text
    bracket = text[right + close[0] : right + close[1]]
    terms = aliases_in(bracket)
    label = next((a for a in terms if re.fullmatch(LABEL, a)), "")
    led = re.search(rf"(?:{ROLE})[:：为是]?$", text[max(start, left - 12) : left])
    sentence = max(start, *(text.rfind(stop, start, left) + 1 for stop in "。;；"))
    if led and one_task(text[sentence : left - len(led[0])]):
        led = None
    lead = role_of(led[0]) if led else ""
    paragraph = text[start:].split("\n", 1)[0]
    if not label and not (terms and (tied or lead)) and not (lead and _introduces(paragraph)):
        return None
    if any(_AUTHORITY.search(term) for term in terms):
        return None
    own = next((role_of(a) for a in terms if re.fullmatch(ROLE, a)), "")
    role = lead or own or glossed(bracket)
    span = (left - len(led[0]) if led else left, right + close[1])
    return Party(
        label, name, ((left, right),), where(prose, label, right, right + close[1]), role,
        span if role else None, aliases=tuple(a for a in terms if a != label),
        head=re.sub(r"[:：为是]$", "", led[0]) if led else "", weak=True,
    )  # fmt: skip


def _introduces(text: str) -> bool:
    return bool(INTRODUCED.search(text))


def called_a_side(party: Party) -> bool:
    """Whether a defined term makes a unit a side of the agreement (下称“总体方”)."""
    return any(_SIDE.fullmatch(alias) for alias in party.aliases)


_SIDE = re.compile(r"(?!.*(?:管|资助|见证|监|第三|审))[\u4e00-\u9fff]{1,6}方")
_SENDER = re.compile(r"我(?:单位|公司|校|院|所|方|会|中心)\(?")


def addressed(prose: Prose) -> Iterator[Party]:
    """Sender and addressees of a letter: ``某大学、某协会：`` and ``我单位（某公司）``."""
    for start, end in _early(prose):
        text = prose.text[start:end]
        if not re.fullmatch(r"(?:致)?[^,，。;；:：]{6,200}[:：]", text):
            continue
        to = list(units_in(prose.text, start, end))
        rest = re.sub(r"[致:：]", "", text)
        for name, _, _ in to:
            rest = rest.replace(name, "")
        own = _sender(prose, end)
        if to and own and len(rest) <= 2 * len(to):
            for name, left, right in (*to, own):
                yield _plain(prose, name, (left, right), end)
            return


def _sender(prose: Prose, start: int) -> tuple[str, int, int] | None:
    """Who writes a letter, from a place on: ``我单位（某公司）``."""
    sender = _SENDER.search(prose.text, start)
    until = sender.end() + 60 if sender else 0
    own = next(iter(units_in(prose.text, sender.end(), until)), None) if sender else None
    return own if sender and own and own[1] == sender.end() else None


def gathered(prose: Prose) -> Iterator[Party]:
    """Units that a sentence at the head brings together: ``A、B、C自愿组成联合体``."""
    for start, end in _early(prose):
        found = list(units_in(prose.text, start, end))
        joint = rf"(?:\([^()]*\))?(?:[、,，;；。]|$|{JOINTS.pattern}|{_DOES_SO})"
        apart = [f for f in found if re.match(joint, prose.text[f[2] : end])]
        text = prose.text[start:end]
        if _TOGETHER.search(text) and len(found) >= 2 and len(apart) >= len(found) - 1:
            names = {name for name, _, _ in found}
            for name, left, right in found:
                # 服从某某大学: what stands before another print of the name is none of it
                if not any(name != other and name.endswith(other) for other in names):
                    yield _plain(prose, name, (left, right), end)


_BEARS = re.compile(r"(?:子?课题|任务|专题|子项目)(?:承担|负责|牵头|责任)(?:单位|方|主体)[:：]?$")


def bearing(prose: Prose) -> Iterator[Party]:
    """Units behind ``课题承担单位：``, where nothing else tells who the parties are."""
    for start, end in prose.paragraphs():
        for name, left, right in units_in(prose.text, start, end):
            if _BEARS.search(prose.text[start:left]):
                tasks = re.findall(
                    r"(?m)^(?:子?课题|任务|专题|子项目)[一二三四五六七八九十\d]{1,2}",
                    prose.text[:left],
                )
                called = (f"{tasks[-1]}的承担单位", f"{tasks[-1]}承担单位") if tasks else ()
                yield replace(_plain(prose, name, (left, right), end), aliases=called)


def listed(prose: Prose) -> Iterator[Party]:
    """Units on numbered lines under 协议各方, 签约主体 and the like."""
    for start, end in _early(prose):
        found = list(units_in(prose.text, start, end))
        if re.fullmatch(rf"{NUMBER}[^,，。:：]*", prose.text[start:end]) and len(found) == 1:
            name, left, right = found[0]
            number = prose.text[start:left]
            if number and re.fullmatch(NUMBER, number) and _in_list(prose, start):
                yield _plain(prose, name, (left, right), end)


def _early(prose: Prose) -> Iterator[tuple[int, int]]:
    limit = min(len(prose.text), max(700, first_clause(prose.text)))
    return ((start, end) for start, end in prose.paragraphs() if start <= limit)


def _plain(prose: Prose, name: str, at: tuple[int, int], end: int) -> Party:
    """A unit without a label; the brackets behind it may gloss it."""
    bracket = re.match(r"(?:\([^()]*\))*", prose.text[at[1] : end])
    glosses = bracket[0] if bracket else ""
    role = glossed(glosses)
    return Party(
        "", name, (at,), None, role, (at[0], at[1] + len(glosses)) if role else None,
        aliases=tuple(a for a in aliases_in(glosses) if not re.fullmatch(LABEL, a)), weak=True,
    )  # fmt: skip


def _in_list(prose: Prose, start: int) -> bool:
    """Whether a numbered line stands in the list that an introducing line opens."""
    before = prose.text[:start].rstrip("\n").split("\n")[-14:]
    for line in reversed(before):
        if INTRODUCED.search(line) and len(line) < 60:
            return True
        if len(line) > 60:
            return False
    return False
