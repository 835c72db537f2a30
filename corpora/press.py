"""Papers to PDF pages: one headless Chromium for a bundle, facts found again by their links."""

from __future__ import annotations

import ctypes
import io
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from urllib.parse import unquote

from corpora.paper import FACT, PAPER, Paper

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-pdf-header-footer", "--virtual-time-budget=2000",
)  # fmt: skip

Box = tuple[float, float, float, float]
"""Left, top, right, bottom as fractions of the page."""


@dataclass
class Sheet:
    """A printed page: where its facts stand, and its text lines."""

    facts: dict[str, list[Box]] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)


@dataclass
class Print:
    """A printed paper."""

    paper: Paper
    pdf: bytes
    sheets: list[Sheet]


def chromium() -> str:
    """Path of the browser."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    raise SystemExit("corpora need Chromium: apt-get install chromium")


def press(papers: list[Paper]) -> list[Print]:
    """Print all papers in one go."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "papers.html"), Path(folder, "papers.pdf")
        source.write_text(_page(papers), encoding="utf-8")
        subprocess.run(
            [chromium(), *FLAGS, f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}", source.as_uri()],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        content = target.read_bytes()
    return _split(content, papers)


def _page(papers: list[Paper]) -> str:
    style = (
        "@page{size:A4;margin:0}@page wide{size:A4 landscape;margin:0}"
        "*{box-sizing:border-box}body{margin:0}a{color:inherit;text-decoration:none}"
        "section{break-after:page;position:relative}.mark{position:absolute;left:0;top:0;font-size:1px;color:#fff}"
        ".sheet{break-after:page;position:relative}.sheet:last-child{break-after:auto}"
    )
    bodies = []
    for number, paper in enumerate(papers):
        style += f".p{number}{{{'page:wide;' if paper.landscape else ''}{paper.css}}}"
        bodies.append(
            f'<section class="p{number}"><a class="mark" href="{PAPER}{number}">.</a>{paper.html}</section>'
        )
    return f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>{style}</style><body>{"".join(bodies)}</body></html>'


def _split(content: bytes, papers: list[Paper]) -> list[Print]:
    whole = pdfium.PdfDocument(content)
    owners: list[int] = []
    sheets: list[Sheet] = []
    current = 0
    for page in whole:
        sheet = Sheet()
        for uri, box in _links(whole, page):
            if uri.startswith(PAPER):
                current = int(uri.removeprefix(PAPER).strip("/"))
            elif uri.startswith(FACT):
                sheet.facts.setdefault(unquote(uri.removeprefix(FACT)), []).append(box)
        sheet.lines = [t for t in page.get_textpage().get_text_range().split("\r\n") if t.strip(" .")]
        owners.append(current)
        sheets.append(sheet)
    return [
        Print(paper, _pages(whole, [i for i, o in enumerate(owners) if o == n]), [s for s, o in zip(sheets, owners, strict=True) if o == n])
        for n, paper in enumerate(papers)
    ]  # fmt: skip


def _links(document: pdfium.PdfDocument, page: pdfium.PdfPage) -> list[tuple[str, Box]]:
    width, height = page.get_size()
    found = []
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annot = raw.FPDFPage_GetAnnot(page, index)
        link = raw.FPDFAnnot_GetLink(annot)
        if link:
            action = raw.FPDFLink_GetAction(link)
            size = raw.FPDFAction_GetURIPath(document, action, None, 0)
            buffer = ctypes.create_string_buffer(size)
            raw.FPDFAction_GetURIPath(document, action, buffer, size)
            rect = raw.FS_RECTF()
            raw.FPDFAnnot_GetRect(annot, rect)
            box = (rect.left / width, 1 - max(rect.top, rect.bottom) / height, rect.right / width, 1 - min(rect.top, rect.bottom) / height)  # fmt: skip
            found.append((buffer.value.decode("utf-8"), box))
        raw.FPDFPage_CloseAnnot(annot)
    return found


def _pages(whole: pdfium.PdfDocument, numbers: list[int]) -> bytes:
    """These pages as a PDF of their own, without the links."""
    part = pdfium.PdfDocument.new()
    part.import_pages(whole, numbers)
    for page in part:
        while raw.FPDFPage_GetAnnotCount(page):
            raw.FPDFPage_RemoveAnnot(page, 0)
    buffer = io.BytesIO()
    part.save(buffer)
    return buffer.getvalue()
