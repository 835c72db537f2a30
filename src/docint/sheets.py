"""Pictures of pages that were read: opened again, turned upright, held while a report is made."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from docint import shelf
from docint.contracts import Format, Opened
from docint.errors import DocintError
from docint.read.upright import upright
from docint.types.place import Place
from docint.types.reading import Reading
from docint.types.source import Bundle

if TYPE_CHECKING:
    from docint.contracts import Image

FILES_HELD = 4
SHOWN_DPI = 120
"""Resolution of cuts for people; machines look closer."""


class Sheets:
    """The page images of one bundle."""

    def __init__(self, bundle: Bundle, readings: Mapping[str, Reading], dpi: int) -> None:
        self._paths = {source.sha256: source.content for source in bundle.sources}
        self._readings = readings
        self._dpi = dpi
        self._held: dict[str, Opened] = {}
        self._drawn = lru_cache(maxsize=4)(self._draw)

    def look(self, source: str, page: int) -> Image | None:
        """The upright page as people see it, or None where it has no picture.

        Args:
            source: SHA-256 of the file.
            page: from 1.
        """
        return self._drawn(source, page, SHOWN_DPI)

    def at(self, place: Place) -> Image | None:
        """The cut of a place at the resolution it was read with, with a little surroundings."""
        image = self._drawn(place.source, place.page, self._dpi)
        reading = self._readings.get(place.source)
        if image is None or place.box is None or reading is None:
            return None
        scale = image.shape[1] / reading.page(place.page).width
        pad = 0.25 * place.box.height
        top, bottom = int((place.box.top - pad) * scale), int((place.box.bottom + pad) * scale)
        left, right = int((place.box.x0 - pad) * scale), int((place.box.x1 + pad) * scale)
        cut = image[max(0, top) : max(1, bottom), max(0, left) : max(1, right)]
        return cut if cut.size else None

    def close(self) -> None:
        """Let go of the files and the pictures."""
        while self._held:
            self._held.popitem()[1].close()
        self._drawn.cache_clear()

    def _opened(self, source: str) -> Opened:
        """The file, held open while it is among the last few that were asked for."""
        opened = self._held.pop(source, None)
        if opened is None:
            form: Format = shelf.unit("formats", self._readings[source].format, "format")
            opened = form.open(self._paths[source].read_bytes())
            if len(self._held) == FILES_HELD:
                self._held.pop(next(iter(self._held))).close()
        self._held[source] = opened
        return opened

    def _draw(self, source: str, number: int, dpi: int) -> Image | None:
        reading = self._readings.get(source)
        if reading is None:
            return None
        page = reading.page(number)
        if page.width <= 0:
            return None
        try:
            image = self._opened(source).sheets[number - 1].image(dpi)
        except (DocintError, OSError, IndexError):
            return None  # a report without this picture is better than none
        return None if image is None else upright(image, page.turned, page.skew)
