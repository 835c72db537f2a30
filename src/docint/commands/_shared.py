"""What commands share: options, settings, and how they speak: stdout for data, else stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any, cast, get_args

import typer
from rich.console import Console

from docint import screen
from docint.errors import DocintError, UsageError
from docint.progress import Bar
from docint.readers import Readers
from docint.settings import Settings
from docint.settings import settings as configured
from docint.types.case import Stage
from docint.types.reading import Reading
from docint.types.source import Bundle, Refusal

errors = Console(stderr=True, highlight=False)

PolicyName = Annotated[
    str, typer.Option("--policy", "-p", help="依据的办法，如 futian-2023；docint policies 可列出。")
]
AppliedOn = Annotated[
    str | None,
    typer.Option("--applied-on", metavar="YYYY-MM-DD", help="申报日期；不给则取申请表所载日期。"),
]
StageName = Annotated[
    str,
    typer.Option("--stage", help="阶段：application（申报，默认）或 acceptance（验收）。"),
]
Ocr = Annotated[str | None, typer.Option("--ocr", help="识别引擎：rapidocr（默认）或 tesseract。")]
Workers = Annotated[
    int | None, typer.Option("--workers", min=1, help="识读进程数；默认等于处理器核数。")
]


@contextmanager
def one_file(
    file: Path, settings: Settings
) -> Iterator[tuple[Bundle, Mapping[str, Reading], tuple[Refusal, ...]]]:
    """Read what lies at a path; what could not be read is said on standard error.

    Raises:
        DocintError: nothing of it could be read.
    """
    with screen.taken(file, settings) as bundle, Readers(settings) as readers:
        with Bar(errors, "读取") as bar:
            readings, unread = readers.start(bundle).result(bar.page)
        if not readings:
            raise DocintError(said(unread[0]) if unread else f"“{file}”中没有可读取的内容。")
        yield bundle, readings, (*bundle.refusals, *unread)


def said(refusal: Refusal) -> str:
    """A refusal as one line."""
    page = f" 第 {refusal.page} 页" if refusal.page else ""
    return f"{refusal.path}{page}：{refusal.reason}"


def only(items: Iterator[Any]) -> Any:
    """The one item itself, or all of them."""
    found = list(items)
    return found[0] if len(found) == 1 else found


def show(data: Any) -> None:
    """Data as JSON on standard output."""
    json.dump(data, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def settings_of(ocr: str | None, workers: int | None = None) -> Settings:
    """The settings in force, options applied."""
    found = configured()
    return replace(found, ocr=ocr or found.ocr, workers=workers or found.workers)


def stage_of(text: str) -> Stage:
    """A stage option.

    Raises:
        UsageError: there is no such stage.
    """
    if text not in get_args(Stage):
        raise UsageError(f"没有名为“{text}”的阶段；应为 application（申报）或 acceptance（验收）。")
    return cast("Stage", text)


def day(text: str | None) -> date | None:
    """A date option.

    Raises:
        UsageError: it is none.
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"“{text}”不是日期；请写作 2024-03-15 的形式。") from None
