from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt
import pytest

from docint.extract.written import written

Image = npt.NDArray[np.uint8]
HEIGHT = 40.0
BLUE, BLACK, RED = (40, 50, 140), (30, 30, 30), (200, 60, 70)


def paper() -> Image:
    noise = np.random.default_rng(1).normal(0, 6, (60, 320, 3))
    return np.clip(240 + noise, 0, 255).astype(np.uint8)


def signed(image: Image, ink: tuple[int, int, int], thick: int = 3) -> Image:
    points = np.array([[40, 50], [60, 12], [80, 44], [110, 15], [150, 40]], np.int32)
    return np.asarray(cv2.polylines(image.copy(), [points], False, ink, thick), np.uint8)


def ring(image: Image) -> Image:
    return np.asarray(cv2.ellipse(image.copy(), (90, 60), (70, 55), 0, 0, 360, RED, 5), np.uint8)


@pytest.mark.parametrize("ink", [BLUE, BLACK, RED])
def test_a_stroke_of_a_pen_or_a_stamp_is_ink(ink: tuple[int, int, int]) -> None:
    assert written(signed(paper(), ink), HEIGHT)


def test_paper_rules_and_specks_are_not() -> None:
    image = paper()
    assert not written(image, HEIGHT)
    cv2.line(image, (5, 50), (315, 51), BLACK, 2)
    cv2.circle(image, (200, 20), 4, BLACK, -1)
    assert not written(image, HEIGHT)


def test_a_units_seal_over_the_place_is_nobodys_writing() -> None:
    assert written(ring(paper()), HEIGHT)
    assert not written(ring(paper()), HEIGHT, sealed=True)
    assert written(signed(ring(paper()), BLUE), HEIGHT, sealed=True)
