"""How dates are printed (日期的写法): patterns, and from a match to the canonical form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from docint.values.found import Found
from docint.values.numerals import DIGIT, digits, whole
from docint.values.text import level

# Spaced and OCR-confused digits (O for 0, l for 1) count only where 年 月 日 hold them together.
_FIGURE = "[0-9OoОо〇○lI|]"
_YEAR = rf"(?P<y>[12]\s?{_FIGURE}\s?{_FIGURE}\s?{_FIGURE}|{DIGIT}(?:\s?{DIGIT}){{3}})"
_HAN_SMALL = "〇○零一二三四五六七八九十廿卄卅壹贰叁肆伍陆柒捌玖拾"
_SMALL = rf"[0-9OolI|](?:\s?[0-9OolI|])?|元|初?[{_HAN_SMALL}](?:\s?[{_HAN_SMALL}]){{0,2}}"
_GAP = r"[\s_*×]{0,12}"
_CHINESE = re.compile(
    rf"(?<![0-9])(?<![0-9][,.]){_YEAR}{_GAP}年"
    rf"(?:\s*度|{_GAP}(?P<m>{_SMALL})\s*月"
    # without 日 a day must end its own line: a number below is the page's
    rf"(?:份|\s*(?P<d>{_SMALL})\s*[日号曰]"
    rf"|[ ]*(?P<dd>[0-9]{{1,2}}|初?[{_HAN_SMALL}]{{1,3}})(?=\s*$))?)?"
    rf"(?:{_GAP}月?{_GAP}[日号])?",
    re.MULTILINE,
)
_DASH = "[-‐‑‒–−]"
_SEPARATED = re.compile(
    rf"(?<![0-9A-Za-z])(?P<y>(?:19|20)[0-9]{{2}})\s?(?P<s>{_DASH}|[./])\s?(?P<m>[0-9]{{1,2}})\s?(?P=s)\s?"
    r"(?P<d>[0-9]{2}(?=[0-9]{2}:[0-9]{2})|[0-9]{1,2}(?![0-9]))(?!\s?(?P=s)[0-9]{1,2}(?![0-9]))"
)
_COMPACT = re.compile(
    r"(?<![0-9A-Za-z_])(?P<y>(?:19|20)[0-9]{2})(?P<m>0[1-9]|1[0-2])(?P<d>[0-3][0-9])"
    rf"(?![0-9A-Za-z号_]|[.,/][0-9]|{_DASH}(?!(?:19|20)[0-9]{{6}})[0-9])"
)
_PARTIAL = re.compile(
    rf"(?P<y>(?:19|20)[0-9]{{2}})(?:\s?(?:{_DASH}|[./])\s?(?P<m>1[0-2]|0?[1-9])(?![0-9])"
    r"|(?P<mm>0[1-9]|1[0-2])(?![0-9]))?"
)


def small(text: str) -> int:
    """A printed month or day: ``元`` 1, ``廿一`` 21, ``初五`` 5, ``O3`` 3.

    Raises:
        ValueError: not a number.
    """
    text = re.sub(r"[\s初]", "", text)
    if text == "元":
        return 1
    return int(_ascii(text)) if text[0] in "0123456789OolI|" else whole(text)


def year(text: str) -> int:
    """A printed year of four figures, Arabic or Chinese.

    Raises:
        ValueError: not four digits, or outside 1900–2099.
    """
    text = re.sub(r"\s", "", text)
    number = int(_ascii(text) if text[0] in "12" else digits(text))
    if not 1900 <= number <= 2099:
        raise ValueError(f"year out of range: {number}")
    return number


def _ascii(text: str) -> str:
    return re.sub("[lI|]", "1", re.sub("[OoОо〇○]", "0", text))


def canonical(printed: re.Match[str]) -> str:
    """``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY`` of a match's groups y, m, d.

    Raises:
        ValueError: no such day in the calendar.
    """
    groups = printed.groupdict()
    y, month = year(groups["y"]), groups.get("m") or groups.get("mm")
    if month is None:
        return f"{y:04d}"
    day = groups.get("d") or groups.get("dd")
    if day is None:
        return date(y, small(month), 1).isoformat()[:7]
    return date(y, small(month), small(day)).isoformat()


def partial(text: str) -> str | None:
    """``2019``, ``2019.3``, ``2019-03`` or ``201903`` standing alone; else None."""
    match = _PARTIAL.fullmatch(text)
    return canonical(match) if match else None


def find(text: str) -> Iterator[Found[str]]:
    """Dates with 年, or with year, month and day; impossible ones are left out; not sorted."""
    line = level(text)
    hits: list[Found[str]] = []
    for form in (_CHINESE, _SEPARATED, _COMPACT):
        for match in form.finditer(line):
            if not _stands_alone(line, match.start(), hits):
                continue
            try:
                hit = Found(canonical(match), match.start(), match.end())
            except ValueError:
                continue
            if all(hit.end <= other.start or other.end <= hit.start for other in hits):
                hits.append(hit)
                yield hit


def _stands_alone(line: str, start: int, hits: list[Found[str]]) -> bool:
    """False after a separator that follows a figure, unless that figure ends another date."""
    if start < 2 or line[start - 1] not in "-‐‑‒–−./" or not line[start - 2].isalnum():
        return True
    return line[start - 2] in "日号月年" or any(hit.end == start - 1 for hit in hits)
