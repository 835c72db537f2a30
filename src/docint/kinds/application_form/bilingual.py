"""Labels in two languages (中英文对照): ``项目名称 Project``, ``牵头单位  Lead Entity``.

Offices of parks and joint ventures print English behind each label. What is only a label's
English half says nothing more, and must not be taken for its value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from docint.kinds.application_form.labels import Label, match
from docint.kinds.application_form.slots import Slot

_BOTH = re.compile(
    r"\s*(?P<label>[^A-Za-z:：]*[\u4e00-\u9fff)）])\s*"
    r"(?P<english>[A-Za-z][A-Za-z&.,'’/\- ()\n01]*)(?P<rest>(?:[:：].*|[(（]单位.*)?)",
    re.DOTALL,
)
_ENGLISH = re.compile(
    r"\s*[A-Za-z][A-Za-z&.,'’/\- 01]+(?P<rest>(?:[:：].*|[(（]单位.*)?)", re.DOTALL
)
_FEWEST = 4
"""Labels with an English half from which a form is one in two languages."""


def in_chinese(rows: Sequence[Sequence[Slot]], noisy: bool) -> list[tuple[Slot, ...]]:
    """Rows without the English halves of their labels; as they were in a form of one language."""
    if sum(_label(slot.text, noisy) is not None for row in rows for slot in row) < _FEWEST:
        return [tuple(row) for row in rows]
    return [_headed(tuple(_row(row, noisy)), noisy) for row in rows]


def _headed(row: tuple[Slot, ...], noisy: bool) -> tuple[Slot, ...]:
    """A heading without its number, which stood apart from it, and with the unit behind it."""
    if not 2 <= len(row) <= 3 or not row[0].folded.isdigit() or not _asks(row[1].text, noisy):
        return row
    if len(row) == 3 and not row[2].folded.startswith("(单位"):
        return row
    text = "".join(slot.text for slot in row[1:])
    return (replace(row[1], text=text, right=row[-1].right),)


def _row(row: Sequence[Slot], noisy: bool) -> Iterator[Slot]:
    labelled = False
    for slot in row:
        if labelled and (half := _ENGLISH.fullmatch(slot.text)):
            labelled = False
            if half["rest"]:
                yield replace(slot, text=half["rest"].lstrip(":： "))
            continue
        both = _label(slot.text, noisy)
        labelled = both is None and _asks(slot.text, noisy)
        yield replace(slot, text=both) if both else slot


def _label(text: str, noisy: bool) -> str | None:
    """A label with its value but without its English half; None where it has none."""
    found = _BOTH.fullmatch(text)
    if found is None or not _asks(found["label"], noisy):
        return None
    return found["label"] + found["rest"]


def _asks(text: str, noisy: bool) -> bool:
    label: Label | None = match(text, noisy)
    return label is not None and bool(label.fields or label.owner or label.heading)
