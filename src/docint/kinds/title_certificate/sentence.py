"""A title certificate written as a sentence: 某某于某年经评审委员会评审通过，具备高级工程师资格."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from docint.extract.flow import Flow, Span, flow_of, page_flow
from docint.extract.naming import person
from docint.extract.proof import fact
from docint.extract.rows import layout
from docint.types.document import Document, Leaf
from docint.types.fact import Fact
from docint.values import dates
from docint.values.surnames import surnamed
from docint.values.text import tidy

_NAME = r"[\u3400-\u9fff]{2,4}?|[\u3400-\u9fff]{1,8}(?:·[\u3400-\u9fff]{1,10})+"
_HOLDERS = (
    rf"(?:\n|^|[,。:]|兹证明|授予|证明|准予)(?P<v>{_NAME})\n?(?:同志|先生|女士)",
    (
        rf"(?:\n|^)(?:兹证明|兹有|授予|证明|批准)?(?P<v>{_NAME})[,、]?(?:[(][^()]{{4,40}}[)])?[,、]?\n?(?:[男女][,、]?\n?"
        r"|(?:身份证号码?|公民身份号码):?[0-9X*]{15,18}[,、]){0,2}(?:于\d{4}年|于二|经[^。]{2,40}(?:评|考|审)|自\d{4}年"
        r"|通过|参加|在\d{4}年|符合|[,、]?\d{4}年\d{1,2}月)"
    ),
)
_CARD = rf"(?:\n|^)(?P<v>{_NAME})[(,、|/]?[男女][),、|/]?(?=\n|$)"
"""A card without labels: ``张三 男`` on a line of its own."""
_SPECIALTIES = (
    (
        r"经[\u4e00-\u9fff]{2,16}?系列\((?P<v>[\u4e00-\u9fff、]{2,14})\)(?:[正副]?高级|中级|初级)?"
        r"(?:专业)?(?:职称|技术职务任职资格|技术资格|技术职务|资格|职务)?(?:评审|评委|评定|考核|认定)"
    ),
    (
        r"经(?P<v>[\u4e00-\u9fff、()]{3,30}?)(?<!级)专业(?:[正副]?高级|中级|初级)?(?:职称|技术职务任职资格|技术资格"
        r"|技术职务|资格|职务)?(?:评审|评委|评定|考核|认定)"
    ),
    (
        r"(?:具备|取得|获得|授予|评为|具有)(?P<v>[\u4e00-\u9fff、]{2,16}?)专业(?!技术)(?:[\u4e00-\u9fff]{0,12})"
        r"(?:工程师|研究员|经济师|实验师|会计师|农艺师|职称|资格)"
    ),
    r"从事(?:的)?(?P<v>[\u4e00-\u9fff]{2,14}?)(?:专业|技术)工作",
)
_REGION = re.compile(
    r"(?:[\u4e00-\u9fff]{2,7}?(?:省|自治区))?(?:[\u4e00-\u9fff]{2,6}?(?:市|自治州|地区))?"
    r"(?:[\u4e00-\u9fff]{1,5}?(?:新区|区|县))?(?:全国|国家)?"
)


_SPECKLED = (
    r"(?:^|\n)(?P<first>(?:从事|申报)?专[^\u4e00-\u9fff\n]{0,3})?业(?:名称)?:"
    r"(?P<v>[\u4e00-\u9fff()、]{2,16})(?=\n|$)"
)
"""A label whose wide blank was read as a mark (``专☑业：``), or cost it the first character."""


def holder(document: Document) -> Fact | None:
    """The person the sentence begins with: a known surname, then what was done when."""
    for flow, match in _found(document, (*_HOLDERS, _CARD), "\n"):
        if not surnamed(match["v"]):
            continue
        try:
            value = person(match["v"])
        except ValueError:
            continue
        return fact(("holder",), value, flow.group(match, "v").by("clause", 0.96))
    return None


def specialty(document: Document) -> Fact | None:
    """The field a board is named for, without the place it sits in."""
    for flow, match in _found(document, _SPECIALTIES, ""):
        seat = _REGION.match(match["v"])
        start = match.start("v") + (seat.end() if seat else 0)
        span: Span = flow.span(start, match.end("v"))
        if 2 <= match.end("v") - start <= 16 and not re.search("评审|委员会|技术资格", span.text):
            return fact(("specialty",), tidy(span.text), span.by("clause", 0.95))
    for flow, match in _found(document, (_SPECKLED,), "\n"):
        if not re.search("证书|职称|资格|级别", match["v"]):
            span = flow.group(match, "v").by("label", 0.97 if match["first"] else 0.9)
            return fact(("specialty",), tidy(span.text), span)
    return None


_LEVEL = (
    r"(?:师|员|授|讲|教)[(](?P<v>(?:正高|副高|高|中|初)级|(?:助理|员)级)(?:职称)?[)](?=\n|$)",
    r"(?:^|\n)(?P<label>[^\n:。,]{0,6}:)?(?P<v>(?:正高|副高|高|中|初)级|(?:助理|员)级)(?:职称)?(?=\n|$)",
)
"""A level is known by itself: alone on its line, or behind a label that was not read whole."""


def level(document: Document) -> Fact | None:
    """The only level (级别) alone on a line, last in one behind a colon, or behind a title."""
    found = list(_found(document, _LEVEL, "\n"))
    if len({match["v"] for _, match in found}) != 1:
        return None
    flow, match = found[0]
    return fact(("level",), match["v"], flow.group(match, "v").by("position", 0.95))


_EFFECTIVE = (
    (
        r"(?:资格|职称|职务)(?:的)?(?:取得|获得|授予|通过|任职|起算)(?:时间|日期)(?:均|统一)?(?:为|是|:|自|从)"
        r"(?P<v>(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日)"
    ),
    (
        r"(?:资格|职称|职务)(?:取得|任职|起算)?(?:时间|年限|日期)?[,、]?(?:上述资格)?(?:均|统一)?自(?P<v>(?:(?:19|20)[0-9]{2}|二[〇○零O0][〇○零一二三四五六七八九]{2})年"
        r"[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日)起?(?:生效|算起|计算|具备|有效)"
    ),
)


def effective(document: Document) -> Fact | None:
    """The day from which the sentence grants the title: ``资格，自某日起生效``."""
    across = (
        (flow, match)
        for leaf in document.leaves
        for flow in (_by_rows(leaf),)
        for pattern in _EFFECTIVE
        for match in flow.finditer(pattern)
    )
    for flow, match in (*_found(document, _EFFECTIVE, ""), *across):
        with suppress(ValueError):
            value = dates.parse(match["v"])
            return fact(("issued_on",), value, flow.group(match, "v").by("clause", 0.95))
    return None


def _by_rows(leaf: Leaf) -> Flow:
    """A page row by row: a sentence that a table's rule cut in two is whole again."""
    return flow_of(leaf, [glyph for row in layout(leaf).rows for glyph in row.glyphs])


def _found(
    document: Document, patterns: tuple[str, ...], joint: str
) -> Iterator[tuple[Flow, re.Match[str]]]:
    for pattern in patterns:
        for leaf in document.leaves:
            flow = page_flow(leaf, joint)
            yield from ((flow, match) for match in flow.finditer(pattern))
