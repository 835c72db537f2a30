"""What a ZIP file says it holds, read from its central directory and believed in nothing.

Python's own ``zipfile`` gives up on names with a wrong UTF-8 flag, ignores Info-ZIP's Unicode names
and (before 3.11.8) does not notice entries that share bytes; so docint reads the directory itself.
Layout: PKWARE APPNOTE 6.3.10, 4.3 and 4.4.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

from docint.errors import UnreadableError
from docint.intake.names import readable, shown

END = struct.Struct("<4s4H2LH")
END64 = struct.Struct("<4sQ2H2L4Q")
RECORD = struct.Struct("<4s6H3L5H2L")
LOCAL = struct.Struct("<4s5H3L2H")
MOST_ENTRIES = 100_000
"""Far beyond any submission; bounds the memory a crafted directory can take."""

_DAMAGED = "压缩包已损坏或不完整，无法解压；请重新打包后提交。"


@dataclass(frozen=True, slots=True)
class Member:
    """One entry of the directory (压缩包内的一个文件)."""

    name: str
    """Readable, with ``/``; not yet checked."""
    method: int
    encrypted: bool
    crc: int
    packed: int
    """Bytes in the archive."""
    size: int
    """Bytes unpacked, as stated."""
    start: int
    """Offset of its local header."""
    mode: int
    """Unix file mode, 0 where the archive gives none."""
    data: int = -1
    """Offset of its bytes; -1 where its local header is not there."""
    overlaps: bool = False
    """Whether its bytes are claimed by another entry, too."""

    @property
    def folder(self) -> bool:
        """Whether it stands for a folder and carries no content."""
        return self.name.endswith("/")


def members(file: BinaryIO) -> tuple[Member, ...]:
    """All entries, in the archive's order.

    Raises:
        UnreadableError: not a whole, single ZIP file.
    """
    begin, size, shift = _directory(file)
    file.seek(begin)
    found = [replace(member, start=member.start + shift) for member in _records(file.read(size))]
    return _overlaps_marked([_located(file, member, begin) for member in found], begin)


def _directory(file: BinaryIO) -> tuple[int, int, int]:
    """Start and size of the directory, and how many bytes were put before the archive."""
    length = file.seek(0, 2)
    tail_start = max(0, length - END.size - 0xFFFF)
    file.seek(tail_start)
    tail = file.read()
    found = tail.rfind(b"PK\5\6")
    if found < 0 or len(tail) - found < END.size:
        raise UnreadableError(_DAMAGED)
    _, disk, first_disk, _, _, size, offset, _ = END.unpack_from(tail, found)
    end = tail_start + found
    if wide := _wide_end(file, end):
        disk, first_disk, size, offset = wide
        end -= 20 + END64.size
    if disk or first_disk:
        raise UnreadableError("分卷压缩包无法解压；请合并为一个 ZIP 文件后提交。")
    shift = end - size - offset
    if shift < 0 or size > MOST_ENTRIES * RECORD.size * 4:
        raise UnreadableError(_DAMAGED)
    return offset + shift, size, shift


def _wide_end(file: BinaryIO, end: int) -> tuple[int, int, int, int] | None:
    """Disks, size and offset from the ZIP64 end record, if there is one before ``end``."""
    if end < 20 + END64.size:
        return None
    file.seek(end - 20 - END64.size)
    block = file.read(END64.size + 20)
    if block[:4] != b"PK\6\6" or block[END64.size : END64.size + 4] != b"PK\6\7":
        return None
    _, _, _, _, disk, first_disk, _, _, size, offset = END64.unpack_from(block)
    return disk, first_disk, size, offset


def _records(directory: bytes) -> Iterator[Member]:
    at, count = 0, 0
    while at < len(directory):
        count += 1
        if len(directory) - at < RECORD.size or directory[at : at + 4] != b"PK\1\2":
            raise UnreadableError(_DAMAGED)
        if count > MOST_ENTRIES:
            raise UnreadableError(f"压缩包内条目超过 {MOST_ENTRIES} 个，未予解压；请精简后提交。")
        fields = RECORD.unpack_from(directory, at)
        name_end = at + RECORD.size + fields[10]
        extra_end = name_end + fields[11]
        raw, extra = directory[at + RECORD.size : name_end], directory[name_end:extra_end]
        yield _member(fields, raw, dict(_extras(extra)))
        at = extra_end + fields[12]


def _extras(extra: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(extra):
        tag, length = struct.unpack_from("<2H", extra, at)
        yield tag, extra[at + 4 : at + 4 + length]
        at += 4 + length


def _member(fields: tuple[int, ...], raw: bytes, extras: dict[int, bytes]) -> Member:
    flags, method, crc, attributes = fields[3], fields[4], fields[7], fields[15]
    size, packed, start = _widened((fields[9], fields[8], fields[16]), extras.get(1, b""))
    return Member(
        name=shown(_name(raw, bool(flags & 0x800), extras.get(0x7075, b""))),
        method=method,
        encrypted=bool(flags & 0x1),
        crc=crc,
        packed=packed,
        size=size,
        start=start,
        mode=attributes >> 16,
    )


def _widened(values: Sequence[int], extra: bytes) -> list[int]:
    """Values of all ones stand, in this order, as 64-bit numbers in the ZIP64 extra field."""
    wide = iter(struct.unpack_from(f"<{len(extra) // 8}Q", extra))
    return [next(wide, value) if value == 0xFFFFFFFF else value for value in values]


def _name(raw: bytes, flagged: bool, unicode_path: bytes) -> str:
    """The name, from Info-ZIP's Unicode Path (4.6.9) where that belongs to this very name."""
    if len(unicode_path) > 5 and unicode_path[0] == 1:
        (crc,) = struct.unpack_from("<L", unicode_path, 1)
        if crc == zlib.crc32(raw):
            return readable(unicode_path[5:], flagged=True)
    return readable(raw, flagged=flagged)


def _located(file: BinaryIO, member: Member, directory: int) -> Member:
    """The member with the offset of its bytes, which only its local header tells."""
    if member.start >= directory:
        return member
    file.seek(member.start)
    header = file.read(LOCAL.size)
    if len(header) < LOCAL.size or header[:4] != b"PK\3\4":
        return member
    *_, name_length, extra_length = LOCAL.unpack(header)
    return replace(member, data=member.start + LOCAL.size + name_length + extra_length)


def _overlaps_marked(found: Sequence[Member], directory: int) -> tuple[Member, ...]:
    """Members with ``overlaps`` set where two share bytes, or one reaches into the directory."""
    spans = sorted((m.start, m.data + m.packed, n) for n, m in enumerate(found) if m.data >= 0)
    shared: set[int] = {n for _, end, n in spans if end > directory}
    reach, holder = -1, -1
    for start, end, number in spans:
        if start < reach:
            shared |= {number, holder}
        if end > reach:
            reach, holder = end, number
    return tuple(replace(m, overlaps=n in shared) for n, m in enumerate(found))
