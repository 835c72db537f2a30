"""Lists set in columns (无线分栏): a name on the left, what is told of it on the right, no rules.

``1）某某公司      负责样机研制`` and the next name below it: names that begin at one edge, with
texts beside them that begin at another, are the rows of a table, though neither rules nor heads say
so. What stands under a name completes it; what stands under a text goes on with it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from docint.extract.flow import around
from docint.extract.headings import level
from docint.extract.rows import Piece, box_of
from docint.extract.unit_names import ended

Opens = Callable[[str], str]
"""What sort of thing a text is that rows of such a list begin with; empty for other texts."""
Cells = list[list[Piece]]
_EDGE = 1.5
"""Sizes of print by which pieces of one column may begin apart."""
_HANGING = 3.0
"""Sizes of print by which the second line of a numbered name may be set in."""
_APART = 4.0
"""Sizes of print between lines at which a list has ended."""
_BROKEN = 6
"""Characters of a name at least that goes on in the next line; labels are shorter."""
_LEAST = 2
"""Rows that make a list."""


def abreast(rows: Sequence[Sequence[Piece]], opens: Opens) -> list[list[Cells]]:
    """Lists in columns among a page's rows of pieces: of each list its rows, of these the cells."""
    found: list[list[Cells]] = []
    at = 0
    while at < len(rows):
        if not _heads(rows[at], opens):
            at += 1
            continue
        edges = [piece.box.x0 for piece in rows[at]]
        made, after = _list(rows, _first(rows, at, edges, opens), edges, opens)
        if len(made) >= _LEAST:
            found.append(made)
        at = max(after, at + 1)
    return found


def mirrored(rows: Sequence[Sequence[Piece]], opens: Opens) -> list[list[Cells]]:
    """Lists with the texts on the left and behind each, on its own edge, the name."""
    found: list[list[Cells]] = []
    made: list[Cells] = []
    for row in rows:
        if _tells(row, opens) and (not made or _under(row[0], made)):
            made.append([[piece] for piece in row])
        elif made and len(row) == 1 and _under(row[0], made) and level(row[0].text) is None:
            made[-1][0].append(row[0])
        else:
            found += [made] if len(made) >= _LEAST else []
            made = [[[piece] for piece in row]] if _tells(row, opens) else []
    return [*found, made] if len(made) >= _LEAST else found


def _tells(row: Sequence[Piece], opens: Opens) -> bool:
    """Whether a row is a text and a name behind it."""
    return len(row) == 2 and not opens(row[0].text) and opens(row[1].text.lstrip("-—一")) == "name"


def _under(piece: Piece, made: Sequence[Cells]) -> bool:
    """Whether a piece goes on below the texts of a list, left of the names."""
    above, name = made[-1][0], made[-1][1][0]
    near = piece.box.top - above[-1].box.bottom <= _APART * piece.size
    return (
        near
        and abs(piece.box.x0 - above[0].box.x0) <= _EDGE * piece.size
        and piece.box.x1 < name.box.x0 + _EDGE * piece.size
    )


def _first(rows: Sequence[Sequence[Piece]], at: int, edges: Sequence[float], opens: Opens) -> int:
    """The list's first row: those before it may have been read as one line each."""
    first = at
    for n in range(at - 1, -1, -1):
        row = _cut(rows[n], edges, opens)
        homes = [_home(piece, edges) for piece in row]
        if None in homes or not _fits(row, homes, edges) or (level(row[0].text) and len(row) < 2):
            break
        if homes[0] == 0 and len(row) > 1 and opens(row[0].text):
            first = n
    return first


def _heads(row: Sequence[Piece], opens: Opens) -> bool:
    """Whether a row opens a list: a name or its label on the left, other things beside it."""
    sorts = [opens(piece.text) for piece in row]
    return len(row) >= 2 and sorts[0] != "" and sorts[0] not in sorts[1:]


def _list(
    rows: Sequence[Sequence[Piece]], at: int, edges: Sequence[float], opens: Opens
) -> tuple[list[Cells], int]:
    """Rows from one on until one that does not stand in the columns, and which that is."""
    made: list[Cells] = []
    bottom = rows[at][0].box.top
    for n in range(at, len(rows)):
        row = _cut(rows[n], edges, opens)
        homes = [_home(piece, edges) for piece in row]
        far = row[0].box.top - bottom > _APART * row[0].size
        if far or None in homes or not _fits(row, homes, edges):
            return made, n
        if homes[0] == 0 and opens(row[0].text):
            made.append([[] for _ in edges])
        elif homes[0] == 0 and not _completes(made[-1][0], row[0]):
            return made, n
        for piece, home in zip(row, homes, strict=True):
            made[-1][home or 0].append(piece)
        bottom = max(piece.box.bottom for piece in row)
    return made, len(rows)


def _completes(name: Sequence[Piece], piece: Piece) -> bool:
    """Whether a piece under a name or a label goes on with it, and begins nothing."""
    text = "".join(part.text for part in name)
    broken = len(text) >= _BROKEN and level(piece.text) is None and not ended(text)
    return broken or piece.text.startswith("(")


def _cut(row: Sequence[Piece], edges: Sequence[float], opens: Opens) -> list[Piece]:
    """A row whose name and text were read as one line, cut at the blank nearest to the column."""
    first = row[0]
    if len(row) > 1 or first.box.x1 < edges[1] + _EDGE * first.size:
        return list(row)
    blanks = [
        n + 1
        for n, (a, b) in enumerate(pairwise(first.glyphs))
        if a.line != b.line or b.at > a.at + 1
    ]
    off = {n: abs(box_of(first.glyphs[n]).x0 - edges[1]) for n in blanks}
    best = min(off, key=lambda n: off[n], default=None)
    if best is None or off[best] > _HANGING * first.size:
        return list(row)
    parts = [_part(first, 0, best), _part(first, best, len(first.glyphs))]
    return parts if opens(parts[0].text) else list(row)


def _part(piece: Piece, start: int, end: int) -> Piece:
    glyphs = piece.glyphs[start:end]
    box = around([box_of(glyph) for glyph in glyphs])
    return replace(piece, glyphs=glyphs, box=box or piece.box)


def _home(piece: Piece, edges: Sequence[float]) -> int | None:
    """The column that a piece begins in; None where it begins in none."""
    off = [abs(piece.box.x0 - edge) for edge in edges]
    best = off.index(min(off))
    return best if off[best] <= _HANGING * piece.size else None


def _fits(row: Sequence[Piece], homes: Sequence[int | None], edges: Sequence[float]) -> bool:
    """Whether the pieces stand each in a column of its own and none runs into the next one."""
    own = [home for home in homes if home is not None]
    return len(set(own)) == len(own) and all(
        home + 1 >= len(edges) or piece.box.x1 <= edges[home + 1] + _EDGE * piece.size
        for piece, home in zip(row, own, strict=True)
    )
