"""A form as one stream of rows (行), whether it came as DOCX markup, a ruled scan or loose lines.

A row is what stands side by side: the cells of a table row, or the pieces of a printed line. Edges
are points where the page has geometry, column numbers where it has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docint.extract.counting import MEASURE
from docint.extract.grids import Piece, pieces_of
from docint.kinds.application_form.bilingual import in_chinese
from docint.kinds.application_form.inline import answered, unglued
from docint.kinds.application_form.labels import likely, match
from docint.kinds.application_form.slots import Slot
from docint.kinds.application_form.wrapping import levels, parted, run_on
from docint.types.document import Document, Leaf
from docint.types.place import Box
from docint.types.reading import Cell, Line, Table
from docint.values.text import is_han

_WITHIN = re.compile(r"（在(.+)内）")
_FURNITURE = re.compile(r"[-—–\s]*(?:第?\d{1,3}页?(?:[/,，]?共?\d{1,3}页?)?|[IVXivx]{1,4})[-—–\s]*")
_COUNT = re.compile(rf"\d[\d,]*\s*(?:{MEASURE.pattern})")
_GAP = re.compile(r"\t+|\s{2,}|_{6,}")


@dataclass(frozen=True, slots=True)
class Row:
    """Slots side by side."""

    slots: tuple[Slot, ...]
    leaf: Leaf
    table: int = 0
    """Counts the document's tables from 1; 0 for running text."""
    opens: bool = False
    """Whether it is the first row of its table."""

    @property
    def full(self) -> tuple[Slot, ...]:
        """Slots with text."""
        return tuple(slot for slot in self.slots if slot.text.strip())


def rows_of(document: Document) -> tuple[Row, ...]:
    """All rows of a form in reading order; page numbers and the like are left out."""
    rows: list[Row] = []
    for leaf in document.leaves:
        tables = _tables(leaf, sum(row.opens for row in rows))
        placed = any(line.box for line in leaf.page.lines)
        rows += _by_place(leaf, tables) if placed else _by_order(leaf, tables)
    noisy = any(leaf.page.origin == "ocr" for leaf in document.leaves)
    parted = [
        row.slots if row.table or len(row.slots) > 1 else answered(row.slots[0]) for row in rows
    ]
    plain = in_chinese(parted, noisy)
    return tuple(replace(row, slots=slots) for row, slots in zip(rows, plain, strict=True))


def _tables(leaf: Leaf, before: int) -> list[tuple[Table, list[Row]]]:
    found: list[tuple[Table, list[Row]]] = []
    for table in leaf.page.tables:
        rows = _table_rows(leaf, table, before + len(found) + 1)
        if rows:
            found.append((table, rows))
    return found


def _table_rows(leaf: Leaf, table: Table, number: int) -> list[Row]:
    """A table's rows; a merged cell stands in each row it covers."""
    placed = all(cell.box for cell in table.cells)
    rows: list[Row] = []
    for index in range(table.rows):
        cells = [c for c in table.cells if c.row <= index < c.row + c.row_span]
        slots = tuple(
            part
            for cell in sorted(cells, key=lambda c: c.column)
            for part in unglued(_cell_slot(leaf, cell, index, placed))
        )
        if any(slot.text.strip() for slot in slots):
            rows.append(Row(slots, leaf, number, not rows))
    return _uncounted(_paired(rows))


def _paired(rows: list[Row]) -> list[Row]:
    """Records of two rows each, the first with a number, as one row each; so is their heading."""
    pairs = list(zip(rows[::2], rows[1::2], strict=False))
    if len(rows) < 4 or len(rows) % 2 or not all(_goes_on(upper, lower) for upper, lower in pairs):
        return rows
    shapes = {(len(upper.slots), len(lower.slots)) for upper, lower in pairs}
    if len(shapes) > 1 or not all(upper.slots[0].folded.isdigit() for upper, _ in pairs[1:]):
        return rows
    width = max(slot.right for row in rows for slot in row.slots)
    return [
        replace(upper, slots=upper.slots + tuple(_aside(s, width) for s in lower.slots[1:]))
        for upper, lower in pairs
    ]


def _goes_on(upper: Row, lower: Row) -> bool:
    """Whether a row has no number of its own below one that has."""
    same = not lower.slots[0].first and lower.slots[0].folded == upper.slots[0].folded
    return bool(upper.slots[0].folded) and (same or not lower.slots[0].folded)


def _aside(slot: Slot, width: float) -> Slot:
    """A slot of the lower row, set to the right of the upper one."""
    return replace(slot, left=slot.left + width, right=slot.right + width)


def _uncounted(rows: list[Row]) -> list[Row]:
    """A list of fields (``序号 | 字段 | 填报值``) without its numbers and its heading."""
    counted = [row for row in rows if len(row.slots) == 3 and row.slots[0].folded.isdigit()]
    if len(counted) < 2 or len(counted) < len(rows) - 1:
        return rows
    labels = [likely(row.slots[1].text) for row in counted]
    asking = [label for label in labels if label and label.fields]
    answers = [row for row in counted if match(row.slots[2].text)]
    if 3 * len(asking) < 2 * len(counted) or len(answers) > len(counted) // 3:
        return rows
    return [
        replace(row, slots=row.slots[1:], opens=not number) for number, row in enumerate(counted)
    ]


def _cell_slot(leaf: Leaf, cell: Cell, row: int, placed: bool) -> Slot:
    left, right = float(cell.column), float(cell.column + cell.column_span)
    if placed and cell.box:
        left, right = cell.box.x0, cell.box.x1
    lines = _lines_in(leaf, cell.box) if cell.box else []
    boxes = [line.box for line in lines if line.box]
    box = cell.box
    if boxes:
        box = boxes[0]
        for other in boxes[1:]:
            box = box.joined(other)
    confidence = min([cell.confidence, *(line.confidence for line in lines)])
    return Slot(
        cell.text, leaf, left, right, box, cell.where, confidence, cell.row == row, cell.row_span
    )


def _lines_in(leaf: Leaf, box: Box) -> list[Line]:
    """Lines that stand wholly in a cell; a line across several cells proves nothing of one."""
    return [
        line
        for line in leaf.page.lines
        if line.box
        and box.covers(*line.box.middle)
        and line.box.x0 > box.x0 - 0.05 * line.box.width - 3
        and line.box.x1 < box.x1 + 0.05 * line.box.width + 3
    ]


def _by_order(leaf: Leaf, tables: Sequence[tuple[Table, list[Row]]]) -> Iterator[Row]:
    """DOCX: lines stand in document order, and those of a table name it."""
    ruled = {_name(table).strip() for table, _ in tables}
    by_name = {_name(table).strip(): rows for table, rows in _nested(tables)}
    done: set[str] = set()
    for line in leaf.page.lines:
        name = line.where.split(" ")[0]
        if name in ruled:
            yield from by_name[name] if name in by_name and name not in done else ()
            done.add(name)
        elif line.text.isdigit() or not _FURNITURE.fullmatch(line.text):
            yield from (Row(_joined(slots), leaf) for slots in _paragraph(leaf, line))
    for name_left, rows in by_name.items():
        if name_left not in done:
            yield from rows


def _nested(tables: Sequence[tuple[Table, list[Row]]]) -> list[tuple[Table, list[Row]]]:
    """Tables that stand in a cell of another follow the row of that cell, its label alone."""
    done: list[tuple[Table, list[Row]]] = []
    for table, rows in reversed(tables):
        inner = [pair for pair in done if _cell_around(pair[0]).startswith(_name(table))]
        done = [pair for pair in done if not _cell_around(pair[0]).startswith(_name(table))]
        spread: list[Row] = []
        for row in rows:
            held = [
                (slot, r)
                for slot in row.slots
                for t, r in inner
                if slot.first and slot.where.split("（")[0] == _cell_around(t)
            ]
            filled = {id(slot) for slot, _ in held if not slot.text.strip()}
            spread.append(replace(row, slots=tuple(s for s in row.slots if id(s) not in filled)))
            spread += [one for _, more in held for one in more]
        done.insert(0, (table, spread))
    return done


def _name(table: Table) -> str:
    """``表1 ``, as the places of its cells begin."""
    return table.cells[0].where.split("第")[0]


def _cell_around(table: Table) -> str:
    """The place of the cell that a table stands in, or an empty string."""
    found = _WITHIN.search(table.cells[0].where)
    return found[1] if found else ""


def _paragraph(leaf: Leaf, line: Line) -> Iterator[list[Slot]]:
    """A paragraph's pieces between tabs and wide blanks, row by row."""
    for part in line.text.split("\n"):
        slots, start = [], 0
        for gap in [*_GAP.finditer(part), None]:
            end = gap.start() if gap else len(part)
            if part[start:end].strip(" _"):
                text = part[start:end].strip()
                slots.append(Slot(text, leaf, start, end, None, line.where, line.confidence))
            start = gap.end() if gap else end
        if len(slots) == 1:
            slots = _at_blank(slots[0])
        if slots:
            yield slots


def _at_blank(slot: Slot) -> list[Slot]:
    """``推荐联合体　某某联合体``: one wide blank parts a label from its value, too."""
    head, blank, rest = slot.text.partition("\u3000")
    label = likely(head) if blank and rest.strip() and not _NUMBER_ALONE.fullmatch(head) else None
    if (
        _COUNT.fullmatch(rest.strip())
        or label is None
        or label.heading
        or not (label.fields or label.owner)
        or match(rest)
    ):
        return [slot]
    return [slot.cut(0, len(head)), slot.cut(len(head) + 1, len(slot.text))]


def _by_place(leaf: Leaf, tables: Sequence[tuple[Table, list[Row]]]) -> list[Row]:
    """Pages with geometry: lines outside of tables, then the tables where they stand."""
    rows: list[tuple[float, list[Row]]] = []
    boxes = [table.box or _around(found) for table, found in tables]
    pieces = [piece for line in leaf.page.lines if line.box for piece in pieces_of(line)]
    loose = [p for p in pieces if not any(b and p.box and _within(p.box, b) for b in boxes)]
    slots = [part for piece in loose for part in parted(_piece_slot(leaf, piece))]
    for level in run_on([_unnumbered(level) for level in levels(slots)]):
        if not _FURNITURE.fullmatch("".join(slot.text for slot in level)):
            tops = [slot.box.top for slot in level if slot.box]
            rows.append((min(tops, default=0.0), [Row(_joined(level), leaf)]))
    for (_, found), box in zip(tables, boxes, strict=True):
        rows.append((box.top if box else 0.0, found))
    return [row for _, group in sorted(rows, key=lambda pair: pair[0]) for row in group]


_ARTICLE = re.compile("第[一二三四五六七八九十]{1,3}条")


def _unnumbered(level: list[Slot]) -> list[Slot]:
    """A line without the number of its article, which stands apart before it."""
    rest = [slot for slot in level if not _ARTICLE.fullmatch(slot.folded)]
    return rest or level


def _within(box: Box, table: Box) -> bool:
    x, y = box.middle
    return table.x0 - 4 <= x <= table.x1 + 4 and table.top - 2 <= y <= table.bottom + 2


def _around(rows: Sequence[Row]) -> Box | None:
    box: Box | None = None
    for row in rows:
        for slot in row.slots:
            if slot.box:
                box = slot.box if box is None else box.joined(slot.box)
    return box


def _piece_slot(leaf: Leaf, piece: Piece) -> Slot:
    made = Slot(piece.text, leaf, piece.left, piece.right, piece.box, piece.where, piece.confidence)
    return replace(made, loose=True)


def _joined(slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """Letter-spaced labels put together again: ``姓``, ``名：张三`` → ``姓名：张三``.

    So is a heading with its number (``表1``, ``基本信息``), where nothing else stands beside it.
    """
    joined: list[Slot] = []
    for slot in slots:
        numbered = len(slots) == 2 and joined and _numbers(joined[0], slot)
        if joined and (numbered or _spaced(joined[-1].folded, slot.folded)):
            last = joined[-1]
            box = last.box.joined(slot.box) if last.box and slot.box else last.box
            joined[-1] = replace(last, text=last.text + slot.text, right=slot.right, box=box)
        else:
            joined.append(slot)
    return tuple(joined)


def _numbers(number: Slot, slot: Slot) -> bool:
    """Whether a piece is the number of the heading beside it."""
    if _NUMBER_ALONE.fullmatch(number.folded):
        return True
    close = number.box and slot.box and slot.left - number.right < 2 * slot.box.height
    label = match(number.folded + slot.text) if close and number.folded.isdigit() else None
    return label is not None and (label.heading or label.heads)


_NUMBER_ALONE = re.compile(
    r"附?[表件][0-9一二三四五六七八九十]{1,3}[:.、]?|[一二三四五六七八九十]{1,3}[、.]"
    r"|\([一二三四五六七八九十]{1,3}\)|第[0-9一二三四五六七八九十]{1,3}(?:部分|章|节|栏|篇|编|块)"
)
"""A heading's number; a bare figure counts the rows of a table instead."""
_SPACED = re.compile(
    r"(姓名|住所|住址|性别|年龄|职称|电话|邮箱|日期|单位|地址|传真|类型|名称|手机|职务|邮编|学历|专业|类别|性质|电子邮箱)[:：]?"
)


def _spaced(left: str, right: str) -> bool:
    """Whether two pieces are one word drawn apart."""
    head, colon, _ = right.partition(":")
    if not left or len(left) > 3 or not all(is_han(char) for char in left):
        return False
    if _SPACED.fullmatch(left + head):
        return True
    label = match(left + head) if colon and len(left) == 1 and len(head) <= 3 else None
    return label is not None and label.sureness == 1.0 and bool(label.fields)
