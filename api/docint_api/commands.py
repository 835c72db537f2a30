"""The service's commands; they join the command line through ``docint.commands``.

What they need is loaded when they are called, so that ``docint --help`` is there at once.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer


def serve(
    host: Annotated[str, typer.Option("--host", help="监听地址。")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", help="监听端口。")] = 8000,
) -> None:
    """启动 HTTP 服务与审查工作台。"""
    import_module("docint_api.serving").serve(host, port)


def users(
    action: Annotated[str, typer.Argument(help="list、add、invite、disable 或 enable。")] = "list",
    name: Annotated[str, typer.Argument(help="账户名。")] = "",
    role: Annotated[
        str, typer.Option("--role", help="submitter、reviewer、lead 或 operator。")
    ] = "submitter",
) -> None:
    """管理账户：列出、新增、发出登录链接、停用、启用。"""
    import_module("docint_api.administration").users(action, name, role)


def keys(
    action: Annotated[str, typer.Argument(help="list、add 或 revoke。")] = "list",
    name: Annotated[str, typer.Argument(help="add：账户名；revoke：密钥前缀。")] = "",
    label: Annotated[str, typer.Option("--label", help="用途。")] = "",
    scopes: Annotated[
        str, typer.Option("--scopes", help="以逗号分隔；默认为该角色的全部权限。")
    ] = "",
    days: Annotated[int, typer.Option("--days", min=0, help="有效天数；0 为长期。")] = 0,
) -> None:
    """管理 API 密钥：列出、新增（只显示一次）、吊销。"""
    import_module("docint_api.administration").keys(action, name, label, scopes, days)


def backup(
    folder: Annotated[Path, typer.Argument(help="空文件夹；数据库与全部文件存入其中。")],
) -> None:
    """备份服务的数据库与文件；服务不必停止。"""
    import_module("docint_api.administration").back_up(folder)


def restore(
    folder: Annotated[Path, typer.Argument(help="docint backup 所存的文件夹。")],
) -> None:
    """把备份恢复到空的数据目录，并逐个校验文件。"""
    import_module("docint_api.administration").put_back(folder)


def settings() -> None:
    """列出现行的全部设置。"""
    import_module("docint_api.administration").show_settings()
