"""The day a labour contract was signed: beside the signatures, or as a sentence gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docint.extract.days import day, disclosed
from docint.extract.flow import Span, flow_of, line_glyphs, page_flow, unframed
from docint.extract.proof import fact
from docint.kinds.labor_contract.terms import DAY
from docint.types.document import Document, Leaf
from docint.types.fact import Fact
from docint.values.text import fold

_SAID = re.compile(
    rf"(?:于|在)(?P<a>{DAY})[^。;]{{0,16}}?(?:签[订署]|订立)(?=本|[。;,:]|如下|$)"
    rf"|(?:签[订署]|订立)(?:日期|时间)?(?:为|于|:)(?P<b>{DAY})"
    rf"|(?:^|[。;:书)版本同约议])(?P<c>{DAY})[,,][^。;]{{4,200}}?(?:签[订署]|订立)(?:了|如下)?_*"
    r"(?:本|此|该)?(?:份|劳动|聘用)*(?:合同|协议)"
)


def signed_on(document: Document, earliest: str = "", end: str = "") -> Fact | None:
    """The latest date beside the signatures: the contract is concluded when the second signs.

    Without one, the day a sentence gives (本合同于…签订).

    Args:
        document: the contract.
        earliest: no day before it is one of signing (ISO).
        end: nor one from it on; empty for none.
    """
    every = [pair for leaf in document.leaves for pair in _signature_dates(leaf)]
    found = [pair for pair in every if _within(pair[0], earliest, end)]
    if not found:
        told = _said(document)
        return told if told and _within(str(told.value), earliest, end) else None
    page = max(span.place.page for _, span in found)
    last = [(value, span) for value, span in found if span.place.page == page]
    value, span = max(last, key=lambda pair: pair[0])
    return fact(
        ("signed_on",),
        value,
        span.by("signature", min(span.certainty, 0.96 if len({v for v, _ in last}) == 1 else 0.85)),
    )


def _within(day_: str, earliest: str, end: str) -> bool:
    return day_ >= earliest and not (end and day_ >= end)


def _said(document: Document) -> Fact | None:
    for leaf in document.leaves:
        flow = unframed(page_flow(leaf, ""))
        for match in flow.finditer(_SAID):
            if re.search(r"原|此前|曾", flow.text[max(0, match.start() - 12) : match.start()]):
                continue
            group = str(match.lastgroup)
            try:
                value, lost = day(match[group])
            except ValueError:
                continue
            span = flow.group(match, group).by("clause", 0.96)
            return disclosed(fact(("signed_on",), value, span), lost)
    return None


def _signature_dates(leaf: Leaf) -> Iterator[tuple[str, Span]]:
    """Dates that stand alone on a line (or behind 日期), on a page with a place to sign."""
    text = page_flow(leaf).text
    if not re.search(r"签[字名章署]|[盖公]章|\([盖公]?章\)", text):
        return
    for number in range(len(leaf.page.lines)):
        flow = unframed(flow_of(leaf, line_glyphs(leaf, number)))
        matches = [] if _labelled_otherwise(leaf, number) else list(flow.finditer(DAY))
        rest = re.sub(DAY, "", flow.text)
        if not matches or _OTHER_DAY.search(rest) or len(_AROUND.sub("", rest)) > 2:
            continue
        for match in matches:
            try:
                value, lost = day(match[0])
                yield value, flow.group(match).by("signature", 0.85 if lost else 1.0)
            except ValueError:
                continue


_AROUND = re.compile(
    r"(?:签[订约署字]|甲方|乙方)(?:日期?|时间)?|日期|时间|签[订署]?[于在][\u4e00-\u9fff]{2,10}$|[A-Za-z]+|\d{1,2}:\d{2}(?::\d{2})?|[::_/|\s()]"
)
"""What may stand with a day of signing in its line: its label, the place (签于深圳)."""
_OTHER_DAY = re.compile(
    r"起始|起点|开始|终止|结束|截止|届满|到期|期满|生效|入职|到岗|报到|出生|生日|起止|期限|有效|试用|发证|填表"
    r"|(?:起|止|至|自|到)(?:日期?|时间)?[::]?$"
)
"""Labels of days that are not the day of signing."""


def _labelled_otherwise(leaf: Leaf, number: int) -> bool:
    """Whether the cell or label left of a line says that its date is another one (合同终止日)."""
    line = leaf.page.lines[number]
    above = fold(leaf.page.lines[number - 1].text) if number else ""
    if _OTHER_DAY.search(_head_over(leaf, number)):
        return True
    if above.endswith((":", "：")) and _OTHER_DAY.search(above[-8:]):
        return True  # …出生日期： goes on in this line
    if line.box is None:
        return False
    left = [
        other
        for other in leaf.page.lines
        if other.box is not None
        and other.box.x1 <= line.box.x0 + 1
        and min(other.box.bottom, line.box.bottom) - max(other.box.top, line.box.top)
        > 0.5 * min(other.box.height, line.box.height)
    ]
    nearest = max(left, key=lambda other: other.box.x1 if other.box else 0.0, default=None)
    return nearest is not None and bool(_OTHER_DAY.search(fold(nearest.text)))


def _head_over(leaf: Leaf, number: int) -> str:
    """The words close over a line and flush with it: a label above its value."""
    box = leaf.page.lines[number].box
    if box is None:
        return ""
    over = [
        fold(other.text)
        for other in leaf.page.lines
        if other.box is not None
        and abs(other.box.x0 - box.x0) <= box.height
        and other.box.middle[1] < box.top
        and box.top - other.box.bottom <= 1.5 * box.height
    ]
    return over[-1] if over and len(over[-1]) <= _SHORT else ""


_SHORT = 12
"""A label above its value has no more characters."""
