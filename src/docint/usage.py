"""Wrong usage of the command line in Chinese (用法有误): Typer tells of it in English only."""

from __future__ import annotations

import re
from typing import Any

_REASONS = (
    (r"valid (?:integer|int)\b", "应为整数"),
    (r"valid (?:number|float)\b", "应为数字"),
    (r"valid (?:boolean|bool)\b", "应为 true 或 false"),
    (r"greater than or equal to (\S+)|>=\s*(\S+)", "不应小于 {}"),
    (r"less than or equal to (\S+)|<=\s*(\S+)", "不应大于 {}"),
    (r"(?:should be|not one of) (.+)", "应为下列之一：{}"),
    (r"does not exist", "不存在"),
    (r"is a directory", "是文件夹，应为文件"),
    (r"is a file", "是文件，应为文件夹"),
    (r"not (?:readable|writable)", "没有读写权限"),
)
_WHOLE = (
    (r"No such command '(.+?)'", "没有“{}”这一命令"),
    (r"unexpected extra argument\S* \((.+)\)", "多出了参数：{}"),
    (r"Missing command", "请给出命令"),
    (r"takes (\d+) values", "应给出 {} 个值"),
)


def told(error: Any) -> str:
    """One sentence: what is wrong, and where the usage is explained.

    Args:
        error: of Typer; of Click in its older versions, by the same names.
    """
    say = _TELLERS.get(type(error).__name__, _whole)
    command = error.ctx.command_path if getattr(error, "ctx", None) else "docint"
    return f"{say(error)}；用法见 {command} --help。"


def _option(error: Any) -> str:
    alike = "、".join(sorted(error.possibilities or ()))
    return f"没有“{error.option_name}”这一选项" + (f"（是否指 {alike}？）" if alike else "")


def _absent(error: Any) -> str:
    kind = "选项" if getattr(error.param, "param_type_name", "") == "option" else "参数"
    return f"缺少{kind} {_name(error)}"


def _value_of(error: Any) -> str:
    if "does not take" in error.message:
        return f"选项 {error.option_name} 不带值"
    return f"选项 {error.option_name} 后面应写出它的值"


def _bad(error: Any) -> str:
    return f"{_name(error)} 的值不对：{_matched(_REASONS, error.message) or '不符合要求'}"


def _whole(error: Any) -> str:
    return _matched(_WHOLE, error.message) or f"命令写法有误（{error.format_message()}）"


def _name(error: Any) -> str:
    hint = error.param_hint or (error.param.get_error_hint() if error.param else "")
    shown = hint if isinstance(hint, str) else " / ".join(hint)
    return shown.replace("'", "")


def _matched(sentences: tuple[tuple[str, str], ...], message: str) -> str:
    for pattern, sentence in sentences:
        if found := re.search(pattern, message):
            return sentence.format(next(filter(None, found.groups()), ""))
    return ""


_TELLERS = {
    "NoSuchOption": _option,
    "MissingParameter": _absent,
    "BadOptionUsage": _value_of,
    "BadParameter": _bad,
}
