"""Bytes from the wire into the store (收件): streamed, counted, hashed, never whole in memory."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from urllib.parse import unquote

from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request

from docint.intake import names
from docint.intake.unpack import size_words
from docint.types.limits import Limits
from docint_api.problems import Problem
from docint_api.store import Staged, Store

MOST_FIELD = 64 * 1024
"""Bytes of a field that is no file."""


@dataclass(frozen=True, slots=True)
class Handed:
    """A file that arrived, its bytes safe on the disk."""

    path: str
    blob: str
    size: int


@dataclass(slots=True)
class Parcel:
    """What one request brought."""

    files: list[Handed] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)

    def fingerprint(self, **more: Any) -> str:
        """A hash over all of it, to tell a repeated request from another."""
        told = [
            sorted((file.path, file.blob) for file in self.files),
            sorted(self.fields.items()),
            sorted(more.items()),
        ]
        return sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


async def receive(request: Request, store: Store, limits: Limits) -> Parcel:
    """A multipart form, or the raw bytes of one file.

    Raises:
        Problem: too large, no files, a name that cannot be, or broken off.
    """
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    _announced(request, limits)
    try:
        if kind == b"multipart/form-data":
            boundary = options.get(b"boundary")
            if not boundary:
                raise Problem("bad-request", "multipart 请求没有 boundary。", "No boundary.")
            parcel = await _form(request.stream(), boundary, store, limits)
        else:
            parcel = await _raw(request, store, limits)
    except ClientDisconnect:
        raise Problem("bad-request", "上传中断。", "The upload was broken off.") from None
    if not parcel.files:
        raise Problem("invalid", "没有收到任何文件。", "No file was received.")
    return parcel


def _announced(request: Request, limits: Limits) -> None:
    length = request.headers.get("content-length", "")
    if length.isdigit() and int(length) > limits.upload + (limits.files + 1) * 1024:
        raise _too_large(limits)


def _too_large(limits: Limits) -> Problem:
    most = size_words(limits.upload)
    zh = f"上传内容超过 {most} 的上限；请拆分后提交。"
    return Problem("too-large", zh, f"The upload is over the limit of {most}.", limit=limits.upload)


def filed(name: str) -> str:
    """A file's name as a path in the bundle.

    Raises:
        Problem: it leads out of the bundle, or is none.
    """
    path = "/".join(names.steps(names.shown(name)))
    wrong = names.fault(names.shown(name))
    if wrong or "\x00" in name:
        zh = f"文件名“{names.cut(names.shown(name))}”不能使用；请改名后重新提交。"
        raise Problem("invalid", zh, "A file name cannot be accepted.")
    return path


async def _raw(request: Request, store: Store, limits: Limits) -> Parcel:
    with store.staged() as staged:
        async for chunk in request.stream():
            if staged.size + len(chunk) > limits.upload:
                raise _too_large(limits)
            staged.write(chunk)
        if not staged.size:
            return Parcel()
        name = filed(request.query_params.get("filename", "") or "申报件.zip")
        size = staged.size
        blob = await run_in_threadpool(staged.keep)
        return Parcel([Handed(name.rsplit("/", 1)[-1], blob, size)])


async def _form(
    stream: AsyncIterator[bytes], boundary: bytes, store: Store, limits: Limits
) -> Parcel:
    with ExitStack() as stack:
        form = _Form(store, limits, stack)
        parser = MultipartParser(boundary, form.callbacks())  # type: ignore[arg-type]
        total = 0
        try:
            async for chunk in stream:
                total += len(chunk)
                if total > limits.upload + (limits.files + 1) * 1024:
                    raise _too_large(limits)
                parser.write(chunk)
            parser.finalize()
        except MultipartParseError as error:
            zh = "multipart 内容不完整或有误；请重新上传。"
            raise Problem("bad-request", zh, "The multipart body is malformed.") from error
        if not form.ended:
            zh = "上传中断，内容不完整；请重新上传。"
            raise Problem("bad-request", zh, "The multipart body is incomplete.")
        return await run_in_threadpool(form.kept)


class _Form:
    """Listens to the parser: files go to the store as they come, fields to memory."""

    def __init__(self, store: Store, limits: Limits, stack: ExitStack) -> None:
        self.ended = False
        self._parcel = Parcel()
        self._whole: list[tuple[str, Staged]] = []
        self._store = store
        self._limits = limits
        self._stack = stack
        self._headers: dict[bytes, bytes] = {}
        self._name = b""
        self._value = b""
        self._field = ""
        self._path = ""
        self._staged: Staged | None = None
        self._text = b""
        self._known: set[str] = set()

    def kept(self) -> Parcel:
        """All of it safe on the disk: waits for the disk, so not in the event loop."""
        for path, staged in self._whole:
            self._parcel.files.append(Handed(path, staged.keep(), staged.size))
        return self._parcel

    def callbacks(self) -> dict[str, Any]:
        """What the parser calls."""
        return {
            "on_part_begin": self._begin,
            "on_header_field": self._header_field,
            "on_header_value": self._header_value,
            "on_header_end": self._header_end,
            "on_headers_finished": self._headers_finished,
            "on_part_data": self._data,
            "on_part_end": self._end,
            "on_end": self._all,
        }

    def _begin(self) -> None:
        self._headers, self._text, self._staged = {}, b"", None
        self._name = self._value = b""

    def _header_field(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _header_end(self) -> None:
        self._headers[self._name.lower()] = self._value
        self._name = self._value = b""

    def _headers_finished(self) -> None:
        header = self._headers.get(b"content-disposition", b"")
        _, options = parse_options_header(header)
        self._field = _text(options.get(b"name", b""))
        given = _filename(header, options)
        if not given:  # a field, or a file input that was left empty
            return
        self._path = filed(given)
        if len(self._whole) >= self._limits.files:
            most = self._limits.files
            raise Problem("too-large", f"文件超过 {most} 个的上限。", f"More than {most} files.")
        self._staged = self._stack.enter_context(self._store.staged())

    def _data(self, data: bytes, start: int, end: int) -> None:
        if self._staged is not None:
            self._staged.write(data[start:end])
            return
        self._text += data[start:end]
        if len(self._text) > MOST_FIELD:
            raise Problem("too-large", "表单字段过长。", "A form field is too long.")

    def _end(self) -> None:
        if self._staged is None:
            if self._field and self._text:
                self._parcel.fields[self._field] = _text(self._text)
            return
        self._staged.finish()
        self._whole.append((self._unique(self._path), self._staged))
        self._staged = None

    def _unique(self, path: str) -> str:
        """Two files of one name in one request are two files."""
        stem, dot, ending = path.rpartition(".")
        number, tried = 2, path
        while names.same(tried) in self._known:
            tried = f"{stem}-{number}.{ending}" if dot and stem else f"{path}-{number}"
            number += 1
        self._known.add(names.same(tried))
        return tried

    def _all(self) -> None:
        self.ended = True


def _filename(header: bytes, options: Mapping[bytes, bytes]) -> str:
    """The name with its folders; some clients send it only in the extended form (RFC 5987)."""
    extended = re.search(rb"filename\*=([\w-]+)'[^']*'([^;]+)", header, re.IGNORECASE)
    if extended and b"filename" not in options:
        return unquote(extended[2].decode("latin-1"), extended[1].decode("latin-1"), "replace")
    return _text(options.get(b"filename", b""))


def _text(raw: bytes) -> str:
    """Browsers send UTF-8; old systems GBK."""
    return names.readable(raw)
