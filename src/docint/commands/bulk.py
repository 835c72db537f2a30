"""``docint bulk``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from docint import bulk, screen, terminal
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


def command(
    folder: Annotated[Path, typer.Argument(help="每个直接子文件夹或 .zip 为一个申报件。")],
    policy: PolicyName,
    out: Annotated[Path, typer.Option("--out", "-o", help="输出目录。")],
    applied_on: AppliedOn = None,
    stage: StageName = "application",
    ocr: Ocr = None,
    workers: Workers = None,
) -> None:
    """批量核验：每个申报件一份报告，另有总表；中断后再次运行即可续做。"""
    settings = settings_of(ocr, workers)
    asked = screen.Asked(screen.policy(policy, settings.policies), day(applied_on), stage_of(stage))
    with Bar(errors, "读取材料") as bar:

        def done(row: bulk.Row, number: int, total: int) -> None:
            bar.done(f"[{number}/{total}] {row['name']}：{terminal.outcome(row)}")

        rows = bulk.bulk(folder, asked, out, settings, tell=bar.page, done=done)
    terminal.show_rows(errors, rows, out)
    if any(row["error"] for row in rows):
        raise typer.Exit(1)
