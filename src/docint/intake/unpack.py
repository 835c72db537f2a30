"""Bytes out of files and archives, counted while they come."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from docint.errors import UnreadableError
from docint.intake.directory import Member
from docint.types.limits import GIGABYTE, MEGABYTE, Limits

CHUNK = 1 << 16
RATIO_FROM = MEGABYTE
"""Small files may well shrink a lot (blank pages); the ratio counts from here on."""

_BROKEN = "压缩包内的该文件已损坏，无法解压；请重新打包后提交。"


def size_words(size: int) -> str:
    """A limit in words: ``200 MB``, ``2 GB``."""
    unit, name = (GIGABYTE, "GB") if size >= GIGABYTE else (MEGABYTE, "MB")
    return f"{size / unit:.4g} {name}" if size >= MEGABYTE else f"{size} 字节"


class Meter:
    """Counts the bytes of one bundle, those of refused files too: they were work as well."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._left = limits.expanded

    def counted(self, chunks: Iterable[bytes], packed: int | None = None) -> Iterator[bytes]:
        """The same chunks, as long as they stay inside the limits.

        Args:
            chunks: bytes of one file.
            packed: its size inside an archive, or None for a file on disk.

        Raises:
            UnreadableError: one file, the whole bundle or the ratio is over its limit.
        """
        size = 0
        for chunk in chunks:
            size += len(chunk)
            self._left -= len(chunk)
            self._check(size, packed)
            yield chunk

    def _check(self, size: int, packed: int | None) -> None:
        if packed is not None and size > max(RATIO_FROM, packed * self._limits.ratio):
            raise UnreadableError(
                f"该文件解压后超过压缩前的 {self._limits.ratio} 倍，未予解压；请直接提交原文件。"
            )
        if size > self._limits.file:
            raise UnreadableError(too_large(self._limits))
        if self._left < 0:
            raise UnreadableError(
                f"全部文件合计超过 {size_words(self._limits.expanded)} 的上限，该文件未读取；"
                "请精简材料后重新提交。"
            )


def too_large(limits: Limits) -> str:
    """What to say of a file over the limit."""
    return f"文件超过 {size_words(limits.file)} 的上限，未读取；请压缩或拆分后重新提交。"


def read_chunks(file: BinaryIO) -> Iterator[bytes]:
    """A file from where it stands to its end."""
    while chunk := file.read(CHUNK):
        yield chunk


def unpacked(archive: BinaryIO, member: Member) -> Iterator[bytes]:
    """A member's bytes; never more than a chunk of them is in memory.

    Raises:
        UnreadableError: what comes out is not what the directory states (size, CRC-32).
    """
    packed = _slice(archive, member)
    size, crc = 0, 0
    for chunk in _inflated(packed) if member.method == zlib.DEFLATED else packed:
        size += len(chunk)
        crc = zlib.crc32(chunk, crc)
        if size > member.size:
            raise UnreadableError(_BROKEN)
        yield chunk
    if size != member.size or crc != member.crc:
        raise UnreadableError(_BROKEN)


def _slice(archive: BinaryIO, member: Member) -> Iterator[bytes]:
    left = member.packed
    archive.seek(member.data)
    while left > 0:
        chunk = archive.read(min(CHUNK, left))
        if not chunk:
            raise UnreadableError(_BROKEN)
        left -= len(chunk)
        yield chunk


def _inflated(packed: Iterable[bytes]) -> Iterator[bytes]:
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for chunk in packed:
            waiting = chunk
            while waiting and not inflate.eof:
                if out := inflate.decompress(waiting, CHUNK):
                    yield out
                waiting = inflate.unconsumed_tail
        # what the window still holds once all input is in
        while not inflate.eof and (out := inflate.decompress(b"", CHUNK)):
            yield out
    except zlib.error as error:
        raise UnreadableError(_BROKEN) from error
    if not inflate.eof:
        raise UnreadableError(_BROKEN)


def digest(chunks: Iterable[bytes]) -> tuple[str, int]:
    """SHA-256 (hexadecimal) and number of the bytes."""
    sha256, size = hashlib.sha256(), 0
    for chunk in chunks:
        sha256.update(chunk)
        size += len(chunk)
    return sha256.hexdigest(), size


def written(chunks: Iterable[bytes], target: Path) -> tuple[str, int]:
    """SHA-256 and number of the bytes, written to a new file; it is removed if they stop short."""
    try:
        with target.open("xb") as file:

            def copied() -> Iterator[bytes]:
                for chunk in chunks:
                    file.write(chunk)
                    yield chunk

            return digest(copied())
    except BaseException:
        target.unlink(missing_ok=True)
        raise
