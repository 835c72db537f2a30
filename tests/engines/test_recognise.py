from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from docint.engines._recognise import WIDTHS, recognise

CHARACTERS = ["blank", "甲", "乙", "1", " "]


class Model:
    """Says what it was told, and notes the shapes it was asked."""

    def __init__(self, columns: list[int], score: float = 0.9) -> None:
        self.columns, self.score = columns, score
        self.shapes: list[tuple[int, ...]] = []

    def __call__(self, batch: Any) -> Any:
        self.shapes.append(batch.shape)
        told = np.zeros((len(batch), len(self.columns), len(CHARACTERS)), np.float32)
        told[:, range(len(self.columns)), self.columns] = self.score
        return told


def crop(width: int, height: int = 48) -> Any:
    return np.full((height, width, 3), 255, np.uint8)


def test_repeats_and_blanks_are_dropped() -> None:
    (text,) = recognise([crop(160)], Model([0, 1, 1, 0, 1, 2, 0, 0]), CHARACTERS)
    assert text.text == "甲甲乙"
    assert text.score == pytest.approx(0.9)


def test_nothing_read_scores_zero() -> None:
    (text,) = recognise([crop(160)], Model([0, 0, 0, 0]), CHARACTERS)
    assert (text.text, text.score, text.spans) == ("", 0.0, ())


def test_each_character_has_its_span_in_order() -> None:
    columns = [0] * 20
    columns[2], columns[7], columns[12], columns[17] = 1, 2, 1, 2
    (text,) = recognise([crop(160)], Model(columns), CHARACTERS)
    starts = [start for _, start, _ in text.spans]
    assert starts == sorted(starts)
    assert text.spans[0][1:] == pytest.approx((0.0, 0.25), abs=0.02)
    assert all(0 <= start < end <= 1 for _, start, end in text.spans)


def test_a_gap_in_the_line_belongs_to_no_character() -> None:
    columns = [0] * 40
    for place, kind in ((2, 1), (6, 2), (10, 1), (30, 2), (34, 1)):
        columns[place] = kind
    (text,) = recognise([crop(320)], Model(columns), CHARACTERS)
    assert text.spans[3][1] - text.spans[2][2] > 0.3


def test_texts_come_back_in_the_crops_order() -> None:
    class ByWidth(Model):
        def __call__(self, batch: Any) -> Any:
            self.columns = [1] if batch.shape[3] < 200 else [2]
            return super().__call__(batch)

    texts = recognise([crop(400), crop(100), crop(404)], ByWidth([]), CHARACTERS)
    assert [text.text for text in texts] == ["乙", "甲", "乙"]


def test_short_lines_are_not_padded_to_long_ones() -> None:
    model = Model([1])
    recognise([crop(100), crop(1000)], model, CHARACTERS)
    assert [shape[3] for shape in model.shapes] == [112, 1024]


def test_the_model_meets_only_a_few_shapes() -> None:
    model = Model([1])
    recognise([crop(width) for width in range(20, 2400, 7)], model, CHARACTERS)
    assert {shape[0] for shape in model.shapes} == {1}
    assert {shape[3] for shape in model.shapes} <= set(WIDTHS)
