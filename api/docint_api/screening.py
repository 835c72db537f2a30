"""What a worker does with one job: bytes out of the store → a report into the store."""

from __future__ import annotations

import io
import json
import pickle
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from PIL import Image as Pillow

import docint
from docint import __version__, screen
from docint.cache import SUFFIX
from docint.contracts import Tools
from docint.intake import names
from docint.readers import Progress, Readers, Reads
from docint.report.pictures import cover
from docint.settings import Settings
from docint.sheets import Sheets
from docint.types.case import Stage
from docint.types.document import Document
from docint.types.fact import Facts
from docint.types.finding import Judgement
from docint.types.reading import Page
from docint.types.report import Report
from docint.types.source import Bundle
from docint.vocabulary import FINDINGS
from docint_api.corrections import Corrected, amended
from docint_api.store import Store

Say = Callable[[int, int, str], None]
"""Hears how many pages of how many are done, and what is being done."""
QUALITY = 82
PRECHECKED = frozenset({"completeness", "consistency"})


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be screened, and how."""

    submission: str
    name: str
    files: Sequence[tuple[str, str]]
    """Path in the bundle and blob."""
    policy: str
    applied_on: str | None
    corrections: Sequence[Corrected] = ()
    stage: Stage = "application"
    pages: str = ""
    """List of page pictures of an earlier report of the same files."""
    precheck: bool = False
    """For applicants: only what is incomplete or inconsistent, nothing forensic."""


@dataclass(frozen=True, slots=True)
class Made:
    """A report in the store."""

    json: str
    html: str
    docx: str
    pages: str
    summary: dict[str, Any]
    codes: dict[str, int]
    count: int
    """Pages of the bundle."""


@dataclass(slots=True)
class _Count:
    """Pages read so far, over all files."""

    say: Say
    total: int
    files: dict[str, int] = field(default_factory=dict)

    def page(self, progress: Progress) -> None:
        self.files[progress.file] = progress.page
        done = sum(self.files.values())
        words = f"{progress.file} 第 {progress.page}/{progress.pages} 页"
        self.say(done, max(self.total, done), words)


def perform(task: Task, store: Store, readers: Readers, settings: Settings, say: Say) -> Made:
    """Screen one submission.

    Raises:
        DocintError: it cannot be screened; the sentence is for the one who handed it in.
    """
    asked = screen.Asked(
        screen.policy(task.policy, settings.policies), _day(task.applied_on), task.stage
    )
    with tempfile.TemporaryDirectory(prefix="docint-job-", dir=store.work) as folder:
        path = laid_out(task, store, Path(folder))
        with screen.taken(path, settings) as bundle:
            reads = readers.start(bundle)
            say(0, 0, "打开文件")
            reads.queue()
            count = _Count(say, _pages(reads))
            read = reads.result(count.page)
            say(count.total, count.total, "核对并写出报告")
            store.note_readings(task.submission, _reading_names(bundle, readers.version))
            extract = extraction(task, store, f"{bundle.sha256} {readers.version}")
            screened = screen.screen(bundle, read, asked, readers.version, settings, extract)
            if task.precheck:
                screened = replace(screened, report=for_applicants(screened.report))
            pages = task.pages or _listed(bundle, screened, store)
            return _kept(task, screened, pages, store, Path(folder) / "report")


def for_applicants(report: Report) -> Report:
    """The report without forensic and eligibility findings (预检)."""
    judged = report.judgement
    findings = tuple(f for f in judged.findings if f.kind in PRECHECKED)
    checks = tuple(c for c in judged.checks if _of(c.outcome.code) in PRECHECKED)
    kept = {check.id for check in checks}
    articles = tuple(
        replace(article, checks=tuple(one for one in article.checks if one in kept), verdict="")
        for article in judged.articles
    )
    lacking = any(f.kind == "completeness" and f.severity == "high" for f in findings)
    advice: Any = "return" if lacking else ("review" if findings else "pass")
    return replace(report, judgement=Judgement(articles, checks, findings, advice))


def _of(code: str) -> str:
    return FINDINGS[code].kind if code in FINDINGS else ""


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _pages(reads: Reads) -> int:
    return sum(
        len(begun.known.pages) if begun.known else len(begun.pages or ())
        for begun in reads.queued or ()
    )


def _reading_names(bundle: Bundle, version: str) -> list[str]:
    """Files of the cache that hold what was read of this bundle, to be purged with it."""
    keys = {f"{source.sha256}-{version}" for source in bundle.sources}
    return sorted(sha256(key.encode()).hexdigest() + SUFFIX for key in keys)


def extraction(task: Task, store: Store, reading: str) -> screen.Extract:
    """Facts from an earlier screening of the same bytes by the same code, corrections laid over."""
    place = store.facts(task.submission)
    mark = f"{reading} {__version__} {_code()}"

    def extract(documents: tuple[Document, ...], tools: Tools) -> dict[str, Facts]:
        facts = _remembered(place, mark)
        if facts is None:
            facts = screen.facts_in(documents, tools)
            place.write_bytes(pickle.dumps((mark, facts)))
        return amended(documents, facts, task.corrections, screen.kinds())

    return extract


def _remembered(place: Path, mark: str) -> dict[str, Facts] | None:
    try:
        known, facts = pickle.loads(place.read_bytes())  # noqa: S301 - our own, in our own folder
    except (OSError, EOFError, pickle.UnpicklingError, AttributeError, ValueError):
        return None
    return facts if known == mark else None


@cache
def _code() -> int:
    """When the code that extracts last changed: facts of older code do not count."""
    top = Path(docint.__file__).parent
    return max(path.stat().st_mtime_ns for path in top.rglob("*.py"))


def laid_out(task: Task, store: Store, folder: Path) -> Path:
    """The submission as it was handed in: a single file, or a folder of its name."""
    if len(task.files) == 1 and "/" not in task.files[0][0]:
        path, blob = task.files[0]
        store.show(blob, folder / "in" / path)
        return folder / "in" / path
    top = folder / "in" / (names.shown(task.name).replace("/", "_").strip(". ") or "申报件")
    for path, blob in task.files:
        store.show(blob, top / path)
    return top


def _listed(bundle: Bundle, screened: screen.Screened, store: Store) -> str:
    listed = pictured(bundle, screened.report.readings, screened.sheets, store)
    return store.put(_json(listed))


def pictured(
    bundle: Bundle, readings: Mapping[str, Any], sheets: Sheets, store: Store
) -> list[dict[str, Any]]:
    """Every page's picture as people see it, with and without personal numbers."""
    listed: list[dict[str, Any]] = []
    seen: set[str] = set()
    for source in bundle.sources:
        reading = readings.get(source.sha256)
        if reading is None or source.sha256 in seen:
            continue
        seen.add(source.sha256)
        for page in reading.pages:
            entry = {"number": len(listed) + 1, "file": source.path, "page": page.number}
            drawn = partial(sheets.look, source.sha256, page.number)
            listed.append(entry | _facts_of(page) | _picture(drawn, page, store))
    return listed


def _facts_of(page: Page) -> dict[str, Any]:
    told: dict[str, Any] = {"origin": page.origin, "problem": page.problem or None}
    if page.width <= 0:  # nothing to draw: the text itself is shown
        told["lines"] = [{"text": line.text, "where": line.where} for line in page.lines]
    return told


def _picture(drawn: Callable[[], Any], page: Page, store: Store) -> dict[str, Any]:
    pixels = drawn()
    if pixels is None or page.width <= 0:
        return {"image": None, "masked": None, "width": 0, "height": 0}
    sheet = Pillow.fromarray(pixels)
    image = masked = store.put(jpeg(sheet))
    if cover(sheet, page, sheet.width / page.width):
        masked = store.put(jpeg(sheet))
    return {"image": image, "masked": masked, "width": sheet.width, "height": sheet.height}


def jpeg(sheet: Pillow.Image) -> bytes:
    """A picture as people get it; progressive, so that it shows before all of it is there."""
    buffer = io.BytesIO()
    sheet.convert("RGB").save(buffer, "JPEG", quality=QUALITY, progressive=True)
    return buffer.getvalue()


def _kept(task: Task, screened: screen.Screened, pages: str, store: Store, out: Path) -> Made:
    report = screen.write(screened, out)
    report["submission"]["id"] = task.submission
    return Made(
        json=store.put(_json(report)),
        html=store.put_file(out / screen.NAMES[1]),
        docx=store.put_file(out / screen.NAMES[2]),
        pages=pages,
        summary=report["summary"],
        codes=dict(Counter(finding["code"] for finding in report["findings"])),
        count=sum(len(reading.pages) for reading in screened.report.readings.values()),
    )


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
