"""Ink: which colours are on a page, and the page cleared for reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

if TYPE_CHECKING:
    from docint.contracts import Image

LOOK = 800
"""Longest side in pixels at which paper, ink and colour are judged."""
EVEN = 232
"""Where the paper is at least this bright all over, it is not evened out."""
WHITE = 0.85
"""Where white begins between ink (0) and paper (1)."""


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
    small = _small(image).astype(np.int16)
    spread = small.max(axis=2) - small.min(axis=2)
    return bool(((spread - np.median(spread)) > 40).mean() > 0.0003)


def problem_of(image: Image, lines: int) -> str:
    """Why nothing could be read, as one Chinese sentence; empty if something was.

    Args:
        image: RGB, as stored.
        lines: how many lines the engine read.
    """
    if lines:
        return ""
    small = _small(image)
    grey = small.mean(axis=2)
    if min(image.shape[:2]) < 50:
        return f"图片过小（{image.shape[1]}×{image.shape[0]} 像素），无法辨认，请重新扫描后提交"
    if np.percentile(grey, 99) < 70:
        return "页面过暗，无法辨认，请重新扫描后提交"
    if grey.std() < 6 or (grey < np.median(grey) - 40).mean() < 0.0005:
        return "页面为空白"
    return ""


def _small(image: Any) -> Any:
    factor = LOOK / max(image.shape[:2])
    if factor >= 1:
        return image
    return cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)


def _paper(small: Any) -> Any:
    """Brightness of the paper around each pixel, without what is printed on it."""
    size = max(9, max(small.shape[:2]) // 30) | 1
    bright: Any = cv2.dilate(small, np.ones((size, size), np.uint8))
    return cv2.blur(bright, (2 * size + 1, 2 * size + 1))


def _divided(grey: Any, paper: Any) -> Any:
    """Brightness as a share of the paper's; nearly black surroundings stay dark."""
    wide = cv2.resize(paper, grey.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    return cv2.divide(grey, cv2.max(wide, 60), scale=255)
