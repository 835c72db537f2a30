"""ZIP files built byte by byte, honest and lying."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field

LOCAL = struct.Struct("<4s5H3L2H")
RECORD = struct.Struct("<4s6H3L5H2L")
END = struct.Struct("<4s4H2LH")


@dataclass(frozen=True)
class Entry:
    name: bytes | str
    data: bytes = b"%PDF-1.7 some content"
    method: int = 8
    flags: int = 0
    mode: int = 0o100644
    extra: bytes = b""
    lies: dict[str, int] = field(default_factory=dict)
    """``crc``, ``size``, ``packed`` or ``start`` stated instead of the truth."""

    @property
    def raw(self) -> bytes:
        return self.name if isinstance(self.name, bytes) else self.name.encode()

    @property
    def packed(self) -> bytes:
        if self.method != 8:
            return self.data
        deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
        return deflate.compress(self.data) + deflate.flush()

    def stated(self) -> tuple[int, int, int]:
        return (
            self.lies.get("crc", zlib.crc32(self.data)),
            self.lies.get("packed", len(self.packed)),
            self.lies.get("size", len(self.data)),
        )


def zipped(*entries: Entry, before: bytes = b"", comment: bytes = b"") -> bytes:
    body, records = bytearray(before), bytearray()
    for entry in entries:
        start = entry.lies.get("start", len(body) - len(before))
        head = (20, entry.flags, entry.method, 0, 0, *entry.stated(), len(entry.raw))
        body += LOCAL.pack(b"PK\3\4", *head, 0) + entry.raw + entry.packed
        records += RECORD.pack(
            b"PK\1\2", 3 << 8 | 20, *head, len(entry.extra), 0, 0, 0, entry.mode << 16, start
        )
        records += entry.raw + entry.extra
    count, offset = len(entries), len(body) - len(before)
    end = END.pack(b"PK\5\6", 0, 0, count, count, len(records), offset, len(comment))
    return bytes(body + records) + end + comment
