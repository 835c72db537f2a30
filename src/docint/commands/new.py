"""``docint new``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from docint import screen
from docint.commands._shared import errors
from docint.errors import DocintError, UsageError
from docint.judge.outline import PLACEHOLDER, skeleton
from docint.judge.policy import names, shelves
from docint.settings import settings

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def command(
    what: Annotated[str, typer.Argument(help="要新建什么：policy（政策文件）。")],
    name: Annotated[str, typer.Argument(help="名称：小写字母、数字与连字符，如 hefei-2024。")],
    text: Annotated[
        Path | None, typer.Option("--text", help="办法原文（UTF-8 文本）；各条各项自动列出。")
    ] = None,
    folder: Annotated[
        Path | None, typer.Option("--folder", help="存放处；默认为设置 policies 所指的文件夹。")
    ] = None,
) -> None:
    """生成一份待填写的政策文件及其原文文件。"""
    if what != "policy":
        raise UsageError(f"不能新建“{what}”；可写作 docint new policy 名称。")
    if not _NAME.fullmatch(name):
        raise UsageError(f"名称“{name}”不合规则：只用小写字母、数字与连字符，如 hefei-2024。")
    extra = folder or settings().policies
    if extra is None:
        raise UsageError(
            "请以 --folder 指定存放处，或以设置 policies（环境变量 DOCINT_POLICIES）指定文件夹。"
        )
    if name in names(*(shelves(extra) if extra.is_dir() else shelves(None))):
        raise UsageError(f"已有名为“{name}”的政策，请换一个名称。")
    path = _laid_out(extra, name, _text(text))
    errors.print(f"已生成 {path}，请逐条填写；", markup=False, soft_wrap=True)
    errors.print(f"写完后以 DOCINT_POLICIES={extra} docint policies {name} 查验。", soft_wrap=True)


def _text(path: Path | None) -> str:
    if path is None:
        return PLACEHOLDER
    try:
        return path.read_text("utf-8")
    except FileNotFoundError as error:
        raise DocintError(f"找不到办法原文“{path}”。") from error
    except (OSError, UnicodeDecodeError) as error:
        raise DocintError(f"办法原文“{path}”无法读取；请存为 UTF-8 文本。") from error


def _laid_out(folder: Path, name: str, text: str) -> Path:
    path, own = folder / f"{name}.yaml", folder / "texts" / f"{name}.txt"
    content = skeleton(name, text, screen.checks())
    try:
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text(text, "utf-8")
        path.write_text(content, "utf-8")
    except OSError as error:
        raise DocintError(f"政策文件无法写入“{folder}”：{error.strerror}。") from error
    return path
