"""Reports on one sheet (表格式报告): cells that hold sentences, years and words at their left.

``2023年度 | 其中 | ①人员人工费用 9,867,684.14元 ②直接投入费用 …`` and, below it, ``本年审定合计 |
人民币（大写）…（小写）￥20,691,114.44元``; projects as ``“甲研发”（列支4,153,349.09元）``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docint.extract.flow import Flow, line_glyphs, page_flow
from docint.kinds.rd_audit_report.items import ITEMS, item
from docint.kinds.rd_audit_report.lists import piece_of
from docint.kinds.rd_audit_report.tables import Entry, Project
from docint.types.document import Leaf
from docint.types.reading import Cell
from docint.values.text import fold

_YEAR = re.compile(r"(?P<year>20[0-4]\d)年?度?")
_AMOUNT = re.compile(r"(?:人民币|¥|￥)?(?P<v>\d[\d,.]*(?:万|亿)?元)")
_BETWEEN = re.compile(r"^(?:元|[^\u4e00-\u9fff])*|[^\u4e00-\u9fff]+$")
_TOTAL = re.compile(r"合计|总计|总额|共计")
_QUOTED = re.compile(
    r"[“\"](?P<name>[^“”\"]{4,60})[”\"]\([^()\d]{0,8}(?P<v>\d[\d,.]*(?:万|亿)?元)\)"
)
_FEWEST = 2


def sheet(leaf: Leaf) -> tuple[list[Entry], list[Project]]:
    """What a page's cells tell of years and items, and its sentences of quoted projects."""
    entries = [entry for told in _years(leaf) for entry in told]
    flows = [cell_flow(leaf, cell) for cell in _cells(leaf)]
    found = [pair for flow in flows for pair in _quoted(flow)] or list(_quoted(page_flow(leaf, "")))
    return [*entries, *(entry for entry, _ in found)], [project for _, project in found]


def cell_flow(leaf: Leaf, cell: Cell) -> Flow:
    """The print of a cell alone; its neighbours' lines may stand level with it."""
    box = cell.box
    glyphs = tuple(
        glyph
        for number in range(len(leaf.page.lines))
        for glyph in line_glyphs(leaf, number)
        if box and glyph.box and box.covers(*glyph.box.middle)
    )
    return Flow(leaf, glyphs, "".join(glyph.char for glyph in glyphs))


def _cells(leaf: Leaf) -> list[Cell]:
    return [cell for table in leaf.page.tables for cell in table.cells if cell.box]


def _years(leaf: Leaf) -> Iterator[list[Entry]]:
    """The entries beside each cell that holds a year alone."""
    for table in leaf.page.tables:
        for head in table.cells:
            year = _YEAR.fullmatch(fold(head.text))
            if year is None or head.box is None:
                continue
            rows = range(head.row, head.row + head.row_span)
            beside = [c for c in table.cells if c.row in rows and c.column > head.column and c.box]
            told = [e for c in beside for e in _told(leaf, c, beside, int(year["year"]))]
            if len({entry.item for entry in told}) >= _FEWEST:
                yield told


def _told(leaf: Leaf, cell: Cell, beside: list[Cell], year: int) -> Iterator[Entry]:
    """A cell's items with the amounts behind them, or the sum that the cell at its left names."""
    flow = cell_flow(leaf, cell)
    found = list(flow.finditer(_AMOUNT))
    label = next((c for c in beside if c.row == cell.row and c.column < cell.column), None)
    if label and len(found) == 1 and _TOTAL.search(fold(label.text)):
        yield Entry(year, "合计", None, piece_of(flow.group(found[0], "v")), leaf, "元", True)
        return
    start = 0
    for match in found:
        name = item(_BETWEEN.sub("", flow.text[start : match.start()]))
        start = match.end()
        if name in ITEMS:
            yield Entry(year, name, None, piece_of(flow.group(match, "v")), leaf, "元", True)


def _quoted(flow: Flow) -> list[tuple[Entry, Project]]:
    """Projects in quotation marks with what they cost in brackets, under the last year named."""
    found = list(flow.finditer(_QUOTED))
    made = []
    for match in found if len(found) >= _FEWEST else ():
        years = re.findall(r"(?<!\d)(20[0-4]\d)年", flow.text[: match.start()])
        if not years:
            continue
        name = flow.group(match, "name")
        project = Project(fold(name.text), name.text, piece_of(name), flow.leaf, True)
        cost = piece_of(flow.group(match, "v"))
        made.append(
            (Entry(int(years[-1]), None, project.key, cost, flow.leaf, "元", True), project)
        )
    return made
