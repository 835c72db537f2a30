"""The project a plan is for (项目名称), from its title (方案标题)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docint.extract.flow import Flow, page_flow
from docint.extract.proof import fact
from docint.types.document import Document
from docint.types.fact import Fact
from docint.values.text import tidy

PLAN = (
    r"(?:(?<![及和与])(?:组建|筹建|建设|运营|运行|实施|工作|推进|共建|发展|行动)"
    r"(?:建设|运营|运行|实施|工作|任务|发展|管理|总体|整体|详细|策划|筹划|推进|思路|构想|与|及|和|暨|、){0,6}"
    r"(?:的(?:总体|整体|详细|初步)?)?"
    r"(?:方案(?:书|文本)?|计划书|(?<=运营)计划|(?<=运营)规划|(?<=[设施营])意见)|方案书|(?<=[\u4e00-\u9fff])(?:总体|整体)方案)"
)
"""What a plan is called at the end of its title."""
_TITLED = re.compile(
    rf"(?m)^(?:附件?[一二三四五六七八九十\d]{{0,2}}[:：])?(?P<name>[^\n:：。]{{4,50}}?)\n?(?P<kind>的?\(?{PLAN}\)?|(?<=联合体)的(?:工作|总体|实施)?方案)(?:\([^()\n]{{1,16}}\))?$"
)
_NO_TITLE = re.compile(r"目录|编制|附件|关于(?:印发|报送|申报|发布|提交|下达|征求)")
_ABOUT = re.compile(
    r"^(?:关于)?拟?(?:(?:联合|共同|牵头)?(?:组建|筹建|创建|成立|共建|构建|设立|打造)(?:[并与及和]?(?:建设|运营|运行))?"
    r"|(?:加快|共同|协同|联合|全力)*推进"
    r"|(?<=关于)(?:推进|开展|加快|实施|建设|运营|运行|[与及和、])+)*"
)
_PROGRAM = re.compile(
    r"(?:20\d\d年度?)?(?:[\u4e00-\u9fff]{1,9}[省市区县])*(?:任务型|企业|产业|科技|技术|产学研)*"
    r"(?:创新)?联合体(?:项目|组建|建设|认定|申报)*|(?:申报|建设)?项目"
)
"""What names the programme alone, not the project: ``福田区创新联合体项目``."""
_NAMED = re.compile(r"[—\-(“《\"]*(?P<name>[^\n:：。,，;；()“”《》\"]{4,40}联合体)[)”》\"]*")


_SPAN = r"(?:[一两二三四五]年|20\d\d(?:[-—–~至]20\d\d)?年度?|总体|中长期)"
_BEHIND = rf"(?<=联合体)(?:项目|{_SPAN})*(?:[(（][^()（）]{{1,12}}[)）])?之?$|[的之]$"
"""What follows a project's name and is no part of it."""
_TITLE_LINES = 4
"""Lines at the top of a page among which a title may be broken."""
_TOLD = re.compile(
    r"[。；;]|[，,].*[，,：:]|由.{4,30}(?:牵头|发起|组建)|(?:建设|实施|合作)期(?:限|间)?(?:从|自|为)"
)
"""A sentence about the project."""
_COST = re.compile(r"费用?$|支出$|经费$|合计|小计|金额")


def titled(printed: str) -> str:
    """A project's name behind its label; a line of the budget stands under 项目名称 as well.

    Raises:
        ValueError: it is one, or a sentence.
    """
    name = tidy(printed)
    if len(name) < 4 or _COST.search(name) or _TOLD.search(name):
        raise ValueError(f"no name of a project: {printed!r}")
    return name


def project_name(document: Document) -> Fact | None:
    """The name in the title: ``关于组建某某创新联合体的实施方案``, also over several lines."""
    for leaf in document.leaves[:2]:
        flow = page_flow(leaf, "\n")
        for start, end, last in (*_titles(flow.text), *_broken_titles(flow.text)):
            place = _own(flow, start, end) or _below(flow, last)
            if place is None:
                continue
            span = flow.span(*place)
            name = re.sub(
                _BEHIND,
                "",
                tidy(span.text.replace("\n", "")),
            ).strip('《》“”"')
            return fact(("project_name",), name, span, doubtful=True)
    return None


def _titles(text: str) -> Iterator[tuple[int, int, int]]:
    """Start and end of the name in a title, and the end of the title."""
    for match in _TITLED.finditer(text):
        if not _NO_TITLE.search(match["name"]):
            yield *match.span("name"), match.end()


def _broken_titles(text: str) -> Iterator[tuple[int, int, int]]:
    """Titles that a line's end parts within a word: ``…的工作方`` above ``案``."""
    for at in [match.start() for match in re.finditer("\n", text)][:_TITLE_LINES]:
        for start, end, last in _titles(text[:at] + text[at + 1 :]):
            if start < at < last:
                yield start, end + (at < end), last + 1


def _own(flow: Flow, start: int, end: int) -> tuple[int, int] | None:
    """Where the name stands in the title's line, with the line above if it began there."""
    about = _ABOUT.match(flow.text[start:end])
    start += about.end() if about and end - start - about.end() >= 4 else 0
    if not _PROGRAM.fullmatch(flow.text[start:end]):
        return start, end
    above = flow.text.rfind("\n", 0, max(start - 1, 0)) + 1
    line = flow.text[above : max(start - 1, 0)]
    if re.fullmatch(r"创新联合体", flow.text[start:end]) and _begins(line):
        about = _ABOUT.match(line)
        return above + (about.end() if about else 0), end
    return None


def _begins(line: str) -> bool:
    """Whether a line may be the first half of a name."""
    if not 4 <= len(line) <= 30 or re.search(r"[:：。,，;；\d]|附件|方案|单位|[省市区县]$", line):
        return False
    return not line.endswith("联合体")


def _below(flow: Flow, end: int) -> tuple[int, int] | None:
    """The name under a title that names the programme alone."""
    at = end
    for line in flow.text[end:].split("\n")[:3]:
        named = _NAMED.fullmatch(line)
        if named and not _PROGRAM.fullmatch(named["name"]):
            return at + named.start("name"), at + named.end("name")
        at += len(line) + 1
    return None
