from __future__ import annotations

import cv2
import numpy as np

from docint.read.seals import seals_of, spots_of, strips
from docint.types.place import Box

POINT = 72 / 150  # points a pixel at 150 dpi


def page() -> np.ndarray:
    return np.full((1754, 1240, 3), 255, np.uint8)


def ring(
    image: np.ndarray,
    x: int,
    y: int,
    radius: int = 120,
    color: tuple[int, int, int] = (210, 30, 40),
) -> None:
    cv2.circle(image, (x, y), radius, color, 6)
    cv2.circle(image, (x, y), 25, color, -1)
    for degrees in range(-220, 50, 20):
        angle = np.radians(degrees)
        spot = round(x + 95 * np.cos(angle)), round(y + 95 * np.sin(angle))
        cv2.circle(image, spot, 10, color, -1)


def read_nothing(_: np.ndarray) -> tuple[str, float]:
    return "", 0.0


def test_a_round_seal_is_found_where_it_stands() -> None:
    image = page()
    ring(image, 600, 900)
    (seal,) = seals_of(image, POINT, read_nothing)
    assert (seal.shape, seal.color) == ("round", "red")
    assert abs(seal.box.middle[0] - 600 * POINT) < 4
    assert abs(seal.box.width - 240 * POINT) < 10


def test_two_seals_over_each_other_are_two() -> None:
    image = page()
    ring(image, 500, 900)
    ring(image, 690, 900)
    assert len(spots_of(image, POINT, "red")) == 2


def test_a_blue_seal_is_blue() -> None:
    image = page()
    ring(image, 600, 900, color=(40, 50, 200))
    assert [seal.color for seal in seals_of(image, POINT, read_nothing)] == ["blue"]


def test_red_print_and_gold_titles_are_no_seals() -> None:
    image = page()
    cv2.putText(image, "RED HEADLINE", (150, 300), cv2.FONT_HERSHEY_SIMPLEX, 4, (220, 20, 30), 12)
    cv2.rectangle(image, (300, 500), (420, 580), (200, 160, 80), 6)
    assert spots_of(image, POINT, "red") == []


def test_a_filled_emblem_is_no_seal() -> None:
    image = page()
    cv2.circle(image, (600, 300), 120, (220, 30, 30), -1)
    assert spots_of(image, POINT, "red") == []


def test_a_frame_is_a_rectangular_seal_and_is_read() -> None:
    image = page()
    cv2.rectangle(image, (300, 500), (400, 600), (210, 30, 40), 6)
    cv2.rectangle(image, (330, 530), (370, 570), (210, 30, 40), 4)
    (seal,) = seals_of(image, POINT, lambda _: ("张三之印", 0.97))
    assert (seal.shape, seal.text) == ("rectangle", "张三之印")


def test_a_seal_that_cannot_be_read_still_is_one() -> None:
    image = page()
    ring(image, 600, 900)
    (seal,) = seals_of(image, POINT, lambda _: ("乱", 0.3))
    assert (seal.text, seal.confidence) == ("", 0.0)


def test_the_rim_is_unwrapped_from_where_the_name_leaves_a_gap() -> None:
    image = np.full((480, 480, 3), 255, np.uint8)
    for degrees in range(-120, 150, 20):  # gap in the upper left
        angle = np.radians(degrees)
        spot = round(240 + 180 * np.cos(angle)), round(240 + 180 * np.sin(angle))
        cv2.circle(image, spot, 16, (0, 0, 0), -1)
    cuts = [strip[:, :40].min() > 200 and strip[:, -40:].min() > 200 for strip in strips(image)]
    assert any(cuts[len(cuts) // 2 :])


def grey_page() -> np.ndarray:
    image = page()
    ring(image, 600, 900, color=(110, 110, 110))
    for y in range(100, 1600, 40):
        for x in range(150, 1100, 26):
            cv2.rectangle(image, (x, y), (x + 16, y + 18), (20, 20, 20), 2)
    return image


def test_a_grey_seal_among_print_is_told_by_its_rim_and_its_name() -> None:
    lines = [
        Box(148 * POINT, (y - 2) * POINT, 1120 * POINT, (y + 20) * POINT)
        for y in range(100, 1600, 40)
    ]
    (seal,) = seals_of(grey_page(), POINT, lambda _: ("某某科技有限公司", 0.95), lines)
    assert (seal.color, seal.text.split()[0]) == ("grey", "某某科技有限公司")
    assert abs(seal.box.middle[1] - 900 * POINT) < 6
    assert seals_of(grey_page(), POINT, lambda _: ("12345", 0.95), lines) == ()


def test_print_alone_is_no_grey_seal() -> None:
    image = page()
    cv2.rectangle(image, (200, 200), (1000, 1400), (20, 20, 20), 3)
    cv2.line(image, (200, 600), (1000, 600), (20, 20, 20), 3)
    assert seals_of(image, POINT, lambda _: ("某某科技有限公司", 0.95), []) == ()
