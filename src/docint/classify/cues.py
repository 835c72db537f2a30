"""How much a page's text speaks for each kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from statistics import median

from docint.classify.labelled import labelled
from docint.classify.learned import OTHER, Guess, guessed
from docint.classify.text import folded, joined
from docint.contracts import Cue, Kind
from docint.types.document import Leaf
from docint.types.place import Box
from docint.types.reading import Line, Page
from docint.values.text import fold

ENOUGH = 0.95
"""Sum of weights from which a kind is taken as probable (a single cue of weight 1 suffices)."""
TITLE = 0.8
"""A cue for the top of a page with at least this weight is the kind's title."""
_FORM = "application-form"
_HINT = 0.35
_TOP_LINES = 12
LARGE = 1.4
"""A line so many times as high as the usual is set larger."""
LARGER = 1.2
"""Enough for the largest lines of a cover, all of whose lines are large."""
_LIKE = 0.9
"""Lines at least so high, as a share of the highest, are set like it."""
_FEW = 300
"""On a page with fewer characters a large line below the upper third may be the title."""
_PART = r"负债表|利润表|损益表|流量表|变动表|附注|明细表|目录|附件|附表|附录|续"
_NO_TITLE = re.compile(
    rf"{_PART}|《|无正文|签[署字章]页|盖章页"
    r"|^(?:[(]?[一二三四五六七八九十]{1,3}[)]?[、.,]|[(][一二三四五六七八九十]{1,3}[)]|\d{1,2}[、.]"
    r"|第[一二三四五六七八九十\d]{1,3}[条章节、,]|[壹贰叁肆伍陆柒捌玖拾甲乙丙丁戊己庚辛壬癸][、.,])"
)
"""Headings of parts of a document, and numbered headings: no titles."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What one kind's cues found on a page."""

    kind: str
    score: float
    """Sum of the weights that matched; may be negative."""
    matched: frozenset[str]
    """Patterns of positive cues that matched."""
    titles: tuple[str, ...] = ()
    """Folded lines near the top that carry the kind's title."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE)


def upper_lines(page: Page) -> list[Line]:
    """Lines in the upper third, large ones of a cover to its middle; else the first lines."""
    if not page.height:
        return list(page.lines[:_TOP_LINES])
    placed = [line for line in page.lines if line.box]
    if sum(len(line.text) for line in placed) >= _FEW:
        return [line for line in placed if line.box and line.box.top < page.height / 3]
    usual = median(line.box.height for line in placed if line.box) if placed else 0.0
    highest = max((line.box.height for line in placed if line.box), default=0.0)
    set_large = min(LARGE * usual, max(LARGER * usual, _LIKE * highest))
    return [line for line in placed if line.box and _leads(line.box, page.height, set_large)]


def _leads(box: Box, height: float, set_large: float) -> bool:
    """Whether a line of a page with little on it stands where titles stand."""
    return box.top < height / 3 or (box.top < 0.6 * height and box.height >= set_large)


def is_part(page: Page) -> bool:
    """Whether a page begins a part of a document: a statement, the notes, an annex."""
    lines = [fold(line.text) for line in upper_lines(page)[:6]]
    return any(len(line) <= 30 and re.search(_PART, line) for line in lines)


def _found(pattern: str, text: str) -> bool:
    """In the lines as they are (``^`` and ``$`` are a line's ends), or across their borders."""
    compiled = _compiled(pattern)
    return bool(compiled.search(text) or compiled.search(text.replace("\n", "")))


def _title_lines(cue: Cue, lines: Iterable[Line]) -> list[str]:
    found = []
    for line in lines:
        text = fold(line.text)
        match = _compiled(cue.pattern).search(text)
        short = match and len(text) <= len(match[0]) + 30
        if short and text[-1] not in "。;,；，" and not _NO_TITLE.search(text):
            found.append(text)
    return found


def tally(kind: Kind, leaf: Leaf) -> Tally:
    """One kind's cues on one page; the file's name is a weak hint only."""
    page = leaf.page
    lines = upper_lines(page)
    whole, upper = folded(page), joined(lines)
    short = len(whole) < _FEW
    matched = [
        cue
        for cue in kind.cues
        if _found(cue.pattern, upper if cue.top else whole) or (short and _alone(cue, page))
    ]
    score = sum(cue.weight for cue in matched)
    if score > 0 and _named(kind, leaf):
        score += _HINT
    titles = [
        title
        for cue in matched
        if cue.top and cue.weight >= TITLE
        for title in _title_lines(cue, lines) or _spread(cue, upper)
    ]
    positive = frozenset(cue.pattern for cue in matched if cue.weight > 0)
    return Tally(kind.name, round(score, 3), positive, tuple(titles))


def _alone(cue: Cue, page: Page) -> bool:
    """Whether a title stands on a line of its own, wherever: a card folds, a photo is cut."""
    titled = cue.top and cue.weight >= TITLE
    return titled and any(_compiled(cue.pattern).fullmatch(fold(line.text)) for line in page.lines)


def _named(kind: Kind, leaf: Leaf) -> bool:
    """Whether the file is called after the kind, or by one of its titles."""
    name = fold(leaf.file.rpartition("/")[2].rpartition(".")[0])
    titles = (cue.pattern for cue in kind.cues if cue.top and cue.weight >= TITLE)
    return fold(kind.title) in name or any(_compiled(title).search(name) for title in titles)


def _spread(cue: Cue, upper: str) -> list[str]:
    """A title that is on the page only as several lines, one for each of its characters."""
    pattern = _compiled(cue.pattern)
    if pattern.search(upper):
        return []
    match = pattern.search(upper.replace("\n", ""))
    # what stands in one line is no title set in several, though its neighbours let it match
    return [match[0]] if match and match[0] not in upper else []


def tallies(kinds: Mapping[str, Kind], leaf: Leaf) -> list[Tally]:
    """All kinds' tallies of a page, best first; equal ones by name.

    Where no kind's cues suffice the labels on the page are asked as well, then all its words.
    """
    every = [tally(kind, leaf) for kind in kinds.values()]
    if max((one.score for one in every), default=0.0) < ENOUGH:
        more = labelled(kinds.values(), leaf.page)
        every = [replace(t, score=round(t.score + more.get(t.kind, 0.0), 3)) for t in every]
    every = _weighed(every, guessed(leaf.page))
    return sorted(every, key=lambda t: (-t.score, t.kind))


def _weighed(every: list[Tally], guess: Guess) -> list[Tally]:
    """The tallies with what the page's words tell: alone where sure, against others if certain.

    A look-alike (劳务合同, 验资报告) has the words of what it is like, so its title counts more;
    a letter that applies is an application all the same.
    """
    best = max(every, key=lambda t: t.score)
    letter = best.kind == OTHER and guess.sure and guess.kind == _FORM
    if letter or (guess.certain and best.kind != OTHER):
        least = best.score + 0.01
    elif guess.sure and guess.kind != OTHER and best.score < ENOUGH:
        least = ENOUGH
    else:
        return every
    least = max(least, ENOUGH)
    return [replace(t, score=max(t.score, least)) if t.kind == guess.kind else t for t in every]


def surety(score: float) -> float:
    """Sum of weights → how sure, 0 to 1: 1 → 0.75, 2 → 0.94, 3 → 0.98."""
    return round(1.0 - float(0.25 ** max(0.0, score)), 3)
