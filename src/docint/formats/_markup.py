"""WordprocessingML to lines and tables: everything a person sees, nothing that was struck out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from docint.types.reading import Cell, Line, Page, Table

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

STRUCK = {f"{W}del", f"{W}moveFrom", f"{MC}Fallback", f"{W}instrText", f"{W}delText", f"{W}rPr"}
"""Tracked deletions, drawings repeated for old programs, field codes."""
APART = {f"{W}txbxContent"}
"""Read on their own: their text belongs to no run."""
CHECKED, UNCHECKED = "☑", "☐"
SYMBOLS = {
    "F0FE": CHECKED, "F052": CHECKED, "F0FD": "☒", "F054": "☒", "F053": "☒", "F0FC": "√",
    "F050": "√", "F0A8": UNCHECKED, "F06F": UNCHECKED, "F071": UNCHECKED, "F0A3": UNCHECKED,
    "F0A1": "○", "F06C": "●", "F06E": "■",
}  # fmt: skip
"""Wingdings and Wingdings 2, as forms use them for boxes and ticks."""
DEEPEST = 12


@dataclass(slots=True)
class _Body:
    """What has been read so far; ``pages`` grow at page breaks."""

    pages: list[Page] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    paragraphs: int = 0
    grids: int = 0
    boxes: int = 0

    def turn(self) -> None:
        """End the page, unless it is empty."""
        if self.lines or self.tables:
            number = len(self.pages) + 1
            lines, tables = tuple(self.lines), tuple(self.tables)
            self.pages.append(Page(number, 0, 0, "docx", "docx", lines, tables))
            self.lines, self.tables = [], []

    def write(self, text: str, where: str) -> None:
        if text.strip():
            self.lines.append(Line(text.strip(), None, where=where))


def written(document: Any) -> list[Page]:
    """Pages between explicit page breaks; headers and footers stand once, on the first.

    Args:
        document: what ``docx.Document`` opened.
    """
    body = _Body()
    for part, where in _margins(document, "header", "页眉"):
        _margin(part, where, body)
    _blocks(document.element.body, body, 0)
    _notes(document, body)
    for part, where in _margins(document, "footer", "页脚"):
        _margin(part, where, body)
    body.turn()
    return body.pages or [Page(1, 0, 0, "docx", "docx")]


def _blocks(parent: Any, body: _Body, depth: int) -> None:
    """Paragraphs and tables in order, through content controls and other wrappers."""
    for node in parent:
        if not isinstance(node.tag, str) or node.tag in STRUCK or depth > DEEPEST:
            continue
        if node.tag == f"{W}p":
            _paragraph(node, body, depth)
        elif node.tag == f"{W}tbl":
            _table(node, body, depth)
        elif node.tag not in {f"{W}sectPr", f"{W}tblPr", f"{W}tcPr", f"{W}sdtPr"}:
            _blocks(node, body, depth + 1)


def _paragraph(node: Any, body: _Body, depth: int) -> None:
    before, breaks, text = _broken(node)
    if before:
        body.turn()
    if text.strip():
        body.paragraphs += 1
        body.write(text, f"第{body.paragraphs}段")
    for box in _text_boxes(node):
        body.boxes += 1
        for inner in box.iter(f"{W}p"):
            body.write(text_of(inner), f"文本框{body.boxes}")
    if breaks and not before:
        body.turn()
    if depth <= DEEPEST and _ends_section(node):
        body.turn()


def _broken(node: Any) -> tuple[bool, bool, str]:
    """Whether a page break stands before the text, or anywhere; and the text."""
    text = text_of(node)
    first = next((b for b in node.iter(f"{W}br") if b.get(f"{W}type") == "page"), None)
    starts = node.find(f"{W}pPr/{W}pageBreakBefore") is not None
    if first is None:
        return starts, starts, text
    ahead = ""
    for piece in node.iter(f"{W}t", f"{W}br"):
        if piece is first:
            break
        ahead += piece.text or ""
    return starts or (not ahead.strip() and bool(text.strip())), True, text


def _ends_section(node: Any) -> bool:
    section = node.find(f"{W}pPr/{W}sectPr")
    if section is None:
        return False
    kind = section.find(f"{W}type")
    return kind is None or kind.get(f"{W}val") != "continuous"


def _text_boxes(node: Any) -> Iterator[Any]:
    """Text boxes anchored in a paragraph, the copies for old programs left out."""
    for box in node.iter(f"{W}txbxContent"):
        if not any(above.tag == f"{MC}Fallback" for above in box.iterancestors()):
            yield box


def text_of(node: Any) -> str:
    """Text of a paragraph as printed: insertions kept, deletions left out."""
    return "".join(_characters(node))


def _characters(node: Any) -> Iterator[str]:
    for child in node:
        tag = child.tag
        if not isinstance(tag, str) or tag in STRUCK or tag in APART:
            continue
        if tag == f"{W}t":
            yield child.text or ""
        elif tag in {f"{W}tab", f"{W}ptab"} and node.tag == f"{W}r":
            yield "\t"
        elif tag in {f"{W}br", f"{W}cr"}:
            yield "\n"
        elif tag == f"{W}noBreakHyphen":
            yield "-"
        elif tag == f"{W}sym":
            yield _symbol(child)
        elif tag == f"{W}fldChar":
            yield _form_box(child)
        else:
            yield from _characters(child)


def _symbol(node: Any) -> str:
    code = (node.get(f"{W}char") or "").upper()
    return SYMBOLS.get(code, "")


def _form_box(node: Any) -> str:
    """A check box of the old form fields."""
    box = node.find(f"{W}ffData/{W}checkBox")
    if box is None:
        return ""
    state = box.find(f"{W}checked")
    state = box.find(f"{W}default") if state is None else state
    ticked = state is not None and state.get(f"{W}val", "1") not in {"0", "false", "off"}
    return CHECKED if ticked else UNCHECKED


def _table(node: Any, body: _Body, depth: int, within: str = "") -> None:
    """A table as cells and, for readers of plain text, as lines.

    Args:
        node: the table.
        body: what was read so far.
        depth: how many wrappers stand around it.
        within: the cell it stands in, as ``（在表1 第1行第2列内）``.
    """
    body.grids += 1
    cells, inner = _cells(node, f"表{body.grids}", within)
    body.tables.append(Table(tuple(cells)))
    for cell in cells:
        for text in cell.text.split("\n"):
            body.write(text, cell.where)
    for nested, where in inner:
        if depth < DEEPEST:
            _table(nested, body, depth + 1, f"（在{where.split('（')[0]}内）")


def _cells(node: Any, name: str, within: str) -> tuple[list[Cell], list[tuple[Any, str]]]:
    """Its cells, and the tables inside them with the places of those cells."""
    cells: dict[tuple[int, int], Cell] = {}
    above: dict[int, tuple[int, int]] = {}
    inner: list[tuple[Any, str]] = []
    for number, row in enumerate(_children(node, "tr")):
        column = _skipped(row)
        for part in _children(row, "tc"):
            across = _span(part)
            key = (number, column)
            if _goes_on(part) and column in above:
                key = above[column]
                cells[key] = _taller(cells[key], number)
            else:
                text, nested = _cell_text(part)
                where = f"{name} 第{number + 1}行第{column + 1}列{within}"
                inner.extend((table, where) for table in nested)
                cells[key] = Cell(number, column, text, None, 1, across, where=where)
            for spot in range(column, column + across):
                above[spot] = key
            column += across
    return list(cells.values()), inner


def _children(node: Any, name: str) -> Iterator[Any]:
    """Rows or cells, also those wrapped in content controls; struck out ones left out."""
    for child in node:
        if child.tag == f"{W}{name}":
            if child.find(f"{W}trPr/{W}del") is None:
                yield child
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"}:
            yield from _children(child, name)


def _skipped(row: Any) -> int:
    before = row.find(f"{W}trPr/{W}gridBefore")
    return 0 if before is None else _whole(before.get(f"{W}val"), 0)


def _span(cell: Any) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if span is None else max(1, min(_whole(span.get(f"{W}val"), 1), 100))


def _goes_on(cell: Any) -> bool:
    """Whether it continues the cell above it."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") != "restart"


def _taller(cell: Cell, row: int) -> Cell:
    return Cell(
        cell.row, cell.column, cell.text, None, row - cell.row + 1, cell.column_span,
        where=cell.where,
    )  # fmt: skip


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isdigit() and len(text) < 6 else default


def _cell_text(cell: Any) -> tuple[str, list[Any]]:
    """The cell's paragraphs, and the tables inside it."""
    texts: list[str] = []
    nested: list[Any] = []

    def walk(node: Any) -> None:
        for child in node:
            if not isinstance(child.tag, str) or child.tag in STRUCK:
                continue
            if child.tag == f"{W}p":
                texts.append(text_of(child).strip())
                for box in _text_boxes(child):
                    texts.extend(text_of(p).strip() for p in box.iter(f"{W}p"))
            elif child.tag == f"{W}tbl":
                nested.append(child)
            elif child.tag != f"{W}tcPr":
                walk(child)

    walk(cell)
    return "\n".join(text for text in texts if text), nested


def _margins(document: Any, kind: str, where: str) -> Iterator[tuple[Any, str]]:
    """Header or footer parts of all sections, each once."""
    seen: set[str] = set()
    for relation in document.part.rels.values():
        if relation.is_external or not relation.reltype.endswith(f"/{kind}"):
            continue
        part = relation.target_part
        if str(part.partname) not in seen:
            seen.add(str(part.partname))
            yield part.element, where


def _margin(element: Any, where: str, body: _Body) -> None:
    texts = dict.fromkeys(text_of(p).strip() for p in element.iter(f"{W}p"))
    known = {line.text for line in body.lines if line.where == where}
    for text in texts:
        if text not in known:
            body.write(text, where)


def _notes(document: Any, body: _Body) -> None:
    """Footnotes and endnotes, after the text."""
    for relation in document.part.rels.values():
        if relation.is_external or not relation.reltype.endswith(("/footnotes", "/endnotes")):
            continue
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        try:
            root = etree.fromstring(relation.target_part.blob, parser)
        except etree.XMLSyntaxError:
            continue
        for paragraph in root.iter(f"{W}p"):
            body.write(text_of(paragraph), "脚注")
