"""The printer is asked once more when a busy machine was too slow for it."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from corpora import press


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
