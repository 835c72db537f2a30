"""The evaluation as a page: self-contained, the worst first, each with its place."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from docint.evaluate.compare import Judged
from docint.evaluate.corpus import Case
from docint.evaluate.curve import curve
from docint.evaluate.cuts import GREEN, RED, cuts, key
from docint.evaluate.measure import Bin, evaluate
from docint.evaluate.page import html
from docint.types.place import Box
from docint.types.reading import Line, Page, Reading
from docint.types.source import Bundle, Source

ID_NUMBER = "440304197003051234"


def _leaf(value: str, confidence: float | None = None, **more: Any) -> dict[str, Any]:
    made: dict[str, Any] = {"value": value, "text": value, "page": 1, "box": None, **more}
    return made if confidence is None else made | {"confidence": confidence}


def _document(**facts: dict[str, Any]) -> dict[str, Any]:
    parts = [{"file": "a.jpg", "pages": [1]}]
    return {"type": "id-card", "parts": parts, "origin": "scan", "facts": facts}


GOLD: dict[str, Any] = {
    "policy": "futian-2023", "quality": "office", "declared": {}, "planted": [], "pages": [],
    "documents": [_document(
        name=_leaf("甲", box=[0.2, 0.2, 0.4, 0.3]), sex=_leaf("男"), address=_leaf("某<地>"),
        id_number=_leaf(ID_NUMBER),
    )],
}  # fmt: skip
REPORT: dict[str, Any] = {
    "declared": {}, "findings": [],
    "documents": [_document(
        name=_leaf("乙", 0.97, box=[0.2, 0.2, 0.5, 0.3]), sex=_leaf("女", 0.5),
        id_number=_leaf(ID_NUMBER[:-1] + "5", 0.6),
    )],
}  # fmt: skip


def _wrong() -> Judged:
    gold = GOLD["documents"][0]["facts"]["name"]
    found = REPORT["documents"][0]["facts"]["name"]
    return Judged("id-card", "name", "scan", gold, found, right=False, file="a.jpg")


def _cut() -> dict[Any, bytes]:
    bundle = Bundle("a", "0" * 64, (Source("a.jpg", "f" * 64, 1, Path("a.jpg")),))
    line = Line("公民身份号码" + ID_NUMBER, Box(40, 72, 160, 88))
    page = Page(1, 200, 300, "ocr", lines=(line,))
    white = np.full((600, 400, 3), 255, np.uint8)
    readings = {"f" * 64: Reading("f" * 64, "image", (page,))}
    return cuts([_wrong()], bundle, readings, lambda *_: white, 5)


@pytest.fixture(scope="module")
def page() -> str:
    case = Case("001", REPORT, GOLD, {}, _cut())
    return html(evaluate([(REPORT, GOLD)], (), ["001"]), [case], "某语料")


def test_the_page_loads_nothing_from_elsewhere(page: str) -> None:
    loaded = re.findall(r"(?:src|href|srcset)\s*=\s*[\"']([^\"']*)", page)
    assert all(link.startswith(("data:image/jpeg;base64,", "#")) for link in loaded)
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert not re.search(r"@import|url\(", page)


def test_the_worst_come_first_and_what_is_missing_last(page: str) -> None:
    worst = page.split('id="worst"')[1]
    order = [worst.index(f"</b> {name}") for name in ("name", "id_number", "sex", "address")]
    assert order == sorted(order)
    assert "data:image/jpeg;base64," in worst


def test_what_papers_say_stays_text_and_personal_numbers_are_masked(page: str) -> None:
    assert "某&lt;地&gt;" in page
    assert ID_NUMBER not in page
    assert ID_NUMBER[:6] in page


def test_a_cut_frames_reading_and_gold_and_covers_personal_numbers() -> None:
    pixels = np.asarray(Image.open(io.BytesIO(_cut()[key(_wrong())])).convert("RGB")).astype(int)
    for color in (RED, GREEN):
        assert (np.abs(pixels - np.array(color)).sum(axis=2) < 90).any()
    assert (pixels.max(axis=2) < 90).mean() > 0.02  # the number is painted over
    assert pixels.shape[1] < 400  # the place, not the page


def test_the_curve_has_a_dot_for_each_bin_within_its_frame() -> None:
    drawn = curve([Bin(0.9, 1, 0.9, 0.0), Bin(0.98, 2000, 0.985, 1.0)])
    dots = re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"', drawn)
    assert len(dots) == 2
    assert all(0 <= float(x) <= 420 and 0 <= float(y) <= 300 for x, y, _ in dots)
    assert float(dots[0][2]) < float(dots[1][2])
