"""Units with their part in the consortium (牵头、参与), as tables tell it in whatever layout.

The word for the part stands in a cell beside the unit (``共建主体2 | 乙大学``), in the column's
head with a mark below it (``牵头 ●``), or above the unit where the table is turned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docint.extract.grids import Piece, Row, page_rows
from docint.extract.unit_names import whole
from docint.types.document import Document
from docint.values.text import bare, fold

_LEADS = "牵头|主导|领衔|龙头|链主|盟主|依托|主办|主责"
_TAKES_PART = (
    "参与|参加|参建|参研|参建|成员|协作|合作|共建|协同|配合|支撑|协办|联合申报|联合共建|联合"
    "|共同建设|加盟|协同参与|一般成员|核心成员"
)
_WHOSE = r"(?:本?项目|创新联合体|联合体|课题|主要|其他|各|拟|第?[一二三四五六七八九十\d]{1,2})*"
_DOES = "(?:组建|建设|申报|承担|发起|实施|研发|研究|攻关|牵头|参与|共建|合作|运营)*"
_CALLED = "(?:单位|方|企业|公司|机构|院校|高校|院所|主体|成员|伙伴|者|法人|组织|机关)*"
_NTH = r"(?:名称|全称)?(?:第?[一二三四五六七八九十\d]{1,2}|[A-Z]|\([一二三四五六七八九十\dA-Z]+\))?"
_NOTE = r"(?:\((?:单位|企业|机构|联合体)?(?:牵头|参与|盖章|公章|名称|全称|成员)?\))?[:：]?"
_PART = re.compile(
    rf"{_WHOSE}(?:(?P<leads>{_LEADS})|(?P<joins>{_TAKES_PART})){_DOES}{_CALLED}{_NTH}{_NOTE}"
)
_NO_MARK = re.compile(r"否|无|[×xX/\\—–-]+")
_PERSONS = re.compile(r"姓名|职称|学历|年龄|身份证")
_APART = re.compile(r"[、;；,，\n]")
_COUNTED = re.compile(r"^\s*(?:[①-⑳]|[(（]?\d{1,2}[)）.．、]?)\s*(?=[\u4e00-\u9fff])")
"""A number before each unit of a cell: ``①甲大学；②乙公司``."""
_LONGEST_MARK = 2


@dataclass(frozen=True, slots=True)
class Part:
    """A unit, the cell it stands in and whether it leads."""

    name: str
    row: Row
    piece: Piece
    leads: bool


def parts(document: Document) -> list[Part]:
    """The lead and those who take part, each once; empty unless exactly one unit leads."""
    found: dict[str, Part] = {}
    for leaf in document.leaves:
        for one in _on_page(page_rows(leaf, tables=True)):
            known = found.setdefault(bare(one.name), one)
            if known.leads != one.leads:
                return []  # two tables, or two rows, that do not agree
    made = list(found.values())
    return made if sum(one.leads for one in made) == 1 else []


def _on_page(rows: Sequence[Row]) -> Iterator[Part]:
    head: Row | None = None  # names parts, over columns of marks
    persons = False
    last: tuple[Piece, bool] | None = None  # a cell that may stand for rows below as well
    for n, row in enumerate(rows):
        units = [piece for piece in row.pieces if _names(piece)]
        if not units:
            head = row if {True, False} <= {_role(piece) for piece in row.pieces} else head
            persons = bool(_PERSONS.search(row.text)) or (persons and len(row.pieces) > 1)
            last = None
            continue
        if persons:
            continue
        if len(units) > 1:
            yield from _turned(rows, n, units)
            continue
        beside = [(p, leads) for p in row.pieces if (leads := _role(p)) is not None]
        if len(beside) == 1:
            last = beside[0]
        elif last is None or beside or not row.celled or _reached(row, last[0]):
            last = None
        leads = last[1] if last else _by_mark(row, units[0], head)
        if leads is not None:
            yield from _each(row, units[0], leads)


def _names(piece: Piece) -> list[str]:
    """The units that a cell names, one or several; empty where it says anything else."""
    names = _listed(piece)
    return names if names and all(whole(fold(name)) for name in names) else []


def _listed(piece: Piece) -> list[str]:
    parts = (_COUNTED.sub("", part).strip() for part in _APART.split(piece.text))
    return [part for part in parts if part]


def _role(piece: Piece) -> bool | None:
    """Whether a cell says 牵头 (True) or 参与 (False); None where it says anything else."""
    match = _PART.fullmatch(piece.folded)
    return bool(match["leads"]) if match else None


def _each(row: Row, piece: Piece, leads: bool) -> Iterator[Part]:
    for part in _listed(piece):
        yield Part(part, row, piece, leads)


def _reached(row: Row, label: Piece) -> bool:
    """Whether something of a row stands below a label."""
    return any(_shared(piece, label) > 0 for piece in row.pieces)


def _by_mark(row: Row, unit: Piece, head: Row | None) -> bool | None:
    """The part under whose head the row's only mark stands."""
    marks = [
        piece
        for piece in row.pieces
        if head is not None
        and piece is not unit
        and len(piece.folded) <= _LONGEST_MARK
        and not _NO_MARK.fullmatch(piece.folded)
    ]
    told = [leads for mark in marks if (leads := _over(mark, head)) is not None]
    return told[0] if len(told) == 1 else None


def _turned(rows: Sequence[Row], n: int, units: Sequence[Piece]) -> Iterator[Part]:
    """Units side by side, the words for their parts in a row above or below."""
    for row in (*rows[max(n - 2, 0) : n][::-1], *rows[n + 1 : n + 3]):
        told = [_over(unit, row) for unit in units]
        if None not in told:
            for unit, leads in zip(units, told, strict=True):
                yield from _each(rows[n], unit, bool(leads))
            return


def _over(piece: Piece, head: Row | None) -> bool | None:
    """The part that the piece of a row says which stands nearest over or under another."""
    if head is None:
        return None
    return _role(
        max(head.pieces, key=lambda at: (_shared(piece, at), -abs(piece.middle - at.middle)))
    )


def _shared(one: Piece, other: Piece) -> float:
    """How far two pieces stand over each other; less than nothing if they stand apart."""
    return min(one.right, other.right) - max(one.left, other.left)
