"""The store: whole files under their hash, or nothing; in a folder and in a bucket."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

import pytest
from docint_api.backups import backup, restore
from docint_api.blobs import Far, UnreachableError
from docint_api.keeping import clean, sweep_blobs
from docint_api.store import Store

from docint.errors import DocintError
from tests.api.bucket import bucket
from tests.api.house import API, built, parts


@pytest.fixture(scope="module")
def far() -> Iterator[str]:
    """The URL of a bucket."""
    with bucket() as url:
        yield url


@pytest.fixture(params=["folder", "bucket"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where blobs go: each test into a place of its own."""
    return f"{request.getfixturevalue('far')}/{tmp_path.name}" if request.param == "bucket" else ""


@pytest.fixture
def store(tmp_path: Path, url: str) -> Store:
    return Store(tmp_path / "data", url)


def test_bytes_come_back_under_their_hash(store: Store) -> None:
    blob = store.put(b"content")
    assert blob == sha256(b"content").hexdigest()
    assert store.get(blob) == b"content"
    assert list(store.blobs.listed()) == [blob]


def test_what_is_not_there_is_not_found(store: Store) -> None:
    with pytest.raises(FileNotFoundError):
        store.get("0" * 64)


def test_the_same_bytes_lie_there_once(store: Store) -> None:
    assert store.put(b"content") == store.put(b"content")
    assert len(list(store.blobs.listed())) == 1


def test_what_was_not_kept_leaves_nothing(tmp_path: Path, store: Store) -> None:
    with store.staged() as file:
        file.write(b"half")
    store.put(b"content")
    assert list((tmp_path / "data" / "staged").iterdir()) == []
    assert len(list(store.blobs.listed())) == 1


def test_large_files_come_back_whole(tmp_path: Path, store: Store) -> None:
    content = bytes(range(256)) * (11 << 12)  # 11 MiB: more than one part
    (tmp_path / "large").write_bytes(content)
    blob = store.put_file(tmp_path / "large")
    store.blobs.copy(blob, tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == content


def test_a_blob_is_shown_under_another_name(tmp_path: Path, store: Store) -> None:
    store.show(store.put(b"content"), tmp_path / "in" / "证照" / "a.pdf")
    assert (tmp_path / "in" / "证照" / "a.pdf").read_bytes() == b"content"


def test_what_was_wanted_since_is_not_removed(store: Store) -> None:
    blob = store.put(b"content")
    assert not store.blobs.remove(blob, time.time() - 60)
    assert store.blobs.remove(blob, time.time() + 60)
    assert list(store.blobs.listed()) == []


def test_files_are_for_this_user_only(tmp_path: Path) -> None:
    Store(tmp_path / "data").put(b"content")
    for path in (tmp_path / "data").rglob("*"):
        assert path.stat().st_mode & 0o077 == 0
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0


def test_a_file_that_breaks_off_on_its_way_does_not_appear(tmp_path: Path, far: str) -> None:
    store = Store(tmp_path, f"{far}/broken")
    with (
        patch("docint_api.blobs.shutil.copyfileobj", side_effect=OSError("broken off")),
        pytest.raises(UnreachableError, match="没有应答"),
    ):
        store.put(b"content")
    assert list(store.blobs.listed()) == []
    assert list((tmp_path / "staged").iterdir()) == []


def test_a_bucket_that_is_not_there_is_said_at_the_start(far: str) -> None:
    assert far
    with pytest.raises(DocintError, match="不存在"):
        Far("s3://no-such-bucket/files")


def test_without_the_extra_it_says_what_to_install() -> None:
    with (
        patch.dict(sys.modules, {"fsspec": None}),
        pytest.raises(DocintError, match=r"pip install 'docint\[s3\]'"),
    ):
        Far("s3://docint/files")


@pytest.mark.slow
def test_a_submission_lives_in_a_bucket_and_leaves_nothing_behind(
    tmp_path: Path, far: str, folder: Path
) -> None:
    place = f"{far}/whole"
    house = built(tmp_path, files=place)
    number = house.screened(folder)
    for path in ("/report", "/report?format=docx", "/pages/1", "/pages/1?width=100"):
        assert house.get(f"{API}/{number}{path}").status_code == 200
    assert not (tmp_path / "data" / "blobs").exists()
    backup(house.running.database, house.running.store, tmp_path / "backup")
    again = built(tmp_path / "again", files=f"{far}/again")
    (tmp_path / "again" / "data" / "docint.sqlite").unlink()
    restore(tmp_path / "backup", again.configuration.service)
    listed = list(house.running.store.blobs.listed())
    assert list(again.running.store.blobs.listed()) == listed
    house.client.delete(f"{API}/{number}", headers=house.headers("submitter"))
    clean(house.running.database, house.running.store, house.configuration.service)
    sweep_blobs(house.running.database, house.running.store, age=-10)
    assert list(house.running.store.blobs.listed()) == []


def test_while_the_files_cannot_be_reached_nothing_is_accepted(
    tmp_path: Path, far: str, folder: Path
) -> None:
    house = built(tmp_path, files=f"{far}/down")
    with patch("docint_api.blobs.shutil.copyfileobj", side_effect=OSError("down")):
        answer = house.post(API, files=parts(folder), data={"policy": "futian-2023"})
    assert answer.status_code == 503
    assert answer.headers["content-type"] == "application/problem+json"
    assert house.get(API).json()["items"] == []
