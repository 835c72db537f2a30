"""A ruled form's rows for the two parties as lines of prose: ``乙方（受聘员工）：施玲东女…``.

Such a form gives each party a row: its role in one cell, and everything about it in the next.
"""

from __future__ import annotations

import re
from itertools import pairwise

from docint.extract.celled import Field, grids
from docint.extract.clauses import Prose
from docint.extract.flow import Glyph
from docint.extract.unit_names import ended, whole
from docint.kinds.labor_contract.people import FIRST, SECOND
from docint.types.document import Document, Leaf

_ROLE = re.compile(
    rf"(?:{FIRST}|{SECOND})(?:[(/][^:签盖印章]{{0,10}}\)?)?"
    r"(?:(?:单位|公司|企业)?(?:名称|全称)|姓名|信息|基本(?:信息|情况))?:?"
)


_Character = tuple[str, Glyph | None, Leaf | None]
_COLON: _Character = (":", None, None)
_BREAK: _Character = ("\n", None, None)


def party_rows(document: Document, prose: Prose) -> Prose:
    """Rows of which a cell names a party's role: the role, a colon, and the next cell's lines."""
    made: list[_Character] = []
    for grid in grids(document, prose, lambda _: False):
        for row in grid.rows:
            for role, value in pairwise(row):
                if _ROLE.fullmatch(role.text) and not _ROLE.fullmatch(value.text):
                    named = [character for line in _lines(prose, role) for character in line]
                    said = [(*line, _BREAK) for line in _whole(_lines(prose, value))]
                    made += [*named, _COLON, *(c for line in said for c in line)]
    return Prose(
        "".join(char for char, _, _ in made),
        tuple(glyph for _, glyph, _ in made),
        tuple(leaf for _, _, leaf in made),
    )


def _lines(prose: Prose, field: Field) -> list[list[_Character]]:
    """A cell's characters with their origin, line by line."""
    lines: list[list[_Character]] = []
    before: int | None = None
    for spot in (spot for run in field.runs for spot in range(*run)):
        glyph = prose.glyphs[spot]
        if glyph is None:
            continue
        if glyph.line != before:
            lines.append([])
        lines[-1].append((prose.text[spot], glyph, prose.leaves[spot]))
        before = glyph.line
    return lines


def _whole(lines: list[list[_Character]]) -> list[list[_Character]]:
    """The lines of a cell, the first two made one where they break off a unit's name."""
    if len(lines) > 1 and not ended(_text(lines[0])) and whole(_text(lines[0]) + _text(lines[1])):
        return [[*lines[0], *lines[1]], *lines[2:]]
    return lines


def _text(line: list[_Character]) -> str:
    return "".join(char for char, _, _ in line)
