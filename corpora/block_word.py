"""Blocks as a Word file."""

from __future__ import annotations

import io
from collections.abc import Sequence
from random import Random
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt

from corpora.blocks import (
    ABOVE,
    Block,
    Break,
    Grid,
    Heading,
    Pairs,
    Prose,
    Title,
    spans,
    stacked,
    text_of,
)


def word(blocks: Sequence[Block], random: Random) -> bytes:
    """The blocks as a DOCX file."""
    paper = Document()
    normal = paper.styles["Normal"]
    face = random.choice(("宋体", "仿宋", "仿宋_GB2312", "微软雅黑"))
    normal.font.name = face
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
    normal.font.size = Pt(random.choice((10.5, 11, 12)))
    styled = random.random() < 0.7
    for block in blocks:
        _write(paper, block, styled=styled)
    buffer = io.BytesIO()
    paper.save(buffer)
    return buffer.getvalue()


def _write(paper: Any, block: Block, *, styled: bool) -> None:
    if isinstance(block, Title):
        line = paper.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = line.add_run("".join(map(text_of, block.parts)))
        run.bold, run.font.size = True, Pt(18)
    elif isinstance(block, Heading):
        _heading(paper, block, styled=styled)
    elif isinstance(block, Prose):
        text = "".join(map(text_of, block.parts))
        paper.add_paragraph(("　　" if block.indent else "") + text)
    elif isinstance(block, Pairs):
        _pairs(paper, block)
    elif isinstance(block, Grid):
        _grid(paper, block)
    elif isinstance(block, Break):
        paper.add_page_break()
    else:
        paper.add_paragraph(block.text + "　" * 10 + "".join(map(text_of, block.after)))


def _heading(paper: Any, block: Heading, *, styled: bool) -> None:
    if block.row:
        paper.add_table(1, 1, style="Table Grid").cell(0, 0).text = text_of(block.text)
    elif styled:
        paper.add_heading(text_of(block.text), 1)
    else:
        paper.add_paragraph().add_run(text_of(block.text)).bold = True


def _pairs(paper: Any, block: Pairs) -> None:
    if not block.ruled and not block.above:
        for label, value in block.rows:
            paper.add_paragraph(f"{label}{block.mark}{text_of(value)}")
        return
    if block.above:
        _grid(paper, stacked(block), "Table Grid" if block.ruled else "Normal Table")
        return
    side = 1 if block.group else 0
    rows = -(-len(block.rows) // block.across)
    width = block.across * 2 + side
    table = paper.add_table(rows, width, style="Table Grid")
    for index, (label, value) in enumerate(block.rows):
        row, column = divmod(index, block.across)
        table.cell(row, side + column * 2).text = label
        table.cell(row, side + column * 2 + 1).text = text_of(value)
    rest = len(block.rows) % block.across
    if rest:
        table.cell(rows - 1, side + rest * 2 - 1).merge(table.cell(rows - 1, width - 1))
    if block.group:
        table.cell(0, 0).merge(table.cell(rows - 1, 0)).text = block.group


def _grid(paper: Any, block: Grid, style: str = "Table Grid") -> None:
    side, top = (1 if block.group else 0), (1 if block.over else 0)
    width = len(block.heads) + side
    table = paper.add_table(top + 1 + len(block.rows), width, style=style)
    for number, row in enumerate([block.heads, *block.rows], top):
        for column, cell in enumerate(row):
            table.cell(number, column + side).text = text_of(cell)
            if cell == ABOVE:
                over = table.cell(number - 1, column + side)
                said = over.text
                over.merge(table.cell(number, column + side)).text = said
        if len(row) + side < width:
            table.cell(number, len(row) + side - 1).merge(table.cell(number, width - 1))
    column = side
    for words, span in block.over:
        if span > 1:
            table.cell(0, column).merge(table.cell(0, column + span - 1)).text = words
        else:
            table.cell(1, column).text = ""
            table.cell(0, column).merge(table.cell(1, column)).text = text_of(
                block.heads[column - side]
            )
        column += span
    if block.group:
        table.cell(0, 0).merge(table.cell(len(block.rows) + top, 0)).text = block.group
    for start, span in spans(block):
        first, last = top + 1 + start, top + start + span
        words = table.cell(first, side).text
        table.cell(first, side).merge(table.cell(last, side)).text = words
