"""A slot (格): a cell, or a piece of a line, with its proof."""

from __future__ import annotations

from dataclasses import dataclass, replace

from docint.types.document import Leaf
from docint.types.place import Box, Evidence, Place
from docint.values.text import fold


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell, or a piece of a line."""

    text: str
    leaf: Leaf
    left: float
    right: float
    box: Box | None = None
    where: str = ""
    confidence: float = 1.0
    first: bool = True
    """False where a merged cell reaches into this row from above."""
    tall: int = 1
    """Rows it spans."""
    loose: bool = False
    """Whether it is a piece of a line: where it ends was judged by gaps, not by rules."""
    runs_on: bool = False
    """Whether it is several lines of a paragraph, put together without their ends."""

    @property
    def folded(self) -> str:
        """NFKC without blanks."""
        return fold(self.text)

    @property
    def evidence(self) -> Evidence:
        """The slot as proof of a fact."""
        page = self.leaf.page
        reader = page.reader if page.origin == "ocr" and page.reader else page.origin
        place = Place(self.leaf.source, page.number, self.box, "" if self.box else self.where)
        return Evidence(place, self.text.strip(), reader, self.confidence)

    def cut(self, start: int, end: int) -> Slot:
        """A part of the slot's text, with its share of the box if it stands on one line."""
        text = self.text[start:end]
        box = self.box
        if box and not self.runs_on and "\n" not in self.text and box.height < box.width:
            widths = [2 if ord(char) > 0x2E80 else 1 for char in self.text] or [1]
            unit = box.width / sum(widths)
            x0 = box.x0 + unit * sum(widths[:start])
            box = Box(x0, box.top, x0 + unit * sum(widths[start:end]), box.bottom)
        left, right = (box.x0, box.x1) if box else (self.left, self.right)
        return replace(self, text=text, box=box, left=left, right=right)

    def overlap(self, left: float, right: float) -> float:
        """Length shared with an interval."""
        return max(0.0, min(self.right, right) - max(self.left, left))
