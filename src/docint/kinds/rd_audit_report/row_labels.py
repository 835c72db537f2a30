"""What the texts left of a ledger's amounts say: the item, the year, the project of a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from docint.extract.columns import Head, is_amount, is_nil
from docint.extract.grids import Piece, Row, together
from docint.kinds.rd_audit_report.items import GROUPS, aspect, code_of, item, role
from docint.values.text import fold


@dataclass(frozen=True, slots=True)
class Label:
    """What the texts left of a row's amounts say."""

    item: str | None = None
    year: int | None = None
    key: str | None = None
    name: str | None = None
    piece: Piece | None = None
    known: bool = False


def _texts(
    row: Row, found: Sequence[Head], column: Mapping[int, int], first: float
) -> Iterator[tuple[int | None, Piece]]:
    """The row's texts with the heads they stand under; a text in pieces put together."""
    open_at: int | None = None
    held: Piece | None = None
    for piece in row.pieces:
        year_label = aspect(piece.text).year is not None and piece.left < first
        if (id(piece) in column or is_nil(piece.text)) and not year_label:
            continue
        at = _column_of(piece, found)
        whole = held is not None and at == open_at and not row.celled
        if held is not None and whole and not _within(item(piece.text), item(held.text)):
            held = together(held, piece)
            continue
        if held is not None:
            yield open_at, held
        open_at, held = at, piece
    if held is not None:
        yield open_at, held


def _column_of(piece: Piece, found: Sequence[Head]) -> int | None:
    """The head a text stands under: the one it overlaps most.

    Under none, the next head to its right within its column: heads stand in the middle of columns
    whose texts begin at the left edge.
    """
    if not found:
        return None

    def overlap(head: Head) -> float:
        return min(piece.right, head.right) - max(piece.left, head.left)

    best = max(range(len(found)), key=lambda index: overlap(found[index]))
    if piece.right <= min(head.left for head in found) and role(found[0].text) == "other":
        # The column of labels has no head: 附注 to its right is not about it.
        return None
    if overlap(found[best]) > 0 or piece.box is None:
        return best
    before = [i for i, head in enumerate(found) if head.right <= piece.left]
    after = [i for i, head in enumerate(found) if head.left >= piece.right]
    if not before or not after:
        return best
    left = max(before, key=lambda i: found[i].right)
    right = min(after, key=lambda i: found[i].left)
    narrow = found[left].right - found[left].left <= 3 * piece.box.height
    return right if narrow else best


_MANNERS = GROUPS - {"合计"} | {"委托研发"}


def label_of(
    row: Row, found: Sequence[Head], roles: Sequence[str], column: Mapping[int, int], first: float
) -> Label:
    """A row's label.

    Args:
        row: of the ledger.
        found: the heads, left to right.
        roles: what stands under each of them.
        column: the head of every amount, by the piece's identity.
        first: left edge of the amounts; texts before it are labels.
    """
    code = name = None
    piece: Piece | None = None
    label = Label()
    for at, text in _texts(row, found, column, first):
        kind = roles[at] if at is not None else "label"
        seen = aspect(text.text)
        total = seen.item == "合计" and text.right <= first  # often in the column of 序号
        if kind == "other" and not total and not _is_code(text, found, at):
            continue
        deeper = label.item is None or _within(seen.item, label.item)
        inner = seen.item if deeper else label.item
        label = replace(label, item=inner, year=label.year or seen.year)
        if seen.code:
            code, name = seen.code, name or seen.name
            piece = piece or text
        elif kind == "name" and seen.name and not seen.item and not text.folded.endswith(":"):
            name, piece = text.text, text
    if label.item in _MANNERS and (code or name):
        # 自主研发 beside a project is how it is done, not what was paid for
        label = replace(label, item=None)
    if label.item:
        return replace(label, known=True)
    if code or name:
        return replace(label, key=code or fold(str(name)), name=name, piece=piece, known=True)
    return replace(label, known=label.year is not None)


def _is_code(text: Piece, found: Sequence[Head], at: int | None) -> bool:
    """Whether a text is a project's code and no reference to working papers (索引号)."""
    return (
        at is not None and bool(code_of(text.text)) and not re.search("索引|底稿", found[at].text)
    )


def _within(inner: str | None, group: str | None) -> bool:
    """Whether an item stands beside its group's name, which spans the rows of all its items."""
    return group in GROUPS and inner is not None and inner != "合计"


def whole_name(
    at: int,
    rows: Sequence[Row],
    labels: Sequence[Label],
    found: Sequence[Head],
    roles: Sequence[str],
) -> Label:
    """A project's label with a name that wraps above and below the row of its amounts."""
    label, row = labels[at], rows[at]
    if not label.key or label.name or "name" not in roles or not code_of(label.key):
        return label
    parts: list[Piece] = []
    for near in (at - 1, at + 1):
        if not 0 <= near < len(rows) or any(is_amount(p.text) for p in rows[near].pieces):
            continue
        if abs(rows[near].top - row.top) > 1.3 * max(row.height, rows[near].height):
            continue
        parts += [p for p in rows[near].pieces if roles[_column_of(p, found) or 0] == "name"]
    if not parts:
        return label
    whole = parts[0] if len(parts) == 1 else together(parts[0], parts[1])
    return replace(label, name=whole.text, piece=whole)
