"""Construction plan (建设运营方案、工作方案): FT-5.2 asks eight parts and quantified targets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docint.contracts import Cue, Field, Kind, Tools
from docint.extract import families
from docint.extract.clauses import Prose, prose, sentences
from docint.extract.extract import labelled_facts
from docint.extract.parsers import one_date
from docint.kinds.construction_plan.budgets import budget
from docint.kinds.construction_plan.members import lead, members
from docint.kinds.construction_plan.naming import PLAN, project_name, titled
from docint.kinds.construction_plan.schedules import targets
from docint.kinds.construction_plan.sections import sections
from docint.types.document import Document
from docint.types.fact import Fact, Facts
from docint.values import dates

_TERM = (
    r"(?:建设|实施|执行|运营|运行|合作|研究|研发|攻关|项目|计划|起止|起讫|总体|任务|组建)+"
    r"(?:期限?|周期|时间|时段|时限|年限|年月|期间|日期)"
)
_DATE = r"(?:20\d\d|二[〇○零])[^。;；,，\n)至到—–~～一]{1,12}"
_RANGE = rf"(?P<range>{_DATE}(?:起?[,，]?[-—–~～至到一]+|起[,，]?)[^。;；,，\n)]{{3,20}})"
_PERIOD = (
    re.compile(rf"{_TERM}[^。\n]{{0,40}}?{_RANGE}"),
    re.compile(rf"{_RANGE}[^。\n\d]{{0,8}}{_TERM}"),
)


_DAY = r"(?:20\d\d|二[〇○零])[^。;；,，\n]{1,9}?(?:[日号]|月(?![^。;；,，\n]{1,4}[日号]))"
_WORK = re.compile(
    rf"[自从由](?P<first>{_DAY})(?:起|开始|启动)[^。\n]{{0,16}}?[至到](?P<last>{_DAY})"
    r"(?=[^。\n]{0,8}(?:完成|结束|终止|竣工|验收|期满|止))"
)
"""``自2023年11月1日开始建设，至2025年10月31日完成``: days of one sentence, apart."""
_SPAN = re.compile(
    rf"[自从由起](?:于)?(?P<first>{_DAY})(?:起始?|始|开始|启动|起算|正式启动)?(?:建设|实施|运行)?[,，]?"
    rf"(?:[至到迄]|截[至止]|止于|终于)(?P<last>{_DAY})"
)
"""``自二〇二四年九月一日始，迄二〇二六年八月三十一日``."""
_PAST = re.compile(r"已|曾|先后|历时|租赁|合同|任职|期间.{0,6}承担|统计|审计|检索")


def _period(text: Prose) -> Iterator[Fact]:
    for match in (found for form in _PERIOD for found in form.finditer(text.text)):
        printed = re.sub(r"(?<=[日月年\d])一(?=20\d\d|二[〇○零])", "-", match["range"])
        try:
            start, end = dates.parse_range(printed)
        except ValueError:
            continue
        if not (start and end and start < end):
            continue
        for name, value in (("period_from", start), ("period_until", end)):
            doubtful = len(value) < len("2024-01-01") or printed != match["range"]
            yield text.fact((name,), value, *match.span("range"), doubtful=doubtful)
        return
    for match in (found for form in (_WORK, _SPAN) for found in form.finditer(text.text)):
        if _PAST.search(_sentence(text.text, match)):
            continue
        try:
            start, end = dates.parse(match["first"]), dates.parse(match["last"])
        except ValueError:
            continue
        if start < end:
            yield text.fact(("period_from",), start, *match.span("first"))
            yield text.fact(("period_until",), end, *match.span("last"))
            return


def _sentence(text: str, match: re.Match[str]) -> str:
    """The sentence that a match stands in."""
    return next(text[a:b] for a, b in sentences(text) if a <= match.start() < b)


def _ends(*words: str) -> tuple[str, ...]:
    """What one end of the term is called: ``建设开始日期``."""
    whose = ("建设", "实施", "项目", "合作", "执行", "运营", "组建", "计划")
    days = ("日期", "时间", "年月")
    more = families.family(("计划", "拟", "预计"), words) + families.family(words, days)
    return families.family(whose, words, days, more=more)


_LABELS = (
    Field(
        "project_name", "document.title",
        labels=(
            "项目名称", "联合体名称", "创新联合体名称", "拟建联合体名称", "方案名称",
            "项目（联合体）名称", "拟组建联合体名称", "拟建创新联合体名称", "联合体全称",
            "项目全称", "申报项目名称", "建设项目名称", "组建名称", "创新联合体全称",
        ),
        parse=titled,
    ),
    Field("period_from", "document.valid-from", _ends("开始", "起始", "启动", "开工"), one_date),
    Field(
        "period_until", "document.valid-until",
        _ends("结束", "终止", "完成", "截止", "收官", "完工", "竣工", "届满"), one_date,
    ),
    Field(
        "lead", "unit.name",
        labels=(
            "牵头单位", "联合体牵头单位", "牵头单位名称", "申报单位", "申请单位", "编制单位",
            "依托单位", "项目牵头单位", "承担单位", "牵头企业", "牵头方", "主办单位", "组建单位",
            "牵头建设单位", "联合体牵头企业", "主体单位", "牵头组建单位", "牵头申报单位",
            "链主企业", "龙头企业", "牵头承担单位", "创新联合体牵头单位",
        ),
    ),
)  # fmt: skip


def find(document: Document, tools: Tools) -> Facts:
    """All facts of a plan."""
    text = prose(document)
    labelled = labelled_facts(document, _LABELS, tools)
    name = labelled.get("project_name") or project_name(document)
    leading = lead(document, text, labelled.get("lead"))
    facts = [made for made in (name, leading) if made]
    first, last = (labelled.get(name) for name in ("period_from", "period_until"))
    told = first and last and str(first.value) < str(last.value)
    period = [one for one in (first, last) if one] if told else list(_period(text))
    facts += [*members(document, text, leading), *period, *sections(text)]
    return Facts((*facts, *targets(document, text), *budget(document, text)))


kind = Kind(
    name="construction-plan",
    title="建设运营方案",
    cues=(
        Cue(rf"(?<!提交)(?<!附)(?<!《){PLAN}(?![的》和、]|设计)", 1.0, top=True),
        Cue(
            r"联合体[^\n。]{0,8}(?:建设|运营|组建|实施|发展)[^\n。]{0,6}(?:意见|规划|构想|设想|纲要|报告|思路)$",
            1.0,
            top=True,
        ),
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
