"""``docint policies``."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from docint import screen, terminal
from docint.commands._shared import show
from docint.errors import UsageError
from docint.judge.policy import load_all, shelves
from docint.report.policies import compared, plain_policy
from docint.settings import settings


def command(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[名称 | diff 名称 名称]",
            help="办法名称；不给则列出全部；diff 之后给两个名称则比较二者。",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。")] = False,
) -> None:
    """列出各办法，或一个办法的全部条款、性质与核验项，或比较两个办法。"""
    console = Console(highlight=False)
    folder = settings().policies
    given = names or []
    if given[:1] == ["diff"] and len(given) == 3:
        one, other = (screen.policy(name, folder) for name in given[1:])
        found = compared(one, other)
        show(found) if as_json else terminal.show_difference(console, found)
    elif len(given) == 1 and given != ["diff"]:
        policy = screen.policy(given[0], folder)
        show(plain_policy(policy)) if as_json else terminal.show_policy(console, policy)
    elif not given:
        policies = list(load_all(screen.checks(), *shelves(folder)).values())
        if as_json:
            show([plain_policy(policy) for policy in policies])
        else:
            terminal.show_policies(console, policies)
    else:
        raise UsageError("请给出一个办法的名称，或写作 docint policies diff 名称 名称。")
