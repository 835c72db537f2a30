"""Nobody but ``report.json`` shows an ID number, a telephone or an account."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PIL import Image
from rich.console import Console

from docint import terminal
from docint.report.docx import docx
from docint.report.html import html
from docint.report.masked import masked
from docint.report.overview import as_csv, as_html, as_xlsx
from docint.report.pictures import picture
from docint.report.plain import plain
from docint.types.place import Box, Place
from tests.report.made import PRIVATE, SCAN, look, report, scan
from tests.submissions import ID_NUMBER

ROWS: list[dict[str, Any]] = [
    {
        "name": f"申报件 {ID_NUMBER}",
        "report": "a/report.json",
        "summary": {"high": 1, "medium": 0, "low": 0, "unknown": 1, "recommendation": "review"},
        "error": None,
    },
    {"name": "乙", "report": None, "summary": None, "error": f"联系电话 {PRIVATE[1]} 未读取"},
]


def unpacked(content: bytes) -> str:
    """All text of an Office file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(
            archive.read(name).decode("utf-8")
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        )


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    made = report()
    plainly = plain(made)
    console = Console(file=io.StringIO(), width=300, force_terminal=False)
    terminal.show_report(console, plainly, made.bundle.sources[0].content)
    assert isinstance(console.file, io.StringIO)
    return {
        "html": html(made, look),
        "docx": unpacked(docx(made, look)),
        "csv": as_csv(ROWS),
        "xlsx": unpacked(as_xlsx(ROWS, {ROWS[0]["name"]: plainly})),
        "index": as_html("某办法", ROWS, [{**f, "bundles": ["a"]} for f in plainly["findings"]]),
        "terminal": console.file.getvalue(),
    }


@pytest.mark.parametrize("page", ["html", "docx", "csv", "xlsx", "index", "terminal"])
@pytest.mark.parametrize("number", PRIVATE)
def test_no_private_number_is_shown_whole(pages: dict[str, str], page: str, number: str) -> None:
    assert number not in pages[page].replace(" ", "")


@pytest.mark.parametrize("page", ["html", "docx", "csv", "xlsx"])
def test_an_id_number_shows_its_first_six_and_last_two(pages: dict[str, str], page: str) -> None:
    assert ID_NUMBER[:6] + "*" * 10 + ID_NUMBER[-2:] in pages[page]


def test_masking_keeps_the_tree_and_what_is_no_text() -> None:
    tree = {"a": [ID_NUMBER, 7, None, True], "b": {"c": 0.5}}
    hidden = masked(tree)
    assert hidden["a"][1:] == [7, None, True]
    assert hidden["b"] == {"c": 0.5}
    assert hidden["a"][0] != ID_NUMBER


def test_a_cut_covers_the_digits_that_masking_hides() -> None:
    # Digits 7 to 16 stand at 60 + 12·(8 + n) points; the picture has two pixels a point.
    page = replace(scan(), lines=scan().lines[:1])
    made = picture(Place(SCAN, 1, Box(156, 100, 372, 120)), page, look)
    assert made
    cut = np.asarray(Image.open(io.BytesIO(made.cut)).convert("L"))
    wide = cut.shape[1] / 595
    columns = {n: int((156 + 12 * n + 6) * wide) for n in range(18)}
    dark = {n for n, x in columns.items() if (cut[:, x] < 100).sum() > 20}
    assert dark == set(range(6, 16))


def test_a_cut_frames_its_words_in_red() -> None:
    made = picture(Place(SCAN, 1, Box(156, 300, 372, 320)), scan(), look)
    assert made
    cut = np.asarray(Image.open(io.BytesIO(made.cut)).convert("RGB")).astype(int)
    red = (cut[:, :, 0] > 150) & (cut[:, :, 1] < 110) & (cut[:, :, 2] < 110)
    rows, columns = np.nonzero(red)
    assert rows.size
    scale = cut.shape[1] / 595
    assert abs(columns.min() - 154 * scale) < 6
    assert abs(columns.max() - 374 * scale) < 6
