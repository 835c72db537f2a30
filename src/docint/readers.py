"""Reads the files of bundles in worker processes, page by page, each page only once.

A page that crashes, loops or eats memory costs itself: it is listed as unread and the rest of
its document stands. Pages read before, on any run, come from the cache.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from docint import shelf
from docint.cache import Readings
from docint.contracts import Engine, Format, Opened
from docint.errors import UnreadableError, UnsupportedError, UsageError
from docint.read.once import Once
from docint.read.reading import FAILED, read_page, without_backs
from docint.settings import Settings
from docint.types.reading import Page, Reading, Traces
from docint.types.source import Bundle, Refusal, Source
from docint.work import Done, Pending, Pool

READING_VERSION = "13"
"""Raised whenever pages of the same bytes would be read otherwise; part of the cache key."""


@dataclass(frozen=True, slots=True)
class Progress:
    """A page was read (进度)."""

    file: str
    page: int
    pages: int
    cached: bool = False


Tell = Callable[[Progress], None]
Read = tuple[dict[str, Reading], tuple[Refusal, ...]]
"""Readings by source hash, and what could not be read: whole files, and single pages."""


def recognise(head: bytes) -> str | None:
    """Name of the format that reads a file beginning with these bytes, or None."""
    formats: Mapping[str, Format] = shelf.units("formats", "format")
    return next((name for name, form in formats.items() if form.recognises(head)), None)


def engine(name: str) -> Engine:
    """The OCR engine of this name.

    Raises:
        UsageError: there is none, or its parts are not installed.
    """
    if name not in shelf.names("engines"):
        known = "、".join(shelf.names("engines"))
        raise UsageError(f"没有名为“{name}”的识别引擎；现有：{known}。")
    found: Engine = shelf.unit("engines", name, "engine")
    if not found.available():
        raise UsageError(f"识别引擎“{name}”的组件没有安装齐全；请安装后重试，或换用其他引擎。")
    return found


# ---------------------------------------------------------------- in the workers


@dataclass(frozen=True, slots=True)
class _File:
    path: str
    format: str


@dataclass(frozen=True, slots=True)
class _Survey:
    """What a file says of itself before its pages are read."""

    pages: int
    traces: Traces
    data: Mapping[str, Any] | None
    refused: str = ""
    unsupported: bool = False


@dataclass(frozen=True, slots=True)
class _Task:
    file: _File
    page: int
    engine: str
    dpi: int
    threads: int


@lru_cache(maxsize=2)
def _opened(file: _File) -> Opened:
    form: Format = shelf.unit("formats", file.format, "format")
    return form.open(Path(file.path).read_bytes())


@lru_cache(maxsize=1)
def _reader(name: str, threads: int) -> Once:
    found = engine(name)
    return Once(lambda: found.load(threads), name)


def _survey(file: _File) -> _Survey:
    try:
        opened = _opened(file)
    except (UnreadableError, UnsupportedError) as error:
        return _Survey(0, Traces(), None, str(error), isinstance(error, UnsupportedError))
    return _Survey(len(opened.sheets), opened.traces, opened.data)


def _read(task: _Task) -> Page:
    sheet = _opened(task.file).sheets[task.page - 1]
    return read_page(sheet, _reader(task.engine, task.threads), task.dpi)


# ---------------------------------------------------------------- in the parent


class Readers:
    """A pool of warm readers; a context manager."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._engine = engine(settings.ocr)
        self.version = f"{self._engine.version} {settings.dpi}dpi r{READING_VERSION}"
        """Engine, model and settings in force: what makes two readings comparable."""
        self._cache = Readings(settings.cache, settings.cache_size) if settings.cache else None
        self._pool = Pool(
            workers=settings.workers,
            seconds=settings.limits.page_seconds,
            memory=settings.limits.memory,
            threads=settings.threads,
        )

    def __enter__(self) -> Self:
        self._pool.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pool.__exit__(kind, error, trace)

    def start(self, bundle: Bundle) -> Reads:
        """Begin to read a bundle; the pool works on while the caller does something else."""
        unique = {source.sha256: source for source in bundle.sources}
        return Reads([self._begin(source) for source in unique.values()])

    def _begin(self, source: Source) -> _Begun:
        key = f"{source.sha256}-{self.version}"
        known = self._cache.get(key) if self._cache else None
        if known is not None:
            return _Begun(source, known, None, self, key)
        form = recognise(_head(source.content)) or ""
        file = _File(str(source.content), form)
        return _Begun(source, None, self._pool.start(_survey, file), self, key)

    def pages(self, source: Source, form: str, count: int) -> list[Pending[Page]]:
        """Queue the pages of a surveyed file."""
        file = _File(str(source.content), form)
        most = self._settings.limits.pages
        return [
            self._pool.start(
                _read,
                _Task(file, page, self._settings.ocr, self._settings.dpi, self._pool.threads),
            )
            for page in range(1, min(count, most) + 1)
        ]

    def keep(self, key: str, reading: Reading) -> None:
        """Remember a reading for the next run."""
        if self._cache:
            self._cache.put(key, reading)


@dataclass(slots=True)
class _Begun:
    """A file whose reading was begun, or was known already."""

    source: Source
    known: Reading | None
    survey: Pending[_Survey] | None
    readers: Readers
    key: str
    surveyed: _Survey | None = None
    pages: list[Pending[Page]] | None = None

    def queue(self) -> Refusal | None:
        """Wait for the survey and queue the pages; the refusal of a file that has none."""
        if self.survey is None:
            return None
        done: Done[_Survey] = self.survey.result()
        if done.value is None:
            return Refusal(self.source.path, "unreadable-document", done.failure or "")
        if done.value.refused:
            code = "unsupported-file" if done.value.unsupported else "unreadable-document"
            return Refusal(self.source.path, code, done.value.refused)
        self.surveyed = done.value
        form = recognise(_head(self.source.content)) or ""
        self.pages = self.readers.pages(self.source, form, done.value.pages)
        return None

    def finish(self, tell: Tell) -> Reading:
        """Wait for all pages."""
        if self.known is not None:
            count = len(self.known.pages)
            tell(Progress(self.source.path, count, count, cached=True))
            return self.known
        survey, pending = self.surveyed, self.pages
        if survey is None or pending is None:
            raise RuntimeError("finish before queue")
        pages, whole = [], True
        for number, wait in enumerate(pending, 1):
            done: Done[Page] = wait.result()
            whole = whole and done.value is not None and FAILED not in done.value.notes
            pages.append(done.value or _unread(number, done.failure or ""))
            tell(Progress(self.source.path, number, len(pending)))
        pages += [
            _unread(number, f"文件超过 {len(pending)} 页的上限，本页未读取；请拆分后重新提交。")
            for number in range(len(pending) + 1, survey.pages + 1)
        ]
        form = recognise(_head(self.source.content)) or ""
        kept = without_backs(pages)
        reading = Reading(self.source.sha256, form, kept, survey.traces, survey.data)
        if whole:  # a crash or a time-out may have been the machine's fault: try again next time
            self.readers.keep(self.key, reading)
        return reading


@dataclass(slots=True)
class Reads:
    """The reading of one bundle, under way."""

    begun: Sequence[_Begun]
    queued: list[_Begun] | None = None
    refused: list[Refusal] = field(default_factory=list)

    def queue(self) -> None:
        """Wait until every file was opened, and queue its pages; a second call does nothing."""
        if self.queued is None:
            self.queued = []
            for begun in self.begun:
                refusal = begun.queue()
                if refusal:
                    self.refused.append(refusal)
                else:
                    self.queued.append(begun)

    def result(self, tell: Tell) -> Read:
        """Wait for everything; ``tell`` hears of every page."""
        self.queue()
        readings: dict[str, Reading] = {}
        refusals = list(self.refused)
        for begun in self.queued or ():
            reading = begun.finish(tell)
            readings[reading.source] = reading
            refusals += _unread_pages(begun.source, reading)
        return readings, tuple(refusals)


def _unread_pages(source: Source, reading: Reading) -> Iterator[Refusal]:
    for page in reading.pages:
        if page.problem:
            number = page.number if len(reading.pages) > 1 else None
            yield Refusal(source.path, "unreadable-document", page.problem, number)


def _unread(number: int, problem: str) -> Page:
    return Page(number, 0.0, 0.0, "none", problem=problem)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4096)
