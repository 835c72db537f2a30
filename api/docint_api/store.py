"""Files by their content (文件库): what lies under a hash never changes and is written whole."""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pydantic_core import from_json

from docint_api.blobs import blobs

CHUNK = 1 << 20
REMEMBERED = 64
"""Lists of pages kept in memory."""
STALE = 24 * 3600.0
"""Seconds after which a staged file belongs to an upload that was broken off."""


class Store:
    """Blobs, and beside them the folder where they are written first."""

    def __init__(self, folder: Path, url: str = "") -> None:
        """The folder is made here, readable by this user only.

        Args:
            folder: of the service.
            url: where blobs go; empty: into the folder.

        Raises:
            DocintError: the place cannot be reached.
        """
        self._staged = folder / "staged"
        self.work = folder / "work"
        """Where workers lay out what they work on: hard links need the same file system."""
        self._facts = folder / "facts"
        for place in (folder, self._staged, self.work, self._facts):
            place.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.blobs = blobs(folder / "blobs", url)
        self._pages = lru_cache(REMEMBERED)(lambda blob: tuple(self.plain(blob)))

    def staged(self) -> Staged:
        """A new file to write; it becomes a blob when kept."""
        return Staged(self, self._staged / secrets.token_hex(16))

    def put(self, content: bytes) -> str:
        """Keep bytes; their hash."""
        with self.staged() as file:
            file.write(content)
            return file.keep()

    def put_file(self, path: Path) -> str:
        """Keep a copy of a file; its hash."""
        with self.staged() as file, path.open("rb") as source:
            while chunk := source.read(CHUNK):
                file.write(chunk)
            return file.keep()

    def get(self, blob: str) -> bytes:
        """A blob's bytes.

        Raises:
            FileNotFoundError: there is none.
        """
        return self.blobs.get(blob)

    def plain(self, blob: str) -> Any:
        """What a blob of JSON says.

        Raises:
            FileNotFoundError: there is none.
        """
        return from_json(self.get(blob))

    def show(self, blob: str, target: Path) -> None:
        """Show a blob under another name, without a copy where the file system can."""
        target.parent.mkdir(parents=True, exist_ok=True)
        self.blobs.show(blob, target)

    def facts(self, submission: str) -> Path:
        """Where the facts of a submission are kept between two judgements."""
        return self._facts / f"{submission}.pickle"

    def note_readings(self, submission: str, names: Iterable[str]) -> None:
        """Remember which cached readings a submission rests on."""
        place = self._facts / f"{submission}.readings"
        known = set(place.read_text("utf-8").split()) if place.exists() else set()
        place.write_text("\n".join(sorted(known | set(names))), "utf-8")

    def forget(self, submission: str, readings: Path) -> None:
        """Remove a submission's facts, and the readings that no other submission rests on."""
        self.facts(submission).unlink(missing_ok=True)
        mine = self._facts / f"{submission}.readings"
        if not mine.exists():
            return
        names = set(mine.read_text("utf-8").split())
        mine.unlink()
        for other in self._facts.glob("*.readings"):
            names -= set(other.read_text("utf-8").split())
        for name in names:
            (readings / name).unlink(missing_ok=True)

    def pages(self, blob: str) -> tuple[dict[str, Any], ...]:
        """A list of pages; every picture asks for it, so the last ones are remembered.

        Raises:
            FileNotFoundError: there is none.
        """
        return self._pages(blob)

    def pictures(self, pages: str) -> set[str]:
        """Blobs of the pictures that a list of pages names."""
        try:
            listed = self.plain(pages)
        except FileNotFoundError:
            return set()
        return {page[kind] for page in listed for kind in ("image", "masked") if page[kind]}

    def sweep(self) -> int:
        """Remove what broken uploads left; the number of files."""
        old = [p for p in self._staged.iterdir() if time.time() - p.stat().st_mtime > STALE]
        for path in old:
            path.unlink(missing_ok=True)
        return len(old)


class Staged:
    """A file being written, hashed as it comes; a context manager that leaves nothing behind."""

    def __init__(self, store: Store, path: Path) -> None:
        """The file is opened at once, mode 0600."""
        self._store = store
        self._path = path
        self._file = os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
        self._hash = sha256()
        self.size = 0
        """Bytes so far."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.drop()

    def write(self, chunk: bytes) -> None:
        """Add bytes."""
        self._file.write(chunk)
        self._hash.update(chunk)
        self.size += len(chunk)

    def finish(self) -> None:
        """Nothing more comes; many files may be finished before they are kept."""
        self._file.close()

    def keep(self) -> str:
        """Bytes on the disk, under their hash; the hash."""
        self._file.close()
        blob = self._hash.hexdigest()
        self._store.blobs.adopt(self._path, blob)
        return blob

    def drop(self) -> None:
        """Forget what was not kept."""
        self._file.close()
        self._path.unlink(missing_ok=True)
