"""A page with a text layer: believed where it may be, read like a scan where it may not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from docint.contracts import Sheet
from docint.read.codes import codes_of
from docint.read.ink import BLANK, is_blank, is_colored, without_red
from docint.read.layer import differences, doubt_of, merged
from docint.read.layout import laid_out
from docint.read.ocr import seen_page
from docint.read.once import Once
from docint.read.rules import rules_of
from docint.read.seals import seals_of, spots_of
from docint.types.reading import Page, Seal

if TYPE_CHECKING:
    from docint.contracts import Image

LOOK = 144
"""Dots an inch at which a page is drawn to see its rules, seals and codes."""


def text_page(sheet: Sheet, printed: Page, engine: Once, dpi: int) -> Page:
    """Read a page that states its text.

    Args:
        sheet: the page.
        printed: what it states.
        engine: asked only where the layer is doubtful, or a seal is to be read.
        dpi: resolution for OCR.
    """
    picture = sheet.image(LOOK)
    if picture is None:
        return printed
    scale = printed.width / picture.shape[1]
    grey = without_red(picture)
    if not printed.lines and is_blank(grey):
        return replace(printed, origin="none", problem=BLANK)
    doubt = doubt_of(printed, grey, scale)
    if doubt:
        return _seen(sheet, printed, engine, dpi, doubt)
    lines, tables = laid_out(printed.lines, rules_of(grey, scale))
    return replace(
        printed,
        lines=lines,
        tables=tables,
        seals=_seals(sheet, picture, scale, engine, dpi),
        codes=codes_of(np.ascontiguousarray(picture[:, :, 1]), scale),
        colored=is_colored(picture),
    )


def _seen(sheet: Sheet, printed: Page, engine: Once, dpi: int, doubt: str) -> Page:
    """The page as it shows itself, with remarks on what its layer says instead."""
    image = sheet.image(dpi)
    if image is None:
        return printed
    page = seen_page(image, sheet.number, sheet.size, engine.get(), engine.name)
    notes = (*printed.notes, f"text-layer-{doubt}")
    if not page.lines and doubt in {"missing", "partial"}:
        return replace(printed, notes=notes)  # little print, but print
    if page.turned or page.skew or doubt in {"missing", "garbled"}:
        return replace(page, notes=notes)  # the layer has nothing to say, or says it elsewhere
    if doubt == "partial":
        grey = without_red(image)
        scale = page.width / image.shape[1]
        lines, tables = laid_out(merged(printed.lines, page.lines), rules_of(grey, scale))
        return replace(page, lines=lines, tables=tables, notes=notes)
    return replace(page, notes=(*notes, *differences(printed.lines, page.lines)))


def _seals(sheet: Sheet, picture: Image, scale: float, engine: Once, dpi: int) -> tuple[Seal, ...]:
    """Seals, drawn finer to be read; without coloured ink nothing is spent."""
    if not (spots_of(picture, scale, "red") or spots_of(picture, scale, "blue")):
        return ()
    fine = sheet.image(dpi)
    if fine is None:
        return ()
    factor = picture.shape[1] / fine.shape[1]
    return seals_of(fine, scale * factor, engine.get().read_line)
