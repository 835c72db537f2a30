"""方案包括规定的各部分: by headings, their common synonyms, and their order.

Nobody can list all words for a part. A heading that names none of the parts, at the place among
the others where the missing part would stand, may be that part: then it is left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from docint.contracts import Check, Parameter
from docint.extract.headings import level
from docint.judge import fitting
from docint.judge.outcomes import failed, not_applicable, passed, unknown, unread
from docint.judge.proof import text
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Exhibit, Outcome
from docint.values.text import fold

CODE = "plan-section-missing"
_BESIDE = re.compile("经费|预算|资金|投资|风险|效益|知识产权|利益|附件|附表|附录")
"""What parts of a plan are about that no list of required parts names."""
_AND = re.compile("[与和及、，,]")
_LONGEST = 30
_OUTER = 4
"""Depths of numbers of chapters (``第一章``, ``一、``, ``（一）``); figures number items too."""


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    plans = case.of_kind("construction-plan")
    if not plans:
        yield not_applicable(CODE, "建设运营方案", "未见方案，另作缺少材料处理。")
        return
    headings = [x for plan in plans for x in _headings(case, plan)]
    lines = ["".join(line.split()) for plan in plans for line in plan.text.splitlines()]
    sections = parameters["sections"]
    for section in sections:
        between = _between(sections, section, headings)
        yield _of(case, section["title"], section["words"], headings, lines, between)


def _headings(case: Case, plan: Document) -> Iterator[Exhibit]:
    for fact in case.facts.get(plan.id) or ():
        if fact.path[0] == "sections":
            yield Exhibit(fact, plan.id)


def _between(
    sections: Sequence[Mapping[str, Any]], section: Mapping[str, Any], headings: Sequence[Exhibit]
) -> Exhibit | None:
    """The heading of no listed part that stands behind the part before and before the one after."""
    names = [
        {n for n, one in enumerate(sections) if _names(heading, one["words"])}
        for heading in headings
    ]
    if _disordered(names):
        return next((h for h, n in zip(headings, names, strict=True) if not n and _open(h)), None)
    # what stands behind parts that follow it may be about another: 课题任务书摘要 behind 国内外现状
    names = [
        parts if max(parts, default=-1) >= max(set().union(*names[:at]), default=-1) else set()
        for at, parts in enumerate(names)
    ]
    own = sections.index(section)
    before = [at for at, parts in enumerate(names) if parts and max(parts) < own]
    start = max(before, default=-1) + 1
    after = [at for at, parts in enumerate(names) if at >= start and any(n > own for n in parts)]
    place = range(start, min(after, default=len(headings)))
    open_ = [headings[at] for at in place if not names[at]]
    return next((one for one in open_ if _open(one)), None)


def _disordered(names: Sequence[set[int]]) -> bool:
    """Whether a plan has its parts in an order of its own, so that places tell nothing."""
    firsts = [min(parts) for parts in names if len(parts) == 1]
    return sum(after < before for before, after in pairwise(firsts)) > 1


def _open(heading: Exhibit) -> bool:
    """Whether a heading may be of a part that nobody listed its words for."""
    return not _beside(text(heading))


def _beside(heading: str) -> bool:
    """Whether a heading is of other things throughout: 推进步骤与经费概算 is so by half."""
    return all(_BESIDE.search(part) for part in _AND.split(heading) if part)


def _names(heading: Exhibit, words: Sequence[str]) -> bool:
    return any(word in fold(text(heading)) for word in words)


def _heads(line: str) -> bool:
    """Whether a line is a heading by its number; a short line alone may be part of a sentence."""
    mark = level(fold(line))
    stops = re.search(r"[。;；:：,，]|\d$", line)
    return len(line) <= _LONGEST and mark is not None and mark[0] < _OUTER and not stops


def _of(
    case: Case,
    title: str,
    words: Sequence[str],
    headings: Sequence[Exhibit],
    lines: Sequence[str],
    between: Exhibit | None,
) -> Outcome:
    for heading in headings:
        if _names(heading, words):
            return passed(CODE, title, f"方案载有“{text(heading)}”。", heading)
    mentions = [line for line in lines if any(word in line for word in words)]
    if numbered := next((line for line in mentions if _heads(line)), ""):
        return passed(CODE, title, f"方案载有“{numbered}”。")
    if mentions:
        reason = f"方案正文提及“{title}”的内容，但没有相应标题。"
        return unknown(CODE, title, reason, settled_by="方案相应章节的页码说明")
    if between:
        reason = f"方案没有以“{title}”为题的部分，相应位置的“{text(between)}”可能即为该部分。"
        return unknown(CODE, title, reason, between, settled_by="方案相应章节的页码说明")
    if spots := unread(case, *case.of_kind("construction-plan")):
        reason = f"方案未见“{title}”，但有文件或页面未能识读：{spots}。"
        return unknown(CODE, title, reason, settled_by="建设运营方案清晰件")
    return failed(
        CODE, title, f"方案中未见“{title}”的内容。", innocent=("使用了其他标题", "内容并入其他部分")
    )


check = Check(
    codes=(CODE,),
    statement="方案包括规定的各部分内容",
    run=_run,
    parameters={
        "sections": Parameter(
            list,
            "规定的部分：title 名称，words 标题中可能出现的词",
            fits=fitting.rows("title", "words"),
        ),
    },
)
