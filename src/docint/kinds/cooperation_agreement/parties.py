"""Parties (签约方) of an agreement: one entry each, with role, representative and code."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from docint.extract.celled import Grid
from docint.extract.clauses import Prose
from docint.extract.slips import misread
from docint.kinds.cooperation_agreement.carded import carded
from docint.kinds.cooperation_agreement.heads import headed, to_sign
from docint.kinds.cooperation_agreement.members import told
from docint.kinds.cooperation_agreement.party import ROLE, Party, role_of
from docint.kinds.cooperation_agreement.represented import block, represented
from docint.kinds.cooperation_agreement.roles import scanned, with_roles
from docint.kinds.cooperation_agreement.sentenced import (
    addressed,
    bearing,
    called_a_side,
    defined,
    gathered,
    listed,
)
from docint.kinds.cooperation_agreement.tables import tabled
from docint.kinds.cooperation_agreement.terms_defined import first_clause
from docint.values.text import fold, same

_HAN = r"\u4e00-\u9fff"

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


def _celled(prose: Prose, grid: Grid) -> list[Party]:
    """A table's parties; those of a table to sign in tell only what the text left open."""
    found = list(tabled(grid))
    late = bool(found) and to_sign(prose, found[0].start, first_clause(prose.text))
    return [replace(party, weak=True) for party in found] if late else found


def _chosen(prose: Prose, grids: Sequence[Grid]) -> list[Party]:
    """Heads and tables first, then defined terms; lists in sentences only where nothing else is."""
    celled = [(grid, found) for grid in grids if (found := _celled(prose, grid))]
    strong = [p for _, found in celled for p in found]
    # a cell's neighbour in the prose is not its neighbour in the table
    strong += [p for p in headed(prose) if not any(_within(p, grid) for grid, _ in celled)]
    strong += carded(prose)
    firm = _merged([p for p in strong if not p.weak])
    said = list(defined(prose))
    labelled = [p for p in firm if p.label] or [p for p in said if p.label]
    if len(labelled) >= 2:
        said = [
            p for p in said if p.label or _twin(firm, p) is not None or p.role or called_a_side(p)
        ]
    found = _merged([*firm, *told(prose), *listed(prose), *said, *(p for p in strong if p.weak)])
    found = found or _merged(list(addressed(prose)))
    if sum(bool(p.label) for p in found) < 2:
        called = {alias for p in found for alias in p.aliases}
        brought = [p for p in gathered(prose) if p.name not in called]
        if len(found) < 2 or all(_twin(brought, p) is not None for p in found):
            found = _merged([*found, *brought])
    found = found or _merged(list(bearing(prose)))
    return _unlabelled_left_out(found)


def _unlabelled_left_out(found: list[Party]) -> list[Party]:
    """Where most parties are 甲方, 乙方 …, a unit without a label and a role is none."""
    labelled = [p for p in found if p.label]
    if len(labelled) < 2:
        return found
    return [
        p
        for p in found
        if p.label or (p.role and not p.weak) or (p.head and not p.weak) or called_a_side(p)
    ]


# ---------------------------------------------------------------- roles

_RANK = re.compile(
    rf"(?:^|\n|[,，。;；)])(?:[{_HAN}]{{1,8}}(?:\([^()]{{1,12}}\))?[:：])?(?P<role>{ROLE})"
    r"(?=\n|$|[,，。;；])"
    r"|(?:中的?|身份|角色|定位|地位|职能)[为是系作:：](?P<said>" + ROLE + r")"
    r"(?=\n|$|[,，。;；]|法定|法人|授权|负责|联系|地址|住所|注册|统一|电话)"
)
"""A role among a party's particulars: ``承担角色：牵头单位``, ``在联合体中为协同单位``."""


_MEMBER = re.compile(r"(?:(?:创新)?联合体)?成员(?:单位|方)?[一二三四五六七八九十\d]{0,2}")


def _ranked(prose: Prose, parties: list[Party]) -> list[Party]:
    """Roles that a line among the party's particulars gives."""
    result = []
    for party in parties:
        found = _RANK.search(block(prose, party, parties, 400))
        role = role_of(found["role"] or found["said"]) if found else ""
        if found and role and party.role in {"", "starts"}:
            at = party.end + found.start(), party.end + found.end()
            result.append(replace(party, role=role, role_at=at))
        elif found and role == "lead" and _MEMBER.fullmatch(party.head):
            # 成员一：…、身份：牵头单位: who leads is a member as well
            at = party.end + found.start(), party.end + found.end()
            result.append(replace(party, role=role, role_at=at, head=""))
        elif role and role != party.role:
            result.append(replace(party, role_sure=False))
        else:
            result.append(party)
    return result


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


_LOOKALIKES = {"丙方": ("内方", "两方"), "戊方": ("戌方", "戍方"), "己方": ("已方", "巳方")}


_BOTH = "两方(?:共同|以上|均|各|都|合作|同意|协商|或|一致|之间|签|代表|盖章)"
"""两方 as a word of its own."""


def _label_slips(party: Party, text: str) -> set[str]:
    """A label as readers take it for another word, where that never ends a longer word."""
    return {
        slip
        for slip in _LOOKALIKES.get(party.label, ())
        if slip in text and not re.search(rf"(?<![由给归])(?<=[{_HAN}]){slip}|{_BOTH}", text)
    }


def _once(prose: Prose, parties: list[Party]) -> list[Party]:
    """Parties of a scan without a second reading of one's name in another paragraph."""
    if not scanned(prose):
        return parties
    kept: list[Party] = []
    for party in parties:
        alike = (p for p in kept if not (p.label and party.label) and _alike(p.name, party.name))
        if not any(prose.text.count("\n", p.end, party.start) > 0 for p in alike):
            kept.append(party)
    return kept


def _alike(name: str, other: str) -> bool:
    """Whether two names of one length differ in few characters."""
    off = sum(a != b for a, b in zip(name, other, strict=False))
    return len(name) == len(other) and 0 < off <= max(1, len(name) // 6)


def _misread(prose: Prose, parties: list[Party]) -> list[Party]:
    """Parties of a scan with their names as the reader misread them elsewhere."""
    if not scanned(prose):
        return parties
    names = {fold(party.name) for party in parties}
    slips = [
        (set(misread(fold(party.name), prose.text)) | _label_slips(party, prose.text)) - names
        for party in parties
    ]
    every = Counter(name for own in slips for name in own)
    return [
        replace(p, aliases=(*p.aliases, *sorted(name for name in own if every[name] == 1)))
        for p, own in zip(parties, slips, strict=True)
    ]


def parties(prose: Prose, grids: Sequence[Grid] = ()) -> list[Party]:
    """The agreement's parties in printed order, with what the text tells of each."""
    chosen = _ranked(prose, _misread(prose, _once(prose, _chosen(prose, grids))))
    return _abridged(prose, _with_heads(represented(prose, with_roles(prose, chosen))))


_SHORT = re.compile(rf"(?:^|[\n;；。])(?P<name>[{_HAN}]{{3,12}}?)[—:：]")


def _abridged(prose: Prose, parties: list[Party]) -> list[Party]:
    """Parts of a name that alone open lines of a list: ``某信息——负责算法研究``."""
    heads = {match["name"] for match in _SHORT.finditer(prose.text)}
    result = []
    for party in parties:
        short = {h for h in heads if h in fold(party.name) and not re.fullmatch(ROLE, h)}
        own = [h for h in sorted(short) if sum(h in fold(p.name) for p in parties) == 1]
        result.append(replace(party, aliases=(*party.aliases, *own)))
    return result
