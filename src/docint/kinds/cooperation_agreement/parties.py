"""Parties (签约方) of an agreement: one entry each, with role, representative and code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from docint.extract.celled import Grid
from docint.extract.clauses import Prose
from docint.kinds.cooperation_agreement.heads import defined, gathered, headed, listed
from docint.kinds.cooperation_agreement.members import told
from docint.kinds.cooperation_agreement.party import ROLE, Party, names_of, role_of
from docint.kinds.cooperation_agreement.tables import tabled
from docint.types.place import Box
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
_SLACK = 6.0
"""Points by which a line may begin left of its column."""
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
    stated = {first.role, party.role} - {"", "starts"}
    return replace(
        first,
        role_sure=first.role_sure and party.role_sure and len(stated) < 2,
        label=label,
        label_at=first.label_at if first.label else party.label_at,
        role=first.role or party.role,
        role_at=first.role_at or party.role_at,
        representative=first.representative or party.representative,
        representative_at=first.representative_at or party.representative_at,
        aliases=tuple(dict.fromkeys((*first.aliases, *party.aliases))),
        head=first.head or party.head,
    )


def _within(party: Party, grid: Grid) -> bool:
    return any(a <= party.start < b for field in grid.fields for a, b in field.runs)


def _chosen(prose: Prose, grids: Sequence[Grid]) -> list[Party]:
    """Heads and tables first, then defined terms; lists in sentences only where nothing else is."""
    celled = [(grid, found) for grid in grids if (found := list(tabled(grid)))]
    strong = [p for _, found in celled for p in found]
    # a cell's neighbour in the prose is not its neighbour in the table
    strong += [p for p in headed(prose) if not any(_within(p, grid) for grid, _ in celled)]
    firm = _merged([p for p in strong if not p.weak])
    said = list(defined(prose))
    labelled = [p for p in firm if p.label] or [p for p in said if p.label]
    if len(labelled) >= 2:
        said = [p for p in said if p.label or _twin(firm, p) is not None or p.role]
    found = _merged([*firm, *told(prose), *listed(prose), *said, *(p for p in strong if p.weak)])
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
    rf"{{who}}(?:作为|为|担任|出任|系|是|任){_WHAT}{_LEADS}{_UNIT}",
    rf"{{who}}[,，](?:现|拟)?(?:作为|为|担任|出任|系|是|任){_WHAT}{_LEADS}{_UNIT}(?=[,，。;；)\n]|$)",
    rf"(?:由|以|推举|推选|确定|委托|指定|选定|明确){{who}}(?:作为|为|担任|负责){_WHAT}{_LEADS}",
    rf"(?:总?牵头|主导|主持){_UNIT}(?:为|是|由|[:：]){{who}}",
    rf"{{who}}[,，]?{_WHAT}{_LEADS}{_UNIT}(?=[,，。;；)])",
)
_NAMED_JOIN = (
    rf"{{who}}(?:均|分别|共同)?(?:作为|为|担任|系|是){_WHAT}{_JOINS}{_UNIT}",
    rf"{{who}}[,，](?:现|拟)?(?:作为|为|担任|系|是|任){_WHAT}{_JOINS}{_UNIT}(?=[,，。;；)\n]|$)",
    rf"{_JOINS}{_UNIT}(?:为|是|[:：]|包括){{who}}",
)
_DOING_LEAD = (
    rf"由{{who}}(?:负责)?(?:总体|全面|总)?(?:牵头|主导){_FOUNDS}",
    r"(?:项目|联合体|合作|协议)[^。;；\n]{0,6}由{who}(?:负责)?(?:总体|全面|总)?(?:牵头|主导)",
    rf"{{who}}(?:负责)?(?:总体|全面|总)?牵头(?:单位|{_FOUNDS})",
)
_DOING_JOIN = (r"{who}(?:共同|均)?(?:参与|参加|配合)(?:建设|组建|实施|申报|共建|[,，。;；])",)


def _said_role(text: str, party: Party, *, doing: bool) -> tuple[str, tuple[int, int]] | None:
    """The role that a sentence gives a party, and where: by a noun (牵头单位) or a verb (牵头)."""
    who = "(?:" + "|".join(re.escape(name) for name in names_of(party)) + r")(?:\([^()]*\))?"
    listed = rf"(?:[^。；;\n:：]{{0,60}}[、和及与])?{who}(?:[、和及与][^。；;\n牵头]{{0,60}}?)?"
    nouns = (("lead", _NAMED_LEAD, who), ("participant", _NAMED_JOIN, listed))
    verbs = (("lead", _DOING_LEAD, who), ("participant", _DOING_JOIN, listed))
    for role, forms, use in verbs if doing else nouns:
        for form in forms:
            if match := re.search(form.replace("{who}", use), text):
                return role, match.span()
    return None


def _with_role(prose: Prose, party: Party, *, doing: bool) -> Party:
    said = _said_role(prose.text, party, doing=doing)
    if party.role in {"lead", "participant"}:
        contested = not doing and said is not None and said[0] != party.role
        return replace(party, role_sure=False) if contested else party
    return replace(party, role=said[0], role_at=said[1]) if said else party


_RANK = re.compile(
    r"(?:职责身份|成员身份|单位身份|身份|(?:合作|承担|成员|单位|参与|联合体)?角色|成员类[型别]|地位"
    rf"|参与方式)(?:\([^()]{{1,12}}\))?[:：]?\n?(?P<role>{ROLE})(?=\n|$|[,，。;；(])"
)
"""A line of a party's particulars that gives its role: ``承担角色：牵头单位``."""


def _ranked(prose: Prose, parties: list[Party]) -> list[Party]:
    """Roles that a line among the party's particulars gives."""
    result = []
    for party in parties:
        found = _RANK.search(_block(prose, party, parties, 400))
        role = role_of(found["role"]) if found else ""
        if found and role and party.role in {"", "starts"}:
            at = party.end + found.start(), party.end + found.end()
            result.append(replace(party, role=role, role_at=at))
        elif role and role != party.role:
            result.append(replace(party, role_sure=False))
        else:
            result.append(party)
    return result


def _led(parties: Sequence[Party]) -> int:
    return sum(party.role == "lead" for party in parties)


def _roles(prose: Prose, parties: list[Party]) -> list[Party]:
    """Roles said in sentences where heads give none; with one lead the others participate."""
    if not any(party.role == "lead" for party in parties):
        # 合作方A, 合作方B: alike, and one of them may lead all the same
        parties = [
            replace(p, role="") if re.search("合作|共建|联合", p.head) else p for p in parties
        ]
    result = [_with_role(prose, party, doing=False) for party in parties]
    doing = [_with_role(prose, party, doing=True) for party in result]
    if _led(doing) <= max(1, _led(result)):  # several that lead bear tasks, not the consortium
        result = doing
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
    near = [_particulars(prose, party, parties) for party in parties]
    return [p if p.representative else _signer(prose, p, near) for p in near]


def _place(prose: Prose, at: int) -> tuple[int, Box] | None:
    """Page and box of a character; None without geometry."""
    leaf, glyph = prose.leaves[at], prose.glyphs[at]
    return (leaf.page.number, glyph.box) if leaf and glyph and glyph.box else None


def _level(prose: Prose, party: Party, other: Party) -> bool:
    """Whether two parties' names stand side by side in one row."""
    one, two = _place(prose, party.start), _place(prose, other.start)
    if one is None or two is None or one[0] != two[0] or party is other:
        return False
    return abs(one[1].middle[1] - two[1].middle[1]) < 0.6 * one[1].height


def _column(prose: Prose, party: Party, beside: Sequence[Party], until: int) -> str:
    """The text under a party whose neighbours stand beside it: what is not its own is blanked."""
    edges = sorted(box.x0 for p in (party, *beside) if (box := _head_box(prose, p)))
    own = _head_box(prose, party)
    text = list(prose.text[party.end : until])
    for n in range(len(text)):
        spot = _place(prose, party.end + n) if text[n] != "\n" else None
        if spot and own and _nearest(edges, spot[1].x0) != own.x0:
            text[n] = "\u3000"
    return "".join(text)


def _head_box(prose: Prose, party: Party) -> Box | None:
    """Where a party's line begins: at its label, if that stands before its name."""
    at = party.start
    if party.label_at and party.label_at[0] < at and at - party.label_at[0] < 20:
        at = party.label_at[0]
    spot = _place(prose, at)
    return spot[1] if spot else None


def _nearest(edges: Sequence[float], x: float) -> float:
    """The column that a character stands in: the last one that begins left of it."""
    return max((edge for edge in edges if edge <= x + _SLACK), default=edges[0])


def _person(match: re.Match[str]) -> bool:
    return not _NO_PERSON.search(match["name"]) and not _TO_SIGN.search(match["mark"] or "")


def _block(prose: Prose, party: Party, parties: Sequence[Party], reach: int) -> str:
    """What stands under a party's name, up to the next one; its own column of it."""
    beside = [other for other in parties if _level(prose, party, other)]
    starts = [p.start for p in parties if p.start > party.start and p not in beside]
    until = min([*starts, party.end + reach])
    text = _column(prose, party, beside, until) if beside else prose.text[party.end : until]
    return _AFTER_BLOCK.split(text)[0]


def _particulars(prose: Prose, party: Party, parties: Sequence[Party]) -> Party:
    # From the name on: a sentence may go on with them (某公司（以下简称“某”），法定代表人某某).
    block = _block(prose, party, parties, 500)
    if not party.representative:
        party = _with_person(prose, party, party, parties, 500)
    if code := _USCC.search(block):
        start = party.end + code.start("code")
        party = replace(party, uscc=code["code"], uscc_at=(start, start + 18))
    return party


def _with_person(
    prose: Prose, party: Party, spot: Party, spots: Sequence[Party], reach: int
) -> Party:
    """The party with the person named under it, where ``spot`` is a print of its name."""
    block, begin = _block(prose, spot, spots, reach), spot.end
    people = [m for m in _REPRESENTATIVE.finditer(block) if _person(m)]
    row = _row_of(prose, spot, spots)
    if len(row) > 1:
        block, begin = _block(prose, row[-1], spots, reach), row[-1].end
        people = [m for m in _REPRESENTATIVE.finditer(block) if _person(m)]
        labels = {m[0][: m.start("name") - m.start()] for m in people}
        if len(people) == len(row) and len(labels) == 1:
            people = people[row.index(spot) :]
        elif spot is not row[-1] or len(people) > 1:
            people = []
    if not people:
        return party
    start = begin + people[0].start("name")
    span = start, start + len(people[0]["name"])
    return replace(party, representative=tidy(people[0]["name"]), representative_at=span)


def _row_of(prose: Prose, spot: Party, spots: Sequence[Party]) -> list[Party]:
    """Parties named one after the other with nothing told between them: the cells of a row."""
    if _place(prose, spot.start) is not None:
        return [spot]
    ordered = sorted(spots, key=lambda p: p.start)
    rows: list[list[Party]] = []
    for party in ordered:
        before = rows[-1][-1] if rows else None
        between = prose.text[before.end : party.start] if before else ""
        if before and len(between) < _NOTHING and not re.search(r"[。；;,，]|代表", between):
            rows[-1].append(party)
        else:
            rows.append([party])
    return next(row for row in rows if spot in row)


_NOTHING = 24
"""Characters that only label the next name."""


_PRINTED = 0.95
"""A line's score from which on it is print."""


def _signer(prose: Prose, party: Party, parties: list[Party]) -> Party:
    """A representative printed (not signed) under the party's name in its signature block."""
    spots = {p.name: spot for p in parties if (spot := _signed_at(prose, p)) is not None}
    spot = spots.get(party.name)
    if spot is None:
        return party
    signed = _with_person(prose, party, spot, list(spots.values()), 120)
    return party if _by_hand(prose, signed.representative_at) else signed


def _by_hand(prose: Prose, at: tuple[int, int] | None) -> bool:
    """Whether a name may be a pen's: on a scan, read without its label or not clearly."""
    leaf, glyph = (prose.leaves[at[0]], prose.glyphs[at[0]]) if at else (None, None)
    if leaf is None or glyph is None or leaf.page.origin != "ocr":
        return False
    line = leaf.page.lines[glyph.line]
    return line.confidence < _PRINTED or not re.search("[:：]|代表|负责", line.text)


def _signed_at(prose: Prose, party: Party) -> Party | None:
    """The last print of a party's name, if that stands late enough to be signed there."""
    at = prose.text.rfind(party.name)
    if at <= party.start or at < 0.4 * len(prose.text):
        return None
    label = prose.text.rfind(party.label, max(0, at - 16), at) if party.label else -1
    where = (label, label + len(party.label)) if label >= 0 else None
    return replace(party, at=((at, at + len(party.name)),), label_at=where)


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
    chosen = _ranked(prose, _chosen(prose, grids))
    return _with_heads(_represented(prose, _roles(prose, chosen)))
