"""DOCX: paragraphs and tables in document order, and scans pasted into the text."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

import docx
from docx.opc.exceptions import PackageNotFoundError

from docint.errors import UnreadableError, UnsupportedError
from docint.formats._markup import written
from docint.formats._pasted import pasted
from docint.read.pixels import Frame
from docint.types.reading import Page, Traces

if TYPE_CHECKING:
    from docint.contracts import Image, Opened, Sheet

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PARTS = (b"[Content_Types].xml", b"_rels/", b"word/", b"docProps/", b"customXml/")
MOST_BYTES = 400_000_000
MOST_PARTS = 5_000
LOCKED = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Written:
    """A page of markup: what stands between two page breaks."""

    page: Page

    @property
    def number(self) -> int:
        """From 1."""
        return self.page.number

    @property
    def size(self) -> tuple[float, float]:
        """Zeros: markup has no geometry."""
        return 0.0, 0.0

    def printed(self) -> Page | None:
        """The text as written."""
        return self.page

    def image(self, dpi: int) -> Image | None:  # noqa: ARG002 - the contract names it
        """None: nobody has laid the page out."""
        return None


@dataclass(frozen=True, slots=True)
class Pasted:
    """A scan pasted into the document, read as a page of its own."""

    number: int
    frame: Frame

    @property
    def size(self) -> tuple[float, float]:
        """Points, by the picture's own resolution."""
        return self.frame.size

    def printed(self) -> Page | None:
        """None: a picture states no text."""
        return None

    def image(self, dpi: int) -> Image | None:
        """The picture at a resolution."""
        return self.frame.at(dpi)


@dataclass(slots=True)
class Word:
    """An opened DOCX."""

    sheets: Sequence[Sheet]
    traces: Traces
    data: Mapping[str, Any] | None = None

    def close(self) -> None:
        """Nothing is held open."""


class DocxFormat:
    """Word documents of 2007 and later."""

    name = "docx"
    suffixes = (".docx", ".docm", ".doc")

    def recognises(self, head: bytes) -> bool:
        """A ZIP that begins as Office writes it, or an OLE file (encrypted, or the old format)."""
        return head.startswith(OLE) or (head.startswith(ZIP) and any(p in head for p in PARTS))

    def open(self, content: bytes) -> Opened:
        """Parse the document.

        Raises:
            UnreadableError: damaged, encrypted or too large.
            UnsupportedError: a Word file of before 2007, or another Office file.
        """
        if content.startswith(OLE):
            raise _old(content)
        _check(content)
        document = _parsed(content)
        pages = written(document)
        pictures = [
            Pasted(number, frame)
            for number, frame in enumerate(pasted(document), start=len(pages) + 1)
        ]
        sheets = [Written(replace(page, number=n)) for n, page in enumerate(pages, start=1)]
        return Word([*sheets, *pictures], _traces(document))


def _old(content: bytes) -> UnreadableError | UnsupportedError:
    if LOCKED in content:
        return UnreadableError("文件设有打开密码，请去除密码后重新提交")
    return UnsupportedError("旧版 Office 格式（如 .doc）无法读取，请另存为 .docx 或 PDF 后重新提交")


def _check(content: bytes) -> None:
    """Refuse archives that unpack to more than a document can be."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableError("Word 文件已损坏或不完整，请重新保存后提交") from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        raise UnreadableError("Word 文件展开后过大，请删减图片后重新提交")
    if not any(part.filename.lower().startswith("word/") for part in parts):
        raise UnsupportedError("不是 Word 文件（可能是表格或演示文稿），请导出为 PDF 后重新提交")


def _parsed(content: bytes) -> Any:
    try:
        return docx.Document(BytesIO(content))
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise UnreadableError("Word 文件已损坏或缺少正文，请重新保存后提交") from error
    except Exception as error:  # lxml and zlib raise many things on damaged parts
        raise UnreadableError("Word 文件已损坏，无法打开，请重新保存后提交") from error


def _traces(document: Any) -> Traces:
    try:
        stated = document.core_properties
        return Traces(
            creator=stated.author or "",
            created=stated.created.isoformat() if stated.created else "",
            modified=stated.modified.isoformat() if stated.modified else "",
        )
    except Exception:  # properties are optional and often malformed
        return Traces()


format = DocxFormat()  # noqa: A001 - the name the shelf asks for
