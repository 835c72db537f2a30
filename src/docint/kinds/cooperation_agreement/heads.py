"""Parties under their labels (甲方：…、牵头单位：…): the name behind, below or beside its label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from docint.extract.clauses import Prose
from docint.extract.unit_names import at_start, ended, units_in
from docint.kinds.cooperation_agreement.charges import BEARS, one_task
from docint.kinds.cooperation_agreement.party import LABEL, ROLE, Party, role_of
from docint.kinds.cooperation_agreement.terms_defined import (
    NUMBER,
    aliases_in,
    first_clause,
    glossed,
    label_in,
    where,
)

_HAN = r"\u4e00-\u9fff"
_WORD = rf"(?:{LABEL}|{ROLE})"
_HEAD = re.compile(
    rf"(?P<words>\(?{_WORD}(?:[(/、\-—]{{0,2}}{_WORD}\)?)?)"
    rf"(?P<gloss>(?:\([^()\n]{{1,40}}\)){{0,3}})"
    rf"\)?(?:的?(?:单位|机构|企业)?(?:名称|全称|(?:基本|主体)?(?:情况|信息|资料|概况)))?(?:\([^()\n]{{1,20}}\))?(?P<colon>[:：]"
    rf"|[为是系](?=[{_HAN}]{{2}}))?"
)
_SIGNED = re.compile(r"盖章|公章|签章|签字|签名|印章|\(章\)")
_SIGNS = re.compile(
    r"盖章|公章|签章|签字|签名|签署[:：]|印章|\(章\)|代表[:：(人]|\d年\d{1,2}月|日期[:：]"
)
"""What stands near the names on a page to sign."""
_UNDER = re.compile(
    r"(?:(?:单位|机构|企业|公司|法人)?(?:名?称|全称)|单位)(?:\([^()]{1,12}\))?[:：]?\n?"
)
_TOLD_FIRST = re.compile(
    rf"(?:[{_HAN}]{{1,8}}[:：][^\n]{{1,60}}\n){{1,4}}(?={_UNDER.pattern}[^\n]{{4}})"
)
"""Particulars (角色、代码) that a card tells before the name."""
_NO_NAME = re.compile(
    r"负责|应当|按照|提供|承担|是|为|_|盖章|签字|以下|各方|代表|共同|同意|[甲乙丙丁]方"
    r"|完成|开展|实施|从事|牵头|参与|配合|协助|进行"
    r"|(?:工作|任务|研[发究制]|开发|优化|化|设计|测试|验证|推广|制[定备造]|建模|选型|标注|采集|集成|部署|中试"
    r"|评价|评测|试验|示范|架构|算法)$"
)
"""What a sentence about work says and a unit's name does not."""


def headed(prose: Prose) -> Iterator[Party]:
    """``甲方（牵头单位）：某某公司（以下简称“某某”）``, the name behind or under the label."""
    limit = first_clause(prose.text)
    for start, end in prose.paragraphs():
        for match in _HEAD.finditer(prose.text, start, end):
            if _opens(prose.text, start, match.start()) and not _of_task(prose, start, match):
                yield from _of_head(prose, match, end, limit)


def _opens(text: str, start: int, at: int) -> bool:
    """Whether a label may stand here: at a paragraph's start, behind a mark, behind a name."""
    before = text[start:at]
    if re.fullmatch(rf"{NUMBER}(?:关于|有关)?|(?:Party|PARTY)?[A-Za-z.]{{0,8}}", before):
        return True  # Party A（甲方）, 一、关于甲方
    return before[-1:] in ",，;；。)】|" or ended(before)


def _of_task(prose: Prose, start: int, match: re.Match[str]) -> bool:
    """Whether a role stands behind one task's name, whose bearer it tells: no party's head."""
    before = re.split("[。;；]", prose.text[start : match.start()])[-1]
    told = match["colon"] is not None and not label_in(match["words"])
    return told and before[-1:] in set(",，(") and one_task(before)


def _of_head(prose: Prose, match: re.Match[str], end: int, limit: int) -> Iterator[Party]:
    rest_at = match.end()
    number = re.match(NUMBER, prose.text[rest_at:end])
    rest_at += number.end() if number and number.end() > 1 else 0
    rest = prose.text[rest_at:end]
    gloss = match["gloss"] + match[0]
    late = match.start() > min(limit, 0.4 * len(prose.text))
    weak = late and bool(_SIGNED.search(gloss) or re.match(r"\(?(?:盖章|公章|签章)", rest))
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
    role = role_of(re.sub(LABEL, "", match["words"])) or glossed(glosses)
    label_at = where(prose, label, match.start(), at + len(name) + len(behind))
    end = at + len(name) + (close.end() if close else 0)
    words = re.sub(r"[()/、\-—]", "", re.sub(LABEL, "", match["words"]))
    return Party(
        label, name, ((at, at + len(name)),), label_at, role,
        (match.start(), end) if role else None,
        aliases=tuple(a for a in aliases if not re.fullmatch(LABEL, a)), head=words, weak=weak,
    )  # fmt: skip


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
            label_at=where(prose, label, right, end),
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
    above = None if _UNDER.match(prose.text, at) else _TOLD_FIRST.match(prose.text, at)
    under = _UNDER.match(prose.text, above.end() if above else at)
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
