"""The report in a real browser: it renders, its boxes are seen, nothing complains."""

from __future__ import annotations

import html as markup
import re
import shutil
import subprocess
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from docint.report.html import html
from docint.report.overview import as_html
from tests.report.made import look, report

pytestmark = pytest.mark.browser
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--virtual-time-budget=2000", "--hide-scrollbars", "--enable-logging=stderr", "--v=0",
)  # fmt: skip


def chromium() -> str:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    pytest.fail("these tests need Chromium: apt-get install chromium")


def browse(folder: Path, page: Path, *flags: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [chromium(), *FLAGS, f"--user-data-dir={folder / 'profile'}", *flags, page.as_uri()],
        check=True, capture_output=True, text=True, timeout=120,
    )  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("page")
    (made / "report.html").write_text(html(report(), look), encoding="utf-8")
    row = {"name": "甲", "report": "甲/report.json", "summary": None, "error": "损坏"}
    (made / "index.html").write_text(as_html("某办法", [row]), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def picture(folder: Path) -> npt.NDArray[np.int_]:
    shot = folder / "shot.png"
    browse(folder, folder / "report.html", f"--screenshot={shot}", "--window-size=1200,1800")
    return np.asarray(Image.open(shot).convert("RGB")).astype(int)


@pytest.mark.parametrize("page", ["report.html", "index.html"])
def test_the_browser_has_nothing_to_complain_about(folder: Path, page: str) -> None:
    done = browse(folder, folder / page, "--dump-dom")
    assert "</html>" in done.stdout
    assert not re.search(r"CONSOLE|Refused to|Content Security Policy", done.stderr)


def test_a_page_that_loads_from_elsewhere_would_be_noticed(folder: Path) -> None:
    bad = folder / "bad.html"
    text = (folder / "report.html").read_text("utf-8")
    bad.write_text(text.replace("<main>", "<main><script>1</script>"), encoding="utf-8")
    assert "CONSOLE" in browse(folder, bad, "--dump-dom").stderr


def test_names_of_applicants_are_shown_as_written(folder: Path) -> None:
    shown = browse(folder, folder / "report.html", "--dump-dom").stdout
    assert "甲<b>申报件</b>" in markup.unescape(shown)
    assert "<b>申报件" not in shown


def test_the_box_around_the_evidence_is_seen(picture: npt.NDArray[np.int_]) -> None:
    red = (picture[:, :, 0] > 160) & (picture[:, :, 1] < 90) & (picture[:, :, 2] < 90)
    # The frame's upper and lower edges are long runs of red in a row.
    assert (red.sum(axis=1) > 150).sum() >= 2


def test_the_digits_that_are_hidden_are_dark_on_the_cut(picture: npt.NDArray[np.int_]) -> None:
    grey = np.abs(picture - 60).max(axis=2) < 12
    assert (grey.sum(axis=1) > 100).any()


def test_nothing_is_wider_than_the_window(folder: Path) -> None:
    shot = folder / "narrow.png"
    browse(folder, folder / "report.html", f"--screenshot={shot}", "--window-size=500,1200")
    narrow = np.asarray(Image.open(shot).convert("RGB")).astype(int)
    assert narrow.shape[1] == 500
    # The ground shows at the right edge: nothing is cut off there.
    assert (np.abs(narrow[:, -4:] - narrow[5, -2]).max(axis=(1, 2)) < 6).mean() > 0.95
