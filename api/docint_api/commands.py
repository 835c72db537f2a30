"""The service's commands; they join the command line through ``docint.commands``."""

from __future__ import annotations

from typing import Annotated

import typer
import uvicorn


def serve(
    host: Annotated[str, typer.Option("--host", help="监听地址。")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", help="监听端口。")] = 8000,
) -> None:
    """启动 HTTP 服务。"""
    uvicorn.run("docint_api.app:application", factory=True, host=host, port=port)
