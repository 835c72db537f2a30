"""Ink: what colours are on a page, and the page without its red ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

if TYPE_CHECKING:
    from docint.contracts import Image


def without_red(image: Image) -> Image:
    """The page in grey with red ink faded: ``v = clip(R + 0.6·max(0, R − max(G, B)))``.

    A seal that touches a line makes detectors drop the whole line, and no low score warns of it.

    Args:
        image: RGB.

    Returns:
        Three equal channels.
    """
    red, green, blue = cv2.split(image)
    excess: Any = cv2.subtract(red, cv2.max(green, blue))
    faded: Any = cv2.addWeighted(red, 1.0, excess, 0.6, 0)
    grey: Any = cv2.merge([faded, faded, faded])
    return np.ascontiguousarray(grey)
