"""Headings told by counting up (标题序列): any form of number that goes on from one to the next.

``§1``, ``〔一〕``, ``其一``, ``模块一：``, ``No.1``, a number glued to its title or on its own
line: a short line alone proves nothing, but three that count up, with text between them, do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docint.extract.headings import level
from docint.extract.unit_names import whole
from docint.values import numerals

_OPEN = r"[^\w\u4e00-\u9fff]{0,3}"
_FORMS = (
    ("han", "[一二三四五六七八九十]{1,3}"),
    ("figure", r"\d{1,2}"),
    ("roman", "[IVX]{1,4}"),
    ("capital", "[壹贰叁肆伍陆柒捌玖拾]"),
    ("stem", "[甲乙丙丁戊己庚辛壬癸]"),
    ("letter", "[A-K](?![A-Za-z])"),
)
_NUMBER = "|".join(f"(?P<{name}>{form})" for name, form in _FORMS)
_CALLED = r"(?i:no|part|chapter|section|unit)\.?|[第其之]|专题|模块|板块|单元|部分|篇|章"
_BEHIND = r"(?:部分|单元|板块|模块|条目|专题|[篇章节编卷讲回])?[^\w\u4e00-\u9fff“《\"(]{0,3}"
_HEADED = re.compile(rf"{_OPEN}(?P<called>{_CALLED})?{_OPEN}(?:{_NUMBER}){_BEHIND}")
_AHEAD = re.compile(r"[^\w\u4e00-\u9fff(《“]+|[0Oo](?=[\u4e00-\u9fff])")
_AFTER = re.compile(r"[^\w\u4e00-\u9fff)》”?!]+$")
_SENTENCE = re.compile(r"[。;；!,，]|\d[项件名台篇人万元%]")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_LONGEST = 20
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Numbered:
    """A short line behind a number."""

    form: tuple[str, str]
    value: int
    start: int
    end: int
    """Of the title, without its number and what adorns it."""
    line: int
    """Which paragraph its title is."""


def series(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places of the titles of the longest series of one form; empty where none has three."""
    found: dict[tuple[str, str], list[Numbered]] = {}
    for one in _numbered(text, paragraphs):
        found.setdefault(one.form, []).append(one)
    chains = [chain for ones in found.values() if (chain := _counting_up(ones))]
    best = max(chains, key=len, default=[])
    return [(one.start, one.end) for one in best]


def _numbered(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[Numbered]:
    for n, (start, end) in enumerate(paragraphs):
        match = _HEADED.match(text, start, end)
        if match is None:
            continue
        line, place = n, undressed(text, match.end(), end)
        if match.end() == end and n + 1 < len(paragraphs):  # a number on a line of its own
            line, place = n + 1, undressed(text, *paragraphs[n + 1])
        title = text[place[0] : place[1]]
        kind = _kind(match)
        mark = level(text[start:end])
        if kind == "figure" and mark and not text[start + mark[1] - 1].isdigit():
            continue  # a clause's number, of an inner list perhaps
        if 2 <= len(title) <= _LONGEST and not _SENTENCE.search(title) and not whole(title):
            called = (match["called"] or "").lower()
            yield Numbered((called, kind), _value(kind, match[kind]), *place, line)


def undressed(text: str, start: int, end: int) -> tuple[int, int]:
    """A title's place without marks that adorn it: ``◇预期目标``, ``—— 预期目标 ——``."""
    ahead = _AHEAD.match(text, start, end)
    start = ahead.end() if ahead else start
    behind = _AFTER.search(text[start:end])
    return start, start + behind.start() if behind else end


def ordinal(text: str, start: int, title: int) -> int | None:
    """The number that stands before a title in its paragraph, or alone in the one above."""
    match = _HEADED.match(text, start, title)
    return _value(_kind(match), match[_kind(match)]) if match else None


def _kind(match: re.Match[str]) -> str:
    """Which form of number was found."""
    return next(name for name, _ in _FORMS if match[name])


def _counting_up(ones: Sequence[Numbered]) -> list[Numbered]:
    """Those that count up from one, of which one here and there may be unread."""
    chain: list[Numbered] = []
    for one in ones:
        last = chain[-1].value if chain else 0
        if last < one.value <= last + 2:
            chain.append(one)
    lines = {one.line for one in ones}
    bodies = sum(one.line + 1 not in lines for one in chain)
    return chain if len(chain) >= _LEAST and 2 * bodies > len(chain) else []


def _value(kind: str, printed: str) -> int:
    if kind == "figure":
        return int(printed)
    if kind == "roman":
        values = [_ROMAN[char] for char in printed]
        return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))
    if kind == "stem":
        return "甲乙丙丁戊己庚辛壬癸".index(printed) + 1
    if kind == "letter":
        return ord(printed) - ord("A") + 1
    return int(numerals.whole(printed))
