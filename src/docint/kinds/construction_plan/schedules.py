"""Tables of targets (绩效指标表) and targets said in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docint.extract.clauses import Prose
from docint.extract.columns import Head, heads
from docint.extract.counting import ITEM_HEAD, MEASURE, NUMBER_HEAD, UNIT_HEAD, Counted, counted
from docint.extract.grids import Piece, Row, evidence, page_rows
from docint.extract.headings import level
from docint.types.document import Document, Leaf
from docint.types.fact import Fact, Path, Value
from docint.values import numerals
from docint.values.text import fold, tidy

_ITEM = re.compile(rf"{ITEM_HEAD}|名称|项目|成果类型|内容|任务")
_NUMBER = re.compile(rf"(?:{NUMBER_HEAD})(?:\(.*\))?|目标|合计|总计|建设期目标|完成情况")
_UNIT = re.compile(UNIT_HEAD)
_COUNT = re.compile(
    r"[≥>＞≧不少低于超过达到约]*(?P<number>\d{1,6}(?:\.\d+)?"
    r"|[一二三四五六七八九十百两]{1,4})(?P<unit>项|件|篇|名|人次|人|个|家|场次|场|次|台套|台"
    r"|套|份|部|种|万元|亿元|元|%|个百分点|期|组|条|座|类)?(?:以上|及以上|\(含\))?"
)

TOP_ROWS = 3
"""A table that goes on over a page does so within its first rows; running heads may precede."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A header understood: numbers of the columns that matter."""

    item: int
    value: int
    unit: int | None
    heads: tuple[Head, ...]
    leaf: Leaf
    """The page it was last met on: a table may go on over the page."""


def framed(row: Row, item: re.Pattern[str], value: re.Pattern[str]) -> Frame | None:
    """The header that a row is: columns of an item, its value and perhaps a unit."""
    found = heads([row])
    names = [re.sub(r"[:：*]", "", head.text) for head in found]
    values = [n for n, name in enumerate(names) if value.fullmatch(name)]
    units = [n for n, name in enumerate(names) if _UNIT.fullmatch(name)]
    items = [n for n, name in enumerate(names) if item.fullmatch(name) and n not in values + units]
    if not items or not values:
        return None
    # The last label column before the value is the most particular one.
    at = max((n for n in items if n < values[0]), default=items[0])
    return Frame(at, values[0], units[0] if units else None, found, row.leaf)


def under(row: Row, found: Sequence[Head], at: int) -> Piece | None:
    """A row's piece that stands under a head."""

    def column(piece: Piece) -> int:
        return min(range(len(found)), key=lambda n: _distance(piece, found[n]))

    return next((piece for piece in row.pieces if column(piece) == at), None)


def _distance(piece: Piece, head: Head) -> float:
    overlap = min(piece.right, head.right) - max(piece.left, head.left)
    return -overlap if overlap > 0 else abs(piece.middle - head.middle)


def cell_fact(leaf: Leaf, path: Path, value: Value, piece: Piece, sure: float = 0.95) -> Fact:
    """A value that one cell proves."""
    if leaf.page.origin == "ocr":
        sure = min(sure, 0.92 if piece.confidence >= 0.98 else 0.8)
    return Fact(path, value, (evidence(leaf, [piece]),), "cell", sure)


def count(text: str) -> tuple[int, str] | None:
    """Number and unit of a target: ``≥10项`` → (10, 项); None if it is none."""
    match = _COUNT.fullmatch(fold(text))
    if not match:
        return None
    try:
        printed = match["number"]
        number = (
            int(float(printed))
            if printed[0].isdigit()
            else numerals.whole(printed.replace("两", "二"))
        )
    except ValueError:
        return None
    return int(number), match["unit"] or ""


# ---------------------------------------------------------------- targets


@dataclass(frozen=True, slots=True)
class _Target:
    """A row of a table of targets; the unit stands in the number's cell or in its own."""

    leaf: Leaf
    item: Piece
    number: int
    value: Piece
    unit: str
    counted: Piece


_OTHER = re.compile(r"\d|型号|设备|仪器|价|姓名|职称|金额|费用")
"""Heads of other tables that count things, and cells that are no heads."""
_WORDS = re.compile("[\u4e00-\u9fff]{2}")
_FIGURE = re.compile(r"\d[\d,]{0,9}")


_NOTES = re.compile(r"方式|说明|备注|依据|证明|材料|来源|责任|负责|承担|单位|时限|时间|节点")
_WHOLE = re.compile(r"合计|总|累计|期末|目标值")


def _by_cells(rows: Sequence[Row], at: int) -> Frame | None:
    """A header in words of its own: below it stand texts, whole numbers and their measures."""
    found, below = heads([rows[at]]), rows[at + 1 : at + 3]
    if not 3 <= len(found) <= 7 or len(below) < 2 or any(_OTHER.search(h.text) for h in found):
        return None
    columns = [[under(row, found, n) for row in below] for n in range(len(found))]
    cells = [[piece.folded if piece else "" for piece in column] for column in columns]
    units = [n for n, col in enumerate(cells) if all(MEASURE.fullmatch(c) for c in col)]
    values = [n for n, col in enumerate(cells) if all(_FIGURE.fullmatch(c) for c in col)]
    values = [n for n in values if cells[n] != ["1", "2"]]
    if len(values) > 1:
        values = [n for n in values if _WHOLE.search(found[n].text)]
    if len(units) != 1 or len(values) != 1:
        return None
    texts = [n for n, col in enumerate(cells) if all(_WORDS.search(c) for c in col)]
    texts = [n for n in texts if n not in units and not _NOTES.search(found[n].text)]
    items = [n for n in texts if n < values[0]] or texts[:1]
    return Frame(items[-1], values[0], units[0], found, rows[at].leaf) if items else None


def _unfolded(rows: Sequence[Row]) -> Iterator[Row]:
    """Rows of a table; where its heads stand twice side by side, each row's halves in turn."""
    head: Row | None = None
    for row in rows:
        half = len(row.pieces) // 2
        words = [piece.folded for piece in row.pieces]
        if half >= 2 and words[:half] == words[half:]:
            head = row
            yield replace(row, pieces=row.pieces[:half])
        elif head is None or len(row.pieces) < 2 or row.celled != head.celled:
            head = None
            yield row
        else:
            yield from _halves(row, head)


def _halves(row: Row, head: Row) -> Iterator[Row]:
    """The pieces under the first heads, then those under the others, moved below the first."""
    half = len(head.pieces) // 2
    middle = (head.pieces[half - 1].middle + head.pieces[half].middle) / 2
    off = head.pieces[half].middle - head.pieces[0].middle
    first = [piece for piece in row.pieces if piece.middle < middle]
    second = [
        replace(piece, left=piece.left - off, right=piece.right - off)
        for piece in row.pieces
        if piece.middle >= middle
    ]
    for pieces in (first, second):
        if pieces:
            yield replace(row, pieces=tuple(pieces))


def _table_targets(document: Document) -> Iterator[_Target]:
    frame: Frame | None = None
    for leaf in document.leaves:
        rows = list(_unfolded(page_rows(leaf, tables=True)))
        for n, row in enumerate(rows):
            found = framed(row, _ITEM, _NUMBER)
            if found is None or found.unit is None:
                found = _by_cells(rows, n) or found  # 计量 heads measures as well as 单位
            if found is not None:
                frame = found
                continue
            if n == TOP_ROWS and frame is not None and frame.leaf is not leaf:
                frame = None  # the table ended with the page before
            if frame is None:
                continue
            item, value = (
                under(row, frame.heads, frame.item),
                under(row, frame.heads, frame.value),
            )
            counted = count(value.text) if value else None
            if item is None or value is None or counted is None or item is value:
                if len(row.pieces) == 1 and re.search(r"[。；]", row.text):
                    frame = None
                continue
            frame = replace(frame, leaf=leaf)
            number, unit = counted
            apart = under(row, frame.heads, frame.unit) if frame.unit is not None else None
            if apart is None or unit:
                yield _Target(leaf, item, number, value, unit, value)
            else:
                yield _Target(leaf, item, number, value, apart.folded, apart)


_AIMS = re.compile("目标|指标|成果|成效|绩效|产出|效益")
_AIMED = re.compile("目标|指标|力争|预期|期末|期满|预计|争取|产出|将实现|任务量")


def _said_targets(prose: Prose) -> Iterator[Counted]:
    """What paragraphs count under a heading of targets, or where they speak of aims."""
    depth: int | None = None
    for start, end in prose.paragraphs():
        paragraph = prose.text[start:end]
        mark = level(paragraph)
        heading = len(paragraph) <= 24 and not re.search(
            r"[。;；,，]|\d(?:项(?!目)|件|名|篇)", paragraph
        )
        if heading and _AIMS.search(paragraph):
            depth = mark[0] if mark else -1
        elif heading and depth is not None and (mark is None or mark[0] <= depth):
            depth = None
        elif depth is not None or _AIMED.search(paragraph):
            yield from counted(prose.text, start, end)


def targets(document: Document, prose: Prose) -> list[Fact]:
    """``("targets", n, "item" | "number" | "unit")``: from tables, else from sentences."""
    result: list[Fact] = []
    for n, row in enumerate(_table_targets(document)):
        result.append(cell_fact(row.leaf, ("targets", n, "item"), tidy(row.item.text), row.item))
        result.append(cell_fact(row.leaf, ("targets", n, "number"), row.number, row.value))
        if row.unit:
            result.append(cell_fact(row.leaf, ("targets", n, "unit"), row.unit, row.counted))
    if result:
        return result
    said = list(dict.fromkeys(_said_targets(prose)))
    for n, one in enumerate(said):
        places = one.number_start, one.end
        result.append(prose.fact(("targets", n, "item"), one.item, one.start, one.end))
        result.append(prose.fact(("targets", n, "number"), one.number, *places))
        result.append(prose.fact(("targets", n, "unit"), one.unit, *places))
    return result
