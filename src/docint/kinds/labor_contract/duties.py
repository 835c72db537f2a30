"""Position and working time of a labour contract, from its words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docint.contracts import Tools
from docint.extract import ticks
from docint.extract.flow import Flow, page_flow, unframed
from docint.extract.naming import person
from docint.extract.parsers import words
from docint.extract.proof import fact
from docint.types.document import Document
from docint.types.fact import Fact

_POSITIONS = (
    (
        r"(?:安排|聘用|聘请|聘任)?乙方(?:同意)?(?:根据甲方[^,。]{0,12}[,,])?(?:在[^,。]{1,16}?)?"
        r"(?:担任|从事|出任|就任|充任|任)_*(?P<v>[^,。;_]{2,24}?)_*(?:之?(?:岗位|工作|职务?|工种)|一职|[,。;])"
    ),
    (
        r"(?:安排|聘用|聘请|聘任|录用)乙方(?:同意)?(?:在|到|至|于)_*(?P<v>[^,。;_]{2,16}?)_*"
        r"(?:工作)?(?:岗位|职位|工种)"
    ),
    (
        r"(?:聘用|聘任|聘请|录用|招聘)乙方(?:为|作为)_*(?P<v>[^,。;_]{0,14}(?:工程师|总监|经理|主管|研究员"
        r"|科学家|教授|主任|架构师|设计师|分析师|技术员|讲师))_*[,。;]"
    ),
    (
        r"(?:聘用|聘任|聘请|录用)[\u4e00-\u9fff·]{2,10}(?:先生|女士|同志)?(?:\([^()]{4,90}\))?(?:为|担任)"
        r"(?:本公司|本单位|本校|本院|甲方|其)?的?(?:全职|专职|兼职)?的?(?P<v>[\u4e00-\u9fff]{0,10}(?:工程师|总监|经理|主管"
        r"|研究员|科学家|教授|主任|架构师|设计师|分析师|技术员|讲师))[,。;]"
    ),
    (
        r"乙方(?:受聘|应聘|被聘)(?:为|担任|任|作为)(?:甲方|公司|单位)?的?"
        r"(?P<v>[\u4e00-\u9fff]{0,10}(?:工程师|总监|经理|主管|研究员|科学家|教授|主任|架构师|设计师"
        r"|分析师|技术员|讲师))[,。;]"
    ),
    r"【(?:工作|聘用)?(?:岗位|职务|职位)】:?(?P<v>[^【】,，。;]{2,20})(?=【|[,，。;])",
    r"(?:工作)?岗位(?:\([^()]{1,10}\))?(?:为|是|:)_*[::]?_*(?P<v>[^,。;_]{2,20}?)_*[,。;(]",
    r"乙方(?:同意|自愿)?(?:在|到|至)_*(?P<v>[^,。;_在到至]{2,20}?)_*(?:的|这一)?(?:岗位|职位|工种)(?:\([^()]{1,8}\))?(?:上|从事)?(?:工作|任职|履职|[,。;]|$)",
    r"(?:受聘|聘用)?岗位为?_*(?P<v>[^,。;_:：为]{2,16}?)_*岗位",
    r"(?:从事|担任|出任|受聘为|聘为)_*(?P<v>[^,。;_]{2,24}?)_*(?:岗位|工种|职务|一职|职位|工作)",
    r"(?:职务|职位|任职)(?:\([^()]{1,10}\))?(?:为|是|:)_*[::]?(?P<v>[^,。;_:：为]{2,20}?)_*[,。;(]",
)
_CLASS = re.compile(r"^(?:专业技术|管理|工勤技能)(?:类|岗位?|人员)的?(?=..)")
"""The class of posts (岗位类别) in a public institution, before the post itself."""
_EMPTY = re.compile(
    r"[【】]|^(?:[与及和或]|甲方|乙方|本合同|该|其|以下|下列|管理或|[的为是])|岗位$|^工作$"
)

_TOPIC = re.compile(
    r"(?:工作|劳动|社会|用工|时间|内容|地点|地|条件|制度?|期限|任务|要求|职责|方式|形式|报酬|待遇"
    r"|工时|工资|薪酬|薪资|标准|试用期?|保险|福利|休假|休息|保护|纪律|保密|约定|解除|终止|变更"
    r"|争议|处理|违约|责任|合同|地址|电话|日期|签字|签名|签订|盖章|其他|其它|附则|事项|双方|承诺"
    r"|社保|住所|住址|部门|单位|[和与及的、])+"
)
"""What the next row of a contract's form is about, not what anybody is employed as."""

_PART_TIME = (
    r"(?:^|\n)[^\n]{0,10}非全日制(?:用工|劳动)*(?:合同|协议)书?(?:\([^()\n]{0,12}\))?(?:\n|$)",
    r"[☑√■✓✔]\(?[0-9一二三]?[)、.]?非全日制",
    r"(?:^|\n)(?:用工(?:形式|性质|方式|类型|类别):?)?非全日制(?:用工)?(?:\n|$)",
    r"(?:采用|实行|以|按)非全日制(?:用工|形式|方式|劳动)",
    r"(?:属于?|为|系)非全日制",
    r"乙方[^。]{0,10}(?:为|是|系)(?:兼职|非全职)",
    r"(?:每周|周工[时作])[^。]{0,8}不超过(?:24|二十四)_*个?小时",
    r"每[日天][^。]{0,10}不超过(?:4|四)小时",
)
_FULL_TIME = (
    r"[☑√■✓✔]\(?[0-9一二三]?[)、.]?全日制",
    r"(?<!非)全日制(?!学历|教育|本科|专科|大专|大学|硕士|博士|研究生|院校|毕业|或非)",
    r"(?<!非)全职",
    r"(?:^|\n)(?:用工(?:形式|性质|方式|类型|类别):?)?全日制(?:用工)?(?:\n|$)",
)
_HOURS = (
    r"[☑√■✓✔]\(?[0-9一二三]?[)、.]?(?:标准|综合计算|不定时)",
    r"(?:实行|执行|采用)_*(?:标准|综合计算|不定时)_*工[时作]",
    r"每[日天](?:工作)?(?:时间)?[^。]{0,6}(?:8|八)_*(?:个)?小时",
    r"每周[^。]{0,10}(?:40|四十)_*(?:个)?小时",
    r"(?:标准|不定时|综合计算)_*工(?:时|作制)",
)


_NEXT_CLAUSE = re.compile("[。;；,，(（]|申请仲裁|因履行|发生争议")
"""Where a position ends: at a mark, or at a clause that stands beside it in another column."""
_CLAUSE_WORDS = re.compile("[甲乙]方|制度|应[当按]|合同")
_NO_POSITION = re.compile(
    r"^(?:类别|序列|层级|期限|岗级|职级)?[及与和]?(?:名称|类型|类别)$|^序列|^[A-Z]+\d+(?:$|.*(?:类型|类别|期限?|日期|制度?|报酬|地点|方式)$)|[\u4e00-\u9fff][A-Z][a-z]{3}|[甲乙]方|岗位|工作地点|^\d+个?[月年天日周]|合同|^[与及和]|[【】]|职务|解除|终止|^(?:第[\d一二三四五六七八九十]+[条章]|[\d一二三四五六七八九十]{1,3}[、.．])"
)
"""The words of clauses and of their headings."""


def named_position(printed: str) -> str:
    """A position behind its label, without the sentence that goes on after it.

    Raises:
        ValueError: the clause's own words instead of a position.
    """
    value = re.sub(r"(?:岗位|工作)$", "", _NEXT_CLAUSE.split(words(printed))[0])
    refused = _NO_POSITION.search(value) or _TOPIC.fullmatch(value)
    if not 2 <= len(value) <= 24 or refused:
        raise ValueError(f"no position: {printed!r}")
    return value


def position(document: Document) -> Fact | None:
    """The position as the clause on work names it."""
    flows = [page_flow(leaf, "") for leaf in document.leaves]
    for pattern in _POSITIONS:
        for flow in (*flows, *map(unframed, flows)):
            for match in flow.finditer(pattern):
                if found := _said_position(flow, match):
                    return found
    return None


def _said_position(flow: Flow, match: re.Match[str]) -> Fact | None:
    if _EMPTY.search(match["v"]) or _is_person(match["v"]):
        return None
    named = _CLASS.sub("", match["v"])
    start, said = match.end("v") - len(named), _NEXT_CLAUSE.split(named)[0]
    if _CLAUSE_WORDS.search(said):
        return None
    try:
        value = words(said)
    except ValueError:
        return None
    span = flow.span(start, start + len(said))
    return fact(("position",), value, span.by("clause", 0.96))


def _is_person(text: str) -> bool:
    try:
        person(text)
    except ValueError:
        return False
    return not re.search(
        r"教授|研究|科学家|专家|讲师|顾问|级|工程师|主管|经理|总监|主任|员|师|长|负责|助理|研发|技术|行政|财务",
        text,
    )


def full_time(document: Document, tools: Tools) -> Fact | None:
    """Whether full time: by the box ticked, said in so many words, or by the hours agreed."""
    if found := _ticked(document, tools):
        return found
    for patterns, value, sure in (
        (_PART_TIME, False, 0.97),
        (_FULL_TIME, True, 0.97),
        (_HOURS, True, 0.93),
    ):
        if found := _said(document, patterns, value, sure):
            return found
    return None


_OPTIONS = re.compile(
    r"(?P<full>(?<!非)全日制)[^。;]{1,24}?(?P<part>非全日制)"
    r"|(?P<part2>非全日制)[^。;]{1,24}?(?P<full2>(?<!非)全日制)"
)
"""The two side by side, as forms offer them."""
_TICK = re.compile("[☑☒√✓✔■●◉]")


def _ticked(document: Document, tools: Tools) -> Fact | None:
    """The choice between the two as the picture of a scan shows it."""
    for leaf in document.leaves:
        flow = page_flow(leaf, "")
        for match in flow.finditer(_OPTIONS):
            names = ("full", "part") if match["full"] else ("full2", "part2")
            seen = ticks.chosen(flow, [match.start(name) for name in names], tools)
            if seen is not None:
                span = flow.group(match, names[seen]).by("clause", 0.95)
                return fact(("full_time",), names[seen].startswith("full"), span)
    return None


def _offered(text: str, match: re.Match[str]) -> bool:
    """Whether the words are one of two options that nobody is seen to have ticked."""
    around = (m for m in _OPTIONS.finditer(text) if m.start() <= match.start() < m.end())
    return any(not _TICK.search(m[0] + text[m.start() - 3 : m.start()]) for m in around)


def _said(document: Document, patterns: Sequence[str], value: bool, sure: float) -> Fact | None:
    for pattern in patterns:
        for leaf in document.leaves:
            flow = page_flow(leaf, "\n" if r"\n" in pattern else "")
            match = re.search(pattern, flow.text)
            if match is None or _offered(flow.text, match):
                continue
            if not re.search(r"[不非][得是能]?$", flow.text[: match.start()]):
                return fact(("full_time",), value, flow.group(match).by("clause", sure))
    return None
