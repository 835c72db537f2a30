"""Who represents a party, and its code: in its own block at the head, else where it signs.

A block is what stands under or behind a party's name up to the next one; of parties side by side
each has its own column of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from docint.extract.clauses import Prose
from docint.kinds.cooperation_agreement.party import Party
from docint.types.place import Box
from docint.values.surnames import surnamed
from docint.values.text import tidy

_HAN = r"\u4e00-\u9fff"
_REPRESENTATIVE = re.compile(
    rf"(?<!课题)(?<!任务)(?<!项目)(?<!专题)(?:法定代表人|法人代表|法人|授权代表|授权代理人|委托代理人|委托代表|负责人|单位负责人"
    rf"|主要负责人|理事长|校长|院长|会长|代表人|代表(?=[:：]))"
    rf"(?:(?:或|/|及|和|、)?\(?(?:或)?(?:其)?(?:法定代表人|授权代表|委托代理人|授权代理人"
    rf"|授权代表人|授权委托人|主要负责人|负责人"
    rf"|委托代表|签约代表|代表)\)?)?(?P<mark>\([^()]{{1,10}}\))?(?:姓名)?(?:[:：]\n?_*|\n|为|是"
    rf"|(?=[{_HAN}]))"
    rf"(?P<name>[{_HAN}]{{2,4}}?|[{_HAN}]{{1,6}}·[{_HAN}]{{1,8}}?)"
    rf"(?=\n|$|[,，。;；、)(_:：|/]|先生|女士|职务|电话|地址|联系|统一|住所|通讯|通信|注册|办公"
    rf"|项目|手机|邮编|开户|日期|签|"
    rf"身份证|性别|代表|法定|授权|委托|单位|[甲乙丙丁戊己]方)"
)
_SLACK = 6.0
"""Points by which a line may begin left of its column."""
TO_SIGN = re.compile(r"签字|签名|签章|盖章|手签")
_NO_PERSON = re.compile(
    r"^[或及与][其者]|签字|签章|签名|签署|签订|盖章|公章|代表|日期|法定|地址|电话|单位|授权|委托|职务|职称|姓名|"
    r"[甲乙丙丁戊己]方|各方|双方|公司|信用|联系|住所|名称|以及|或者|应当|同意|本人|已经|年月|签"
    r"|下列|以下|负责|共同|项目|承担|[为是的]$"
)
_IN_PRINT = re.compile(
    rf"(?:姓名)?\([^()]{{0,3}}(?:印|刷|正|楷|打|机)[^()]{{0,4}}\)[:：]?\n?(?P<name>[{_HAN}·]{{2,8}})(?=\n|$)"
)
"""The signer's name printed beside the signature: ``姓名（印刷体）``."""
_USCC = re.compile(
    r"(?:统一社会信用代码|社会信用代码|信用代码|统一代码)(?:\([^()]{1,12}\))?(?:证号|号)?[:：]?\n?"
    r"(?P<code>[0-9A-Z]{18})(?![0-9A-Z])"
)
_AFTER_BLOCK = re.compile(
    r"\n(?:第[一二三四五六七八九十\d]+[章条]|[一二三四五六七八九十]+、|鉴于|根据|为(?:了|充分"
    r"|贯彻|进一步|深入|推动|突破))"
)


def represented(prose: Prose, parties: list[Party]) -> list[Party]:
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
    if _one_sentence(prose, party, other):
        return False
    return abs(one[1].middle[1] - two[1].middle[1]) < 0.6 * one[1].height


def _one_sentence(prose: Prose, party: Party, other: Party) -> bool:
    """Whether one printed line names both, without the gap that parts two columns."""
    first, last = sorted((party, other), key=lambda p: p.start)
    glyphs = prose.glyphs[first.start : last.start + 1]
    known = [glyph for glyph in glyphs if glyph is not None and glyph.box is not None]
    line = known[0].line
    level = [glyph.box for glyph in known if glyph.line == line and glyph.box]
    if known[-1].line != line or len(known) != len(glyphs):
        return False
    return all(b.x0 - a.x1 < _GAP * a.height for a, b in pairwise(level))


_GAP = 2.0
"""Heights of print between two columns at least."""


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
    return not _NO_PERSON.search(match["name"]) and not TO_SIGN.search(match["mark"] or "")


def block(prose: Prose, party: Party, parties: Sequence[Party], reach: int) -> str:
    """What stands under a party's name, up to the next one; its own column of it."""
    beside = [other for other in parties if _level(prose, party, other)]
    starts = [_introduced(p) for p in parties if p.start > party.start and p not in beside]
    until = max(party.end, min([*starts, party.end + reach]))
    text = _column(prose, party, beside, until) if beside else prose.text[party.end : until]
    return _AFTER_BLOCK.split(text)[0]


def _introduced(party: Party) -> int:
    """Where a party's head begins, if label and role stand right before its name."""
    words = (at[0] for at in (party.label_at, party.role_at) if at)
    return min((at for at in words if 0 < party.start - at < 40), default=party.start)


def _particulars(prose: Prose, party: Party, parties: Sequence[Party]) -> Party:
    # From the name on: a sentence may go on with them (某公司（以下简称“某”），法定代表人某某).
    spots = [spot for each in parties for spot in _prints(prose, each)]
    for spot in (spot for spot in spots if spot.name == party.name):
        if not party.representative:
            party = _with_person(prose, party, spot, spots, 500)
        code = _USCC.search(block(prose, spot, spots, 500))
        if code and not party.uscc:
            start = spot.end + code.start("code")
            party = replace(party, uscc=code["code"], uscc_at=(start, start + 18))
    return party


def _prints(prose: Prose, party: Party) -> list[Party]:
    """The party where it is introduced: on a cover, and again in its own block; not to sign."""
    signed = _signed_at(prose, party)
    until = signed.start if signed else len(prose.text)
    found = [m.start() for m in re.finditer(re.escape(party.name), prose.text[:until])]
    later = [at for at in found if party.end <= at < party.end + _INTRODUCED]
    return [
        party,
        *(replace(party, at=((at, at + len(party.name)),), label_at=None) for at in later),
    ]


_INTRODUCED = 1500
"""Characters from a party's first print within which its block stands."""


def _with_person(
    prose: Prose, party: Party, spot: Party, spots: Sequence[Party], reach: int
) -> Party:
    """The party with the person named under it, where ``spot`` is a print of its name."""
    under, begin = block(prose, spot, spots, reach), spot.end
    people = [m for m in _REPRESENTATIVE.finditer(under) if _person(m)]
    row = _row_of(prose, spot, spots)
    if len(row) > 1:
        under, begin = block(prose, row[-1], spots, reach), row[-1].end
        people = [m for m in _REPRESENTATIVE.finditer(under) if _person(m)]
        labels = {m[0][: m.start("name") - m.start()] for m in people}
        if len(people) == len(row) and len(labels) == 1:
            people = people[row.index(spot) :]
        elif spot is not row[-1] or len(people) > 1:
            people = []
    if _BEARS.search(prose.text[max(0, spot.start - 12) : spot.start]):
        people = [m for m in people if not m[0].startswith("负责人")]  # the task's
    if not people:
        return party
    start = begin + people[0].start("name")
    span = start, start + len(people[0]["name"])
    return replace(party, representative=tidy(people[0]["name"]), representative_at=span)


_BEARS = re.compile(r"(?:承担|责任|负责)(?:单位|方|主体)[:：]?\n?$")


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
    named = {p.name: spot for p in parties if (spot := _signed_at(prose, p)) is not None}
    spots = {p.name: spot for p in parties if (spot := named.get(p.name) or _label_at(prose, p))}
    spot = spots.get(party.name)
    if spot is None:
        return party
    under = block(prose, spot, list(spots.values()), 160)
    if (printed := _IN_PRINT.search(under)) and surnamed(printed["name"]):
        at = spot.end + printed.start("name"), spot.end + printed.end("name")
        if _score(prose, at[0]) >= _PRINTED:
            return replace(party, representative=tidy(printed["name"]), representative_at=at)
        return party
    if party.name not in named:
        return party
    signed = _with_person(prose, party, spot, list(spots.values()), 120)
    return party if _by_hand(prose, signed.representative_at) else signed


def _score(prose: Prose, at: int) -> float:
    """How clearly the line was read that a character stands in."""
    leaf, glyph = prose.leaves[at], prose.glyphs[at]
    return leaf.page.lines[glyph.line].confidence if leaf and glyph else 0.0


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


def _label_at(prose: Prose, party: Party) -> Party | None:
    """The last line that a party's label fills, where a seal covers its name beside it."""
    lines = list(re.finditer(rf"(?m)^{party.label}$", prose.text)) if party.label else []
    if not lines or lines[-1].start() <= max(party.start, 0.4 * len(prose.text)):
        return None
    return replace(party, at=(lines[-1].span(),), label_at=None)
