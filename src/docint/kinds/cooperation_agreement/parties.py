"""Parties (签约方) of an agreement: one entry each, with role, representative and code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from docint.extract.celled import Grid
from docint.extract.clauses import Prose
from docint.kinds.cooperation_agreement.heads import defined, gathered, headed, listed, tabled
from docint.kinds.cooperation_agreement.party import Party, names_of, role_of
from docint.values.text import same, tidy

_HAN = r"\u4e00-\u9fff"
_REPRESENTATIVE = re.compile(
    rf"(?:法定代表人|法人代表|法人|授权代表|授权代理人|委托代理人|委托代表|负责人|单位负责人"
    rf"|主要负责人|理事长|校长|院长|会长|代表人|代表(?=[:：]))"
    rf"(?:(?:或|/|及|和|、)?\(?(?:或)?(?:其)?(?:法定代表人|授权代表|委托代理人|授权代理人"
    rf"|授权代表人|授权委托人|主要负责人|负责人"
    rf"|委托代表|签约代表|代表)\)?)?(?P<mark>\([^()]{{1,10}}\))?(?:姓名)?(?:[:：]\n?|\n|为|是"
    rf"|(?=[{_HAN}]))"
    rf"(?P<name>[{_HAN}]{{2,4}}?|[{_HAN}]{{1,6}}·[{_HAN}]{{1,8}}?)"
    rf"(?=\n|$|[,，。;；、)(_:：|/]|先生|女士|职务|电话|地址|联系|统一|住所|通讯|通信|注册|办公"
    rf"|项目|手机|邮编|开户|日期|签|"
    rf"身份证|性别|代表|法定|授权|委托|单位|[甲乙丙丁戊己]方)"
)
_TO_SIGN = re.compile(r"签字|签名|签章|盖章|手签")
_NO_PERSON = re.compile(
    r"签字|签章|签名|签署|签订|盖章|公章|代表|日期|法定|地址|电话|单位|授权|委托|职务|职称|姓名|"
    r"[甲乙丙丁戊己]方|各方|双方|公司|信用|联系|住所|名称|以及|或者|应当|同意|本人|已经|年月|签"
    r"|下列|以下|负责|共同|项目|承担|[为是的]$"
)
_USCC = re.compile(
    r"(?:统一社会信用代码|社会信用代码|信用代码|统一代码)(?:\([^()]{1,12}\))?(?:证号|号)?[:：]?\n?"
    r"(?P<code>[0-9A-Z]{18})(?![0-9A-Z])"
)
_AFTER_BLOCK = re.compile(
    r"\n(?:第[一二三四五六七八九十\d]+[章条]|[一二三四五六七八九十]+、|鉴于|根据|为(?:了|充分"
    r"|贯彻|进一步|深入|推动|突破))"
)


# ---------------------------------------------------------------- one entry each


def _twin(result: Sequence[Party], party: Party) -> int | None:
    for n, other in enumerate(result):
        if same(other.name, party.name) or (party.label and party.label == other.label):
            return n
    return None


def _merged(found: Sequence[Party]) -> list[Party]:
    """Each unit once; a later print adds what the first lacks."""
    result: list[Party] = []
    for party in found:
        twin = _twin(result, party)
        if twin is None:
            result.append(party)
        elif same(result[twin].name, party.name) or not party.weak:
            result[twin] = _joined(result[twin], party)
    return sorted(result, key=lambda party: party.start)


def _joined(first: Party, party: Party) -> Party:
    if not same(first.name, party.name):
        return first
    label = first.label or party.label
    return replace(
        first,
        label=label,
        label_at=first.label_at if first.label else party.label_at,
        role=first.role or party.role,
        role_at=first.role_at or party.role_at,
        representative=first.representative or party.representative,
        representative_at=first.representative_at or party.representative_at,
        aliases=tuple(dict.fromkeys((*first.aliases, *party.aliases))),
        head=first.head or party.head,
    )


def _chosen(prose: Prose, grids: Sequence[Grid]) -> list[Party]:
    """Heads and tables first, then defined terms; lists in sentences only where nothing else is."""
    strong = [*headed(prose), *(p for grid in grids for p in tabled(grid))]
    firm = _merged([p for p in strong if not p.weak])
    said = list(defined(prose))
    labelled = [p for p in firm if p.label] or [p for p in said if p.label]
    if len(labelled) >= 2:
        said = [p for p in said if p.label or _twin(firm, p) is not None or p.role]
    found = _merged([*firm, *listed(prose), *said, *(p for p in strong if p.weak)])
    if len(found) < 2:
        found = _merged([*found, *gathered(prose)])
    return _unlabelled_left_out(found)


def _unlabelled_left_out(found: list[Party]) -> list[Party]:
    """Where most parties are 甲方, 乙方 …, a unit without a label and a role is none."""
    labelled = [p for p in found if p.label]
    if len(labelled) < 2:
        return found
    return [p for p in found if p.label or (p.role and not p.weak) or (p.head and not p.weak)]


# ---------------------------------------------------------------- roles

_WHAT = r"(?:(?:本|该)?(?:项目|创新联合体|联合体|协议|合作|课题)?的?)"
_UNIT = r"(?:单位|方|人|企业|机构)"
_LEADS = r"(?:总?牵头|主导|主持|组长|盟主|理事长)"
_JOINS = r"(?:参与|参加|成员|协作|合作|共建|配合|支撑)"
_FOUNDS = r"(?=组建|申报|组织|联合|会同|成立|发起|共建|建设|[,，、])"
_NAMED_LEAD = (
    rf"{{who}}(?:作为|为|担任|系|是|任){_WHAT}{_LEADS}{_UNIT}",
    rf"(?:由|以|推举|推选|确定|委托|指定|选定|明确){{who}}(?:作为|为|担任|负责){_WHAT}{_LEADS}",
    rf"(?:总?牵头|主导|主持){_UNIT}(?:为|是|由|[:：]){{who}}",
    rf"{{who}}[,，]?{_WHAT}{_LEADS}{_UNIT}(?=[,，。;；)])",
)
_NAMED_JOIN = (
    rf"{{who}}(?:均|分别|共同)?(?:作为|为|担任|系|是){_WHAT}{_JOINS}{_UNIT}",
    rf"{_JOINS}{_UNIT}(?:为|是|[:：]|包括){{who}}",
)
_DOING_LEAD = (
    rf"由{{who}}(?:负责)?(?:总体|全面|总)?(?:牵头|主导){_FOUNDS}",
    r"(?:项目|联合体|合作|协议)[^。;；\n]{0,6}由{who}(?:负责)?(?:总体|全面|总)?(?:牵头|主导)",
    rf"{{who}}(?:负责)?(?:总体|全面|总)?牵头(?:单位|{_FOUNDS})",
)
_DOING_JOIN = (r"{who}(?:共同|均)?(?:参与|参加|配合)(?:建设|组建|实施|申报|共建|[,，。;；])",)


def _said_role(text: str, party: Party) -> tuple[str, tuple[int, int]] | None:
    """The role that a sentence gives a party, and where: nouns (牵头单位) before verbs (牵头)."""
    who = "(?:" + "|".join(re.escape(name) for name in names_of(party)) + r")(?:\([^()]*\))?"
    listed = rf"(?:[^。；;\n:：]{{0,60}}[、和及与])?{who}(?:[、和及与][^。；;\n牵头]{{0,60}}?)?"
    for role, forms, use in (
        ("lead", _NAMED_LEAD, who),
        ("participant", _NAMED_JOIN, listed),
        ("lead", _DOING_LEAD, who),
        ("participant", _DOING_JOIN, listed),
    ):
        for form in forms:
            if match := re.search(form.replace("{who}", use), text):
                return role, match.span()
    return None


def _with_role(prose: Prose, party: Party) -> Party:
    if party.role in {"lead", "participant"}:
        return party
    said = _said_role(prose.text, party)
    return replace(party, role=said[0], role_at=said[1]) if said else party


def _roles(prose: Prose, parties: list[Party]) -> list[Party]:
    """Roles said in sentences where heads give none; with one lead the others participate."""
    if not any(party.role == "lead" for party in parties):
        # 合作方A, 合作方B: alike, and one of them may lead all the same
        parties = [
            replace(p, role="") if re.search("合作|共建|联合", p.head) else p for p in parties
        ]
    result = [_with_role(prose, party) for party in parties]
    leads = sum(party.role == "lead" for party in result)
    starters = [n for n, party in enumerate(result) if party.role == "starts"]
    for n in starters:
        # 发起单位 leads if it alone founds what others join
        alone = leads == 0 and len(starters) == 1 and len(result) > 1
        result[n] = replace(result[n], role="lead" if alone else "", role_sure=False)
    if sum(party.role == "lead" for party in result) != 1 or len(result) < 2:
        return result
    return [
        p if p.role else replace(p, role="participant", role_at=p.at[0], role_sure=False)
        for p in result
    ]


# ---------------------------------------------------------------- particulars


def _represented(prose: Prose, parties: list[Party]) -> list[Party]:
    """The representative and the code in each party's own block, else in its signature block."""
    starts = sorted(party.start for party in parties)
    near = [_particulars(prose, party, starts) for party in parties]
    return [p if p.representative else _signer(prose, p, near) for p in near]


def _person(match: re.Match[str]) -> bool:
    return not _NO_PERSON.search(match["name"]) and not _TO_SIGN.search(match["mark"] or "")


def _particulars(prose: Prose, party: Party, starts: list[int]) -> Party:
    # From the name on: a sentence may go on with them (某公司（以下简称“某”），法定代表人某某).
    begin = party.end
    until = min((s for s in starts if s > party.start), default=begin + 500)
    block = _AFTER_BLOCK.split(prose.text[begin : min(until, begin + 500)])[0]
    if not party.representative:
        party = _with_person(party, block, begin)
    if code := _USCC.search(block):
        start = begin + code.start("code")
        party = replace(party, uscc=code["code"], uscc_at=(start, start + 18))
    return party


def _with_person(party: Party, block: str, begin: int) -> Party:
    match = next((m for m in _REPRESENTATIVE.finditer(block) if _person(m)), None)
    if match is None:
        return party
    start = begin + match.start("name")
    span = start, start + len(match["name"])
    return replace(party, representative=tidy(match["name"]), representative_at=span)


def _signer(prose: Prose, party: Party, parties: list[Party]) -> Party:
    """A representative printed (not signed) under the party's name in its signature block."""
    others = [n for p in parties if p is not party for n in names_of(p) if len(n) > 1]
    at = prose.text.rfind(party.name)
    if at <= party.start or at < 0.4 * len(prose.text):
        return party
    begin = at + len(party.name)
    nexts = [f for n in others if (f := prose.text.find(n, begin)) >= 0]
    block = prose.text[begin : min([*nexts, begin + 120])]
    return _with_person(party, block, begin)


def _with_heads(parties: list[Party]) -> list[Party]:
    """Role words that one party alone bears (牵头单位, 参与单位一) name it in the text, too."""
    result = []
    for party in parties:
        words = {party.head} if party.head else set()
        if party.role == "lead" and sum(p.role == "lead" for p in parties) == 1:
            words |= {"牵头单位", "牵头方", "联合体牵头人", "牵头人"}
        if role_of(party.head) == "starts" and party.role == "lead":
            words |= {party.head}
        if party.role == "participant" and sum(p.role == "participant" for p in parties) == 1:
            words |= {"参与单位", "参与方", "协作方", "协作单位", "合作单位", "成员单位"}
        shared = {p.head for p in parties if p is not party}
        own = tuple(w for w in sorted(words) if w and w not in shared)
        result.append(replace(party, aliases=(*party.aliases, *own)))
    return result


def parties(prose: Prose, grids: Sequence[Grid] = ()) -> list[Party]:
    """The agreement's parties in printed order, with what the text tells of each."""
    return _with_heads(_represented(prose, _roles(prose, _chosen(prose, grids))))
