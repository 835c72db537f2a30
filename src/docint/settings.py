"""What an installation may set (设置): a TOML file, then the environment, which wins.

Keys are the fields of `Settings` and, under ``[limits]``, those of `Limits`; in the environment
``DOCINT_DPI`` or ``DOCINT_LIMITS_FILES``. ``DOCINT_CONFIG`` names the file, else ``docint.toml`` in
the current folder is read if it is there. Sizes are bytes or words (``512 MB``). A key nobody knows
stops the start: a misspelt limit would be no limit.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, get_type_hints

from platformdirs import user_cache_path

from docint.errors import UsageError
from docint.types.limits import GIGABYTE, MEGABYTE, Limits

PREFIX = "DOCINT_"
FILE = "docint.toml"
SERVICE = "service"
"""Table (and, in the environment, second word) that is left to the HTTP service."""

_UNITS = {"": 1, "KB": 1 << 10, "MB": MEGABYTE, "GB": GIGABYTE}
_DPI = range(72, 601)
_MAY_BE_ZERO = frozenset({"workers", "threads"})


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that may be set, read once by the command line or the service."""

    ocr: str = "rapidocr"
    """Engine that reads pages."""
    second: str = "tesseract"
    """Second, independent reader of single values; empty: none."""
    dpi: int = 300
    """Resolution at which pages are read."""
    workers: int = 0
    """Processes that read; 0: one for each core."""
    threads: int = 0
    """Threads of each of them; 0: its share of the cores."""
    cache: Path | None = field(default_factory=lambda: user_cache_path("docint"))
    """Folder of readings made before; ``off`` (or empty) keeps none."""
    cache_size: int = 2 * GIGABYTE
    """Bytes that folder may take."""
    policies: Path | None = None
    """Folder of further policies: ``<name>.yaml`` each, its text under ``texts/``."""
    limits: Limits = field(default_factory=Limits)
    service: Mapping[str, Any] = field(default_factory=dict)
    """Keys of the HTTP service, which checks them itself; those of the environment are strings."""


def settings(environ: Mapping[str, str] | None = None, folder: Path | None = None) -> Settings:
    """The settings in force.

    Args:
        environ: environment; None takes the process's own.
        folder: where ``docint.toml`` is looked for; None takes the current one.

    Raises:
        UsageError: a file, key or value is wrong; one sentence that names it.
    """
    given = os.environ if environ is None else environ
    named = given.get(PREFIX + "CONFIG", "")
    path = Path(named) if named else (folder or Path()) / FILE
    table = _table(path, needed=bool(named))
    limits, service = (_inner(table, name, path) for name in ("limits", SERVICE))
    own = _values(Settings, table, lambda key: f"设置文件 {path} 中的 {key}")
    own_limits = _values(Limits, limits, lambda key: f"设置文件 {path} 中的 limits.{key}")
    own |= _values(Settings, _named(given, ""), lambda key: f"环境变量 {PREFIX}{key.upper()}")
    own_limits |= _values(
        Limits, _named(given, "LIMITS_"), lambda key: f"环境变量 {PREFIX}LIMITS_{key.upper()}"
    )
    service |= _named(given, "SERVICE_")
    return Settings(**own, limits=Limits(**own_limits), service=service)


def _table(path: Path, *, needed: bool) -> dict[str, Any]:
    if not needed and not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise UsageError(f"找不到设置文件 {path}；请检查 {PREFIX}CONFIG。") from error
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"设置文件 {path} 无法读取；请检查权限与编码（UTF-8）。") from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"设置文件 {path} 不是有效的 TOML：{error}。") from error


def _inner(table: dict[str, Any], name: str, path: Path) -> dict[str, Any]:
    """A table inside the file, taken out of it."""
    found = table.pop(name, {})
    if not isinstance(found, dict):
        raise UsageError(f"设置文件 {path} 中的 {name} 应为一节（[{name}]）。")
    return found


def _named(environ: Mapping[str, str], group: str) -> dict[str, str]:
    """Variables of one group by key; the plain group leaves out what belongs to another."""
    start = PREFIX + group
    keys = {
        name[len(start) :].lower(): text for name, text in environ.items() if name.startswith(start)
    }
    if group:
        return keys
    elsewhere = ("limits_", f"{SERVICE}_")
    return {k: v for k, v in keys.items() if k != "config" and not k.startswith(elsewhere)}


def _values(record: type, given: Mapping[str, Any], where: Callable[[str], str]) -> dict[str, Any]:
    """Checked values for a record's fields.

    Args:
        record: the dataclass.
        given: raw values by key.
        where: names a key for an error message.
    """
    kinds = get_type_hints(record)
    known = [one.name for one in fields(record) if one.name not in {"limits", SERVICE}]
    values = {}
    for key, raw in given.items():
        if key not in known:
            raise UsageError(f"{where(key)} 不是已知的设置；可用的有：{'、'.join(known)}。")
        try:
            values[key] = _checked(key, _typed(kinds[key], raw))
        except (TypeError, ValueError) as error:
            raise UsageError(f"{where(key)} 的值 {raw!r} 不对：{error}。") from error
    return values


def _typed(kind: Any, raw: Any) -> Any:
    """A raw value as its field's type; the error says in Chinese what it should be."""
    if kind is int:
        return _whole(raw)
    if kind is float:
        return _decimal(raw)
    if not isinstance(raw, str):
        raise TypeError("应为文字")
    if kind is str:
        return raw
    return None if raw in {"", "off"} else Path(raw).expanduser()


def _whole(raw: Any) -> int:
    if isinstance(raw, int) and not isinstance(raw, bool):
        return raw
    match = (
        re.fullmatch(r"\s*(\d+)\s*([KMG]B)?\s*", raw, re.IGNORECASE)
        if isinstance(raw, str)
        else None
    )
    if match is None:
        raise ValueError("应为整数，或写作 512 MB")
    return int(match[1]) * _UNITS[(match[2] or "").upper()]


def _decimal(raw: Any) -> float:
    if isinstance(raw, bool) or not isinstance(raw, int | float | str):
        raise TypeError("应为数字")
    try:
        return float(raw)
    except ValueError as error:
        raise ValueError("应为数字") from error


def _checked(key: str, value: Any) -> Any:
    if key == "dpi" and value not in _DPI:
        raise ValueError(f"应在 {_DPI.start} 至 {_DPI.stop - 1} 之间")
    if isinstance(value, int | float):
        least = 0 if key in _MAY_BE_ZERO else 1
        if not least <= value < float("inf"):
            raise ValueError(f"应不小于 {least}")
    return value
