"""Construction plan (建设运营方案、工作方案): FT-5.2 asks eight parts and quantified targets."""

from __future__ import annotations

import re
from dataclasses import replace

from docint.contracts import Cue, Field, Kind, Tools
from docint.extract import families
from docint.extract.clauses import Prose, prose
from docint.extract.extract import labelled_facts
from docint.extract.parsers import one_date
from docint.kinds.construction_plan.budgets import budget
from docint.kinds.construction_plan.members import lead, members
from docint.kinds.construction_plan.naming import PLAN, project_name, titled
from docint.kinds.construction_plan.periods import period
from docint.kinds.construction_plan.schedules import targets
from docint.kinds.construction_plan.sections import sections
from docint.types.document import Document
from docint.types.fact import Facts


def _ends(*words: str) -> tuple[str, ...]:
    """What one end of the term is called: ``建设开始日期``."""
    whose = ("建设", "实施", "项目", "合作", "执行", "运营", "组建", "计划")
    days = ("日期", "时间", "年月", "日", "年月日")
    more = families.family(("计划", "拟", "预计"), words) + families.family(words, days)
    return families.family(whose, words, days, more=more)


_LABELS = (
    Field(
        "project_name", "document.title",
        labels=(
            "项目名称", "联合体名称", "创新联合体名称", "拟建联合体名称", "方案名称",
            "联合体（项目）名称", "项目（联合体）名称", "拟组建联合体名称", "拟建创新联合体名称",
            "联合体全称",
            "项目全称", "申报项目名称", "建设项目名称", "组建名称", "创新联合体全称",
        ),
        parse=titled,
    ),
    Field(
        "period_from", "document.valid-from",
        (*_ends("开始", "起始", "启动", "开工", "起算", "首"), "建设期首日"), one_date,
    ),
    Field(
        "period_until", "document.valid-until",
        _ends("结束", "终止", "完成", "截止", "收官", "完工", "竣工", "届满", "末"), one_date,
    ),
    Field(
        "lead", "unit.name",
        labels=(
            "牵头单位", "联合体牵头单位", "牵头法人", "牵头法人单位",
            "牵头单位名称", "申报单位", "申请单位", "编制单位",
            "依托单位", "项目牵头单位", "承担单位", "牵头企业", "牵头方", "主办单位", "组建单位",
            "牵头建设单位", "联合体牵头企业", "主体单位", "牵头组建单位", "牵头申报单位",
            "链主企业", "龙头企业", "牵头承担单位", "创新联合体牵头单位",
            "牵头主体", "牵头建设主体", "牵头实施主体", "牵头组建主体",
        ),
    ),
)  # fmt: skip


_NOTE = re.compile(r"[〔【［\[](?P<note>[\u4e00-\u9fff]{2,4}(?:单位|主体|方|企业))[〕】］\]]")


def _noted(text: Prose) -> Prose:
    """The text with what a unit is in round brackets: ``某某公司〔牵头单位〕``."""
    return replace(text, text=_NOTE.sub(r"(\g<note>)", text.text))


def find(document: Document, tools: Tools) -> Facts:
    """All facts of a plan."""
    text = _noted(prose(document))
    labelled = labelled_facts(document, _LABELS, tools)
    name = labelled.get("project_name") or project_name(document)
    leading = lead(document, text, labelled.get("lead"))
    facts = [made for made in (name, leading) if made]
    ends = [one for one in labelled if one.path[0] in ("period_from", "period_until")]
    facts += [*members(document, text, leading), *period(document, text, ends), *sections(text)]
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
