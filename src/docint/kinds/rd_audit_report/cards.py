"""Projects as cards (项目卡片): numbered names in reading order, several to a line.

``01 甲系统研发    02 乙装置研制`` under 项目明细（元）, and below each, if anything, what it cost:
``2023年：1,234,567.89``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docint.extract.grids import Piece, Row, page_rows
from docint.kinds.rd_audit_report.items import item
from docint.kinds.rd_audit_report.tables import Entry, Project
from docint.types.document import Leaf
from docint.values import money
from docint.values.text import fold

_HEAD = re.compile(
    r"[\u4e00-\u9fff]{0,8}(?:项目|课题)(?:名称|清单|明细|名单|一览表?|目录|列表|情况|费用|支出|投入|卡片?|台账|概览|汇总|归集|简表|信息|表)*"
    r"(?:\([^()]{0,12}\))?:?"
)
_NUMBER = r"\(?(?P<number>\d{1,2})[)、.:]?"
_NUMBERED = re.compile(rf"{_NUMBER}(?P<name>[\u4e00-\u9fffA-Z].*)")
_PAID = re.compile(
    r"(?P<year>20[0-4]\d)年?度?(?:金额|发生额|研发费用|支出|投入)?:?"
    r"(?P<sum>\d{1,3}(?:,?\d{3})*\.\d{2,6})(?P<unit>万?元)?"
)
_NAME = re.compile(r"(?=.*[\u4e00-\u9fff]{3})[\u4e00-\u9fffA-Za-z0-9()、\-—·/+]{4,60}")


@dataclass(frozen=True, slots=True)
class _Card:
    piece: Piece
    name: str
    numbered: bool
    paid: tuple[tuple[int, Piece, str | None], ...] = ()


def cards(leaf: Leaf) -> tuple[list[Entry], list[Project]]:
    """The projects of cards on a page, and what each cost by year where the cards say it."""
    rows = page_rows(leaf, tables=False)
    entries: list[Entry] = []
    projects: list[Project] = []
    for n, row in enumerate(rows):
        if len(row.pieces) != 1 or not _HEAD.fullmatch(row.pieces[0].folded):
            continue
        unit = money.unit_of(row.pieces[0].folded) or row.unit
        for card in _proved(_read(rows[n + 1 :])):
            key = fold(card.name)
            projects.append(Project(key, card.name, card.piece, leaf, True))
            for year, amount, own in card.paid:
                entries.append(Entry(year, None, key, amount, leaf, own or unit, True))
    return entries, projects


def _read(rows: Sequence[Row]) -> list[_Card]:
    """Cards up to the first piece that belongs to none of them."""
    made: list[_Card] = []
    for piece in (piece for row in rows for piece in _joined(row)):
        if paid := _PAID.fullmatch(piece.folded):
            owner = _above(made, piece)
            if owner is None:
                break
            amount = replace(piece, text=paid["sum"])
            more = (*made[owner].paid, (int(paid["year"]), amount, paid["unit"]))
            made[owner] = replace(made[owner], paid=more)
            continue
        mark = _NUMBERED.fullmatch(piece.folded)
        name = mark["name"] if mark else piece.folded
        if (mark and int(mark["number"]) != len(made) + 1) or not _NAME.fullmatch(name):
            break
        if item(name):
            break
        text = re.sub(r"^[\s\d()（）、.．:：]+", "", piece.text) if mark else piece.text
        made.append(_Card(piece, text, bool(mark)))
    return made


def _joined(row: Row) -> Iterator[Piece]:
    """A row's pieces, a number that stands by itself put before its name."""
    pieces = list(row.pieces)
    while pieces:
        piece = pieces.pop(0)
        if re.fullmatch(_NUMBER, piece.folded) and pieces:
            name = pieces.pop(0)
            piece = replace(name, text=f"{piece.text}{name.text}")
        yield piece


def _above(made: Sequence[_Card], piece: Piece) -> int | None:
    """The last card whose name stands over a piece."""
    for n in range(len(made) - 1, -1, -1):
        if made[n].piece.left < piece.right and piece.left < made[n].piece.right:
            return n
    return None


def _proved(made: Sequence[_Card]) -> Sequence[_Card]:
    """The cards if most of them bear their numbers: two and more, the last one as well."""
    last = max((n for n, card in enumerate(made) if card.numbered), default=-1)
    kept = made[: last + 1]
    return kept if len(kept) >= 2 and 2 * sum(c.numbered for c in kept) > len(kept) else ()
