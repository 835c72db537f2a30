"""Tables of two rows, what is asked over what is answered: costs over amounts, aims over numbers.

``设备费 | 人力资源费`` over ``112.00万元 | 87.00万元``; ``研制样机 | 发表论文`` over
``2 台 | 4 篇``. They are turned, so that each thing and its number stand in one row like everywhere
else. Numbered cards of labels over values become a table of one record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from docint.extract.counting import MEASURE
from docint.kinds.application_form.labels import likely, match, money_unit
from docint.kinds.application_form.slots import Slot
from docint.kinds.application_form.stream import Row

_AMOUNT = re.compile(r"[¥￥]?\d[\d,]*(?:\.\d+)?(?:[百千]?[万亿]?元)?")
_COUNT = re.compile(rf"[≥≧>]?\d[\d,]*(?:\.\d+)?(?:{MEASURE.pattern})")
_WORDS = re.compile(r"(?=.*[\u4e00-\u9fff]{2})[^\d¥￥]{2,24}")
_COST = re.compile(r"(?:费用?|支出|开支|款项?|捐赠|[合总小]计)$")
_COUNTED = re.compile(r"[\u4e00-\u9fff][(（]?\d{1,2}[)）]?[:：]?$")
_FEWEST = 2


def turned(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, with tables of two rows turned."""
    at = 0
    while at < len(rows):
        size, made = 2, list(_pairs(*rows[at : at + 2])) if at + 1 < len(rows) else []
        if not made and at and _counts(rows[at - 1]):
            made = _card(table := _whole(rows, at))
            size = len(table)
        yield from made or (rows[at],)
        at += size if made else 1


def _counts(row: Row) -> bool:
    """Whether a row is a card's number alone (合作主体1), not a record's in a table."""
    return len(row.slots) == 1 and bool(_COUNTED.search(row.slots[0].folded))


def _whole(rows: Sequence[Row], at: int) -> Sequence[Row]:
    """The table that begins with a row; nothing elsewhere."""
    number = rows[at].table if rows[at].opens else 0
    end = next((n for n in range(at, len(rows)) if rows[n].table != number), len(rows))
    return rows[at:end] if number else ()


def _card(table: Sequence[Row]) -> list[Row]:
    """A numbered card (合作主体1) of labels over values, row by row, as one row of each."""
    pairs = list(zip(table[::2], table[1::2], strict=False))
    if len(pairs) < _FEWEST or len(table) % 2:
        return []
    alike = all(len(asked.slots) == len(told.slots) for asked, told in pairs)
    labels = [slot for asked, _ in pairs for slot in asked.slots]
    values = [slot for _, told in pairs for slot in told.slots]
    if not alike or not all(likely(slot.text) for slot in labels):
        return []
    if 2 * sum(match(slot.text) is not None for slot in values) > len(values):
        return []
    return [_row(table[0], labels, opens=True), _row(table[1], values, opens=False)]


def _pairs(heads: Row, values: Row) -> Iterator[Row]:
    """A row for each thing under the labels of such a table; none where it is no such table."""
    side, things = _side(heads, values)
    told = list(values.slots)[len(side) :]
    if not heads.table or heads.table != values.table or len(things) != len(told) < _FEWEST:
        return
    if len(things) < _FEWEST or not all(_WORDS.fullmatch(slot.folded) for slot in things):
        return
    costs = all(_AMOUNT.fullmatch(slot.folded) for slot in told) and _are_costs(things)
    aims = all(_COUNT.fullmatch(slot.folded) for slot in told)
    if not costs and not aims:
        return
    unit = next((found for slot in side if (found := money_unit(slot.text))), "")
    if side and match(side[0].text):
        yield Row((replace(side[0], tall=1, first=True),), heads.leaf)
    asked = ("支出科目", f"金额({unit})" if unit else "金额") if costs else ("指标名称", "目标值")
    blanks = [replace(things[0], text=word, tall=1, first=True) for word in asked]
    yield _row(heads, blanks, opens=True)
    for pair in zip(things, told, strict=True):
        yield _row(values, pair, opens=False)


def _side(heads: Row, values: Row) -> tuple[list[Slot], list[Slot]]:
    """The cell that names both rows at their left, if there is one, and the others of the upper."""
    slots = list(heads.slots)
    tall = slots and values.slots and slots[0].tall > 1 and not values.slots[0].first
    return (slots[:1], slots[1:]) if tall else ([], slots)


def _are_costs(things: Sequence[Slot]) -> bool:
    known = sum(bool(_COST.search(slot.folded)) for slot in things)
    return 3 * known >= 2 * len(things)


def _row(row: Row, slots: Sequence[Slot], *, opens: bool) -> Row:
    """Slots as a row of so many columns."""
    placed = [replace(s, left=float(n), right=n + 1.0, tall=1) for n, s in enumerate(slots)]
    return Row(tuple(placed), row.leaf, row.table, opens)
