"""A submission as it was handed in → its files, inside limits and under readable names (收件)."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from docint.errors import DocintError, UnreadableError
from docint.intake import names
from docint.intake.advice import package_ending
from docint.intake.desk import Desk, Recognise, is_zip, too_large_upload
from docint.intake.directory import members
from docint.types.limits import Limits
from docint.types.source import Bundle, Refusal, Source


def take(path: Path, spool: Path, limits: Limits, recognise: Recognise) -> Bundle:
    """Take in a folder, a ``.zip`` or a single file.

    Args:
        path: what was handed in.
        spool: where archive members are written, under generated names; the caller removes it
            when done. Files of a folder stay where they are.
        limits: upper bounds; what is over them is refused one by one.
        recognise: tells by a file's first bytes (4,096 of them) which format reads it, if any.

    Raises:
        DocintError: there is nothing at ``path``, or this machine fails to read or write.
        UnreadableError: it is empty, damaged as a whole, or nothing in it can be read.
    """
    if not path.exists():
        raise DocintError(f"找不到“{names.on_disk(str(path))}”；请检查路径。")
    try:
        spool.mkdir(parents=True, exist_ok=True, mode=0o700)
        desk = Desk(limits, recognise, Path(tempfile.mkdtemp(dir=spool)))
        if path.is_dir():
            desk.folder(path)
        elif path.is_file():
            _upload(desk, path, limits)
        else:
            raise DocintError(f"“{names.on_disk(path.name)}”不是文件或文件夹；请检查路径。")
    except OSError as error:
        raise DocintError(f"收件时读写失败：{error.strerror or error}；请检查磁盘。") from error
    return _bundle(path, desk.sources, desk.refusals)


def _upload(desk: Desk, file: Path, limits: Limits) -> None:
    """A single file; the members of an archive stand at the top of the bundle."""
    with file.open("rb") as content:
        if not is_zip(content.read(4)):
            desk.file(file)
            return
        try:
            found = members(content)
        except UnreadableError as error:
            if names.suffix(file.name) == ".zip":
                raise UnreadableError(f"“{names.on_disk(file.name)}”：{error}") from error
            desk.file(file)
            return
        if package_ending(found):
            desk.file(file)
        elif file.stat().st_size > limits.upload:
            raise UnreadableError(f"“{names.on_disk(file.name)}”：{too_large_upload(limits)}")
        else:
            desk.archive(content, found)


def _bundle(path: Path, sources: Sequence[Source], refusals: Sequence[Refusal]) -> Bundle:
    name = names.on_disk(path.resolve().name)
    if not sources:
        raise UnreadableError(_nothing(name, refusals))
    if path.is_file() and names.suffix(name) == ".zip":
        name = name[: -len(".zip")] or name
    return Bundle(name, _identity(sources, refusals), tuple(sources), tuple(refusals))


def _nothing(name: str, refusals: Sequence[Refusal]) -> str:
    if not refusals:
        return f"“{name}”中没有任何文件；请核对后重新提交。"
    first = refusals[0]
    others = f"，另有 {len(refusals) - 1} 个文件未能读取" if len(refusals) > 1 else ""
    return f"“{name}”中没有可读取的文件{others}。{first.path}：{first.reason}"


def _identity(sources: Sequence[Source], refusals: Sequence[Refusal]) -> str:
    """Over sorted (path, sha256) pairs; a refused file's reason stands for its hash."""
    pairs = [(source.path, source.sha256) for source in sources]
    pairs += [(refusal.path, refusal.reason) for refusal in refusals]
    return sha256("".join(f"{a}\0{b}\n" for a, b in sorted(pairs)).encode()).hexdigest()
