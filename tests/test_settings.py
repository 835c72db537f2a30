from __future__ import annotations

from pathlib import Path

import pytest

from docint.errors import UsageError
from docint.settings import settings
from docint.types.limits import Limits


def written(tmp_path: Path, text: str) -> Path:
    (tmp_path / "docint.toml").write_text(text, "utf-8")
    return tmp_path


def test_without_file_and_environment_the_documented_limits_hold(tmp_path: Path) -> None:
    found = settings({}, tmp_path)
    assert found.limits == Limits()
    assert found.limits.upload == 512 * 1024**2
    assert found.limits.seconds(10) == 110
    assert found.dpi == 300
    assert found.cache is not None
    assert found.cache.name == "docint"


def test_a_file_sets_values_limits_and_what_the_service_asks(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        'dpi = 200\ncache = "off"\n[limits]\nupload = "1 GB"\nfiles = 50\npage_seconds = 5\n'
        '[service]\ndatabase = "x"\n',
    )
    found = settings({"DOCINT_SERVICE_PORT": "80", "PATH": "/bin"}, folder)
    assert (found.dpi, found.cache, found.limits.upload) == (200, None, 1024**3)
    assert (found.limits.files, found.limits.page_seconds) == (50, 5.0)
    assert found.service == {"database": "x", "port": "80"}


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    folder = written(tmp_path, "dpi = 200\n[limits]\nfiles = 50\nratio = 9\n")
    found = settings({"DOCINT_DPI": "150", "DOCINT_LIMITS_FILES": "60"}, folder)
    assert (found.dpi, found.limits.files, found.limits.ratio) == (150, 60, 9)


def test_another_file_can_be_named(tmp_path: Path) -> None:
    written(tmp_path, "dpi = 200")
    (tmp_path / "other.toml").write_text('cache = "~/x"\nsecond = ""')
    found = settings({"DOCINT_CONFIG": str(tmp_path / "other.toml")}, tmp_path)
    assert (found.dpi, found.cache, found.second) == (300, Path.home() / "x", "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("dp = 200", ("docint.toml", "dp ", "dpi")),
        ("[limits]\nfile_count = 3", ("docint.toml", "limits.file_count")),
        ("[limit]\nfiles = 3", ("docint.toml", "limit ")),
        ("limits = 3", ("docint.toml", "limits")),
        ('dpi = "many"', ("docint.toml", "dpi", "整数")),
        ("dpi = true", ("dpi", "整数")),
        ("dpi = 5000", ("dpi", "72 至 600")),
        ("ocr = 3", ("ocr", "文字")),
        ("[limits]\nfiles = 0", ("limits.files", "不小于 1")),
        ("[limits]\npage_seconds = inf", ("limits.page_seconds",)),
        ("[limits]\npage_seconds = nan", ("limits.page_seconds",)),
        ("workers = -1", ("workers", "不小于 0")),
        ("dpi = = 3", ("docint.toml", "TOML")),
    ],
)
def test_a_wrong_file_stops_with_one_sentence_that_names_file_and_key(
    tmp_path: Path, text: str, words: tuple[str, ...]
) -> None:
    with pytest.raises(UsageError) as raised:
        settings({}, written(tmp_path, text))
    assert all(word in str(raised.value) for word in words), str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("DOCINT_DPI", "many"),
        ("DOCINT_DIP", "200"),
        ("DOCINT_LIMITS_X", "1"),
        ("DOCINT_CONFIG", "/x"),
    ],
)
def test_a_wrong_variable_stops_and_is_named(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(UsageError, match=name):
        settings({name: text}, tmp_path)


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "docint.toml").write_bytes("ocr = '识别'".encode("gbk"))
    with pytest.raises(UsageError, match="编码"):
        settings({}, tmp_path)
