"""Where blobs lie (文件库): a folder of this machine, or a place that fsspec reaches by URL."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from docint.errors import DocintError

PART = 8 << 20
"""Bytes that are sent to a far place at a time, and held in memory meanwhile."""


class UnreachableError(DocintError):
    """The far place does not answer, or does not let us in."""


class Blobs(Protocol):
    """Files under their hash; what lies there is whole and never changes."""

    def adopt(self, path: Path, blob: str) -> None:
        """Take over a finished file; when this returns it survives a power cut."""

    def get(self, blob: str) -> bytes:
        """A blob's bytes.

        Raises:
            FileNotFoundError: there is none.
        """

    def copy(self, blob: str, target: Path) -> None:
        """A copy of its own, in a folder that is there."""

    def show(self, blob: str, target: Path) -> None:
        """A file to be read only: the very same one where the file system can."""

    def remove(self, blob: str, before: float) -> bool:
        """Forget a blob, unless it was adopted since; whether it was forgotten."""

    def listed(self) -> Iterator[str]:
        """All hashes, in order."""


def blobs(folder: Path, url: str) -> Blobs:
    """The folder, or what the URL names.

    Raises:
        DocintError: what the URL needs is not installed, or the place cannot be reached.
    """
    return Far(url) if url else Near(folder)


class Near:
    """A folder, ``ab/abcd…``."""

    def __init__(self, folder: Path) -> None:
        """The folder is made here, readable by this user only."""
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def _path(self, blob: str) -> Path:
        return self._folder / blob[:2] / blob

    def adopt(self, path: Path, blob: str) -> None:
        """Synced, moved to its place, and the place synced."""
        with _opened(path) as file:
            os.fsync(file)
        target = self._path(blob)
        target.parent.mkdir(exist_ok=True, mode=0o700)
        if target.exists():
            path.unlink(missing_ok=True)
            os.utime(target)  # a collector of unused blobs sees that it was wanted again
            return
        path.replace(target)
        with _opened(target.parent) as folder:
            os.fsync(folder)

    def get(self, blob: str) -> bytes:
        """Read whole."""
        return self._path(blob).read_bytes()

    def copy(self, blob: str, target: Path) -> None:
        """Copied."""
        shutil.copyfile(self._path(blob), target)

    def show(self, blob: str, target: Path) -> None:
        """Linked, or copied to another file system."""
        try:
            os.link(self._path(blob), target)
        except OSError:
            self.copy(blob, target)

    def remove(self, blob: str, before: float) -> bool:
        """Unlinked."""
        path = self._path(blob)
        if path.stat().st_mtime >= before:
            return False
        path.unlink()
        return True

    def listed(self) -> Iterator[str]:
        """A folder after the other."""
        for folder in sorted(self._folder.iterdir()):
            yield from sorted(path.name for path in folder.iterdir())


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    """A file or a folder, to be made sure of."""
    number = os.open(path, os.O_RDONLY)
    try:
        yield number
    finally:
        os.close(number)


class Far:
    """A bucket or the like (``s3://bucket/folder``); credentials come from the environment."""

    def __init__(self, url: str) -> None:
        """The place is looked at once, so that a wrong one is known before anything is taken in.

        Raises:
            DocintError: what the URL needs is not installed, or the place is not there.
        """
        self._url = url
        try:
            files = import_module("fsspec").core
            self._files, self._root = files.url_to_fs(
                url, skip_instance_cache=True, use_listings_cache=False
            )
        except (ImportError, ValueError) as error:
            zh = f"文件库 {url} 需要另装软件：pip install 'docint[s3]'（{error}）。"
            raise DocintError(zh) from error
        if not self._files.exists(self._root.split("/")[0]):
            zh = f"文件库 {url} 不存在或不能访问；请先建立，或检查设置 service.files 与凭据。"
            raise DocintError(zh)

    def _path(self, blob: str) -> str:
        return f"{self._root}/{blob[:2]}/{blob}"

    @contextmanager
    def _reached(self) -> Iterator[None]:
        try:
            yield
        except (FileNotFoundError, DocintError):
            raise
        except Exception as error:  # every protocol has errors of its own
            zh = f"文件库 {self._url} 没有应答；请稍后再试，或检查设置与网络。"
            raise UnreachableError(zh) from error

    def adopt(self, path: Path, blob: str) -> None:
        """Sent in parts; it appears when all of it is there. Sent anew, its time is new too."""
        with self._reached():
            file: Any = self._files.open(self._path(blob), "wb", block_size=PART, autocommit=False)
            try:
                with path.open("rb") as source, file:
                    shutil.copyfileobj(source, file, PART)
            except BaseException:
                file.discard()
                raise
            file.commit()
        path.unlink(missing_ok=True)

    def get(self, blob: str) -> bytes:
        """Fetched whole."""
        with self._reached():
            content: bytes = self._files.cat_file(self._path(blob))
            return content

    def copy(self, blob: str, target: Path) -> None:
        """Fetched."""
        with self._reached():
            self._files.get_file(self._path(blob), str(target))

    def show(self, blob: str, target: Path) -> None:
        """Fetched too."""
        self.copy(blob, target)

    def remove(self, blob: str, before: float) -> bool:
        """Removed."""
        with self._reached():
            if self._files.modified(self._path(blob)).timestamp() >= before:
                return False
            self._files.rm_file(self._path(blob))
            return True

    def listed(self) -> Iterator[str]:
        """All at once."""
        with self._reached():
            found = self._files.find(self._root)
        yield from sorted(path.rpartition("/")[2] for path in found)
