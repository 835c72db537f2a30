"""Pictures and archives to bytes: JPEG, PNG, TIFF, PDF of scans, zip with readable or GBK names."""

from __future__ import annotations

import io
import zipfile

import pypdfium2 as pdfium
from PIL import Image

from corpora.draw import Drawn

_FORMATS = {".png": "PNG", ".bmp": "BMP", ".webp": "WEBP", ".tif": "TIFF"}


def images(name: str, drawn: list[Drawn]) -> bytes:
    """Pages as one file of the format that the name says."""
    suffix = name[name.rfind(".") :].lower()
    if suffix == ".pdf":
        return _pdf(drawn)
    if suffix == ".tif":
        return _tiff(drawn)
    page, buffer = drawn[0], io.BytesIO()
    picture = _picture(page)
    if suffix in (".jpg", ".jpeg"):
        picture.save(buffer, "JPEG", quality=page.quality, dpi=(page.dpi, page.dpi))
    elif suffix == ".webp":
        picture.save(buffer, "WEBP", quality=page.quality)
    else:
        picture.save(buffer, _FORMATS[suffix], dpi=(page.dpi, page.dpi))
    return buffer.getvalue()


def _picture(page: Drawn) -> Image.Image:
    picture = Image.fromarray(page.picture)
    return picture.convert("L") if page.grey else picture


def _tiff(drawn: list[Drawn]) -> bytes:
    buffer = io.BytesIO()
    first, *rest = (_picture(page) for page in drawn)
    dpi = (drawn[0].dpi, drawn[0].dpi)
    first.save(
        buffer,
        "TIFF",
        save_all=True,
        append_images=rest,
        compression="jpeg",
        quality=drawn[0].quality,
        dpi=dpi,
    )
    return buffer.getvalue()


def _pdf(drawn: list[Drawn]) -> bytes:
    """Scanned pages as a PDF of JPEGs, each at its own resolution."""
    document = pdfium.PdfDocument.new()
    for page in drawn:
        buffer = io.BytesIO()
        _picture(page).save(buffer, "JPEG", quality=page.quality)
        buffer.seek(0)
        width, height = (
            side * 72 / page.dpi for side in (page.picture.shape[1], page.picture.shape[0])
        )
        sheet = document.new_page(width, height)
        picture = pdfium.PdfImage.new(document)
        picture.load_jpeg(buffer, inline=True)
        picture.set_matrix(pdfium.PdfMatrix().scale(width, height))
        sheet.insert_obj(picture)
        sheet.gen_content()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def joined(contents: list[bytes]) -> bytes:
    """PDF files, one after the other."""
    if len(contents) == 1:
        return contents[0]
    whole = pdfium.PdfDocument.new()
    for content in contents:
        whole.import_pages(pdfium.PdfDocument(content))
    out = io.BytesIO()
    whole.save(out)
    return out.getvalue()


class _GbkName(zipfile.ZipInfo):
    """A member whose name is written in GBK without the UTF-8 flag, as Chinese Windows does."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 - the library's own name
        return self.filename.encode("gbk"), self.flag_bits & ~0x800


def archive(members: dict[str, bytes], *, gbk: bool) -> bytes:
    """A zip of files; the same members give the same bytes."""
    buffer = io.BytesIO()
    kind = _GbkName if gbk else zipfile.ZipInfo
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in members.items():
            out.writestr(kind(name, (2024, 3, 1, 9, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
