"""What a page says of its place in a document: page number, report number, years, a title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import median

from docint.classify.cues import upper_lines
from docint.classify.text import folded
from docint.types.reading import Line, Page
from docint.values.text import fold

_OF = (
    re.compile(r"第(?P<x>\d{1,3})页[,/、(]?共(?P<y>\d{1,3})页"),
    re.compile(r"共(?P<y>\d{1,3})页[,/、]?第(?P<x>\d{1,3})页"),
    re.compile(r"[Pp]age(?P<x>\d{1,3})(?:of|/)(?P<y>\d{1,3})"),
)
_ONLY = re.compile(r"[-—–·~]*第?(?P<x>\d{1,3})页?[-—–·~]*")
_SLASH = re.compile(r"(?P<x>\d{1,3})/(?P<y>\d{1,3})")
_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{2,12}(?:[(\[〔【]20\d\d[)\]〕】]|20\d\d年?(?=第|字)|(?<=字)(?=第?[A-Z\d]))"
    r"[\u4e00-\u9fff]{0,6}第?[A-Z]{0,4}[\d-]{3,12}(?:_?H\d+)?号"
)
"""文号: a year in brackets or the word 字 tells it from a house number."""
_PERSON = re.compile(r"(?<![0-9A-Z])[1-9]\d{5}[\d*]{8,11}[\dX]{1,4}(?![0-9A-Z])")
_YEAR = re.compile(r"(20\d\d)年度")
_PAPER = re.compile(
    r"(?:证书|证明|执照|报告|报告书|合同|合同书|协议|协议书|通知书|声明|承诺书|申请表|登记表|清单|公告|"
    r"批复|聘书|简历|委托书|说明|许可证)(?:\((?:[^()]{1,10})\))?$"
)
_ANNEX = re.compile(r"^(?:附件|附表|附录|附:|续|表[\d一二三四五六七八九十])|[((]续[))]$")


@dataclass(frozen=True, slots=True)
class Marks:
    """A page's own account of itself."""

    number: int | None = None
    """第 x 页."""
    total: int | None = None
    """共 y 页."""
    reports: frozenset[str] = frozenset()
    """Report and document numbers (文号) near the top."""
    years: frozenset[str] = frozenset()
    """Fiscal years near the top."""
    persons: frozenset[str] = frozenset()
    """ID numbers on the page, as printed (masked ones too)."""
    title: str = ""
    """A large line near the top that reads like the title of a paper."""
    length: int = 0
    """Characters on the page."""


@lru_cache(maxsize=512)
def marks(page: Page) -> Marks:
    """Read a page's marks."""
    number, total = _page_number(page)
    lines = [fold(line.text) for line in upper_lines(page)]
    top = "\t".join(lines)
    return Marks(
        number,
        total,
        # line by line: a number must not take the title above it along
        frozenset(found for line in lines for found in _NUMBER.findall(line)),
        frozenset(_YEAR.findall(top)),
        frozenset(_PERSON.findall(folded(page))),
        _title(page),
        len(folded(page)),
    )


def _edges(page: Page) -> list[Line]:
    """Header and footer lines."""
    if not page.height:
        return []
    return [
        line
        for line in page.lines
        if line.box and (line.box.top > 0.88 * page.height or line.box.bottom < 0.08 * page.height)
    ]


def _page_number(page: Page) -> tuple[int | None, int | None]:
    for pattern in _OF:
        for line in page.lines if page.height else ():
            if match := pattern.search(fold(line.text)):
                return int(match["x"]), int(match["y"])
    for line in reversed(_edges(page)):
        text = fold(line.text)
        if (match := _SLASH.fullmatch(text)) and int(match["x"]) <= int(match["y"]):
            return int(match["x"]), int(match["y"])
        if match := _ONLY.fullmatch(text):
            return int(match["x"]), None
    return None, None


def _title(page: Page) -> str:
    heights = [line.box.height for line in page.lines if line.box]
    if not page.height or not heights:
        return ""
    usual = median(heights)
    for line in upper_lines(page):
        text = fold(line.text)
        large = line.box is not None and line.box.height >= 1.25 * usual
        if large and 3 <= len(text) <= 30 and _PAPER.search(text) and not _ANNEX.search(text):
            return text
    return ""


def follows(before: Marks, after: Marks) -> bool:
    """Whether page numbers with one total say that a page is the next of the same document."""
    return (
        before.number is not None
        and after.number == before.number + 1
        and after.total is not None
        and after.total == before.total
    )


def restarts(before: Marks, after: Marks) -> bool:
    """Whether 第1页共y页 stands behind the last page of a like count."""
    return (
        after.number == 1
        and after.total is not None
        and before.total is not None
        and (before.number or 0) >= before.total
    )


def conflict(known: Sequence[frozenset[str]], own: frozenset[str]) -> bool:
    """Whether a page names a number (or year) that the document so far does not."""
    seen = frozenset().union(*known) if known else frozenset()
    return bool(seen and own and not seen & own)
