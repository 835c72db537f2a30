"""Numbers of records (记录条数) of a credit report: in tiles, in sentences, under headings.

行政处罚 is not 严重失信主体名单: each has its own count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docint.extract.flow import Flow, Span, page_flow, reader_of
from docint.extract.grids import Piece, Row, evidence, line_rows
from docint.extract.proof import fact
from docint.types.document import Document, Leaf
from docint.types.fact import Fact
from docint.types.place import Place
from docint.values.numerals import whole
from docint.values.text import fold

TOPICS = {
    "dishonest_count": (
        r"严重(?:违法)?失信(?:行为)?(?:主体|企业|当事人)?(?:名单)?|失信主体名单|失信(?:名单|黑名单)"
    ),
    "penalty_count": r"行政处罚",
    "abnormal_count": (
        r"(?:企业)?(?:经营|活动)(?:[(]活动[)])?异常(?:名录)?(?:[(]状态[)])?|异常经营名录"
    ),
}
"""What each count is called, by fact."""
_AFTER = (
    r"(?:列入)?(?:名单|名录|信息|记录|主体|情况|数量|条数|公示|事项|总数|数)*"
    r"(?:[(][^()\d]{1,8}[)])?"
)
_UNIT = r"(?:条|项|次|个|起|笔|件|份|家次|家)"
_NUMBER = r"(?P<n>\d{1,4}|[零〇一二两三四五六七八九十]{1,3})"
_NONE = (
    r"(?:查询期内|截[至止][^,，。;]{0,12}|报告期内|目前|经查询?|近[一二三两1-5]年内?)?[,，:]?"
    r"(?:暂?无|尚无|未查到|未查询到|未检索到|没有|未发现|未列入|不存在|未被列入|未受到|未见)"
)
_NOT = (
    r"(?:未(?:被)?(?:发现|查到|查询到|检索到|见|列入|纳入|受到|受过|有)|无|没有|不存在|暂无|尚无)"
)
_COUNT = re.compile(
    r"[((:]*(?:共|累计|合计|总计|有)*(?P<n>[0-9]{1,4}|[oO〇○])(?:条|项|次|个|起|笔|件|份)?"
    r"(?:记录|信息)?[))。]*"
)
_NUMBERING = r"(?:[一二三四五六七八九十]{1,2}、|[((][一二三四五六七八九十]{1,2}[))]|\d{1,2}[.、])"
_OTHERS = "基础|基本|登记注册|行政许可|守信激励|信用承诺|信用评价|司法|表彰|荣誉|声明|附注|说明"
_SECTION = re.compile(
    rf"(?:^|\n)(?:{_NUMBERING}|(?:{'|'.join((*TOPICS.values(), _OTHERS))}){_AFTER}(?=\n|$))"
)
"""Where the next section begins: at a number, or at a line that is one of the usual headings."""
_RECORD = re.compile("决定(?:书)?文号|列入日期|(?<!移出)列入(?:事由|原因)|案号")


def how_many(printed: str) -> int:
    """A number of records; words that there are none are 0.

    Raises:
        ValueError: neither.
    """
    folded = fold(printed)
    if match := _COUNT.fullmatch(folded):
        return int(match["n"]) if match["n"].isdigit() else 0
    if re.match(_NONE, folded) and len(folded) <= 40:
        return 0
    raise ValueError(f"no number of records: {printed!r}")


def counted(document: Document, name: str) -> Fact | None:
    """A count that the report's text states, or that its sections show.

    Records listed one by one outweigh words that there are none.
    """
    topic = TOPICS[name]
    said = [hit for leaf in document.leaves for hit in _stated(leaf, topic)]
    listed = _by_section(document, name, topic) if not said or said[0][0] == 0 else None
    if listed or not said:
        return listed
    value, span = said[0]
    doubtful = any(other != value for other, _ in said)
    return fact((name,), value, span.by("pattern", 0.95), doubtful=doubtful)


def _forms(topic: str) -> Sequence[tuple[str, str]]:
    """Joint of lines and pattern, the surest first."""
    lead = r"[:,]?(?:共计|共有|累计|合计|总计|共|计|为|有|数为|存在)*"
    return (
        ("\n", rf"(?:{topic}){_AFTER}{lead}(?P<v>{_NUMBER}{_UNIT})"),
        ("\n", rf"(?:{topic}){_AFTER}{lead}(?P<v>(?P<n>\d{{1,3}}))(?=$|\n|[,;。、])"),
        ("", rf"(?:{topic}){_AFTER}{lead}(?P<v>{_NUMBER}{_UNIT})"),
        ("\n", rf"(?:^|\n)[^\n]{{0,6}}(?:{topic}){_AFTER}[::]?\n(?P<v>[^\n。;]{{1,40}})"),
        ("", rf"(?P<v>{_NUMBER}{_UNIT}(?:的)?)(?:{topic})"),
        ("\n", rf"(?:{topic}){_AFTER}:?(?P<v>{_NONE}[^\n。;,]{{0,24}})"),
        ("\n", rf"(?:{topic}){_AFTER},(?P<v>(?:暂?无|没有)(?:记录|信息)?)(?=[。;\n]|$)"),
        # "暂无记录" has had its say: what follows it on the next line is another matter
        ("", rf"(?P<v>{_NOT}(?:(?!记录|信息)[^。;,:\d]){{0,40}}?)(?:{topic})(?!{_AFTER}[::]?\d)"),
    )


def _stated(leaf: Leaf, topic: str) -> Iterator[tuple[int, Span]]:
    """``行政处罚信息 共2条``, ``2条行政处罚``, ``未发现行政处罚``; or a heading over it."""
    for joint, form in _forms(topic):
        flow = page_flow(leaf, joint)
        for match in flow.finditer(form):
            value = _value(match)
            if value is not None:
                yield value, flow.group(match, "v")


def _value(match: re.Match[str]) -> int | None:
    printed = match.groupdict().get("n")
    if printed:
        return int(printed) if printed.isdigit() else whole(printed)
    try:
        return how_many(match["v"])
    except ValueError:
        return 0 if re.fullmatch(rf"{_NOT}[^\d]*", match["v"]) else None


def _by_section(document: Document, name: str, topic: str) -> Fact | None:
    """Records counted in the section of a topic, where it lists them one by one."""
    heading = re.compile(rf"(?:^|\n)(?:{_NUMBERING}[^\n]{{0,6}})?(?:{topic}){_AFTER}(?=\n)")
    for leaf in document.leaves:
        flow: Flow = page_flow(leaf)
        for match in flow.finditer(heading):
            following = _SECTION.search(flow.text, match.end())
            section = flow.text[match.end() : following.start() if following else None]
            if records := _records(section):
                span = flow.group(match).by("section", 0.8)
                return fact((name,), records, span, doubtful=True)
    return None


def _records(section: str) -> int:
    """How many records a section lists: as many as the label it repeats most; 0 if it says so."""
    if re.match(rf"\n{_NONE}", section):
        return 0
    return max(Counter(match[0] for match in _RECORD.finditer(section)).values(), default=0)


# ---------------------------------------------------------------- tiles

_FIGURE = re.compile(r"\d{1,5}(?:条|项|次|个)?")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_CAPTION = re.compile(r"[\u4e00-\u9fff()]{3,14}")


@dataclass(frozen=True, slots=True)
class _Band:
    """A row of figures, or a row of captions, of an overview in tiles."""

    row: Row
    figures: bool


def _bands(rows: Sequence[Row]) -> list[_Band]:
    found = []
    for row in rows:
        words = [piece.folded for piece in row.pieces]
        if len(words) >= 2 and all(_FIGURE.fullmatch(word) for word in words):
            found.append(_Band(row, True))
        elif len(words) >= 2 and all(_CAPTION.fullmatch(word) for word in words):
            found.append(_Band(row, False))
    return found


def _figures_of(bands: Sequence[_Band], number: int) -> Row | None:
    """The figures that belong to a row of captions: those on the nearer side of it."""
    row = bands[number].row
    sides = []
    for other in (number - 1, number + 1):
        if 0 <= other < len(bands) and bands[other].figures:
            away = abs(bands[other].row.top - row.top)
            if away <= 5 * max(row.height, bands[other].row.height):
                sides.append((away, other))
    sides.sort()
    if not sides or (len(sides) == 2 and sides[1][0] < 1.25 * sides[0][0]):
        return None
    return bands[sides[0][1]].row


def tiles(document: Document) -> dict[str, Fact]:
    """Counts of an overview whose figures stand over, under or beside their captions."""
    found: dict[str, Fact] = {}
    for leaf in document.leaves:
        rows = _unnumbered(line_rows(leaf))
        for name, piece in (pair for row in rows for pair in _abreast(row)):
            found.setdefault(name, _tile_fact(leaf, name, piece))
        bands = _bands(rows)
        for number, band in enumerate(bands):
            figures = None if band.figures else _figures_of(bands, number)
            if figures is None:
                continue
            for name, topic in TOPICS.items():
                pair = _tile(band.row, figures, topic)
                if pair and name not in found:
                    found[name] = _tile_fact(leaf, name, pair)
    return found


def _unnumbered(rows: Sequence[Row]) -> list[Row]:
    """Rows without the numbers that count them: ``3 | 严重失信主体名单 | 0 | 无记录``."""
    firsts = [row.pieces[0].folded if row.pieces else "" for row in rows]
    serial = [int(first) if first.isdigit() and len(first) < 3 else 0 for first in firsts]
    found = []
    for at, row in enumerate(rows):
        around = [*serial[max(0, at - 1) : at], *serial[at + 1 : at + 2]]
        counts = (
            serial[at] and len(row.pieces) > 2 and {serial[at] - 1, serial[at] + 1} & set(around)
        )
        found.append(replace(row, pieces=_counted_pieces(row)) if counts else row)
    return found


def _counted_pieces(row: Row) -> tuple[Piece, ...]:
    """A numbered row's caption with its figure, whatever stands between or behind them."""
    figures = [p for p in row.pieces[2:] if _FIGURE.fullmatch(p.folded)]
    counts = [p for p in figures if not _YEAR.fullmatch(p.folded)]
    return (row.pieces[1], *(counts[:1] or row.pieces[2:3]))


def _abreast(row: Row) -> Iterator[tuple[str, Piece]]:
    """Topics with their figures where figure and caption take turns in a row."""
    pieces, pairs = row.pieces, len(row.pieces) // 2
    turns = ["n" if _FIGURE.fullmatch(piece.folded) else "c" for piece in pieces]
    alone = turns == ["c", "n"]
    if (pairs < 2 and not alone) or turns not in (["n", "c"] * pairs, ["c", "n"] * pairs):
        return
    first = turns.index("c")
    for caption, figure in zip(pieces[first::2], pieces[1 - first :: 2], strict=True):
        for name, topic in TOPICS.items():
            if re.fullmatch(rf"(?:{topic}){_AFTER}", caption.folded):
                yield name, figure


def _tile(captions: Row, figures: Row, topic: str) -> Piece | None:
    """The figure in line with the one caption of a topic."""
    mine = [p for p in captions.pieces if re.fullmatch(rf"(?:{topic}){_AFTER}", p.folded)]
    if len(mine) != 1:
        return None
    best = min(figures.pieces, key=lambda p: abs(p.middle - mine[0].middle))
    rival = min(captions.pieces, key=lambda p: abs(p.middle - best.middle))
    return best if rival is mine[0] else None


def _tile_fact(leaf: Leaf, name: str, piece: Piece) -> Fact:
    proof = evidence(leaf, [piece])
    place = Place(leaf.source, leaf.page.number, piece.box, proof.place.where)
    span = Span(piece.text, place, reader_of(leaf), piece.confidence).by("tile", 0.97)
    return fact((name,), how_many(piece.text), span)
