"""The months of an insurance record: a period in one field, or a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from docint.extract.flow import Span, flow_of, search
from docint.extract.parsers import count
from docint.extract.proof import fact, resting_on
from docint.extract.rows import Row, layout, strip_boxes
from docint.types.document import Document, Leaf
from docint.types.fact import Fact, Value
from docint.values.ids import resident
from docint.values.text import fold

_MONTH = r"(?P<y{0}>20[0-9]{{2}}|19[89][0-9])(?:年|[-./])?(?P<m{0}>0[1-9]|1[0-2]|[1-9](?![0-9]))月?"
_PERIOD = re.compile(
    _MONTH.format(1) + r"(?:[0-9]{2}日|-[0-9]{2})?起?[-—–~～至到一ー]+" + _MONTH.format(2)
)
_SPAN = re.compile(
    _MONTH.format(1) + r"[-—–~～至到一ー]*" + _MONTH.format(2) + r"(?P<n>[0-9]{1,3})(?:个?月)?$"
)
"""A row of an insurance: first month, last month, number of months in cells side by side."""
_PERIOD_ROW = re.compile(r"^(?:[0-9]{1,3}[.、]?)?(?P<v>" + _PERIOD.pattern + ")")
_YEAR = re.compile(r"(?P<y>20[0-9]{2}|19[89][0-9])年?")
_MONTH_ALONE = re.compile(r"(?P<m>0?[1-9]|1[0-2])月?")
_ROW = re.compile(r"^(?:[0-9]{1,3}[.、]?)?(?P<v>" + _MONTH.format("") + r")(?![0-9年月日./-])")


def _ends(match: re.Match[str]) -> tuple[str, str]:
    return (
        f"{match['y1']}-{int(match['m1']):02d}",
        f"{match['y2']}-{int(match['m2']):02d}",
    )


def period(printed: str) -> tuple[str, str]:
    """Both ends of ``202301-202312``, ``2023年1月至2023年12月``.

    Raises:
        ValueError: no period.
    """
    match = _PERIOD.search(fold(printed))
    if not match:
        raise ValueError(f"no period of months: {printed!r}")
    return _ends(match)


def first_month(printed: str) -> str:
    """The first month of a period."""
    return period(printed)[0]


def last_month(printed: str) -> str:
    """The last month of a period."""
    return period(printed)[1]


def number_of_months(printed: str) -> int:
    """How many months were paid, without the remark behind it (``14（仅列最近13个月）``).

    Raises:
        ValueError: no number, or more than one.
    """
    return count(re.sub(r"\([^()]*\)?$", "", fold(printed)))


_COUNTED = re.compile(
    r"(?:区间|期间|起止(?:年月|时间|日期)?|时段|时间段?|年月|期限|自|从|由)[::为是]?[自从由]?(?P<v>"
    + _PERIOD.pattern
    + ")"
    r"[^0-9。\n]{0,40}?(?:(?P<n>[0-9]{1,3})个?月|月数(?:合计)?[:为是]?(?P<m>[0-9]{1,3})(?![0-9.年]))"
)


def stated(document: Document) -> dict[str | int, Fact]:
    """A period with its number of months (``2023.02—2024.05 共16个月``), where they agree.

    A list of single months may show only the last of them; a period whose months were not all
    paid has another number behind it and proves nothing.
    """
    for joint in ("\n", ""):
        for flow, match in search(document, _COUNTED.pattern, joint):
            first, last = period(match["v"])
            group = "n" if match["n"] else "m"
            number = int(match[group])
            if between(first, last) != number or number < 2:
                continue
            ends = re.split(r"[-—–~～至到一ー]+(?=(?:20|19)[0-9]{2})", match["v"])
            cut = match.start("v") + len(ends[0])
            counted = flow.span(match.start(group), match.end())
            spans = flow.span(match.start("v"), cut), flow.span(cut, match.end("v"))
            return {
                "paid_from": fact(("paid_from",), first, spans[0].by("clause", 0.97)),
                "paid_until": fact(("paid_until",), last, spans[1].by("clause", 0.97)),
                "months": fact(("months",), number, counted.by("clause")),
            }
    return {}


_ONE = re.compile(_MONTH.format("") + "(?P<day>[0-9]{1,2}日?)?")
_NUMBER_ALONE = re.compile("(?P<n>[0-9]{1,3})(?:个?月)?")


def _cells(row: Row) -> list[tuple[int, int]]:
    """Where the cells of a row begin and end, parted by gaps."""
    starts = [n for n, gap in enumerate(row.gaps) if gap >= _PARTS]
    return list(zip(starts, [*starts[1:], len(row.text)], strict=True))


_PARTS = 0.8
"""A gap this many sizes wide parts the cells of a row."""


def in_cells(document: Document) -> dict[str | int, Fact]:
    """Two months and their number in cells side by side, whatever the columns are called.

    The number proves the two; in a list of several persons nobody's row is taken.
    """
    if len({hit.value for hit in resident.find_all(document.text)}) > 1:
        return {}
    found = []
    for leaf in document.leaves:
        for row in layout(leaf).rows if leaf.page.height else ():
            cells = _cells(row)
            for first, last, number in zip(cells, cells[1:], cells[2:], strict=False):
                ends = [_ONE.fullmatch(row.text, *cell) for cell in (first, last)]
                counted = _NUMBER_ALONE.fullmatch(row.text, *number)
                if not ends[0] or not ends[1] or not counted:
                    continue
                low, high = (f"{m['y']}-{int(m['m']):02d}" for m in ends if m)
                if between(low, high) == int(counted["n"]) > 1:
                    flows = [flow_of(leaf, row.glyphs[slice(*c)]) for c in (first, last, number)]
                    found.append(((low, high, int(counted["n"])), flows))
    if len({values for values, _ in found}) != 1:
        return {}
    values, flows = found[0]
    spans = [flow.span(0, len(flow.text)).by("row", 0.97) for flow in flows]
    return {
        "paid_from": fact(("paid_from",), values[0], spans[0]),
        "paid_until": fact(("paid_until",), values[1], spans[1]),
        "months": fact(("months",), values[2], spans[2]),
    }


def _paired(document: Document) -> list[tuple[tuple[str, str], Span]]:
    """Rows with two months side by side that are periods, whatever their columns are called.

    Several rows: all alike (one for each insurance) or none touching another; a month and the
    later one in which it was booked (到账年月) overlap from row to row.
    """
    rows: list[tuple[tuple[str, str], Span]] = []
    if len({hit.value for hit in resident.find_all(document.text)}) > 1:
        return rows  # every row is another person's
    for leaf in document.leaves:
        for row in layout(leaf).rows if leaf.page.height else ():
            cells = _cells(row)
            for one, two in pairwise(cells):
                ends = [_ONE.fullmatch(row.text, *cell) for cell in (one, two)]
                low, high = (f"{m['y']}-{int(m['m']):02d}" if m else "" for m in ends)
                if low and low <= high:
                    span = flow_of(leaf, row.glyphs[one[0] : two[1]]).span()
                    rows.append(((low, high), span))
                    break
    periods = sorted({pair for pair, _ in rows})
    apart = all(low[1] < high[0] for low, high in pairwise(periods))
    longer = any(first < last for first, last in periods)
    return rows if len(rows) > 1 and apart and longer else []


def _abreast(document: Document) -> list[tuple[tuple[str, str], Span]]:
    """Months that are listed in several columns side by side, if they follow on each other.

    That none is missing and none comes twice proves that each is a month paid for, not the one
    in which another was booked.
    """
    found: list[tuple[tuple[str, str], Span]] = []
    widest = 0
    for leaf in document.leaves:
        for row in layout(leaf).rows if leaf.page.height else ():
            cells = [cell for cell in _cells(row) if _ONE.fullmatch(row.text, *cell)]
            widest = max(widest, len(cells))
            for start, end in cells:
                flow = flow_of(leaf, row.glyphs[start:end])
                match = _ONE.fullmatch(flow.text)
                if match and not match["day"]:
                    value = f"{match['y']}-{int(match['m']):02d}"
                    found.append(((value, value), flow.span()))
    months = sorted(value for (value, _), _ in found)
    whole = len(months) > _FEW and months == _months(months[0], months[-1])
    return found if widest > 1 and whole else []


_FEW = 3


def told(document: Document, number: int) -> Fact | None:
    """The number of months in words (``累计9个月``), if it is said; any other is of more."""
    for flow, match in search(
        document, r"(?:累计|合计|总计|共计?)[^0-9。\n]{0,6}(?P<n>[0-9]{1,3})个?月"
    ):
        if int(match["n"]) == number:
            return fact(("months",), number, flow.group(match, "n").by("clause"))
    return None


def _rows(leaf: Leaf) -> Iterator[tuple[tuple[str, str], Span]]:
    """Months, or periods of months, that begin a row: both ends with their place."""
    for row in layout(leaf).rows:
        glyphs = row.glyphs if leaf.page.height else strip_boxes(row.glyphs)
        flow, first = flow_of(leaf, glyphs), flow_of(leaf, glyphs[: _first_cell(row)])
        if match := _PERIOD_ROW.match(flow.text):
            yield period(match["v"]), flow.group(match, "v")
        elif (match := _SPAN.search(flow.text)) and between(*_ends(match)) == int(match["n"]):
            yield _ends(match), flow.group(match)
        elif match := _ROW.match(first.text):
            value = f"{match['y']}-{int(match['m']):02d}"
            yield (value, value), first.group(match, "v")


def _split(leaf: Leaf) -> Iterator[tuple[tuple[str, str], Span]]:
    """Months whose year and number stand in cells of their own, first in their rows.

    Where no year stands in two rows, the second cell may count the months of its year.
    """
    found = []
    for row in layout(leaf).rows if leaf.page.height else ():
        cells = [cut for cut in _cells(row) if not _RUNNING.fullmatch(row.text, *cut)][:1]
        following = [cut for cut in _cells(row) if cells and cut[0] == cells[0][1]]
        year = _YEAR.fullmatch(row.text, *cells[0]) if cells else None
        month = _MONTH_ALONE.fullmatch(row.text, *following[0]) if following else None
        if year and month:
            value = f"{year['y']}-{int(month['m']):02d}"
            glyphs = row.glyphs[cells[0][0] : following[0][1]]
            found.append(((value, value), flow_of(leaf, glyphs).span()))
    if len({value[:4] for (value, _), _ in found}) < len(found):
        yield from found


_RUNNING = re.compile("[0-9]{1,3}")
"""A row's running number."""


_LAST_ONLY = re.compile(
    r"(?:列出?|显示|打印|展示|反映|载明|提供|记载)了?[^。\n]{0,6}(?:最近|近|最后)[^。\n]{0,4}个?[月年]"
)
"""A list that says itself that it shows the last months only."""


def _first_cell(row: Row) -> int:
    """Where the first cell of a row ends: behind a running number, at the next gap."""
    gaps = [n for n, gap in enumerate(row.gaps) if gap >= 0.5 and n > 0]
    past = [n for n in gaps if not re.fullmatch("[0-9]{1,3}", row.text[:n])]
    return past[0] if past else len(row.text)


def listed(document: Document, printed: Value | None = None) -> dict[str | int, Fact]:
    """First, last and number of the months that a record lists one by one, or by periods.

    Args:
        document: the record.
        printed: the number of months it states, if it does; a list that falls short of it (or
            has gaps) may go on elsewhere.
    """
    alone = (pair for leaf in document.leaves for pair in (*_rows(leaf), *_split(leaf)))
    rows = sorted(_paired(document) or _abreast(document) or alone, key=lambda pair: pair[0])
    covered = {month for (first, last), _ in rows for month in _months(first, last)}
    if len(covered) < 2 or any(search(document, _LAST_ONLY.pattern, "")):
        return {}
    first = min(rows, key=lambda row: row[0][0])
    last = max(rows, key=lambda row: row[0][1])
    doubtful = len(covered) != between(first[0][0], last[0][1])
    doubtful = doubtful or (printed is not None and printed != len(covered))
    counted = fact(("months",), len(covered), first[1].by("list"), doubtful=True)
    return {
        "paid_from": fact(("paid_from",), first[0][0], first[1].by("list"), doubtful=doubtful),
        "paid_until": fact(("paid_until",), last[0][1], last[1].by("list"), doubtful=doubtful),
        "months": resting_on(counted, last[1]),
    }


def _months(first: str, last: str) -> list[str]:
    """Every month from the first to the last."""
    start = int(first[:4]) * 12 + int(first[5:]) - 1
    return [
        f"{number // 12}-{number % 12 + 1:02d}"
        for number in range(start, start + max(0, between(first, last)))
    ]


def between(first: str, last: str) -> int:
    """Months from the first to the last, both counted."""
    years, months = int(last[:4]) - int(first[:4]), int(last[5:]) - int(first[5:])
    return years * 12 + months + 1
