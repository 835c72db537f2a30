from __future__ import annotations

import gzip
import json
import multiprocessing
import os
import stat
import time
from dataclasses import replace
from pathlib import Path

import pytest

from docint import cache
from docint.cache import Readings
from docint.types.place import Box
from docint.types.reading import Cell, Code, Line, Page, Reading, Seal, Table, Traces, Word


def page(number: int, lines: int = 3, words: int = 4) -> Page:
    box = Box(1.1, 2.2 + number, 1 / 3, 4.4)
    line = Line("深圳市某某公司", box, (Word("深", box, 0.9),) * words, 0.97)
    return Page(
        number,
        595.3,
        841.9,
        "ocr",
        "rapidocr",
        lines=(line,) * lines + (Line("第一段", None, where="第1段"),),
        tables=(Table((Cell(0, 0, "项目", box), Cell(0, 1, "金额", where="表1")), box),),
        seals=(Seal("某某公司", "red", "round", box, 0.5),),
        codes=(Code("QRCode", "http://x", box),),
        turned=90,
        notes=("text-layer-garbled",),
    )


def reading(pages: int = 3, lines: int = 3, words: int = 4) -> Reading:
    return Reading(
        "ab" * 32,
        "pdf",
        tuple(page(number, lines, words) for number in range(1, pages + 1)),
        Traces("WPS", revisions=2, signatures=({"name": "某某", "valid": True},)),
        {"lead": {"name": "某某"}, "team": [1, 2.5, None]},
    )


def test_a_reading_comes_back_exactly_as_it_was(tmp_path: Path) -> None:
    kept = reading()
    Readings(tmp_path / "c").put("key", kept)
    assert Readings(tmp_path / "c").get("key") == kept


@pytest.mark.parametrize(
    "kept",
    [
        Reading("s", "json", ()),
        Reading("s", "json", (), data={}),
        Reading("s", "image", (Page(1, 0, 0, "none", problem="空白页"),)),
    ],
)
def test_bare_readings_come_back_too(tmp_path: Path, kept: Reading) -> None:
    Readings(tmp_path).put("key", kept)
    assert Readings(tmp_path).get("key") == kept


def test_another_key_gives_nothing(tmp_path: Path) -> None:
    Readings(tmp_path).put("sha rapidocr 300dpi", reading())
    assert Readings(tmp_path).get("sha rapidocr 200dpi") is None
    assert Readings(tmp_path / "nowhere").get("sha") is None


@pytest.mark.slow
def test_forty_pages_load_far_faster_than_one_is_read(tmp_path: Path) -> None:
    shelf = Readings(tmp_path)
    shelf.put("key", reading(pages=40, lines=35, words=25))
    best = min(timed(shelf) for _ in range(5))
    assert best < 0.2  # half of that on two idle cores


def timed(shelf: Readings) -> float:
    start = time.process_time()
    assert shelf.get("key") is not None
    return time.process_time() - start


def test_entries_are_for_this_user_only(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        Readings(tmp_path / "a" / "c").put("key", reading())
    finally:
        os.umask(old)
    (entry,) = (tmp_path / "a" / "c").iterdir()
    assert stat.S_IMODE(entry.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "a" / "c").stat().st_mode) == 0o700


@pytest.mark.parametrize("damage", ["cut", "flip", "empty", "text", "list", "nulls", "shorter"])
def test_a_damaged_entry_is_ignored_and_written_anew(tmp_path: Path, damage: str) -> None:
    shelf, kept = Readings(tmp_path), reading()
    shelf.put("key", kept)
    (path,) = tmp_path.iterdir()
    whole = path.read_bytes()
    entry = json.loads(gzip.decompress(whole))
    if damage == "shorter":
        entry["reading"]["pages"][1]["number"].pop()
    if damage == "nulls":
        entry["reading"]["pages"] = None
    bad = {
        "cut": whole[:-20],
        "flip": whole[:60] + bytes([whole[60] ^ 255]) + whole[61:],
        "empty": b"",
        "text": b"hello",
        "list": gzip.compress(b"[]"),
    }.get(damage, gzip.compress(json.dumps(entry).encode()))
    path.write_bytes(bad)
    assert shelf.get("key") is None
    shelf.put("key", kept)
    assert shelf.get("key") == kept


def test_an_entry_of_another_shape_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Readings(tmp_path).put("key", reading())
    monkeypatch.setattr(cache, "_shape", lambda kind: "newer")
    assert Readings(tmp_path).get("key") is None


def test_the_longest_unused_entries_go_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "SWEEP_EVERY", 1)
    Readings(tmp_path).put("0", reading())
    (entry,) = tmp_path.iterdir()
    shelf = Readings(tmp_path, size=entry.stat().st_size * 3 + 200)
    for number in range(1, 3):
        shelf.put(str(number), reading())
    for age, key in ((300, "0"), (200, "1"), (100, "2")):
        os.utime(shelf._path(key), (time.time() - age,) * 2)
    assert shelf.get("0") is not None  # now the youngest
    shelf.put("3", reading())
    assert [key for key in "0123" if shelf.get(key)] == ["0", "2", "3"]


def test_what_a_dead_process_left_half_written_is_removed(tmp_path: Path) -> None:
    left = tmp_path / (cache.TEMPORARY + "x")
    left.write_bytes(b"half")
    os.utime(left, (0, 0))
    Readings(tmp_path).put("key", reading())
    assert not left.exists()


def test_what_cannot_be_kept_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    Readings(tmp_path / "file").put("key", reading())
    assert Readings(tmp_path / "file").get("key") is None
    Readings(tmp_path).put("key", replace(reading(), data={"odd": object()}))
    assert Readings(tmp_path).get("key") is None


def _keep_and_get(directory: str) -> int:
    shelf, kept = Readings(Path(directory)), reading()
    good = 0
    for number in range(60):
        shelf.put(str(number % 3), kept)
        good += shelf.get(str(number % 3)) == kept
    return good


def test_processes_that_share_a_folder_see_whole_entries_only(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        assert pool.map(_keep_and_get, [str(tmp_path)] * 3) == [60] * 3
    assert not list(tmp_path.glob(cache.TEMPORARY + "*"))
