"""Tables of targets (绩效指标表) and targets said in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from docint.extract.clauses import Prose
from docint.extract.columns import Head, heads
from docint.extract.counting import ITEM_HEAD, MEASURE, NUMBER_HEAD, UNIT_HEAD, Counted, counted
from docint.extract.grids import Piece, Row, evidence
from docint.extract.headings import level
from docint.kinds.construction_plan.sections import celled
from docint.kinds.construction_plan.tables import gone_on, told_total, upright
from docint.types.document import Document, Leaf
from docint.types.fact import Fact, Path, Value
from docint.values import numerals
from docint.values.text import fold, tidy

_ITEM = re.compile(rf"(?:{ITEM_HEAD}|名称|项目|成果类型|内容|任务)(?:[/(](?:计量)?单位\)?)?")
_NUMBER = re.compile(rf"(?:{NUMBER_HEAD})(?:\(.*\))?|目标|合计|总计|建设期目标|完成情况")
_UNIT = re.compile(rf"{UNIT_HEAD}|计量|度量")
_COUNT = re.compile(
    r"[≥>＞≧=不少低于超过达到至约]*(?P<number>\d[\d,]{0,9}(?:\.\d+)?"
    rf"|[一二三四五六七八九十百两]{{1,4}})(?:\(?(?P<unit>{MEASURE.pattern})\)?)?(?:以上|及以上|\(含\))?"
)
_MEASURED = re.compile(rf"(?P<item>.{{2,}}?)[(/,，:：](?:单位[:：])?(?P<unit>{MEASURE.pattern})\)?")
"""A measure behind what it counts: ``申请发明专利（件）``."""

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
    last = in_the_end(values, names)
    if not last:
        return None
    at = max((n for n in items if n < last[0]), default=items[0])
    return Frame(at, last[0], units[0] if units else None, found, row.leaf)


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
        figure = Decimal(printed.replace(",", "")) if printed[0].isdigit() else None
        number = numerals.whole(printed.replace("两", "二")) if figure is None else int(figure)
    except ValueError:
        return None
    return (number, match["unit"] or "") if figure is None or figure == number else None


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


_NOTES = re.compile(
    r"方式|说明|备注|依据|证明|材料|来源|责任|负责|承担|单位|时限|时间|节点|办法|佐证|形式|类别|类型"
)
_ROWS = 8
"""Rows below a head that tell what its columns hold."""


def _by_cells(rows: Sequence[Row], at: int) -> Frame | None:
    """A header in words of its own: below it stand texts, whole numbers and their measures."""
    found = heads([rows[at]])
    if not 2 <= len(found) <= 9 or any(_OTHER.search(_YEAR.sub("", h.text)) for h in found):
        return None
    below = body(rows, at, len(found))
    if len(below) < 2:
        return None
    columns = [[under(row, found, n) for row in below] for n in range(len(found))]
    cells = [[piece.folded if piece else "" for piece in column] for column in columns]
    units = [n for n, col in enumerate(cells) if all(MEASURE.fullmatch(c) for c in col)]
    apart = bool(units) or any(all(_MEASURED.fullmatch(c) for c in col) for col in cells)
    values = [n for n, col in enumerate(cells) if all(_counts(c, apart=apart) for c in col)]
    values = [n for n in values if not numbering(cells[n]) and set(cells[n]) != {"0"}]
    value = _valued(values, found, columns)
    if len(units) > 1 or value is None or (not apart and not _aimed(found)):
        return None
    texts = [n for n, col in enumerate(cells) if all(_WORDS.search(c) for c in col)]
    texts = [n for n in texts if n not in units + values and len(set(cells[n])) == len(below)]
    plain = [n for n in texts if not _NOTES.search(found[n].text)]
    items = [n for n in plain if n < value] or plain[:1]
    unit = units[0] if units else None
    return Frame(items[-1], value, unit, found, rows[at].leaf) if items else None


def body(rows: Sequence[Row], at: int, columns: int) -> list[Row]:
    """The rows of a table below its head, without those that only name a group."""
    body: list[Row] = []
    for row in rows[at + 1 : at + 1 + _ROWS]:
        if row.celled != rows[at].celled or len(row.pieces) > columns:
            break
        if len(row.pieces) >= max(2, columns - 1):
            body.append(row)
        elif len(row.pieces) > 1 or len(row.text) > _GROUP:
            break
    return body


_GROUP = 16
"""Characters of a row that names a group: ``（一）约束性目标``."""


def _counts(cell: str, *, apart: bool) -> bool:
    """Whether a cell is a target's number; with its measure where no column holds these."""
    if apart and _FIGURE.fullmatch(cell):
        return True
    told = count(cell)
    return told is not None and (apart or bool(told[1]))


def numbering(cells: Sequence[str]) -> bool:
    """Whether cells count their rows: 1, 2, 3 …"""
    return list(cells) == [str(n) for n in range(1, len(cells) + 1)]


def _valued(
    values: Sequence[int], found: Sequence[Head], columns: Sequence[Sequence[Piece | None]]
) -> int | None:
    """The column of what shall be reached in the end; None where several may be it."""
    left = in_the_end(values, [head.text for head in found])
    if len(left) > 1:
        full = [[piece for piece in columns[n] if piece] for n in left]
        total = told_total(full)
        left = left if total is None else [left[total]]
    return left[0] if len(left) == 1 else None


_BASE = re.compile(
    "(?:建设|实施|项目|合作|立项)前|基期|基准|基线|现状|现有|当前|目前|初始|起点|期初|上年|已有|权重|分值|得分"
)
PARTLY = re.compile("中期|中间|年度|阶段|第?[一二三四五]年|20\\d\\d|首年|次年|前期")
"""Heads of columns that tell a part of the term."""
_WHOLE = re.compile(
    "合计|总|累计|期[末满]|(?:建设|实施|项目)后|目标值|终期|终值|最终|验收|全期|建设期|完成时|届满"
)


def in_the_end(values: Sequence[int], names: Sequence[str]) -> list[int]:
    """Of columns of numbers those of the whole term: no base, and no part of it."""
    left = [n for n in values if not _BASE.search(names[n])]
    whole = [n for n in left if _WHOLE.search(names[n]) and not PARTLY.search(names[n])]
    if len(left) > 1:
        left = whole or [n for n in left if not PARTLY.search(names[n])]
    return left


_YEAR = re.compile(r"20\d\d年?|[上下]半年|\(.*\)")


def _aimed(found: Sequence[Head]) -> bool:
    """Whether a head speaks of aims: numbers with their measures stand in other tables as well."""
    return any(_AIMS.search(head.text) or _DUE.search(head.text) for head in found)


_DUE = re.compile("考核|验收(?!时间|日期)|应(?:达|完成|交|实现|形成)|承诺|兑现|交付")
"""Heads of what is due."""


def _table_targets(document: Document) -> Iterator[_Target]:
    frame: Frame | None = None
    pages = [upright(leaf) for leaf in document.leaves]
    for leaf, rows, later in zip(document.leaves, pages, [*pages[1:], []], strict=True):
        about = ""
        for n, row in enumerate(rows):
            about = row.text if _heading(row) else about
            target = _target(row, frame) if frame else None
            measured = target is not None and MEASURE.fullmatch(target.unit)  # 2093: no year
            if not measured and (found := _head(gone_on(rows, n, later), n, about)):
                frame = found
                continue
            if n == TOP_ROWS and frame is not None and frame.leaf is not leaf:
                frame = target = None  # the table ended with the page before
            if target and frame:
                frame = replace(frame, leaf=leaf)
                yield target
            elif len(row.pieces) == 1 and re.search(r"[。；]", row.text):
                frame = None
            elif _SPENDING.fullmatch(fold(row.text)):
                frame = None  # a table of costs follows right after


_SPENDING = re.compile(
    r"(?=.*(?:支出|科目|费用|开支|预算|经费))(?=.*(?:金额|[千万]?元|额|数))[^\d]+"
)
"""Heads of a table of costs."""
_HAVE = re.compile("[现已既拥]有|已(?:获|取得|完成)|近[一二两三四五]年|历年")
"""Heads of tables of what there is already."""


def _head(rows: Sequence[Row], at: int, about: str) -> Frame | None:
    """The header that a row is, by its words, or by what stands below it.

    Under a heading that speaks of what there is (工作基础) its words must tell.
    """
    if _HAVE.search(rows[at].text):
        return None
    found = framed(rows[at], _ITEM, _NUMBER)
    there = _GROUNDS.search(about) and not _AIMS.search(about)
    if (found is None or found.unit is None) and not there:
        return _by_cells(rows, at) or found  # 计量 heads measures as well as 单位
    return found


def _heading(row: Row) -> bool:
    """Whether a row may head a part of the plan: short, alone or behind its number."""
    numbered = len(row.pieces) == 2 and len(row.pieces[0].folded) <= _NUMBERED
    alone = (len(row.pieces) == 1 or numbered) and not row.celled
    return alone and len(row.text) <= _HEADING and not _NO_HEADING.search(row.text)


_HEADING = 24
_NUMBERED = 4
"""Characters of a heading, and of the number that may stand apart before it."""


_GROUNDS = re.compile("基础|条件|团队|人员|队伍|设备|现有|已有|风险|分工|积累")


def _target(row: Row, frame: Frame) -> _Target | None:
    """The target that a row is; its measure stands with the number, apart, or with the item."""
    item, value = under(row, frame.heads, frame.item), under(row, frame.heads, frame.value)
    counted = count(value.text) if value else None
    if item is None or value is None or counted is None or item is value:
        return None
    number, unit = counted
    apart = under(row, frame.heads, frame.unit) if frame.unit is not None else None
    measured = _MEASURED.fullmatch(item.folded)
    if measured and not unit and apart is None:
        cut = re.sub(r"\s*[（(/／,，:：][^（(/／,，:：]*$", "", item.text)
        return _Target(row.leaf, replace(item, text=cut), number, value, measured["unit"], item)
    if apart is None or unit:
        return _Target(row.leaf, item, number, value, unit, value)
    return _Target(row.leaf, item, number, value, apart.folded, apart)


_AIMS = re.compile("目标|指标|成果|成效|绩效|产出|效益")
_NO_HEADING = re.compile(rf"[。;；,，]|\d(?!项目)\(?(?:{MEASURE.pattern})")
_AIMED = re.compile("目标|指标|力争|预期|期末|期满|预计|争取|产出|将实现|任务量")


_LED = re.compile(
    rf"\(?(?:[\d一二三四五六七八九十]{{1,2}}[)、.．])?(?P<item>[\u4e00-\u9fffA-Za-z/]{{3,24}})"
    rf"\((?P<unit>{MEASURE.pattern})\)[.…·⋯_—\-:：\s]+(?P<number>\d[\d,]{{0,9}})[;；,，。]?"
)
"""A line with its measure beside the item, and leaders: ``申请发明专利（件）……15``."""


def _said_targets(prose: Prose) -> Iterator[Counted]:
    """What paragraphs count under a heading of targets, or where they speak of aims."""
    depth: int | None = None
    for start, end in prose.paragraphs():
        paragraph = prose.text[start:end]
        mark = level(paragraph)
        heading = len(paragraph) <= 24 and not _NO_HEADING.search(paragraph)
        if depth is not None and (led := _LED.fullmatch(prose.text, start, end)):
            number = int(led["number"].replace(",", ""))
            places = (led.start("item"), led.end("number"), *led.span("number"))
            yield Counted(led["item"], number, led["unit"], *places, led.start("unit"))
        elif heading and _AIMS.search(paragraph):
            depth = mark[0] if mark else -1
        elif heading and paragraph[-1] != ":" and depth is not None and _out(mark, depth):
            depth = depth if celled(prose, start) else None
        elif depth is not None or _AIMED.search(paragraph):
            yield from counted(prose.text, start, end)


def _in_all(said: Sequence[Counted]) -> list[Counted]:
    """Each item once: what several years say of it only as far as their sum is said as well."""
    kept: list[Counted] = []
    for one in said:
        same = [other for other in said if other.item == one.item]
        numbers = {other.number for other in same}
        total = 2 * one.number == sum(other.number for other in same)
        if len(numbers) == 1 or (total and len(same) > 2):
            kept += [one] if one.item not in [k.item for k in kept] else []
    return kept


def _out(mark: tuple[int, int] | None, depth: int) -> bool:
    """Whether a heading with this number stands no deeper than the one before."""
    return mark is None or mark[0] <= depth


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
    said = _in_all(list(dict.fromkeys(_said_targets(prose))))
    for n, one in enumerate(said):
        places = one.number_start, one.end
        result.append(prose.fact(("targets", n, "item"), one.item, one.start, one.end))
        result.append(prose.fact(("targets", n, "number"), one.number, *places))
        result.append(prose.fact(("targets", n, "unit"), one.unit, *places))
    return result
