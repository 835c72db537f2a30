"""信用报告: 法人和非法人组织公共信用信息报告 from 信用中国, and no other report of that sort.

行政处罚 is not 严重失信主体名单: each has its own count, from the overview or from its section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docint.contracts import Cue, Field, Kind, Tools
from docint.extract.extract import labelled_facts
from docint.extract.flow import Flow, Span, page_flow
from docint.extract.naming import organisation
from docint.extract.parsers import one_date
from docint.extract.proof import fact
from docint.types.document import Document
from docint.types.fact import Fact, Facts
from docint.values.text import fold

_NONE = re.compile(
    r"(?:查询期内|截至查询日|报告期内|目前|经查询?)?[,,:]?"
    r"(?:暂?无|未查到|未查询到|没有|未发现|未列入|不存在|未被列入)"
)
_COUNT = re.compile(
    r"[((:]*(?:共|累计|合计)?(?P<n>[0-9]{1,4}|[oO〇○])(?:条|项|次|个|起)?(?:记录|信息)?[))。]*"
)
_TOPICS = {
    "dishonest_count": r"严重(?:违法)?失信(?:主体|企业)?(?:名单)?|失信主体名单",
    "penalty_count": r"行政处罚",
    "abnormal_count": r"(?:企业)?(?:经营|活动)(?:\(活动\))?异常(?:名录)?(?:\(状态\))?",
}
_AFTER = r"(?:列入)?(?:名单|名录|信息|记录|主体|情况|数量|条数|公示)*"
_RECORD = re.compile(
    r"(?:行政处罚)?决定(?:书)?文号|列入(?:日期|决定机关|名单日期)|认定(?:部门|单位)[::]"
)
_SECTION = re.compile(
    r"(?:^|\n)(?:[一二三四五六七八九十]{1,2}、|[((][一二三四五六七八九十]{1,2}[))]|\d{1,2}[.、])"
)


def how_many(printed: str) -> int:
    """A number of records; words that there are none are 0.

    Raises:
        ValueError: neither.
    """
    folded = fold(printed)
    if match := _COUNT.fullmatch(folded):
        return int(match["n"]) if match["n"].isdigit() else 0
    if _NONE.match(folded) and len(folded) <= 40:
        return 0
    raise ValueError(f"no number of records: {printed!r}")


def _labels(*names: str) -> tuple[str, ...]:
    endings = ("", "信息", "记录", "记录数", "数量", "条数", "情况", "信息数量", "信息记录")
    return tuple(name + ending for name in names for ending in endings)


FIELDS = (
    Field(
        "company",
        "unit.name",
        (
            "机构名称", "主体名称", "企业名称", "单位名称", "法人名称", "名称", "查询对象",
            "信用主体名称", "报告主体", "被查询主体", "公司名称", "组织名称",
        ),
        organisation,
    ),
    Field("uscc", "unit.uscc", ("统一社会信用代码", "社会信用代码", "信用代码")),
    Field(
        "report_date",
        "document.date",
        (
            "报告生成日期", "报告生成时间", "生成日期", "生成时间", "报告日期", "报告时间",
            "查询日期", "查询时间", "下载日期", "下载时间", "出具日期", "打印日期", "打印时间",
            "报告出具日期", "报告下载时间", "报告下载日期", "出具时间", "报告出具时间",
        ),
        one_date,
    ),
    Field(
        "dishonest_count",
        "unit.record-count",
        _labels(
            "严重失信", "严重失信主体名单", "严重失信名单", "严重违法失信名单", "失信主体名单",
            "严重违法失信企业名单", "严重违法失信主体名单", "列入严重失信主体名单",
        ),
        how_many,
    ),
    Field("penalty_count", "unit.record-count", _labels("行政处罚"), how_many),
    Field(
        "abnormal_count",
        "unit.record-count",
        _labels(
            "经营异常", "经营异常名录", "活动异常", "活动异常名录", "经营(活动)异常",
            "经营(活动)异常名录", "列入经营异常名录", "经营(活动)异常名录(状态)", "异常名录",
        ),
        how_many,
    ),
)  # fmt: skip


def find(document: Document, tools: Tools) -> Facts:
    """Labelled facts; counts that no overview gives are told from their sections."""
    facts = list(labelled_facts(document, FIELDS, tools))
    known = {item.path[0] for item in facts}
    for name, topic in _TOPICS.items():
        if name not in known:
            counted = _counted(document, name, topic)
            facts += [counted] if counted else []
    return Facts(tuple(facts))


def _counted(document: Document, name: str, topic: str) -> Fact | None:
    for leaf in document.leaves:
        flow = page_flow(leaf)
        for value, span in _stated(flow, topic):
            return fact((name,), value, span.by("pattern", 0.95))
    return _by_section(document, name, topic)


def _stated(flow: Flow, topic: str) -> Iterator[tuple[int, Span]]:
    """``行政处罚信息 共2条``; or a heading alone on its line and ``查询期内无记录`` below."""
    beside = rf"(?:{topic}){_AFTER}[::,为]*(?P<v>[^\n。;]{{1,40}})"
    under = rf"(?:^|\n)[^\n]{{0,6}}(?:{topic}){_AFTER}[::]?\n(?P<v>[^\n。;]{{1,40}})"
    for match in (*flow.finditer(beside), *flow.finditer(under)):
        try:
            yield how_many(match["v"]), flow.group(match)
        except ValueError:
            continue


def _by_section(document: Document, name: str, topic: str) -> Fact | None:
    """Records counted in the section of a topic, where it lists them one by one."""
    for leaf in document.leaves:
        flow = page_flow(leaf)
        heading = re.search(rf"{_SECTION.pattern}{_PLAIN}(?:{topic}){_AFTER}\n", flow.text)
        if not heading:
            continue
        following = _SECTION.search(flow.text, heading.end())
        section = flow.text[heading.end() : following.start() if following else None]
        records = len(re.findall("决定(?:书)?文号|列入日期", section))
        if records:
            return fact((name,), records, flow.group(heading).by("section", 0.8), doubtful=True)
    return None


_PLAIN = r"[^\n]{0,6}"

kind = Kind(
    name="credit-report",
    title="信用报告",
    cues=(
        Cue(r"公共信用信息\n?(?:概况|报告)|公共\n?信用\n?信息\n?报告", 1.0, top=True),
        Cue(r"信用中国", 0.35),
        Cue(r"国家公共信用信息中心", 0.35),
        Cue(r"报告编号", 0.1),
        Cue(r"严重失信主体名单", 0.3),
        Cue(r"经营\(?活动\)?异常|经营异常名录", 0.15),
        Cue(r"诚实守信|信用承诺|信用评价", 0.25),
        Cue(r"查询期内", 0.2),
        Cue(r"企业信用信息公示报告|企业信用信息公示系统", -1.6),
        Cue(r"征信|信贷|授信|无违法违规", -1.6),
        Cue(r"管理办法|申请表|申报书|建设方案|合同|协议|目录|清单", -0.8, top=True),
    ),
    fields=FIELDS,
    find=find,
)
