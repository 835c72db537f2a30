"""Lines cut out of a page, level and upright."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from docint.contracts import Image

Quad: TypeAlias = npt.NDArray[np.float32]
"""Four corners, clockwise from the top left."""
TALL = 1.5
"""Height over width from which a quad holds a column of characters or a sideways line."""


def length(quad: Quad) -> float:
    """Extent along the quad's upper edge, in pixels."""
    return float(max(np.hypot(*(quad[0] - quad[1])), np.hypot(*(quad[2] - quad[3]))))


def thickness(quad: Quad) -> float:
    """Extent across it."""
    return float(max(np.hypot(*(quad[0] - quad[3])), np.hypot(*(quad[1] - quad[2]))))


def is_tall(quad: Quad) -> bool:
    """Whether the quad stands on its short side."""
    return thickness(quad) >= TALL * length(quad)


def crop(image: Image, quad: Quad, *, turn: bool = True) -> Image:
    """The quad's content as a level rectangle.

    Args:
        image: the page.
        quad: where the line stands.
        turn: whether a tall quad is laid on its side, its top to the left.
    """
    across, down = max(1, round(length(quad))), max(1, round(thickness(quad)))
    target = np.array([[0, 0], [across, 0], [across, down], [0, down]], np.float32)
    x0, y0 = np.floor(quad.min(axis=0)).astype(int)
    x1, y1 = np.ceil(quad.max(axis=0)).astype(int)
    if abs(quad[0, 1] - quad[1, 1]) < 1 and abs(quad[0, 0] - quad[3, 0]) < 1:
        cut: Any = image[max(0, y0) : y1, max(0, x0) : x1]  # level already
    else:
        matrix = cv2.getPerspectiveTransform(quad, target)
        cut = cv2.warpPerspective(
            image, matrix, (across, down), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
        )
    if not cut.size:
        return np.full((48, 48, 3), 255, np.uint8)
    return np.ascontiguousarray(np.rot90(cut)) if turn and is_tall(quad) else cut
