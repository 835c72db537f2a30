"""``docint read``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from docint.commands._shared import Ocr, errors, one_file, only, said, settings_of, show
from docint.report.readings import plain_reading


def command(
    file: Annotated[Path, typer.Argument(help="PDF、DOCX、图片或 application.json。")],
    ocr: Ocr = None,
) -> None:
    """识读一个文件：页、行、字、表格、印章、二维码及其位置（JSON）。"""
    with one_file(file, settings_of(ocr)) as (bundle, readings, refusals):
        for refusal in refusals:
            errors.print(said(refusal), markup=False, soft_wrap=True)
        show(
            only(
                plain_reading(readings[source.sha256], source.path)
                for source in bundle.sources
                if source.sha256 in readings
            )
        )
