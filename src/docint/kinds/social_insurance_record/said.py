"""A record written as a letter: 兹证明某某系某公司职工，自…起至…止参保缴费，共…个月."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from docint.extract.days import day, disclosed
from docint.extract.flow import Flow, Span, flow_of, page_flow
from docint.extract.naming import organisation
from docint.extract.proof import fact
from docint.extract.rows import layout
from docint.kinds.social_insurance_record.months import between, period
from docint.types.document import Document
from docint.types.fact import Fact
from docint.values.ids import resident

_SENTENCE = re.compile(r"[^。]{0,200}(?:参保|缴纳|缴费|社会保险|社保)[^。]{0,200}")
_ID = re.compile(
    r"(?:身份证|身份证件|有效证件|证件|社会保障|社保|公民身份|身份)(?:卡)?(?:号码|号)?[:为是]?"
    r"(?P<v>[0-9]{17}[0-9X])(?![0-9])",
    re.IGNORECASE,
)
_EMPLOYER = re.compile(
    r"(?:^|系(?!统|列)|由|在|为|是|于|单位|我公司|[,:)]"
    r"|(?:兹有|证明)(?![\u4e00-\u9fff·]{2,5}(?:系(?!统|列)|是|为|在|于|同志)))"
    r"(?=(?P<v>[\u4e00-\u9fff()·]{2,40}?(?:有限责任公司|有限公司|股份公司|公司|集团|大学|学院|研究院|研究所|研究中心|"
    r"医院|设计院|实验室|技术中心|事务所|合伙企业)(?:\((?:有限合伙|普通合伙|特殊普通合伙)\))?)"
    r"(?:\((?:单位|社保|统一)[^()]{0,30}\))?"
    r"(?=的?(?:在职|在册|正式)?(?:参保|职工|员工|在编|人员|工作人员)|为(?:其|该|下列|以下|如下|[^。,;]{0,8}(?:人员|职工|员工))"
    r"|名义|已为|按月|依法|缴纳|参加|缴费|代缴|"
    r"任职|工作|就业|就职|投保|[自从于][0-9]))"
)
_NO_EMPLOYER = re.compile(
    r"^(?:系|由|在|为|是|于|其|现|单位|全称|兹|查|经查|明)|名称|参加|缴|社会保险|社保|人力资源|医疗保障|我处|我局|我中心|本局|证明|税务|号码"
)
_MONTH = r"(?:20[0-9]{2}|19[89][0-9])(?:年|[-./])?(?:0?[1-9]|1[0-2])月?(?![0-9])"
_PERIOD = re.compile(
    rf"(?P<first>{_MONTH})(?:[0-9]{{1,2}}日)?(?:起|开始)?[,、]?(?:[-—–~～至到一ー]+)(?P<last>{_MONTH})"
)
_COUNT = re.compile(
    r"(?:累计|连续|合计|共计|总计|实际|共)(?:参保|缴费|缴纳|实缴)?(?:社会保险费?|社保)?(?:时间|年限|月数)?[:为是]?"
    r"(?P<n>[0-9]{1,3})个?月"
    r"|(?:缴费|参保|缴纳|实缴|累计)月数(?:合计|为|是|共|:)*(?P<m>[0-9]{1,3})(?![0-9.年])"
)


def said(document: Document) -> dict[str | int, Fact]:
    """What the sentences of a letter say of ID number, employer, period and months.

    Of two different things said by several sentences (insurances that began at different times)
    none is chosen.
    """
    votes: dict[str, list[Fact]] = {}
    for flow, start, text in _sentences(document):
        for item in _facts(flow, start, text):
            votes.setdefault(str(item.path[0]), []).append(item)
    return {
        name: found[0] for name, found in votes.items() if len({item.value for item in found}) == 1
    }


def _sentences(document: Document) -> Iterator[tuple[Flow, int, str]]:
    for leaf in document.leaves:
        flow = page_flow(leaf, "")
        for match in flow.finditer(_SENTENCE):
            yield flow, match.start(), match[0]


def _facts(flow: Flow, start: int, text: str) -> Iterator[Fact]:
    def span(match: re.Match[str], group: str) -> Span:
        return flow.span(start + match.start(group), start + match.end(group)).by("clause", 0.97)

    for match in _ID.finditer(text):
        if resident.valid(match["v"].upper()):
            yield fact(("id_number",), match["v"].upper(), span(match, "v"))
    ended = set()  # 系华为技术有限公司职工: what begins first is the whole name
    for match in _EMPLOYER.finditer(text):
        if not _NO_EMPLOYER.search(match["v"]) and match.end("v") not in ended:
            ended.add(match.end("v"))
            try:
                yield fact(("employer",), organisation(match["v"]), span(match, "v"))
            except ValueError:
                continue
    ends = [(m, period(f"{m['first']}-{m['last']}")) for m in _PERIOD.finditer(text)]
    for match, (first, last) in ends:
        yield fact(("paid_from",), first, span(match, "first"))
        yield fact(("paid_until",), last, span(match, "last"))
    for match in _COUNT.finditer(text):
        group = "n" if match["n"] else "m"
        fits = any(between(*both) == int(match[group]) for _, both in ends)
        yield fact(("months",), int(match[group]), span(match, group), doubtful=not fits)


_SIGNED = re.compile(
    r"(?:日期:)?(?P<v>(?:20[0-9]{2}|二[〇○零O0]?[〇○零O0一二三四五六七八九]{2})年"
    r"[0-9一二三四五六七八九十]{1,2}月[0-9一二三四五六七八九十]{1,3}日"
    r"|20[0-9]{2}[-./][0-9]{1,2}[-./][0-9]{1,2})"
)
_SIGNS = re.compile(
    r"(?:^|[:)])[\u4e00-\u9fff]{2,24}(?:局|中心|分局|管理处|服务厅|大厅|委员会|公司|大学|学院|研究院)(?:\([^()]*\))?$"
    r"|^特此(?:证明|说明|函告|函复)"
)


def signed_off(document: Document) -> Fact | None:
    """The day a letter ends with: alone on its row, beside who signs it or under 特此证明."""
    found: list[Fact] = []
    for leaf in document.leaves:
        rows = layout(leaf).rows
        for number, row in enumerate(rows):
            flow = flow_of(leaf, row.glyphs)
            match = _SIGNED.fullmatch(flow.text)
            near = (*rows[max(0, number - 2) : number], *rows[number + 1 : number + 3])
            if match is None or not any(_SIGNS.search(other.text) for other in near):
                continue
            with suppress(ValueError):
                value, lost = day(match["v"])
                span = flow.group(match, "v").by("signature", 0.97)
                found.append(disclosed(fact(("issued_on",), value, span), lost))
    return found[-1] if len({item.value for item in found}) == 1 else None
