"""Parties (签约方) of an agreement: labels, names, roles, representatives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from docint.extract.clauses import Prose
from docint.values.text import fold, same, tidy

LABELS = "甲乙丙丁戊己庚辛壬癸"
_HAN = r"\u4e00-\u9fff"
_ORGANISED = (
    r"(?:公司|集团|大学|学院|研究院|研究所|实验室|中心|学会|协会|研究会|促进会|商会|联盟"
    r"|基金会|医院|银行|合作社|事务所|工厂|厂|院|所|园区|管委会|委员会"
    r"|\((?:有限合伙|普通合伙|特殊普通合伙)\)|(?:分公司|支行))"
)
_NAME = (
    rf"[{_HAN}A-Za-z][{_HAN}A-Za-z0-9()·&\-]{{2,50}}?{_ORGANISED}"
    rf"(?:\([{_HAN}A-Za-z0-9]{{2,20}}\))?(?![{_HAN}])"
)
NAME = re.compile(_NAME)
_LEAD = re.compile(r"牵头|主导单位|主持单位|组长单位|总体单位|承担单位(?!.*参)")
_JOIN = re.compile(r"参与|参加|成员|协作|合作单位|共建单位|联合单位|配合")
_HEAD = re.compile(
    rf"(?m)^(?:[({{【\[]?[一二三四五六七八九十\d]{{1,2}}[)、.．]\s?)?"
    rf"(?P<head>(?:(?P<label>[{LABELS}])方|(?:联合体|项目|总)?(?:牵头|参与|参加|成员|协作|合作"
    rf"|承担|共建|主导|联合|委托|受托|研究开发|协议)(?:单位|方"
    rf"|人)(?:[一二三四五六七八九十\d]{{1,2}})?)"
    rf"(?P<more>(?:\((?:[^()\n]{{1,30}})\)|[/、](?:牵头|参与|参加)(?:单位"
    rf"|方)){{0,3}}))[:：]\n?(?P<rest>[^\n]{{2,120}})"
)
_SIGNED = re.compile(r"盖章|公章|签章|签字|签名")
_ALIAS = re.compile(
    r"\((?:以下)?(?:简称|称)?(?:为"
    r"|作)?[:：]?[“\"'‘「《]?(?P<alias>[^()“”\"'‘’」》]{1,20})[”\"'’」》]?(?:[,，、或].{0,20})?\)"
)
_LABELLED_ALIAS = re.compile(
    rf"(?P<name>{_NAME})\((?:以下)?(?:简称"
    rf"|称)(?:为)?[:：]?[“\"'‘]?(?P<label>[{LABELS}])方[”\"'’]?\)"
)
_REPRESENTATIVE = re.compile(
    rf"(?:法定代表人|法人代表|授权代表|委托代理人|负责人|法定代表人\(负责人\))(?:(?:或|/|及"
    rf"|和)?\(?(?:或)?(?:授权代表|委托代理人|授权代理人|授权代表人|负责人|其授权代表"
    rf"|委托代表)\)?)?(?:\((?:签字|签名|签章|盖章"
    rf"|签字或盖章)\))?[:：]?(?P<name>[{_HAN}·]{{2,8}})(?=\n|$|[,，。;；]|职务|电话|地址|联系"
    rf"|统一|住所|日期|签)"
)
_USCC = re.compile(
    r"(?:统一社会信用代码|社会信用代码"
    r"|信用代码)(?:\([^()]{1,12}\))?[:：]?\n?(?P<code>[0-9A-Z]{18})(?![0-9A-Z])"
)
_NO_PERSON = re.compile(
    r"签字|签章|签名|签署|签订|盖章|公章|代表|日期|法定|地址|电话|单位|授权|委托|职务"
    r"|[甲乙丙丁戊己]方|各方|双方|公司|信用|联系|住所|名称"
)


@dataclass(frozen=True, slots=True)
class Party:
    """One unit that enters into the agreement."""

    label: str
    """``甲方``; empty where the agreement gives none."""
    name: str
    at: tuple[int, int]
    """Where the name stands in the prose."""
    label_at: tuple[int, int] | None
    role: str = ""
    role_at: tuple[int, int] | None = None
    role_sure: bool = True
    representative: str = ""
    representative_at: tuple[int, int] | None = None
    uscc: str = ""
    uscc_at: tuple[int, int] | None = None
    aliases: tuple[str, ...] = ()
    end: int = 0
    """Where its block of particulars may begin."""


def _role(text: str) -> str:
    if _LEAD.search(text):
        return "lead"
    return "participant" if _JOIN.search(text) else ""


def _clean_name(rest: str, *, early: bool) -> tuple[str, int] | None:
    """A party's name at the start of what stands behind its label, and its length."""
    match = NAME.match(rest)
    if match:
        return match[0], match.end()
    # A name without 公司, 大学 … counts only among the particulars at the head of the agreement.
    bare = re.match(rf"[{_HAN}A-Za-z][{_HAN}A-Za-z0-9()·&\-]{{3,40}}(?=$|[,，;；。(])", rest)
    if early and bare and not re.search(r"负责|应当|按照|提供|承担|是|为|_", bare[0]):
        return bare[0], bare.end()
    return None


def _first_clause(text: str) -> int:
    match = re.search(r"(?m)^(?:第[一二三四五六七八九十\d]+[章条]|[一二三四五六七八九十]+、)", text)
    return match.start() if match else len(text)


def _listed_names(rest: str) -> list[tuple[str, int, int]]:
    """Several units behind one head: ``参与单位：甲大学、乙公司``."""
    return [(m[0], m.start(), m.end()) for m in NAME.finditer(rest)]


def _headed(prose: Prose) -> Iterator[Party]:
    """``甲方（牵头单位）：某某公司（以下简称“某某”）`` at the start of a paragraph."""
    limit = _first_clause(prose.text)
    for match in _HEAD.finditer(prose.text):
        if _SIGNED.search(match["more"] or ""):
            continue
        cleaned = _clean_name(match["rest"], early=match.start() < limit)
        if cleaned is None:
            continue
        yield from _of_head(match, *cleaned)


def _of_head(match: re.Match[str], name: str, length: int) -> Iterator[Party]:
    start, head, rest = match.start("rest"), match["head"], match["rest"][length:]
    aliases = tuple(a["alias"] for a in _ALIAS.finditer(rest))
    plain = tuple(a for a in aliases if not re.fullmatch(f"[{LABELS}]方", a))
    label = (
        match["label"]
        or _label_in(head)
        or next((a[0] for a in aliases if re.fullmatch(f"[{LABELS}]方", a)), "")
    )
    role = _role(head) or _role(" ".join(re.findall(r"\(([^()]*)\)", rest)))
    head_at = (match.start("head"), match.end("head"))
    role_at = (match.start("head"), start + len(match["rest"])) if role else None
    yield Party(
        f"{label}方" if label else "", name, (start, start + length), head_at if label else None,
        role, role_at, aliases=plain, end=match.end(),
    )  # fmt: skip
    if label or not re.match(r"[、,，;；和与及]", rest):
        return
    for other, left, right in _listed_names(rest):
        at = start + length + left
        yield Party("", other, (at, at + right - left), None, role, role_at, end=match.end())


def _label_in(head: str) -> str:
    match = re.search(rf"([{LABELS}])方", head)
    return match[1] if match else ""


def _named(prose: Prose) -> Iterator[Party]:
    """``某某公司（以下简称“甲方”）`` in running text."""
    for match in _LABELLED_ALIAS.finditer(prose.text):
        yield Party(
            f"{match['label']}方", match["name"], match.span("name"), match.span("label"),
            end=match.end(),
        )  # fmt: skip


def _listed(prose: Prose) -> Iterator[Party]:
    """``甲方`` alone on a line, ``名称：某某公司`` under it; also as cells of a table."""
    for match in re.finditer(
        rf"(?m)^(?P<head>(?P<label>[{LABELS}])方(?:\([^()\n]{{1,20}}\))?)[:：]?\n"
        rf"(?:单位名称|名称|单位|全称)?[:：]?\n?(?P<name>{_NAME})",
        prose.text,
    ):
        if _SIGNED.search(match["head"]):
            continue
        role = _role(match["head"])
        yield Party(
            f"{match['label']}方", match["name"], match.span("name"), match.span("head"), role,
            match.span("head") if role else None, end=match.end(),
        )  # fmt: skip


def _merged(found: list[Party]) -> list[Party]:
    """Each unit once, in the order of first print; a later print adds what the first lacks."""
    result: list[Party] = []
    for party in found:
        twin = next(
            (
                n
                for n, p in enumerate(result)
                if same(p.name, party.name) or (p.label and p.label == party.label)
            ),
            None,
        )
        if twin is None:
            result.append(party)
            continue
        first = result[twin]
        result[twin] = replace(
            first,
            label=first.label or party.label,
            label_at=first.label_at if first.label else party.label_at,
            role=first.role or party.role,
            role_at=first.role_at or party.role_at,
            aliases=tuple(dict.fromkeys((*first.aliases, *party.aliases))),
        )
    return result


_WHAT = r"(?:本?(?:项目|联合体|创新联合体|协议|合作)的?)?(?:的)?"
_BODY_LEAD = (
    rf"{{who}}(?:作为|为|担任|系|是){_WHAT}(?:总?牵头|主导|主持)(?:单位|方)?",
    r"(?:由|以){who}(?:作为|为)?(?:总?牵头|主导)",
    r"(?:牵头|主导)单位(?:为|是|[:：]){who}",
    r"{who}(?:负责)?牵头(?:组建|单位|申报|,|，)",
)
_BODY_JOIN = (
    rf"{{who}}(?:均)?(?:作为|为|担任|系|是){_WHAT}(?:参与|参加|成员|协作)(?:单位|方)",
    r"(?:参与|参加|成员)单位(?:为|是|[:：]|包括){who}",
)


def names_of(party: Party) -> list[str]:
    """What the text calls a party: label, name, aliases, longest first."""
    known = [party.label, fold(party.name), *(fold(a) for a in party.aliases)]
    return sorted({k for k in known if k}, key=len, reverse=True)


def _said_role(text: str, party: Party) -> tuple[str, tuple[int, int]] | None:
    """The role that a sentence gives a party, and where."""
    who = "(?:" + "|".join(re.escape(name) for name in names_of(party)) + ")"
    listed = rf"(?:[^。；;\n]{{0,60}}[、和及与])?{who}(?:[、和及与][^。；;\n]{{0,60}}?)?"
    for role, forms, use in (("lead", _BODY_LEAD, who), ("participant", _BODY_JOIN, listed)):
        for form in forms:
            if match := re.search(form.replace("{who}", use), text):
                return role, match.span()
    return None


def _with_role(prose: Prose, party: Party) -> Party:
    said = None if party.role else _said_role(prose.text, party)
    return replace(party, role=said[0], role_at=said[1]) if said else party


def _roles(prose: Prose, parties: list[Party]) -> list[Party]:
    """Roles said in sentences where heads give none; with one lead the others participate."""
    result = [_with_role(prose, party) for party in parties]
    if sum(party.role == "lead" for party in result) != 1 or len(result) < 2:
        return result
    return [
        p if p.role else replace(p, role="participant", role_at=p.at, role_sure=False)
        for p in result
    ]


_AFTER_BLOCK = re.compile(
    r"\n(?:第[一二三四五六七八九十\d]+[章条]|[一二三四五六七八九十]+、|鉴于|根据|为)"
)


def _represented(prose: Prose, parties: list[Party]) -> list[Party]:
    """The representative and the code in each party's own block of particulars."""
    starts = sorted(party.at[0] for party in parties)
    return [_particulars(prose, party, starts) for party in parties]


def _particulars(prose: Prose, party: Party, starts: list[int]) -> Party:
    # From the name on: a sentence may go on with them (某公司（以下简称“某”），法定代表人某某).
    begin = party.at[1]
    until = min((s for s in starts if s > party.at[0]), default=party.end + 400)
    block = _AFTER_BLOCK.split(prose.text[begin : min(until, party.end + 400)])[0]
    match = _REPRESENTATIVE.search(block)
    if match and not _NO_PERSON.search(match["name"]):
        start = begin + match.start("name")
        span = start, start + len(match["name"])
        party = replace(party, representative=tidy(match["name"]), representative_at=span)
    if code := _USCC.search(block):
        start = begin + code.start("code")
        party = replace(party, uscc=code["code"], uscc_at=(start, start + 18))
    return party


def parties(prose: Prose) -> list[Party]:
    """The agreement's parties in printed order, with what the text tells of each."""
    found = _merged(
        sorted([*_headed(prose), *_listed(prose), *_named(prose)], key=lambda p: p.at[0])
    )
    return _represented(prose, _roles(prose, found))
