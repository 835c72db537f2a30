"""``docint policies``."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from docint import screen, terminal
from docint.commands._shared import show
from docint.judge.policy import load_all
from docint.report.policies import plain_policy


def command(
    name: Annotated[str | None, typer.Argument(help="办法名称；不给则列出全部。")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。")] = False,
) -> None:
    """列出各办法，或一个办法的全部条款、性质与核验项。"""
    console = Console(highlight=False)
    if name is None:
        found = list(load_all(screen.checks()).values())
        if as_json:
            show([plain_policy(policy) for policy in found])
        else:
            terminal.show_policies(console, found)
        return
    policy = screen.policy(name)
    show(plain_policy(policy)) if as_json else terminal.show_policy(console, policy)
