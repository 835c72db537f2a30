"""The command line: finds the command that was called, and says in one line what went wrong.

Commands are loaded only when they are called, so that help is there at once.
"""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console
from typer.core import TyperCommand, TyperGroup

from docint import __version__, usage
from docint.errors import DocintError, UsageError

COMMANDS = {
    "screen": "核验一个申报件，写出 report.json、report.html、report.docx。",
    "bulk": "批量核验：每个申报件一份报告，另有总表；中断后再次运行即可续做。",
    "read": "识读一个文件：页、行、字、表格、印章、二维码及其位置（JSON）。",
    "extract": "提取一个文件中的各份材料及其内容（JSON）。",
    "policies": "列出各办法，或一个办法的全部条款、性质与核验项，或比较两个办法。",
    "explain": "说明一项发现的来由：条文、规则、数据、页面位置与原文。",
    "new": "生成一份待填写的政策文件及其原文文件。",
    "evaluate": "用带标准答案的语料衡量准确率、召回率、置信度校准与核验发现。",
}
"""Own commands, each a module of ``commands/``, with the line that help shows."""


def _others() -> dict[str, EntryPoint]:
    """Commands that other packages add through the entry-point group ``docint.commands``."""
    return {entry.name: entry for entry in entry_points(group="docint.commands")}


class Commands(TyperGroup):
    """All commands by name; only the one that is called is loaded."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - Click's signature
        """Names, own ones first."""
        return [*COMMANDS, *_others()]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command; for a list of all, only its name and its line of help."""
        if cmd_name in COMMANDS and cmd_name not in ctx.meta.get("called", ()):
            return TyperCommand(cmd_name, help=COMMANDS[cmd_name])
        if cmd_name in COMMANDS:
            return _command(cmd_name, import_module(f"docint.commands.{cmd_name}").command)
        entry = _others().get(cmd_name)
        return _command(cmd_name, entry.load()) if entry else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Click asks this for the command that is called."""
        ctx.meta["called"] = (args[0],)
        return super().resolve_command(ctx, args)


def _command(name: str, function: Any) -> Any:
    single = typer.Typer(add_completion=False, context_settings=CONTEXT)
    single.command(name=name)(function)
    return typer.main.get_command(single)


INTERRUPTED = 130
errors = Console(stderr=True, highlight=False)
CONTEXT = {"help_option_names": ["-h", "--help"]}
app = typer.Typer(
    name="docint",
    cls=Commands,
    help="核验创新联合体等项目的申报材料：识读证明文件，与申报内容和办法条文逐项对照，列出不一致之处。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings=CONTEXT,
)


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


def main() -> None:
    """Run; every error of ours is one sentence, and the exit code as in the contract."""
    try:
        code = app(standalone_mode=False)
    except UsageError as error:
        _complain(str(error), 2)
    except DocintError as error:
        _complain(str(error), 1)
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None
    except Exception as error:
        if hasattr(error, "format_message"):  # the parser's: Typer gives its errors no public name
            _misused(error)
        # a fault of ours: the story goes to a file, not to the user
        _complain(f"程序内部出错（{type(error).__name__}），详情见 {_told()}。", 1)
    if code == INTERRUPTED:
        _complain("已中断；再次运行同一命令可继续。", INTERRUPTED)
    raise SystemExit(code or 0)


def _misused(error: Any) -> NoReturn:
    if type(error).__name__ == "NoArgsIsHelpError":
        error.show()
        raise SystemExit(2)
    _complain(usage.told(error), 2)


def _told() -> str:
    with tempfile.NamedTemporaryFile("w", prefix="docint-", suffix=".log", delete=False) as file:
        file.write(traceback.format_exc())
        return file.name


def _complain(sentence: str, code: int) -> NoReturn:
    errors.print(f"错误：{sentence}", markup=False, soft_wrap=True)
    raise SystemExit(code)
