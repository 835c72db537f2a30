"""Work told in records (任务卡片、任务清单): a line to the task and one to who bears it."""

from __future__ import annotations

import re

from docint.extract.clauses import Prose
from docint.kinds.cooperation_agreement.charges import RESEARCH, WORK, Share, Words
from docint.kinds.cooperation_agreement.one_each import numbered
from docint.kinds.cooperation_agreement.represented import block

_CARD = re.compile(
    r"\n(?:[一-龥、]{0,8}(?:任务|分工|职责|职能|课题|工作|研[发究]内容|承担(?:的)?内容|工作内容)"
    r"(?:内容|安排|要点|事项)?)"
    r"(?:\([^()]{1,12}\))?[:：]\n?(?P<work>[^\n]{4,})"
)


def carded(prose: Prose, words: Words) -> list[Share]:
    """A line on the work among each party's particulars: ``承担任务：…`` under its name."""
    found = []
    for n, party in enumerate(words.parties):
        own = block(prose, party, words.parties, 600)
        if match := _CARD.search(own):
            start = party.end + match.start("work")
            end = start + len(match["work"].rstrip())
            found.append(Share(n, ((start, end),), True, bool(RESEARCH.search(match["work"]))))
    return found


def by_task(prose: Prose, words: Words) -> list[Share]:
    """Tasks that name who bears them: ``课题一：…（承担单位：甲方）``."""
    found = []
    for match in words.task.finditer(prose.text):
        start = max(prose.text.rfind(stop, 0, match.start()) for stop in "\n。;；") + 1
        cut = numbered(prose.text[start : match.start()])
        body = prose.text[start + cut : match.start()].rstrip("(（\n,，;；。")
        research, work = bool(RESEARCH.search(body)), bool(WORK.search(body))
        if (research or work) and not re.search(r"(?:协议书?|合同书?)$", body):
            runs = ((start + cut, start + cut + len(body)),)
            found += [Share(n, runs, False, research) for n in words.named(match["who"])[:1]]
    return found


_TASK = r"(?:子?课题|子?任务|专题|模块|工作包|子项目)[一二三四五六七八九十\d]{1,2}[:：、.．]?"
_RECORD = (
    rf"(?:^|\n){_TASK}(?P<work>[^\n]{{4,}})\n(?:(?!{_TASK})[^\n]{{1,40}}\n){{0,3}}?"
    r"[\d①-⑳()、.．]{0,4}(?:子?课题|任务|项目)?(?:承担|责任|负责|实施|牵头|完成)(?:单位|方|主体)[:：]?"
)
"""A task with its bearer some lines below it: ``课题一　…``, ``承担单位　某大学``."""


def recorded(prose: Prose, words: Words) -> list[Share]:
    """Tasks set out as records, one line to the task and one to who bears it."""
    form = re.compile(rf"{_RECORD}(?P<who>{words.some.pattern})[;；。]?(?=\n|$)")
    at, found = 0, []
    while match := form.search(prose.text, at):
        at = match.end()
        work = match["work"].rstrip(";；。")
        runs = ((match.start("work"), match.start("work") + len(work)),)
        found += [
            Share(n, runs, True, bool(RESEARCH.search(work))) for n in words.named(match["who"])
        ]
    return found
