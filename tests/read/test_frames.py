"""Frames that stand aslant, and the cells of a person's seal."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from docint.read.frames import frames, lines_of
from docint.read.rings import Spot
from docint.read.seals import seals_of

POINTS = 0.36
"""Points a pixel, of a scan at 200 dpi."""


def framed(angle: float, side: int = 130) -> np.ndarray:
    """A red frame with a stroke in it, turned clockwise by some degrees."""
    page = np.full((600, 500, 3), 250, np.uint8)
    corners = cv2.boxPoints(((250, 300), (side, side), angle)).round().astype(np.int32)
    cv2.polylines(page, [corners], True, (200, 30, 40), 6)
    cv2.circle(page, (250, 300), 20, (200, 30, 40), 4)
    return page


@pytest.mark.parametrize("angle", [0.0, 8.0, -11.0])
def test_a_frame_put_on_aslant_is_found(angle: float) -> None:
    (seal,) = seals_of(framed(angle), POINTS, lambda _: ("", 0.0))
    assert (seal.shape, seal.color) == ("rectangle", "red")
    half = 65 * POINTS
    wide = half * (np.cos(np.deg2rad(abs(angle))) + np.sin(np.deg2rad(abs(angle))))
    assert seal.box.x1 - seal.box.x0 == pytest.approx(2 * wide, abs=4)


def test_a_circle_is_no_frame() -> None:
    ink = np.zeros((400, 400), np.uint8)
    cv2.circle(ink, (200, 200), 60, 1, 4)
    assert list(frames(ink, 1.0)) == []


def test_an_aslant_frame_is_told_by_its_sides_and_its_turn() -> None:
    ink = np.zeros((400, 400), np.uint8)
    corners = cv2.boxPoints(((200, 200), (90, 60), 10)).round().astype(np.int32)
    cv2.polylines(ink, [corners], True, 1, 4)
    (spot,) = frames(ink, 1.0)
    assert isinstance(spot, Spot)
    assert (spot.half_width, spot.half_height) == pytest.approx((47, 32), abs=2)
    assert spot.turned == pytest.approx(10, abs=2)


def test_a_square_seal_is_read_in_columns_from_the_right() -> None:
    patch = np.full((200, 200, 3), 255, np.uint8)
    for (row, column), shade in {(0, 1): 0, (1, 1): 40, (0, 0): 80, (1, 0): 110}.items():
        patch[30 + 100 * row : 70 + 100 * row, 30 + 100 * column : 70 + 100 * column] = shade
    _, columns = lines_of(patch)
    middle = columns[columns.shape[0] // 2, :, 0]
    seen = [shade for shade in dict.fromkeys(middle.tolist()) if shade != 255]
    assert seen == [0, 40, 80, 110]


def test_white_characters_on_ink_become_dark_ones() -> None:
    patch = np.zeros((120, 400, 3), np.uint8)
    patch[50:70, 50:350] = 255
    (line,) = lines_of(patch)
    assert (line < 128).mean() < 0.5
