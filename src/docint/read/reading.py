"""A file's bytes to a Reading: page by page, text layer where it can be trusted, else OCR."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from docint.contracts import Format, Opened, Sheet
from docint.errors import UnreadableError
from docint.read.ink import BLANK, is_blank, without_red
from docint.read.ocr import seen_page
from docint.read.once import Loaded, Once
from docint.read.printed import text_page
from docint.types.reading import Page, Reading

FAILED = "failed"
"""Note of a page on which the reading itself broke down; such a page is not worth remembering."""

Progress: TypeAlias = Callable[[int, int, float], None]
"""Called after each page: its number, how many there are, seconds it took."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How far reading goes."""

    dpi: int = 300
    pages: int = 500
    seconds: float = 60.0
    """For a document, with ``seconds_a_page`` more for each page."""
    seconds_a_page: float = 5.0


def read(
    content: bytes,
    source: str,
    form: Format,
    reader: Loaded,
    *,
    engine: str = "rapidocr",
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> Reading:
    """Read a whole file.

    Args:
        content: the file's bytes.
        source: their SHA-256, hexadecimal.
        form: the format that recognised them.
        reader: a loaded OCR engine, or what loads one; asked only when a page needs it.
        engine: name of that engine, as facts will cite it.
        limits: resolution, pages and time.
        progress: told of each page as it is done.

    Returns:
        All pages; one that could not be read carries its ``problem``, the others stand.

    Raises:
        UnreadableError: the file as a whole cannot be opened.
        UnsupportedError: it is of a format that docint does not read.
    """
    limits = limits or Limits()
    opened = form.open(content)
    try:
        pages = _pages(opened, Once(reader, engine), limits, progress)
        return Reading(source, form.name, without_backs(pages), opened.traces, opened.data)
    finally:
        opened.close()


def _pages(opened: Opened, engine: Once, limits: Limits, progress: Progress | None) -> list[Page]:
    pages = []
    count = len(opened.sheets)
    begun = time.monotonic()
    budget = limits.seconds + limits.seconds_a_page * min(count, limits.pages)
    for sheet in opened.sheets:
        start = time.monotonic()
        if sheet.number > limits.pages:
            page = _unread(sheet, f"文件超过{limits.pages}页的上限，本页未读取，请拆分后重新提交")
        elif start - begun > budget:
            page = _unread(sheet, "文件读取超过时限，本页未读取，请拆分或降低分辨率后重新提交")
        else:
            page = read_page(sheet, engine, limits.dpi)
        pages.append(page)
        if progress:
            progress(sheet.number, count, time.monotonic() - start)
    return pages


def read_page(sheet: Sheet, engine: Once, dpi: int) -> Page:
    """One page; whatever goes wrong on it stays on it."""
    try:
        return _read(sheet, engine, dpi)
    except UnreadableError as error:
        return _unread(sheet, str(error))
    except MemoryError:
        page = _unread(sheet, "本页过大，内存不足，请降低分辨率（300dpi 即可）后重新提交")
        return replace(page, notes=(FAILED,))
    except Exception as error:  # a page's fault must not cost the other pages
        page = _unread(sheet, f"本页处理时出错（{type(error).__name__}），请重新扫描后提交")
        return replace(page, notes=(FAILED,))


def _read(sheet: Sheet, engine: Once, dpi: int) -> Page:
    printed = sheet.printed()
    if printed is not None and printed.origin != "text":
        return printed
    if printed is not None:
        return text_page(sheet, printed, engine, dpi)
    image = sheet.image(dpi)
    if image is None:
        return _unread(sheet, "本页没有可读取的内容")
    if is_blank(without_red(image)):
        return _unread(sheet, BLANK)
    return seen_page(image, sheet.number, sheet.size, engine.get(), engine.name)


def without_backs(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Pages of one file, blank backs of printed sheets no longer counted as unread.

    A file that is blank throughout keeps its problem.
    """
    printed = any(page.lines for page in pages)
    return tuple(
        replace(page, problem="", notes=(*page.notes, "blank"))
        if printed and page.problem == BLANK
        else page
        for page in pages
    )


def _unread(sheet: Sheet, problem: str) -> Page:
    try:
        width, height = sheet.size
    except Exception:  # a damaged page has no size either
        width = height = 0.0
    return Page(sheet.number, width, height, "none", problem=problem)
