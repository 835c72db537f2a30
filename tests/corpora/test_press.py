"""What is asked of the printer, and what it may not do to the papers."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from corpora import press
from corpora.paper import Paper


def _printer(monkeypatch: pytest.MonkeyPatch, failures: int) -> list[float]:
    """A browser that fails some times, then prints; the times it was given."""
    given: list[float] = []

    def run(command: list[str], *, timeout: float, **_: Any) -> None:
        given.append(timeout)
        if len(given) <= failures:
            raise subprocess.TimeoutExpired(command, timeout)
        target = next(c.partition("=")[2] for c in command if c.startswith("--print-to-pdf="))
        Path(target).write_bytes(b"printed")

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(press, "chromium", lambda: "chromium")
    monkeypatch.setattr(press, "_true_to_size", lambda _: True)
    monkeypatch.setattr(press, "_split", lambda content, _: [content])
    return given


def test_a_slow_browser_is_asked_once_more_with_more_time(monkeypatch: pytest.MonkeyPatch) -> None:
    given = _printer(monkeypatch, 1)
    press.press([])
    assert given == [press.SECONDS, 3 * press.SECONDS]


def test_a_browser_that_fails_twice_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    given = _printer(monkeypatch, 2)
    with pytest.raises(subprocess.TimeoutExpired):
        press.press([])
    assert len(given) == 2


def test_a_browser_that_prints_at_once_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    given = _printer(monkeypatch, 0)
    press.press([])
    assert given == [press.SECONDS]


def _paper(layout: str, width: str) -> Paper:
    body = f'<div style="width:{width};border:1px solid">纸</div>'
    return Paper("gsxt", "报告", f"main/{layout}", "", body, "size:A4;margin:15mm", {}, set(), [])


@pytest.mark.browser
def test_papers_that_fit_are_printed() -> None:
    assert len(press.press([_paper("narrow", "100mm"), _paper("full", "180mm")])) == 2


@pytest.mark.browser
def test_a_paper_wider_than_its_sheet_is_named() -> None:
    papers = [_paper("narrow", "100mm"), _paper("wide", "184mm"), _paper("full", "180mm")]
    with pytest.raises(press.TooWideError, match=r"^gsxt main/wide$"):
        press.press(papers)
