"""Lines of a ledger that stand under a year without any heads: a label and its amount.

``2023年度：`` over ``人员人工费用 …… 100,000.00`` and over projects alike; cards (卡片) that print
the label above its amount are turned into such lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from docint.extract.columns import is_amount, is_nil
from docint.extract.grids import Piece, Row
from docint.kinds.rd_audit_report.items import aspect, item
from docint.values.text import fold

_NAMED = re.compile(r"(?=(?:.*[\u4e00-\u9fff]){4})[\u4e00-\u9fffA-Za-z0-9()、\-—·/+&《》“”]{4,60}")


def label_and_amount(row: Row) -> tuple[Piece, Piece] | None:
    """The label of a row whose only amount ends it."""
    if len(row.pieces) < 2 or not is_amount(row.pieces[-1].text):
        return None
    label, amount = row.pieces[-2:]
    if any(is_amount(p.text) and len(p.folded) > 2 for p in row.pieces[:-1]):
        return None
    return (label, amount) if item(label.text) or _NAMED.fullmatch(label.folded) else None


def project_of(row: Row, label: Piece) -> tuple[str, str]:
    """Key and name of the project that a label without a head names."""
    codes = [seen.code for p in row.pieces[:-1] if (seen := aspect(p.text)).code]
    name = aspect(label.text).name or label.text if codes else label.text
    return (codes[0] if codes else None) or fold(name), name


def unstacked(rows: Sequence[Row]) -> list[Row]:
    """The rows with every row of items that stands right above their amounts turned on its side.

    No table is meant: the row below the amounts may not go on with amounts. Items abreast, each
    before its amount, are put below each other.
    """
    made: list[Row] = []
    at = 0
    while at < len(rows):
        cards = list(_cards(rows, at))
        made += cards or _abreast(rows[at])
        at += 2 if cards else 1
    return made


_GLUED = re.compile(r"(?P<amount>\d[\d,]*\.\d\d)\s*(?P<label>[\u4e00-\u9fff].*)")


def _abreast(row: Row) -> list[Row]:
    """A row for each item of a line like ``人员人工费用 1.00 直接投入费用 2.00``; else the row."""
    pieces: list[Piece] = []
    for piece in row.pieces:
        glued = _GLUED.fullmatch(piece.text)
        pieces += [replace(piece, text=text) for text in glued.groups()] if glued else [piece]
    pairs = list(zip(pieces[::2], pieces[1::2], strict=False))
    known = [item(label.text) and is_amount(amount.text) for label, amount in pairs]
    if len(pairs) < 2 or len(pieces) % 2 or not all(known):
        return [row]
    return [replace(row, pieces=pair) for pair in pairs]


def _cards(rows: Sequence[Row], at: int) -> Iterator[Row]:
    labels = rows[at]
    if len(labels.pieces) > 1 and aspect(labels.pieces[0].text).year:
        # the year of a block of cards stands before its first row, which it spans
        year, labels = labels.pieces[:1], replace(labels, pieces=labels.pieces[1:])
        cards = list(_cards([labels, *rows[at + 1 :]], 0))
        yield from [replace(labels, pieces=year), *cards] if cards else []
        return
    if at + 1 >= len(rows) or any(item(p.text) is None for p in labels.pieces):
        return
    amounts = rows[at + 1]
    after = rows[at + 2].pieces if at + 2 < len(rows) else ()
    closes = [bool(item(p.text)) for p in after] == [True, False]  # a total ends the cards
    if amounts.top - labels.top > 3 * amounts.height:
        return
    if any(is_amount(p.text) for p in after) and not closes:
        return
    if not all(is_amount(p.text) or is_nil(p.text) for p in amounts.pieces):
        return
    under = [[p for p in labels.pieces if p.left <= one.middle] for one in amounts.pieces]
    owners = [found[-1] for found in under if found]
    if len(owners) == len(amounts.pieces) == len({id(p) for p in owners}):
        for label, amount in zip(owners, amounts.pieces, strict=True):
            if is_amount(amount.text):
                yield replace(labels, pieces=(label, amount))
