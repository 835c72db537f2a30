"""信用报告: 法人和非法人组织公共信用信息报告 from 信用中国, and no other report of that sort.

行政处罚 is not 严重失信主体名单: each has its own count, see `counts`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from docint.contracts import Cue, Field, Kind, Tools
from docint.extract import families, orphans
from docint.extract.extract import labelled_facts
from docint.extract.flow import Span, reader_of, search
from docint.extract.grids import evidence, line_rows
from docint.extract.naming import organisation
from docint.extract.parsers import one_date
from docint.extract.proof import fact
from docint.extract.unit_names import whole
from docint.kinds.credit_report.counts import TOPICS, counted, how_many, tiles
from docint.types.document import Document
from docint.types.fact import Fact, Facts
from docint.values import dates
from docint.values.ids import uscc
from docint.values.text import fold


def _labels(*names: str) -> tuple[str, ...]:
    endings = ("", "信息", "记录", "记录数", "数量", "条数", "情况", "信息数量", "信息记录")
    return tuple(name + ending for name in names for ending in endings)


_DATES = families.family(
    ("报告生成", "生成", "报告", "查询", "下载", "报告下载", "出具", "报告出具", "打印",
    "报告打印", "制作",
     "导出", "获取", "报告查询", "报告制作", "报告获取", "报告导出", "信息截止", "数据截止",
     "信用信息截止", "信息更新截止", "统计截止", "归集截止", "受理", "报告受理"),
    ("日期", "时间", "日"),
)  # fmt: skip

FIELDS = (
    Field(
        "company",
        "unit.name",
        families.UNIT,
        organisation,
    ),
    Field("uscc", "unit.uscc", (*families.USCC, "代码", "主体信用代码", "查询代码")),
    Field(
        "report_date",
        "document.date",
        _DATES,
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
            "经营(活动)",
        ),
        how_many,
    ),
)  # fmt: skip


_WHOLE_DAY = len("2024-01-31")
_TILE = 3.5
"""A value stands no further over its label, in line heights."""
_DAY = r"(?P<day>20\d\d(?:年\d{1,2}月\d{1,2}日|[-./]\d{1,2}[-./]\d{1,2}))"
_MADE = "生成|出具|查询|打印|下载|导出|制作"
_MADE_ON = (
    rf"(?:{_MADE}|截[至止])(?:日期|时间)?[于为在自是到]?:?{_DAY}"
    rf"|{_DAY.replace('day', 'before')}(?:\d\d:\d\d(?::\d\d)?)?(?:由|在|从|通过)?"
    rf"[^\n。,;\d至到前]{{0,10}}?(?:{_MADE})"
)


def _made_on(document: Document) -> Fact | None:
    """The day a sentence says the report was made on: 报告生成于2023/11/15; the last of several."""
    found = [
        (dates.parse(match[group]), flow.group(match, group).by("prose", 0.95))
        for flow, match in search(document, _MADE_ON)
        for group in ("day", "before")
        if match[group]
    ]
    return fact(("report_date",), *max(found, key=lambda one: one[0])) if found else None


_SUBJECT = (
    r"(?:^|[的,。:\"“”]|关于|对|兹证明|主体)(?P<v>[\u4e00-\u9fff()·]{4,40}?)[(,](?:统一)?(?:社会)?"
    r"信用代码(?:为|是)?:?[0-9A-Z]{15,18}"
)


def _named_in_words(document: Document) -> Fact | None:
    """The unit a sentence reports on: ``网站归集的某公司（统一社会信用代码：…）信用信息如下``."""
    for flow, match in search(document, _SUBJECT, ""):
        # the title and the sentence's own words may run into the name: it begins behind them
        before = re.match(r".*(?:的|兹证明|兹有|关于|主体|报告)", match["v"])
        start = before.end() if before else 0
        if whole(match["v"][start:]):
            span = flow.span(match.start("v") + start, match.end("v"))
            return fact(("company",), organisation(span.text), span.by("clause", 0.96))
    return None


def _beside_the_code(document: Document) -> Fact | None:
    """The last of all days on the paper, where it stands alone in the row of the unit's code."""
    last = max((hit.value for hit in dates.find_all(fold(document.text))), default="")
    for leaf in document.leaves:
        for row in line_rows(leaf):
            if not any(uscc.valid(piece.folded) for piece in row.pieces):
                continue
            for piece in row.pieces:
                days = dates.find_all(piece.folded)
                whole_piece = len(days) == 1 and days[0].end - days[0].start == len(piece.folded)
                if whole_piece and days[0].value == last and len(last) == _WHOLE_DAY:
                    proof = evidence(leaf, [piece])
                    span = Span(piece.text, proof.place, reader_of(leaf), piece.confidence)
                    return fact(("report_date",), last, span.by("shape", 0.9), doubtful=True)
    return None


def _over_its_label(document: Document) -> Fact | None:
    """A day alone on its line with the report's date label right under it, as tiles are set."""
    for leaf in document.leaves:
        rows = line_rows(leaf)
        for above, row in pairwise(rows):
            for label in row.pieces:
                if label.folded.strip(":") not in _DATES or len(row.pieces) > len(above.pieces):
                    continue
                for piece in above.pieces:
                    off = min(abs(piece.left - label.left), abs(piece.middle - label.middle))
                    near = row.top - above.top < _TILE * row.height
                    days = dates.find_all(piece.folded)
                    alone = len(days) == 1 and days[0].end - days[0].start == len(piece.folded)
                    if alone and len(days[0].value) == _WHOLE_DAY and near and off < row.height:
                        proof = evidence(leaf, [piece])
                        span = Span(piece.text, proof.place, reader_of(leaf), piece.confidence)
                        return fact(("report_date",), days[0].value, span.by("label", 0.95))
    return None


def find(document: Document, tools: Tools) -> Facts:
    """Labelled facts; an overview in tiles decides, counts that none gives are told in words."""
    tiled = tiles(document)
    labelled = labelled_facts(document, FIELDS, tools)
    facts = [item for item in labelled if item.path[0] not in tiled]
    known = {item.path[0] for item in facts} | set(tiled)
    missing = [name for name in TOPICS if name not in known]
    told = [made for name in missing if (made := counted(document, name))]
    if "company" not in known:
        alone = _named_in_words(document) or orphans.name(document, facts)
        told += [replace(alone, path=("company",))] if alone else []
    if "report_date" not in known:
        made = _made_on(document) or _over_its_label(document)
        made = made or _beside_the_code(document)
        told += [made] if made else []
    if "uscc" not in known and (code := orphans.code(document)):
        told.append(code)
    return Facts((*facts, *tiled.values(), *told))


kind = Kind(
    name="credit-report",
    title="信用报告",
    cues=(
        Cue(r"公共信用信息\n?(?:概况|报告)|公共\n?信用\n?信息\n?报告", 1.0, top=True),
        Cue(r"^(?:法人和非法人组织|企业|法人)?公共信用信息(?:概况|报告)(?:\([^()]{2,12}\))?$", 0.4),
        Cue(r"信用中国", 0.35),
        Cue(r"信用信息共享平台|公共信用信息(?:服务)?平台", 0.2),
        Cue(r"行政处罚[^。;]{0,60}(?:严重)?失信[^。;]{0,60}(?:经营|活动)异常", 0.25),
        Cue(r"国家公共信用信息中心", 0.35),
        Cue(r"报告编号", 0.1),
        Cue(r"严重失信主体名单", 0.3),
        Cue(r"经营\(?活动\)?异常|经营异常名录", 0.15),
        Cue(r"诚实守信|信用承诺|信用评价", 0.25),
        Cue(r"查询期内", 0.2),
        Cue(r"企业信用信息公示报告|企业信用信息公示系统", -1.6),
        Cue(r"征信|信贷|授信", -1.6),
        # a version of the one report; a certificate by any other name is another paper
        Cue(r"\A(?![\s\S]*公共信用信息(?:概况|报告))[\s\S]*无违法违规", -1.6),
        Cue(r"管理办法|申请表|申报书|建设方案|合同|协议|目录|清单", -0.8, top=True),
    ),
    fields=FIELDS,
    find=find,
)
