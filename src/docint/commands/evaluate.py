"""``docint evaluate``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from docint.commands._shared import Ocr, errors, settings_of
from docint.errors import UsageError
from docint.evaluate.corpus import cases
from docint.evaluate.floors import SLACK, below, raised, rates
from docint.evaluate.measure import evaluate
from docint.evaluate.page import html
from docint.evaluate.tables import as_json, show
from docint.progress import Bar

PICTURES = 20
"""Mistakes of a bundle that are cut from their pages for the report."""


def command(
    corpus: Annotated[Path, typer.Argument(help="语料库：<名称>/bundle/ 与 <名称>/gold.json。")],
    out: Annotated[
        list[Path] | None,
        typer.Option("--out", "-o", help="另存结果：.html 为可阅读的报告，.json 为数据；可重复。"),
    ] = None,
    floors: Annotated[
        Path | None,
        typer.Option("--floors", help="底线文件：低于其中本语料的底线时以状态 1 结束。"),
    ] = None,
    lift: Annotated[bool, typer.Option("--raise", help="按本次结果抬高底线，只升不降。")] = False,
    fields: Annotated[bool, typer.Option("--fields", help="逐类型逐字段列出。")] = False,
    ocr: Ocr = None,
) -> None:
    """用带标准答案的语料衡量：各字段的准确率、召回率、置信度校准与核验发现。"""
    wanted = {path: path.suffix.lower() for path in out or ()}
    if strange := [path for path, suffix in wanted.items() if suffix not in {".html", ".json"}]:
        raise UsageError(f"“{strange[0]}”的扩展名应为 .html 或 .json。")
    pictures = PICTURES if ".html" in wanted.values() else 0
    with Bar(errors, "读取语料") as bar:
        made = cases(corpus, settings_of(ocr), bar.page, bar.done, pictures=pictures)
    result = evaluate(
        [(c.report, c.gold) for c in made], [c.texts for c in made], [c.name for c in made]
    )
    Console(highlight=False, width=110).print(show(result, fields))
    for path, suffix in wanted.items():
        page = suffix == ".html"
        text = html(result, made, corpus.name) if page else _data(as_json(result))
        path.write_text(text, "utf-8")
    if floors:
        _held(floors, corpus.resolve().name, rates(result), lift)


def _held(path: Path, corpus: str, measured: dict[str, float], lift: bool) -> None:
    """Hold what was measured against the corpus' floors, or raise them.

    Raises:
        typer.Exit: something is below its floor.
    """
    known = json.loads(path.read_text("utf-8")) if path.exists() else {}
    mine = known.setdefault(corpus, {"floors": {}})
    if low := below(measured, mine["floors"]):
        errors.print(f"低于底线：{'；'.join(low)}", style="red")
        raise typer.Exit(1)
    if lift:
        mine["floors"] = raised(mine["floors"], measured, mine.get("slack", SLACK))
        path.write_text(_data(known) + "\n", "utf-8")


def _data(made: dict[str, Any]) -> str:
    return json.dumps(made, ensure_ascii=False, indent=1)
