"""Name seals that touch other seals are found by their four sides, and kept if they can be read."""

from __future__ import annotations

import cv2
import numpy as np

from docint.read.rings import Spot
from docint.read.seals import seals_of
from docint.read.squares import squares

POINTS = 0.84
"""Points a pixel, of a page as coarse as seals are looked for."""


def ink_of(*squares_: tuple[int, int, int, float]) -> np.ndarray:
    """Frames of (x, y, side, slant) with a little in them, all in one picture."""
    ink = np.zeros((400, 400), np.uint8)
    for x, y, side, slant in squares_:
        corners = cv2.boxPoints(((x, y), (side, side), slant)).round().astype(np.int32)
        cv2.polylines(ink, [corners], True, 1, 3)
        cv2.circle(ink, (x, y), side // 5, 1, 2)
    return ink


def test_two_squares_that_touch_are_two() -> None:
    found = sorted(
        squares(ink_of((180, 150, 50, 0), (188, 198, 50, 5)), POINTS, ()), key=lambda s: s.y
    )
    assert [(round(s.x, -1), round(s.y, -1)) for s in found] == [(180, 150), (190, 200)]


def test_a_square_over_a_ring_is_found() -> None:
    ink = ink_of((200, 270, 50, -8))
    cv2.circle(ink, (200, 190), 70, 1, 3)
    (spot,) = squares(ink, POINTS, (Spot(200, 190, 70, 70, "round"),))
    assert (round(spot.x, -1), round(spot.y, -1)) == (200, 270)
    assert abs(spot.turned + 8) <= 4


def test_a_ring_alone_is_not_searched_and_holds_no_square() -> None:
    ink = np.zeros((400, 400), np.uint8)
    cv2.circle(ink, (200, 190), 70, 1, 3)
    assert list(squares(ink, POINTS, (Spot(200, 190, 72, 72, "round"),))) == []
    assert list(squares(ink, POINTS, ())) == []


def test_only_what_reads_as_a_name_is_a_person_s_seal() -> None:
    page = np.full((1170, 827, 3), 250, np.uint8)
    ink = np.zeros((1170, 827), np.uint8)
    ink[:400, :400] = ink_of((200, 270, 50, -8))
    cv2.circle(ink, (200, 190), 70, 1, 3)
    page[ink > 0] = (200, 30, 40)

    def shapes(text: str) -> list[str]:
        return [seal.shape for seal in seals_of(page, 0.72, lambda _: (text, 0.97))]

    assert shapes("张三之印").count("rectangle") == 1
    assert "rectangle" not in shapes("监查")
