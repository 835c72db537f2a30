"""Loose pieces to rows (无框线的行): wrapped labels and values are put together first.

A cell without rules that wraps is known by its lines: they stand close together, and at least one
of them has nothing beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from docint.kinds.application_form.inline import pairs
from docint.kinds.application_form.labels import likely, match
from docint.kinds.application_form.slots import Slot
from docint.values import dates
from docint.values.text import has_han

_CLOSE = 1.85
"""Lines of one cell are no more than this many characters' widths apart, middle to middle …"""
_CLOSER = 1.6
"""… and less where nothing stands centred beside them."""


_NUMBERED = re.compile(r"\s*[(（]?[\d一二三四五六七八九十]{1,3}[)）.、．]")
_FIGURED = re.compile(r"\d|(?:^|\n)\s*[(（]?[一二三四五六七八九十]{1,3}[)）.、．]")


def levels(slots: Sequence[Slot]) -> list[list[Slot]]:
    """Pieces side by side, from top to bottom."""
    rows: list[list[Slot]] = []
    for slot in sorted(_rewrapped(slots), key=_middle):
        home = next((row for row in reversed(rows[-4:]) if _level(row, slot)), None)
        if home is None:
            rows.append([slot])
        else:
            home.append(slot)
    return _taken_up([sorted(row, key=lambda slot: slot.left) for row in rows])


def _taken_up(rows: Sequence[list[Slot]]) -> list[list[Slot]]:
    """The rows, with a lone line put to the value above it that it is the rest of.

    ``平台名称：第三代半导体功率器 | 领域：…`` over ``件创新联合体``: a cell without rules.
    """
    every = [slot for row in rows for slot in row]
    done: list[list[Slot]] = []
    for row in rows:
        above = done[-1] if done and len(row) == 1 else []
        upper = next((slot for slot in above if _cut_off(slot, row[0], every)), None)
        if upper is None:
            done.append(row)
        else:
            done[-1] = [_as_one(slot, row[0]) if slot is upper else slot for slot in above]
    return done


def _cut_off(upper: Slot, lower: Slot, slots: Sequence[Slot]) -> bool:
    """Whether a value behind a colon breaks off at its column's end and goes on in a line below."""
    wide = _wide(upper)
    if abs(lower.left - upper.left) > wide or upper.box is None or lower.box is None:
        return False
    if lower.box.top - upper.box.bottom > 0.4 * lower.box.height:
        return False
    told = pairs(upper)
    if not told or len(told[-1][1].folded) < 4 or pairs(lower) or _NUMBERED.match(lower.text):
        return False
    column = [slot.right for slot in slots if abs(slot.left - upper.left) < wide]
    fills = upper.right > max(column) - 2 * wide and lower.right < upper.right - wide
    return fills and match(lower.text) is None


def run_on(rows: Sequence[list[Slot]]) -> list[list[Slot]]:
    """The rows, with the lines of a paragraph that tells records as one: ``…；类`` ``别：…``."""
    alone = [row[0] for row in rows if len(row) == 1]
    left = min((slot.left for slot in alone), default=0.0)
    right = max((slot.right for slot in alone), default=0.0)
    done: list[list[Slot]] = []
    for row in rows:
        if len(row) == 1 and done and len(done[-1]) == 1:
            upper, lower = done[-1][0], row[0]
            wide = _wide(lower)
            full = upper.right > right - 2 * wide and lower.left < left + 1.5 * wide
            if full and _unfinished(upper, lower):
                done[-1] = [_as_one(upper, lower)]
                continue
        done.append(row)
    return done


def _unfinished(upper: Slot, lower: Slot) -> bool:
    """Whether a line breaks off among records, and the next one, close below, begins none."""
    if upper.box is None or lower.box is None or _NUMBERED.match(lower.text):
        return False
    close = lower.box.top - upper.box.bottom < lower.box.height
    text = upper.text.rstrip()
    records = bool(re.search("[;；]", text[:-1]))  # 类别：| 企业；法定代表人：…
    spoken = records or (bool(re.search("[，,、。]", text[:-1])) and text[-1:] not in set(":："))
    spoken = spoken and text[-1:] not in set("。;；！!")
    labelled = re.match(r"([\u4e00-\u9fff]{2,12})[:：]", lower.text)
    begins = labelled is not None and match(labelled[1]) is not None
    return close and spoken and (not begins or text[-1:] in set("，,、"))


def _as_one(upper: Slot, lower: Slot) -> Slot:
    """Two lines as one text; its right edge is that of its last line."""
    box = upper.box.joined(lower.box) if upper.box and lower.box else upper.box
    text, sure = upper.text + lower.text, min(upper.confidence, lower.confidence)
    return replace(upper, text=text, box=box, right=lower.right, confidence=sure, runs_on=True)


def parted(slot: Slot) -> list[Slot]:
    """A piece cut at blanks beside a label: readers join ``性别 男 年龄`` where gaps are narrow."""
    whole = match(slot.text)
    listing = bool(re.search("[;；]", slot.text))
    if listing or pairs(slot) or (whole is not None and (whole.fields or whole.owner)):
        return [slot]
    tokens = [
        (m.start(), m.end()) for m in re.finditer(r"\S+(?:\s*[(（][^()（）]*[)）])?", slot.text)
    ]
    cuts = [0]
    for number, (start, end) in enumerate(tokens):
        if end - start > 1 and _exact(slot.text[start:end]):
            cuts += [start] if number else []
            cuts += [end] if number + 1 < len(tokens) else []
    if cuts == [0] and (end := _label_end(slot, tokens)):
        cuts.append(end)
    if cuts == [0]:
        return [slot]
    ends = [*cuts[1:], len(slot.text)]
    pieces = [slot.cut(start, end) for start, end in zip(cuts, ends, strict=True)]
    return [piece for piece in pieces if piece.text.strip()]


def _label_end(slot: Slot, tokens: Sequence[tuple[int, int]]) -> int:
    """Where a line's first word ends if it is like a label and the rest like its value, or 0."""
    if len(tokens) < 2 or re.search("[。:：]", slot.text):
        return 0
    end = tokens[0][1]
    label = likely(slot.text[:end])
    asks = label is not None and bool(label.fields or label.owner) and not label.heading
    return end if asks and match(slot.text[end:]) is None else 0


def _middle(slot: Slot) -> float:
    return slot.box.middle[1] if slot.box else 0.0


def _high(slot: Slot) -> float:
    """Height of one line of a slot."""
    return (slot.box.height if slot.box else 1.0) / (slot.text.count("\n") + 1)


def _reach(slot: Slot) -> tuple[float, float]:
    """Middles of a slot's first and last line."""
    if slot.box is None:
        return 0.0, 0.0
    return slot.box.top + _high(slot) / 2, slot.box.bottom - _high(slot) / 2


def _level(row: Sequence[Slot], slot: Slot) -> bool:
    """Whether a piece stands beside those of a row, measured at the nearest."""
    nearest = min(row, key=lambda other: abs(other.left - slot.left))
    (first, last), (top, bottom) = _reach(nearest), _reach(slot)
    apart = max(top - last, first - bottom, 0.0)
    over = any(s.overlap(slot.left, slot.right) > 0.3 * (slot.right - slot.left) for s in row)
    return apart < 0.5 * min(_high(nearest), _high(slot)) and not over


def _rewrapped(slots: Sequence[Slot]) -> list[Slot]:
    """Lines of one cell as one slot: labels first, for values are seen against them."""
    return _joined(_joined(slots, _is_one_label), _continues)


def _joined(
    slots: Sequence[Slot], belongs: Callable[[Slot, Slot, Sequence[Slot]], bool]
) -> list[Slot]:
    """The closest lines first: those of a cell stand closer than two rows."""
    done = list(slots)
    while pair := next(
        ((u, w) for u, w in _candidates(done) if belongs(done[u], done[w], done)), None
    ):
        upper, lower = pair
        done[upper] = _put_together(done[upper], done[lower])
        del done[lower]
    return done


def _candidates(slots: Sequence[Slot]) -> list[tuple[int, int]]:
    """Places of pieces that stand close under one another, the closest first."""
    order = sorted(range(len(slots)), key=lambda n: _reach(slots[n])[0])
    found = []
    for place, u in enumerate(order):
        for w in order[place + 1 :]:
            if _reach(slots[w])[0] - _reach(slots[u])[1] > _CLOSE * _wide(slots[u]):
                break
            if _under(slots[u], slots[w]):
                found.append((_apart(slots[u], slots[w]), u, w))
    return [(u, w) for _, u, w in sorted(found)]


def _put_together(upper: Slot, lower: Slot) -> Slot:
    box = upper.box.joined(lower.box) if upper.box and lower.box else upper.box
    return replace(
        upper,
        text=f"{upper.text}\n{lower.text}",
        box=box,
        left=min(upper.left, lower.left),
        right=max(upper.right, lower.right),
        confidence=min(upper.confidence, lower.confidence),
    )


def _apart(upper: Slot, lower: Slot) -> float:
    """Distance of the last line of one from the first of the other, in characters' widths."""
    return (_reach(lower)[0] - _reach(upper)[1]) / min(_wide(upper), _wide(lower))


def _wide(slot: Slot) -> float:
    """Width of a slot's Chinese character, which unlike a box's height no reader pads."""
    units = max(
        sum(1.0 if ord(c) > 0x2E80 else 0.5 for c in line) for line in slot.text.split("\n")
    )
    return max(1.0, (slot.right - slot.left) / max(units, 0.5))


def _under(upper: Slot, lower: Slot) -> bool:
    """Whether a piece stands close under another."""
    narrow = min(upper.right - upper.left, lower.right - lower.left)
    near = 0.7 <= _apart(upper, lower) < _CLOSE
    return near and upper.overlap(lower.left, lower.right) >= 0.7 * narrow


def _is_one_label(upper: Slot, lower: Slot, slots: Sequence[Slot]) -> bool:
    """Whether two lines, or the first of three, spell a label that neither is alone."""
    if (
        not has_han(upper.text)
        or not has_han(lower.text)
        or _FIGURED.search(f"{upper.text}\n{lower.text}")
    ):
        return False
    both = _exact(lower.folded) and (_exact(upper.folded) or bool(pairs(upper)))
    if both and not _centred(upper, lower, slots):
        return False
    more = [s for s in slots if _under(lower, s) and not _NUMBERED.match(s.text)]
    third = [s.folded for s in more if not _exact(s.folded)]
    spelled = upper.folded + lower.folded
    return any(_exact(text) for text in (spelled, *(spelled + end for end in third)))


def _exact(text: str) -> bool:
    """Whether a text is a label, word for word."""
    found = match(text)
    return found is not None and found.sureness == 1.0 and bool(found.fields or found.owner)


def _continues(upper: Slot, lower: Slot, slots: Sequence[Slot]) -> bool:
    """Whether the lower piece is the rest of the upper one's cell."""
    if _speaks(lower) or _speaks(upper) or dates.find_all(lower.text):
        return False
    if _centred(upper, lower, slots):
        return True
    close = _apart(upper, lower) < _CLOSER
    return close and not (_partnered(upper, slots) and _partnered(lower, slots))


def _centred(upper: Slot, lower: Slot, slots: Sequence[Slot]) -> bool:
    """Whether something beside stands halfway between two lines: the row's other cells."""
    half = (_reach(upper)[1] + _reach(lower)[0]) / 2
    return any(
        abs(_middle(slot) - half) < 0.2 * _high(lower) and not slot.overlap(upper.left, upper.right)
        for slot in slots
    )


def _speaks(slot: Slot) -> bool:
    """Whether a piece is a label, or holds labels, or is an item with its number."""
    label = match(slot.text)
    known = label is not None and bool(label.fields or label.owner not in {"", "project"})
    return (
        known
        or bool(pairs(slot))
        or bool(re.match(r"[(（]?[\d一二三四五六七八九十]{1,3}[)）.、．]", slot.text))
    )


def _partnered(slot: Slot, slots: Sequence[Slot]) -> bool:
    """Whether another piece stands on the same level."""
    return any(
        other is not slot and abs(_middle(other) - _middle(slot)) < 0.25 * _high(slot)
        for other in slots
    )
