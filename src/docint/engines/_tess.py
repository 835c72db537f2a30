"""Questions to the ``tesseract`` program."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
import pytesseract

from docint.contracts import Seen, Sight

if TYPE_CHECKING:
    from docint.contracts import Image

LANGUAGE = "chi_sim"
HEIGHT = 64
"""Pixels a line is scaled to: Tesseract reads best at 30 to 40 pixels a capital."""
MARGIN = 12
"""White pixels around a line; glyphs at the very edge are lost."""
PATIENCE = 60
"""Seconds after which a question is given up."""


class TessReader:
    """Starts the program for each image."""

    def __init__(self, threads: int) -> None:
        # read by the program when it starts; one line is too little work for more than one
        self._threads = threads or 0

    def read(self, image: Image) -> Sight:
        """Read a page; see `docint.contracts.Reader`."""
        turned = _turned(image)
        if turned:
            image = np.ascontiguousarray(np.rot90(image, -turned // 90))
        data = _ask(image, "--psm 3", self._threads)
        return Sight(tuple(_lines(data)), turned)

    def read_line(self, image: Image) -> tuple[str, float]:
        """Read a crop that holds a single upright line."""
        if min(image.shape[:2]) < 2:
            return "", 0.0
        data = _ask(_framed(image), "--psm 7", 1)
        lines = list(_lines(data))
        if not lines:
            return "", 0.0
        text = " ".join(line.text for line in lines)
        return text, sum(line.score for line in lines) / len(lines)


def languages() -> frozenset[str]:
    """Language data that are installed."""
    try:
        return frozenset(pytesseract.get_languages(config=""))
    except (pytesseract.TesseractError, OSError, RuntimeError):
        return frozenset()


def version() -> str:
    """The program's version."""
    return str(pytesseract.get_tesseract_version())


def _framed(image: Image) -> Image:
    factor = HEIGHT / image.shape[0]
    way = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    scaled = cv2.resize(image, None, fx=factor, fy=factor, interpolation=way)
    white = (255, 255, 255)
    framed: Any = cv2.copyMakeBorder(
        scaled, MARGIN, MARGIN, MARGIN, MARGIN, cv2.BORDER_CONSTANT, value=white
    )
    return framed  # type: ignore[no-any-return]


def _turned(image: Image) -> int:
    """Degrees clockwise that set the page upright, as the program's own detection says."""
    try:
        told = pytesseract.image_to_osd(
            image, config="--psm 0", output_type=pytesseract.Output.DICT, timeout=PATIENCE
        )
    except (pytesseract.TesseractError, RuntimeError):
        return 0  # too few characters to tell
    sure = float(told.get("orientation_conf", 0)) > 1.0
    return int(told.get("rotate", 0)) % 360 if sure else 0


def _ask(image: Image, config: str, threads: int) -> Mapping[str, list[Any]]:
    before = os.environ.get("OMP_THREAD_LIMIT")
    if threads:
        os.environ["OMP_THREAD_LIMIT"] = str(threads)
    try:
        return pytesseract.image_to_data(  # type: ignore[no-any-return]
            image,
            lang=LANGUAGE,
            config=f"{config} -c preserve_interword_spaces=1",
            output_type=pytesseract.Output.DICT,
            timeout=PATIENCE,
        )
    except (pytesseract.TesseractError, RuntimeError):
        return {"text": []}
    finally:
        if before is None:
            os.environ.pop("OMP_THREAD_LIMIT", None)
        else:
            os.environ["OMP_THREAD_LIMIT"] = before


def _lines(data: Mapping[str, list[Any]]) -> Iterator[Seen]:
    """Words of one line as one line, with their spans."""
    groups: dict[tuple[int, ...], list[int]] = {}
    for i, text in enumerate(data["text"]):
        if str(text).strip() and float(data["conf"][i]) >= 0:
            key = tuple(int(data[k][i]) for k in ("block_num", "par_num", "line_num"))
            groups.setdefault(key, []).append(i)
    for members in groups.values():
        yield _line(data, members)


def _line(data: Mapping[str, list[Any]], members: list[int]) -> Seen:
    boxes = [tuple(int(data[k][i]) for k in ("left", "top", "width", "height")) for i in members]
    x0, x1 = min(b[0] for b in boxes), max(b[0] + b[2] for b in boxes)
    top, bottom = min(b[1] for b in boxes), max(b[1] + b[3] for b in boxes)
    words = [str(data["text"][i]).strip() for i in members]
    length = max(1, x1 - x0)
    spans = tuple(
        (word, (b[0] - x0) / length, (b[0] + b[2] - x0) / length)
        for word, b in zip(words, boxes, strict=True)
    )
    score = sum(float(data["conf"][i]) for i in members) / len(members) / 100
    # the program sets Chinese characters apart; only between Latin words is a blank printed
    text = re.sub(r"(?<=[^\x00-\x7f]) +| +(?=[^\x00-\x7f])", "", " ".join(words))
    corners = ((x0, top), (x1, top), (x1, bottom), (x0, bottom))
    return Seen(text, score, tuple((float(x), float(y)) for x, y in corners), spans)
