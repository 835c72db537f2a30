"""Where parties are introduced: labelled heads, lists, defined terms, tables, signature blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from docint.extract.clauses import Prose
from docint.extract.unit_names import JOINTS, at_start, ended, units_in
from docint.kinds.cooperation_agreement.charges import BEARS
from docint.kinds.cooperation_agreement.party import LABEL, LABELS, ROLE, Party, role_of

_HAN = r"\u4e00-\u9fff"
NUMBER = (
    r"(?:\(?[一二三四五六七八九十\d]{1,2}[)、.．:]|第[一二三四五六七八九十]{1,2}[、:]|[-•●·*①-⑳])*"
)
_WORD = rf"(?:{LABEL}|{ROLE})"
_HEAD = re.compile(
    rf"(?P<words>\(?{_WORD}(?:[(/、\-—]{{0,2}}{_WORD}\)?)?)"
    rf"(?P<gloss>(?:\([^()\n]{{1,40}}\)){{0,3}})"
    rf"\)?(?:的?(?:单位|机构|企业)?(?:名称|全称))?(?:\([^()\n]{{1,20}}\))?(?P<colon>[:：]"
    rf"|[为是系](?=[{_HAN}]{{2}}))?"
)
_SIGNED = re.compile(r"盖章|公章|签章|签字|签名|印章|\(章\)")
_SIGNS = re.compile(
    r"盖章|公章|签章|签字|签名|签署[:：]|印章|\(章\)|代表[:：(人]|\d年\d{1,2}月|日期[:：]"
)
"""What stands near the names on a page to sign."""
_ALIAS = re.compile(
    rf"\((?:以下|在下文中)?(?:统?简?称|简称|称|下称|又称|亦称|即)(?:之?为"
    rf"|作)?[:：]?(?P<alias>[^()]{{1,40}}?)\)|"
    rf"\((?:以下|下文|下同)[^()]{{0,4}}?(?:简称|统称|称)(?:为)?[:：]?(?P<alias2>[^()]{{1,40}}?)\)|"
    rf"\([“\"'‘「《]?(?P<alias3>{LABEL})[”\"'’」》]?(?:(?:[,，、/]|或|和|及)[^()]{{1,16}})?\)|\(下称(?P<alias4>[^()]{{1,40}}?)\)|"
    r"\([“\"](?P<alias6>[^“”\"()]{2,16})[”\"]\)|"
    rf"[,，](?:以下|下)?(?:简称|下称|称)(?:为)?"
    r"(?P<alias5>[“\"][^“”\"]{1,16}[”\"](?:(?:或|、|及|和)[“\"][^“”\"]{1,16}[”\"])*)"
)
_SEATED = re.compile(r"(?:[住场处]所|[住地]址|所在地|注册地|位于)[^,，;；。()]*$")
"""Before a house or a park (``产业园``) of an address, which is no party."""
_UNDER = re.compile(r"(?:(?:单位|机构|企业|公司)?(?:名称|全称)|单位)(?:\([^()]{1,12}\))?[:：]?\n?")
_TOGETHER = re.compile(
    r"(?:自愿|友好协商|协商一致|共同|决定|同意|拟|联合|合作|本着|经).{0,60}?(?:组成|组建|签订"
    r"|签署|达成|成立|建立|订立|共建|开展)|"
    r"签订|签署|订立|组成联合体|共建"
)
INTRODUCED = re.compile(
    r"(?:以下|下列)?(?:各方|单位|签约方|当事人|当事方|成员)[^。\n]{0,12}(?:签订|签署|订立|组成"
    r"|组建|达成|构成|为|如下)|"
    r"(?:签约|协议|合同|合作|缔约|立约|当事|签署)(?:各方|方[:：]|当事人|主体|单位|双方|三方|四方"
    r"|五方)"
    r"|协议由|合同由|立约方"
)
_NO_NAME = re.compile(
    r"负责|应当|按照|提供|承担|是|为|_|盖章|签字|以下|各方|代表|共同|同意|[甲乙丙丁]方"
    r"|完成|开展|实施|从事|牵头|参与|配合|协助|进行"
)
"""What a sentence about work says and a unit's name does not."""
_AUTHORITY = re.compile(r"(?:管理|监督|资助|主管|审批|委托)(?:部门|机构|单位)")


_BARE_ROLE = r"(?:总?牵头|主导|参与|参加|协作|成员|配合|联合)"
"""A role in brackets without who bears it: ``甲方（牵头）``."""


def aliases_in(text: str) -> tuple[str, ...]:
    """Defined terms in the brackets behind a name (以下简称“…”), without quotes, folded."""
    found: list[str] = []
    for match in _ALIAS.finditer(text):
        said = next(v for v in match.groupdict().values() if v)
        first = re.split(r"[,，;；]", said)[0]
        parts = re.split(r"[“”\"'‘’「」《》]+(?:或|、|及|和)?[“”\"'‘’「」《》]*|或", first)
        found += [part for part in parts if 1 < len(part) <= 16]
    return tuple(dict.fromkeys(found))


def label_in(text: str) -> str:
    """The label (``甲方``) that a folded text holds; empty without one."""
    match = re.search(rf"([{LABELS}])方", text)
    return f"{match[1]}方" if match else ""


def first_clause(text: str) -> int:
    """Where the particulars end and the clauses begin."""
    match = re.search(
        r"(?m)^(?:第[一二三四五六七八九十\d]+[章条]|[一二三四五六七八九十]+、(?!(?:协议|签约|合作"
        r"|当事)?各?方))",
        text,
    )
    return match.start() if match else len(text)


# ---------------------------------------------------------------- labelled heads


def headed(prose: Prose) -> Iterator[Party]:
    """``甲方（牵头单位）：某某公司（以下简称“某某”）``, the name behind or under the label."""
    limit = first_clause(prose.text)
    for start, end in prose.paragraphs():
        for match in _HEAD.finditer(prose.text, start, end):
            if _opens(prose.text, start, match.start()):
                yield from _of_head(prose, match, end, limit)


def _opens(text: str, start: int, at: int) -> bool:
    """Whether a label may stand here: at a paragraph's start, behind a mark, behind a name."""
    before = text[start:at]
    if re.fullmatch(r"(?:Party|PARTY)?[A-Za-z.]{0,8}", before):
        return True  # Party A（甲方）
    return bool(re.fullmatch(NUMBER, before)) or before[-1:] in ",，;；。)】|" or ended(before)


def _of_head(prose: Prose, match: re.Match[str], end: int, limit: int) -> Iterator[Party]:
    rest_at = match.end()
    number = re.match(NUMBER, prose.text[rest_at:end])
    rest_at += number.end() if number and number.end() > 1 else 0
    rest = prose.text[rest_at:end]
    gloss = match["gloss"] + match[0]
    weak = bool(_SIGNED.search(gloss)) or bool(re.match(r"\(?(?:盖章|公章|签章)", rest))
    weak = weak or to_sign(prose, match.start(), limit)
    if not rest:
        beside = _row_of_heads(prose, match.start(), end)
        yield from _in_column(prose, match, beside) if beside else _below(prose, match, end, weak)
        return
    printed = (match["colon"] or "") in {":", "："} and match["colon"] is not None
    if _SIGNED.search(gloss) is None and not match["colon"] and not _fills(rest):
        return
    latin = re.match(r"[A-Za-z][A-Za-z0-9.,&()'\-]*[A-Za-z.)](?=[\u4e00-\u9fff])", rest)
    if latin and printed:
        rest_at, rest = rest_at + latin.end(), rest[latin.end() :]
    found = at_start(rest) or _bare(rest, early=rest_at < limit and printed)
    if found is None:
        return
    name, length = found
    first = _party(prose, match, name, rest_at, weak, rest[length:])
    yield first
    if not first.label:
        yield from _beside(prose, first, rest_at + length, end)


def to_sign(prose: Prose, at: int, limit: int) -> bool:
    """Whether a head stands behind the clauses, where the parties sign."""
    behind = limit if limit < len(prose.text) else 0
    late = at > max(behind, 0.4 * len(prose.text))
    return late and bool(_SIGNS.search(prose.text, at, at + 200))


def _row_of_heads(prose: Prose, start: int, end: int) -> bool:
    """Whether the line before or after is a bare label, too: then names follow side by side."""
    before = prose.text[:start].rstrip("\n").rsplit("\n", 1)[-1]
    after = prose.text[end + 1 :].split("\n", 1)[0]
    return any((m := _HEAD.fullmatch(line)) is not None and m["colon"] for line in (before, after))


def _in_column(prose: Prose, match: re.Match[str], beside: bool) -> Iterator[Party]:
    """The name below a label that others stand beside: the nearest that begins where it does."""
    own = prose.glyphs[match.start()]
    if not beside or own is None or own.box is None:
        return
    below = []
    for start, end in prose.paragraphs():
        found = at_start(prose.text[start:end]) if match.end() < start < match.end() + 400 else None
        first = prose.glyphs[start]
        if found is None or first is None or first.box is None:
            continue
        same = prose.leaves[start] is prose.leaves[match.start()]
        near = abs(first.box.x0 - own.box.x0) < 3.0 * own.box.height
        if same and near and first.box.top > own.box.top:
            below.append((first.box.top, start, end, found))
    for top, start, end, (name, length) in sorted(below)[:1]:
        if top - own.box.bottom < 5.0 * own.box.height:
            yield _party(prose, match, name, start, True, prose.text[start + length : end])


def _fills(rest: str) -> bool:
    """Whether a name without a colon before it is all that stands behind the label."""
    found = at_start(rest)
    return found is not None and bool(re.match(r"$|[(,，;；。]", rest[found[1] :]))


def _bare(rest: str, *, early: bool) -> tuple[str, int] | None:
    """A name without 公司, 大学 … counts only among the particulars at the head."""
    match = re.match(rf"[{_HAN}A-Za-z][{_HAN}A-Za-z0-9()·&\-]{{3,40}}(?=$|[,，;；。(])", rest)
    if early and match and not _NO_NAME.search(match[0]) and not BEARS.match(match[0]):
        return match[0], match.end()
    return None


def _party(
    prose: Prose, match: re.Match[str], name: str, at: int, weak: bool, behind: str
) -> Party:
    close = re.match(r"(?:\([^()]*\)|[,，](?:以下|下)?(?:简称|下称)[^,，。]*)*", behind)
    glosses = match["gloss"] + (close[0] if close else "")
    aliases = aliases_in(glosses)
    label = label_in(match["words"]) or label_in(match["gloss"])
    label = label or next((a for a in aliases if re.fullmatch(LABEL, a)), "")
    role = role_of(re.sub(LABEL, "", match["words"])) or _glossed(glosses)
    label_at = _where(prose, label, match.start(), at + len(name) + len(behind))
    end = at + len(name) + (close.end() if close else 0)
    words = re.sub(r"[()/、\-—]", "", re.sub(LABEL, "", match["words"]))
    return Party(
        label, name, ((at, at + len(name)),), label_at, role,
        (match.start(), end) if role else None,
        aliases=tuple(a for a in aliases if not re.fullmatch(LABEL, a)), head=words, weak=weak,
    )  # fmt: skip


def _glossed(glosses: str) -> str:
    """The role in a bracket: ``（牵头单位）``, not in ``（以下简称…）``."""
    inner = [g for g in re.findall(r"\(([^()]*)\)", glosses) if len(g) <= 14]
    said = (g for g in inner if re.search(ROLE, g) or re.fullmatch(_BARE_ROLE, g))
    return next((r for g in said if (r := role_of(g))), "")


def _where(prose: Prose, label: str, start: int, end: int) -> tuple[int, int] | None:
    at = prose.text.find(label, start, end) if label else -1
    return (at, at + len(label)) if at >= 0 else None


def _beside(prose: Prose, first: Party, at: int, end: int) -> Iterator[Party]:
    """Further units behind one head: ``参与单位：甲大学、乙公司``."""
    end = _list_end(prose, end)
    behind = prose.text[at:end].replace("\n", "")
    joined = re.match(r"(?:\([^()]*\))*(?:[、,，;；和与及]|\(?\d{1,2}[.、)])", behind)
    if joined is None or (first.weak and at > 0.4 * len(prose.text)):
        return
    for name, left, right in units_in(prose.text, at, end):
        lead = prose.text[max(at, left - 1) : left]
        if lead not in set("、,，;；和与及).．\n"):
            return
        bracket = re.match(r"(?:\([^()]*\))*", prose.text[right:end])
        terms = aliases_in(bracket[0] if bracket else "")
        label = next((a for a in terms if re.fullmatch(LABEL, a)), "")
        yield replace(
            first, name=name, at=((left, right),), label=label,
            label_at=_where(prose, label, right, end),
            aliases=tuple(a for a in terms if a != label),
        )  # fmt: skip


def _list_end(prose: Prose, end: int) -> int:
    """The end of a list that goes on with numbered units on lines of their own."""
    while end < len(prose.text):
        line = prose.text[end + 1 :].split("\n", 1)[0]
        number = re.match(NUMBER, line)
        if number is None or not number[0] or not _fills(line[number.end() :]):
            return end
        if not re.fullmatch(r"[\d.、．()]+", number[0]):
            return end
        end += 1 + len(line)
    return end


def _below(prose: Prose, match: re.Match[str], end: int, weak: bool) -> Iterator[Party]:
    """A label alone on its line: the name, ``名称：…`` or a list of units under it."""
    at = end + 1
    under = _UNDER.match(prose.text, at)
    at = under.end() if under else at
    many = not label_in(match[0])
    while at < len(prose.text):
        stop = prose.text.find("\n", at)
        stop = len(prose.text) if stop < 0 else stop
        number = re.match(NUMBER, prose.text[at:stop])
        at += number.end() if number else 0
        found = at_start(prose.text[at:stop])
        behind = prose.text[at + found[1] : stop] if found else ""
        if found is None or not re.match(r"$|[(,，;；。、:：]", behind):
            return
        yield _party(prose, match, found[0], at, weak, behind)
        if not many or under:
            return
        at = stop + 1


# ---------------------------------------------------------------- sentences


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
    lead = role_of(led[0]) if led else ""
    paragraph = text[start:].split("\n", 1)[0]
    if not label and not (terms and (tied or lead)) and not (lead and _introduces(paragraph)):
        return None
    if any(_AUTHORITY.search(term) for term in terms):
        return None
    own = next((role_of(a) for a in terms if re.fullmatch(ROLE, a)), "")
    role = lead or own or _glossed(bracket)
    span = (left - len(led[0]) if led else left, right + close[1])
    return Party(
        label, name, ((left, right),), _where(prose, label, right, right + close[1]), role,
        span if role else None, aliases=tuple(a for a in terms if a != label),
        head=re.sub(r"[:：为是]$", "", led[0]) if led else "", weak=True,
    )  # fmt: skip


def _introduces(text: str) -> bool:
    return bool(INTRODUCED.search(text))


def gathered(prose: Prose) -> Iterator[Party]:
    """Units that a sentence at the head brings together: ``A、B、C自愿组成联合体``."""
    for start, end in _early(prose):
        found = list(units_in(prose.text, start, end))
        joint = rf"(?:\([^()]*\))?(?:[、,，;；。]|$|{JOINTS.pattern})"
        apart = [f for f in found if re.match(joint, prose.text[f[2] : end])]
        text = prose.text[start:end]
        if _TOGETHER.search(text) and len(found) >= 2 and len(apart) >= len(found) - 1:
            for name, left, right in found:
                yield _plain(prose, name, (left, right), end)


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
    role = _glossed(glosses)
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
