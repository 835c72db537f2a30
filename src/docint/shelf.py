"""Finds the units of a shelf by file name.

A malformed unit stops the start; it is never skipped, for a kind or a policy that silently is not
there gives silently wrong reports.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from docint.errors import ShelfError


@cache
def names(shelf: str) -> tuple[str, ...]:
    """File names of a shelf's units, sorted; those beginning with ``_`` are no units."""
    package = import_module(f"docint.{shelf}")
    return tuple(sorted(m.name for m in iter_modules(package.__path__) if m.name[0] != "_"))


def unit(shelf: str, name: str, binding: str) -> Any:
    """What the unit binds.

    Args:
        shelf: ``formats``, ``engines``, ``kinds`` or ``checks``.
        name: the unit's file name.
        binding: the name the contract asks for (``format``, ``engine``, ``kind``, ``check``).

    Raises:
        ShelfError: the unit cannot be imported or binds nothing of that name.
    """
    path = f"docint.{shelf}.{name}"
    try:
        module = import_module(path + (".kind" if shelf == "kinds" else ""))
    except ImportError as error:
        raise ShelfError(f"部件 {path} 无法载入：{error}") from error
    if not hasattr(module, binding):
        raise ShelfError(f"部件 {path} 没有定义 {binding}")
    return getattr(module, binding)


@cache
def units(shelf: str, binding: str) -> dict[str, Any]:
    """All units of a shelf by file name.

    Raises:
        ShelfError: any of them is malformed.
    """
    return {name: unit(shelf, name, binding) for name in names(shelf)}
