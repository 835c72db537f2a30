"""The store: whole files under their hash, or nothing."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from docint_api.store import Store


def test_bytes_come_back_under_their_hash(tmp_path: Path) -> None:
    store = Store(tmp_path)
    blob = store.put(b"content")
    assert blob == sha256(b"content").hexdigest()
    assert store.get(blob) == b"content"
    assert list(store.blobs()) == [blob]


def test_the_same_bytes_lie_there_once(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store.put(b"content") == store.put(b"content")
    assert len(list(store.blobs())) == 1


def test_what_was_not_kept_leaves_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with store.staged() as file:
        file.write(b"half")
    assert list((tmp_path / "staged").iterdir()) == []
    assert list(store.blobs()) == []


def test_files_are_for_this_user_only(tmp_path: Path) -> None:
    store = Store(tmp_path / "data")
    blob = store.put(b"content")
    assert store.path(blob).stat().st_mode & 0o077 == 0
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0


def test_a_link_shows_the_bytes_under_another_name(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.link(store.put(b"content"), tmp_path / "in" / "证照" / "a.pdf")
    assert (tmp_path / "in" / "证照" / "a.pdf").read_bytes() == b"content"
