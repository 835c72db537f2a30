"""Parties (签约方) in tables: a row to each, a column to each, or a form of labels and values."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import reduce

from docint.extract.celled import Field, Grid, Runs
from docint.extract.unit_names import at_start, whole
from docint.kinds.cooperation_agreement.charges import BEARS
from docint.kinds.cooperation_agreement.party import LABEL, ROLE, Party, role_of
from docint.kinds.cooperation_agreement.terms_defined import NUMBER, label_in
from docint.values.surnames import surnamed

_HAN = r"\u4e00-\u9fff"
_WORD = rf"(?:{LABEL}|{ROLE})(?:\([^()]{{1,12}}\))?"
_NAMES = re.compile(
    r"(?:(?:单位|机构|企业|公司|成员|参与方|签约方|当事方)?(?:名称|全称)|单位|成员单位|参与单位"
    r"|当事方|签约方|各方)"
    r"(?:\([^()]{1,8}\))?"
)
_PEOPLE = re.compile(r"(?:法定代表人|法人代表|负责人|单位负责人|法人)(?:姓名|\(.*\)|/.*)?")
_PERSON = re.compile(
    r"(?:法定代表人|法人代表|授权代表|委托代理人|(?:主要)?负责人|代表人)(?:\([^()]{1,10}\))?[:：]?"
    rf"(?P<name>[{_HAN}·]{{2,8}}?)(?=$|亲笔|本人|签|印|公章|盖章|电话|职务|日期|联系|身份)"
)
SEAT = re.compile(r"(?:(?:注册|办公|通[讯信]|联系)?(?:地址|住所|住址)|住所地|所在地)[:：]?")
_WORKS = re.compile(r"任务|分工|内容|职责|课题|工作")
_STANDS = re.compile(r"角色|身份|地位|定位")
_SHORT = 12
"""Characters of a role in a cell at most."""


def heads_parties(texts: Sequence[str]) -> bool:
    """Whether texts side by side head a table of parties or of their work."""
    bare = [re.sub(r"[:：*]", "", text) for text in texts]
    if sum(bool(re.fullmatch(_WORD, text)) for text in bare) >= 2:
        return all(len(text) <= 16 for text in bare)
    units = any(_NAMES.fullmatch(t) or re.fullmatch(rf"(?:{ROLE})", t) for t in bare)
    return (
        units
        and any(
            _PEOPLE.fullmatch(t)
            or re.search(r"角色|身份|地位|性质|类型|代表|任务|分工|职责|内容|承担", t)
            for t in bare
        )
        and all(len(t) <= 16 for t in bare)
    )


def sections(grid: Grid) -> list[Grid]:
    """A table's parts: a row of column heads in the midst of a form opens a table of its own."""
    if columns_of(grid):
        return [grid]
    parts: list[list[Field]] = [[]]
    for row in grid.rows:
        if parts[-1] and len(row) >= 3 and _heads_columns([field.text for field in row]):
            parts.append([])
        parts[-1] += row
    return [Grid(tuple(part)) for part in parts if part]


def opens(text: str) -> str:
    """What opens the row of a list in columns: a ``label``, or a ``name`` with its number."""
    number = re.match(NUMBER, text)
    rest = text[number.end() :] if number else text
    if re.fullmatch(_WORD, rest):
        return "label"
    found = at_start(rest)
    named = found is not None and re.fullmatch(r"(?:\([^()]*\))*", rest[found[1] :]) is not None
    broken = number is not None and bool(number[0]) and bool(_BROKEN.fullmatch(rest))
    return "name" if named or (broken and not BEARS.match(rest)) else ""


_BROKEN = re.compile(rf"[{_HAN}()A-Za-z0-9]{{6,24}}")
"""The part of a long name that fits on its column's first line."""


def _heads_columns(texts: Sequence[str]) -> bool:
    """Whether texts side by side head columns: what parties are called, what is told of them."""
    called = any(_CALLED.fullmatch(t) or _NAMES.fullmatch(t) for t in texts)
    tells = any(_WORKS.search(t) or _PEOPLE.fullmatch(t) for t in texts)
    return called and tells and all(len(t) <= 14 and not whole(t) for t in texts)


_CALLED = re.compile(r"代称|简称|称谓|代号|(?:承担|责任|负责)(?:单位|主体|方)(?:名称)?")


def tabled(grid: Grid) -> Iterator[Party]:
    """Parties in a table, one to a row, or in a form of labels and values."""
    if across := _across(grid):
        yield from across
        return
    heads = [field.text for field in grid.rows[0]] if grid.rows else []
    works = any(_WORKS.search(h) and len(h) <= 14 for h in heads)
    if works and not any("代表" in h for h in heads):
        yield from _standing(grid)
        return
    people = {f.column for f in grid.rows[0] if _PEOPLE.fullmatch(f.text)} if grid.rows else set()
    words: list[Field] = []
    for row in grid.rows:
        made: Party | None = None
        for before, field in zip([None, *row], row, strict=False):
            text = re.sub(r"[:：]$", "", field.text)
            if re.fullmatch(
                rf"{LABEL}(?:\([^()]{{1,12}}\))?|(?:{ROLE})(?:\([^()]{{1,12}}\))?", text
            ):
                if made is None:
                    words = [*(w for w in words if w.row == field.row), field]
                else:
                    made = _with_word(made, field)
            elif made is None and (unit := _unit(field)) and _named_by(row, before, words, heads):
                made = reduce(_with_word, reversed(words), unit)  # the nearest word first
            elif made is not None and (span := _person_at(field, people)):
                runs = _first(_cut(field.runs, span[0]), span[1] - span[0])
                name = field.text[slice(*span)]
                made = replace(made, representative=name, representative_at=runs[0])
        if made is not None:
            yield made
            words = []


def _standing(grid: Grid) -> Iterator[Party]:
    """Units of a table of work that tells each one's part (合作身份) in a column of its own."""
    heads = {field.column: field.text for field in grid.rows[0]}
    called = [c for c, head in heads.items() if _CALLED.fullmatch(head) or _NAMES.fullmatch(head)]
    stands = [column for column, head in heads.items() if _STANDS.search(head)]
    for row in grid.rows[1:] if len(called) == len(stands) == 1 else ():
        cells = {field.column: field for field in row}
        name, part = cells.get(called[0]), cells.get(stands[0])
        unit = _unit(name) if name else None
        if unit and part and len(part.text) <= _SHORT and (role := role_of(part.text)):
            yield replace(unit, role=role, role_at=part.runs[0], weak=True)


def _person_at(field: Field, people: Collection[int]) -> tuple[int, int] | None:
    """Where in a cell the representative's name stands: in their column, or behind the label."""
    if field.column in people:
        return (0, len(field.text)) if _person(field.text) else None
    label = _PERSON.match(field.text)
    return label.span("name") if label and surnamed(label["name"]) else None


def _unit(field: Field) -> Party | None:
    """A cell that is a unit's name, or begins with it: a short name or its address behind it."""
    found = at_start(field.text)
    if whole(field.text) and (found is None or found[1] == len(field.text)):
        return Party("", field.text, field.runs)
    if found and SEAT.match(field.text, found[1]):
        return Party("", found[0], _first(field.runs, found[1]))
    short = re.fullmatch(
        r"\((?:以下)?(?:简称)?[:：]?[“\"]?([^()“”\"]{2,12})[”\"]?\)",
        field.text[found[1] :] if found else "",
    )
    if found is None or short is None or re.fullmatch(_WORD, short[1]):
        return None
    return Party("", found[0], _first(field.runs, found[1]), aliases=(short[1],))


def _cut(runs: Runs, count: int) -> Runs:
    """Some stretches without so many characters of their start."""
    left: list[tuple[int, int]] = []
    for start, end in runs:
        begin = min(end, start + count)
        count -= begin - start
        if begin < end:
            left.append((begin, end))
    return tuple(left)


def _first(runs: Runs, count: int) -> Runs:
    """So many characters from the start of some stretches."""
    kept: list[tuple[int, int]] = []
    for start, end in runs:
        take = min(count, end - start)
        if take > 0:
            kept.append((start, start + take))
        count -= take
    return tuple(kept)


def _named_by(
    row: Sequence[Field], before: Field | None, words: Sequence[Field], heads: Sequence[str]
) -> bool:
    headed_by = any(_NAMES.fullmatch(head) for head in heads)
    label = before is not None and bool(_NAMES.fullmatch(re.sub(r"[:：]$", "", before.text)))
    return headed_by or (label and bool(words)) or any(word in row for word in words)


def _with_word(party: Party, word: Field) -> Party:
    label, role = label_in(word.text), role_of(re.sub(LABEL, "", word.text))
    at = word.runs[0]
    return replace(
        party, label=party.label or label, label_at=party.label_at or (at if label else None),
        role=party.role or role, role_at=party.role_at or (at if role else None),
        head=party.head or re.sub(r"[()]", "", re.sub(LABEL, "", word.text)),
    )  # fmt: skip


def _person(text: str) -> bool:
    return bool(re.fullmatch(rf"[{_HAN}·]{{2,8}}", text)) and not re.search(
        r"[代职单公未无]", text[0]
    )


def columns_of(grid: Grid) -> dict[int, Field]:
    """The label of each column where a row of the table gives every party a column of its own."""
    for row in grid.rows[:3]:
        words = {field.column: field for field in row if re.fullmatch(_WORD, field.text)}
        units = any(whole(field.text) for field in row)  # a row of one party's, not of heads
        if len(words) >= 2 and len(row) - len(words) <= 1 and not units:
            return words
    return {}


def _across(grid: Grid) -> list[Party]:
    """Parties side by side: 甲方, 乙方 head the columns, 单位名称, 法定代表人 the rows."""
    words = columns_of(grid)
    made: dict[int, Party] = {}
    for row in grid.rows if words else []:
        if made and all(re.fullmatch(LABEL, field.text) for field in row):
            break  # the next parties abreast, below the first ones
        head = re.sub(r"[:：*]", "", row[0].text)
        for field in row:
            word = words.get(field.column)
            if word is None or field is word:
                continue
            if field.column not in made and (unit := _unit(field)):
                made[field.column] = _with_word(unit, word)
            elif field.column in made:
                made[field.column] = _told(made[field.column], head, field)
    return [made[column] for column in sorted(made)] if len(made) >= 2 else []


def _told(party: Party, head: str, field: Field) -> Party:
    """The party with what a row under its name tells."""
    if _PEOPLE.fullmatch(head) and _person(field.text):
        return replace(party, representative=field.text, representative_at=field.runs[0])
    if not party.role and not _WORKS.search(head) and re.fullmatch(ROLE, field.text):
        return replace(party, role=role_of(field.text), role_at=field.runs[0])
    return party
