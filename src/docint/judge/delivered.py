"""Delivered numbers (完成数): what a report of results states beside a promised item.

Tables are read by their heads (约定指标、完成情况), sentences by their verbs (实际完成发明专利6项).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from docint.judge.passages import passage
from docint.types.document import Document, Leaf
from docint.types.fact import Fact
from docint.types.finding import Exhibit
from docint.types.place import Evidence, Place
from docint.types.reading import Cell, Table
from docint.values.text import fold

_DONE = re.compile(r"完成|实际|实现|达成|取得|已")
_PROMISED = re.compile(r"约定|计划|预期|任务|合同|目标|指标值|应")
_SHARE = re.compile(r"率|比例|%|是否")
_NUMBER = re.compile(r"(?<![\d.年第])(\d+(?:,\d{3})*(?:\.\d+)?)(?![\d年月日.])")
_SENTENCE = re.compile(r"[^。;；\n]+")
_VERB = re.compile(
    r"完成|实现|取得|形成|获|发表|发布|授权|申请|推动|开展|组织|举办|达|培训|培养|服务|促进"
)
_INTENT = re.compile(r"拟|将|计划|预期|预计|力争|不少于|不低于|约定|应当|应")


@dataclass(frozen=True, slots=True)
class Delivered:
    """A number a report says was reached."""

    number: Decimal
    exhibit: Exhibit


def delivered(documents: Sequence[Document], words: Sequence[str]) -> Delivered | None:
    """The number delivered of an item, tables before prose.

    Args:
        documents: reports of results.
        words: the item must hold all of them; alternatives are joined by ``|``.
    """
    for read in (_tabled, _said):
        for document in documents:
            for leaf in document.leaves:
                found = next(read(document, leaf, words), None)
                if found:
                    return found
    return None


def holds(text: str, words: Sequence[str]) -> bool:
    """Whether folded text holds all words, of alternatives any."""
    return all(any(one in text for one in word.split("|")) for word in words)


def _tabled(document: Document, leaf: Leaf, words: Sequence[str]) -> Iterator[Delivered]:
    for table in leaf.page.tables:
        column = _column(table)
        for row in range(1, table.rows) if column is not None else ():
            cells = table.row(row)
            item = next(
                (c for c in cells if c.column != column and holds(fold(c.text), words)), None
            )
            value = next((c for c in cells if c.column == column), None)
            number = _number(fold(value.text)) if item and value else None
            if value and number is not None:
                yield Delivered(number, _exhibit(document, leaf, value))


def _column(table: Table) -> int | None:
    """The column of what was done, by its head; shares of it (完成率) are none."""
    for cell in table.row(0):
        head = fold(cell.text)
        if _DONE.search(head) and not _PROMISED.search(head) and not _SHARE.search(head):
            return cell.column
    return None


def _said(document: Document, leaf: Leaf, words: Sequence[str]) -> Iterator[Delivered]:
    for line in leaf.page.lines:
        for sentence in _SENTENCE.findall(fold(line.text)):
            number = _stated(sentence, words)
            if number is not None:
                yield Delivered(number, passage(document, leaf, line))


def _stated(sentence: str, words: Sequence[str]) -> Decimal | None:
    """The number in the clause that names the item, where a verb says that it was done."""
    for clause in re.split(r"[,，、]", sentence):
        if not holds(clause, words) or _INTENT.search(clause):
            continue
        before = sentence.partition(clause)[0]
        if _VERB.search(clause) or _VERB.search(before):
            return _number(clause)
    return None


def _number(text: str) -> Decimal | None:
    found = _NUMBER.search(text)
    return Decimal(found[1].replace(",", "")) if found else None


def _exhibit(document: Document, leaf: Leaf, cell: Cell) -> Exhibit:
    place = Place(leaf.source, leaf.page.number, cell.box, cell.where)
    reader = leaf.page.reader or leaf.page.origin
    evidence = Evidence(place, cell.text, reader, cell.confidence)
    fact = Fact(("delivered",), fold(cell.text), (evidence,), "cell", cell.confidence)
    return Exhibit(fact, document.id)
