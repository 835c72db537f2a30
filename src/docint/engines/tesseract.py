"""Tesseract with simplified Chinese: the second, independent witness for single fields."""

from __future__ import annotations

from functools import cache
from shutil import which
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docint.contracts import Reader

LANGUAGE = "chi_sim"


class TesseractEngine:
    """The ``tesseract`` program through pytesseract."""

    name = "tesseract"

    @property
    def version(self) -> str:
        """The program's own, with the language; part of the cache key."""
        return f"tesseract {_version()} {LANGUAGE}" if self.available() else "tesseract"

    def available(self) -> bool:
        """Whether the program and its Chinese language data are installed."""
        return which("tesseract") is not None and LANGUAGE in _languages()

    def load(self, threads: int) -> Reader:
        """A reader; the program itself starts anew for each question."""
        from docint.engines._tess import TessReader  # noqa: PLC0415 - a heavy third party

        return TessReader(threads)


@cache
def _languages() -> frozenset[str]:
    from docint.engines._tess import languages  # noqa: PLC0415 - a heavy third party

    return languages()


@cache
def _version() -> str:
    from docint.engines._tess import version  # noqa: PLC0415 - a heavy third party

    return version()


engine = TesseractEngine()
