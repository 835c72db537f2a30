"""审计意见: from an auditor's words to the contract's five values (审计准则 1501–1503)."""

from __future__ import annotations

import re

from docint.values.text import fold

_NAMES = {
    "unqualified": "标准无保留意见",
    "unqualified-emphasis": "带强调事项段的无保留意见",
    "qualified": "保留意见",
    "adverse": "否定意见",
    "disclaimer": "无法表示意见",
}
_EMPHASIS = re.compile(
    r"(?:带|附|含|有)(?:有)?(?:强调事项|解释性说明|解释说明|其他事项|持续经营)[^。]{0,12}?(?:段|部分)?"
    r"|(?:^|[、.\s一二三四五六七八九十)])强调事项(?!段的?沟通)|与持续经营相关的重大不确定性"
)
_DISCLAIMER = re.compile(
    r"无法(?:对[^。]{0,40}?)?(?:发?表示?)(?:审计)?意见|(?<!如果)不对[^。]{0,60}发表(?:审计)?意见|拒绝表示意见"
)
_ADVERSE = re.compile(
    r"否定意见|反对意见|未能?(?:在所有重大方面)?[^。]{0,40}公允(?:地)?反映|没有[^。]{0,60}公允(?:地)?反映"
)
_QUALIFIED = re.compile(
    r"(?<![无非])保留(?:性)?(?:的)?(?:审计)?意见|除[^。]{2,80}(?:可能产生的)?影响外"
)
_UNQUALIFIED = re.compile(
    r"无保留|在所有重大方面[^。]{0,80}公允(?:地)?反映|公允(?:地)?反映了|标准意见|无保留意见"
)
_NOT_OURS = re.compile(
    r"(?:我们|本所)?的?责任[^。]*。|如果[^。]*。|应当发表[^。]*。|发表非无保留意见[^。]*。|不对其他信息发表[^。]*。"
    r"|(?:但|并)?(?:目的)?(?:并非|不是)(?:旨在)?对内部控制[^。]*。|我们不对这些事项单独发表意见"
)


def parse(text: str) -> str:
    """The opinion a heading, a label or an opinion paragraph states.

    ``无保留意见`` is not read as ``保留意见``; boilerplate on duties (不对其他信息发表意见,
    发表非无保留意见) says nothing.

    Raises:
        ValueError: none is stated, or two that exclude one another.
    """
    line = _NOT_OURS.sub("", fold(text).replace("非无保留意见", ""))
    if _DISCLAIMER.search(line):
        return "disclaimer"
    if _ADVERSE.search(line):
        return "adverse"
    if _QUALIFIED.search(line):
        return "qualified"
    if _EMPHASIS.search(line):
        return "unqualified-emphasis"
    if _UNQUALIFIED.search(line):
        return "unqualified"
    raise ValueError(f"no audit opinion: {text[:60]!r}")


def show(value: str) -> str:
    """The Chinese name of an opinion."""
    return _NAMES[value]
