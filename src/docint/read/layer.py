"""Whether a page's text layer may be believed, and where it differs from what the page shows.

Scanners embed poor layers and forgers false ones; a layer is believed only if it is plausible
text, drawn in ink, and the page shows nothing beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Literal, TypeAlias

import cv2
import numpy as np

from docint.read.rules import DARK
from docint.types.place import Box
from docint.types.reading import Line, Page

Doubt: TypeAlias = Literal["", "missing", "garbled", "invisible", "covered", "partial"]

FEW = 12
"""Characters below which a layer says nothing of the page."""
GARBLED = 0.05
"""Share of impossible characters from which a layer is garbled."""
UNSHOWN = 0.1
"""Share of a layer's words without ink from which it is not what the page shows."""
BESIDE = 0.35
"""Share of the page's ink outside the layer's words from which the layer is not all."""
SURE = 0.97
"""OCR score from which a difference is worth a remark."""
COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下"
    "过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都"
    "两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重"
    "新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想"
    "已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知"
    "较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造"
    "百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白"
    "教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集"
    "温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿"
    "千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存"
    "款项乙甲协乐负责签订负财审额财股份司限注册编码财址号姓审企法负债润收益营"
)
"""Characters of everyday and administrative Chinese: nearly half of any real text."""


def doubt_of(page: Page, grey: Any, scale: float) -> Doubt:
    """Why the layer cannot stand for the page; empty if it can.

    Args:
        page: what the layer states, boxes in points of the drawn page.
        grey: the page drawn, one channel, cleared of red.
        scale: points a pixel.
    """
    text = "".join(line.text for line in page.lines).replace(" ", "")
    if len(text) < FEW:
        return "missing"
    if garbled_share(text) > GARBLED or _improbable(text):
        return "garbled"
    if "text-invisible" in page.notes:
        return "invisible"
    if "image-covers-page" in page.notes:
        return "covered"
    ink = _ink(grey)
    if _unshown(page.lines, ink, scale) > UNSHOWN:
        return "invisible"
    return "partial" if _beside(page.lines, ink, scale) > BESIDE else ""


def garbled_share(text: str) -> float:
    """Share of characters that no document prints: private use, unmapped, mojibake."""
    if not text:
        return 0.0
    bad = sum(len(found) for found in re.findall(r"\(cid:\d+\)", text))
    bad += sum(_is_impossible(c) for c in text)
    latin = sum("\u00a1" <= c <= "\u024f" and c not in "·×÷°±§«»éè" for c in text)
    return (bad + latin) / len(text)


def _is_impossible(c: str) -> bool:
    code = ord(c)
    private = 0xE000 <= code <= 0xF8FF or code >= 0xF0000
    return private or c == "\ufffd" or code < 0x20 or 0x7F <= code <= 0xA0


def _improbable(text: str) -> bool:
    """Chinese characters, but not those of Chinese text: a wrong map from glyphs to codes."""
    chinese = [c for c in text if "\u4e00" <= c <= "\u9fff"]
    return len(chinese) >= 80 and sum(c in COMMON for c in chinese) < 0.1 * len(chinese)


def _ink(grey: Any) -> Any:
    """Printed pixels, long rules and large dark areas left out."""
    ink = (grey < DARK).astype(np.uint8)
    size = max(25, max(ink.shape) // 30)
    for kernel in (np.ones((1, size), np.uint8), np.ones((size, 1), np.uint8)):
        ink &= 1 - cv2.morphologyEx(ink, cv2.MORPH_OPEN, kernel)
    return ink


def _unshown(lines: Sequence[Line], ink: Any, scale: float) -> float:
    """Share of the layer's characters whose boxes hold no ink."""
    total = empty = 0
    for line in lines:
        for word in line.words:
            if word.box is None:
                continue
            spot = _patch(ink, word.box, scale)
            total += len(word.text)
            empty += 0 if spot.any() else len(word.text)
    return empty / max(1, total)


def _beside(lines: Sequence[Line], ink: Any, scale: float) -> float:
    """Share of the ink outside the layer's lines, of what could be print."""
    everything = float(ink.sum())
    if everything < 0.0005 * ink.size:
        return 0.0
    free = ink.copy()
    for line in lines:
        if line.box is not None:
            pad = 0.25 * line.box.height
            box = Box(
                line.box.x0 - pad, line.box.top - pad, line.box.x1 + pad, line.box.bottom + pad
            )
            _patch(free, box, scale)[:] = 0
    return float(free.sum()) / everything


def _patch(ink: Any, box: Box, scale: float) -> Any:
    height, width = ink.shape
    x0, x1 = max(0, int(box.x0 / scale)), min(width, int(box.x1 / scale) + 1)
    top, bottom = max(0, int(box.top / scale)), min(height, int(box.bottom / scale) + 1)
    return ink[top:bottom, x0:x1]


def differences(layer: Sequence[Line], seen: Sequence[Line], most: int = 5) -> Iterator[str]:
    """Figures and codes that the layer states otherwise than the page shows them.

    Only where OCR is sure, and the layer states no such figure anywhere on the page; a layer
    that differs all over is a poor scanner's and is told of once.

    Yields:
        Notes, ``text-layer-conflict: 图像为“…”，文字层为“…”``.
    """
    stated = [line for line in layer if line.box is not None]
    everywhere = _digits("|".join(line.text for line in stated))
    found = []
    compared = 0
    for line in seen:
        figures = re.findall(r"[0-9A-Z][0-9A-Z,.]{3,}", line.text)
        if line.box is None or line.confidence < SURE or not figures:
            continue
        there = "".join(other.text for other in stated if _same_place(line.box, other.box))
        if not there:
            continue
        compared += 1
        wrong = [f for f in figures if _digits(f) not in everywhere]
        if wrong:
            found.append(f"text-layer-conflict: 图像为“{line.text}”，文字层为“{there}”")
    if compared >= 6 and len(found) > compared / 2:
        yield "text-layer-poor"
        return
    yield from found[:most]


_ALIKE = str.maketrans("OQDIZSBG", "00012586")
"""Letters that OCR takes for figures, and the reverse: codes that differ in them alone agree."""


def _digits(text: str) -> str:
    return re.sub(r"[^0-9A-Z|]", "", text.upper()).translate(_ALIKE)


def _same_place(a: Box, b: Box | None) -> bool:
    if b is None:
        return False
    across = min(a.x1, b.x1) - max(a.x0, b.x0)
    down = min(a.bottom, b.bottom) - max(a.top, b.top)
    return across > 0.3 * min(a.width, b.width) and down > 0.5 * min(a.height, b.height)


def merged(layer: Sequence[Line], seen: Sequence[Line]) -> list[Line]:
    """The layer's lines, and those seen where the layer has none."""
    added = [
        line
        for line in seen
        if line.box and not any(_same_place(line.box, other.box) for other in layer)
    ]
    return [*layer, *added]
