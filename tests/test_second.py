"""A second reading confirms only what decides."""

from __future__ import annotations

from typing import cast

import numpy as np
import numpy.typing as npt
import pytest

from docint import second
from docint.contracts import Reader
from docint.second import SecondReader, confirms
from docint.sheets import Sheets
from docint.types.place import Box, Place


@pytest.mark.parametrize(
    ("read", "first", "against", "said"),
    [
        ("深圳市南山区科技园路8号", "深圳市南山区科技园路8号", "深圳市福田区", True),
        ("深圳天枢量子有眼公司", "深圳天枢量子有限公司", "深圳天璇量子有限公司", True),
        ("深圳天璇量子有限公司", "深圳天枢量子有限公司", "深圳天璇量子有限公司", False),
        ("12,345,678.90", "12,345,678.90", "12,345,678.00", True),
        ("12,345,678.00", "12,345,678.90", "12,345,678.00", False),
        ("12,845,678.90", "12,345,678.90", "12,345,678.00", None),
        ("", "深圳天枢量子有限公司", "深圳天璇量子有限公司", None),
        ("□■ 一 丨", "深圳天枢量子有限公司", "深圳天璇量子有限公司", None),
    ],
)
def test_the_second_reader_decides_by_the_characters_in_doubt(
    read: str, first: str, against: str, said: bool | None
) -> None:
    assert confirms(read, first, against) is said


class _Pages:
    """Pages that are blank everywhere."""

    def at(self, place: Place) -> npt.NDArray[np.uint8]:
        return np.full((8, 8, 3), 255, np.uint8)


class _Counting:
    """A reader that counts what it is asked."""

    asked = 0

    def read_line(self, image: npt.NDArray[np.uint8]) -> tuple[str, float]:
        self.asked += 1
        return "福田区", 0.9


def test_a_place_in_several_doubts_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    counting = _Counting()
    monkeypatch.setattr(second, "_reader", lambda name: cast("Reader", counting))
    reader = SecondReader("tesseract", cast("Sheets", _Pages()))
    one, other = (Place("s", page, Box(0.1, 0.1, 0.2, 0.12)) for page in (1, 2))
    assert [reader.reread(place) for place in (one, one, other)] == [("福田区", 0.9)] * 3
    assert counting.asked == 2
