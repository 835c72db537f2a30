"""``docint screen``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from docint import screen, terminal
from docint.commands._shared import (
    AppliedOn,
    Ocr,
    PolicyName,
    StageName,
    Workers,
    day,
    errors,
    settings_of,
    stage_of,
)
from docint.progress import Bar
from docint.readers import Readers
from docint.second import available
from docint.settings import Settings


def command(
    bundle: Annotated[Path, typer.Argument(help="申报件：文件夹、.zip 或单个文件。")],
    policy: PolicyName,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="报告目录；默认 ./out/<申报件名>。")
    ] = None,
    applied_on: AppliedOn = None,
    stage: StageName = "application",
    ocr: Ocr = None,
    workers: Workers = None,
) -> None:
    """核验一个申报件，写出 report.json、report.html、report.docx。"""
    settings = settings_of(ocr, workers)
    asked = screen.Asked(screen.policy(policy, settings.policies), day(applied_on), stage_of(stage))
    with screen.taken(bundle, settings) as taken, Readers(settings) as readers:
        target = out or Path("out") / taken.name
        with Bar(errors, "读取材料") as bar:
            read = readers.start(taken).result(bar.page)
            bar.say("核对并写出报告")
            screened = screen.screen(taken, read, asked, readers.version, settings)
            report = screen.write(screened, target)
    terminal.show_report(errors, report, target)
    if screened.second_seconds >= 0.05:
        errors.print(f"其中第二识别引擎复读 {screened.second_seconds:.1f} 秒", style="dim")
    _mention_second(settings, report)


def _mention_second(settings: Settings, report: Mapping[str, Any]) -> None:
    unproved = any(f["severity"] == "medium" for f in report["findings"])
    if unproved and not available(settings.second):
        errors.print(
            "提示：本机没有第二识别引擎（tesseract 及其 chi_sim 语言数据），"
            "仅凭一次识读的不一致至多列为“一般”。",
            style="dim",
        )
