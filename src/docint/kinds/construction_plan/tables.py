"""A plan's tables set upright (表格归正): heads above columns, one thing to a row.

Tables are printed in two or three halves side by side, and turned, with the things they list side
by side and what is told of each below it. What a row of cells holds tells which it is: figures
only, measures only, words only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from docint.extract.columns import is_amount
from docint.extract.counting import ITEM_HEAD, MEASURE, NUMBER_HEAD
from docint.extract.grids import Piece, Row, page_rows
from docint.types.document import Leaf

FIGURE = re.compile(
    rf"[≥>＞≧=不少低于超过达到至约]*\d[\d,]*(?:\.\d+)?\s*(?:{MEASURE.pattern})?(?:以上|及以上|\(含\))?"
)
"""A number as tables of plans print it, with or without its measure."""
_WORDS = re.compile("[\u4e00-\u9fffA-Za-z]{2}")
_ITEMS = re.compile(
    rf"(?:{ITEM_HEAD})|.*(?:科目|[类条子]目|项目|事项|名称|类别|内容|用途|费用|指标|成果|支出)"
)
_VALUES = re.compile(
    rf"(?:{NUMBER_HEAD})(?:\(.*\))?|.*(?:金额|经费|额度?|概算|预算|数|值|量|目标)(?:\(.*\))?[/亿千百万元]*"
    r"|(?:(?:建设|实施|项目|合作|立项)(?:[前后]|期[满末])|期[满末]|完成|验收)(?:时|后)?"
)
_COLUMN_HEAD = re.compile(
    r".*(?:[年期值数]|阶段|目标|合计|总计|现状|单位|方式|金额|财政|自筹|备注|资金|占比|比例)(?:\(.*\))?"
)
"""What heads columns rather than a thing listed."""
_SERIES = re.compile(r"[\d一二三四五六①-⑳()]+$")
_WIDEST = 9
"""Rows of a turned table at most: what can be told of each thing."""


def upright(leaf: Leaf) -> list[Row]:
    """A page's rows, tables by their cells: halves one below the other, turned ones turned back."""
    rows = list(_cornered(list(_unfolded(list(one_storey(page_rows(leaf, tables=True)))))))
    made: list[Row] = []
    at = 0
    while at < len(rows):
        band = _band(rows, at)
        made += _turned_back(band) if band else rows[at : at + 1]
        at += max(len(band), 1)
    return made


# ---------------------------------------------------------------- two storeys


def one_storey(rows: Sequence[Row]) -> Iterator[Row]:
    """Rows; a head over several columns (目标值 over 中期 and 期末) goes before each below it."""
    at = 0
    while at < len(rows):
        merged = _merged(*rows[at : at + 3]) if at + 2 < len(rows) else None
        yield merged or rows[at]
        at += 2 if merged else 1


def _merged(upper: Row, lower: Row, below: Row) -> Row | None:
    """Two rows of heads as one; None where the lower ones do not part cells of the upper ones."""
    celled = upper.celled and lower.celled and below.celled
    if not celled or len(below.pieces) < 3 or len(lower.pieces) < 2:
        return None
    if any(len(p.folded) > _LONG_HEAD or FIGURE.fullmatch(p.folded) for p in upper.pieces):
        return None
    if not all(_heads_part(piece.folded) for piece in lower.pieces):
        return None
    parts = [[low for low in lower.pieces if _within(low, up)] for up in upper.pieces]
    stands = parts[0] == [] and max(map(len, parts)) > 1 and 1 not in map(len, parts)
    if not stands or sum(map(len, parts)) < len(lower.pieces):
        return None
    pieces: list[Piece] = []
    for up, lows in zip(upper.pieces, parts, strict=True):
        pieces += [replace(low, text=_storeys(up.text, low.text)) for low in lows] or [up]
    return replace(upper, pieces=tuple(pieces), height=upper.height + lower.height)


_LONG_HEAD = 14
_PART = re.compile("中期|年|阶段|前期|后期|期中|过程|合计|累计|总|期末|期满|终|验收")


def _heads_part(text: str) -> bool:
    """Whether a cell may head a column: words, or a year."""
    return len(text) <= _LONG_HEAD and bool(
        re.fullmatch("20\\d\\d(?:年度?)?", text)
        or (_WORDS.search(text) and not FIGURE.fullmatch(text))
    )


def _storeys(over: str, own: str) -> str:
    """A head below another; of two that tell times (年度目标 over 合计) its own alone counts."""
    return own if _PART.search(over) and _PART.search(own) else over + own


def _within(low: Piece, up: Piece) -> bool:
    return up.left <= low.middle <= up.right


_FOOT = 3
"""Rows of feet and running heads that may part a table at the page's end."""


def gone_on(rows: Sequence[Row], at: int, later: Sequence[Row]) -> Sequence[Row]:
    """A page's rows, and behind a table at its end those with which the next page goes on."""
    if not rows[at].celled:
        return rows
    ends = max(n for n, row in enumerate(rows) if row.celled)
    begins = next((n for n, row in enumerate(later) if row.celled), len(later))
    between = [*rows[ends + 1 :], *later[:begins]]
    apart = len(between) > _FOOT or any(re.search("[。；：]", row.text) for row in between)
    if apart or not any(
        FIGURE.fullmatch(p.folded) for row in later[begins:][:1] for p in row.pieces
    ):
        return rows
    return [*rows[: ends + 1], *later[begins:]]


# ---------------------------------------------------------------- halves


def _unfolded(rows: Sequence[Row]) -> Iterator[Row]:
    """Rows of a table; where its heads stand several times side by side, each row's parts."""
    head: Row | None = None
    for row in rows:
        if parts := _repeats([piece.folded for piece in row.pieces]):
            head = row
            yield replace(row, pieces=row.pieces[: len(row.pieces) // parts])
        elif head is None or len(row.pieces) < 2 or row.celled != head.celled:
            head = None
            yield row
        else:
            yield from _parted(row, head)


def _repeats(words: Sequence[str]) -> int:
    """How often a row's heads repeat, two and more of them; 0 where they do not."""
    bare = [_SERIES.sub("", word) for word in words]
    if not all(_WORDS.search(word) for word in bare):
        return 0
    for parts in (2, 3, 4):
        size = len(bare) // parts
        if size >= 2 and bare == bare[:size] * parts and len(set(bare[:size])) == size:
            return parts
    return 0


def _parted(row: Row, head: Row) -> Iterator[Row]:
    """The pieces under the first heads, then those under the next ones, moved below the first."""
    size = len(head.pieces) // _repeats([piece.folded for piece in head.pieces])
    for first in range(0, len(head.pieces), size):
        own = head.pieces[first : first + size]
        off = own[0].middle - head.pieces[0].middle
        low = (head.pieces[first - 1].middle + own[0].middle) / 2 if first else float("-inf")
        after = head.pieces[first + size : first + size + 1]
        high = (own[-1].middle + after[0].middle) / 2 if after else float("inf")
        pieces = tuple(
            replace(piece, left=piece.left - off, right=piece.right - off)
            for piece in row.pieces
            if low <= piece.middle < high
        )
        if pieces:
            yield replace(row, pieces=pieces)


# ---------------------------------------------------------------- turned


def _cornered(rows: Sequence[Row]) -> Iterator[Row]:
    """Rows; the empty corner of a turned table is filled with what heads the things listed."""
    for row, below in pairwise([*rows, Row(rows[-1].leaf, (), 0.0, 0.0)] if rows else []):
        corner = below.pieces[0] if len(below.pieces) == len(row.pieces) + 1 > 2 else None
        things = all(_MEASURED.fullmatch(piece.folded) for piece in row.pieces)
        if corner and things and row.celled and below.celled and _sort(below) == "figure":
            yield replace(row, pieces=(replace(corner, text=_CORNER), *row.pieces))
        else:
            yield row


_CORNER = "指标"
_MEASURED = re.compile(rf".{{2,}}\((?:{MEASURE.pattern})\)")
"""A thing with its measure: ``研制样机（台）``."""


def _band(rows: Sequence[Row], at: int) -> list[Row]:
    """The rows of a turned table that begins here; empty where none does."""
    band: list[Row] = []
    for row in rows[at : at + _WIDEST]:
        same = not band or (len(row.pieces) == len(band[0].pieces) and row.celled == band[0].celled)
        named = {one.pieces[0].folded for one in band}
        if not same or row.pieces[0].folded in named or not _sort(row):
            break
        band.append(row)
    while len(band) > 1 and not _turned(band):
        band.pop()
    return band if len(band) > 1 else []


def _sort(row: Row) -> str:
    """What all cells behind a row's first one hold; empty where they differ."""
    cells = ["".join(piece.folded.split()) for piece in row.pieces]
    if len(cells) < 3 or FIGURE.fullmatch(cells[0]):
        return ""
    body = cells[1:]
    if all(MEASURE.fullmatch(cell) for cell in body):
        return "measure"
    if all(FIGURE.fullmatch(cell) or is_amount(cell) for cell in body):
        return "figure"
    return "words" if all(_WORDS.search(c) and not FIGURE.fullmatch(c) for c in body) else ""


def _turned(band: Sequence[Row]) -> bool:
    """Whether rows are columns laid down: one of figures below or above one of words.

    A row of measures proves it; else the first cells must head things and their numbers, while
    the things themselves may not look like heads of columns.
    """
    sorts = [_sort(row) for row in band]
    if "words" not in sorts or "figure" not in sorts:
        return False
    things = band[sorts.index("words")]
    if all(_COLUMN_HEAD.fullmatch(piece.folded) for piece in things.pieces[1:]):
        return False
    if "measure" in sorts:
        return True
    heads = [row.pieces[0].folded for row in band if _sort(row) == "figure"]
    return bool(_ITEMS.fullmatch(things.pieces[0].folded)) and all(
        _VALUES.fullmatch(head) or head.endswith(("占比", "比例", "序号")) for head in heads
    )


def _turned_back(band: Sequence[Row]) -> Iterator[Row]:
    """A band's columns as rows."""
    for column in zip(*(row.pieces for row in band), strict=True):
        pieces = tuple(
            replace(piece, left=float(n), right=float(n + 1)) for n, piece in enumerate(column)
        )
        yield Row(band[0].leaf, pieces, band[0].top, band[0].height, celled=True)


def told_total(values: Sequence[Sequence[Piece]]) -> int | None:
    """Of columns of figures the one that is the others' sum in every row; None if none is."""
    numbers = [[_plain(piece.folded) for piece in column] for column in values]
    if len(numbers) < 3 or any(None in column for column in numbers):
        return None
    for n, column in enumerate(numbers):
        others = [c for m, c in enumerate(numbers) if m != n]
        sums = [sum(part or 0 for part in row) for row in zip(*others, strict=True)]
        if all(abs((a or 0) - b) < 1e-6 for a, b in zip(column, sums, strict=True)):
            return n
    return None


def _plain(text: str) -> float | None:
    match = re.search(r"\d[\d,]*(?:\.\d+)?", text)
    return float(match[0].replace(",", "")) if match else None
