"""Choices of a labour contract that are boxes: ticked in the text, or only in the picture."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import numpy.typing as npt
import pytest

from docint.contracts import Tools
from docint.kinds.labor_contract.kind import find
from docint.types.place import Place
from tests.printed import document_of, printed_page

Image = npt.NDArray[np.uint8]
FORM = """劳动合同书
甲方：江陵云帆航空技术有限公司    乙方：苗青禾
一、合同期限：{term}
固定期限自2024年3月1日起至2027年2月28日止。
二、用工形式：{hours}
"""


def read(text: str, tools: Tools, origin: str = "ocr") -> dict[str, object]:
    page = printed_page(text, origin="ocr" if origin == "ocr" else "text", score=0.98)
    facts = find(document_of("labor-contract", page), tools)
    return {str(item.path[0]): item.value for item in facts.items}


def looking(ticked: Callable[[Place], bool]) -> Tools:
    """Every place shows a box, ticked where it is said to be."""

    def look(place: Place) -> Image:
        image = np.full((54, 86, 3), 240, np.uint8)
        cv2.rectangle(image, (36, 12), (64, 40), (30, 30, 30), 2)
        if ticked(place):
            cv2.line(image, (40, 16), (60, 36), (20, 30, 90), 4)
        return image

    return Tools(look=look)


SIDE = FORM.format(term="口固定期限", hours="口全日制用工      口非全日制用工")


@pytest.mark.parametrize(("left", "value"), [(True, True), (False, False)])
def test_the_picture_of_a_scan_tells_full_time_from_part_time(left: bool, value: bool) -> None:
    tools = looking(lambda place: (place.box.x0 < 150 if place.box else False) is left)
    assert read(SIDE, tools)["full_time"] is value


@pytest.mark.parametrize("ticked", [True, False])
def test_boxes_all_alike_or_unseen_choose_nothing(ticked: bool) -> None:
    assert "full_time" not in read(SIDE, looking(lambda _: ticked))
    assert "full_time" not in read(SIDE, Tools())


@pytest.mark.parametrize(
    ("hours", "value"),
    [("☑全日制 □非全日制", True), ("□全日制 ☑非全日制", False), ("全日制用工", True)],
)
def test_a_tick_in_the_text_needs_no_picture(hours: str, value: bool) -> None:
    said = read(FORM.format(term="固定期限", hours=hours), Tools(), origin="text")
    assert said["full_time"] is value
