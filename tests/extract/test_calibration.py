"""What is said of a value's sureness: the table's word, within the band that checks go by."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest

from docint.extract.calibration import BANDS, TABLE, calibrated, sure
from docint.types.fact import Fact, Facts
from docint.types.place import Evidence, Place

KNOTS = [(0.0, 0.3), (0.7, 0.95), (0.9, 0.96), (0.985, 0.999)]


@pytest.mark.parametrize(
    ("judged", "said"),
    [
        (0.5, 0.3),  # lowered as far as the table says
        (0.75, 0.799),  # raised to the edge of its band, not over it
        (0.89, 0.899),
        (0.93, 0.96),
        (0.985, 0.989),
        (0.99, 0.999),
        (1.0, 0.999),
    ],
)
def test_the_table_speaks_within_the_band(judged: float, said: float) -> None:
    assert sure(judged, KNOTS) == said


def test_surer_values_are_never_said_to_be_less_sure() -> None:
    steps = [sure(n / 1000, KNOTS) for n in range(1001)]
    assert all(one <= two for one, two in pairwise(steps))


def test_the_tables_that_come_along_begin_at_nought_and_rise() -> None:
    for knots in json.loads(TABLE.read_text("utf-8")).values():
        assert knots[0][0] == 0.0
        assert all(one[0] < two[0] and one[1] <= two[1] for one, two in pairwise(knots))
        assert all(0 < said <= 1 for _, said in knots)


def test_a_doubted_value_stays_in_doubt_whoever_read_it() -> None:
    place = Place("0" * 64, 1, None, "表1")
    facts = Facts(
        tuple(
            Fact(("name",), "甲", (Evidence(place, "甲", reader),), "label", edge - 0.05)
            for reader in ("docx", "rapidocr")
            for edge in BANDS[:3]
        )
    )
    for before, after in zip(facts, calibrated(facts), strict=True):
        edge = next(edge for edge in BANDS if before.confidence < edge)
        assert after.confidence < edge
