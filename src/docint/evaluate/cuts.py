"""Where a fact was misread: its place cut from the page, the reading in red, the gold in green."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from PIL import Image as Pillow
from PIL import ImageDraw

from docint.evaluate.boxes import Edges
from docint.evaluate.compare import Judged, Leaf
from docint.report.pictures import Look, cover
from docint.types.reading import Page, Reading
from docint.types.source import Bundle

Key: TypeAlias = tuple[str, str, str, str]
"""Type, field, gold's value and found value of a mistake within its bundle."""
RED, GREEN = (204, 32, 32), (28, 107, 70)
SIDE, ABOVE = 0.10, 0.025
"""Surroundings shown, as fractions of the page's width and height."""
WIDEST = 720
"""Pixels of a cut's width."""


def key_of(type_: str, field: str, gold: Any, found: Any) -> Key:
    """What a mistake is found again by."""
    return type_, field, str(gold), str(found)


def key(one: Judged) -> Key:
    """The key of a comparison."""
    return key_of(
        one.type, one.field, (one.gold or {}).get("value"), (one.found or {}).get("value")
    )


def cuts(
    wrong: Iterable[Judged],
    bundle: Bundle,
    readings: Mapping[str, Reading],
    look: Look,
    most: int,
) -> dict[Key, bytes]:
    """Cuts as JPEG of the first mistakes that have a place; personal numbers are covered.

    Args:
        wrong: comparisons, the worst first.
        bundle: tells the files apart.
        readings: what was read of them.
        look: gives the upright page images.
        most: how many are cut.
    """
    sources = {source.path: source.sha256 for source in bundle.sources}
    made: dict[Key, bytes] = {}
    for one in wrong:
        if len(made) == most:
            break
        leaf = next((x for x in (one.found, one.gold) if x and x.get("box")), None)
        source = sources.get(str(leaf.get("file") or one.file), "") if leaf else ""
        if leaf is None or source not in readings:
            continue
        pixels = look(source, leaf["page"])
        if pixels is not None:
            page = readings[source].page(leaf["page"])
            made.setdefault(key(one), _cut(Pillow.fromarray(pixels), page, _marks(one, leaf)))
    return made


def _marks(one: Judged, leaf: Leaf) -> list[tuple[Edges, tuple[int, int, int]]]:
    """Boxes on the page that is shown, each with its colour."""
    marks = []
    for shown, color in ((one.gold, GREEN), (one.found, RED)):
        if shown and shown.get("box") and shown.get("page") == leaf["page"]:
            same = (shown.get("file") or one.file) == (leaf.get("file") or one.file)
            marks += [(shown["box"], color)] if same else []
    return marks


def _cut(sheet: Pillow.Image, page: Page, marks: list[tuple[Edges, tuple[int, int, int]]]) -> bytes:
    cover(sheet, page, sheet.width / page.width)
    wide, high = sheet.size
    pen = ImageDraw.Draw(sheet)
    for (left, top, right, bottom), color in marks:
        corners = (left * wide - 2, top * high - 2, right * wide + 2, bottom * high + 2)
        pen.rectangle(corners, outline=color, width=max(2, wide // 500))
    sides = list(zip(*(box for box, _ in marks), strict=True))
    cut = sheet.crop((
        max(0, round((min(sides[0]) - SIDE) * wide)), max(0, round((min(sides[1]) - ABOVE) * high)),
        min(wide, round((max(sides[2]) + SIDE) * wide)),
        min(high, round((max(sides[3]) + ABOVE) * high)),
    ))  # fmt: skip
    cut.thumbnail((WIDEST, WIDEST))
    buffer = io.BytesIO()
    cut.convert("RGB").save(buffer, "JPEG", quality=72, optimize=True)
    return buffer.getvalue()
