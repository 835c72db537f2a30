"""Office documents as blocks: the same form or plan becomes a Word file or a printed page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from random import Random
from typing import Any

from markupsafe import Markup

from corpora.fonts import font
from corpora.paper import Ink, Paper, Truth


@dataclass(frozen=True)
class Shown:
    """A fact as it is printed."""

    path: str
    text: str
    value: Any = None
    at: str = ""
    """The fact in whose place it stands, too: one cell for several rows. It is not printed again."""

    @property
    def truth(self) -> Truth:
        """Its truth without a place."""
        told = {"value": self.text if self.value is None else self.value, "text": self.text}
        return told | ({"at": self.at} if self.at else {})


@dataclass(frozen=True)
class Parts:
    """Several things in one cell."""

    parts: tuple[str | Shown, ...]


Inline = str | Shown | Parts
ABOVE = Parts(())
"""A cell of a table that is one with the cell above it."""


@dataclass(frozen=True)
class Title:
    """The document's title."""

    parts: tuple[Inline, ...]


@dataclass(frozen=True)
class Heading:
    """A heading above what follows."""

    text: Inline
    row: bool = False
    """As a shaded row of the table."""


@dataclass(frozen=True)
class Prose:
    """A paragraph."""

    parts: tuple[Inline, ...]
    indent: bool = True


@dataclass(frozen=True)
class Pairs:
    """Labels with values: one, two or three pairs a row, a name of the group at the left or not."""

    rows: tuple[tuple[str, Inline], ...]
    across: int
    group: str = ""
    ruled: bool = True
    """In a table; else as lines with colons, or as labels over values without any rules."""
    above: bool = False
    """Labels in a row of their own, over their values."""
    mark: str = "："
    """What stands between label and value where they are lines."""


@dataclass(frozen=True)
class Break:
    """A new page."""


@dataclass(frozen=True)
class Grid:
    """A table with a head."""

    heads: tuple[Inline, ...]
    rows: tuple[tuple[Inline, ...], ...]
    """The last cell of a row that is shorter than the head spans the rest."""
    group: str = ""
    over: tuple[tuple[str, int], ...] = ()
    """A second storey over the heads: its words and how many columns they span; one: the head."""
    down: bool = False
    """An empty cell of the first column is one with the cell above it."""


@dataclass(frozen=True)
class Stamp:
    """A line to be sealed: what stands there, whose seal it is."""

    text: str
    unit: str
    number: str
    after: tuple[Inline, ...]


Block = Title | Heading | Prose | Pairs | Break | Grid | Stamp


def inlines(blocks: Iterable[Block]) -> list[Inline]:
    """Everything that is printed, in order."""
    found: list[Inline] = []
    for block in blocks:
        if isinstance(block, Title | Prose):
            found += block.parts
        elif isinstance(block, Heading):
            found.append(block.text)
        elif isinstance(block, Pairs):
            found += [part for row in block.rows for part in row]
        elif isinstance(block, Grid):
            found += [words for words, span in block.over if span > 1]
            found += [*block.heads, *(cell for row in block.rows for cell in row)]
        elif isinstance(block, Stamp):
            found += [block.text, *block.after]
    return [p for part in found for p in (part.parts if isinstance(part, Parts) else (part,))]


def truth(blocks: Iterable[Block]) -> dict[str, Truth]:
    """The facts by dotted path."""
    return {part.path: part.truth for part in inlines(blocks) if isinstance(part, Shown)}


def lines(blocks: Iterable[Block]) -> list[str]:
    """Printed text, piece by piece."""
    return [text_of(part) for part in inlines(blocks) if text_of(part)]


def text_of(part: Inline) -> str:
    """What is printed of it."""
    parts = part.parts if isinstance(part, Parts) else (part,)
    return "".join(("" if p.at else p.text) if isinstance(p, Shown) else p for p in parts)


def stacked(block: Pairs) -> Grid:
    """Labels over their values, as a table: rows of labels and rows of values in turn."""
    rows: list[tuple[Inline, ...]] = []
    for start in range(0, len(block.rows), block.across):
        part = block.rows[start : start + block.across]
        rows += [tuple(label for label, _ in part), tuple(value for _, value in part)]
    return Grid(rows[0], tuple(rows[1:]), block.group)


def spans(block: Grid) -> list[tuple[int, int]]:
    """Rows whose first cell goes on below, and over how many rows."""
    begins = [n for n, row in enumerate(block.rows) if row[0] != ""] if block.down else []
    ends = [*begins[1:], len(block.rows)]
    return [(a, b - a) for a, b in zip(begins, ends, strict=False) if b - a > 1]


# ---------------------------------------------------------------- print


def printed(kind: str, name: str, layout: str, blocks: Sequence[Block], random: Random) -> Paper:
    """The blocks as a printed paper, to be scanned or kept as a PDF."""
    ink = Ink()
    html = "".join(_html(block, ink) for block in blocks)
    face = font(random, random.choice(("serif", "serif", "sans", "kai")))
    css = (
        f"& {{font-family:{face};font-size:{random.choice((13, 13.5, 14))}px;line-height:1.65}}"
        "h1{text-align:center;font-size:24px;margin:2mm 0 6mm}h2{font-size:16px;margin:3mm 0 1mm;break-after:avoid}"
        "p{margin:1mm 0;text-align:justify}p:has(+ table){break-after:avoid}table{border-collapse:collapse;width:100%;margin:-1px 0 0}"
        "& .tn td{overflow-wrap:anywhere}td,th{border:1px solid #333;padding:1.5mm 1.8mm;font-weight:400;text-align:left;line-height:1.45}"
        "th{text-align:center}td{min-width:17mm}tr{break-inside:avoid}& .l{white-space:nowrap;width:1%}& .g{width:9mm;min-width:0;text-align:center}& .w{white-space:normal;width:22mm}"
        "& .bare{break-inside:avoid;table-layout:fixed;margin:1mm 0 2mm}& .bare :is(td,th){border:0;text-align:left;padding:.6mm 2mm;vertical-align:top;overflow-wrap:anywhere}& .bare th{font-size:.88em;color:#666;padding-top:2.2mm}"
        "& .ln{display:grid;gap:1mm 6mm;margin:2mm 0;line-height:1.8}"
        "& .br{break-after:page}& .ln:has(+ .br){margin:64mm 12mm 0;font-size:18px;row-gap:7mm}"
        "& .st{margin-top:12mm;break-inside:avoid;display:flex;justify-content:space-between}"
    )
    page = f"size:A4;margin:{random.choice((20, 22, 25))}mm {random.choice((20, 22, 25))}mm"
    return Paper(kind, name, layout, css, html, page, ink.truth, ink.critical, ink.marks)


def _html(block: Block, ink: Ink) -> Markup:
    if isinstance(block, Title):
        return Markup("<h1>{}</h1>").format(_joined(block.parts, ink))
    if isinstance(block, Heading):
        row = Markup("<table><tr><th>{}</th></tr></table>")
        return (row if block.row else Markup("<h2>{}</h2>")).format(_mark_up(block.text, ink))
    if isinstance(block, Prose):
        return Markup("<p>{}{}</p>").format("　　" * block.indent, _joined(block.parts, ink))
    if isinstance(block, Pairs):
        if block.above:
            return _stacked_html(stacked(block), ink, "" if block.ruled else "bare")
        return _pairs_html(block, ink) if block.ruled else _lines_html(block, ink)
    if isinstance(block, Break):
        return Markup('<div class="br"></div>')
    if isinstance(block, Grid):
        return _grid_html(block, ink)
    seal = ink.mark("seal", block.unit, "申报单位", block.number)
    return Markup('<div class="st"><span>{}　　　{}</span><span>{}</span></div>').format(
        block.text, seal, _joined(block.after, ink)
    )


def _mark_up(part: Inline, ink: Ink) -> Markup:
    if isinstance(part, Shown):
        if part.at:
            return ink.known(part.path, part.truth["value"], part.text, part.at)
        return ink(part.path, part.text, part.value)
    if isinstance(part, Parts):
        return _joined(part.parts, ink)
    return Markup("{}").format(part)


def _joined(parts: Iterable[Inline], ink: Ink) -> Markup:
    return Markup("").join(_mark_up(part, ink) for part in parts)


def _pairs_html(block: Pairs, ink: Ink) -> Markup:
    rows = [block.rows[i : i + block.across] for i in range(0, len(block.rows), block.across)]
    out = Markup("")
    for number, row in enumerate(rows):
        cells = Markup("")
        if block.group and not number:
            cells += Markup('<td class="g" rowspan="{}">{}</td>').format(len(rows), block.group)
        for column, (label, value) in enumerate(row):
            span = 1 + 2 * (block.across - len(row)) if column == len(row) - 1 else 1
            narrow = "l w" if block.across > 2 else "l"  # else the values have no room
            cells += Markup('<td class="{}">{}</td><td colspan="{}">{}</td>').format(
                narrow, label, span, _mark_up(value, ink)
            )
        out += Markup("<tr>{}</tr>").format(cells)
    return Markup("<table>{}</table>").format(out)


def _lines_html(block: Pairs, ink: Ink) -> Markup:
    cells = Markup("").join(
        Markup("<span>{}{}{}</span>").format(label, block.mark, _mark_up(value, ink))
        for label, value in block.rows
    )
    return Markup('<div class="ln" style="grid-template-columns:{}">{}</div>').format(
        "1fr " * block.across, cells
    )


def _grid_html(block: Grid, ink: Ink) -> Markup:
    out, lower, side = Markup(""), _lower(block), _side(block)
    if block.over:
        out += Markup("<tr>{}{}</tr>").format(side, _storey(block, ink))
        side = Markup("")
    out += _row_html(lower, len(lower), _HEAD, ink, side)
    tall = dict(spans(block))
    for number, row in enumerate(block.rows):
        first, rest = Markup(""), row
        if block.down and (number in tall or row[0] == ""):
            begun = Markup('<td rowspan="{}">{}</td>')
            first = begun.format(tall[number], _mark_up(row[0], ink)) if row[0] else first
            rest = row[1:]
        below = () if block.down else block.rows[number + 1 :]
        out += _row_html(rest, len(block.heads) - len(row) + len(rest), _CELL, ink, first, below)
    # Codes side by side have to break, or the table is wider than the sheet.
    codes = max((sum(map(_is_code, row)) for row in block.rows), default=0)
    shape = Markup(' class="tn"') if codes > 2 else ""
    return Markup("<table{}>{}</table>").format(shape, out)


_HEAD, _CELL = Markup("<th{}>{}</th>"), Markup("<td{}>{}</td>")


def _row_html(
    row: Sequence[Inline],
    width: int,
    form: Markup,
    ink: Ink,
    cells: Markup,
    below: Sequence[Sequence[Inline]] = (),
) -> Markup:
    """A row of a table after ``cells``; its last cell spans what is left of the width."""
    for column, cell in enumerate(row):
        if cell == ABOVE:
            continue
        rest = width - column if column == len(row) - 1 else 1
        wide = Markup(' colspan="{}"').format(rest) if rest > 1 else Markup("")
        tall = 1 + _merged(below, column)
        wide += Markup(' rowspan="{}"').format(tall) if tall > 1 else Markup("")
        cells += form.format(wide, _mark_up(cell, ink))
    return Markup("<tr>{}</tr>").format(cells)


def _merged(below: Sequence[Sequence[Inline]], column: int) -> int:
    """How many of the next rows have no cell of their own there."""
    return sum(1 for _ in takewhile(lambda row: tuple(row[column : column + 1]) == (ABOVE,), below))


def _is_code(part: Inline) -> bool:
    return isinstance(part, Shown) and part.path.endswith(".uscc")


def _side(block: Grid) -> Markup:
    """The cell at the left that names the table."""
    if not block.group:
        return Markup("")
    span = len(block.rows) + 1 + bool(block.over)
    return Markup('<td class="g" rowspan="{}">{}</td>').format(span, block.group)


def _storey(block: Grid, ink: Ink) -> Markup:
    """The upper row of a head of two: words over several columns, or a head of both rows."""
    out, column = Markup(""), 0
    for words, span in block.over:
        shown = Markup("{}").format(words) if span > 1 else _mark_up(block.heads[column], ink)
        size = Markup('colspan="{}"').format(span) if span > 1 else Markup('rowspan="2"')
        out += Markup("<th {}>{}</th>").format(size, shown)
        column += span
    return out


def _lower(block: Grid) -> list[Inline]:
    """Heads that stand below others, or all of them."""
    if not block.over:
        return list(block.heads)
    kept: list[Inline] = []
    column = 0
    for _, span in block.over:
        kept += block.heads[column : column + span] if span > 1 else ()
        column += span
    return kept


def _stacked_html(block: Grid, ink: Ink, shape: str) -> Markup:
    out, width = Markup(""), len(block.heads)
    for number, row in enumerate([block.heads, *block.rows]):
        side = Markup("") if number else _side(block)
        out += _row_html(row, width, _CELL if number % 2 else _HEAD, ink, side)
    return Markup('<table class="{}">{}</table>').format(shape, out)
