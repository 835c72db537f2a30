"""Printed pages to pictures: sealed and signed on their spots, then scanned or photographed."""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

import numpy as np
import pypdfium2 as pdfium
from PIL import Image

from corpora import scan as scanning
from corpora import seal as seals
from corpora.paper import Mark
from corpora.press import Box, Print
from corpora.scan import Matrix, Quality
from corpora.seal import Ink
from corpora.wear import Picture

MM = 1 / 25.4


@dataclass
class Drawn:
    """A page as it is handed in."""

    picture: Picture
    quality: int
    dpi: int
    matrix: Matrix
    turned: int = 0
    """Degrees clockwise that the stored page was turned."""
    grey: bool = False
    seals: list[dict[str, Any]] = field(default_factory=list)
    signatures: list[dict[str, Any]] = field(default_factory=list)


def pages(printed: Print, quality: Quality, random: Random, *, colored: bool) -> list[Drawn]:
    """Every sheet of a paper captured in a quality; ``colored`` forbids grey copies."""
    wanted = _one_pass(quality, random, colored=colored)
    dpi = wanted.dpi[0]
    document = pdfium.PdfDocument(printed.pdf)
    made = []
    for number, sheet in enumerate(document):
        clean = _rendered(sheet, max(dpi, 200))
        page, stamped, signed = _marked(clean, printed, number, max(dpi, 200), wanted, random)
        seen = scanning.scan(page, random, wanted)
        turn = random.choice((90, 180, 270)) if not wanted.desk and random.random() < 0.04 else 0
        made.append(
            Drawn(
                scanning.turn(seen.image, turn),
                seen.jpeg_quality,
                seen.dpi,
                seen.matrix,
                turn,
                seen.grey,
                [_gold(s, seen.matrix, grey=seen.grey) for s in stamped],
                [s | {"box": _round(scanning.carry(s["box"], seen.matrix))} for s in signed],
            )
        )
    return made


def _one_pass(quality: Quality, random: Random, *, colored: bool) -> Quality:
    """A paper goes through the scanner in one pass: one resolution, all colour or all grey."""
    grey = not colored and random.random() < quality.grey
    bilevel = random.random() < quality.bilevel
    return replace(
        quality, dpi=(random.choice(quality.dpi),), grey=float(grey), bilevel=float(bilevel)
    )


def _rendered(sheet: pdfium.PdfPage, dpi: int) -> Picture:
    drawn = sheet.render(scale=dpi / 72, rev_byteorder=True).to_numpy()
    return np.ascontiguousarray(drawn[:, :, :3])


def _marked(
    page: Picture, printed: Print, number: int, dpi: int, quality: Quality, random: Random
) -> tuple[Picture, list[seals.Seal], list[dict[str, Any]]]:
    stamped: list[seals.Seal] = []
    signed: list[dict[str, Any]] = []
    for index, spot in printed.sheets[number].marks.items():
        mark = printed.paper.marks[index]
        ink = _ink(mark, dpi, random)
        at = _at(mark, spot, page.shape[:2], dpi, random, over=quality.seals_over_text)
        page = seals.stamp(page, ink, at, random)
        truth = seals.sealed(mark.text, ink, at, page)
        if mark.kind == "hand":
            signed.append({"name": mark.text, "role": mark.role, "signed": True, "box": truth.box})
        else:
            stamped.append(truth)
    return page, stamped, signed


def _ink(mark: Mark, dpi: int, random: Random) -> Ink:
    """A company's seal is 40 mm wide, an authority's 42 to 45, a person's 18."""
    number = mark.number or f"4403{random.randrange(10**9):09d}"
    if mark.kind == "hand":
        return seals.signature(mark.text, random, height=round(dpi * MM * random.uniform(9, 13)))
    if mark.kind == "name":
        return seals.square_name_seal(
            mark.text, random, side=round(dpi * MM * random.uniform(15, 19))
        )
    wide = round(
        dpi
        * MM
        * (random.uniform(41, 45) if mark.role.endswith("机关") else random.uniform(38, 42))
    )
    line = "合同专用章" if mark.kind == "contract" else ""
    worn = mark.kind != "electronic"
    number = number if worn and random.random() < 0.85 else ""
    return seals.round_seal(mark.text, random, number=number, diameter=wide, line=line, worn=worn)


_NEAR = {"hand": ((2, 14), (-2, 1)), "name": ((6, 14), (-2, 3))}


def _at(
    mark: Mark, spot: Box, size: tuple[int, int], dpi: int, random: Random, *, over: bool
) -> tuple[float, float]:
    """Where a hand sets it: near its spot, a seal often right over the print left of it."""
    aside, down = _NEAR.get(mark.kind, ((-26, -6), (-3, 6)) if over else ((-16, 8), (-4, 8)))
    height, width = size
    x = (spot[0] + spot[2]) / 2 * width + random.uniform(*aside) * dpi * MM
    y = (spot[1] + spot[3]) / 2 * height + random.uniform(*down) * dpi * MM
    edge = (12 if mark.kind in _NEAR else 24) * dpi * MM
    return min(max(x, edge), width - edge), min(max(y, edge), height - edge)


def _gold(truth: seals.Seal, matrix: Matrix, *, grey: bool) -> dict[str, Any]:
    return truth.carried(matrix, grey=grey).gold()


def _round(box: Box) -> list[float]:
    return [round(edge, 4) for edge in box]


def electronic(printed: Print, random: Random) -> tuple[bytes, list[Drawn]]:
    """The paper as a PDF with a text layer, seals and signatures laid in as pictures."""
    document = pdfium.PdfDocument(printed.pdf)
    made = []
    for number, sheet in enumerate(document):
        width, height = sheet.get_size()
        drawn = Drawn(np.zeros((1, 1, 3), np.uint8), 0, 0, np.eye(3))
        for index, spot in printed.sheets[number].marks.items():
            mark = printed.paper.marks[index]
            if mark.kind == "seal":
                mark = replace(mark, kind="electronic")
            _inlay(document, sheet, mark, spot, (width, height), drawn, random)
        sheet.gen_content()
        made.append(drawn)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue(), made


def _inlay(
    document: pdfium.PdfDocument,
    sheet: pdfium.PdfPage,
    mark: Mark,
    spot: Box,
    size: tuple[float, float],
    drawn: Drawn,
    random: Random,
) -> None:
    dpi = 200
    ink = _ink(mark, dpi, random)
    pixels = (round(size[1] * dpi / 72), round(size[0] * dpi / 72))
    x, y = _at(mark, spot, pixels, dpi, random, over=False)
    picture = pdfium.PdfImage.new(document)
    picture.set_bitmap(pdfium.PdfBitmap.from_pil(Image.fromarray(ink, "RGBA")))
    tall, wide = ink.shape[0] * 72 / dpi, ink.shape[1] * 72 / dpi
    left, bottom = x * 72 / dpi - wide / 2, size[1] - y * 72 / dpi - tall / 2
    picture.set_matrix(pdfium.PdfMatrix().scale(wide, tall).translate(left, bottom))
    sheet.insert_obj(picture)
    truth = seals.sealed(mark.text, ink, (x, y), np.zeros((*pixels, 3), np.uint8))
    if mark.kind == "hand":
        drawn.signatures.append(
            {"name": mark.text, "role": mark.role, "signed": True, "box": _round(truth.box)}
        )
    else:
        drawn.seals.append(truth.gold())
