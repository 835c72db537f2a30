"""``docint evaluate``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from docint.commands._shared import Ocr, errors, settings_of
from docint.evaluate.corpus import cases
from docint.evaluate.measure import evaluate
from docint.evaluate.tables import as_json, show
from docint.progress import Bar


def command(
    corpus: Annotated[Path, typer.Argument(help="语料库：<名称>/bundle/ 与 <名称>/gold.json。")],
    out: Annotated[Path | None, typer.Option("--out", "-o", help="另存 JSON 结果。")] = None,
    fields: Annotated[bool, typer.Option("--fields", help="逐类型逐字段列出。")] = False,
    ocr: Ocr = None,
) -> None:
    """用带标准答案的语料衡量：各字段的准确率、召回率、置信度校准与核验发现。"""
    with Bar(errors, "读取语料") as bar:
        made = cases(corpus, settings_of(ocr), bar.page, bar.done)
    result = evaluate(
        [(c.report, c.gold) for c in made], [c.texts for c in made], [c.name for c in made]
    )
    Console(highlight=False, width=110).print(show(result, fields))
    if out:
        out.write_text(json.dumps(as_json(result), ensure_ascii=False, indent=1), "utf-8")
