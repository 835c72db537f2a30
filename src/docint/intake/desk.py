"""Where the files of a submission come in one by one (收件台): taken, opened or refused."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeAlias

from docint.errors import UnreadableError
from docint.intake import names
from docint.intake.advice import (
    UNREADABLE,
    UNSUPPORTED,
    old_office,
    package_ending,
    unrecognised,
    unsupported,
)
from docint.intake.directory import Member, members
from docint.intake.unpack import (
    Meter,
    digest,
    read_chunks,
    size_words,
    too_large,
    unpacked,
    written,
)
from docint.types.limits import Limits
from docint.types.source import Refusal, Source

Recognise: TypeAlias = Callable[[bytes], str | None]
"""From a file's first bytes to the name of the format that reads it, or None."""

HEAD = 4096
"""Bytes shown to ``Recognise``."""
DEEPEST = 2
"""Archives inside one another: a ZIP, and a ZIP inside it."""

_METHODS = {
    1: "Shrink", 6: "Implode", 9: "Deflate64", 12: "BZIP2", 14: "LZMA", 93: "Zstandard",
    95: "XZ", 97: "WavPack", 98: "PPMd", 99: "AES",
}  # fmt: skip
_LINK = "该文件是链接，不含文件内容；请提交原文件。"
_DEVICE = "不是普通文件（设备、管道等），未予读取。"


@dataclass(frozen=True, slots=True)
class _Item:
    """A file whose bytes lie on disk, not yet looked into."""

    path: str
    content: Path
    size: int
    depth: int = 0
    """Archives around it."""
    sha256: str = ""
    """Known already where it was hashed while unpacked."""


class Desk:
    """Takes in one bundle and keeps count of what has come in already."""

    def __init__(self, limits: Limits, recognise: Recognise, spool: Path) -> None:
        """A desk for one bundle; ``spool`` is an empty directory of its own."""
        self._limits = limits
        self._recognise = recognise
        self._spool = spool
        self._meter = Meter(limits)
        self._sources: list[Source] = []
        self._refusals: list[Refusal] = []
        self._names: dict[str, str] = {}
        self._arrived = 0
        self._first_too_many = ""

    @property
    def sources(self) -> tuple[Source, ...]:
        """Files that can be read on, folders before files and numbers by value."""
        return tuple(sorted(self._sources, key=lambda source: names.order(source.path)))

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """Files that cannot, in the same order."""
        refusals = list(self._refusals)
        over = self._arrived - self._limits.files
        if over > 0:
            reason = (
                f"文件总数超过 {self._limits.files} 个的上限，自该文件起有 {over} 个文件未读取；"
                "请精简后重新提交。"
            )
            refusals.append(Refusal(names.cut(self._first_too_many), UNREADABLE, reason))
        return tuple(sorted(refusals, key=lambda refusal: names.order(refusal.path)))

    # ------------------------------------------------------------ what is handed in

    def folder(self, top: Path) -> None:
        """Take in everything below a folder."""
        files = [(_inside(top, file), file) for file in _walk(top)]
        for path, file in sorted(files, key=lambda pair: (names.order(pair[0]), pair[0])):
            if not names.debris(path) and self._room(path) and self._unique(path):
                self._from_disk(path, file)

    def file(self, file: Path) -> None:
        """Take in a single file that is no archive."""
        path = names.on_disk(file.name)
        if self._room(path):
            self._from_disk(path, file.resolve())

    def archive(self, content: BinaryIO, found: Sequence[Member]) -> None:
        """Take in an archive's members, at the top of the bundle."""
        self._members("", content, found, depth=1)

    # ------------------------------------------------------------ one file

    def _refuse(self, path: str, reason: str, code: str = UNREADABLE) -> None:
        self._refusals.append(Refusal(path, code, reason))

    def _room(self, path: str) -> bool:
        """Whether one more file may be looked at; refused ones count as well."""
        self._arrived += 1
        if self._arrived == self._limits.files + 1:
            self._first_too_many = path
        return self._arrived <= self._limits.files

    def _unique(self, path: str) -> bool:
        """Whether no other file goes by this name; the first one keeps it."""
        key = names.same(path)
        if key in self._names:
            reason = f"与“{self._names[key]}”重名（不区分大小写），该文件未读取；请改名后重新提交。"
            self._refuse(path, reason)
            return False
        self._names[key] = path
        return True

    def _from_disk(self, path: str, file: Path) -> None:
        try:
            status = file.lstat()
            if stat.S_ISLNK(status.st_mode):
                self._refuse(path, _LINK)
            elif stat.S_ISDIR(status.st_mode):
                self._refuse(path, "没有读取该文件夹的权限；请检查权限后重新提交。")
            elif not stat.S_ISREG(status.st_mode):
                self._refuse(path, _DEVICE)
            else:
                self._look_into(_Item(path, file, status.st_size))
        except PermissionError:
            self._refuse(path, "没有读取该文件的权限；请检查权限后重新提交。")

    def _look_into(self, item: _Item) -> None:
        """Find out by content whether it is an archive, a source, or neither."""
        if item.size == 0:
            self._refuse(item.path, "文件为空（0 字节）；请重新导出后提交。")
            return
        with item.content.open("rb") as content:
            head = content.read(HEAD)
            if is_zip(head):
                self._zip(item, content, head)
            elif old_office(item.path, head) or self._recognise(head) is None:
                self._refusals.append(unrecognised(item.path, head))
            else:
                self._take(item)

    def _take(self, item: _Item) -> None:
        """A file to be read on."""
        sha256, size = item.sha256, item.size
        if size > self._limits.file:
            self._refuse(item.path, too_large(self._limits))
            return
        if not sha256:
            try:
                with item.content.open("rb") as content:
                    sha256, size = digest(self._meter.counted(read_chunks(content)))
            except UnreadableError as error:
                self._refuse(item.path, str(error))
                return
        self._sources.append(Source(item.path, sha256, size, item.content))

    # ------------------------------------------------------------ archives

    def _zip(self, item: _Item, content: BinaryIO, head: bytes) -> None:
        """A ZIP file: a DOCX, another format packed as ZIP, or an archive."""
        try:
            found = members(content)
        except UnreadableError as error:
            # a damaged DOCX is left to its format, which may say more of it
            if names.suffix(item.path) != ".zip" and self._recognise(head) is not None:
                self._take(item)
            else:
                self._refuse(item.path, str(error))
            return
        ending = package_ending(found)
        if ending == ".docx":
            self._take(item)
        elif ending:
            self._refusals.append(unsupported(item.path, ending))
        elif item.depth >= DEEPEST:
            self._refuse(item.path, "压缩包嵌套超过一层，未予解压；请解压后重新提交。", UNSUPPORTED)
        elif item.size > self._limits.upload:
            self._refuse(item.path, too_large_upload(self._limits))
        else:
            self._members(f"{item.path}/", content, found, item.depth + 1)

    def _members(self, prefix: str, archive: BinaryIO, found: Sequence[Member], depth: int) -> None:
        before = self._arrived
        for member in sorted(found, key=lambda member: names.order(member.name)):
            path = prefix + ("/".join(names.steps(member.name)) or "（无文件名）")
            if member.folder or names.debris(member.name) or not self._room(path):
                continue
            if reason := names.fault(member.name) or _unfit(member):
                self._refuse(names.cut(path), reason)
            elif self._unique(path):
                self._member(path, archive, member, depth)
        if prefix and self._arrived == before:
            self._refuse(prefix.rstrip("/"), "压缩包中没有任何文件；请核对后重新提交。")

    def _member(self, path: str, archive: BinaryIO, member: Member, depth: int) -> None:
        if member.size > self._limits.file:
            self._refuse(path, too_large(self._limits))
            return
        target = self._spool / f"{self._arrived:06d}"
        try:
            chunks = self._meter.counted(unpacked(archive, member), member.packed)
            sha256, size = written(chunks, target)
        except UnreadableError as error:
            self._refuse(path, str(error))
            return
        self._look_into(_Item(path, target, size, depth, sha256))
        if all(source.content != target for source in self._sources[-1:]):
            with suppress(FileNotFoundError):  # refused, or an archive whose members are out
                target.unlink()


def is_zip(head: bytes) -> bool:
    """Whether a file begins as ZIP files do, the empty and the split ones included."""
    return head.startswith((b"PK\3\4", b"PK\5\6", b"PK\7\x08"))


def too_large_upload(limits: Limits) -> str:
    """What to say of an archive over the limit."""
    return f"压缩包超过 {size_words(limits.upload)} 的上限，未予解压；请拆分后重新提交。"


def _unfit(member: Member) -> str:
    """Why a member is not unpacked, as the archive's directory tells; empty if it is."""
    kind = stat.S_IFMT(member.mode)
    if kind == stat.S_IFLNK:
        return _LINK
    if kind not in {0, stat.S_IFREG}:
        return _DEVICE
    if member.encrypted:
        return "该文件已加密；请去除压缩包密码后重新提交。"
    if member.method not in {0, 8}:
        method = _METHODS.get(member.method, f"编号 {member.method}")
        return f"压缩方法（{method}）不受支持；请用系统自带的 ZIP 压缩后重新提交。"
    if member.data < 0 or member.overlaps:
        return "压缩包目录与内容不符（条目缺失或相互重叠），未予解压；请重新打包后提交。"
    return ""


def _inside(top: Path, file: Path) -> str:
    """A file's path in its folder, readable even where names are GBK on a UTF-8 system."""
    parts = file.relative_to(top).parts
    return "/".join(names.on_disk(part) for part in parts)


def _walk(top: Path) -> Iterator[Path]:
    """Everything below a folder that is not a folder; links are not followed."""
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        try:
            entries = list(folder.iterdir())
        except PermissionError:
            yield folder
            continue
        for entry in entries:
            if entry.is_dir() and not entry.is_symlink():
                waiting.append(entry)
            else:
                yield entry
