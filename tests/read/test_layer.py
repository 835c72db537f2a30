from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from docint.read.layer import differences, doubt_of, garbled_share, merged
from docint.types.place import Box
from docint.types.reading import Line, Page, Word

TEXT = "根据中华人民共和国公司法的规定本公司注册资本为一千万元"


def line(text: str, top: float = 100, score: float = 1.0) -> Line:
    box = Box(50, top, 50 + 12 * len(text), top + 12)
    return Line(text, box, (Word(text, box),), score)


def page(*lines: Line, notes: tuple[str, ...] = ()) -> Page:
    return Page(1, 595, 842, "text", "text", lines, notes=notes)


def drawn(*boxes: Box) -> Any:
    grey = np.full((842, 595), 255, np.uint8)
    for box in boxes:
        part = grey[int(box.top) : int(box.bottom), int(box.x0) : int(box.x1)]
        part[2:-2:3, 2:-2:2] = 0
    return grey


def test_a_layer_that_is_drawn_is_believed() -> None:
    stated = line(TEXT)
    assert stated.box
    assert doubt_of(page(stated), drawn(stated.box), 1.0) == ""


def test_a_layer_without_ink_is_not_what_the_page_shows() -> None:
    other = Box(50, 400, 500, 412)
    assert doubt_of(page(line(TEXT)), drawn(other), 1.0) == "invisible"


def test_print_beside_the_layer_makes_it_partial() -> None:
    stated = line(TEXT)
    assert stated.box
    beside = [Box(50, y, 500, y + 12) for y in range(200, 700, 30)]
    assert doubt_of(page(stated), drawn(stated.box, *beside), 1.0) == "partial"


def test_a_scan_with_a_hidden_layer_is_doubted() -> None:
    stated = line(TEXT)
    assert doubt_of(page(stated, notes=("text-invisible",)), drawn(), 1.0) == "invisible"
    assert doubt_of(page(stated, notes=("image-covers-page",)), drawn(), 1.0) == "covered"


@pytest.mark.parametrize(
    "text", ["\ue001\ue002\ue003文字", "(cid:12)(cid:13)", "ÖÐ»ªÈËÃñ¹²ºÍ¹ú", "\ufffd\ufffd公司"]
)
def test_characters_that_nobody_prints_are_garbled(text: str) -> None:
    assert garbled_share(text) > 0.05


def test_plain_text_is_not_garbled() -> None:
    assert garbled_share("注册资本：￥1,000.00（人民币）No.3·A×B") == 0.0


def test_a_figure_stated_otherwise_than_shown_is_told() -> None:
    (note,) = differences(
        [line("研发费用 1,234,567.00")], [line("研发费用 9,234,567.00", score=0.99)]
    )
    assert note.startswith("text-layer-conflict: ")
    assert "9,234,567.00" in note


def test_an_unsure_reading_accuses_no_layer() -> None:
    assert not list(differences([line("1,234,567.00")], [line("9,234,567.00", score=0.8)]))


def test_a_figure_that_merely_stands_elsewhere_in_the_layer_is_no_conflict() -> None:
    layer = [line("金额 1,234.00 另见"), line("9,876.00", top=200)]
    assert not list(differences(layer, [line("9,876.00", score=0.99)]))


def test_a_poor_scanners_layer_is_told_of_once() -> None:
    layer = [line(f"{n}111.00", top=n * 20.0) for n in range(1, 9)]
    seen = [line(f"{n}999.00", top=n * 20.0, score=0.99) for n in range(1, 9)]
    assert list(differences(layer, seen)) == ["text-layer-poor"]


def test_a_partial_layer_is_completed_not_replaced() -> None:
    lines = merged([line("甲方")], [line("甲万"), line("乙方", top=300)])
    assert [entry.text for entry in lines] == ["甲方", "乙方"]


def test_a_letter_that_looks_like_a_figure_is_no_conflict() -> None:
    seen = [line("91110105MAGRJUDWOP", score=0.99)]
    assert not list(differences([line("91110105MAGRJUDW0P")], seen))
    assert list(differences([line("91110105MAGRJUDW9P")], seen))
