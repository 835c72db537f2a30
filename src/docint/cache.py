"""Readings made before, by content, engine, model and settings (识别缓存).

OCR is nearly all of the time, so it is spent once. An entry holds what stands on the pages and no
path of a bundle; it is JSON, so a damaged or foreign entry can mislead nobody into running code.
A reading is written in columns (all words' texts, then all their left edges …): a page has some
thousand words, and Python loads columns several times faster than records. Numbers of a column
stand in binary (base64), which is exact and quick.
"""

from __future__ import annotations

import gzip
import json
import logging
import os
import struct
import tempfile
import time
import types
import typing
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path
from typing import Any

from docint.types.limits import GIGABYTE
from docint.types.reading import Reading

log = logging.getLogger(__name__)

SUFFIX = ".reading"
TEMPORARY = ".writing-"
SWEEP_EVERY = 50
"""Entries written between two looks at the size of the folder."""
_DAMAGE = (
    OSError, EOFError, zlib.error, struct.error, ValueError, TypeError, KeyError, AttributeError,
)  # fmt: skip
STALE = 3600.0
"""Seconds after which a temporary file belongs to a process that died."""


class Readings:
    """A folder of readings; any number of processes may share it."""

    def __init__(self, directory: Path, size: int = 2 * GIGABYTE) -> None:
        """The folder is made when the first reading is kept.

        Args:
            directory: where entries lie, readable by this user only.
            size: bytes they may take; the longest unused go first.
        """
        self._directory = directory
        self._size = size
        self._written = 0

    def get(self, key: str) -> Reading | None:
        """The reading kept under a key; None if there is none, or it is damaged."""
        path = self._path(key)
        try:
            entry = json.loads(gzip.decompress(path.read_bytes()))
            if entry["key"] != key or entry["shape"] != _shape(Reading):
                return None
            (reading,) = _decoded(Reading, entry["reading"])
        except FileNotFoundError:
            return None
        except _DAMAGE:
            log.warning("cached reading %s is damaged and will be made anew", path.name)
            return None
        with suppress(OSError):
            os.utime(path)  # it was of use: others go first
        return typing.cast("Reading", reading)

    def put(self, key: str, reading: Reading) -> None:
        """Keep a reading; a full disk or a folder without permission is no reason to stop."""
        entry = {"key": key, "shape": _shape(Reading), "reading": _encoded(Reading, [reading])}
        try:
            text = json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
            self._write(self._path(key), gzip.compress(text.encode(), 1, mtime=0))
            if self._written % SWEEP_EVERY == 0:
                self._sweep()
            self._written += 1
        except (OSError, TypeError, ValueError) as error:
            log.warning("a reading could not be kept: %s", error)

    def _path(self, key: str) -> Path:
        return self._directory / (sha256(key.encode()).hexdigest() + SUFFIX)

    def _write(self, path: Path, content: bytes) -> None:
        """All or nothing: readers see the old entry or the new one."""
        self._directory.mkdir(parents=True, exist_ok=True, mode=0o700)
        number, name = tempfile.mkstemp(prefix=TEMPORARY, dir=self._directory)  # mode 0600
        try:
            with os.fdopen(number, "wb") as file:
                file.write(content)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def _sweep(self) -> None:
        """Remove what processes left half-written, and the longest unused entries over the size."""
        entries, now = [], time.time()
        for path in self._directory.iterdir():
            with suppress(FileNotFoundError):  # another process sweeps, too
                status = path.stat()
                if path.name.startswith(TEMPORARY) and now - status.st_mtime > STALE:
                    path.unlink()
                elif path.suffix == SUFFIX:
                    entries.append((status.st_mtime, status.st_size, path))
        total = sum(size for _, size, _ in entries)
        for _, size, path in sorted(entries):
            if total <= self._size:
                break
            path.unlink(missing_ok=True)
            total -= size


# ---------------------------------------------------------------- records to columns and back


def _encoded(kind: Any, values: Sequence[Any]) -> Any:
    """Values of one type as plain JSON columns.

    Args:
        kind: a dataclass, ``tuple[X, ...]``, ``X | None``, or anything JSON can hold as it is.
        values: all of them of that type.
    """
    if is_dataclass(kind):
        return {
            name: _encoded(inner, [getattr(value, name) for value in values])
            for name, inner in _fields(typing.cast("type", kind)).items()
        }
    if (inner := _item(kind)) is not None:
        return [
            [len(value) for value in values],
            _encoded(inner, list(chain.from_iterable(values))),
        ]
    if (inner := _present(kind)) is not None:
        there = [value is not None for value in values]
        column = _encoded(inner, [value for value in values if value is not None])
        return [None if all(there) else [int(flag) for flag in there], column]
    if kind is float and all(type(value) is float for value in values):
        return b64encode(struct.pack(f"<{len(values)}d", *values)).decode("ascii")
    return list(values)


def _decoded(kind: Any, columns: Any) -> list[Any]:
    """The values that ``_encoded`` wrote; ValueError, KeyError or TypeError for others."""
    if is_dataclass(kind):
        found = [
            _decoded(inner, columns[name])
            for name, inner in _fields(typing.cast("type", kind)).items()
        ]
        if len({len(column) for column in found}) > 1:
            raise ValueError("columns of unequal length")
        return list(map(typing.cast("Any", kind), *found))
    if (inner := _item(kind)) is not None:
        lengths, column = columns
        return _cut(lengths, _decoded(inner, column))
    if (inner := _present(kind)) is not None:
        flags, column = columns
        return _spread(flags, _decoded(inner, column))
    if kind is float and isinstance(columns, str):
        packed = b64decode(columns)
        return list(struct.unpack(f"<{len(packed) // 8}d", packed))
    return list(columns)


def _cut(lengths: Iterable[int], values: list[Any]) -> list[Any]:
    """One flat column back into tuples of these lengths."""
    rest = iter(values)
    found = [tuple(islice(rest, length)) for length in lengths]
    if sum(map(len, found)) != len(values):
        raise ValueError("lengths and values differ")
    return found


def _spread(flags: Sequence[int] | None, values: list[Any]) -> list[Any]:
    """Values where the flags are set, None elsewhere."""
    if flags is None:
        return values
    if sum(flags) != len(values):
        raise ValueError("flags and values differ")
    rest = iter(values)
    return [next(rest) if flag else None for flag in flags]


@cache
def _fields(record: type) -> Mapping[str, Any]:
    """Names and types of a dataclass's fields, in the order its constructor takes them."""
    kinds = typing.get_type_hints(record)
    return {one.name: kinds[one.name] for one in fields(record)}


@cache
def _item(kind: Any) -> Any:
    """``X`` of ``tuple[X, ...]``, else None."""
    inner = typing.get_args(kind)
    return inner[0] if typing.get_origin(kind) is tuple and inner[1:] == (...,) else None


@cache
def _present(kind: Any) -> Any:
    """``X`` of ``X | None``, else None."""
    if typing.get_origin(kind) not in {types.UnionType, typing.Union}:
        return None
    inner = [one for one in typing.get_args(kind) if one is not type(None)]
    return inner[0] if len(inner) == 1 and len(typing.get_args(kind)) == 2 else None


@cache
def _shape(kind: Any) -> str:
    """A fingerprint of a record and all records in it: entries of an older shape do not count."""
    known: dict[str, list[str]] = {}
    waiting = [kind]
    while waiting:
        one = waiting.pop()
        inner = _item(one) or _present(one)
        if inner is not None:
            waiting.append(inner)
        elif is_dataclass(one) and str(one) not in known:
            found = _fields(typing.cast("type", one))
            known[str(one)] = [f"{name}: {inner}" for name, inner in found.items()]
            waiting.extend(found.values())
    return sha256(json.dumps(known, sort_keys=True).encode()).hexdigest()[:16]
