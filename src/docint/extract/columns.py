"""Columns (栏): heads composed of one or more rows, and amounts put under them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from docint.extract.grids import Piece, Row, apart, together
from docint.values.text import fold

# Digits, their separators and what OCR makes of them; a unit or a percent sign is no amount.
_AMOUNT = re.compile(
    r"[-−–—~(（\[]{0,2}[¥￥Y]?[-−–—]?[\dOoQlISBZ|][\dOoQlISBZ|,.，．。'’:;·]*[)）\]]?(?:元|万元)?"
)
_DATE = re.compile(r"(?:19|20)\d{2}[-./年](?:\d{1,2}(?:[-./月]\d{0,2}日?)?)?|(?:19|20)\d{2}年?度?")
_NIL = re.compile(r"[-−–—―_/\\＼·.~一无]{1,4}|不适用|N/?A|[-—][(（]?[-—]?[)）]?", re.IGNORECASE)
_WELL_FORMED = re.compile(r"[-−–—(]?[¥￥]?-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\)?")


def is_amount(text: str) -> bool:
    """Whether a piece of a row looks like a printed amount (a date or a nil dash does not)."""
    folded = fold(text)
    if not _AMOUNT.fullmatch(folded) or _DATE.fullmatch(folded):
        return False
    digits = sum(c.isdigit() for c in folded)
    return digits > 0 and 2 * digits >= sum(c.isalnum() for c in folded)


def is_nil(text: str) -> bool:
    """Whether a piece says that there is no amount: a dash, a stroke, 无, 不适用."""
    return bool(_NIL.fullmatch(fold(text)))


def well_formed(text: str) -> bool:
    """Whether an amount is printed as amounts should be: thousands by commas, one point."""
    return bool(_WELL_FORMED.fullmatch(fold(text)))


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a column, from its top row down."""

    text: str
    """Folded; the texts of several rows joined."""
    left: float
    right: float

    @property
    def middle(self) -> float:
        """Halfway between the edges."""
        return (self.left + self.right) / 2


def heads(rows: Sequence[Row], spans: Callable[[str], bool] | None = None) -> tuple[Head, ...]:
    """The columns that header rows name, left to right.

    Args:
        rows: consecutive header rows, top down.
        spans: whether a head of an upper row may reach beyond its own print over several columns
            (a period over 合并 and 母公司).
    """
    if not rows:
        return ()
    found = [Head(p.folded, p.left, p.right) for p in rows[-1].pieces]
    for row in reversed(rows[:-1]):
        found = _stacked(row.pieces, found, spans)
    return tuple(sorted(found, key=lambda head: head.left))


def _stacked(
    upper: Sequence[Piece], lower: list[Head], spans: Callable[[str], bool] | None
) -> list[Head]:
    reach = [p for p in upper if spans and spans(p.folded)]
    result, claimed = [], set()
    for piece in upper:
        under = [
            low
            for low in lower
            if piece.left <= low.middle <= piece.right or low.left <= piece.middle <= low.right
        ]
        if piece in reach and len(reach) < len(lower):
            near = [
                low
                for low in lower
                if min(reach, key=lambda p: abs(p.middle - low.middle)) is piece
                and not any(p.left <= low.middle <= p.right for p in upper if p not in reach)
            ]
            under = under if len(under) >= len(near) else near
        under = [low for low in under if low not in claimed]
        if not under:
            result.append(Head(piece.folded, piece.left, piece.right))
        for low in under:
            claimed.add(low)
            left, right = (
                (low.left, low.right)
                if len(under) > 1
                else (
                    min(low.left, piece.left),
                    max(low.right, piece.right),
                )
            )
            result.append(Head(piece.folded + low.text, left, right))
    return result + [low for low in lower if low not in claimed]


# ---------------------------------------------------------------- amounts under heads

_EDGES: tuple[Callable[[Piece], float], ...] = (
    lambda p: p.right,
    lambda p: p.left,
    lambda p: p.middle,
)
_FAR = 400.0
"""Points a column may at most be away from its head; further off it has none."""

Lane = list[tuple[int, Piece]]
"""Amounts that line up, each with the number of its row."""


def _lanes(placed: Lane, edge: Callable[[Piece], float]) -> list[Lane]:
    """Amounts parted where their edges are further apart than a line is high."""
    heights = [piece.box.height for _, piece in placed if piece.box]
    apart = 1.2 * median(heights) if heights else 0.4
    ordered = sorted(placed, key=lambda one: edge(one[1]))
    lanes: list[Lane] = [[ordered[0]]]
    for before, one in pairwise(ordered):
        if edge(one[1]) - edge(before[1]) > apart:
            lanes.append([one])
        else:
            lanes[-1].append(one)
    return lanes


_NO_AMOUNTS = re.compile(r"^(?:行|序|项|栏)[次号数]|^(?:附注|注释|编号|索引)")
"""Heads under which numbers stand that count or refer."""


def _numbers_lines(lane: Lane) -> bool:
    """Whether a lane holds a table's line numbers: short, rising, mostly by one from row to row.

    A letter may stand before them (``B01``), which tells the statement.
    """
    read = [_LETTERED.sub("", p.folded) for _, p in sorted(lane, key=lambda one: one[0])]
    if len(read) < _LINES or not all(re.fullmatch(r"\d{1,3}", text) for text in read):
        return False
    steps = [int(b) - int(a) for a, b in pairwise(read)]
    return all(0 < step <= _SKIPPED for step in steps) and 2 * steps.count(1) >= len(steps)


_LETTERED = re.compile(r"^[A-Z](?=\d{1,3}$)")
_LINES = 4
_SKIPPED = 9
"""Lines that may lie unread between two that were."""


def _crowding(lanes: Sequence[Lane]) -> int:
    """How often two amounts of one row share a lane."""
    return sum(len(lane) - len({row for row, _ in lane}) for lane in lanes)


def _matched(lanes: Sequence[Lane], found: Sequence[Head]) -> list[int | None]:
    """For each lane its head, in the same order from left to right, at the least distance.

    The order decides, not the nearest head: heads may stand left or in the middle of their
    column while the amounts stand at its right edge.
    """
    middles = [median(piece.middle for _, piece in lane) for lane in lanes]
    best: list[tuple[float, list[int | None]]] = [(0.0, [])] * (len(found) + 1)
    for lane, middle in zip(lanes, middles, strict=True):
        # best[n]: the lanes so far over the first n heads
        row: list[tuple[float, list[int | None]]] = []
        for n in range(len(found) + 1):
            options = [(best[n][0] + _FAR * len(lane), [*best[n][1], None])]
            if n:
                away = abs(found[n - 1].middle - middle) * len(lane)
                options.append((best[n - 1][0] + away, [*best[n - 1][1], n - 1]))
                options.append(row[n - 1])
            row.append(min(options, key=lambda option: option[0]))
        best = row
    return best[-1][1]


def under_heads(rows: Sequence[Sequence[Piece]], found: Sequence[Head]) -> dict[int, int]:
    """For each amount (by its ``id``) the index of the head it stands under.

    Amounts are first put into lanes by the edge along which they line up best, then the lanes are
    matched with the heads in order. Amounts of a lane without a head are left out, and so are
    numbers of lines (行次) whose own head was not read among the others.
    """
    placed = [(n, piece) for n, row in enumerate(rows) for piece in row]
    if not placed or not found:
        return {}
    options = [_lanes(placed, edge) for edge in _EDGES]
    lanes = min(options, key=lambda option: (_crowding(option), len(option)))
    numbered = [lane for lane in lanes if _numbers_lines(lane)]
    if len(numbered) > sum(bool(_NO_AMOUNTS.search(head.text)) for head in found):
        lanes = [lane for lane in lanes if lane not in numbered]
    heads_ = _matched(lanes, found)
    return {
        id(piece): head
        for lane, head in zip(lanes, heads_, strict=True)
        if head is not None
        for _, piece in lane
    }


def joined(pieces: Sequence[Piece]) -> list[Piece]:
    """A row's pieces with split amounts put together: ``12,345`` ``,678.90``; ``-`` ``1,200.00``.

    Two neighbours become one where the gap is narrow, the whole is a well-formed amount and one
    of the halves is not.
    """
    result: list[Piece] = []
    for piece in pieces:
        before = result[-1] if result else None
        if before is not None and _one_amount(before, piece):
            result[-1] = together(before, piece)
        else:
            result.append(piece)
    return result


def _one_amount(before: Piece, piece: Piece) -> bool:
    if before.box is None or piece.box is None:
        return False
    height = max(before.box.height, piece.box.height)
    if not -0.5 * height < piece.left - before.right < 1.5 * height:
        return False
    a, b = before.folded, piece.folded
    whole = a + b
    if not is_amount(whole) or not well_formed(whole) or "." not in whole:
        return False
    sign = bool(re.fullmatch(r"[-−–—(]", a)) and piece.left - before.right < 0.3 * height
    # 6 beside 6,697,802.68 is a line number: two whole amounts are never one
    return sign or (is_amount(a) and not (well_formed(a) and well_formed(b)))


def _whole_heads(pieces: Sequence[Piece], known: Callable[[str], bool]) -> list[Piece]:
    """Heads set so wide that they were read in parts (``本 年度 Current year``) put together.

    The longest run of close neighbours that is a head together, and not each by itself, is one.
    """
    result: list[Piece] = []
    at = 0
    while at < len(pieces):
        end = at + 1
        whole = run = pieces[at]
        for n in range(at + 1, min(at + _PARTS, len(pieces))):
            before, piece = pieces[n - 1], pieces[n]
            if before.box is None or piece.box is None:
                break
            if piece.left - before.right > 1.5 * max(before.box.height, piece.box.height):
                break
            run = together(run, piece)
            if known(run.text) and not all(known(p.text) for p in pieces[at : n + 1]):
                whole, end = run, n + 1
        result.append(whole)
        at = end
    return result


_PARTS = 8
"""A head falls apart into so many pieces at most."""


_FUSED = re.compile(r"(?P<year>20[0-4]\d年?度?)?(?:\d{1,3}(?:,\d{3})*\.\d\d)+")
_WITH_FEN = re.compile(r"20[0-4]\d年?度?(?=\d{1,3},\d{3})|\d{1,3}(?:,\d{3})*\.\d\d")


_TOO_LONG = 15
"""Figures, fen included, that no amount of a company has."""


def _parted(pieces: Sequence[Piece]) -> list[Piece]:
    """Amounts of neighbouring columns that were read as one run, each by itself.

    Every one of them ends with its fen, so the run can be cut in one way only; unless it may be
    one amount with points for commas (``1.970.571.18``).
    """
    result: list[Piece] = []
    for n, piece in enumerate(pieces):
        folded = piece.folded
        runs = _WITH_FEN.findall(folded) if _FUSED.fullmatch(folded) else []
        one = re.search(r"\.\d{3}(?=[.,])", folded) and len(re.sub(r"\D", "", folded)) < _TOO_LONG
        if len(runs) > 1 and "".join(runs) == folded and not one:
            # The edges are shared out by the lengths of the amounts.
            result += apart(replace(_reaching(pieces, n), text=" ".join(runs)))
        else:
            result.append(piece)
    return result


def _reaching(pieces: Sequence[Piece], n: int) -> Piece:
    """A run with the empty column beside it, as a cell has only its own edges."""
    piece, size = pieces[n], (pieces[n].right - pieces[n].left) / 2
    before = pieces[n - 1].right if n else piece.left
    after = pieces[n + 1].left if n + 1 < len(pieces) else piece.right
    if after - piece.right > size:
        return replace(piece, right=after)
    return replace(piece, left=before) if piece.left - before > size else piece


def mended(row: Row, known: Callable[[str], bool]) -> Row:
    """A printed row with split amounts joined, joined heads split and split heads joined.

    Args:
        row: as read; cells of a table are left as they are but for amounts run together.
        known: whether a text is a head by itself.
    """
    if row.celled:
        return replace(row, pieces=tuple(_parted(row.pieces)))
    pieces: list[Piece] = []
    for piece in _parted(row.pieces):
        parts = apart(piece)
        split = len(parts) > 1 and all(known(part.text) for part in parts)
        pieces += parts if split else [piece]
    paid = any(is_amount(piece.text) for piece in pieces)
    whole = joined(pieces) if paid else _whole_heads(pieces, known)
    return Row(row.leaf, tuple(whole), row.top, row.height)
