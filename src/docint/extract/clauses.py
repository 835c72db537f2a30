"""Prose of agreements and plans (条款): paragraphs over page breaks, numbered clauses, sentences.

Lines are put together to paragraphs by the page's own right margin; running heads and page numbers
are left out. Every character keeps its page and box, so a clause can be cited as it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from docint.extract.flow import Glyph, Span, line_glyphs, plain, span_of
from docint.extract.headings import CLOSES, STAMPED, heading, level
from docint.extract.levels import BLANK_CHINESE_NUMBER, PLAIN_NUMBER, Head, levelled
from docint.extract.margins import Margin, margins
from docint.extract.paragraphs import back, beside, furniture, goes_on, running
from docint.extract.proof import fact, resting_on
from docint.extract.translations import translated
from docint.types.document import Document, Leaf
from docint.types.fact import Fact, Path, Value
from docint.types.reading import Line


@dataclass(frozen=True, slots=True, eq=False)
class Prose:
    """A document's text as paragraphs, one to a line, with the origin of each character.

    Two of them are never compared: what is remembered of one is found by its identity.
    """

    text: str
    glyphs: tuple[Glyph | None, ...]
    leaves: tuple[Leaf | None, ...]
    """Page of each character; None for the joints between paragraphs."""

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The verbatim stretches behind ``text[start:end]``, one for each page."""
        own = [
            (leaf, glyph)
            for leaf, glyph in zip(self.leaves[start:end], self.glyphs[start:end], strict=True)
            if leaf is not None and glyph is not None
        ]
        return tuple(
            span_of(run[0][0], [glyph for _, glyph in run])
            for _, group in groupby(own, key=lambda pair: id(pair[0]))
            if (run := list(group))
        )

    def quote(self, start: int, end: int) -> str:
        """The verbatim text, pages joined."""
        return "".join(span.text for span in self.spans(start, end))

    def fact(
        self,
        path: Path,
        value: Value,
        start: int,
        end: int,
        *,
        method: str = "prose",
        certainty: float = 1.0,
        doubtful: bool = False,
    ) -> Fact:
        """A value that rests on ``text[start:end]``."""
        spans = self.spans(start, end)
        made = fact(path, value, spans[0].by(method, certainty), doubtful=doubtful)
        return resting_on(made, *spans[1:]) if len(spans) > 1 else made

    def fact_on(
        self,
        path: Path,
        value: Value,
        runs: Sequence[tuple[int, int]],
        *,
        method: str = "prose",
        certainty: float = 1.0,
        doubtful: bool = False,
    ) -> Fact:
        """A value that rests on several stretches: a cell whose lines stand apart."""
        spans = [span for run in runs for span in self.spans(*run)]
        made = fact(path, value, spans[0].by(method, certainty), doubtful=doubtful)
        return resting_on(made, *spans[1:]) if len(spans) > 1 else made

    def paragraphs(self) -> Iterator[tuple[int, int]]:
        """Start and end of every paragraph."""
        at = 0
        for part in self.text.split("\n"):
            if part:
                yield at, at + len(part)
            at += len(part) + 1


# ---------------------------------------------------------------- lines to paragraphs


@lru_cache(maxsize=16)
def prose(document: Document) -> Prose:
    """A document's paragraphs."""
    heads = running(document)
    chars: list[str] = []
    glyphs: list[Glyph | None] = []
    leaves: list[Leaf | None] = []
    before: tuple[Line, Margin] | None = None
    in_cell = False
    for leaf in document.leaves:
        foreign = translated(leaf.page)
        edges = margins(leaf.page, foreign)
        for number, line in enumerate(leaf.page.lines):
            text = plain(line.text)
            if not text or number in foreign or furniture(leaf.page, number, heads):
                continue
            same = before is not None and goes_on(before[0], line, before[1])
            same = same and not (in_cell and back(before, line))
            in_cell = before is not None and not same and beside(before[0], line)
            if before is not None and not same:
                chars.append("\n")
                glyphs.append(None)
                leaves.append(None)
            for glyph in line_glyphs(leaf, number):
                chars.append(glyph.char)
                glyphs.append(glyph)
                leaves.append(leaf)
            before = (line, edges[number])
    return Prose("".join(chars), tuple(glyphs), tuple(leaves))


# ---------------------------------------------------------------- clauses


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered part of a text (条款) with everything under it."""

    depth: int
    number: str
    title: str
    """Heading without its number; empty where the clause begins with a sentence."""
    start: int
    body: int
    """Where the text after the heading begins."""
    end: int


_TITLE = re.compile(r"[^。;；,，:：!?]{2,30}")
_STOPPED_TITLE = re.compile(
    r"[\[【(]?(?P<title>(?:(?!归(?!属)|所有|[享共]有|应|须|不得|不予|由|将|可以|负责|为|是|自)"
    r"[\u4e00-\u9fff、/]){2,12})(?:[。.]|[\]】)][:：。.]?|[-—–]{1,3})(?P<body>[^。;；]{8})?"
)
"""A short title before its clause on the same line, without a verb: ``6、成果归属。各方…``."""


def _listed(text: str, end: int, start: int) -> bool:
    """Whether the next paragraph is of the same list or an outer one."""
    own, following = level(text[start:end]), level(text[end + 1 :].split("\n", 1)[0])
    return following is not None and own is not None and following[0] <= own[0]


def _headed(prose_: Prose, start: int, end: int, cut: int) -> tuple[str, int]:
    """Title of a paragraph that begins with a number, and where the body begins."""
    rest = prose_.text[start + cut : end]
    bare = rest.strip(":：、. ")
    if _STOPPED_TITLE.fullmatch(bare) and not _listed(prose_.text, end, start):
        bare = bare[:-1]
    if len(bare) <= 30 and not re.search(r"[。;；]", bare):
        # A short paragraph without a stop is a heading; one with a verb's comma still may be.
        return bare, end
    match = re.match(rf"(?P<title>{_TITLE.pattern})(?P<mark>[:：])", rest)
    if match and len(match["title"]) <= 16:
        return match["title"], start + cut + match.end()
    match = _STOPPED_TITLE.match(rest)
    if match and match["body"]:
        return match["title"], start + cut + match.start("body")
    spaced = _spaced_title(prose_, start + cut, end)
    return spaced or ("", start + cut)


def _spaced_title(prose_: Prose, start: int, end: int) -> tuple[str, int] | None:
    """``第五条 知识产权 各方…``: a title set off by a printed blank."""
    for at in range(start + 2, min(start + 18, end - 1)):
        a, b = prose_.glyphs[at - 1], prose_.glyphs[at]
        if a is None or b is None or prose_.text[at - 1] in ",，、;；。":
            return None
        if a.line == b.line and b.at - a.at > 1:
            return prose_.text[start:at], at
    return None


def _blank_number(prose_: Prose, start: int, end: int) -> tuple[int, int] | None:
    """``3 研究内容``: a figure that only a printed blank parts from a short title."""
    match = re.match(
        r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?=[A-Z]{0,6}[\u4e00-\u9fff])",
        prose_.text[start:end],
    )
    if match is None or end - start > 24 or re.search(r"[。;；,，:：]", prose_.text[start:end]):
        return None
    kind = PLAIN_NUMBER if match[0].isdigit() else BLANK_CHINESE_NUMBER
    return (kind, match.end()) if set_apart(prose_, start + match.end()) else None


def set_apart(prose_: Prose, at: int) -> bool:
    """Whether a printed blank parts a character from the one before it in its line."""
    last, following = prose_.glyphs[at - 1], prose_.glyphs[at]
    if last is None or following is None or last.line != following.line:
        return False
    if last.box is None or following.box is None:
        return following.at - last.at > 1
    gap = following.box.x0 - last.box.x1
    return following.at - last.at > 1 or gap > 0.25 * following.box.height


def _heads(prose_: Prose) -> list[Head]:
    """Paragraphs that begin a clause: numbered ones, and headings where few are numbered."""
    found: list[Head] = []
    bare: list[Head] = []
    ends: list[Head] = []
    late = 0.3 * len(prose_.text)
    for start, end in prose_.paragraphs():
        text = prose_.text[start:end]
        mark = level(text) or _blank_number(prose_, start, end)
        if mark is not None:
            title, body = _headed(prose_, start, end, mark[1])
            found.append(Head(mark[0], text[: mark[1]], title, start, body))
        elif CLOSES.match(text) or (late < start and STAMPED.fullmatch(text)):
            ends.append(Head(-1, "", "", start, start))
        elif heading(text):
            bare.append(Head(-1, "", text, start, end))
    outer = sum(head.depth < 3 for head in found)
    kept = [*found, *ends, *(bare if outer < 2 and len(bare) >= 2 else ())]
    return sorted(kept, key=lambda head: head.start)


@lru_cache(maxsize=16)
def clauses(prose_: Prose) -> tuple[Clause, ...]:
    """Every numbered clause in printed order, the inner ones inside the outer ones."""
    heads = levelled(_heads(prose_))
    result = []
    for index, head in enumerate(heads):
        after = next((h.start for h in heads[index + 1 :] if h.depth <= head.depth), None)
        until = len(prose_.text) if after is None else after
        result.append(Clause(head.depth, head.number, head.title, head.start, head.body, until))
    return tuple(result)


_PRINCIPLES = re.compile(
    r"(?:遵循|坚持|本着|秉承|秉持|奉行|恪守|按照|依照|以)[^。;；\n]{0,60}?(?:原则|宗旨|理念|精神|方针)"
)
_RIGHTS = re.compile(r"知识产权|专利|著作权|归")


def without_principles(text: str) -> str:
    """A sentence without its list of principles: 成果共享 beside 权责一致 allots nothing."""
    return _PRINCIPLES.sub(lambda m: m[0] if "、" not in m[0] or _RIGHTS.search(m[0]) else "", text)


def sentences(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence of a folded text; a paragraph ends one too."""
    for match in re.finditer(r"[^。;；!！\n]+[。;；!！]?", text[start:]):
        yield start + match.start(), start + match.end()
