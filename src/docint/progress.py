"""Progress by page on standard error: a bar where somebody watches, silence in a pipe."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

from docint.readers import Progress as PageRead


class Bar:
    """A line that says what is being read; a context manager."""

    def __init__(self, console: Console, title: str) -> None:
        self._console = console
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task = self._progress.add_task(title, total=None)
        self._files: dict[str, tuple[int, int]] = {}

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()

    def page(self, read: PageRead) -> None:
        """A page was read."""
        self._files[read.file] = (read.page, read.pages)
        self._progress.update(
            self._task,
            description=f"{read.file} 第 {read.page}/{read.pages} 页",
            completed=sum(done for done, _ in self._files.values()),
            total=sum(pages for _, pages in self._files.values()),
        )

    def done(self, text: str) -> None:
        """A bundle is finished: a line that stays, and the count of pages begins anew."""
        self._console.print(text, markup=False)
        self._files.clear()

    def say(self, text: str) -> None:
        """What is being done besides reading."""
        self._progress.update(self._task, description=text)
