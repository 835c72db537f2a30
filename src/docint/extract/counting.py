"""Counted targets (量化目标): the words that head their tables, and how sentences put them.

``申请发明专利5件``, ``培养人才不少于50名``, ``研制3台样机``; all patterns are for folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docint.values import numerals

_AIM = (
    "绩效|考核|预期|任务|成果|建设|年度|量化|验收|产出|计划|完成|期末|总|具体|主要|项目|技术|经济|社会"
    "|学术|效益|目标|指标|约定|承诺|拟|三级|二级|达到|建设期|的"
)
ITEM_HEAD = (
    rf"(?:{_AIM})+(?:名称|内容|项|项目|类型|事项|类别|条目|形式)|(?:{_AIM}){{2,}}|指标|目标|成果"
)
"""What heads the column of what is counted; some of it heads the numbers elsewhere."""
NUMBER_HEAD = (
    rf"(?:{_AIM})+(?:值|数|数量|数值|数额|量|个数|数目|要求|水平)"
    r"|(?:数值|数目|个数|数量|值|数)(?:要求)?"
)
UNIT_HEAD = r"(?:计量|数量|度量|指标|考核|计数|统计|数值)*(?:单位|量纲|量词)"
SECTION = rf"(?:{_AIM}|联合体|预计|定量)*(?:目标|指标|成果|产出)(?:清单|体系|明细|分解)*"
"""A heading over targets."""
MEASURE = re.compile(
    "项次?|件|篇|名|人次?|人/?年|个|家|场次?|次|台套?|台/套|套|份|部|种|条|款|期|本|册|亩|组|座|类|平方米|㎡"
    "|[亿万千]?元|%|吨|批|辆|株|例|公里|小时|天|人日|个百分点"
)
"""Measures of targets, as they fill a column of their own."""
_UNIT = (
    "万元|亿元|项次|项|件|篇|名|人次|人|个百分点|个|家|场次|场|次|台套|台|套|份|部|种|条|款|期|组|座|批"
    "|册|本|类|%"
)
_AT_LEAST = (
    r"(?:不少于|不低于|[达做]到|达|至少|超过|大于|突破|>=|[≥>:=(×]|合计|累计|共计?"
    r"|各|约|近|为|增长|以上|\.{2,}|…+)*"
)
_STOP = r"(?=[、()\s”\"」』】\]●•◆▪■]|[和及与](?=[\u4e00-\u9fff])|以上|$)"
_FIGURE = r"\d[\d,]{0,9}|[一二三四五六七八九十百两]{1,4}"
_WORDS = r"[\u4e00-\u9fffA-Za-z()/“”《》&+\-]"
_SAID = re.compile(
    rf"(?P<item>(?:{_WORDS}|、){{2,24}}?){_AT_LEAST}\s*(?P<number>\d[\d,]{{0,9}})\s*\(?(?P<unit>{_UNIT})\)?"
    rf"(?:以上|及以上|左右|\(含\))?{_STOP}"
)
_ALONE = re.compile(
    rf"{_AT_LEAST}\s*(?P<number>\d[\d,]{{0,9}})\s*\(?(?P<unit>{_UNIT})\)?(?:以上|及以上|左右|\(含\))?"
)
"""A number with its measure and nothing else, behind a colon: ``研制样机：3台``."""
_VERB = (
    "牵头制定|参与制定|申请|申报|授权|获得|取得|发表|制定|形成|完成|建设|建成|培养|引进|举办|开展|实现|新增|研制"
    "|开发|编制|提交|发布|孵化|服务|组织|引育|转化|突破|登记|输出|集聚|打造|搭建|建立|推广|出版|召开|撰写|构建"
)
_BEFORE = re.compile(
    rf"(?P<verb>{_VERB}){_AT_LEAST}\s*(?!一批)(?P<number>{_FIGURE})\s*(?P<unit>{_UNIT})(?:以上|及以上)?的?"
    rf"(?P<object>{_WORDS}{{2,20}})"
)
_HOLLOW = re.compile("^(?:实现|形成|达到|完成)$")
_MARK = re.compile(
    r"\s*(?:(?:目标|指标|任务|成果)[\d一二三四五六七八九十]{1,2}[、.\s—–\-]*"
    r"|[一二三四五六七八九十]是|[(]?[\d一二三四五六七八九十]{1,2}[).、．]|[①-⑳]|[-—•·●◆▪■]"
    rf"|\d{{1,2}}(?!(?:{_UNIT})(?!才))(?=[\u4e00-\u9fff]{{2}}))\s*"
)
"""A number of the target's own; ① is folded to 1."""
_LEAD_IN = re.compile(
    r"(?:在?(?:建设|项目|实施|合作|执行|运营)期(?:限?内|末|满|间)?|[一两二三四五]年内|到?20\d\d年底?前?|[到至在于]?(?:建设|项目)?(?:期末|期满|届满)(?:之日|时)?|届时|[)“\"「『【●•◆▪■]|力争|争取|实现"
    r"|累计|合计|共计|计划|预计|拟|将|并|同时|以及|其中|确保|预期|和|及|与|、|联合体|每年)+(?=.{2})"
)
_NO_TARGET = re.compile(
    r"(?:成员|参与|牵头|组成|合作)单位$|单位$|投资$|经费$|预算$|总投入$|阶段$|步骤$|方面$|部分$|课题$|子?任务$|层级?$"
    r"|其中|^(?:目标|潜在|意向|现有)(?:客户|用户|市场)"
    r"|(?:共享|现有|在用)(?:科研|试验)?仪器(?:设备)?$|固定(?:的)?(?:研发)?人员$"
)
_LONGEST = 24
"""Characters of an item."""
_DONE = re.compile("现有|已|目前|拥有|曾|历年|截至|近[一二两三四五]年|承担过|先后|上年|以往")


_CLAUSE = re.compile(r"(?:[^，,。；;\n：:]|(?<=\d),(?=\d{3}))+")
_OF = re.compile("的(?:数量|总数|目标值?|数目|规模)$")


_COMPARED = re.compile(
    r"(?:在|于|应|须|需|要|均|全部|建设|项目|实施|合作|执行|运营|期[限内末满间]*|[一二三四五两\d]{1,2}年|年内|每年|年均"
    r"|累计|合计|总计|共计?|总数|数量|总量|规模|不少于|不低于|不小于|至少|达到?|超过|大于|突破|增至|约|近|为|各|数)+"
)
"""What says when and how many, and not of what: ``建设期内不少于``."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Something counted, with the places of its item and of its number with the unit."""

    item: str
    number: int
    unit: str
    start: int
    end: int
    number_start: int
    number_end: int
    unit_start: int


def counted(text: str, start: int = 0, end: int | None = None) -> Iterator[Counted]:
    """What sentences count in ``text[start:end]``, clause by clause.

    The item keeps its verb (``申请发明专利``) without what only leads in (力争, 建设期内).
    """
    title = (start, start)  # the clause before may name what the next counts: 培养人才，不少于26名
    for clause in _CLAUSE.finditer(text, start, len(text) if end is None else end):
        said, title = title, (clause.start(), clause.end())
        if _DONE.search(clause[0]):
            continue
        mark = _MARK.match(clause[0])
        at = clause.start() + (mark.end() if mark else 0)
        lead = _LEAD_IN.match(text, at, clause.end())
        at = lead.end() if lead else at
        if alone := _ALONE.fullmatch(text, at, clause.end()):
            begin, item = _title(text, *said)
            if len(item) >= 2 and not _NO_TARGET.search(item):
                yield _made(alone, item, begin)
            continue
        if between := _between(text, at, clause.end()):
            yield from between
            continue
        for found in _SAID.finditer(text, at, clause.end()):
            lead = _LEAD_IN.match(found["item"])
            item = found["item"][lead.end() if lead else 0 :]
            begin = found.end("item") - len(item)
            if _COMPARED.fullmatch(found["item"]):
                begin, item = _title(text, *said)
            item = _OF.sub("", item)
            if len(item) >= 2 and not _NO_TARGET.search(item):
                yield _made(found, item, begin)


def _between(text: str, start: int, end: int) -> list[Counted]:
    """Numbers between verb and object, in every part of a clause: ``申请9件专利、制定2项标准``."""
    made = []
    for part in re.compile("[^、]+").finditer(text, start, end):
        lead = _LEAD_IN.match(text, *part.span())
        found = _BEFORE.fullmatch(text, lead.end() if lead else part.start(), part.end())
        if found is None:
            return []
        verb = "" if _HOLLOW.match(found["verb"]) else found["verb"]
        made.append(_made(found, verb + found["object"], found.start()))
    return made


def _title(text: str, start: int, end: int) -> tuple[int, str]:
    """Where the item begins that a clause names, and the item; empty where it names none."""
    mark = _MARK.match(text, start, end)
    at = mark.end() if mark else start
    lead = _LEAD_IN.match(text, at, end)
    at = lead.end() if lead else at
    named = text[at:end].strip()
    fits = len(named) <= _LONGEST and re.fullmatch(rf"(?:{_WORDS}|、)+", named)
    return at, named if fits and not _DONE.search(named) else ""


def _made(found: re.Match[str], item: str, start: int) -> Counted:
    figure = found["number"].replace(",", "")
    number = int(figure) if figure.isdigit() else numerals.whole(figure.replace("两", "二"))
    return Counted(
        item, number, found["unit"], start, found.end("unit"),
        found.start("number"), found.end("number"), found.start("unit"),
    )  # fmt: skip
