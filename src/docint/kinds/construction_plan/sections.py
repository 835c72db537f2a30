"""Headings of a plan (方案各部分标题), numbered in whatever way, or not numbered at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docint.extract.clauses import Clause, Prose, clauses
from docint.extract.headings import level
from docint.kinds.construction_plan.series import ordinal, series, undressed
from docint.types.fact import Fact
from docint.values.text import tidy

_LEADERS = re.compile(r"[.．…·。]{3,}\d*$|\.{2,}\d+$")
_PARTS: tuple[str, ...] = (
    r"简介|简述|简况|概述|概况|总体情况|基本情况|摘要|总述|总论|综述|概要",
    r"背景|意义|必要性|缘由|依据",
    r"国内外|发展趋势|发展现状|技术现状|研究现状|现状|趋势|前沿",
    r"研究内容|建设内容|主要内容|攻关内容|研究任务|重点任务|主要任务|攻关任务|攻关方向|关键技术|研发内容|研究工作|研究开发|任务书",
    r"目标|指标|预期成果|预期成效|预期效益|绩效",
    r"实施|技术路线|进度|步骤|路径|计划|保障|组织|机制|管理",
    r"基础|条件|支撑|优势",
    r"团队|人员|人才|队伍",
    r"经费|预算|资金|概算|投资|风险|效益|知识产权|利益分配|附件|附表|其他",
)
"""What a plan's parts are about, the eight of the notice first; one word of each will do."""
_LONGEST = 20


def sections(text: Prose) -> Iterator[Fact]:
    """``("sections", n)``: the headings of the outermost level that the plan has twice or more."""
    titles: set[str] = set()
    found = _numbered(text)
    lines = [place for place in text.paragraphs() if not celled(text, place[0])]
    if marked := series(text.text, lines):
        outside = [place for place in found if not celled(text, place[0])]
        found = max(marked, outside, key=lambda ones: (len(_about(text, ones)), len(ones)))
    elif not any(clause.number for clause in clauses(text)) or not found:
        found = max(found, _bare(text), key=len)
    else:
        found = _among_others(text, found)
    for start, end in _filled(text, lines, found):
        title = text.text[start:end]
        if title in titles:
            continue
        yield text.fact(("sections", len(titles)), tidy(text.quote(start, end)), start, end)
        titles.add(title)


def _among_others(text: Prose, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """All headings where those found have no numbers and stand among others that tell more."""
    bare = _bare(text)
    more = len(_about(text, bare)) > len(_about(text, found))
    return bare if set(found) < set(bare) and more else found


def _about(text: Prose, places: Sequence[tuple[int, int]]) -> set[int]:
    """Which of a plan's parts some titles speak of."""
    titles = [text.text[start:end] for start, end in places]
    return {n for n, words in enumerate(_PARTS) if any(re.search(words, t) for t in titles)}


def _numbered(text: Prose) -> list[tuple[int, int]]:
    """Places of titles with numbers before them; few or none where a plan numbers nothing."""
    headed = [c for c in clauses(text) if c.title and not _LEADERS.search(c.title)]
    mixed = sum(bool(c.number) and not celled(text, c.start) for c in headed) >= 3
    if mixed and not all(c.number for c in headed):
        headed = [c for c in headed if c.number]
        depths = _kinds(headed)
    else:
        depths = {c.start: c.depth for c in headed}
    outside = [c for c in headed if not celled(text, c.start)]
    headed = outside if len(outside) >= 2 else headed
    contents = [c for c in headed if c.body == c.end or _listed(text, c.start, c.end)]
    kept = [c for c in headed if c not in contents] or headed
    found = [depths[c.start] for c in kept]
    outer = next((d for d in sorted(set(found)) if found.count(d) >= 2), None)
    made = []
    for clause in kept:
        title = re.sub(r"^[^\w\u4e00-\u9fff(《“]+|[.…·]*\d*$", "", clause.title)
        if depths[clause.start] == outer and title:
            start = text.text.index(title, clause.start + len(clause.number))
            made.append((start, start + len(title)))
    return made


def _kinds(headed: Sequence[Clause]) -> dict[int, int]:
    """Depth of each heading by the kind of its number, in the order in which kinds come up."""
    order: list[int] = []
    depths = {}
    for clause in headed:
        mark = level(clause.number)
        kind = mark[0] if mark else 4
        if kind not in order:
            order.append(kind)
        depths[clause.start] = order.index(kind)
    return depths


def _bare(text: Prose) -> list[tuple[int, int]]:
    """Short lines without a stop that speak of at least three of a plan's parts."""
    found: list[tuple[int, int]] = []
    about: set[int] = set()
    for start, end in text.paragraphs():
        begin, until = undressed(text.text, start, end)
        title = text.text[begin:until]
        if not 2 <= len(title) <= _LONGEST or re.search(r"[。;；:：!?,，\d/]", title):
            continue
        parts = {n for n, words in enumerate(_PARTS) if re.search(words, title)}
        if parts and not celled(text, start) and not _titled(title):
            found.append((begin, begin + len(title)))
            about |= parts
    return found if len(about) >= 3 and len(found) >= 3 else []


def _filled(
    text: Prose, lines: Sequence[tuple[int, int]], found: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Titles, with those between them of which a scan lost the numbers: as many as are missing."""
    before, last = 0, 0
    for start, end in found:
        above = max((at for at, (begin, _) in enumerate(lines) if begin <= start), default=0)
        number = ordinal(text.text, lines[above][0], start)
        number = ordinal(text.text, lines[above - 1][0], start) if number is None else number
        bare = [place for place in lines if last <= place[0] < start and _may_head(text, *place)]
        if number and before and len(bare) == number - before - 1:
            yield from bare
        yield start, end
        before, last = number or 0, end


def _may_head(text: Prose, start: int, end: int) -> bool:
    """Whether a paragraph of a scan is a short line of words that ends nothing."""
    leaf, title = text.leaves[start], text.text[start:end]
    scanned = leaf is not None and leaf.page.origin == "ocr"
    words = 4 <= len(title) <= _LONGEST and not re.search(r"[。;；:：!?,，\d]", title)
    return scanned and words and not _titled(title)


def _titled(line: str) -> bool:
    """Whether a line is the plan's own title or names a table."""
    return bool(
        re.search(
            r"(?:方案书?|联合体|一览)$|^(?:附?表|图)[\d一二三四五六七八九十]|[^与及和、]表$", line
        )
    )


def celled(text: Prose, start: int) -> bool:
    """Whether a paragraph stands in a table."""
    leaf, glyph = text.leaves[start], text.glyphs[start]
    if leaf is None or glyph is None or glyph.line < 0:
        return False
    line = leaf.page.lines[glyph.line]
    if line.box is None:
        here = (
            table.columns
            for table in leaf.page.tables
            for c in table.cells
            if c.where == line.where
        )
        return next(here, 1) > 1
    middle = line.box.middle
    return any(t.box and t.columns > 1 and t.box.covers(*middle) for t in leaf.page.tables)


def _listed(text: Prose, start: int, end: int) -> bool:
    """Whether nothing but a heading stands here, as in a table of contents."""
    return "\n" not in text.text[start:end].strip("\n") and bool(
        re.search(r"\d$", text.text[start:end].strip("\n"))
    )
