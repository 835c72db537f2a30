"""Every bundle below a folder → a report each, and the tables of the call (批量核验)."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docint import __version__
from docint.errors import DocintError
from docint.readers import Readers, Reads, Tell
from docint.report import overview
from docint.screen import NAMES, Asked, plain_asked, screen, taken, write
from docint.settings import Settings
from docint.types.article import Policy
from docint.types.source import Bundle


@dataclass(frozen=True, slots=True)
class Task:
    """One bundle to screen."""

    path: Path
    name: str
    """Name of its folder in the output; unique."""


Row = Mapping[str, Any]

log = logging.getLogger(__name__)


def tasks(folder: Path) -> tuple[Task, ...]:
    """The bundles of a folder: its direct sub-folders and ``.zip`` files, by name.

    Raises:
        DocintError: there is no such folder, or no bundle in it.
    """
    if not folder.is_dir():
        raise DocintError(f"找不到文件夹“{folder}”；请检查路径。")
    found = sorted(
        path
        for path in folder.iterdir()
        if not path.name.startswith(".")
        and not path.is_symlink()
        and (path.is_dir() or path.suffix.lower() == ".zip")
    )
    if not found:
        raise DocintError(f"“{folder}”中没有申报件；每个申报件应为一个子文件夹或一个 .zip 文件。")
    taken: set[str] = set()
    return tuple(Task(path, _name(path, taken)) for path in found)


def _name(path: Path, taken: set[str]) -> str:
    stem = path.name if path.is_dir() else path.stem
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    taken.add(name)
    return name


def bulk(
    folder: Path,
    asked: Asked,
    out: Path,
    settings: Settings,
    *,
    tell: Tell,
    done: Callable[[Row, int, int], None],
) -> tuple[Row, ...]:
    """Screen every bundle of a folder; what was done before is kept.

    While one bundle is judged and its report written, the pool already reads the next.

    Args:
        folder: its direct sub-folders and zips are the bundles.
        asked: policy and date, for all.
        out: gets ``<name>/report.*`` for each, and the tables.
        settings: limits, engine, workers.
        tell: hears of every page read.
        done: hears of every bundle finished, its number and the number of all.

    Returns:
        A row for each bundle, in the order of their names; ``error`` tells of those that failed.

    Raises:
        DocintError: no such folder, no bundle in it, or nowhere to write.
    """
    found = tasks(folder)
    with _writing(out):
        out.mkdir(parents=True, exist_ok=True)
    rows: list[Row] = []
    with Readers(settings) as readers, ExitStack() as stack:
        run = _Run(asked, out, readers, settings, tell, stack)
        now = run.begin(found[0])
        for number, following in enumerate((*found[1:], None), 1):
            ahead = run.begin(following) if following else None
            rows.append(run.finish(now, ahead))
            done(rows[-1], number, len(found))
            now = ahead or now
    with _writing(out):
        _tables(asked.policy, out, rows)
    return tuple(rows)


@contextmanager
def _writing(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise DocintError(f"结果无法写入“{out}”：{error.strerror}；请检查路径和权限。") from error


@dataclass(slots=True)
class _Begun:
    """A bundle under way: known already, being read, or failed at the door."""

    task: Task
    row: Row | None = None
    bundle: Bundle | None = None
    reads: Reads | None = None
    spool: ExitStack = field(default_factory=ExitStack)


@dataclass(frozen=True, slots=True)
class _Run:
    asked: Asked
    out: Path
    readers: Readers
    settings: Settings
    tell: Tell
    stack: ExitStack

    def begin(self, task: Task) -> _Begun:
        """Take the bundle in and start to read it, unless its report is there already."""
        begun = _Begun(task)
        self.stack.push(begun.spool)
        try:
            bundle = begun.spool.enter_context(taken(task.path, self.settings))
            known = _known(self.out / task.name, bundle, self.asked, self.readers.version)
            if known is not None:
                begun.row = _row(task, known)
            else:
                begun.bundle, begun.reads = bundle, self.readers.start(bundle)
        except DocintError as error:
            begun.row = _failed(task, str(error))
        return begun

    def finish(self, begun: _Begun, ahead: _Begun | None) -> Row:
        """Wait for the pages, queue the next bundle's, judge and write."""
        with begun.spool:
            if begun.row is not None or begun.bundle is None or begun.reads is None:
                return begun.row or _failed(begun.task, "")
            try:
                read = begun.reads.result(self.tell)
                if ahead and ahead.reads:
                    ahead.reads.queue()
                version = self.readers.version
                screened = screen(begun.bundle, read, self.asked, version, self.settings)
                return _row(begun.task, write(screened, self.out / begun.task.name))
            except DocintError as error:
                return _failed(begun.task, str(error))
            except Exception as error:  # a fault of ours costs this bundle, not the call
                log.exception("bundle %s failed", begun.task.name)
                return _failed(begun.task, f"程序内部出错（{type(error).__name__}），本件未完成。")


def _failed(task: Task, error: str) -> Row:
    return {"name": task.name, "report": None, "summary": None, "error": error}


def _row(task: Task, report: Mapping[str, Any]) -> Row:
    return {
        "name": task.name,
        "report": f"{task.name}/{NAMES[0]}",
        "summary": report["summary"],
        "error": None,
    }


def _known(target: Path, bundle: Bundle, asked: Asked, engine: str) -> Mapping[str, Any] | None:
    """The finished report of the same bytes, policy, date and version, if there is one."""
    if not all((target / name).is_file() for name in NAMES):
        return None
    try:
        report: Mapping[str, Any] = json.loads((target / NAMES[0]).read_text("utf-8"))
        same = (
            report["submission"]["sha256"] == bundle.sha256
            and report["asked"] == plain_asked(asked, engine)
            and report["docint"] == __version__
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None  # half a file from an interrupted run: screened anew
    return report if same else None


def _tables(policy: Policy, out: Path, rows: list[Row]) -> None:
    reports = {row["name"]: report for row, report in _reports(out, rows)}
    summary = overview.summary(policy.name, rows)
    (out / "summary.json").write_text(
        json.dumps(summary, ensure_ascii=False, indent=1), encoding="utf-8"
    )
    # The mark lets Excel open the Chinese text right by a double click.
    (out / "summary.csv").write_text(overview.as_csv(rows), encoding="utf-8-sig")
    (out / "summary.xlsx").write_bytes(overview.as_xlsx(rows, reports))
    (out / "index.html").write_text(overview.as_html(policy.title, rows), encoding="utf-8")


def _reports(out: Path, rows: list[Row]) -> Iterator[tuple[Row, Mapping[str, Any]]]:
    for row in rows:
        if row["report"]:
            yield row, json.loads((out / row["report"]).read_text("utf-8"))
