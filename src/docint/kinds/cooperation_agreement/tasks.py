"""Who does what, in tables: 承担单位 beside 研究内容, or a column to each party."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docint.extract.celled import Field, Grid
from docint.kinds.cooperation_agreement.charges import ASIDE, RESEARCH, ROLES, WORK, Share, Words
from docint.kinds.cooperation_agreement.party import LABEL
from docint.kinds.cooperation_agreement.tables import SEAT, columns_of

_WHO = re.compile(
    r"承担|单位|各方|主体|责任|成员|参与方|合作方|当事|牵头|部门|组别|签约|协议方|角色|代称|简称|称谓|代号"
)
_WHAT = re.compile(r"任务|分工|内容|职责|工作|研究|研发|课题|承担的")
_MONEY = re.compile(r"金额|经费|出资|万元|投入|比例|占比|时间|进度|人员|联系|地址|代表")


_HEAD = 14
"""Characters of a column's head at most."""


def heads_work(texts: Sequence[str]) -> bool:
    """Whether texts side by side head a table of who does what."""
    bare = [re.sub(r"[:：*]", "", text) for text in texts]
    who = [
        n for n, t in enumerate(bare) if _WHO.search(t) and not re.search(r"任务|分工|内容|职责", t)
    ]
    what = [n for n, t in enumerate(bare) if _WHAT.search(t) and not _MONEY.search(t)]
    return bool(who) and bool(set(what) - set(who)) and all(len(t) <= _HEAD for t in bare)


def tasks(grid: Grid, words: Words) -> Iterator[Share]:
    """Shares from a table: the row's party, and what its column of work says."""
    if columns := columns_of(grid):
        yield from _across(grid, columns, words)
        return
    rows = grid.rows
    first = rows[0] if rows else []
    heads = {field.column: field.text for field in first if len(field.text) <= _HEAD}
    named = len(heads) == len(first) and heads_work(list(heads.values()))
    for row in rows[1 if named else 0 :]:
        parties = [f for f in row if _is_party(f, words)]
        who = min(parties, key=lambda f: _helps(heads.get(f.column, "")), default=None)
        rest = [f for f in row if f not in parties and not _MONEY.search(heads.get(f.column, ""))]
        if named:
            rest = [f for f in rest if _rank(heads.get(f.column, "")) and len(f.text) >= 4]
        else:
            rest = [f for f in rest if len(f.text) >= 8 and WORK.search(ROLES.sub("", f.text))]
            rest = [f for f in rest if not ASIDE.search(f.text) and not _seated(f, words)]
        rest = [f for f in rest if not _mixed(f.text)]
        best = max(rest, key=lambda f: (_rank(heads.get(f.column, "")), len(f.text)), default=None)
        if who is not None and best is not None:
            for n in words.named(who.text):
                yield Share(n, best.runs, named, bool(RESEARCH.search(best.text)))


_LABEL_ONLY = re.compile(r"(?:主要|研究|研发|工作|承担|合作)*(?:内容|任务|分工|职责|工作)")
_SIDE = re.compile(rf"{LABEL}(?=[:：)])")


def _mixed(text: str) -> bool:
    """Whether a cell is a label, or holds what several parties bear: rows misread as one."""
    return bool(_LABEL_ONLY.fullmatch(text)) or len(set(_SIDE.findall(text))) > 1


def _seated(field: Field, words: Words) -> bool:
    """Whether a cell holds a party's particulars: its name and where it sits."""
    return words.some.match(field.text) is not None and SEAT.search(field.text) is not None


def _helps(head: str) -> bool:
    """Whether a column names who assists, not who bears the task."""
    return bool(re.search(r"配合|协作|协助|参与|参加", head))


def _rank(head: str) -> int:
    return 2 if re.search(r"分工|任务|职责|内容", head) else 1 if _WHAT.search(head) else 0


def _is_party(field: Field, words: Words) -> bool:
    left = re.sub(
        rf"[、,，;；()（）/.\d和与及]|{ROLES.pattern}|单位|{_LABEL_ONLY.pattern}$",
        "",
        words.some.sub("", field.text),
    )
    return bool(words.named(field.text)) and len(left) <= 2


def _across(grid: Grid, columns: dict[int, Field], words: Words) -> Iterator[Share]:
    """What a row of tasks says in each party's column."""
    for row in grid.rows:
        if not _rank(row[0].text) or _MONEY.search(row[0].text):
            continue
        for field in row:
            head = columns.get(field.column)
            who = words.named(head.text) if head else ()
            if len(who) == 1 and len(field.text) >= 4 and not _mixed(field.text):
                yield Share(who[0], field.runs, True, bool(RESEARCH.search(field.text)))
