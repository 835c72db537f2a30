"""Ink: which colours are on a page, and the page cleared for reading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from docint.contracts import Seen

if TYPE_CHECKING:
    from docint.contracts import Image

BLANK = "页面为空白"
LOOK = 800
"""Longest side in pixels at which paper, ink and colour are judged."""
EVEN = 232
"""Where the paper is at least this bright all over, it is not evened out."""
WHITE = 0.85
"""Where white begins between ink (0) and paper (1)."""
STRAIGHT = 25
"""Pixels of the page as it is judged (`LOOK`) from which a stroke is a ruled line."""
POOR = 0.75
"""Mean score of a page below which its text is not to be relied on."""


def cleared(image: Image) -> Image:
    """The page ready for OCR: red ink faded, paper evened out.

    Args:
        image: RGB.

    Returns:
        Three equal channels, same size.
    """
    grey = without_red(image)
    small = _small(grey)
    paper = _paper(small)
    if np.percentile(paper, 2) < EVEN:
        grey = _divided(grey, paper)
    return np.ascontiguousarray(cv2.cvtColor(grey, cv2.COLOR_GRAY2RGB), dtype=np.uint8)


def whitened(image: Image, white: float = WHITE) -> Image:
    """Pale grey (watermarks, bleed-through, paper grain) turned white, ink kept.

    Detectors find lines under watermarks that they would drop; small pale print suffers.

    Args:
        image: grey or RGB, cleared.
        white: where white begins between ink (0) and paper (1).
    """
    darkest = float(np.percentile(_small(image), 0.5))
    top = max(1.0, darkest + white * (255 - darkest))
    levels = np.clip(np.arange(256) * 255 / top, 0, 255).astype(np.uint8)
    stretched: Any = cv2.LUT(image, levels)
    return stretched  # type: ignore[no-any-return]


def without_red(image: Image) -> Any:
    """The page in grey with red ink faded: ``v = clip(R + 0.6·max(0, R − max(G, B)))``.

    A seal that touches a line makes detectors drop the whole line, and no low score warns of it.

    Args:
        image: RGB.

    Returns:
        One channel.
    """
    red, green, blue = cv2.split(image)
    excess: Any = cv2.subtract(red, cv2.max(green, blue))
    return cv2.addWeighted(red, 1.0, excess, 0.6, 0)


def is_colored(image: Image) -> bool:
    """Whether the page carries colour at all: more than stray pixels of visible saturation.

    On a grey or bilevel copy a missing red seal proves nothing. A tint of the whole sheet
    (yellowed paper, a warm lamp) is no colour.
    """
    red, green, blue = cv2.split(_small(image))
    highest, lowest = cv2.max(cv2.max(red, green), blue), cv2.min(cv2.min(red, green), blue)
    spread = cv2.subtract(highest, lowest).astype(np.int16)
    return bool(((spread - np.median(spread)) > 40).mean() > 0.0003)


def problem_of(image: Image, lines: Sequence[Seen]) -> str:
    """Why a page cannot be relied on, as one Chinese sentence; empty if it can.

    Args:
        image: RGB, as stored.
        lines: what the engine read on it.
    """
    if min(image.shape[:2]) < 50:
        return f"图片过小（{image.shape[1]}×{image.shape[0]} 像素），无法辨认，请重新扫描后提交"
    if lines:
        return _poor(lines)
    grey = _small(without_red(image))
    if np.percentile(grey, 99) < 70:
        return "页面过暗，无法辨认，请重新扫描后提交"
    if is_blank(grey) or _only_ruled(grey):
        return BLANK
    return "页面上未识别到文字，请核对原件是否清晰并重新扫描后提交"


def is_blank(grey: Any) -> bool:
    """Whether a page bears no ink.

    Args:
        grey: one channel.
    """
    return bool(_dark(grey).mean() < 0.00005)  # two characters on a page


def _only_ruled(small: Any) -> bool:
    """Whether long straight strokes are all that a page bears: the end of a table, a sheet's edge.

    Asked only where no text was found: what is left (stubs, dust) must be less than a name signed.
    """
    dark = _dark(small).astype(np.uint8)
    rest = dark
    for kernel in (np.ones((1, STRAIGHT), np.uint8), np.ones((STRAIGHT, 1), np.uint8)):
        strokes = cv2.morphologyEx(dark, cv2.MORPH_OPEN, kernel)
        rest = cv2.subtract(rest, cv2.dilate(strokes, np.ones((3, 3), np.uint8)))
    return bool(rest.mean() < 0.0003)


def _dark(grey: Any) -> Any:
    return grey < np.median(_small(grey)) - 40


def _poor(lines: Sequence[Seen]) -> str:
    """What is wrong where most of the text was read with poor scores."""
    letters = sum(len(line.text) for line in lines)
    score = sum(line.score * len(line.text) for line in lines) / max(1, letters)
    if score >= POOR or letters < 4:
        return ""
    heights = [
        np.hypot(x0 - x1, y0 - y1) for (x0, y0), _, _, (x1, y1) in (line.corners for line in lines)
    ]
    # a line's box is about 1.4 times its glyphs
    glyph = float(np.median(heights)) / 1.4
    measured = f"字高约 {glyph:.0f} 像素"
    if glyph < 14:
        return f"图像分辨率过低（{measured}，建议不低于 25 像素），请以 300dpi 重新扫描后提交"
    return f"图像模糊，文字难以可靠辨认（{measured}），请重新扫描后提交"


def _small(image: Any) -> Any:
    """Every n-th pixel: enough to judge by, and nearly free."""
    step = max(1, max(image.shape[:2]) // LOOK)
    return np.ascontiguousarray(image[::step, ::step])


def _paper(small: Any) -> Any:
    """Brightness of the paper around each pixel, without what is printed on it."""
    size = max(9, max(small.shape[:2]) // 30) | 1
    bright: Any = cv2.dilate(small, np.ones((size, size), np.uint8))
    return cv2.blur(bright, (2 * size + 1, 2 * size + 1))


def _divided(grey: Any, paper: Any) -> Any:
    """Brightness as a share of the paper's; nearly black surroundings stay dark."""
    wide = cv2.resize(paper, grey.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    return cv2.divide(grey, cv2.max(wide, 60), scale=255)
