"""Papers to PDF pages: one headless Chromium for a bundle, facts found again by their links."""

from __future__ import annotations

import ctypes
import io
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

import pypdfium2 as pdfium
from pypdfium2 import raw

from corpora.paper import FACT, MARK, PAPER, Paper

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
    "--virtual-time-budget=2000",
)

SECONDS = 300
"""What a bundle's papers may take to print; at the second attempt three times as long."""

RULER = 75.0
"""Points that the link at the head of every paper is wide, if the print is true to size."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom as fractions of the page."""
Run = tuple[str, Box]


@dataclass
class Sheet:
    """A printed page: where its facts and marks stand, and its text lines."""

    facts: dict[str, list[Box]] = field(default_factory=dict)
    marks: dict[int, Box] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    """Its text run by run, each in its box: what stands where."""


@dataclass
class Print:
    """A printed paper."""

    paper: Paper
    pdf: bytes
    sheets: list[Sheet]


def chromium() -> str:
    """Path of the browser.

    Raises:
        SystemExit: there is none.
    """
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    raise SystemExit("corpora need Chromium: apt-get install chromium")


def press(papers: list[Paper]) -> list[Print]:
    """Print all papers in one go.

    Raises:
        TooWideError: one of them does not fit on its pages.
    """
    content = _printed(papers)
    if not _true_to_size(content):
        wide = [paper for paper in papers if not _true_to_size(_printed([paper]))]
        raise TooWideError(", ".join(f"{paper.kind} {paper.layout}" for paper in wide))
    return _split(content, papers)


class TooWideError(ValueError):
    """Papers, by kind and layout, for whose width the browser shrinks all it prints."""


def _printed(papers: list[Paper]) -> bytes:
    page = _page(papers)
    try:
        return _pdf(page, SECONDS)
    except (subprocess.SubprocessError, FileNotFoundError):
        # A machine under load: once more from a fresh profile, with more time.
        return _pdf(page, 3 * SECONDS)


def _true_to_size(content: bytes) -> bool:
    """Whether the first ruler is as long as it was drawn; all shrink together."""
    whole = pdfium.PdfDocument(content)
    page = whole[0]
    left, _, right, _ = next(box for uri, box in _links(whole, page) if uri.startswith(PAPER))
    return (right - left) * float(page.get_width()) > RULER - 0.1


def _pdf(page: str, seconds: float) -> bytes:
    """A page of HTML as PDF.

    Raises:
        subprocess.SubprocessError: the browser failed or took too long.
        FileNotFoundError: it ended without having printed.
    """
    # A browser that was stopped may still write into its profile.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        source, target = Path(folder, "papers.html"), Path(folder, "papers.pdf")
        source.write_text(page, encoding="utf-8")
        command = [
            chromium(),
            *FLAGS,
            f"--user-data-dir={folder}/profile",
            f"--print-to-pdf={target}",
        ]
        subprocess.run(  # noqa: S603
            [*command, source.as_uri()], check=True, capture_output=True, timeout=seconds
        )
        return target.read_bytes()


_STYLE = (
    "*{box-sizing:border-box}body{margin:0}a{color:inherit;text-decoration:none}"
    "section{break-after:page;position:relative}section:last-child{break-after:auto}"
    f".owner{{position:absolute;left:0;top:0;width:{RULER}pt;height:1px;overflow:hidden;font-size:1px;color:#fff}}"
    ".spot{display:inline-block;width:2mm;height:2mm;font-size:1px;color:#0000}"
    ".sheet{break-after:page;position:relative;overflow:hidden}.sheet:last-child{break-after:auto}"
)


def _page(papers: list[Paper]) -> str:
    style, bodies = _STYLE, []
    for number, paper in enumerate(papers):
        style += f"@page q{number}{{{paper.page}}}.p{number}{{page:q{number};{paper.css}}}"
        owner = f'<a class="owner" href="{PAPER}{number}">.</a>'
        bodies.append(f'<section class="p{number}">{owner}{paper.html}</section>')
    head = f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>{style}</style>'
    return f"{head}<body>{''.join(bodies)}</body></html>"


def _split(content: bytes, papers: list[Paper]) -> list[Print]:
    whole = pdfium.PdfDocument(content)
    owners: list[int] = []
    sheets: list[Sheet] = []
    current = 0
    for page in whole:
        sheet, owner = _sheet(whole, page)
        current = current if owner is None else owner
        owners.append(current)
        sheets.append(sheet)
    prints = []
    for number, paper in enumerate(papers):
        mine = [i for i, owner in enumerate(owners) if owner == number]
        kept = [i for n, i in enumerate(mine) if n not in paper.drop]
        prints.append(Print(paper, _pages(whole, kept), [sheets[i] for i in kept]))
    return prints


def _sheet(whole: pdfium.PdfDocument, page: pdfium.PdfPage) -> tuple[Sheet, int | None]:
    sheet, owner = Sheet(), None
    for uri, box in _links(whole, page):
        if uri.startswith(PAPER):
            owner = int(uri.removeprefix(PAPER).strip("/"))
        elif uri.startswith(MARK):
            sheet.marks[int(uri.removeprefix(MARK).strip("/"))] = box
        elif uri.startswith(FACT):
            sheet.facts.setdefault(unquote(uri.removeprefix(FACT)), []).append(box)
    runs = _runs(page)
    width, height = page.get_size()
    sheet.lines = _lines(runs)
    sheet.runs = [
        (words, (x0 / width, 1 - y1 / height, x1 / width, 1 - y0 / height))
        for words, (x0, y0, x1, y1) in runs
    ]
    return sheet, owner


def _runs(page: pdfium.PdfPage) -> list[Run]:
    """The page's runs of text: left, bottom, right, top in points from the lower left."""
    text = page.get_textpage()
    found = []
    for index in range(text.count_rects()):
        box = text.get_rect(index)
        words = text.get_text_bounded(*box).replace("\r\n", "").strip()
        if words.strip(" .\xa0"):
            found.append((words, box))
    return found


def _lines(runs: list[Run]) -> list[str]:
    """The page's text as it stands: runs at one height are one line."""
    rows = [((bottom + top) / 2, left, words) for words, (left, bottom, _, top) in runs]
    rows.sort(key=lambda row: -row[0])
    lines: list[list[tuple[float, float, str]]] = []
    for row in rows:
        if lines and abs(lines[-1][-1][0] - row[0]) < 3.5:
            lines[-1].append(row)
        else:
            lines.append([row])
    return [" ".join(r[2] for r in sorted(line, key=lambda r: r[1])) for line in lines]


def _links(document: pdfium.PdfDocument, page: pdfium.PdfPage) -> list[tuple[str, Box]]:
    width, height = page.get_size()
    found = []
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annot = raw.FPDFPage_GetAnnot(page, index)
        link = raw.FPDFAnnot_GetLink(annot)
        if link:
            rect = raw.FS_RECTF()
            raw.FPDFAnnot_GetRect(annot, rect)
            low, high = min(rect.top, rect.bottom), max(rect.top, rect.bottom)
            box = (rect.left / width, 1 - high / height, rect.right / width, 1 - low / height)
            found.append((_address(document, link), box))
        raw.FPDFPage_CloseAnnot(annot)
    return found


def _address(document: pdfium.PdfDocument, link: object) -> str:
    action = raw.FPDFLink_GetAction(link)
    size = raw.FPDFAction_GetURIPath(document, action, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAction_GetURIPath(document, action, buffer, size)
    return buffer.value.decode("utf-8")


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
