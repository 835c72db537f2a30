"""An OCR engine that is loaded when a page first needs it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from docint.contracts import Reader

Loaded: TypeAlias = Reader | Callable[[], Reader]
"""A loaded engine, or what loads one."""


class Once:
    """The engine, loaded when first needed."""

    def __init__(self, reader: Loaded, name: str) -> None:
        self._reader, self.name = reader, name
        self._loaded: Reader | None = None

    def get(self) -> Reader:
        """The engine, warm."""
        if self._loaded is None:
            self._loaded = self._reader() if callable(self._reader) else self._reader
        return self._loaded
