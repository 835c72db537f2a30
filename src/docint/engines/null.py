"""The engine that sees nothing: for tests, and for machines without OCR."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docint.contracts import Sight

if TYPE_CHECKING:
    from docint.contracts import Image, Reader


class NullReader:
    """Reads every page as blank."""

    def read(self, image: Image) -> Sight:  # noqa: ARG002 - the contract names it
        """An empty page."""
        return Sight(())

    def read_line(self, image: Image) -> tuple[str, float]:  # noqa: ARG002
        """No text, score 0."""
        return "", 0.0


class NullEngine:
    """Always available, costs nothing."""

    name = "null"
    version = "null 1"

    def available(self) -> bool:
        """True: it needs nothing."""
        return True

    def load(self, threads: int) -> Reader:  # noqa: ARG002
        """A reader that sees nothing."""
        return NullReader()


engine = NullEngine()
