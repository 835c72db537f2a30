"""Construction plan (建设运营方案、工作方案): FT-5.2 asks eight parts and quantified targets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docint.contracts import Cue, Field, Kind, Tools
from docint.extract.clauses import Prose, clauses, prose
from docint.extract.extract import labelled_facts
from docint.extract.flow import page_flow
from docint.extract.proof import fact
from docint.extract.unit_names import units_in, whole
from docint.kinds.construction_plan.schedules import budget, targets
from docint.types.document import Document
from docint.types.fact import Fact, Facts
from docint.values import dates
from docint.values.text import fold, tidy

_LEADERS = re.compile(r"[.．…·。]{3,}\d*$|\.{2,}\d+$")
_PLAN = (
    r"(?:(?:组建|建设|运营|运行|实施|工作)(?:建设|运营|运行|实施|工作|管理|与|及|和|、){0,5}"
    r"(?:方案书?|(?<=运营)计划)|方案书)"
)
_TITLED = re.compile(
    rf"(?m)^(?P<name>[^\n:：。]{{4,50}}?)\n?(?P<kind>{_PLAN})(?:\([^()\n]{{1,16}}\))?$"
)
_MEMBERS = re.compile(
    r"(?m)^(?:\(?[一二三四五六七八九十\d]{1,2}[)、.．])?(?:联合体)?(?:主要|其他)?(?:参与|成员|参加|协作|合作"
    r"|联合|共建)单位(?:名单|名称)?(?:\([^()\n]{1,12}\))?(?:包括|有"
    r"|为)?[:：](?P<rest>[^\n]+(?:\n[^\n:：]{4,60}(?:公司|大学|学院|院|所|中心|会"
    r"|园区)[、;；,，]?$)*)"
)
_PERIOD = re.compile(
    r"(?:建设期限?|实施周期|建设周期|项目周期|起止时间|建设时间|项目建设期|实施期限?|执行期限?"
    r"|起止年月|运营期限?|建设期限)[^。\n\d二]{0,16}[:：]?[^。\n\d二]{0,20}(?P<range>(?:20\d\d"
    r"|二[〇○零])[^。;；\n]{2,40}?(?:[-—–~～至到]+)[^。;；,，\n)]{3,20})"
)


def _project_name(document: Document) -> Fact | None:
    for leaf in document.leaves[:2]:
        flow = page_flow(leaf, "\n")
        for match in _TITLED.finditer(flow.text):
            if re.search(r"关于|目录|编制|附件", match["name"]):
                continue
            span = flow.group(match, "name")
            name = tidy(span.text)
            return fact(
                ("project_name",), re.sub(r"的$", "", name).strip("《》"), span, doubtful=True
            )
    return None


_LED = re.compile(
    r"由(?P<lead>[\u4e00-\u9fff()A-Za-z0-9·]{4,40}?)(?:作为牵头单位)?(?:负责)?牵头[^。;；\n]{0,6}?[,，]?(?:联合"
    r"|会同|携手|与)(?P<rest>[^。;；\n]{4,300}?)(?:共同|等(?:\d+家)?单位|组建|组成|建设|参与)"
)


def _led(text: Prose) -> re.Match[str] | None:
    """``由某某公司牵头，联合甲大学、乙公司共同建设``."""
    return next((m for m in _LED.finditer(text.text) if whole(m["lead"])), None)


def _lead(text: Prose, labelled: Fact | None) -> Fact | None:
    """The lead after its label if that is a unit's name, else the one a sentence names."""
    if labelled is not None and whole(fold(str(labelled.value))):
        return labelled
    led = _led(text)
    return (
        text.fact(("lead",), tidy(text.quote(*led.span("lead"))), *led.span("lead"))
        if led
        else None
    )


def _members(text: Prose) -> Iterator[Fact]:
    n = 0
    seen: set[str] = set()
    led = _led(text)
    for match in [*_MEMBERS.finditer(text.text), *([led] if led else [])]:
        for name, left, right in units_in(text.text, *match.span("rest")):
            if name in seen:
                continue
            seen.add(name)
            yield text.fact(("members", n), tidy(text.quote(left, right)), left, right)
            n += 1


def _period(text: Prose) -> Iterator[Fact]:
    for match in _PERIOD.finditer(text.text):
        try:
            start, end = dates.parse_range(match["range"])
        except ValueError:
            continue
        if start:
            doubtful = len(start) < len("2024-01-01")
            yield text.fact(("period_from",), start, *match.span("range"), doubtful=doubtful)
        if end:
            doubtful = len(end) < len("2024-01-01")
            yield text.fact(("period_until",), end, *match.span("range"), doubtful=doubtful)
        return


def _sections(text: Prose) -> Iterator[Fact]:
    """Headings of the outermost level that the plan numbers at least twice."""
    headed = [c for c in clauses(text) if c.title and not _LEADERS.search(c.title)]
    contents = [c for c in headed if c.body == c.end or _listed(text, c.start, c.end)]
    kept = [c for c in headed if c not in contents] or headed
    depths = [c.depth for c in kept]
    outer = next((d for d in sorted(set(depths)) if depths.count(d) >= 2), None)
    titles: set[str] = set()
    n = 0
    for clause in kept:
        title = re.sub(r"[.…·]*\d*$", "", clause.title)
        if clause.depth != outer or title in titles:
            continue
        titles.add(title)
        span = clause.start + len(clause.number), clause.start + len(clause.number) + len(title)
        yield text.fact(("sections", n), tidy(text.quote(*span)), *span)
        n += 1


def _listed(text: Prose, start: int, end: int) -> bool:
    """Whether nothing but a heading stands here, as in a table of contents."""
    return "\n" not in text.text[start:end].strip("\n") and bool(
        re.search(r"\d$", text.text[start:end].strip("\n"))
    )


_LABELS = (
    Field(
        "project_name", "document.title",
        labels=(
            "项目名称", "联合体名称", "创新联合体名称", "拟建联合体名称", "方案名称",
            "项目（联合体）名称",
        ),
    ),
    Field(
        "lead", "unit.name",
        labels=(
            "牵头单位", "联合体牵头单位", "牵头单位名称", "申报单位", "申请单位", "编制单位",
            "依托单位", "项目牵头单位", "承担单位", "牵头企业", "牵头方", "主办单位", "组建单位",
            "牵头建设单位", "联合体牵头企业", "主体单位",
        ),
    ),
)  # fmt: skip


def find(document: Document, tools: Tools) -> Facts:
    """All facts of a plan."""
    text = prose(document)
    labelled = labelled_facts(document, _LABELS, tools)
    name = labelled.get("project_name") or _project_name(document)
    lead = _lead(text, labelled.get("lead"))
    facts = [made for made in (name, lead) if made]
    facts += [*_members(text), *_period(text), *_sections(text)]
    return Facts((*facts, *targets(document, text), *budget(document)))


kind = Kind(
    name="construction-plan",
    title="建设运营方案",
    cues=(
        Cue(rf"(?<!提交)(?<!附)(?<!《){_PLAN}(?![的》和、])", 1.0, top=True),
        Cue(r"(?:项目|联合体)简介|建设背景|背景(?:和|与|及)意义", 0.35),
        Cue(r"国内外(?:发展|研究)现状|技术发展趋势", 0.45),
        Cue(r"主要研究内容|研究内容|建设内容|重点任务", 0.3),
        Cue(r"预期目标|建设目标|考核指标|绩效指标|预期成果", 0.3),
        Cue(r"实施方案|进度安排|组织管理|运行机制|保障措施", 0.3),
        Cue(r"工作基础|现有(?:工作)?基础和条件|研发团队", 0.3),
        Cue(r"经费预算|资金筹措|资金使用计划", 0.2),
        Cue(r"申请表|申报书|审计报告|协议书|合同书|劳动合同|管理办法|通知", -0.8, top=True),
        Cue(r"甲方|乙方", -0.5),
    ),
    fields=(
        Field("project_name", "document.title"),
        Field("lead", "unit.name"),
        Field("members", "unit.name"),
        Field("period_from", "document.valid-from"),
        Field("period_until", "document.valid-until"),
        Field("sections", "document.prose"),
        Field("targets", "document.text"),
        Field("budget", "document.text"),
    ),
    find=find,
)
