"""How much a submission may ask of the machine."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1 << 20
GIGABYTE = 1 << 30


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds (上限); going over one refuses that file or page, never the whole service."""

    upload: int = 512 * MEGABYTE
    """Bytes of an archive as handed in."""
    expanded: int = 2 * GIGABYTE
    """Bytes of all files of a bundle together, counted while they are read."""
    files: int = 2000
    """Files of a bundle, archive members included."""
    file: int = 200 * MEGABYTE
    """Bytes of one file."""
    ratio: int = 200
    """Bytes unpacked for each packed byte of an archive member."""
    pixels: int = 100_000_000
    """Pixels of one image."""
    pages: int = 500
    """Pages of one file."""
    page_seconds: float = 30.0
    """Seconds spent on one page."""
    document_seconds: float = 60.0
    """Seconds a file gets before its pages are counted."""
    seconds_per_page: float = 5.0
    """Seconds a file gets for each of its pages."""
    memory: int = 4 * GIGABYTE
    """Address space of the process that reads one file, bytes."""

    def seconds(self, pages: int) -> float:
        """Time a file of so many pages may take, in seconds."""
        return self.document_seconds + self.seconds_per_page * pages
