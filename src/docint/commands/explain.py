"""``docint explain``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from docint import terminal
from docint.commands._shared import show
from docint.explain import explained


def command(
    report: Annotated[Path, typer.Argument(help="report.json，或其所在目录。")],
    finding: Annotated[str, typer.Argument(help="发现的编号（f1）或核验项的编号（c7）。")],
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。")] = False,
) -> None:
    """说明一项发现的来由：条文、规则、数据、页面位置与原文。"""
    links = explained(report, finding)
    show(links) if as_json else terminal.show_chain(Console(highlight=False), links)
