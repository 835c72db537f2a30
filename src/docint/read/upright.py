"""Sets a stored page image upright, by the very turns its reading recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

if TYPE_CHECKING:
    from docint.contracts import Image


def upright(image: Image, turned: int, skew: float) -> Image:
    """The image as its boxes were measured.

    Args:
        image: the stored page, RGB.
        turned: degrees clockwise, a multiple of 90.
        skew: degrees counter-clockwise after that; the canvas keeps its size, corners fill white.
    """
    turns: Any = np.rot90(image, -(turned // 90) % 4)
    standing: Image = np.ascontiguousarray(turns)
    return levelled(standing, skew) if skew else standing


def levelled(image: Image, skew: float) -> Image:
    """The image rotated about its middle, degrees counter-clockwise."""
    height, width = image.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), skew, 1.0)
    level: Any = cv2.warpAffine(
        image, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=(255, 255, 255)
    )
    return np.ascontiguousarray(level)
