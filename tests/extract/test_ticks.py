from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import numpy.typing as npt
import pytest

from docint.contracts import Tools
from docint.extract.flow import page_flow
from docint.extract.ticks import chosen, inked
from docint.types.place import Place
from tests.printed import SIZE, document_of, printed_page

Image = npt.NDArray[np.uint8]
INK = (40, 40, 60)
SCALE = 3.0


def paper(high: int = 60, wide: int = 110) -> Image:
    noise = np.random.default_rng(1).normal(0, 6, (high, wide, 3))
    return np.clip(238 + noise, 0, 255).astype(np.uint8)


def box(image: Image, x: int, y: int, side: int, mark: str) -> Image:
    drawn = image.copy()
    cv2.rectangle(drawn, (x, y), (x + side, y + side), INK, 2)
    if mark == "tick":
        points = np.array(
            [[x + 3, y + side // 2], [x + side // 2, y + side - 3], [x + side + 8, y - 6]]
        )
        cv2.polylines(drawn, [points.astype(np.int32)], False, INK, 3)
    if mark == "cross":
        cv2.line(drawn, (x + 4, y + 4), (x + side - 4, y + side - 4), INK, 3)
        cv2.line(drawn, (x + side - 4, y + 4), (x + 4, y + side - 4), INK, 3)
    if mark == "full":
        cv2.rectangle(drawn, (x, y), (x + side, y + side), INK, -1)
    return drawn


@pytest.mark.parametrize("mark", ["tick", "cross", "full"])
@pytest.mark.parametrize("side", [22, 32, 40])
def test_ink_inside_a_box_tells_it_from_an_empty_one(mark: str, side: int) -> None:
    empty, ticked = (inked(box(paper(), 50, 12, side, m), 40.0) for m in ("", mark))
    assert empty is not None
    assert ticked is not None
    assert empty <= 0.03
    assert ticked >= 0.08


def test_print_strokes_and_paper_are_no_box() -> None:
    assert inked(paper(), 40.0) is None
    stroke = paper()
    cv2.polylines(stroke, [np.array([[30, 30], [45, 45], [80, 10]], np.int32)], False, INK, 4)
    assert inked(stroke, 40.0) is None


def looks(row: str, marks: dict[int, str]) -> Callable[[Place], Image | None]:
    """A page of one row whose boxes stand where the text has 口."""
    page = paper(400, 2400)
    x = 40.0
    for number, char in enumerate(row):
        width = SIZE if ord(char) > 0x2E80 else SIZE / 2
        if char == "口":
            page = box(
                page, round(x * SCALE) + 4, round(80 * SCALE / 3) + 4, 26, marks.get(number, "")
            )
        x += width

    def look(place: Place) -> Image | None:
        assert place.box is not None
        pad = 0.25 * place.box.height
        left, right = (round(v * SCALE) for v in (place.box.x0 - pad, place.box.x1 + pad))
        high = round(1.5 * place.box.height * SCALE)
        return page[80 - 9 : 80 - 9 + high, left:right]

    return look


ROW = "口固定期限 口无固定期限"


@pytest.mark.parametrize(
    ("marks", "answer"),
    [({0: "tick"}, 0), ({6: "cross"}, 1), ({}, None), ({0: "tick", 6: "tick"}, None)],
)
def test_the_only_filled_box_is_the_choice(marks: dict[int, str], answer: int | None) -> None:
    document = document_of("labor-contract", printed_page(ROW, origin="ocr", score=0.97))
    flow = page_flow(document.leaves[0], "")
    options = [flow.text.index("固定"), flow.text.index("无固定")]
    assert chosen(flow, options, Tools(look=looks(ROW, marks))) == answer


def test_files_with_a_text_layer_are_not_looked_at() -> None:
    document = document_of("labor-contract", printed_page(ROW))
    flow = page_flow(document.leaves[0], "")
    assert chosen(flow, [1, 6], Tools(look=looks(ROW, {0: "tick"}))) is None
