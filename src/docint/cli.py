"""The command line: JSON to standard output, progress and messages to standard error."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from importlib.metadata import entry_points
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from docint import __version__, bulk, screen, terminal
from docint.errors import DocintError, UsageError
from docint.evaluate.corpus import cases
from docint.evaluate.measure import evaluate
from docint.evaluate.tables import as_json, show
from docint.judge.policy import load_all
from docint.progress import Bar
from docint.readers import Readers
from docint.report.policies import plain_policy
from docint.report.readings import plain_reading
from docint.second import available
from docint.settings import Settings
from docint.settings import settings as configured
from docint.types.reading import Reading
from docint.types.source import Bundle, Refusal

app = typer.Typer(
    name="docint",
    help="核验创新联合体等项目的申报材料：识读证明文件，与申报内容和办法条文逐项对照，列出不一致之处。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
errors = Console(stderr=True, highlight=False)

PolicyName = Annotated[
    str, typer.Option("--policy", "-p", help="依据的办法，如 futian-2023；docint policies 可列出。")
]
AppliedOn = Annotated[
    str | None,
    typer.Option("--applied-on", metavar="YYYY-MM-DD", help="申报日期；不给则取申请表所载日期。"),
]
Ocr = Annotated[str | None, typer.Option("--ocr", help="识别引擎：rapidocr（默认）或 tesseract。")]
Workers = Annotated[
    int | None, typer.Option("--workers", min=1, help="识读进程数；默认等于处理器核数。")
]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"docint {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="显示版本。")
    ] = False,
) -> None:
    """All commands: see their own help."""


@app.command(name="screen")
def screen_command(
    bundle: Annotated[Path, typer.Argument(help="申报件：文件夹、.zip 或单个文件。")],
    policy: PolicyName,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="报告目录；默认 ./out/<申报件名>。")
    ] = None,
    applied_on: AppliedOn = None,
    ocr: Ocr = None,
    workers: Workers = None,
) -> None:
    """核验一个申报件，写出 report.json、report.html、report.docx。"""
    settings = _settings(ocr, workers)
    asked = screen.Asked(screen.policy(policy), _date(applied_on))
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


@app.command(name="bulk")
def bulk_command(
    folder: Annotated[Path, typer.Argument(help="每个直接子文件夹或 .zip 为一个申报件。")],
    policy: PolicyName,
    out: Annotated[Path, typer.Option("--out", "-o", help="输出目录。")],
    applied_on: AppliedOn = None,
    ocr: Ocr = None,
    workers: Workers = None,
) -> None:
    """批量核验：每个申报件一份报告，另有总表；中断后再次运行即可续做。"""
    settings = _settings(ocr, workers)
    asked = screen.Asked(screen.policy(policy), _date(applied_on))
    with Bar(errors, "读取材料") as bar:

        def done(row: bulk.Row, number: int, total: int) -> None:
            bar.done(f"[{number}/{total}] {row['name']}：{terminal.outcome(row)}")

        rows = bulk.bulk(folder, asked, out, settings, tell=bar.page, done=done)
    terminal.show_rows(errors, rows, out)
    if any(row["error"] for row in rows):
        raise typer.Exit(1)


@app.command(name="read")
def read_command(
    file: Annotated[Path, typer.Argument(help="PDF、DOCX、图片或 application.json。")],
    ocr: Ocr = None,
) -> None:
    """识读一个文件：页、行、字、表格、印章、二维码及其位置（JSON）。"""
    with _one_file(file, _settings(ocr, None)) as (bundle, readings, refusals):
        for refusal in refusals:
            errors.print(_said(refusal), markup=False, soft_wrap=True)
        _print(
            _only(
                plain_reading(readings[source.sha256], source.path)
                for source in bundle.sources
                if source.sha256 in readings
            )
        )


@app.command(name="extract")
def extract_command(
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
    settings = _settings(ocr, None)
    with _one_file(file, settings) as (bundle, readings, refusals):
        for refusal in refusals:
            errors.print(_said(refusal), markup=False, soft_wrap=True)
        _print(screen.extracted(bundle, readings, settings, kind))


@app.command(name="policies")
def policies_command(
    name: Annotated[str | None, typer.Argument(help="办法名称；不给则列出全部。")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。")] = False,
) -> None:
    """列出各办法，或一个办法的全部条款、性质与核验项。"""
    console = Console(highlight=False)
    if name is None:
        found = list(load_all(screen.checks()).values())
        if as_json:
            _print([plain_policy(policy) for policy in found])
        else:
            terminal.show_policies(console, found)
        return
    policy = screen.policy(name)
    _print(plain_policy(policy)) if as_json else terminal.show_policy(console, policy)


@app.command(name="evaluate")
def evaluate_command(
    corpus: Annotated[Path, typer.Argument(help="语料库：<名称>/bundle/ 与 <名称>/gold.json。")],
    out: Annotated[Path | None, typer.Option("--out", "-o", help="另存 JSON 结果。")] = None,
    fields: Annotated[bool, typer.Option("--fields", help="逐类型逐字段列出。")] = False,
    ocr: Ocr = None,
) -> None:
    """用带标准答案的语料衡量：各字段的准确率、召回率、置信度校准与核验发现。"""
    with Bar(errors, "读取语料") as bar:
        made = cases(corpus, _settings(ocr, None), bar.page, bar.done)
    result = evaluate([(c.report, c.gold) for c in made], [c.texts for c in made])
    Console(highlight=False, width=110).print(show(result, fields))
    if out:
        out.write_text(json.dumps(as_json(result), ensure_ascii=False, indent=1), "utf-8")


@contextmanager
def _one_file(
    file: Path, settings: Settings
) -> Iterator[tuple[Bundle, Mapping[str, Reading], tuple[Refusal, ...]]]:
    """Read what lies at a path.

    Raises:
        DocintError: nothing of it could be read.
    """
    with screen.taken(file, settings) as bundle, Readers(settings) as readers:
        with Bar(errors, "读取") as bar:
            readings, unread = readers.start(bundle).result(bar.page)
        if not readings:
            raise DocintError(_said(unread[0]) if unread else f"“{file}”中没有可读取的内容。")
        yield bundle, readings, (*bundle.refusals, *unread)


def _said(refusal: Refusal) -> str:
    page = f" 第 {refusal.page} 页" if refusal.page else ""
    return f"{refusal.path}{page}：{refusal.reason}"


def _only(items: Iterator[Any]) -> Any:
    """The one item itself, or all of them."""
    found = list(items)
    return found[0] if len(found) == 1 else found


def _print(data: Any) -> None:
    json.dump(data, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def _settings(ocr: str | None, workers: int | None) -> Settings:
    found = configured()
    return replace(found, ocr=ocr or found.ocr, workers=workers or found.workers)


def _date(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"“{text}”不是日期；请写作 2024-03-15 的形式。") from None


def _mention_second(settings: Settings, report: Mapping[str, Any]) -> None:
    unproved = any(f["severity"] == "medium" for f in report["findings"])
    if unproved and not available(settings.second):
        errors.print(
            "提示：本机没有第二识别引擎（tesseract 及其 chi_sim 语言数据），"
            "仅凭一次识读的不一致至多列为“一般”。",
            style="dim",
        )


def _commands_of_others() -> None:
    """Commands that other packages add through the entry-point group ``docint.commands``."""
    for entry in entry_points(group="docint.commands"):
        app.command(name=entry.name)(entry.load())


def main() -> None:
    """Run; every error of ours is one sentence, and the exit code as in the contract."""
    try:
        _commands_of_others()
        app()
    except UsageError as error:
        _complain(str(error), 2)
    except DocintError as error:
        _complain(str(error), 1)
    except KeyboardInterrupt:
        _complain("已中断；再次运行同一命令可继续。", 130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None


def _complain(sentence: str, code: int) -> None:
    errors.print(f"错误：{sentence}", markup=False, soft_wrap=True)
    raise SystemExit(code)
