"""Tables of targets (绩效指标表) and targets said in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docint.extract.clauses import Prose
from docint.extract.columns import Head, heads
from docint.extract.grids import Piece, Row, evidence, page_rows
from docint.types.document import Document, Leaf
from docint.types.fact import Fact, Path, Value
from docint.values import numerals
from docint.values.text import fold, tidy

_ITEM = re.compile(
    r"(?:考核|绩效|预期|建设|成果|具体|三级|二级|主要|技术|经济|学术)*(?:指标|目标|成果|任务"
    r"|内容)(?:名称|内容|类型|形式|项)?|名称|项目|成果类型"
)
_NUMBER = re.compile(
    r"(?:目标|计划|考核|完成|预期|指标|建设期末?|总)*(?:数量|值|数|目标值|总量)(?:\(.*\))?"
    r"|目标|指标要求|预期值|合计|总计|建设期目标"
)
_UNIT = re.compile(r"(?:计量)?单位")
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


def _table_targets(document: Document) -> Iterator[_Target]:
    frame: Frame | None = None
    for leaf in document.leaves:
        for n, row in enumerate(page_rows(leaf, tables=True)):
            if found := framed(row, _ITEM, _NUMBER):
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


_SAID = re.compile(
    r"(?:申请|授权|获得|取得|发表|制定|牵头制定|参与制定|形成|完成|建设|建成|培养|引进|举办"
    r"|开展|实现|新增|研制|开发|编制|提交|发布|孵化|服务|组织|引育|转化|突破|登记|输出|集聚)"
    r"(?P<before>[\u4e00-\u9fffA-Za-z0-9()、/“”]{0,24}?)(?:不少于|不低于|达到|超过|≥|>=|至少"
    r"|共|合计|累计)?"
    r"(?P<number>\d{1,5}|[一二三四五六七八九十百两]{1,3})(?P<unit>项|件|篇|名|人次|人|个|家"
    r"|场次|场|次|台套|台|套|份|部|种)(?:以上"
    r"|及以上)?(?P<after>[\u4e00-\u9fffA-Za-z0-9()“”]{0,20})"
)


_LINE = re.compile(
    r"(?:[(（]?[\dA-Za-z一二三四五六七八九十]{1,2}[)）、.．]|[①-⑳]|[-—•·▪◆●])?[\s\u3000]*"
    r"(?P<item>[\u4e00-\u9fffA-Za-z()（）、/“”]{2,24}?)(?:不少于|不低于|达到?|超过|≥|>=|至少"
    r"|共|合计|累计|[:：])*(?P<number>\d[\d,]{0,7})(?P<unit>万元|亿元|%|平方米|项|件|篇|名|人次|人|个|家"
    r"|场次|场|次|台套|台|套|份|部|种)(?:以上|及以上)?[；;。.]?"
)


def _listed_targets(prose: Prose) -> list[tuple[str, int, str, int, int]]:
    """Targets on lines of their own, of which a list has two or more: ``（1）研制样机5台；``."""
    found = []
    for start, end in prose.paragraphs():
        match = _LINE.fullmatch(prose.text[start:end])
        if match:
            number = int(match["number"].replace(",", ""))
            places = start + match.start("item"), start + match.end("unit")
            found.append((match["item"], number, match["unit"], *places))
    return found if len(found) > 1 else []


def _said_targets(prose: Prose) -> Iterator[tuple[str, int, str, int, int]]:
    seen: set[tuple[str, int]] = set()
    for match in _SAID.finditer(prose.text):
        item = match["before"].strip("的") or match["after"]
        item = re.sub(r"^(?:的|以上|及以上)|(?:以上|不少于|至少)$", "", item)
        counted = count(match["number"] + match["unit"])
        if counted and 2 <= len(item) <= 24 and (item, counted[0]) not in seen:
            seen.add((item, counted[0]))
            yield item, counted[0], counted[1], match.start(), match.end("unit")


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
    listed = _listed_targets(prose)
    for n, (said, number, unit, start, end) in enumerate(listed or _said_targets(prose)):
        result.append(prose.fact(("targets", n, "item"), said, start, end, doubtful=not listed))
        result.append(prose.fact(("targets", n, "number"), number, start, end))
        result.append(prose.fact(("targets", n, "unit"), unit, start, end))
    return result
