"""Text that knows where each of its characters stands.

Patterns and labels are searched in folded text (NFKC, no blanks); every hit must lead back to the
verbatim print and to the box of exactly its characters. A `Flow` keeps both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby

from docint.types.document import Document, Leaf
from docint.types.place import Box, Evidence, Place
from docint.types.reading import Line
from docint.values.text import fold, superfluous
from docint.values.traditional import simple


@dataclass(frozen=True, slots=True)
class Glyph:
    """One folded character with its origin."""

    char: str
    line: int
    """Index of its line in the page; -1 for a joint between lines."""
    at: int
    """Index in the line's text."""
    box: Box | None


@dataclass(frozen=True, slots=True)
class Span:
    """A verbatim stretch of a page that may hold a value."""

    text: str
    """As printed; wrapped lines are joined without a break."""
    place: Place
    reader: str
    score: float = 1.0
    """The reader's lowest score over the lines concerned."""
    method: str = "pattern"
    certainty: float = 1.0
    """How sure it is that this is the place meant, 0 to 1 (geometry, not reading)."""
    leaf: Leaf | None = field(default=None, repr=False, compare=False)
    glyphs: tuple[Glyph, ...] = field(default=(), repr=False, compare=False)
    """Its characters, where they are known one by one."""

    @property
    def evidence(self) -> Evidence:
        """The span as proof of a fact."""
        return Evidence(self.place, self.text, self.reader, self.score)

    def by(self, method: str, certainty: float = 1.0) -> Span:
        """The same stretch, found in another way."""
        return replace(self, method=method, certainty=certainty)

    def part(self, pattern: str) -> Span | None:
        """The stretch of it that a pattern for folded text finds; None without a match."""
        if self.leaf is None:
            match = re.search(pattern, self.text, re.IGNORECASE)
            return self.cut(match[0]) if match else None
        match = re.search(pattern, "".join(glyph.char for glyph in self.glyphs), re.IGNORECASE)
        if not match:
            return None
        found = span_of(self.leaf, self.glyphs[match.start() : match.end()])
        return found.by(self.method, self.certainty)

    def cut(self, text: str) -> Span:
        """The same place with a part of its text as the quotation."""
        return replace(self, text=text)


@dataclass(frozen=True, slots=True)
class Flow:
    """A run of glyphs of one page, searchable."""

    leaf: Leaf
    glyphs: tuple[Glyph, ...]
    text: str
    """The folded characters in a row."""

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The verbatim stretch behind ``text[start:end]``."""
        return span_of(self.leaf, self.glyphs[start:end])

    def finditer(self, pattern: str | re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Matches of a pattern written for folded text."""
        return re.finditer(pattern, self.text)

    def group(self, match: re.Match[str], name: int | str = 0) -> Span:
        """The verbatim stretch behind a group of a match in this flow."""
        return self.span(match.start(name), match.end(name))


def unframed(flow: Flow) -> Flow:
    """The same run with the frames of its blanks as blanks: ``自【2021】年`` as ``自_2021_年``."""
    return replace(flow, text=_FRAMES.sub("_", flow.text))


_FRAMES = re.compile(r"[【】\[\]〔〕]")


def _widths(text: str) -> list[float]:
    return [1.0 if ord(char) > 0x2E80 else 0.5 for char in text]


def _spread(text: str, box: Box) -> list[Box]:
    """Boxes of a text's characters if all that is known is the box around them."""
    widths = _widths(text)
    unit = box.width / (sum(widths) or 1.0)
    boxes, x = [], box.x0
    for width in widths:
        boxes.append(Box(x, box.top, x + width * unit, box.bottom))
        x += width * unit
    return boxes


def _from_words(line: Line) -> list[Box | None] | None:
    """A box for each character from the line's words, or None if they do not spell its text."""
    boxes: list[Box | None] = [None] * len(line.text)
    at = 0
    for word in line.words:
        if word.box is None:
            return None
        for char, box in zip(word.text, _spread(word.text, word.box), strict=True):
            if char.isspace():
                continue
            while at < len(line.text) and line.text[at].isspace():
                at += 1
            if at == len(line.text) or line.text[at] != char:
                return None
            boxes[at] = box
            at += 1
    return boxes if not line.text[at:].strip() else None


def character_boxes(line: Line) -> list[Box | None]:
    """A box for each character of the line's text; None for blanks and without geometry."""
    if line.box is None:
        return [None] * len(line.text)
    known = _from_words(line) if line.words else None
    return known if known is not None else list(_spread(line.text, line.box))


def line_glyphs(leaf: Leaf, number: int) -> tuple[Glyph, ...]:
    """The folded characters of one line, as they are matched: see `plain`."""
    line = leaf.page.lines[number]
    boxes, left_out = character_boxes(line), superfluous(line.text)
    return tuple(
        Glyph(part, number, at, boxes[at])
        for at, char in enumerate(line.text)
        if at not in left_out
        for part in simple(fold(char))
    )


def plain(text: str) -> str:
    """A line as it is matched: folded, in simplified characters, without fake bold and readings."""
    left_out = superfluous(text)
    return simple(fold("".join(c for at, c in enumerate(text) if at not in left_out)))


@lru_cache(maxsize=64)
def page_flow(leaf: Leaf, joint: str = "\n") -> Flow:
    """A whole page in reading order, its lines joined by ``joint`` (may be empty)."""
    glyphs: list[Glyph] = []
    for number in range(len(leaf.page.lines)):
        if glyphs and joint:
            glyphs.extend(Glyph(char, -1, 0, None) for char in joint)
        glyphs.extend(line_glyphs(leaf, number))
    return flow_of(leaf, glyphs)


def flow_of(leaf: Leaf, glyphs: Sequence[Glyph]) -> Flow:
    """A flow over given glyphs."""
    return Flow(leaf, tuple(glyphs), "".join(glyph.char for glyph in glyphs))


def around(boxes: Sequence[Box]) -> Box | None:
    """The smallest box around all; None if there is none."""
    if not boxes:
        return None
    return Box(
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )


def span_of(leaf: Leaf, glyphs: Sequence[Glyph]) -> Span:
    """The verbatim stretch that these glyphs stand for, line by line."""
    quotes, score, where = [], 1.0, ""
    own = [glyph for glyph in glyphs if glyph.line >= 0]
    for number, run in groupby(own, key=lambda glyph: glyph.line):
        line, ats = leaf.page.lines[number], [glyph.at for glyph in run]
        stop = max(ats) + 1
        stop += stop in superfluous(line.text)  # a doubled character is quoted whole
        quotes.append(line.text[min(ats) : stop])
        score = min(score, line.confidence)
        where = where or line.where
    box = around([glyph.box for glyph in own if glyph.box])
    place = Place(leaf.source, leaf.page.number, box, "" if box else where)
    return Span(joined(quotes), place, reader_of(leaf), score, leaf=leaf, glyphs=tuple(glyphs))


def joined(quotes: Sequence[str]) -> str:
    """Wrapped lines made one; a blank only between Latin words."""
    text = ""
    for quote in (part.strip() for part in quotes):
        latin = text[-1:].isascii() and quote[:1].isascii() and text[-1:].isalpha()
        text += (" " if latin and quote[:1].isalpha() else "") + quote
    return text


def reader_of(leaf: Leaf) -> str:
    """What read the page: ``text``, ``docx``, ``json`` or an engine's name."""
    return leaf.page.reader if leaf.page.origin == "ocr" and leaf.page.reader else leaf.page.origin


def search(
    document: Document, pattern: str, joint: str = "\n"
) -> Iterator[tuple[Flow, re.Match[str]]]:
    """Matches of a pattern for folded text on every page, with the flow to take spans from."""
    for leaf in document.leaves:
        flow = page_flow(leaf, joint)
        for match in flow.finditer(pattern):
            yield flow, match
