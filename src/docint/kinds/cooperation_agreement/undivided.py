"""A division of work (分工) that is plainly there although nobody could be charged with a share.

Names misread, parties unknown, a table lost: the clause itself still shows that work is divided.
"""

from __future__ import annotations

import re

from docint.extract.clauses import Prose, clauses
from docint.kinds.cooperation_agreement.charges import RESEARCH, WORK

_TITLE = re.compile(
    r"分工|任务(?:分解|划分|分配|安排)|职责(?:划分|分配)|工作(?:界面|分配|划分)|责任分工"
)
_OTHER = re.compile(r"经费|收益|利益|成果|知识产权|违约|保密|争议")
_ANNOUNCED = re.compile(
    r"(?:任务|职责|工作|研究开发|研发|研究|课题)[^。;；\n]{0,14}(?:分配|安排|划分|分工|分担|承担)"
    r"[^。;；\n]{0,6}(?:如下|下列|以下)[^。;；\n]{0,16}[:：]"
    r"|分工[^。;；\n]{0,8}(?:如下|下列|以下)[^。;；\n]{0,8}[:：]"
    r"|分别承担(?:如下|下列|以下)[^。;；\n]{0,16}[:：]"
    r"|按(?:照)?(?:下列|以下|如下)(?:安排|分工|任务)[^。;；\n]{0,16}[:：]"
)
_NEXT = re.compile(r"(?<=[\n。;；])其[一二三四五六七八九十]{1,2}[,，、:：]")
"""``其四，…``: the next of clauses that are counted in words."""
_LATER = re.compile(r"另行(?:约定|协商|商定|签[订署])|由附件|见附件|后续(?:约定|商定)")
_LEAST, _MOST = 20, 1000
"""Characters of a clause that divides work."""


def unparsed(prose: Prose) -> tuple[int, int] | None:
    """The clause that divides the work, or what an announcing sentence announces."""
    every = clauses(prose)
    for clause in every:
        headed = _TITLE.search(clause.title) and not _OTHER.search(clause.title)
        if headed and (span := _telling(prose, clause.body, clause.end)):
            return span
    for match in _ANNOUNCED.finditer(prose.text):
        around = [c for c in every if c.start <= match.start() < c.end]
        end = min((c.end for c in around), default=len(prose.text))
        if following := _NEXT.search(prose.text, match.end(), end):
            end = following.start()
        if not _OTHER.search(match[0]) and (span := _telling(prose, match.end(), end)):
            return span
    return None


def _telling(prose: Prose, start: int, end: int) -> tuple[int, int] | None:
    """The stretch without blank ends, if it is long enough to tell who does what in research."""
    end = min(end, start + _MOST)
    text = prose.text[start:end]
    start += len(text) - len(text.lstrip("\n:："))
    text = text.strip("\n:：")
    works = WORK.search(text) and RESEARCH.search(text) and not _LATER.search(text)
    return (start, start + len(text)) if works and len(text) >= _LEAST else None
