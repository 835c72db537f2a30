from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import cv2
import numpy as np

from docint.contracts import Opened, Seen, Sheet, Sight
from docint.errors import UnreadableError
from docint.read.ink import BLANK
from docint.read.reading import Limits, read, without_backs
from docint.types.place import Box
from docint.types.reading import Line, Page, Traces, Word

TEXT = "根据中华人民共和国公司法的规定本公司注册资本为一千万元"
BOX = Box(60, 100, 400, 114)


@dataclass
class FakeReader:
    turned: int = 0
    text: str = "图像上的文字"
    asked: int = 0

    def read(self, image: Any) -> Sight:
        self.asked += 1
        corners = ((100.0, 200.0), (400.0, 200.0), (400.0, 240.0), (100.0, 240.0))
        spans = tuple(
            (c, i / len(self.text), (i + 1) / len(self.text)) for i, c in enumerate(self.text)
        )
        return Sight((Seen(self.text, 0.99, corners, spans),), self.turned)

    def read_line(self, image: Any) -> tuple[str, float]:
        return "", 0.0


@dataclass
class FakeSheet:
    number: int
    layer: Page | None = None
    picture: Any = None
    fault: Exception | None = None
    size: tuple[float, float] = (595.0, 842.0)

    def printed(self) -> Page | None:
        if self.fault:
            raise self.fault
        return self.layer

    def image(self, dpi: int) -> Any:
        return self.picture


@dataclass
class FakeOpened:
    sheets: Sequence[Sheet]
    traces: Traces = field(default_factory=Traces)
    data: Mapping[str, Any] | None = None
    closed: bool = False

    def close(self) -> None:
        self.closed = True


@dataclass
class FakeFormat:
    opened: FakeOpened
    name: str = "fake"
    suffixes: tuple[str, ...] = ()

    def recognises(self, head: bytes) -> bool:
        return True

    def open(self, content: bytes) -> Opened:
        return self.opened


def picture(width: int = 1190, height: int = 1684) -> Any:
    image = np.full((height, width, 3), 255, np.uint8)
    for x in range(140, 780, 12):
        cv2.rectangle(image, (x, 204), (x + 5, 224), (0, 0, 0), -1)
    return image


def layer(number: int = 1, notes: tuple[str, ...] = ()) -> Page:
    line = Line(TEXT, BOX, (Word(TEXT, BOX),))
    return Page(number, 595, 842, "text", "text", (line,), notes=notes)


def pages(reader: Any, *sheets: FakeSheet, limits: Limits | None = None) -> tuple[Page, ...]:
    form = FakeFormat(FakeOpened(sheets))
    reading = read(b"", "0" * 64, form, reader, engine="fake", limits=limits)
    assert form.opened.closed
    return reading.pages


def test_a_believable_layer_costs_no_ocr() -> None:
    def never() -> FakeReader:
        raise AssertionError("the engine was loaded")

    (page,) = pages(never, FakeSheet(1, layer(), picture()))
    assert (page.origin, page.text) == ("text", TEXT)


def test_a_scan_is_read_with_boxes_in_points() -> None:
    (page,) = pages(FakeReader(), FakeSheet(1, None, picture()))
    assert (page.origin, page.reader) == ("ocr", "fake")
    assert page.lines[0].box == Box(50, 100, 200, 120)
    assert [word.text for word in page.lines[0].words] == list("图像上的文字")


def test_a_sideways_page_has_the_measures_of_the_upright_one() -> None:
    (page,) = pages(FakeReader(turned=90), FakeSheet(1, None, picture(1684, 1190), size=(842, 595)))
    assert (page.turned, page.width, page.height) == (90, 595, 842)
    assert page.lines[0].box == Box(50, 100, 200, 120)


def test_a_hidden_layer_is_read_anew_and_compared() -> None:
    hidden = layer(notes=("text-invisible",))
    (page,) = pages(FakeReader(), FakeSheet(1, hidden, picture()))
    assert page.origin == "ocr"
    assert "text-layer-invisible" in page.notes


def test_the_engine_is_loaded_once_for_all_pages() -> None:
    loaded = []

    def load() -> FakeReader:
        loaded.append(1)
        return FakeReader()

    assert len(pages(load, *(FakeSheet(n, None, picture()) for n in (1, 2, 3)))) == 3
    assert len(loaded) == 1


def test_a_page_that_fails_costs_only_itself() -> None:
    faults = [ValueError("x"), UnreadableError("第1页已损坏")]
    found = pages(
        FakeReader(),
        *(FakeSheet(n, fault=f) for n, f in enumerate(faults, 1)),
        FakeSheet(3, None, picture()),
    )
    assert [bool(page.problem) for page in found] == [True, True, False]
    assert found[1].problem == "第1页已损坏"


def test_a_blank_page_is_said_to_be_blank_without_ocr() -> None:
    reader = FakeReader()
    (page,) = pages(reader, FakeSheet(1, None, np.full((1684, 1190, 3), 250, np.uint8)))
    assert (page.problem, reader.asked) == ("页面为空白", 0)


def test_pages_over_the_limit_are_listed_as_unread() -> None:
    found = pages(
        FakeReader(),
        FakeSheet(1, layer(), picture()),
        FakeSheet(2, layer(2), picture()),
        limits=Limits(pages=1),
    )
    assert found[0].problem == ""
    assert "超过1页" in found[1].problem


def test_reading_stops_when_its_time_is_up() -> None:
    found = pages(
        FakeReader(), FakeSheet(1, layer(), picture()), limits=Limits(seconds=-1, seconds_a_page=0)
    )
    assert "超过时限" in found[0].problem


def test_characters_in_a_column_join_their_rows() -> None:
    class Labels(FakeReader):
        def read(self, image: Any) -> Sight:
            column = Seen(
                "名类",
                1.0,
                ((140, 200), (140, 300), (100, 300), (100, 200)),
                (("名", 0.0, 0.4), ("类", 0.6, 1.0)),
            )
            rows = [
                Seen(
                    t,
                    1.0,
                    ((220, y), (420, y), (420, y + 36), (220, y + 36)),
                    tuple((c, i / 5, (i + 1) / 5) for i, c in enumerate(t)),
                )
                for t, y in (("称某某公司", 202), ("型有限责任", 262))
            ]
            return Sight((column, *rows))

    (page,) = pages(Labels(), FakeSheet(1, None, picture()))
    assert [line.text for line in page.lines] == ["名 称某某公司", "类 型有限责任"]


def test_a_blank_back_is_not_unread_but_a_blank_file_is() -> None:
    front = Page(1, 595, 842, "ocr", lines=(Line("营业执照", None),))
    back = Page(2, 595, 842, "none", problem=BLANK)
    torn = Page(3, 595, 842, "none", problem="页面过暗，无法辨认，请重新扫描后提交")
    assert [page.problem for page in without_backs([front, back, torn])] == ["", "", torn.problem]
    assert without_backs([back])[0].problem == BLANK
