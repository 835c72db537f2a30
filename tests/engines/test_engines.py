from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from docint import shelf
from docint.contracts import Engine, Reader
from docint.engines._rapid import load

FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
LINES = [
    "创新联合体合作协议",
    "甲方：深圳市某某科技有限公司",
    "金额：1,234,567.89元",
    "签订日期：2024年3月15日",
]


def font(size: int) -> Any:
    try:
        return ImageFont.truetype(FONT, size, index=2)
    except OSError:
        pytest.skip("no Chinese font")


def page() -> Any:
    image = Image.new("RGB", (1240, 900), "white")
    draw = ImageDraw.Draw(image)
    for number, text in enumerate(LINES):
        draw.text((150, 120 + number * 150), text, font=font(44), fill="black")
    return np.asarray(image)


@cache
def reader(name: str) -> Reader:
    engine: Engine = shelf.unit("engines", name, "engine")
    if not engine.available():
        pytest.skip(f"{name} is not installed")
    return engine.load(1)


def test_every_engine_has_its_name_and_a_version() -> None:
    for name, engine in shelf.units("engines", "engine").items():
        assert engine.name == name
        assert engine.version


def test_the_null_engine_sees_nothing() -> None:
    assert reader("null").read(page()).lines == ()
    assert reader("null").read_line(page()) == ("", 0.0)


def test_a_missing_program_is_admitted(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = shelf.unit("engines", "tesseract", "engine")
    monkeypatch.setattr("docint.engines.tesseract.which", lambda _: None)
    assert not engine.available()


@pytest.mark.slow
@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_page_is_read_whichever_way_it_lies(degrees: int) -> None:
    lying = np.ascontiguousarray(np.rot90(page(), degrees // 90))
    sight = reader("rapidocr").read(lying)
    assert sight.turned == degrees
    assert [line.text.replace(":", "：") for line in sight.lines] == LINES


@pytest.mark.slow
def test_characters_stand_where_they_are_printed() -> None:
    line = next(s for s in reader("rapidocr").read(page()).lines if s.text.startswith("甲方"))
    (x0, _), (x1, _) = line.corners[:2]
    begin = next(start for text, start, _ in line.spans if text == "深")
    printed = 150 + font(44).getlength("甲方：")
    assert x0 + (x1 - x0) * begin == pytest.approx(printed, abs=15)


@pytest.mark.slow
def test_a_blank_page_has_no_lines() -> None:
    assert reader("rapidocr").read(np.full((600, 400, 3), 255, np.uint8)).lines == ()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["rapidocr", "tesseract"])
def test_a_single_line_is_read(name: str) -> None:
    text, score = reader(name).read_line(np.ascontiguousarray(page()[410:490, 140:720]))
    assert "1,234,567.89" in text
    assert score > 0.8


@pytest.mark.slow
@pytest.mark.parametrize("backend", ["openvino", "onnxruntime"])
def test_both_runtimes_read_the_page(backend: str) -> None:
    sight = load(backend, threads=1).read(page())
    assert [line.text.replace(":", "：") for line in sight.lines] == LINES
