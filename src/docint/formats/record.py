"""``application.json``: the application as a machine declares it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docint.errors import UnreadableError
from docint.types.reading import Line, Page, Traces

if TYPE_CHECKING:
    from docint.contracts import Image, Opened, Sheet

KEYS = frozenset(
    {
        "program", "applied_on", "project_name", "industry", "period_from", "period_until",
        "applicant", "lead", "members", "project_leader", "chief_engineer", "team", "experts",
        "rd_expense", "revenue", "matching_funds", "grant", "budget", "targets", "claims",
    }
)  # fmt: skip
"""Top-level keys of a declared application; one of them is enough."""
MOST_BYTES = 20_000_000
DEEPEST = 50


@dataclass(frozen=True, slots=True)
class Record:
    """The only sheet of a JSON file."""

    data: Mapping[str, Any]
    number: int = 1
    size: tuple[float, float] = (0.0, 0.0)

    def printed(self) -> Page | None:
        """One line for each leaf: ``lead.name：…``."""
        lines = tuple(
            Line(f"{path}：{value}", None, where=path) for path, value in _leaves(self.data)
        )
        return Page(1, 0, 0, "json", "json", lines)

    def image(self, dpi: int) -> Image | None:  # noqa: ARG002 - the contract names it
        """None: there is no picture."""
        return None


@dataclass(slots=True)
class Application:
    """An opened ``application.json``."""

    data: Mapping[str, Any] | None
    sheets: Sequence[Sheet]
    traces: Traces

    def close(self) -> None:
        """Nothing is held open."""


class RecordFormat:
    """JSON in UTF-8 (with or without BOM) or GBK."""

    name = "record"
    suffixes = (".json",)

    def recognises(self, head: bytes) -> bool:
        """Whether it starts as a JSON object."""
        return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"

    def open(self, content: bytes) -> Opened:
        """Parse the application.

        Raises:
            UnreadableError: no JSON, or JSON that is no application.
        """
        if len(content) > MOST_BYTES:
            raise UnreadableError("JSON 文件过大，不像申报数据，请核对后重新提交")
        data = _parse(content)
        if not isinstance(data, dict) or not KEYS & data.keys():
            raise UnreadableError(
                "JSON 文件不是申报数据（没有 lead、members 等约定字段），请核对后重新提交"
            )
        return Application(data, (Record(data),), Traces())


def _parse(content: bytes) -> Any:
    try:
        return json.loads(_text(content), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise UnreadableError("JSON 文件格式有误，无法解析，请核对后重新提交") from error


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no value of an application")


def _text(content: bytes) -> str:
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030")


def _leaves(value: Any, path: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    """Paths and printed values, in the file's order; null says nothing."""
    if depth > DEEPEST or value is None:
        return
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, f"{path}.{key}" if path else str(key), depth + 1)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _leaves(inner, f"{path}[{number}]", depth + 1)
    else:
        yield path, _shown(value)


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


format = RecordFormat()  # noqa: A001 - the name the shelf asks for
