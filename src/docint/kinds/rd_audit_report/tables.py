"""A ledger's pages cut into tables (表格): heads, lines, and what the caption says of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from docint.extract.columns import is_amount, mended
from docint.extract.grids import Piece, Row
from docint.kinds.rd_audit_report.bare_lines import label_and_amount, unstacked
from docint.kinds.rd_audit_report.items import aspect, code_of, role
from docint.types.document import Leaf
from docint.values.text import level

_CAPTION_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)年(?:度|1[-—至~]12月|1月1日)?")
_OF_PROJECT = re.compile(
    r"^(?:\(?[一二三四五六七八九十\d]{1,2}[)、.．])?(?:研发|研究开发)?(?:项目"
    r"|课题)(?:名称)?[:：](?P<name>[\u4e00-\u9fffA-Za-z0-9()、\-—·/]{4,60}?)(?=(?:项目"
    r"|课题)?(?:编号|编码)|起止|单位[:：]|金额|20\d\d|$)"
)
_ALL_PROJECTS = re.compile(r"汇总|总表|结构明细表|合计表|全部项目|各项目")
_HEADING = 30
"""So many characters a heading may have."""
_SECTION = re.compile(
    r"^(?:附[注表件录]?[一二三四五六七八九十\d]|[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]+\))"
    r"|研发(?:费用|投入|支出)|研究开发(?:费用|投入|支出)"
)
_SPAN = re.compile(r"20\d\d年?(?:度)?[-—至~、和及,]+20\d\d年")


@dataclass(frozen=True, slots=True)
class Project:
    """A project's code and name where a row or a head prints them."""

    key: str
    name: str | None
    piece: Piece
    leaf: Leaf
    listed: bool = False
    """Whether it stands in a list of projects, which need not tell amounts."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An amount of a ledger with what it is."""

    year: int | None
    item: str | None
    """Canonical; None and ``合计`` alike mean all items."""
    project: str | None
    """Its key: the code, else the bare name; None means all projects."""
    piece: Piece
    leaf: Leaf
    unit: str | None
    captioned: bool
    """Whether the year stands on the table itself and not only in its caption."""


@dataclass(frozen=True, slots=True)
class Table:
    """Lines under one set of heads, with what the caption over them says."""

    header: tuple[Row, ...]
    """Empty where the lines stand under a year alone."""
    rows: tuple[Row, ...]
    year: int | None
    unit: str | None
    project: Project | None = None
    """The one project that the caption says the whole table is about."""
    of_projects: bool = False
    """Whether the heading over lines without heads speaks of projects."""


def _known_head(text: str) -> bool:
    """Whether a text says by itself what its column or its row holds."""
    seen = aspect(text)
    told = seen.year or seen.item or seen.code
    return bool(told) or role(text) in {"name", "code", "other", "label"}


_YEAR_ALONE = re.compile(r"20[0-4]\d年?度?")


def _headlike(row: Row) -> bool:
    if any(is_amount(p.text) and aspect(p.text).year is None for p in row.pieces):
        return False
    if _YEAR_ALONE.fullmatch("".join(piece.folded for piece in row.pieces)):
        return False  # 2023 | 年度: a band over what follows, parted by a stray rule
    known = sum(_known_head(piece.text) for piece in row.pieces)
    return known >= 2 and known * 2 >= len(row.pieces)


@dataclass(slots=True)
class _Cut:
    """Where the cutting of a page stands."""

    header: list[Row]
    data: list[Row]
    year: int | None
    unit: str | None
    project: Project | None
    open_head: bool
    done: list[Table]
    last: Row | None = None
    """The row before, which may hold the first line of wrapped heads."""
    bare: bool = False
    """Whether lines may follow without heads: a year stands above."""
    of_projects: bool = False

    def close(self) -> None:
        """End the table that is being read, if any."""
        if self.data:
            made = Table(tuple(self.header), tuple(self.data), self.year, self.unit, self.project)
            self.done.append(replace(made, of_projects=self.of_projects))
        self.data = []


def tables_of(rows: Sequence[Row], before: Table | None) -> list[Table]:
    """The tables among a page's rows, from top to bottom.

    Args:
        rows: of one page.
        before: the last table of the page before, whose heads, unit and caption may go on.
    """
    cut = _Cut([], [], None, None, None, False, [])
    if before:
        cut = _Cut(list(before.header), [], before.year, before.unit, before.project, False, [])
    for raw in unstacked(rows):
        row = mended(raw, _known_head)
        _head_over_lines(cut, row)
        if not _taken(cut, row):
            _between(cut, row)
        cut.last = row
    cut.close()
    return cut.done


def _head_over_lines(cut: _Cut, row: Row) -> None:
    """Whether a heading says that the lines without heads below it are projects."""
    if len(row.text) > _HEADING or any(is_amount(p.text) for p in row.pieces):
        return
    named = bool(re.search("项目|课题|研发活动", row.text))
    if named != cut.of_projects and (named or _SECTION.search(row.text)):
        if not cut.header:
            cut.close()
        cut.of_projects = named


def _taken(cut: _Cut, row: Row) -> bool:
    """Whether a row is a head or a line of a table; it is put where it belongs."""
    paid = any(is_amount(p.text) for p in row.pieces)
    if paid and _of_projects(cut.header) and _YEAR_ALONE.fullmatch(row.pieces[0].folded):
        cut.close()
        cut.year = int(row.pieces[0].folded[:4])  # with the year's sum, over its projects
        return True
    if _headlike(row) and not (cut.data and len(row.pieces) == 1):
        if not cut.open_head:
            cut.close()
            cut.header = [cut.last] if cut.last and _wrapped_above(cut.last, row) else []
        cut.header.append(row)
        cut.open_head = True
        cut.unit = row.unit or cut.unit
        return True
    if cut.open_head and not paid and not cut.data and _more_head(cut.header, row):
        cut.header.append(row)
        return True
    line = paid or (bool(cut.data) and _continues(row, cut.data) and not _captions(row))
    if cut.header and line and _of_table(row, cut.header):
        if not cut.data and cut.last and cut.last is not cut.header[-1]:
            # The first line of a name that wraps around its row.
            cut.data = [cut.last] if _wrapped_above(cut.last, row) else []
        cut.data.append(row)
        cut.open_head = False
        return True
    if cut.bare and not cut.header and label_and_amount(row):
        cut.data.append(row)
        return True
    return False


def _of_projects(header: Sequence[Row]) -> bool:
    """Whether a table's first column holds names of projects."""
    return bool(header) and role(header[-1].pieces[0].text) == "name"


def _captions(row: Row) -> bool:
    """Whether a row tells the unit, the year or the project of what follows."""
    return bool(row.unit or _caption_year(row) or _OF_PROJECT.match(row.text))


def _between(cut: _Cut, row: Row) -> None:
    """Takes unit, year and project from a row outside tables."""
    cut.open_head = False
    # A caption ends a table but keeps its heads: 2023年度 may be a section of the same table.
    if found := row.unit:
        cut.close()
        cut.unit = found
    if any(is_amount(p.text) for p in row.pieces):
        return
    if year := _caption_year(row):
        cut.close()
        cut.year = year
        _under_year(cut)
    if match := _OF_PROJECT.match(row.text):
        cut.close()
        code = code_of(row.text)
        cut.project = Project(code or match["name"], match["name"], row.pieces[0], row.leaf)
    elif _ALL_PROJECTS.search(row.text) and len(row.text) < 50:
        cut.project = None
    if re.search(r"[。；]", row.text) and len(row.text) > 30:
        cut.close()
        cut.header = []
        cut.bare = False


def _under_year(cut: _Cut) -> None:
    """Opens what a year stands over: heads that tell years themselves are not its heads."""
    if any(aspect(p.text).year for row in cut.header for p in row.pieces):
        cut.header = []
    cut.bare = not cut.header


def _more_head(header: Sequence[Row], row: Row) -> bool:
    """A further row of heads: of cells, or the wrapped rest of printed heads."""
    return (row.celled and len(row.pieces) > 1) or _wrapped_head(row, header)


def _continues(row: Row, data: Sequence[Row]) -> bool:
    return len(row.pieces) <= 4 and len(row.text) < 60 and row.top - data[-1].top < 4 * row.height


def _of_table(row: Row, header: Sequence[Row]) -> bool:
    if row.celled != header[-1].celled:
        return False
    return not (len(row.pieces) == 1 and re.search(r"[。；]", row.text))


def _wrapped_head(row: Row, header: Sequence[Row]) -> bool:
    last = header[-1]
    # One word close below wraps; several may stand a little further down.
    reach = 2.2 if len(row.pieces) > 1 else 1.35
    near = row.top - last.top < reach * max(row.height, last.height)
    return near and len(row.text) < 60 and not row.unit and not _caption_year(row)


def _wrapped_above(above: Row, row: Row) -> bool:
    """Whether a row holds the first lines of heads that wrap, just above the others."""
    close = 0 < row.top - above.top < 1.1 * max(row.height, above.height)
    return close and not _captions(above) and not any(is_amount(p.text) for p in above.pieces)


def _caption_year(row: Row) -> int | None:
    if _SPAN.search(row.text) or len(row.text) > 60:
        return None
    # Blanks count: 附表1 2023年度 is no year 1202.
    spaced = " ".join(level(piece.text) for piece in row.pieces)
    match = _CAPTION_YEAR.search(spaced) or _CAPTION_YEAR.search(row.text)
    return int(match[1]) if match else None
