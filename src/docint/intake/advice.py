"""What to say of a file that docint does not read: what it is, and what to hand in instead."""

from __future__ import annotations

from collections.abc import Iterable

from docint.intake.directory import Member
from docint.intake.names import suffix
from docint.types.source import Refusal

UNSUPPORTED = "unsupported-file"
UNREADABLE = "unreadable-document"

_AS_DOCUMENT = "请另存为 PDF 或 DOCX 后重新提交"
_AS_PDF = "请另存为 PDF 后重新提交"
_AS_IMAGE = "请转换为 JPEG、PNG 或 PDF 后重新提交"
_AS_ZIP = "请解压后提交文件夹，或改用 ZIP 格式压缩"
_NOT_EVIDENCE = "请改交 PDF、DOCX 或图片"

_NAMED: dict[str, tuple[tuple[str, ...], str]] = {
    "旧版 Word 文件": ((".doc", ".dot"), _AS_DOCUMENT),
    "WPS 文字文件": ((".wps", ".wpt"), _AS_DOCUMENT),
    "RTF 文件": ((".rtf",), _AS_DOCUMENT),
    "OpenDocument 文本": ((".odt",), _AS_DOCUMENT),
    "Pages 文稿": ((".pages",), _AS_DOCUMENT),
    "OFD 版式文件": ((".ofd",), "请转换为 PDF 后重新提交"),
    "CAJ 文献": ((".caj", ".kdh", ".nh"), "请转换为 PDF 后重新提交"),
    "XPS 文件": ((".xps", ".oxps"), "请转换为 PDF 后重新提交"),
    "PostScript 文件": ((".ps", ".eps"), "请转换为 PDF 后重新提交"),
    "电子表格": ((".xls", ".xlsx", ".xlsm", ".xlsb", ".et", ".ods", ".numbers"), _AS_PDF),
    "演示文稿": ((".ppt", ".pptx", ".pps", ".ppsx", ".dps", ".odp", ".key"), _AS_PDF),
    "图纸或图表文件": ((".vsd", ".vsdx", ".dwg", ".dxf", ".mpp"), _AS_PDF),
    "思维导图": ((".xmind", ".mmap"), _AS_PDF),
    "RAR 压缩包": ((".rar",), _AS_ZIP),
    "7z 压缩包": ((".7z",), _AS_ZIP),
    "压缩包": (
        (".gz", ".tgz", ".bz2", ".xz", ".tar", ".zst", ".cab", ".lzh", ".arj", ".iso", ".z01"),
        _AS_ZIP,
    ),
    "HEIC 照片": ((".heic", ".heif", ".hif"), _AS_IMAGE),
    "AVIF 图片": ((".avif",), _AS_IMAGE),
    "GIF 图片": ((".gif",), _AS_IMAGE),
    "SVG 图形": ((".svg",), _AS_IMAGE),
    "图像设计文件": ((".psd", ".ai", ".cdr", ".raw", ".cr2", ".nef", ".dng"), _AS_IMAGE),
    "JPEG 2000 图片": ((".jp2", ".j2k", ".jpx"), _AS_IMAGE),
    "文本文件": ((".txt", ".md", ".csv", ".log", ".tsv"), _AS_DOCUMENT),
    "网页文件": ((".html", ".htm", ".mht", ".mhtml", ".xml", ".url"), _AS_PDF),
    "邮件": ((".eml", ".msg"), "请将邮件及附件另存为 PDF 后重新提交"),
    "音视频": (
        (".mp4", ".mov", ".avi", ".wmv", ".mkv", ".mp3", ".wav", ".m4a", ".amr"),
        _NOT_EVIDENCE,
    ),
    "程序文件": ((".exe", ".msi", ".dll", ".bat", ".cmd", ".apk", ".js", ".vbs"), _NOT_EVIDENCE),
    "快捷方式": ((".lnk",), "快捷方式不含文件内容，请提交原文件"),
}
_BY_SUFFIX = {ending: (what, do) for what, (endings, do) in _NAMED.items() for ending in endings}

_READ = frozenset(
    {
        ".pdf",
        ".docx",
        ".docm",
        ".jpg",
        ".jpeg",
        ".jpe",
        ".jfif",
        ".png",
        ".tif",
        ".tiff",
        ".bmp",
        ".webp",
        ".json",
        ".zip",
    }
)
"""Endings of formats that are read: whoever has them, but not the content, is damaged."""

_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"Rar!\x1a\x07", ".rar"),
    (0, b"7z\xbc\xaf\x27\x1c", ".7z"),
    (0, b"\x1f\x8b", ".gz"),
    (0, b"BZh", ".bz2"),
    (0, b"\xfd7zXZ\x00", ".xz"),
    (257, b"ustar", ".tar"),
    (0, b"{\\rtf", ".rtf"),
    (0, b"GIF8", ".gif"),
    (0, b"8BPS", ".psd"),
    (0, b"%!PS", ".ps"),
    (0, b"\x00\x00\x00\x0cjP  ", ".jp2"),
    (4, b"ftypheic", ".heic"),
    (4, b"ftypheix", ".heic"),
    (4, b"ftyphevc", ".heic"),
    (4, b"ftypmif1", ".heic"),
    (4, b"ftypmsf1", ".heic"),
    (4, b"ftypavif", ".avif"),
    (4, b"ftyp", ".mp4"),
    (0, b"MZ", ".exe"),
    (0, b"<!DOCTYPE html", ".html"),
    (0, b"<!doctype html", ".html"),
    (0, b"<html", ".html"),
)
_OFFICE_TOPS = {
    "word": ".docx", "xl": ".xlsx", "ppt": ".pptx", "visio": ".vsdx", "FixedDocSeq.fdseq": ".xps",
}  # fmt: skip
_PACKAGES = (
    ({"OFD.xml"}, ".ofd"),
    ({"mimetype", "content.xml"}, ".odt"),
    ({"AndroidManifest.xml"}, ".apk"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENDINGS = frozenset(
    {".doc", ".dot", ".wps", ".wpt", ".xls", ".et", ".ppt", ".pps", ".dps", ".msg", ".vsd", ".mpp"}
)
_OFFICE_ENDINGS = frozenset({".docx", ".docm", ".xlsx", ".xlsm", ".pptx", ".ppsx"})


def unsupported(path: str, ending: str) -> Refusal:
    """A refusal of a file whose true kind is known by an ending such as ``.xlsx``."""
    what, do = _BY_SUFFIX.get(ending, ("该格式的文件", _AS_DOCUMENT))
    return Refusal(path, UNSUPPORTED, f"{what}（{ending}）不在可读取的格式之内；{do}。")


def old_office(path: str, head: bytes) -> bool:
    """Whether name and content say old office format; the same container also locks new ones."""
    return head.startswith(_OLE) and suffix(path) in _OLE_ENDINGS


def unrecognised(path: str, head: bytes) -> Refusal:
    """A refusal of a file that no format recognises, by its content, then by its name.

    Args:
        path: as shown in the bundle.
        head: the file's first bytes.
    """
    named = suffix(path)
    if head.startswith(_OLE):
        return _compound(path, named)
    for offset, magic, ending in _MAGIC:
        if head.startswith(magic, offset):
            return unsupported(path, named if _same_thing(named, ending) else ending)
    if named in _READ:
        reason = f"文件内容不是有效的 {named[1:].upper()} 文件，可能已损坏；请重新导出后提交。"
        return Refusal(path, UNREADABLE, reason)
    if named in _BY_SUFFIX:
        return unsupported(path, named)
    of_what = f"（{named}）" if named else ""
    reason = f"无法识别该文件的格式{of_what}；请另存为 PDF、DOCX 或图片后重新提交。"
    return Refusal(path, UNSUPPORTED, reason)


def _same_thing(named: str, ending: str) -> bool:
    """Whether the name's ending says the same as the content, only more exactly (.tgz, .mov)."""
    return named in _BY_SUFFIX and _BY_SUFFIX[named] == _BY_SUFFIX[ending]


def _compound(path: str, named: str) -> Refusal:
    """OLE compound files: the old office formats, and new ones under a password."""
    if named in _OFFICE_ENDINGS:
        reason = (
            "文件设有打开密码，或实为旧版 Office 文件；请去除密码，另存为 PDF 或 DOCX 后重新提交。"
        )
        return Refusal(path, UNREADABLE, reason)
    return unsupported(path, named if named in _OLE_ENDINGS else ".doc")


def package_ending(members: Iterable[Member]) -> str:
    """What a ZIP file is that is no mere archive, by its members' names.

    Returns:
        ``.docx``, ``.xlsx``, ``.ofd`` …, or an empty string for an archive.
    """
    names = {member.name for member in members}
    if "[Content_Types].xml" in names:
        tops = {name.split("/", 1)[0] for name in names}
        return next((ending for top, ending in _OFFICE_TOPS.items() if top in tops), ".docx")
    return next((ending for marks, ending in _PACKAGES if marks <= names), "")
