"""Picture files: JPEG, PNG, TIFF with many pages, BMP, WebP."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docint.read.pixels import Frame, decode
from docint.types.reading import Page, Traces

if TYPE_CHECKING:
    from docint.contracts import Image, Opened, Sheet

HEADS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\0", b"MM\0*", b"II+\0", b"MM\0+", b"BM")


@dataclass(frozen=True, slots=True)
class Picture:
    """One frame of a picture file."""

    number: int
    frame: Frame

    @property
    def size(self) -> tuple[float, float]:
        """Points, by the file's resolution or, without one, as if the sheet were A4."""
        return self.frame.size

    def printed(self) -> Page | None:
        """None: a picture states no text."""
        return None

    def image(self, dpi: int) -> Image | None:
        """The frame at a resolution, or its own pixels where they are coarser."""
        return self.frame.at(dpi)


@dataclass(slots=True)
class Pictures:
    """An opened picture file."""

    sheets: Sequence[Sheet]
    traces: Traces
    data: Mapping[str, Any] | None = None

    def close(self) -> None:
        """Nothing is held open."""


class ImageFormat:
    """Pictures as Pillow opens them."""

    name = "image"
    suffixes = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp")

    def recognises(self, head: bytes) -> bool:
        """By the files' own signatures."""
        return head.startswith(HEADS) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")

    def open(self, content: bytes) -> Opened:
        """Decode all frames.

        Raises:
            UnreadableError: damaged, truncated or too large.
        """
        frames, traces = decode(content)
        sheets = tuple(Picture(number, frame) for number, frame in enumerate(frames, start=1))
        return Pictures(sheets, traces)


format = ImageFormat()  # noqa: A001 - the name the shelf asks for
