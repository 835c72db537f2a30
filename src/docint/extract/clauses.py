"""Prose of agreements and plans (条款): paragraphs over page breaks, numbered clauses, sentences.

Lines are put together to paragraphs by the page's own right margin; running heads and page numbers
are left out. Every character keeps its page and box, so a clause can be cited as it is printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from docint.extract.flow import Glyph, Span, line_glyphs, plain, span_of
from docint.extract.headings import (
    CLOSES,
    LABELLED,
    PARTY_LINE,
    RECITES,
    STAMPED,
    heading,
    level,
)
from docint.extract.levels import BLANK_CHINESE_NUMBER, PLAIN_NUMBER, Head, levelled
from docint.extract.margins import Margin, margins
from docint.extract.proof import fact, resting_on
from docint.extract.unit_names import ended, whole
from docint.types.document import Document, Leaf
from docint.types.fact import Fact, Path, Value
from docint.types.reading import Line, Page

_FURNITURE = re.compile(
    r"-?\d{1,3}-?|[-—–·]\d{1,3}[-—–·]|第?\d{1,3}页?[/,，]?共?\d{1,3}页?|第\d{1,3}页"
    r"|第[一二三四五六七八九十]+页(?:共[一二三四五六七八九十]+页)?|page\d+(?:of\d+)?",
    re.IGNORECASE,
)


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


_LABEL = re.compile("[甲乙丙丁戊己庚辛壬癸]方")
"""What begins a page's particulars and another's places to sign, and is no running head."""


_COMPANY = re.compile("(?:股份)?有限(?:责任)?公司")
_BLANK_LABEL = re.compile(
    r"(?:[\u4e00-\u9fff]{2,6}(?:单位|主体|方|人|代表|名称|地址|时间|日期)|(?:课题|任务|专题)[一二三四五六七八九十\d]{1,2})"
    r"(?:[ ]{2,}|[\u3000\t]+)\S"
)
"""A label with its value behind a blank (``承担单位　某大学``)."""
_LABEL_LINE = re.compile(r"(?!其中|如下|包括|以下|即)[\u4e00-\u9fff]{2,8}[:：](?=.{2})")
"""A line of particulars: two of them are never one sentence."""


def _running(document: Document) -> set[str]:
    """Texts that stand at the top or the foot of several pages."""
    edge: Counter[str] = Counter()
    for leaf in document.leaves:
        lines = leaf.page.lines
        edge.update({plain(line.text) for line in (*lines[:2], *lines[-2:])})
    least = max(2, (len(document.leaves) + 1) // 2)
    return {
        text
        for text, count in edge.items()
        if count >= least and len(document.leaves) > 1 and not _LABEL.fullmatch(text)
    }


def _edge(page: Page, number: int) -> bool:
    return number < 2 or number >= len(page.lines) - 2


def _beside(before: Line, line: Line) -> bool:
    """Whether a line stands on the same row, right of the line before."""
    if before.box is None or line.box is None:
        return False
    low = min(before.box.bottom, line.box.bottom) - max(before.box.top, line.box.top)
    return low > 0.5 * min(before.box.height, line.box.height) and line.box.x0 >= before.box.x1


def _letterspaced(before: Line, line: Line) -> bool:
    """Whether two pieces of a row are one label set wide apart: ``甲``, ``方：…``."""
    one, two = plain(before.text), plain(line.text)
    if before.box is None or line.box is None or not re.fullmatch(r"[\u4e00-\u9fff]", one[-1:]):
        return False
    near = line.box.x0 - before.box.x1 < 6.0 * line.box.height
    single = len(one) == 1 and one not in "男女有无是否"
    return near and single and (len(two) == 1 or bool(re.match(r"[\u4e00-\u9fff]{1,3}[:：(]", two)))


_SHORT = re.compile("(?:[^。;；,，:：!?、]{1,3}、)?[^。;；,，:：!?、]{2,20}[:：]?")
_BEGINS = re.compile(
    r"[●◆■▪•★]|[-—–]{1,2}[\u4e00-\u9fff()]{2,40}[:：]|[\[〔【][一二三四五六七八九十\d]{1,3}[\]〕】]|§\d|第[一二三四五六七八九十]{1,2}(?:[篇、,，]|单元|板块)"
)
"""Bullets, and numbers that clauses never bear: a line that begins with one goes on with none."""


def _goes_on(before: Line, line: Line, margin: tuple[float, float]) -> bool:
    """Whether a line continues the paragraph of the line before."""
    text = plain(line.text)
    if before.box is None or line.box is None:
        return False
    if _beside(before, line):
        # 第四条 and its title, set apart by a wide blank
        number = level(plain(before.text))
        whole_number = number is not None and number[1] == len(plain(before.text))
        return whole_number or _letterspaced(before, line)
    if level(text) is not None or _BEGINS.match(text):
        return False
    if LABELLED.match(text) or RECITES.fullmatch(text) or _BLANK_LABEL.match(line.text):
        return False
    above = plain(before.text)
    listed = above[-1:] == "、" or (above[-1:] in set("及与和") and ended(above[:-1]))
    broken = any(m.start() < len(above) < m.end() for m in _COMPANY.finditer(above + text))
    if _completes(before, line, text) or ((listed or broken) and line.box.x0 <= before.box.x0):
        return True
    labels = _LABEL_LINE.match(text) and _LABEL_LINE.match(above)
    if labels or (heading(text) and above[-1:] in "。;:；：!"):
        return False
    height = line.box.height
    ends = margin[1] - 2.5 * height
    # what ends a paragraph ends with a stop: a short line without one begins something
    alone = above[-1:] in "。!" and _SHORT.fullmatch(text) and line.box.x1 < ends
    if alone or before.box.x1 < ends:
        return False
    opens = line.box.x0 > margin[0] + 1.4 * height and above[-1:] in "。;:；："
    return not opens and line.box.x0 < margin[0] + 6 * height


def _back(before: tuple[Line, Margin] | None, line: Line) -> bool:
    """Whether a line begins left of the cell that the line before stood in."""
    if before is None or before[0].box is None or line.box is None:
        return False
    return line.box.x0 < before[0].box.x0 - line.box.height


def _completes(before: Line, line: Line, text: str) -> bool:
    """Whether a line completes the unit's name that the line before it broke off."""
    if before.box is None or line.box is None or line.box.top > before.box.bottom + line.box.height:
        return False
    if re.fullmatch(r"\((?:特殊)?(?:有限|普通)合伙\)", text):
        return plain(before.text).endswith(("企业", "中心")) and line.box.x0 <= before.box.x1
    began = PARTY_LINE.fullmatch(plain(before.text))
    if began is None or ended(began["name"]) or line.box.x0 > before.box.x1:
        return False
    return len(text) <= 24 and whole(began["name"] + text)


@lru_cache(maxsize=16)
def prose(document: Document) -> Prose:
    """A document's paragraphs."""
    running = _running(document)
    chars: list[str] = []
    glyphs: list[Glyph | None] = []
    leaves: list[Leaf | None] = []
    before: tuple[Line, Margin] | None = None
    in_cell = False
    for leaf in document.leaves:
        edges = margins(leaf.page)
        for number, line in enumerate(leaf.page.lines):
            text = plain(line.text)
            furniture = _edge(leaf.page, number) and (text in running or _FURNITURE.fullmatch(text))
            if not text or furniture:
                continue
            same = before is not None and _goes_on(before[0], line, before[1])
            same = same and not (in_cell and _back(before, line))
            in_cell = before is not None and not same and _beside(before[0], line)
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
    last, following = prose_.glyphs[start + match.end() - 1], prose_.glyphs[start + match.end()]
    if last is None or following is None or last.line != following.line:
        return None
    wide = (
        last.box is not None
        and following.box is not None
        and following.box.x0 - last.box.x1 > 0.25 * following.box.height
    )
    kind = PLAIN_NUMBER if match[0].isdigit() else BLANK_CHINESE_NUMBER
    return (kind, match.end()) if following.at - last.at > 1 or wide else None


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
