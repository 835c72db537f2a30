"""Names of files: made readable, compared, put in order; never used as paths on this machine."""

from __future__ import annotations

import os
import re
import unicodedata
from fnmatch import fnmatchcase
from typing import TypeAlias

Order: TypeAlias = tuple[tuple[int, tuple[str | int, ...]], ...]

DEBRIS = (
    "__macosx", ".ds_store", "._*", ".appledouble", ".spotlight-v100", ".trashes",
    ".fseventsd", ".temporaryitems", "thumbs.db", "ehthumbs.db", "desktop.ini",
    "$recycle.bin", "system volume information", "@eadir", "~$*", ".~lock.*#", ".~*",
)  # fmt: skip
"""What operating and office systems leave behind; no applicant hands it in on purpose."""

LONGEST = 255
"""Characters of one step of a path; no file system known allows more."""

_NUMERALS = {sign: value for value, sign in enumerate("一二三四五六七八九", start=1)}


def readable(raw: bytes, *, flagged: bool = False) -> str:
    """A stored file name as text.

    Chinese archivers store GBK and do not say so; others store UTF-8 and do not say so either.

    Args:
        raw: the name's bytes.
        flagged: whether the archive itself says that they are UTF-8.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")
    return raw.decode("gb18030") if not flagged and _rather_gbk(raw, text) else text


def _rather_gbk(raw: bytes, text: str) -> bool:
    """Whether bytes that happen to be UTF-8 are everyday Chinese in GBK.

    A few common characters (一 is D2 BB) are also valid two-byte UTF-8 of Cyrillic or Greek, never
    of Chinese; two-byte UTF-8 in its turn is hardly ever all level 1 characters of GB 2312.
    """
    if text.isascii() or any(character > "\u07ff" for character in text):
        return False
    return re.fullmatch(rb"(?:[\x00-\x7f]|[\xb0-\xd7][\xa1-\xfe])+", raw) is not None


def shown(name: str) -> str:
    """A name fit for a report: NFC, ``/`` between steps, no control or direction characters."""
    clean = "".join(
        "�" if unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else sign
        for sign in unicodedata.normalize("NFC", name)
    )
    return clean.replace("\\", "/")


def on_disk(name: str) -> str:
    """A file name of this machine as shown; GBK names on a UTF-8 system become readable."""
    return shown(readable(os.fsencode(name), flagged=True))


def steps(name: str) -> tuple[str, ...]:
    """The steps of a path as shown, empty ones and ``.`` left out."""
    return tuple(step for step in name.split("/") if step not in {"", "."})


def fault(name: str) -> str:
    """Why a member's name cannot be accepted, as a Chinese sentence; empty if it can."""
    if not steps(name):
        return "压缩包内的文件没有文件名，已不予读取；请重新打包后提交。"
    if name.startswith("/") or re.match(r"[A-Za-z]:", name):
        return "压缩包内的文件名是绝对路径，已不予读取；请重新打包后提交。"
    if ".." in steps(name):
        return "压缩包内的文件名指向压缩包之外（含“..”），已不予读取；请重新打包后提交。"
    if any(len(step) > LONGEST for step in steps(name)):
        return "压缩包内的文件名过长，已不予读取；请缩短文件名后重新打包提交。"
    return ""


def cut(path: str) -> str:
    """A path short enough for a report, its end (which tells most) kept."""
    return path if len(path) <= LONGEST * 4 else "…" + path[-LONGEST:]


def same(path: str) -> str:
    """A key under which names are equal that many file systems hold for one (case, NFC)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def debris(path: str) -> bool:
    """Whether any step of a path is something an operating system left behind."""
    return any(fnmatchcase(step.lower(), pattern) for step in steps(path) for pattern in DEBRIS)


def suffix(path: str) -> str:
    """The lower-case ending of a file name with its dot, or an empty string."""
    name = path.rsplit("/", 1)[-1].lower()
    return name[name.rindex(".") :] if "." in name[1:] else ""


def order(path: str) -> Order:
    """Sorting key: folders before files, numbers by value (``2`` before ``10``, 二 before 十)."""
    parts = steps(path)
    last = len(parts) - 1
    return tuple((int(place == last), _natural(part)) for place, part in enumerate(parts))


def _natural(name: str) -> tuple[str | int, ...]:
    """Text and numbers in turn, text first, so that keys of any two names can be compared."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    pieces = re.split(
        r"([0-9]+|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])", folded
    )
    return tuple(_number(piece) if odd % 2 else piece for odd, piece in enumerate(pieces))


def _number(digits: str) -> int:
    """``12``, 十二 and 二十 as integers; very long runs of digits are cut (no order needs them)."""
    if digits[0].isascii():
        return int(digits[:30])
    tens, ten, ones = digits.rpartition("十")
    return (_NUMERALS.get(tens, 1) * 10 if ten else 0) + _NUMERALS.get(ones, 0)
