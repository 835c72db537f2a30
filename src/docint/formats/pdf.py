"""PDF: pages drawn by PDFium, and the text layer as it states itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import numpy as np
import pypdfium2 as pdfium

from docint.errors import UnreadableError
from docint.formats._signatures import signatures
from docint.formats._textlayer import text_layer
from docint.types.reading import Page, Traces

if TYPE_CHECKING:
    from docint.contracts import Image, Opened, Sheet

LARGEST = 40_000_000
"""Pixels a page is drawn with at most; posters are drawn coarser."""


class Leaf:
    """One page of an open PDF."""

    def __init__(self, document: Any, number: int) -> None:
        self._document = document
        self.number = number

    @property
    def size(self) -> tuple[float, float]:
        """Points, the page's own rotation applied."""
        with self._page() as page:
            width, height = page.get_size()
            return float(width), float(height)

    def printed(self) -> Page | None:
        """The text layer, or None where there is none."""
        with self._page() as page:
            return text_layer(page, self.number)

    def image(self, dpi: int) -> Image | None:
        """The page drawn with its annotations."""
        with self._page() as page:
            width, height = page.get_size()
            if width < 1 or height < 1:
                raise UnreadableError(f"第{self.number}页尺寸异常，无法显示，请重新导出后提交")
            scale = min(dpi / 72, (LARGEST / (width * height)) ** 0.5)
            drawn = page.render(scale=scale, rev_byteorder=True)
            pixels = np.array(drawn.to_numpy()[:, :, :3], dtype=np.uint8)
            drawn.close()
            return pixels

    def _page(self) -> _Open:
        return _Open(self._document, self.number)


class _Open:
    """A page held open for one question."""

    def __init__(self, document: Any, number: int) -> None:
        self._document, self._number = document, number

    def __enter__(self) -> Any:
        try:
            self._page = self._document[self._number - 1]
            if self._page.formenv is not None:
                self._flatten()
        except pdfium.PdfiumError as error:
            raise UnreadableError(f"第{self._number}页已损坏，请重新导出后提交") from error
        return self._page

    def _flatten(self) -> None:
        """Print filled-in fields and remarks into the page: text like any other."""
        try:
            if self._page.flatten() == pdfium.raw.FLATTEN_SUCCESS:
                self._page.close()
                self._page = self._document[self._number - 1]
        except (pdfium.PdfiumError, RuntimeError):
            return  # the page stands as it is

    def __exit__(self, *_: object) -> None:
        self._page.close()


class Portable:
    """An opened PDF."""

    data: Mapping[str, Any] | None = None

    def __init__(self, document: Any, traces: Traces) -> None:
        self._document = document
        self.traces = traces
        self.sheets: Sequence[Sheet] = [Leaf(document, n + 1) for n in range(len(document))]

    def close(self) -> None:
        """Let go of PDFium's memory."""
        self._document.close()


class PdfFormat:
    """PDF as PDFium opens it."""

    name = "pdf"
    suffixes = (".pdf",)

    def recognises(self, head: bytes) -> bool:
        """By the signature, which may follow some debris."""
        return b"%PDF-" in head[:1024]

    def open(self, content: bytes) -> Opened:
        """Open the document.

        Raises:
            UnreadableError: damaged, encrypted, or without pages.
        """
        try:
            document = pdfium.PdfDocument(content)
        except pdfium.PdfiumError as error:
            if "password" in str(error).lower():
                raise UnreadableError("文件设有打开密码，请去除密码后重新提交") from error
            raise UnreadableError("PDF 文件已损坏，无法打开，请重新导出后提交") from error
        if not len(document):
            document.close()
            raise UnreadableError("PDF 文件没有任何页面，请重新导出后提交")
        if document.get_formtype():
            with suppress(pdfium.PdfiumError):
                document.init_forms()  # so that filled-in fields are drawn
        return Portable(document, _traces(document, content))


def _traces(document: Any, content: bytes) -> Traces:
    """Who made and saved the file; only what the file states itself."""
    stated = {}
    with suppress(pdfium.PdfiumError, UnicodeError):
        stated = document.get_metadata_dict()
    return Traces(
        producer=stated.get("Producer", ""),
        creator=stated.get("Creator", ""),
        created=stated.get("CreationDate", ""),
        modified=stated.get("ModDate", ""),
        revisions=max(1, sum(1 for _ in _ends(content))),
        signatures=tuple(signatures(document, len(content))),
    )


def _ends(content: bytes) -> Iterator[int]:
    """Offsets of the ends of saved revisions; a linearised file's first end points to 0."""
    for end in re.finditer(rb"startxref\s{1,4}(\d{1,12})\s{0,4}%%EOF", content):
        if int(end[1]):
            yield end.end()


format = PdfFormat()  # noqa: A001 - the name the shelf asks for
