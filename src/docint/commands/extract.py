"""``docint extract``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from docint import screen
from docint.commands._shared import Ocr, errors, one_file, said, settings_of, show
from docint.errors import UsageError


def command(
    file: Annotated[Path, typer.Argument(help="PDF、DOCX、图片或 application.json。")],
    kind: Annotated[
        str | None,
        typer.Option("--type", help="指定文件类型，如 business-license；不给则自动判断。"),
    ] = None,
    ocr: Ocr = None,
) -> None:
    """提取一个文件中的各份材料及其内容（JSON）。"""
    if kind is not None and kind not in screen.kinds():
        raise UsageError(f"没有名为“{kind}”的文件类型；现有：{'、'.join(sorted(screen.kinds()))}。")
    settings = settings_of(ocr)
    with one_file(file, settings) as (bundle, readings, refusals):
        for refusal in refusals:
            errors.print(said(refusal), markup=False, soft_wrap=True)
        show(screen.extracted(bundle, readings, settings, kind))
